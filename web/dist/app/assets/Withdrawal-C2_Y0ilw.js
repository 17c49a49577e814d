import{$ as e,B as t,F as n,G as r,H as i,I as a,L as o,O as s,P as c,V as l,W as u,Y as d,_ as f,at as p,b as m,d as h,dt as g,et as _,f as v,g as y,h as b,ht as ee,it as x,j as S,mt as C,nt as w,pt as T,st as E,tt as D,ut as te,v as ne,y as re}from"./libraries-B6TXN8SZ.js";import{A as O,H as k,P as A,S as j,U as M,W as N,a as ie,c as ae,d as oe,i as P,o as se,s as F,t as ce,v as le,w as ue}from"./frame-pbDolvLY.js";import{t as I}from"./Dialog-yp31ufRf.js";var L=A(`
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
`),R=A(`
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
  `,[O,L]),z=A(`
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
  `,[O,L]);function B({number:e,statement:t,timeZone:n,language:r,words:i}){let{withdraw:a,tracking:o}=i,s=t.lines.map(({description:e,serviceName:t})=>`  - ${[e,t].filter(Boolean).join(`, `)}`),c=t.refund;return[a.receipt.toUpperCase(),``,`${a.receiptNumber}: ${t.id}`,`${a.receivedAt}: ${F(t.receivedAt,r,n)} (${t.receivedAt})`,`${a.contract}: ${k(o.title,{number:e})}`,``,a.sentence,...s,``,`${a.name}: ${t.name}`,`${a.email}: ${t.email}`,...t.reason?[`${a.reason}: ${a.reasons[t.reason]}`]:[],...c?[``,`${a.back}: ${c.amount.text}. ${k(a.refundBy,{when:se(c.dueBy,r)})}`]:[],``,a.receivedHint,``].join(`
`)}function V(e,t){let n=URL.createObjectURL(new Blob([t],{type:`text/plain;charset=utf-8`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}var H=o(`<span class="line s-9o55q4"> </span>`),U=o(`<div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"><strong class="number"> </strong><span class="line quiet small s-9o55q4"> </span></dd></div>`),W=o(`<div class="stack" data-receipt=""><div class="note good" role="status"><p><strong> </strong></p> <p> </p></div> <section aria-labelledby="receipt"><h3 id="receipt"> </h3> <dl class="s-9o55q4"><div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd data-received="" class="s-9o55q4"><!></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="number s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"></dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="s-9o55q4"> </dd></div> <!> <div class="s-9o55q4"><dt class="s-9o55q4"> </dt> <dd class="mono s-9o55q4"> </dd></div></dl></section> <p><button class="button" type="button"><!> </button></p></div>`);function G(t,r){g(r,!0);function a(){let{language:e,words:t}=M;V(`buono-${r.number}-${r.statement.receivedAt.slice(0,10)}.txt`,B({number:r.number,statement:r.statement,language:e,words:t,timeZone:ue.customer?.timeZone}))}var o=W(),l=e(o),f=e(l),p=e(f),m=D(p,!0);T(f);var h=w(f,2),_=D(h,!0);T(l);var v=w(l,2),y=e(v),b=D(y,!0),ee=w(y,2),x=e(ee),C=e(x),E=D(C,!0),ne=w(C,2),re=e(ne);ce(re,{get at(){return r.statement.receivedAt},as:`exactly`}),T(ne),T(x);var O=w(x,2),A=e(O),ie=D(A,!0),ae=w(A,2),oe=D(ae,!0);T(O);var P=w(O,2),F=e(P),le=D(F,!0),I=w(F,2);s(I,21,()=>r.statement.lines,e=>e.id,(e,t)=>{var r=H(),i=D(r,!0);d(e=>c(i,e),[()=>[u(t).description,u(t).serviceName].filter(Boolean).join(`, `)]),n(e,r)}),T(I),T(P);var L=w(P,2),R=e(L),z=D(R,!0),G=w(R,2),de=D(G,!0);T(L);var K=w(L,2),fe=e(K),pe=D(fe,!0),q=w(fe,2),me=D(q,!0);T(K);var he=w(K,2),ge=t=>{var i=U(),a=e(i),o=D(a,!0),s=w(a,2),l=e(s),u=D(l,!0),f=w(l),p=D(f,!0);T(s),T(i),d((e,t)=>{c(o,e),c(u,r.statement.refund.amount.text),c(p,t)},[()=>N().withdraw.back,()=>k(N().withdraw.refundBy,{when:se(r.statement.refund.dueBy,M.language)})]),n(t,i)};S(he,e=>{r.statement.refund&&e(ge)});var _e=w(he,2),J=e(_e),Y=D(J,!0),ve=w(J,2),ye=D(ve,!0);T(_e),T(ee),T(v);var be=w(v,2),xe=e(be),Se=e(xe);j(Se,{name:`paper`});var Ce=w(Se,1,!0);T(xe),T(be),T(o),d((e,t,n,i,a,o,s,l,u,d,f)=>{c(m,e),c(_,t),c(b,n),c(E,i),c(ie,a),c(oe,o),c(le,s),c(z,l),c(de,r.statement.name),c(pe,u),c(me,r.statement.email),c(Y,d),c(ye,r.statement.id),c(Ce,f)},[()=>N().withdraw.received,()=>N().withdraw.receivedHint,()=>N().withdraw.receipt,()=>N().withdraw.receivedAt,()=>N().withdraw.contract,()=>k(N().tracking.title,{number:r.number}),()=>N().withdraw.lines,()=>N().withdraw.name,()=>N().withdraw.sent,()=>N().withdraw.receiptNumber,()=>N().withdraw.download]),i(`click`,xe,a),n(t,o),te()}l([`click`]);function de(e){let t=Math.max(0,...e.map(e=>e.split(`.`)[1]?.length??0)),n=e.reduce((e,n)=>e+K(n,t),0n);if(t===0)return String(n);let r=String(n<0n?-n:n).padStart(t+1,`0`);return`${n<0n?`-`:``}${r.slice(0,-t)}.${r.slice(-t)}`}function K(e,t){let[n=`0`,r=``]=e.split(`.`);return BigInt(n+r.padEnd(t,`0`))}function fe(e,t,n){return new Intl.NumberFormat(n,{style:`currency`,currency:t}).format(e)}function pe(e){let t=[];for(let n of e){let e=n.kind===`INSTALLATION`?t.findLast(e=>e.line.planCode===n.planCode):void 0;e?e.fees.push(n):t.push({line:n,fees:[]})}return t}var q=o(`<p class="wrong"> </p>`),me=o(`<button class="button primary" type="button"> </button>`),he=o(`<button class="button" type="button"> </button> <button class="button danger" type="button" data-confirm=""> </button>`,1),ge=o(`<button class="button" type="button"> </button>`),_e=o(`<p> </p>`),J=o(`<li class="note"> </li>`),Y=o(`<div class="stack" data-blocked=""><p><strong> </strong></p> <ul class="stack"></ul></div>`),ve=o(`<strong> </strong>`),ye=o(`<span class="quiet small fee s-111owac"> </span>`),be=o(`<label class="line s-111owac"><input type="checkbox"/> <span> <!></span></label>`),xe=o(`<p class="quiet small"> </p>`),Se=o(`<option> </option>`),Ce=o(`<span class="quiet small"> </span>`),we=o(`<li class="s-111owac"><span> </span> <span class="sum number s-111owac"><!><strong> </strong></span> <!></li>`),Te=o(`<div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div>`),Ee=o(`<p class="note bad" role="alert"> </p>`),De=o(`<div class="stack"><p> <!></p> <section class="stack part s-111owac" aria-labelledby="statement"><h3 id="statement"> </h3> <fieldset class="s-111owac"><legend class="s-111owac"> </legend> <!> <!> <!></fieldset> <div class="fields s-111owac"><div class="field"><label for="withdraw-name"> </label> <input class="input" id="withdraw-name" autocomplete="name" maxlength="200" required=""/> <!></div> <div class="field"><label for="withdraw-email"> </label> <input class="input" id="withdraw-email" type="email" autocomplete="email" required=""/> <!></div> <div class="field"><label for="withdraw-reason"> </label> <select class="input" id="withdraw-reason"><option> </option><!></select></div></div></section> <section class="refund s-111owac" aria-labelledby="refund" aria-live="polite"><h3 id="refund"> </h3> <ul class="s-111owac"></ul> <dl class="s-111owac"><div class="s-111owac"><dt> </dt> <dd class="number"> </dd></div> <!> <div class="back s-111owac"><dt> </dt> <dd class="number" data-refund=""> </dd></div></dl> <p class="quiet small"> </p></section> <div><label class="line tick s-111owac"><input type="checkbox" data-tick=""/> <span> </span></label> <!></div> <!></div>`);function Oe(o,l){g(l,!0);let O=(e,t=C,r=C)=>{var i=a(),o=_(i),s=e=>{var i=q(),a=D(i,!0);d(()=>{y(i,`id`,t()),c(a,r())}),n(e,i)};S(o,e=>{u(H)&&r()&&e(s)}),n(e,i)},A=new P(R,()=>({number:l.number,language:M.language})),j=p([]),F=p(null),ce=p(null),L=p(``),B=p(!1),V=p(!1),H=p(!1),U=p(``),W=p(null),K=crypto.randomUUID(),Oe=p(void 0),X=E(()=>A.data?.order),Z=E(()=>u(X)?.withdrawal),Q=E(()=>u(Z)?.quote),ke=E(()=>pe((u(X)?.lines??[]).filter(e=>u(Q)?.lines.some(t=>t.line.id===e.id)))),Ae=E(()=>(u(X)?.lines??[]).filter(e=>e.withdrawalExcluded&&!e.withdrawnAt)),je=E(()=>u(ke).filter(({line:e})=>!u(j).includes(e.id)).flatMap(({line:e,fees:t})=>[e,...t].map(({id:e})=>e))),Me=E(()=>(u(Q)?.lines??[]).filter(({line:e})=>u(je).includes(e.id))),Ne=E(()=>e=>fe(de(u(Me).map(t=>t[e].amount)),u(Q)?.paid.currency??`EUR`,M.language)),Pe=E(()=>u(Me).some(({deduction:e})=>Number(e.amount)!==0)),Fe=E(()=>u(F)??u(X)?.customer.name??``),Ie=E(()=>u(ce)??u(X)?.customer.email??``),$=E(()=>({lines:u(je).length===0?N().withdraw.chooseLine:``,name:u(Fe).trim()===``?N().withdraw.fillIn:``,email:/^\S+@\S+$/.test(u(Ie).trim())?``:N().withdraw.emailWrong,tick:u(B)?``:N().withdraw.tickFirst})),Le=({description:e,serviceName:t})=>[e,t].filter(Boolean).join(`, `);async function Re(){if(x(H,!0),Object.values(u($)).some(Boolean)){await r(),u(Oe)?.querySelector(`[aria-invalid="true"]`)?.focus();return}x(V,!0),x(U,``);let e=u(Me).length===u(Q)?.lines.length,t={number:l.number,lines:e?null:u(je),name:u(Fe).trim(),email:u(Ie).trim(),reason:u(L)||null,confirm:u(B),idempotencyKey:K},{data:n,error:i}=await ue.api?.client.mutation(z,{input:t,language:M.language})??{};x(V,!1);let a=n?.orderWithdraw.errors[0];x(W,n?.orderWithdraw.withdrawal??null),u(W)||x(U,a&&`message`in a?a.message:i?.networkError?N().state.offline:i?.graphQLErrors[0]?.message??N().state.failed,!0)}{let r=e=>{var t=a(),r=_(t),o=e=>{var t=me(),r=D(t,!0);d(e=>c(r,e),[()=>N().withdraw.track]),i(`click`,t,()=>oe({withdraw:null,track:l.number})),n(e,t)},s=e=>{var t=he(),r=_(t),a=D(r,!0),o=w(r,2),s=D(o,!0);d((e,t)=>{c(a,e),o.disabled=u(V),c(s,t)},[()=>N().state.cancel,()=>u(V)?N().withdraw.busy:N().withdraw.confirm]),i(`click`,r,function(...e){l.onClose?.apply(this,e)}),i(`click`,o,Re),n(e,t)},f=e=>{var t=ge(),r=D(t,!0);d(e=>c(r,e),[()=>N().state.close]),i(`click`,t,function(...e){l.onClose?.apply(this,e)}),n(e,t)};S(r,e=>{u(W)||u(Z)?.status===`EXERCISED`?e(o):u(Q)?e(s,1):e(f,-1)}),n(e,t)},p=E(()=>k(N().withdraw.title,{number:l.number}));I(o,{get title(){return u(p)},get onClose(){return l.onClose},foot:r,children:(r,o)=>{var p=a(),g=_(p),C=e=>{G(e,{get number(){return l.number},get statement(){return u(W)}})},te=e=>{ie(e,{get error(){return A.error},onAgain:()=>A.reload()})},oe=e=>{var t=a(),r=_(t),i=e=>{le(e,{rows:5})},o=e=>{var t=_e(),r=D(t,!0);d(e=>c(r,e),[()=>k(N().state.missingOrder,{number:l.number})]),n(e,t)};S(r,e=>{A.isLoading?e(i):e(o,-1)}),n(e,t)},P=e=>{G(e,{get number(){return l.number},get statement(){return u(Z).withdrawal}})},I=t=>{var r=Y(),i=e(r),a=e(i),o=D(a,!0);T(i);var l=w(i,2);s(l,21,()=>u(Z).blockers,e=>e.code,(e,t)=>{var r=J(),i=D(r,!0);d(()=>c(i,u(t).message)),n(e,r)}),T(l),T(r),d(e=>c(o,e),[()=>N().withdraw.refused]),n(t,r)},R=r=>{var a=De(),o=e(a),l=e(o),p=w(l),g=e=>{var t=ve(),r=D(t,!0);d(e=>c(r,e),[()=>k(N().withdraw.deadline,{when:ae(u(Z).endsAt,M.language,ue.customer?.timeZone)})]),n(e,t)};S(p,e=>{u(Z).endsAt&&e(g)}),T(o);var _=w(o,2),C=e(_),te=D(C,!0),A=w(C,2),ie=e(A),oe=D(ie,!0),P=w(ie,2);s(P,17,()=>u(ke),({line:e,fees:t})=>e.id,(t,r)=>{let a=()=>u(r).line,o=()=>u(r).fees;var l=be(),p=e(l);b(p);var m=w(p,2),h=e(m,!0),g=w(h);s(g,17,o,e=>e.id,(e,t)=>{var r=ye(),i=D(r);d(()=>c(i,`+ ${u(t).description??``}`)),n(e,r)}),T(m),T(l),d((e,t)=>{f(p,e),y(p,`aria-invalid`,u(H)&&u($).lines?`true`:void 0),c(h,t)},[()=>!u(j).includes(a().id),()=>Le(a())]),i(`change`,p,e=>x(j,e.currentTarget.checked?u(j).filter(e=>e!==a().id):[...u(j),a().id])),n(t,l)});var le=w(P,2);O(le,()=>`wrong-lines`,()=>u($).lines);var I=w(le,2);s(I,17,()=>u(Ae),e=>e.id,(e,t)=>{var r=xe(),i=D(r,!0);d(e=>c(i,e),[()=>k(N().withdraw.excludedLine,{line:Le(u(t))})]),n(e,r)}),T(A);var R=w(A,2),z=e(R),V=e(z),W=D(V,!0),G=w(V,2);b(G);var de=w(G,2);O(de,()=>`wrong-name`,()=>u($).name),T(z);var K=w(z,2),fe=e(K),pe=D(fe,!0),q=w(fe,2);b(q);var me=w(q,2);O(me,()=>`wrong-email`,()=>u($).email),T(K);var he=w(K,2),ge=e(he),_e=D(ge,!0),J=w(ge,2),Y=e(J),je=D(Y,!0);Y.value=Y.__value=``;var Re=w(Y);s(Re,17,()=>Object.entries(N().withdraw.reasons),([e,t])=>e,(e,t)=>{var r=E(()=>ee(u(t),2));let i=()=>u(r)[0],a=()=>u(r)[1];var o=Se(),s=D(o,!0),l={};d(()=>{c(s,a()),l!==(l=i())&&(o.value=(o.__value=l)??``)}),n(e,o)}),T(J),m(J),T(he),T(R),T(_);var ze=w(_,2),Be=e(ze),Ve=D(Be,!0),He=w(Be,2);s(He,21,()=>u(Me),e=>e.line.id,(r,i)=>{var a=we(),o=e(a),s=D(o,!0),l=w(o,2),f=e(l),p=e=>{var r=t();d(()=>c(r,`${u(i).paid.text} − ${u(i).deduction.text} = `)),n(e,r)},m=E(()=>Number(u(i).deduction.amount)!==0);S(f,e=>{u(m)&&e(p)});var h=w(f),g=D(h,!0);T(l);var _=w(l,2),v=e=>{var t=Ce(),r=D(t,!0);d(e=>c(r,e),[()=>k(N().withdraw.used,{used:u(i).usedDays,period:u(i).periodDays})]),n(e,t)},y=E(()=>Number(u(i).deduction.amount)!==0);S(_,e=>{u(y)&&e(v)}),T(a),d(e=>{c(s,e),c(g,u(i).refund.text)},[()=>Le(u(X).lines.find(({id:e})=>e===u(i).line.id))]),n(r,a)}),T(He);var Ue=w(He,2),We=e(Ue),Ge=e(We),Ke=D(Ge,!0),qe=w(Ge,2),Je=D(qe,!0);T(We);var Ye=w(We,2),Xe=t=>{var r=Te(),i=e(r),a=D(i,!0),o=w(i,2),s=D(o);T(r),d((e,t)=>{c(a,e),c(s,`− ${t??``}`)},[()=>N().withdraw.deduction,()=>u(Ne)(`deduction`)]),n(t,r)};S(Ye,e=>{u(Pe)&&e(Xe)});var Ze=w(Ye,2),Qe=e(Ze),$e=D(Qe,!0),et=w(Qe,2),tt=D(et,!0);T(Ze),T(Ue);var nt=w(Ue,2),rt=D(nt);T(ze);var it=w(ze,2),at=e(it),ot=e(at);b(ot);var st=w(ot,2),ct=D(st,!0);T(at);var lt=w(at,2);O(lt,()=>`wrong-tick`,()=>u($).tick),T(it);var ut=w(it,2),dt=e=>{var t=Ee(),r=D(t,!0);d(()=>c(r,u(U))),n(e,t)};S(ut,e=>{u(U)&&e(dt)}),T(a),h(a,e=>x(Oe,e),()=>u(Oe)),d((e,t,n,r,i,a,o,s,d,f,p,m,h,g,_)=>{c(l,`${e??``} `),c(te,t),y(A,`aria-describedby`,u(H)&&u($).lines?`wrong-lines`:void 0),c(oe,n),c(W,r),ne(G,u(Fe)),y(G,`aria-invalid`,u(H)&&u($).name?`true`:void 0),y(G,`aria-describedby`,u(H)&&u($).name?`wrong-name`:void 0),c(pe,i),ne(q,u(Ie)),y(q,`aria-invalid`,u(H)&&u($).email?`true`:void 0),y(q,`aria-describedby`,u(H)&&u($).email?`wrong-email`:void 0),c(_e,a),c(je,o),c(Ve,s),c(Ke,d),c(Je,f),c($e,p),c(tt,m),c(rt,`${h??``}
          ${g??``}`),y(ot,`aria-invalid`,u(H)&&u($).tick?`true`:void 0),y(ot,`aria-describedby`,u(H)&&u($).tick?`wrong-tick`:void 0),c(ct,_)},[()=>N().withdraw.lead,()=>N().withdraw.statement,()=>N().withdraw.sentence,()=>N().withdraw.name,()=>N().withdraw.email,()=>N().withdraw.reason,()=>N().withdraw.noReason,()=>N().withdraw.refund,()=>N().withdraw.paid,()=>u(Ne)(`paid`),()=>N().withdraw.back,()=>u(Ne)(`refund`),()=>u(Pe)?`${N().withdraw.deduction}: ${N().withdraw.formula}.`:N().withdraw.noDeduction,()=>k(N().withdraw.refundBy,{when:se(u(Q).dueBy,M.language)}),()=>N().withdraw.tick]),i(`input`,G,e=>x(F,e.currentTarget.value,!0)),i(`input`,q,e=>x(ce,e.currentTarget.value,!0)),re(J,()=>u(L),e=>x(L,e)),v(ot,()=>u(B),e=>x(B,e)),n(r,a)};S(g,e=>{u(W)?e(C):A.error&&!u(X)?e(te,1):!u(X)||!u(Z)?e(oe,2):u(Z).status===`EXERCISED`&&u(Z).withdrawal?e(P,3):u(Z).status!==`AVAILABLE`||!u(Q)?e(I,4):e(R,-1)}),n(r,p)},$$slots:{foot:!0,default:!0}})}te()}l([`click`,`change`,`input`]);export{Oe as default};