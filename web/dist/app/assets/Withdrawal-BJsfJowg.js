import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,U as u,V as d,W as f,_ as p,ct as m,d as ee,dt as h,et as g,f as te,ft as _,g as ne,h as v,it as y,lt as re,m as b,ot as x,pt as ie,rt as S,tt as C,v as ae,y as oe,z as se}from"./libraries-BvGM7MjK.js";import{H as w,N as T,S as E,U as D,V as O,c as ce,d as k,i as A,k as j,n as le,o as ue,s as M,t as N,v as de,w as fe}from"./frame-Bseyrwgf.js";import{t as P}from"./Dialog-u7lsa6Ql.js";var F=T(`
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
`),I=T(`
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
  `,[j,F]),L=T(`
    mutation WithdrawFromOrder($input: OrderWithdrawInput!, $language: String!) {
      orderWithdraw(input: $input) {
        errors {
          __typename
          ... on UserError {
            code
            message
            path
          }
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
  `,[j,F]);function R({number:e,statement:t,timeZone:n,language:r,words:i}){let{withdraw:a,tracking:o}=i,s=t.lines.map(({description:e,serviceName:t})=>`  - ${[e,t].filter(Boolean).join(`, `)}`),c=t.refund;return[a.receipt.toUpperCase(),``,`${a.receiptNumber}: ${t.id}`,`${a.receivedAt}: ${M(t.receivedAt,r,n)} (${t.receivedAt})`,`${a.contract}: ${O(o.title,{number:e})}`,``,a.sentence,...s,``,`${a.name}: ${t.name}`,`${a.email}: ${t.email}`,...t.reason?[`${a.reason}: ${a.reasons[t.reason]}`]:[],...c?[``,`${a.back}: ${c.amount.text}. ${O(a.refundBy,{when:ue(c.dueBy,r)})}`]:[],``,a.receivedHint,``].join(`
`)}function z(e,t){let n=URL.createObjectURL(new Blob([t],{type:`text/plain;charset=utf-8`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}var B=a(`<span class="line s-9o55q4"> </span>`),V=a(`<div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"><strong class="number"> </strong><span class="line quiet small s-9o55q4"> </span></dd></div>`),H=a(`<div class="stack" data-receipt=""><div class="note good" role="status"><p><strong> </strong></p> <p> </p></div> <section aria-labelledby="receipt"><h3 id="receipt"> </h3> <dl class="s-9o55q4"><div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd data-received="" class="s-9o55q4"><!></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="number s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <!> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="mono s-9o55q4"> </dd></div></dl></section> <p><button class="button" type="button"><!> </button></p></div>`);function U(e,n){re(n,!0);function i(){let{language:e,words:t}=w;z(`buono-${n.number}-${n.statement.receivedAt.slice(0,10)}.txt`,R({number:n.number,statement:n.statement,language:e,words:t,timeZone:fe.customer?.timeZone}))}var a=H(),f=l(a),p=l(f),ee=l(p),te=g(ee,!0);h(p);var _=C(p,2),ne=g(_,!0);h(f);var v=C(f,2),y=l(v),b=g(y,!0),x=C(y,2),ie=l(x),S=l(ie),ae=g(S,!0),oe=C(S,2),se=l(oe);A(se,{get at(){return n.statement.receivedAt},as:`exactly`}),h(oe),h(ie);var T=C(ie,2),ce=l(T),k=g(ce,!0),j=C(ce,2),le=g(j,!0);h(T);var M=C(T,2),N=l(M),de=g(N,!0),P=C(N,2);r(P,21,()=>n.statement.lines,e=>e.id,(e,t)=>{var n=B(),r=g(n,!0);o(e=>s(r,e),[()=>[u(t).description,u(t).serviceName].filter(Boolean).join(`, `)]),c(e,n)}),h(P),h(M);var F=C(M,2),I=l(F),L=g(I,!0),U=C(I,2),pe=g(U,!0);h(F);var W=C(F,2),G=l(W),me=g(G,!0),K=C(G,2),he=g(K,!0);h(W);var q=C(W,2),ge=e=>{var t=V(),r=l(t),i=g(r,!0),a=C(r,2),u=l(a),d=g(u,!0),f=C(u),p=g(f,!0);h(a),h(t),o((e,t)=>{s(i,e),s(d,n.statement.refund.amount.text),s(p,t)},[()=>D().withdraw.back,()=>O(D().withdraw.refundBy,{when:ue(n.statement.refund.dueBy,w.language)})]),c(e,t)};t(q,e=>{n.statement.refund&&e(ge)});var _e=C(q,2),J=l(_e),Y=g(J,!0),ve=C(J,2),ye=g(ve,!0);h(_e),h(x),h(v);var be=C(v,2),xe=l(be),Se=l(xe);E(Se,{name:`paper`});var Ce=C(Se,1,!0);h(xe),h(be),h(a),o((e,t,r,i,a,o,c,l,u,d,f)=>{s(te,e),s(ne,t),s(b,r),s(ae,i),s(k,a),s(le,o),s(de,c),s(L,l),s(pe,n.statement.name),s(me,u),s(he,n.statement.email),s(Y,d),s(ye,n.statement.id),s(Ce,f)},[()=>D().withdraw.received,()=>D().withdraw.receivedHint,()=>D().withdraw.receipt,()=>D().withdraw.receivedAt,()=>D().withdraw.contract,()=>O(D().tracking.title,{number:n.number}),()=>D().withdraw.lines,()=>D().withdraw.name,()=>D().withdraw.sent,()=>D().withdraw.receiptNumber,()=>D().withdraw.download]),d(`click`,xe,i),c(e,a),m()}n([`click`]);function pe(e){let t=Math.max(0,...e.map(e=>e.split(`.`)[1]?.length??0)),n=e.reduce((e,n)=>e+W(n,t),0n);if(t===0)return String(n);let r=String(n<0n?-n:n).padStart(t+1,`0`);return`${n<0n?`-`:``}${r.slice(0,-t)}.${r.slice(-t)}`}function W(e,t){let[n=`0`,r=``]=e.split(`.`);return BigInt(n+r.padEnd(t,`0`))}function G(e,t,n){return new Intl.NumberFormat(n,{style:`currency`,currency:t}).format(e)}function me(e){let t=[];for(let n of e){let e=n.kind===`INSTALLATION`?t.findLast(e=>e.line.planCode===n.planCode):void 0;e?e.fees.push(n):t.push({line:n,fees:[]})}return t}var K=a(`<p class="wrong"> </p>`),he=a(`<button class="button primary" type="button"> </button>`),q=a(`<button class="button" type="button"> </button> <button class="button danger" type="button" data-confirm=""> </button>`,1),ge=a(`<button class="button" type="button"> </button>`),_e=a(`<p> </p>`),J=a(`<li class="note"> </li>`),Y=a(`<div class="stack" data-blocked=""><p><strong> </strong></p> <ul class="stack"></ul></div>`),ve=a(`<strong> </strong>`),ye=a(`<span class="quiet small fee s-111owac"> </span>`),be=a(`<label class="line s-111owac"><input type="checkbox"/> <span> <!></span></label>`),xe=a(`<p class="quiet small"> </p>`),Se=a(`<option> </option>`),Ce=a(`<span class="quiet small"> </span>`),we=a(`<li class="s-111owac"><span> </span> <span class="sum number s-111owac"><!><strong> </strong></span> <!></li>`),Te=a(`<div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div>`),Ee=a(`<p class="note bad" role="alert"> </p>`),De=a(`<div class="stack"><p> <!></p> <section class="stack part s-111owac" aria-labelledby="statement"><h3 id="statement"> </h3> <fieldset class="s-111owac"><legend class="s-111owac"> </legend> <!> <!> <!></fieldset> <div class="fields s-111owac"><div class="field"><label for="withdraw-name"> </label> <input class="input" id="withdraw-name" autocomplete="name" maxlength="200" required=""/> <!></div> <div class="field"><label for="withdraw-email"> </label> <input class="input" id="withdraw-email" type="email" autocomplete="email" required=""/> <!></div> <div class="field"><label for="withdraw-reason"> </label> <select class="input" id="withdraw-reason"><option> </option><!></select></div></div></section> <section class="refund s-111owac" aria-labelledby="refund" aria-live="polite"><h3 id="refund"> </h3> <ul class="s-111owac"></ul> <dl class="s-111owac"><div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div> <!> <div class="back s-111owac"><dt> </dt> <dd class="number" data-refund=""> </dd></div></dl> <p class="quiet small"> </p></section> <div><label class="line tick s-111owac"><input type="checkbox" data-tick=""/> <span> </span></label> <!></div> <!></div>`);function Oe(n,a){re(a,!0);let T=(n,r=_,a=_)=>{var l=i(),d=e(l),f=e=>{var t=K(),n=g(t,!0);o(()=>{v(t,`id`,r()),s(n,a())}),c(e,t)};t(d,e=>{u(B)&&a()&&e(f)}),c(n,l)},E=new N(I,()=>({number:a.number,language:w.language})),A=y([]),j=y(null),M=y(null),F=y(``),R=y(!1),z=y(!1),B=y(!1),V=y(``),H=y(null),W=crypto.randomUUID(),Oe=y(void 0),X=x(()=>E.data?.order),Z=x(()=>u(X)?.withdrawal),Q=x(()=>u(Z)?.quote),ke=x(()=>me((u(X)?.lines??[]).filter(e=>u(Q)?.lines.some(t=>t.line.id===e.id)))),Ae=x(()=>(u(X)?.lines??[]).filter(e=>e.withdrawalExcluded&&!e.withdrawnAt)),je=x(()=>u(ke).filter(({line:e})=>!u(A).includes(e.id)).flatMap(({line:e,fees:t})=>[e,...t].map(({id:e})=>e))),Me=x(()=>(u(Q)?.lines??[]).filter(({line:e})=>u(je).includes(e.id))),Ne=x(()=>e=>G(pe(u(Me).map(t=>t[e].amount)),u(Q)?.paid.currency??`EUR`,w.language)),Pe=x(()=>u(Me).some(({deduction:e})=>Number(e.amount)!==0)),Fe=x(()=>u(j)??u(X)?.customer.name??``),Ie=x(()=>u(M)??u(X)?.customer.email??``),$=x(()=>({lines:u(je).length===0?D().withdraw.chooseLine:``,name:u(Fe).trim()===``?D().withdraw.fillIn:``,email:/^\S+@\S+$/.test(u(Ie).trim())?``:D().withdraw.emailWrong,tick:u(R)?``:D().withdraw.tickFirst})),Le=({description:e,serviceName:t})=>[e,t].filter(Boolean).join(`, `);async function Re(){if(S(B,!0),Object.values(u($)).some(Boolean)){await f(),u(Oe)?.querySelector(`[aria-invalid="true"]`)?.focus();return}S(z,!0),S(V,``);let e=u(Me).length===u(Q)?.lines.length,t={number:a.number,lines:e?null:u(je),name:u(Fe).trim(),email:u(Ie).trim(),reason:u(F)||null,confirm:u(R),idempotencyKey:W},{data:n,error:r}=await fe.api?.client.mutation(L,{input:t,language:w.language})??{};S(z,!1);let i=n?.orderWithdraw.errors[0];S(H,n?.orderWithdraw.withdrawal??null),u(H)||S(V,i&&`message`in i?i.message:r?.networkError?D().state.offline:r?.graphQLErrors[0]?.message??D().state.failed,!0)}{let f=n=>{var r=i(),l=e(r),f=e=>{var t=he(),n=g(t,!0);o(e=>s(n,e),[()=>D().withdraw.track]),d(`click`,t,()=>k({withdraw:null,track:a.number})),c(e,t)},p=t=>{var n=q(),r=e(n),i=g(r,!0),l=C(r,2),f=g(l,!0);o((e,t)=>{s(i,e),l.disabled=u(z),s(f,t)},[()=>D().state.cancel,()=>u(z)?D().withdraw.busy:D().withdraw.confirm]),d(`click`,r,function(...e){a.onClose?.apply(this,e)}),d(`click`,l,Re),c(t,n)},m=e=>{var t=ge(),n=g(t,!0);o(e=>s(n,e),[()=>D().state.close]),d(`click`,t,function(...e){a.onClose?.apply(this,e)}),c(e,t)};t(l,e=>{u(H)||u(Z)?.status===`EXERCISED`?e(f):u(Q)?e(p,1):e(m,-1)}),c(n,r)},m=x(()=>O(D().withdraw.title,{number:a.number}));P(n,{get title(){return u(m)},get onClose(){return a.onClose},foot:f,children:(n,f)=>{var m=i(),_=e(m),y=e=>{U(e,{get number(){return a.number},get statement(){return u(H)}})},re=e=>{le(e,{get error(){return E.error},onAgain:()=>E.reload()})},k=n=>{var r=i(),l=e(r),u=e=>{de(e,{rows:5})},d=e=>{var t=_e(),n=g(t,!0);o(e=>s(n,e),[()=>O(D().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{E.isLoading?e(u):e(d,-1)}),c(n,r)},N=e=>{U(e,{get number(){return a.number},get statement(){return u(Z).withdrawal}})},P=e=>{var t=Y(),n=l(t),i=l(n),a=g(i,!0);h(n);var d=C(n,2);r(d,21,()=>u(Z).blockers,e=>e.code,(e,t)=>{var n=J(),r=g(n,!0);o(()=>s(r,u(t).message)),c(e,n)}),h(d),h(t),o(e=>s(a,e),[()=>D().withdraw.refused]),c(e,t)},I=e=>{var n=De(),i=l(n),a=l(i),f=C(a),m=e=>{var t=ve(),n=g(t,!0);o(e=>s(n,e),[()=>O(D().withdraw.deadline,{when:ce(u(Z).endsAt,w.language,fe.customer?.timeZone)})]),c(e,t)};t(f,e=>{u(Z).endsAt&&e(m)}),h(i);var _=C(i,2),y=l(_),re=g(y,!0),E=C(y,2),k=l(E),le=g(k,!0),N=C(k,2);r(N,17,()=>u(ke),({line:e,fees:t})=>e.id,(e,t)=>{let n=()=>u(t).line,i=()=>u(t).fees;var a=be(),f=l(a);b(f);var p=C(f,2),m=l(p,!0),ee=C(m);r(ee,17,i,e=>e.id,(e,t)=>{var n=ye(),r=g(n);o(()=>s(r,`+ ${u(t).description??``}`)),c(e,n)}),h(p),h(a),o((e,t)=>{ne(f,e),v(f,`aria-invalid`,u(B)&&u($).lines?`true`:void 0),s(m,t)},[()=>!u(A).includes(n().id),()=>Le(n())]),d(`change`,f,e=>S(A,e.currentTarget.checked?u(A).filter(e=>e!==n().id):[...u(A),n().id])),c(e,a)});var de=C(N,2);T(de,()=>`wrong-lines`,()=>u($).lines);var P=C(de,2);r(P,17,()=>u(Ae),e=>e.id,(e,t)=>{var n=xe(),r=g(n,!0);o(e=>s(r,e),[()=>O(D().withdraw.excludedLine,{line:Le(u(t))})]),c(e,n)}),h(E);var I=C(E,2),L=l(I),z=l(L),H=g(z,!0),U=C(z,2);b(U);var pe=C(U,2);T(pe,()=>`wrong-name`,()=>u($).name),h(L);var W=C(L,2),G=l(W),me=g(G,!0),K=C(G,2);b(K);var he=C(K,2);T(he,()=>`wrong-email`,()=>u($).email),h(W);var q=C(W,2),ge=l(q),_e=g(ge,!0),J=C(ge,2),Y=l(J),je=g(Y,!0);Y.value=Y.__value=``;var Re=C(Y);r(Re,17,()=>Object.entries(D().withdraw.reasons),([e,t])=>e,(e,t)=>{var n=x(()=>ie(u(t),2));let r=()=>u(n)[0],i=()=>u(n)[1];var a=Se(),l=g(a,!0),d={};o(()=>{s(l,i()),d!==(d=r())&&(a.value=(a.__value=d)??``)}),c(e,a)}),h(J),oe(J),h(q),h(I),h(_);var ze=C(_,2),Be=l(ze),Ve=g(Be,!0),He=C(Be,2);r(He,21,()=>u(Me),e=>e.line.id,(e,n)=>{var r=we(),i=l(r),a=g(i,!0),d=C(i,2),f=l(d),p=e=>{var t=se();o(()=>s(t,`${u(n).paid.text} − ${u(n).deduction.text} = `)),c(e,t)},m=x(()=>Number(u(n).deduction.amount)!==0);t(f,e=>{u(m)&&e(p)});var ee=C(f),te=g(ee,!0);h(d);var _=C(d,2),ne=e=>{var t=Ce(),r=g(t,!0);o(e=>s(r,e),[()=>O(D().withdraw.used,{used:u(n).usedDays,period:u(n).periodDays})]),c(e,t)},v=x(()=>Number(u(n).deduction.amount)!==0);t(_,e=>{u(v)&&e(ne)}),h(r),o(e=>{s(a,e),s(te,u(n).refund.text)},[()=>Le(u(X).lines.find(({id:e})=>e===u(n).line.id))]),c(e,r)}),h(He);var Ue=C(He,2),We=l(Ue),Ge=l(We),Ke=g(Ge,!0),qe=C(Ge,2),Je=g(qe,!0);h(We);var Ye=C(We,2),Xe=e=>{var t=Te(),n=l(t),r=g(n,!0),i=C(n,2),a=g(i);h(t),o((e,t)=>{s(r,e),s(a,`− ${t??``}`)},[()=>D().withdraw.deduction,()=>u(Ne)(`deduction`)]),c(e,t)};t(Ye,e=>{u(Pe)&&e(Xe)});var Ze=C(Ye,2),Qe=l(Ze),$e=g(Qe,!0),et=C(Qe,2),tt=g(et,!0);h(Ze),h(Ue);var nt=C(Ue,2),rt=g(nt);h(ze);var it=C(ze,2),at=l(it),ot=l(at);b(ot);var st=C(ot,2),ct=g(st,!0);h(at);var lt=C(at,2);T(lt,()=>`wrong-tick`,()=>u($).tick),h(it);var ut=C(it,2),dt=e=>{var t=Ee(),n=g(t,!0);o(()=>s(n,u(V))),c(e,t)};t(ut,e=>{u(V)&&e(dt)}),h(n),ee(n,e=>S(Oe,e),()=>u(Oe)),o((e,t,n,r,i,o,c,l,d,f,m,ee,h,g,te)=>{s(a,`${e??``} `),s(re,t),v(E,`aria-describedby`,u(B)&&u($).lines?`wrong-lines`:void 0),s(le,n),s(H,r),p(U,u(Fe)),v(U,`aria-invalid`,u(B)&&u($).name?`true`:void 0),v(U,`aria-describedby`,u(B)&&u($).name?`wrong-name`:void 0),s(me,i),p(K,u(Ie)),v(K,`aria-invalid`,u(B)&&u($).email?`true`:void 0),v(K,`aria-describedby`,u(B)&&u($).email?`wrong-email`:void 0),s(_e,o),s(je,c),s(Ve,l),s(Ke,d),s(Je,f),s($e,m),s(tt,ee),s(rt,`${h??``}
          ${g??``}`),v(ot,`aria-invalid`,u(B)&&u($).tick?`true`:void 0),v(ot,`aria-describedby`,u(B)&&u($).tick?`wrong-tick`:void 0),s(ct,te)},[()=>D().withdraw.lead,()=>D().withdraw.statement,()=>D().withdraw.sentence,()=>D().withdraw.name,()=>D().withdraw.email,()=>D().withdraw.reason,()=>D().withdraw.noReason,()=>D().withdraw.refund,()=>D().withdraw.paid,()=>u(Ne)(`paid`),()=>D().withdraw.back,()=>u(Ne)(`refund`),()=>u(Pe)?`${D().withdraw.deduction}: ${D().withdraw.formula}.`:D().withdraw.noDeduction,()=>O(D().withdraw.refundBy,{when:ue(u(Q).dueBy,w.language)}),()=>D().withdraw.tick]),d(`input`,U,e=>S(j,e.currentTarget.value,!0)),d(`input`,K,e=>S(M,e.currentTarget.value,!0)),ae(J,()=>u(F),e=>S(F,e)),te(ot,()=>u(R),e=>S(R,e)),c(e,n)};t(_,e=>{u(H)?e(y):E.error&&!u(X)?e(re,1):!u(X)||!u(Z)?e(k,2):u(Z).status===`EXERCISED`&&u(Z).withdrawal?e(N,3):u(Z).status!==`AVAILABLE`||!u(Q)?e(P,4):e(I,-1)}),c(n,m)},$$slots:{foot:!0,default:!0}})}m()}n([`click`,`change`,`input`]);export{Oe as default};