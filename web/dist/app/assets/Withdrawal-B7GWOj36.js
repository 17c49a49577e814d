import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,U as u,V as d,W as f,_ as p,d as m,et as h,f as ee,ft as g,g as te,h as _,it as v,lt as y,m as b,mt as ne,ot as x,pt as S,rt as C,tt as w,ut as re,v as ie,y as ae,z as oe}from"./libraries-BWIsjS6D.js";import{C as T,E as se,F as E,N as D,P as O,U as k,V as A,W as j,a as M,c as ce,f as N,l as le,o as ue,s as de,t as fe,y as P}from"./frame-CGEFRURM.js";import{t as F}from"./Dialog-C-92_Gum.js";var I=j(`
  fragment Statement on Withdrawal {
    id
    receivedAt
    name
    email
    reason
    comment
    lines {
      id
      description
      serviceName
    }
    refund {
      id
      status
      dueBy
      amount {
        text(language: $language)
      }
    }
  }
`),L=j(`
    query WithdrawalView($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
        customer {
          id
          name
          email
          timeZone
        }
        lines {
          id
          description
          serviceName
          planCode
          kind
          withdrawalExcluded
          withdrawnAt
        }
        withdrawal {
          status
          endsAt
          blockers {
            code
            message(language: $language)
          }
          quote {
            dueBy
            paid {
              amount
              currency
            }
            lines {
              usedDays
              periodDays
              line {
                id
              }
              paid {
                amount
                text(language: $language)
              }
              deduction {
                amount
                text(language: $language)
              }
              refund {
                amount
                text(language: $language)
              }
            }
          }
          withdrawal {
            ...Statement
          }
        }
      }
    }
  `,[A,I]),pe=j(`
    mutation WithdrawFromOrder($input: OrderWithdrawInput!, $language: String!) {
      orderWithdraw(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        withdrawal {
          ...Statement
        }
        order {
          ...OrderRow
          withdrawal {
            status
            endsAt
          }
        }
      }
    }
  `,[A,k,I]);function R({number:e,statement:t,timeZone:n,language:r,words:i}){let{withdraw:a,tracking:o}=i,s=t.lines.map(({description:e,serviceName:t})=>`  - ${[e,t].filter(Boolean).join(`, `)}`),c=t.refund;return[a.receipt.toUpperCase(),``,`${a.receiptNumber}: ${t.id}`,`${a.receivedAt}: ${ce(t.receivedAt,r,n)} (${t.receivedAt})`,`${a.contract}: ${D(o.title,{number:e})}`,``,a.sentence,...s,``,`${a.name}: ${t.name}`,`${a.email}: ${t.email}`,...t.reason?[`${a.reason}: ${a.reasons[t.reason]}`]:[],...c?[``,`${a.back}: ${c.amount.text}. ${D(a.refundBy,{when:de(c.dueBy,r)})}`]:[],``,a.receivedHint,``].join(`
`)}function z(e,t){let n=URL.createObjectURL(new Blob([t],{type:`text/plain;charset=utf-8`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}var me=a(`<span class="line s-9o55q4"> </span>`),B=a(`<div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"><strong class="number"> </strong><span class="line quiet small s-9o55q4"> </span></dd></div>`),he=a(`<div class="stack" data-receipt=""><div class="note good" role="status"><p><strong> </strong></p> <p> </p></div> <section aria-labelledby="receipt"><h3 id="receipt"> </h3> <dl class="s-9o55q4"><div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd data-received="" class="s-9o55q4"><!></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="number s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <!> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="mono s-9o55q4"> </dd></div></dl></section> <p><button class="button" type="button"><!> </button></p></div>`);function V(e,n){re(n,!0);function i(){let{language:e,words:t}=O;z(`buono-${n.number}-${n.statement.receivedAt.slice(0,10)}.txt`,R({number:n.number,statement:n.statement,language:e,words:t,timeZone:se.customer?.timeZone}))}var a=he(),f=l(a),p=l(f),m=l(p),ee=h(m,!0);g(p);var te=w(p,2),_=h(te,!0);g(f);var v=w(f,2),b=l(v),ne=h(b,!0),x=w(b,2),S=l(x),C=l(S),ie=h(C,!0),ae=w(C,2),oe=l(ae);fe(oe,{get at(){return n.statement.receivedAt},as:`exactly`}),g(ae),g(S);var k=w(S,2),A=l(k),j=h(A,!0),M=w(A,2),ce=h(M,!0);g(k);var N=w(k,2),le=l(N),ue=h(le,!0),P=w(le,2);r(P,21,()=>n.statement.lines,e=>e.id,(e,t)=>{var n=me(),r=h(n,!0);o(e=>s(r,e),[()=>[u(t).description,u(t).serviceName].filter(Boolean).join(`, `)]),c(e,n)}),g(P),g(N);var F=w(N,2),I=l(F),L=h(I,!0),pe=w(I,2),V=h(pe,!0);g(F);var H=w(F,2),U=l(H),W=h(U,!0),ge=w(U,2),_e=h(ge,!0);g(H);var G=w(H,2),ve=e=>{var t=B(),r=l(t),i=h(r,!0),a=w(r,2),u=l(a),d=h(u,!0),f=w(u),p=h(f,!0);g(a),g(t),o((e,t)=>{s(i,e),s(d,n.statement.refund.amount.text),s(p,t)},[()=>E().withdraw.back,()=>D(E().withdraw.refundBy,{when:de(n.statement.refund.dueBy,O.language)})]),c(e,t)};t(G,e=>{n.statement.refund&&e(ve)});var K=w(G,2),q=l(K),ye=h(q,!0),J=w(q,2),be=h(J,!0);g(K),g(x),g(v);var xe=w(v,2),Se=l(xe),Ce=l(Se);T(Ce,{name:`paper`});var we=w(Ce,1,!0);g(Se),g(xe),g(a),o((e,t,r,i,a,o,c,l,u,d,f)=>{s(ee,e),s(_,t),s(ne,r),s(ie,i),s(j,a),s(ce,o),s(ue,c),s(L,l),s(V,n.statement.name),s(W,u),s(_e,n.statement.email),s(ye,d),s(be,n.statement.id),s(we,f)},[()=>E().withdraw.received,()=>E().withdraw.receivedHint,()=>E().withdraw.receipt,()=>E().withdraw.receivedAt,()=>E().withdraw.contract,()=>D(E().tracking.title,{number:n.number}),()=>E().withdraw.lines,()=>E().withdraw.name,()=>E().withdraw.sent,()=>E().withdraw.receiptNumber,()=>E().withdraw.download]),d(`click`,Se,i),c(e,a),y()}n([`click`]);function H(e){let t=Math.max(0,...e.map(e=>e.split(`.`)[1]?.length??0)),n=e.reduce((e,n)=>e+U(n,t),0n);if(t===0)return String(n);let r=String(n<0n?-n:n).padStart(t+1,`0`);return`${n<0n?`-`:``}${r.slice(0,-t)}.${r.slice(-t)}`}function U(e,t){let[n=`0`,r=``]=e.split(`.`);return BigInt(n+r.padEnd(t,`0`))}function W(e,t,n){return new Intl.NumberFormat(n,{style:`currency`,currency:t}).format(e)}function ge(e){let t=[];for(let n of e){let e=n.kind===`INSTALLATION`?t.findLast(e=>e.line.planCode===n.planCode):void 0;e?e.fees.push(n):t.push({line:n,fees:[]})}return t}var _e=a(`<p class="wrong"> </p>`),G=a(`<button class="button primary" type="button"> </button>`),ve=a(`<button class="button" type="button"> </button> <button class="button danger" type="button" data-confirm=""> </button>`,1),K=a(`<button class="button" type="button"> </button>`),q=a(`<p> </p>`),ye=a(`<li class="note"> </li>`),J=a(`<div class="stack" data-blocked=""><p><strong> </strong></p> <ul class="stack"></ul></div>`),be=a(`<strong> </strong>`),xe=a(`<span class="quiet small fee s-111owac"> </span>`),Se=a(`<label class="line s-111owac"><input type="checkbox"/> <span> <!></span></label>`),Ce=a(`<p class="quiet small"> </p>`),we=a(`<option> </option>`),Te=a(`<span class="quiet small"> </span>`),Ee=a(`<li class="s-111owac"><span> </span> <span class="sum number s-111owac"><!><strong> </strong></span> <!></li>`),De=a(`<div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div>`),Oe=a(`<p class="note bad" role="alert"> </p>`),ke=a(`<div class="stack"><p> <!></p> <section class="stack part s-111owac" aria-labelledby="statement"><h3 id="statement"> </h3> <fieldset class="s-111owac"><legend class="s-111owac"> </legend> <!> <!> <!></fieldset> <div class="fields s-111owac"><div class="field"><label for="withdraw-name"> </label> <input class="input" id="withdraw-name" autocomplete="name" maxlength="200" required=""/> <!></div> <div class="field"><label for="withdraw-email"> </label> <input class="input" id="withdraw-email" type="email" autocomplete="email" required=""/> <!></div> <div class="field"><label for="withdraw-reason"> </label> <select class="input" id="withdraw-reason"><option> </option><!></select></div></div></section> <section class="refund s-111owac" aria-labelledby="refund" aria-live="polite"><h3 id="refund"> </h3> <ul class="s-111owac"></ul> <dl class="s-111owac"><div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div> <!> <div class="back s-111owac"><dt> </dt> <dd class="number" data-refund=""> </dd></div></dl> <p class="quiet small"> </p></section> <div><label class="line tick s-111owac"><input type="checkbox" data-tick=""/> <span> </span></label> <!></div> <!> <p class="quiet small" role="status" data-sending=""> </p></div>`);function Y(n,a){re(a,!0);let T=(n,r=S,a=S)=>{var l=i(),d=e(l),f=e=>{var t=_e(),n=h(t,!0);o(()=>{_(t,`id`,r()),s(n,a())}),c(e,t)};t(d,e=>{u(z)&&a()&&e(f)}),c(n,l)},k=new M(L,()=>({number:a.number,language:O.language})),A=v([]),j=v(null),ce=v(null),fe=v(``),I=v(!1),R=v(!1),z=v(!1),me=v(``),B=v(null),he=crypto.randomUUID(),U=v(void 0),Y=x(()=>k.data?.order),X=x(()=>u(Y)?.withdrawal),Z=x(()=>u(X)?.quote),Ae=x(()=>ge((u(Y)?.lines??[]).filter(e=>u(Z)?.lines.some(t=>t.line.id===e.id)))),je=x(()=>(u(Y)?.lines??[]).filter(e=>e.withdrawalExcluded&&!e.withdrawnAt)),Q=x(()=>u(Ae).filter(({line:e})=>!u(A).includes(e.id)).flatMap(({line:e,fees:t})=>[e,...t].map(({id:e})=>e))),Me=x(()=>(u(Z)?.lines??[]).filter(({line:e})=>u(Q).includes(e.id))),Ne=x(()=>e=>W(H(u(Me).map(t=>t[e].amount)),u(Z)?.paid.currency??`EUR`,O.language)),Pe=x(()=>u(Me).some(({deduction:e})=>Number(e.amount)!==0)),Fe=x(()=>u(j)??u(Y)?.customer.name??``),Ie=x(()=>u(ce)??u(Y)?.customer.email??``),$=x(()=>({lines:u(Q).length===0?E().withdraw.chooseLine:``,name:u(Fe).trim()===``?E().withdraw.fillIn:``,email:/^\S+@\S+$/.test(u(Ie).trim())?``:E().withdraw.emailWrong,tick:u(I)?``:E().withdraw.tickFirst})),Le=({description:e,serviceName:t})=>[e,t].filter(Boolean).join(`, `);async function Re(){if(C(z,!0),Object.values(u($)).some(Boolean)){await f(),u(U)?.querySelector(`[aria-invalid="true"]`)?.focus();return}C(R,!0),C(me,``);let e=u(Me).length===u(Z)?.lines.length,t={number:a.number,lines:e?null:u(Q),name:u(Fe).trim(),email:u(Ie).trim(),reason:u(fe)||null,confirm:u(I),idempotencyKey:he},{data:n,error:r}=await se.api?.client.mutation(pe,{input:t,language:O.language})??{};C(R,!1);let i=n?.orderWithdraw.errors[0];C(B,n?.orderWithdraw.withdrawal??null),u(B)||C(me,i&&`message`in i?i.message:r?.networkError?E().state.offline:r?.graphQLErrors[0]?.message??E().state.failed,!0)}{let f=n=>{var r=i(),l=e(r),f=e=>{var t=G(),n=h(t,!0);o(e=>s(n,e),[()=>E().withdraw.track]),d(`click`,t,()=>N({withdraw:null,track:a.number})),c(e,t)},p=t=>{var n=ve(),r=e(n),i=h(r,!0),l=w(r,2),f=h(l,!0);o((e,t)=>{s(i,e),l.disabled=u(R),s(f,t)},[()=>E().state.cancel,()=>u(R)?E().withdraw.busy:E().withdraw.confirm]),d(`click`,r,function(...e){a.onClose?.apply(this,e)}),d(`click`,l,Re),c(t,n)},m=e=>{var t=K(),n=h(t,!0);o(e=>s(n,e),[()=>E().state.close]),d(`click`,t,function(...e){a.onClose?.apply(this,e)}),c(e,t)};t(l,e=>{u(B)||u(X)?.status===`EXERCISED`?e(f):u(Z)?e(p,1):e(m,-1)}),c(n,r)},v=x(()=>D(E().withdraw.title,{number:a.number}));F(n,{get title(){return u(v)},get onClose(){return a.onClose},foot:f,children:(n,f)=>{var v=i(),y=e(v),S=e=>{V(e,{get number(){return a.number},get statement(){return u(B)}})},re=e=>{ue(e,{get error(){return k.error},onAgain:()=>k.reload()})},M=n=>{var r=i(),l=e(r),u=e=>{P(e,{rows:5})},d=e=>{var t=q(),n=h(t,!0);o(e=>s(n,e),[()=>D(E().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{k.isLoading?e(u):e(d,-1)}),c(n,r)},N=e=>{V(e,{get number(){return a.number},get statement(){return u(X).withdrawal}})},F=e=>{var t=J(),n=l(t),i=l(n),a=h(i,!0);g(n);var d=w(n,2);r(d,21,()=>u(X).blockers,e=>e.code,(e,t)=>{var n=ye(),r=h(n,!0);o(()=>s(r,u(t).message)),c(e,n)}),g(d),g(t),o(e=>s(a,e),[()=>E().withdraw.refused]),c(e,t)},L=e=>{var n=ke(),i=l(n),a=l(i),f=w(a),v=e=>{var t=be(),n=h(t,!0);o(e=>s(n,e),[()=>D(E().withdraw.deadline,{when:le(u(X).endsAt,O.language,se.customer?.timeZone)})]),c(e,t)};t(f,e=>{u(X).endsAt&&e(v)}),g(i);var y=w(i,2),S=l(y),re=h(S,!0),k=w(S,2),M=l(k),N=h(M,!0),ue=w(M,2);r(ue,17,()=>u(Ae),({line:e,fees:t})=>e.id,(e,t)=>{let n=()=>u(t).line,i=()=>u(t).fees;var a=Se(),f=l(a);b(f);var p=w(f,2),m=l(p,!0),ee=w(m);r(ee,17,i,e=>e.id,(e,t)=>{var n=xe(),r=h(n);o(()=>s(r,`+ ${u(t).description??``}`)),c(e,n)}),g(p),g(a),o((e,t)=>{te(f,e),_(f,`aria-invalid`,u(z)&&u($).lines?`true`:void 0),s(m,t)},[()=>!u(A).includes(n().id),()=>Le(n())]),d(`change`,f,e=>C(A,e.currentTarget.checked?u(A).filter(e=>e!==n().id):[...u(A),n().id])),c(e,a)});var P=w(ue,2);T(P,()=>`wrong-lines`,()=>u($).lines);var F=w(P,2);r(F,17,()=>u(je),e=>e.id,(e,t)=>{var n=Ce(),r=h(n,!0);o(e=>s(r,e),[()=>D(E().withdraw.excludedLine,{line:Le(u(t))})]),c(e,n)}),g(k);var L=w(k,2),pe=l(L),B=l(pe),he=h(B,!0),V=w(B,2);b(V);var H=w(V,2);T(H,()=>`wrong-name`,()=>u($).name),g(pe);var W=w(pe,2),ge=l(W),_e=h(ge,!0),G=w(ge,2);b(G);var ve=w(G,2);T(ve,()=>`wrong-email`,()=>u($).email),g(W);var K=w(W,2),q=l(K),ye=h(q,!0),J=w(q,2),Q=l(J),Re=h(Q,!0);Q.value=Q.__value=``;var ze=w(Q);r(ze,17,()=>Object.entries(E().withdraw.reasons),([e,t])=>e,(e,t)=>{var n=x(()=>ne(u(t),2));let r=()=>u(n)[0],i=()=>u(n)[1];var a=we(),l=h(a,!0),d={};o(()=>{s(l,i()),d!==(d=r())&&(a.value=(a.__value=d)??``)}),c(e,a)}),g(J),ae(J),g(K),g(L),g(y);var Be=w(y,2),Ve=l(Be),He=h(Ve,!0),Ue=w(Ve,2);r(Ue,21,()=>u(Me),e=>e.line.id,(e,n)=>{var r=Ee(),i=l(r),a=h(i,!0),d=w(i,2),f=l(d),p=e=>{var t=oe();o(()=>s(t,`${u(n).paid.text} − ${u(n).deduction.text} = `)),c(e,t)},m=x(()=>Number(u(n).deduction.amount)!==0);t(f,e=>{u(m)&&e(p)});var ee=w(f),te=h(ee,!0);g(d);var _=w(d,2),v=e=>{var t=Te(),r=h(t,!0);o(e=>s(r,e),[()=>D(E().withdraw.used,{used:u(n).usedDays,period:u(n).periodDays})]),c(e,t)},y=x(()=>Number(u(n).deduction.amount)!==0);t(_,e=>{u(y)&&e(v)}),g(r),o(e=>{s(a,e),s(te,u(n).refund.text)},[()=>Le(u(Y).lines.find(({id:e})=>e===u(n).line.id))]),c(e,r)}),g(Ue);var We=w(Ue,2),Ge=l(We),Ke=l(Ge),qe=h(Ke,!0),Je=w(Ke,2),Ye=h(Je,!0);g(Ge);var Xe=w(Ge,2),Ze=e=>{var t=De(),n=l(t),r=h(n,!0),i=w(n,2),a=h(i);g(t),o((e,t)=>{s(r,e),s(a,`− ${t??``}`)},[()=>E().withdraw.deduction,()=>u(Ne)(`deduction`)]),c(e,t)};t(Xe,e=>{u(Pe)&&e(Ze)});var Qe=w(Xe,2),$e=l(Qe),et=h($e,!0),tt=w($e,2),nt=h(tt,!0);g(Qe),g(We);var rt=w(We,2),it=h(rt);g(Be);var at=w(Be,2),ot=l(at),st=l(ot);b(st);var ct=w(st,2),lt=h(ct,!0);g(ot);var ut=w(ot,2);T(ut,()=>`wrong-tick`,()=>u($).tick),g(at);var dt=w(at,2),ft=e=>{var t=Oe(),n=h(t,!0);o(()=>s(n,u(me))),c(e,t)};t(dt,e=>{u(me)&&e(ft)});var pt=w(dt,2),mt=h(pt,!0);g(n),m(n,e=>C(U,e),()=>u(U)),o((e,t,n,r,i,o,c,l,d,f,m,h,ee,g,te,v)=>{s(a,`${e??``} `),s(re,t),_(k,`aria-describedby`,u(z)&&u($).lines?`wrong-lines`:void 0),s(N,n),s(he,r),p(V,u(Fe)),_(V,`aria-invalid`,u(z)&&u($).name?`true`:void 0),_(V,`aria-describedby`,u(z)&&u($).name?`wrong-name`:void 0),s(_e,i),p(G,u(Ie)),_(G,`aria-invalid`,u(z)&&u($).email?`true`:void 0),_(G,`aria-describedby`,u(z)&&u($).email?`wrong-email`:void 0),s(ye,o),s(Re,c),s(He,l),s(qe,d),s(Ye,f),s(et,m),s(nt,h),s(it,`${ee??``}
          ${g??``}`),_(st,`aria-invalid`,u(z)&&u($).tick?`true`:void 0),_(st,`aria-describedby`,u(z)&&u($).tick?`wrong-tick`:void 0),s(lt,te),s(mt,v)},[()=>E().withdraw.lead,()=>E().withdraw.statement,()=>E().withdraw.sentence,()=>E().withdraw.name,()=>E().withdraw.email,()=>E().withdraw.reason,()=>E().withdraw.noReason,()=>E().withdraw.refund,()=>E().withdraw.paid,()=>u(Ne)(`paid`),()=>E().withdraw.back,()=>u(Ne)(`refund`),()=>u(Pe)?`${E().withdraw.deduction}: ${E().withdraw.formula}.`:E().withdraw.noDeduction,()=>D(E().withdraw.refundBy,{when:de(u(Z).dueBy,O.language)}),()=>E().withdraw.tick,()=>u(R)?E().withdraw.sending:``]),d(`input`,V,e=>C(j,e.currentTarget.value,!0)),d(`input`,G,e=>C(ce,e.currentTarget.value,!0)),ie(J,()=>u(fe),e=>C(fe,e)),ee(st,()=>u(I),e=>C(I,e)),c(e,n)};t(y,e=>{u(B)?e(S):k.error&&!u(Y)?e(re,1):!u(Y)||!u(X)?e(M,2):u(X).status===`EXERCISED`&&u(X).withdrawal?e(N,3):u(X).status!==`AVAILABLE`||!u(Z)?e(F,4):e(L,-1)}),c(n,v)},$$slots:{foot:!0,default:!0}})}y()}n([`click`,`change`,`input`]);export{Y as default};