import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,S as u,U as d,V as f,W as p,_ as m,d as h,dt as g,et as _,f as ee,g as v,gt as y,h as b,ht as x,it as S,m as C,mt as w,ot as T,rt as E,tt as D,ut as te,v as ne,y as re,z as ie}from"./libraries-zdXiaTf4.js";import{F as O,G as k,I as A,K as j,L as M,O as ae,T as N,U as P,a as F,c as I,f as oe,l as se,o as ce,s as le,t as ue,y as L}from"./frame-CPgWWQDK.js";import{t as R}from"./Dialog-C9y6RJsD.js";var z=j(`
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
`),B=j(`
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
  `,[P,z]),V=j(`
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
  `,[P,k,z]);function H({number:e,statement:t,timeZone:n,language:r,words:i}){let{withdraw:a,tracking:o}=i,s=t.lines.map(({description:e,serviceName:t})=>`  - ${[e,t].filter(Boolean).join(`, `)}`),c=t.refund;return[a.receipt.toUpperCase(),``,`${a.receiptNumber}: ${t.id}`,`${a.receivedAt}: ${I(t.receivedAt,r,n)} (${t.receivedAt})`,`${a.contract}: ${O(o.title,{number:e})}`,``,a.sentence,...s,``,`${a.name}: ${t.name}`,`${a.email}: ${t.email}`,...t.reason?[`${a.reason}: ${a.reasons[t.reason]}`]:[],...c?[``,`${a.back}: ${c.amount.text}. ${O(a.refundBy,{when:le(c.dueBy,r)})}`]:[],``,a.receivedHint,``].join(`
`)}function U(e,t){let n=URL.createObjectURL(new Blob([t],{type:`text/plain;charset=utf-8`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}var W=a(`<span class="line s-9o55q4"> </span>`),G=a(`<div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"><strong class="number"> </strong><span class="line quiet small s-9o55q4"> </span></dd></div>`),de=a(`<div class="stack" data-receipt=""><div class="note good" role="status"><p><strong> </strong></p> <p> </p></div> <section aria-labelledby="receipt"><h3 id="receipt"> </h3> <dl class="s-9o55q4"><div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd data-received="" class="s-9o55q4"><!></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="number s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <!> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="mono s-9o55q4"> </dd></div></dl></section> <p><button class="button" type="button"><!> </button></p></div>`);function K(e,n){g(n,!0);function i(){let{language:e,words:t}=A;U(`buono-${n.number}-${n.statement.receivedAt.slice(0,10)}.txt`,H({number:n.number,statement:n.statement,language:e,words:t,timeZone:ae.customer?.timeZone}))}var a=de(),u=l(a),p=l(u),m=l(p),h=_(m,!0);w(p);var ee=D(p,2),v=_(ee,!0);w(u);var y=D(u,2),b=l(y),x=_(b,!0),S=D(b,2),C=l(S),T=l(C),E=_(T,!0),ne=D(T,2),re=l(ne);ue(re,{get at(){return n.statement.receivedAt},as:`exactly`}),w(ne),w(C);var ie=D(C,2),k=l(ie),j=_(k,!0),P=D(k,2),F=_(P,!0);w(ie);var I=D(ie,2),oe=l(I),se=_(oe,!0),ce=D(oe,2);r(ce,21,()=>n.statement.lines,e=>e.id,(e,t)=>{var n=W(),r=_(n,!0);o(e=>s(r,e),[()=>[d(t).description,d(t).serviceName].filter(Boolean).join(`, `)]),c(e,n)}),w(ce),w(I);var L=D(I,2),R=l(L),z=_(R,!0),B=D(R,2),V=_(B,!0);w(L);var K=D(L,2),fe=l(K),q=_(fe,!0),pe=D(fe,2),me=_(pe,!0);w(K);var he=D(K,2),J=e=>{var t=G(),r=l(t),i=_(r,!0),a=D(r,2),u=l(a),d=_(u,!0),f=D(u),p=_(f,!0);w(a),w(t),o((e,t)=>{s(i,e),s(d,n.statement.refund.amount.text),s(p,t)},[()=>M().withdraw.back,()=>O(M().withdraw.refundBy,{when:le(n.statement.refund.dueBy,A.language)})]),c(e,t)};t(he,e=>{n.statement.refund&&e(J)});var ge=D(he,2),_e=l(ge),ve=_(_e,!0),ye=D(_e,2),Y=_(ye,!0);w(ge),w(S),w(y);var be=D(y,2),xe=l(be),Se=l(xe);N(Se,{name:`paper`});var Ce=D(Se,1,!0);w(xe),w(be),w(a),o((e,t,r,i,a,o,c,l,u,d,f)=>{s(h,e),s(v,t),s(x,r),s(E,i),s(j,a),s(F,o),s(se,c),s(z,l),s(V,n.statement.name),s(q,u),s(me,n.statement.email),s(ve,d),s(Y,n.statement.id),s(Ce,f)},[()=>M().withdraw.received,()=>M().withdraw.receivedHint,()=>M().withdraw.receipt,()=>M().withdraw.receivedAt,()=>M().withdraw.contract,()=>O(M().tracking.title,{number:n.number}),()=>M().withdraw.lines,()=>M().withdraw.name,()=>M().withdraw.sent,()=>M().withdraw.receiptNumber,()=>M().withdraw.download]),f(`click`,xe,i),c(e,a),te()}n([`click`]);function fe(e){let t=Math.max(0,...e.map(e=>e.split(`.`)[1]?.length??0)),n=e.reduce((e,n)=>e+q(n,t),0n);if(t===0)return String(n);let r=String(n<0n?-n:n).padStart(t+1,`0`);return`${n<0n?`-`:``}${r.slice(0,-t)}.${r.slice(-t)}`}function q(e,t){let[n=`0`,r=``]=e.split(`.`);return BigInt(n+r.padEnd(t,`0`))}function pe(e,t,n){return new Intl.NumberFormat(n,{style:`currency`,currency:t}).format(e)}function me(e){let t=[];for(let n of e){let e=n.kind===`INSTALLATION`?t.findLast(e=>e.line.planCode===n.planCode):void 0;e?e.fees.push(n):t.push({line:n,fees:[]})}return t}var he=a(`<p class="wrong"> </p>`),J=a(`<button class="button primary" type="button"> </button>`),ge=a(`<button class="button" type="button"> </button> <button class="button danger" type="button" data-confirm=""> </button>`,1),_e=a(`<button class="button" type="button"> </button>`),ve=a(`<p> </p>`),ye=a(`<li class="note"> </li>`),Y=a(`<div class="stack" data-blocked=""><p><strong> </strong></p> <ul class="stack"></ul></div>`),be=a(`<strong> </strong>`),xe=a(`<span class="quiet small fee s-dicupm"> </span>`),Se=a(`<label class="line s-dicupm"><input type="checkbox"/> <span> <!></span></label>`),Ce=a(`<p class="quiet small"> </p>`),we=a(`<option> </option>`),Te=a(`<span class="quiet small"> </span>`),Ee=a(`<li><span> </span> <span class="sum number s-dicupm"><!><strong> </strong></span> <!></li>`),De=a(`<div class="s-dicupm"><dt> </dt> <dd class="number"> </dd></div>`),Oe=a(`<p class="note bad" role="alert"> </p>`),ke=a(`<div class="stack"><p> <!></p> <section class="stack part s-dicupm" aria-labelledby="statement"><h3 id="statement"> </h3> <fieldset class="s-dicupm"><legend class="s-dicupm"> </legend> <!> <!> <!></fieldset> <div class="fields s-dicupm"><div class="field"><label for="withdraw-name"> </label> <input class="input" id="withdraw-name" autocomplete="name" maxlength="200" required=""/> <!></div> <div class="field"><label for="withdraw-email"> </label> <input class="input" id="withdraw-email" type="email" autocomplete="email" required=""/> <!></div> <div class="field"><label for="withdraw-reason"> </label> <select class="input" id="withdraw-reason"><option> </option><!></select></div></div></section> <section class="refund s-dicupm" aria-labelledby="refund" aria-live="polite"><h3 id="refund"> </h3> <ul class="s-dicupm"></ul> <dl class="s-dicupm"><div class="s-dicupm"><dt> </dt> <dd class="number"> </dd></div> <!> <div class="back s-dicupm"><dt> </dt> <dd class="number" data-refund=""> </dd></div></dl> <p class="quiet small"> </p></section> <div><label class="line tick s-dicupm"><input type="checkbox" data-tick=""/> <span> </span></label> <!></div> <!> <p class="quiet small" role="status" data-sending=""> </p></div>`);function X(n,a){g(a,!0);let k=(n,r=x,a=x)=>{var l=i(),u=e(l),f=e=>{var t=he(),n=_(t,!0);o(()=>{b(t,`id`,r()),s(n,a())}),c(e,t)};t(u,e=>{d(U)&&a()&&e(f)}),c(n,l)},j=new F(B,()=>({number:a.number,language:A.language})),N=S([]),P=S(null),I=S(null),ue=S(``),z=S(!1),H=S(!1),U=S(!1),W=S(``),G=S(null),de=crypto.randomUUID(),q=S(void 0),X=T(()=>j.data?.order),Z=T(()=>d(X)?.withdrawal),Q=T(()=>d(Z)?.quote),Ae=T(()=>me((d(X)?.lines??[]).filter(e=>d(Q)?.lines.some(t=>t.line.id===e.id)))),je=T(()=>(d(X)?.lines??[]).filter(e=>e.withdrawalExcluded&&!e.withdrawnAt)),Me=T(()=>d(Ae).filter(({line:e})=>!d(N).includes(e.id)).flatMap(({line:e,fees:t})=>[e,...t].map(({id:e})=>e))),Ne=T(()=>d(Ae).flatMap(({line:e,fees:t})=>[e,...t].filter(({id:e})=>d(Me).includes(e)).map(t=>({name:ze(t),isFee:t!==e,quote:d(Q).lines.find(({line:{id:e}})=>e===t.id)})))),Pe=T(()=>(d(Q)?.lines??[]).filter(({line:e})=>d(Me).includes(e.id))),Fe=T(()=>e=>pe(fe(d(Pe).map(t=>t[e].amount)),d(Q)?.paid.currency??`EUR`,A.language)),Ie=T(()=>d(Pe).some(({deduction:e})=>Number(e.amount)!==0)),Le=T(()=>d(P)??d(X)?.customer.name??``),Re=T(()=>d(I)??d(X)?.customer.email??``),$=T(()=>({lines:d(Me).length===0?M().withdraw.chooseLine:``,name:d(Le).trim()===``?M().withdraw.fillIn:``,email:/^\S+@\S+$/.test(d(Re).trim())?``:M().withdraw.emailWrong,tick:d(z)?``:M().withdraw.tickFirst})),ze=({description:e,serviceName:t})=>[e,t].filter(Boolean).join(`, `);async function Be(){if(E(U,!0),Object.values(d($)).some(Boolean)){await p(),d(q)?.querySelector(`[aria-invalid="true"]`)?.focus();return}E(H,!0),E(W,``);let e=d(Pe).length===d(Q)?.lines.length,t={number:a.number,lines:e?null:d(Me),name:d(Le).trim(),email:d(Re).trim(),reason:d(ue)||null,confirm:d(z),idempotencyKey:de},{data:n,error:r}=await ae.api?.client.mutation(V,{input:t,language:A.language})??{};E(H,!1);let i=n?.orderWithdraw.errors[0];E(G,n?.orderWithdraw.withdrawal??null),d(G)||E(W,i&&`message`in i?i.message:r?.networkError?M().state.offline:r?.graphQLErrors[0]?.message??M().state.failed,!0)}{let p=n=>{var r=i(),l=e(r),u=e=>{var t=J(),n=_(t,!0);o(e=>s(n,e),[()=>M().withdraw.track]),f(`click`,t,()=>oe({withdraw:null,track:a.number})),c(e,t)},p=t=>{var n=ge(),r=e(n),i=_(r,!0),l=D(r,2),u=_(l,!0);o((e,t)=>{s(i,e),l.disabled=d(H),s(u,t)},[()=>M().state.cancel,()=>d(H)?M().withdraw.busy:M().withdraw.confirm]),f(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(`click`,l,Be),c(t,n)},m=e=>{var t=_e(),n=_(t,!0);o(e=>s(n,e),[()=>M().state.close]),f(`click`,t,function(...e){a.onClose?.apply(this,e)}),c(e,t)};t(l,e=>{d(G)||d(Z)?.status===`EXERCISED`?e(u):d(Q)?e(p,1):e(m,-1)}),c(n,r)},g=T(()=>O(M().withdraw.title,{number:a.number}));R(n,{get title(){return d(g)},get onClose(){return a.onClose},foot:p,children:(n,p)=>{var g=i(),x=e(g),S=e=>{K(e,{get number(){return a.number},get statement(){return d(G)}})},te=e=>{ce(e,{get error(){return j.error},onAgain:()=>j.reload()})},F=n=>{var r=i(),l=e(r),u=e=>{L(e,{rows:5})},d=e=>{var t=ve(),n=_(t,!0);o(e=>s(n,e),[()=>O(M().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{j.isLoading?e(u):e(d,-1)}),c(n,r)},oe=e=>{K(e,{get number(){return a.number},get statement(){return d(Z).withdrawal}})},R=e=>{var t=Y(),n=l(t),i=l(n),a=_(i,!0);w(n);var u=D(n,2);r(u,21,()=>d(Z).blockers,e=>e.code,(e,t)=>{var n=ye(),r=_(n,!0);o(()=>s(r,d(t).message)),c(e,n)}),w(u),w(t),o(e=>s(a,e),[()=>M().withdraw.refused]),c(e,t)},B=e=>{var n=ke(),i=l(n),a=l(i),p=D(a),g=e=>{var t=be(),n=_(t,!0);o(e=>s(n,e),[()=>O(M().withdraw.deadline,{when:se(d(Z).endsAt,A.language,ae.customer?.timeZone)})]),c(e,t)};t(p,e=>{d(Z).endsAt&&e(g)}),w(i);var x=D(i,2),S=l(x),te=_(S,!0),j=D(S,2),F=l(j),oe=_(F,!0),ce=D(F,2);r(ce,17,()=>d(Ae),({line:e,fees:t})=>e.id,(e,t)=>{let n=()=>d(t).line,i=()=>d(t).fees;var a=Se(),u=l(a);C(u);var p=D(u,2),m=l(p,!0),h=D(m);r(h,17,i,e=>e.id,(e,t)=>{var n=xe(),r=_(n);o(()=>s(r,`+ ${d(t).description??``}`)),c(e,n)}),w(p),w(a),o((e,t)=>{v(u,e),b(u,`aria-invalid`,d(U)&&d($).lines?`true`:void 0),s(m,t)},[()=>!d(N).includes(n().id),()=>ze(n())]),f(`change`,u,e=>E(N,e.currentTarget.checked?d(N).filter(e=>e!==n().id):[...d(N),n().id])),c(e,a)});var L=D(ce,2);k(L,()=>`wrong-lines`,()=>d($).lines);var R=D(L,2);r(R,17,()=>d(je),e=>e.id,(e,t)=>{var n=Ce(),r=_(n,!0);o(e=>s(r,e),[()=>O(M().withdraw.excludedLine,{line:ze(d(t))})]),c(e,n)}),w(j);var B=D(j,2),V=l(B),G=l(V),de=_(G,!0),K=D(G,2);C(K);var fe=D(K,2);k(fe,()=>`wrong-name`,()=>d($).name),w(V);var pe=D(V,2),me=l(pe),he=_(me,!0),J=D(me,2);C(J);var ge=D(J,2);k(ge,()=>`wrong-email`,()=>d($).email),w(pe);var _e=D(pe,2),ve=l(_e),ye=_(ve,!0),Y=D(ve,2),X=l(Y),Me=_(X,!0);X.value=X.__value=``;var Pe=D(X);r(Pe,17,()=>Object.entries(M().withdraw.reasons),([e,t])=>e,(e,t)=>{var n=T(()=>y(d(t),2));let r=()=>d(n)[0],i=()=>d(n)[1];var a=we(),l=_(a,!0),u={};o(()=>{s(l,i()),u!==(u=r())&&(a.value=(a.__value=u)??``)}),c(e,a)}),w(Y),re(Y),w(_e),w(B),w(x);var Be=D(x,2),Ve=l(Be),He=_(Ve,!0),Ue=D(Ve,2);r(Ue,21,()=>d(Ne),({name:e,isFee:t,quote:n})=>n.line.id,(e,n,r,i)=>{let a=()=>d(n).name,f=()=>d(n).isFee,p=()=>d(n).quote;var m=Ee();let h;var g=l(m),ee=_(g,!0),v=D(g,2),y=l(v),b=e=>{var t=ie();o(()=>s(t,`${p().paid.text} − ${p().deduction.text} = `)),c(e,t)},x=T(()=>Number(p().deduction.amount)!==0);t(y,e=>{d(x)&&e(b)});var S=D(y),C=_(S,!0);w(v);var E=D(v,2),te=e=>{var t=Te(),n=_(t,!0);o(e=>s(n,e),[()=>O(M().withdraw.used,{used:p().usedDays,period:p().periodDays})]),c(e,t)},ne=T(()=>Number(p().deduction.amount)!==0);t(E,e=>{d(ne)&&e(te)}),w(m),o(()=>{h=u(m,1,`s-dicupm`,null,h,{of:f()}),s(ee,f()?`+ ${a()}`:a()),s(C,p().refund.text)}),c(e,m)}),w(Ue);var We=D(Ue,2),Ge=l(We),Ke=l(Ge),qe=_(Ke,!0),Je=D(Ke,2),Ye=_(Je,!0);w(Ge);var Xe=D(Ge,2),Ze=e=>{var t=De(),n=l(t),r=_(n,!0),i=D(n,2),a=_(i);w(t),o((e,t)=>{s(r,e),s(a,`− ${t??``}`)},[()=>M().withdraw.deduction,()=>d(Fe)(`deduction`)]),c(e,t)};t(Xe,e=>{d(Ie)&&e(Ze)});var Qe=D(Xe,2),$e=l(Qe),et=_($e,!0),tt=D($e,2),nt=_(tt,!0);w(Qe),w(We);var rt=D(We,2),it=_(rt);w(Be);var at=D(Be,2),ot=l(at),st=l(ot);C(st);var ct=D(st,2),lt=_(ct,!0);w(ot);var ut=D(ot,2);k(ut,()=>`wrong-tick`,()=>d($).tick),w(at);var dt=D(at,2),ft=e=>{var t=Oe(),n=_(t,!0);o(()=>s(n,d(W))),c(e,t)};t(dt,e=>{d(W)&&e(ft)});var pt=D(dt,2),mt=_(pt,!0);w(n),h(n,e=>E(q,e),()=>d(q)),o((e,t,n,r,i,o,c,l,u,f,p,h,g,_,ee,v)=>{s(a,`${e??``} `),s(te,t),b(j,`aria-describedby`,d(U)&&d($).lines?`wrong-lines`:void 0),s(oe,n),s(de,r),m(K,d(Le)),b(K,`aria-invalid`,d(U)&&d($).name?`true`:void 0),b(K,`aria-describedby`,d(U)&&d($).name?`wrong-name`:void 0),s(he,i),m(J,d(Re)),b(J,`aria-invalid`,d(U)&&d($).email?`true`:void 0),b(J,`aria-describedby`,d(U)&&d($).email?`wrong-email`:void 0),s(ye,o),s(Me,c),s(He,l),s(qe,u),s(Ye,f),s(et,p),s(nt,h),s(it,`${g??``}
          ${_??``}`),b(st,`aria-invalid`,d(U)&&d($).tick?`true`:void 0),b(st,`aria-describedby`,d(U)&&d($).tick?`wrong-tick`:void 0),s(lt,ee),s(mt,v)},[()=>M().withdraw.lead,()=>M().withdraw.statement,()=>M().withdraw.sentence,()=>M().withdraw.name,()=>M().withdraw.email,()=>M().withdraw.reason,()=>M().withdraw.noReason,()=>M().withdraw.refund,()=>M().withdraw.paid,()=>d(Fe)(`paid`),()=>M().withdraw.back,()=>d(Fe)(`refund`),()=>d(Ie)?`${M().withdraw.deduction}: ${M().withdraw.formula}.`:M().withdraw.noDeduction,()=>O(M().withdraw.refundBy,{when:le(d(Q).dueBy,A.language)}),()=>M().withdraw.tick,()=>d(H)?M().withdraw.sending:``]),f(`input`,K,e=>E(P,e.currentTarget.value,!0)),f(`input`,J,e=>E(I,e.currentTarget.value,!0)),ne(Y,()=>d(ue),e=>E(ue,e)),ee(st,()=>d(z),e=>E(z,e)),c(e,n)};t(x,e=>{d(G)?e(S):j.error&&!d(X)?e(te,1):!d(X)||!d(Z)?e(F,2):d(Z).status===`EXERCISED`&&d(Z).withdrawal?e(oe,3):d(Z).status!==`AVAILABLE`||!d(Q)?e(R,4):e(B,-1)}),c(n,g)},$$slots:{foot:!0,default:!0}})}te()}n([`click`,`change`,`input`]);export{X as default};