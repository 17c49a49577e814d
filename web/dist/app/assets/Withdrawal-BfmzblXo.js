import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,U as u,V as d,W as f,_ as p,d as m,et as h,f as g,ft as _,g as ee,h as v,it as y,lt as b,m as x,mt as te,ot as S,pt as C,rt as w,tt as T,ut as ne,v as re,y as ie,z as ae}from"./libraries-BWIsjS6D.js";import{K as E,M as D,N as O,P as k,S as A,T as oe,W as j,Y as M,a as se,c as ce,d as N,i as P,o as le,s as ue,t as de,v as F}from"./frame-CER02-s9.js";import{t as I}from"./Dialog-Cu1icZlr.js";var L=M(`
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
`),R=M(`
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
  `,[j,L]),z=M(`
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
  `,[j,E,L]);function B({number:e,statement:t,timeZone:n,language:r,words:i}){let{withdraw:a,tracking:o}=i,s=t.lines.map(({description:e,serviceName:t})=>`  - ${[e,t].filter(Boolean).join(`, `)}`),c=t.refund;return[a.receipt.toUpperCase(),``,`${a.receiptNumber}: ${t.id}`,`${a.receivedAt}: ${ue(t.receivedAt,r,n)} (${t.receivedAt})`,`${a.contract}: ${D(o.title,{number:e})}`,``,a.sentence,...s,``,`${a.name}: ${t.name}`,`${a.email}: ${t.email}`,...t.reason?[`${a.reason}: ${a.reasons[t.reason]}`]:[],...c?[``,`${a.back}: ${c.amount.text}. ${D(a.refundBy,{when:le(c.dueBy,r)})}`]:[],``,a.receivedHint,``].join(`
`)}function V(e,t){let n=URL.createObjectURL(new Blob([t],{type:`text/plain;charset=utf-8`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}var H=a(`<span class="line s-9o55q4"> </span>`),U=a(`<div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"><strong class="number"> </strong><span class="line quiet small s-9o55q4"> </span></dd></div>`),W=a(`<div class="stack" data-receipt=""><div class="note good" role="status"><p><strong> </strong></p> <p> </p></div> <section aria-labelledby="receipt"><h3 id="receipt"> </h3> <dl class="s-9o55q4"><div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd data-received="" class="s-9o55q4"><!></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="number s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <!> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="mono s-9o55q4"> </dd></div></dl></section> <p><button class="button" type="button"><!> </button></p></div>`);function fe(e,n){ne(n,!0);function i(){let{language:e,words:t}=O;V(`buono-${n.number}-${n.statement.receivedAt.slice(0,10)}.txt`,B({number:n.number,statement:n.statement,language:e,words:t,timeZone:oe.customer?.timeZone}))}var a=W(),f=l(a),p=l(f),m=l(p),g=h(m,!0);_(p);var ee=T(p,2),v=h(ee,!0);_(f);var y=T(f,2),x=l(y),te=h(x,!0),S=T(x,2),C=l(S),w=l(C),re=h(w,!0),ie=T(w,2),ae=l(ie);de(ae,{get at(){return n.statement.receivedAt},as:`exactly`}),_(ie),_(C);var E=T(C,2),j=l(E),M=h(j,!0),se=T(j,2),ce=h(se,!0);_(E);var N=T(E,2),P=l(N),ue=h(P,!0),F=T(P,2);r(F,21,()=>n.statement.lines,e=>e.id,(e,t)=>{var n=H(),r=h(n,!0);o(e=>s(r,e),[()=>[u(t).description,u(t).serviceName].filter(Boolean).join(`, `)]),c(e,n)}),_(F),_(N);var I=T(N,2),L=l(I),R=h(L,!0),z=T(L,2),fe=h(z,!0);_(I);var G=T(I,2),K=l(G),pe=h(K,!0),me=T(K,2),q=h(me,!0);_(G);var he=T(G,2),ge=e=>{var t=U(),r=l(t),i=h(r,!0),a=T(r,2),u=l(a),d=h(u,!0),f=T(u),p=h(f,!0);_(a),_(t),o((e,t)=>{s(i,e),s(d,n.statement.refund.amount.text),s(p,t)},[()=>k().withdraw.back,()=>D(k().withdraw.refundBy,{when:le(n.statement.refund.dueBy,O.language)})]),c(e,t)};t(he,e=>{n.statement.refund&&e(ge)});var _e=T(he,2),ve=l(_e),J=h(ve,!0),Y=T(ve,2),ye=h(Y,!0);_(_e),_(S),_(y);var be=T(y,2),xe=l(be),Se=l(xe);A(Se,{name:`paper`});var Ce=T(Se,1,!0);_(xe),_(be),_(a),o((e,t,r,i,a,o,c,l,u,d,f)=>{s(g,e),s(v,t),s(te,r),s(re,i),s(M,a),s(ce,o),s(ue,c),s(R,l),s(fe,n.statement.name),s(pe,u),s(q,n.statement.email),s(J,d),s(ye,n.statement.id),s(Ce,f)},[()=>k().withdraw.received,()=>k().withdraw.receivedHint,()=>k().withdraw.receipt,()=>k().withdraw.receivedAt,()=>k().withdraw.contract,()=>D(k().tracking.title,{number:n.number}),()=>k().withdraw.lines,()=>k().withdraw.name,()=>k().withdraw.sent,()=>k().withdraw.receiptNumber,()=>k().withdraw.download]),d(`click`,xe,i),c(e,a),b()}n([`click`]);function G(e){let t=Math.max(0,...e.map(e=>e.split(`.`)[1]?.length??0)),n=e.reduce((e,n)=>e+K(n,t),0n);if(t===0)return String(n);let r=String(n<0n?-n:n).padStart(t+1,`0`);return`${n<0n?`-`:``}${r.slice(0,-t)}.${r.slice(-t)}`}function K(e,t){let[n=`0`,r=``]=e.split(`.`);return BigInt(n+r.padEnd(t,`0`))}function pe(e,t,n){return new Intl.NumberFormat(n,{style:`currency`,currency:t}).format(e)}function me(e){let t=[];for(let n of e){let e=n.kind===`INSTALLATION`?t.findLast(e=>e.line.planCode===n.planCode):void 0;e?e.fees.push(n):t.push({line:n,fees:[]})}return t}var q=a(`<p class="wrong"> </p>`),he=a(`<button class="button primary" type="button"> </button>`),ge=a(`<button class="button" type="button"> </button> <button class="button danger" type="button" data-confirm=""> </button>`,1),_e=a(`<button class="button" type="button"> </button>`),ve=a(`<p> </p>`),J=a(`<li class="note"> </li>`),Y=a(`<div class="stack" data-blocked=""><p><strong> </strong></p> <ul class="stack"></ul></div>`),ye=a(`<strong> </strong>`),be=a(`<span class="quiet small fee s-111owac"> </span>`),xe=a(`<label class="line s-111owac"><input type="checkbox"/> <span> <!></span></label>`),Se=a(`<p class="quiet small"> </p>`),Ce=a(`<option> </option>`),we=a(`<span class="quiet small"> </span>`),Te=a(`<li class="s-111owac"><span> </span> <span class="sum number s-111owac"><!><strong> </strong></span> <!></li>`),Ee=a(`<div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div>`),De=a(`<p class="note bad" role="alert"> </p>`),Oe=a(`<div class="stack"><p> <!></p> <section class="stack part s-111owac" aria-labelledby="statement"><h3 id="statement"> </h3> <fieldset class="s-111owac"><legend class="s-111owac"> </legend> <!> <!> <!></fieldset> <div class="fields s-111owac"><div class="field"><label for="withdraw-name"> </label> <input class="input" id="withdraw-name" autocomplete="name" maxlength="200" required=""/> <!></div> <div class="field"><label for="withdraw-email"> </label> <input class="input" id="withdraw-email" type="email" autocomplete="email" required=""/> <!></div> <div class="field"><label for="withdraw-reason"> </label> <select class="input" id="withdraw-reason"><option> </option><!></select></div></div></section> <section class="refund s-111owac" aria-labelledby="refund" aria-live="polite"><h3 id="refund"> </h3> <ul class="s-111owac"></ul> <dl class="s-111owac"><div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div> <!> <div class="back s-111owac"><dt> </dt> <dd class="number" data-refund=""> </dd></div></dl> <p class="quiet small"> </p></section> <div><label class="line tick s-111owac"><input type="checkbox" data-tick=""/> <span> </span></label> <!></div> <!></div>`);function X(n,a){ne(a,!0);let E=(n,r=C,a=C)=>{var l=i(),d=e(l),f=e=>{var t=q(),n=h(t,!0);o(()=>{v(t,`id`,r()),s(n,a())}),c(e,t)};t(d,e=>{u(V)&&a()&&e(f)}),c(n,l)},A=new P(R,()=>({number:a.number,language:O.language})),j=y([]),M=y(null),ue=y(null),de=y(``),L=y(!1),B=y(!1),V=y(!1),H=y(``),U=y(null),W=crypto.randomUUID(),K=y(void 0),X=S(()=>A.data?.order),Z=S(()=>u(X)?.withdrawal),Q=S(()=>u(Z)?.quote),ke=S(()=>me((u(X)?.lines??[]).filter(e=>u(Q)?.lines.some(t=>t.line.id===e.id)))),Ae=S(()=>(u(X)?.lines??[]).filter(e=>e.withdrawalExcluded&&!e.withdrawnAt)),je=S(()=>u(ke).filter(({line:e})=>!u(j).includes(e.id)).flatMap(({line:e,fees:t})=>[e,...t].map(({id:e})=>e))),Me=S(()=>(u(Q)?.lines??[]).filter(({line:e})=>u(je).includes(e.id))),Ne=S(()=>e=>pe(G(u(Me).map(t=>t[e].amount)),u(Q)?.paid.currency??`EUR`,O.language)),Pe=S(()=>u(Me).some(({deduction:e})=>Number(e.amount)!==0)),Fe=S(()=>u(M)??u(X)?.customer.name??``),Ie=S(()=>u(ue)??u(X)?.customer.email??``),$=S(()=>({lines:u(je).length===0?k().withdraw.chooseLine:``,name:u(Fe).trim()===``?k().withdraw.fillIn:``,email:/^\S+@\S+$/.test(u(Ie).trim())?``:k().withdraw.emailWrong,tick:u(L)?``:k().withdraw.tickFirst})),Le=({description:e,serviceName:t})=>[e,t].filter(Boolean).join(`, `);async function Re(){if(w(V,!0),Object.values(u($)).some(Boolean)){await f(),u(K)?.querySelector(`[aria-invalid="true"]`)?.focus();return}w(B,!0),w(H,``);let e=u(Me).length===u(Q)?.lines.length,t={number:a.number,lines:e?null:u(je),name:u(Fe).trim(),email:u(Ie).trim(),reason:u(de)||null,confirm:u(L),idempotencyKey:W},{data:n,error:r}=await oe.api?.client.mutation(z,{input:t,language:O.language})??{};w(B,!1);let i=n?.orderWithdraw.errors[0];w(U,n?.orderWithdraw.withdrawal??null),u(U)||w(H,i&&`message`in i?i.message:r?.networkError?k().state.offline:r?.graphQLErrors[0]?.message??k().state.failed,!0)}{let f=n=>{var r=i(),l=e(r),f=e=>{var t=he(),n=h(t,!0);o(e=>s(n,e),[()=>k().withdraw.track]),d(`click`,t,()=>N({withdraw:null,track:a.number})),c(e,t)},p=t=>{var n=ge(),r=e(n),i=h(r,!0),l=T(r,2),f=h(l,!0);o((e,t)=>{s(i,e),l.disabled=u(B),s(f,t)},[()=>k().state.cancel,()=>u(B)?k().withdraw.busy:k().withdraw.confirm]),d(`click`,r,function(...e){a.onClose?.apply(this,e)}),d(`click`,l,Re),c(t,n)},m=e=>{var t=_e(),n=h(t,!0);o(e=>s(n,e),[()=>k().state.close]),d(`click`,t,function(...e){a.onClose?.apply(this,e)}),c(e,t)};t(l,e=>{u(U)||u(Z)?.status===`EXERCISED`?e(f):u(Q)?e(p,1):e(m,-1)}),c(n,r)},y=S(()=>D(k().withdraw.title,{number:a.number}));I(n,{get title(){return u(y)},get onClose(){return a.onClose},foot:f,children:(n,f)=>{var y=i(),b=e(y),C=e=>{fe(e,{get number(){return a.number},get statement(){return u(U)}})},ne=e=>{se(e,{get error(){return A.error},onAgain:()=>A.reload()})},N=n=>{var r=i(),l=e(r),u=e=>{F(e,{rows:5})},d=e=>{var t=ve(),n=h(t,!0);o(e=>s(n,e),[()=>D(k().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{A.isLoading?e(u):e(d,-1)}),c(n,r)},P=e=>{fe(e,{get number(){return a.number},get statement(){return u(Z).withdrawal}})},I=e=>{var t=Y(),n=l(t),i=l(n),a=h(i,!0);_(n);var d=T(n,2);r(d,21,()=>u(Z).blockers,e=>e.code,(e,t)=>{var n=J(),r=h(n,!0);o(()=>s(r,u(t).message)),c(e,n)}),_(d),_(t),o(e=>s(a,e),[()=>k().withdraw.refused]),c(e,t)},R=e=>{var n=Oe(),i=l(n),a=l(i),f=T(a),y=e=>{var t=ye(),n=h(t,!0);o(e=>s(n,e),[()=>D(k().withdraw.deadline,{when:ce(u(Z).endsAt,O.language,oe.customer?.timeZone)})]),c(e,t)};t(f,e=>{u(Z).endsAt&&e(y)}),_(i);var b=T(i,2),C=l(b),ne=h(C,!0),A=T(C,2),se=l(A),N=h(se,!0),P=T(se,2);r(P,17,()=>u(ke),({line:e,fees:t})=>e.id,(e,t)=>{let n=()=>u(t).line,i=()=>u(t).fees;var a=xe(),f=l(a);x(f);var p=T(f,2),m=l(p,!0),g=T(m);r(g,17,i,e=>e.id,(e,t)=>{var n=be(),r=h(n);o(()=>s(r,`+ ${u(t).description??``}`)),c(e,n)}),_(p),_(a),o((e,t)=>{ee(f,e),v(f,`aria-invalid`,u(V)&&u($).lines?`true`:void 0),s(m,t)},[()=>!u(j).includes(n().id),()=>Le(n())]),d(`change`,f,e=>w(j,e.currentTarget.checked?u(j).filter(e=>e!==n().id):[...u(j),n().id])),c(e,a)});var F=T(P,2);E(F,()=>`wrong-lines`,()=>u($).lines);var I=T(F,2);r(I,17,()=>u(Ae),e=>e.id,(e,t)=>{var n=Se(),r=h(n,!0);o(e=>s(r,e),[()=>D(k().withdraw.excludedLine,{line:Le(u(t))})]),c(e,n)}),_(A);var R=T(A,2),z=l(R),B=l(z),U=h(B,!0),W=T(B,2);x(W);var fe=T(W,2);E(fe,()=>`wrong-name`,()=>u($).name),_(z);var G=T(z,2),pe=l(G),me=h(pe,!0),q=T(pe,2);x(q);var he=T(q,2);E(he,()=>`wrong-email`,()=>u($).email),_(G);var ge=T(G,2),_e=l(ge),ve=h(_e,!0),J=T(_e,2),Y=l(J),je=h(Y,!0);Y.value=Y.__value=``;var Re=T(Y);r(Re,17,()=>Object.entries(k().withdraw.reasons),([e,t])=>e,(e,t)=>{var n=S(()=>te(u(t),2));let r=()=>u(n)[0],i=()=>u(n)[1];var a=Ce(),l=h(a,!0),d={};o(()=>{s(l,i()),d!==(d=r())&&(a.value=(a.__value=d)??``)}),c(e,a)}),_(J),ie(J),_(ge),_(R),_(b);var ze=T(b,2),Be=l(ze),Ve=h(Be,!0),He=T(Be,2);r(He,21,()=>u(Me),e=>e.line.id,(e,n)=>{var r=Te(),i=l(r),a=h(i,!0),d=T(i,2),f=l(d),p=e=>{var t=ae();o(()=>s(t,`${u(n).paid.text} − ${u(n).deduction.text} = `)),c(e,t)},m=S(()=>Number(u(n).deduction.amount)!==0);t(f,e=>{u(m)&&e(p)});var g=T(f),ee=h(g,!0);_(d);var v=T(d,2),y=e=>{var t=we(),r=h(t,!0);o(e=>s(r,e),[()=>D(k().withdraw.used,{used:u(n).usedDays,period:u(n).periodDays})]),c(e,t)},b=S(()=>Number(u(n).deduction.amount)!==0);t(v,e=>{u(b)&&e(y)}),_(r),o(e=>{s(a,e),s(ee,u(n).refund.text)},[()=>Le(u(X).lines.find(({id:e})=>e===u(n).line.id))]),c(e,r)}),_(He);var Ue=T(He,2),We=l(Ue),Ge=l(We),Ke=h(Ge,!0),qe=T(Ge,2),Je=h(qe,!0);_(We);var Ye=T(We,2),Xe=e=>{var t=Ee(),n=l(t),r=h(n,!0),i=T(n,2),a=h(i);_(t),o((e,t)=>{s(r,e),s(a,`− ${t??``}`)},[()=>k().withdraw.deduction,()=>u(Ne)(`deduction`)]),c(e,t)};t(Ye,e=>{u(Pe)&&e(Xe)});var Ze=T(Ye,2),Qe=l(Ze),$e=h(Qe,!0),et=T(Qe,2),tt=h(et,!0);_(Ze),_(Ue);var nt=T(Ue,2),rt=h(nt);_(ze);var it=T(ze,2),at=l(it),ot=l(at);x(ot);var st=T(ot,2),ct=h(st,!0);_(at);var lt=T(at,2);E(lt,()=>`wrong-tick`,()=>u($).tick),_(it);var ut=T(it,2),dt=e=>{var t=De(),n=h(t,!0);o(()=>s(n,u(H))),c(e,t)};t(ut,e=>{u(H)&&e(dt)}),_(n),m(n,e=>w(K,e),()=>u(K)),o((e,t,n,r,i,o,c,l,d,f,m,h,g,_,ee)=>{s(a,`${e??``} `),s(ne,t),v(A,`aria-describedby`,u(V)&&u($).lines?`wrong-lines`:void 0),s(N,n),s(U,r),p(W,u(Fe)),v(W,`aria-invalid`,u(V)&&u($).name?`true`:void 0),v(W,`aria-describedby`,u(V)&&u($).name?`wrong-name`:void 0),s(me,i),p(q,u(Ie)),v(q,`aria-invalid`,u(V)&&u($).email?`true`:void 0),v(q,`aria-describedby`,u(V)&&u($).email?`wrong-email`:void 0),s(ve,o),s(je,c),s(Ve,l),s(Ke,d),s(Je,f),s($e,m),s(tt,h),s(rt,`${g??``}
          ${_??``}`),v(ot,`aria-invalid`,u(V)&&u($).tick?`true`:void 0),v(ot,`aria-describedby`,u(V)&&u($).tick?`wrong-tick`:void 0),s(ct,ee)},[()=>k().withdraw.lead,()=>k().withdraw.statement,()=>k().withdraw.sentence,()=>k().withdraw.name,()=>k().withdraw.email,()=>k().withdraw.reason,()=>k().withdraw.noReason,()=>k().withdraw.refund,()=>k().withdraw.paid,()=>u(Ne)(`paid`),()=>k().withdraw.back,()=>u(Ne)(`refund`),()=>u(Pe)?`${k().withdraw.deduction}: ${k().withdraw.formula}.`:k().withdraw.noDeduction,()=>D(k().withdraw.refundBy,{when:le(u(Q).dueBy,O.language)}),()=>k().withdraw.tick]),d(`input`,W,e=>w(M,e.currentTarget.value,!0)),d(`input`,q,e=>w(ue,e.currentTarget.value,!0)),re(J,()=>u(de),e=>w(de,e)),g(ot,()=>u(L),e=>w(L,e)),c(e,n)};t(b,e=>{u(U)?e(C):A.error&&!u(X)?e(ne,1):!u(X)||!u(Z)?e(N,2):u(Z).status===`EXERCISED`&&u(Z).withdrawal?e(P,3):u(Z).status!==`AVAILABLE`||!u(Q)?e(I,4):e(R,-1)}),c(n,y)},$$slots:{foot:!0,default:!0}})}b()}n([`click`,`change`,`input`]);export{X as default};