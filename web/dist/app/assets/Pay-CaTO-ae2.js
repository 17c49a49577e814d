import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,S as u,U as d,V as f,Y as p,_ as m,et as h,ft as g,g as _,h as v,it as y,lt as b,m as x,mt as S,ot as C,pt as w,rt as T,tt as E,ut as D,v as O,y as k}from"./libraries-BWIsjS6D.js";import{A,H as j,P as M,R as N,S as P,U as F,W as I,a as L,d as ee,i as te,m as ne,u as R,v as re,w as z}from"./frame-CliuBP5C.js";import{t as ie}from"./Dialog-QOCn20p9.js";var B=[`CARD`,`SEPA_DIRECT_DEBIT`,`PAYPAL`];function ae(e){let t=e.filter(({eligible:e})=>e).flatMap(({kind:e,label:t,means:n})=>n.map(n=>({value:n.id,method:e,mean:n.id,label:n.label,kind:t,isDefault:n.isDefault}))),n=({kind:e})=>B.includes(e);return{registered:t,others:e.filter(e=>e.eligible&&!n(e)).map(({kind:e,label:t})=>({value:e,method:e,mean:null,label:t,kind:null,isDefault:!1})),notPossible:e.filter(e=>!e.eligible||n(e)&&e.means.length===0).map(({label:e,reason:t})=>({label:e,reason:t}))}}function oe({registered:e,others:t}){return(e.find(({method:e,isDefault:t})=>e===`CARD`&&t)??e.find(({isDefault:e})=>e)??e[0]??t[0])?.value??``}function se({status:e,payments:t}){if(e===`EXPIRED`||e===`CANCELLED`)return{is:`over`};if(e!==`NOT_PAID`)return{is:`paid`};let n=t.findLast(e=>e.status===`REQUIRES_ACTION`||e.status===`PENDING`);return n?n.actionUrl&&n.status===`REQUIRES_ACTION`?{is:`action`,url:n.actionUrl}:{is:`pending`,method:n.method}:{is:`open`}}var V=M(`
  fragment Payments on Order {
    id
    amountDue {
      amount
      text(language: $language)
    }
    payments {
      id
      method
      status
      actionUrl
    }
  }
`),ce=M(`
    query PayOptions($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
        ...Payments
        paymentMethods {
          kind
          label(language: $language)
          eligible
          reason(language: $language)
          means {
            id
            label
            isDefault
          }
          transfer {
            payee
            iban
            reference
            amount {
              text(language: $language)
            }
            qrCode {
              size
              path
            }
          }
        }
      }
    }
  `,[A,V]),le=M(`
    mutation PayOrder($input: OrderPayInput!, $language: String!) {
      orderPay(input: $input) {
        errors {
          __typename
          ... on UserError {
            code
            message
          }
        }
        payment {
          id
          status
          failure {
            code
            message
          }
        }
        order {
          ...OrderRow
          ...Payments
        }
      }
    }
  `,[A,V]),H=M(`
  mutation RegisterMean($input: PaymentMeanRegisterInput!) {
    paymentMeanRegister(input: $input) {
      errors {
        __typename
        ... on UserError {
          code
          message
        }
      }
      paymentMean {
        id
      }
    }
  }
`),U=a(`<option> </option>`),W=a(`<p class="wrong" role="alert"> </p>`),G=a(`<details><summary class="s-1xrpiqn"> </summary> <p class="quiet small"> </p> <div class="row s-1xrpiqn"><select class="input s-1xrpiqn"></select> <button class="button" type="button"> </button></div> <!></details>`);function ue(e,n){D(n,!0);let i=y(`tok_action`),a=y(!1),u=y(``);async function p(){T(a,!0);let{data:e}=await z.api?.client.mutation(H,{input:{kind:`CARD`,token:d(i)}})??{};T(a,!1);let t=e?.paymentMeanRegister,r=t?.errors[0];T(u,t?.paymentMean?``:r&&`message`in r?r.message:I().state.failed,!0),t?.paymentMean&&n.onAdded(t.paymentMean.id)}var m=G(),_=l(m),x=h(_,!0),w=E(_,2),A=h(w,!0),j=E(w,2),M=l(j);r(M,21,()=>Object.entries(I().pay.cards),([e,t])=>e,(e,t)=>{var n=C(()=>S(d(t),2));let r=()=>d(n)[0],i=()=>d(n)[1];var a=U(),l=h(a,!0),u={};o(()=>{s(l,i()),u!==(u=r())&&(a.value=(a.__value=u)??``)}),c(e,a)}),g(M),k(M);var N=E(M,2),P=h(N,!0);g(j);var F=E(j,2),L=e=>{var t=W(),n=h(t,!0);o(()=>s(n,d(u))),c(e,t)};t(F,e=>{d(u)&&e(L)}),g(m),o((e,t,n,r)=>{s(x,e),s(A,t),v(M,`aria-label`,n),N.disabled=d(a),s(P,r)},[()=>I().pay.add,()=>I().pay.addHint,()=>I().pay.add,()=>d(a)?I().pay.adding:I().pay.add]),O(M,()=>d(i),e=>T(i,e)),f(`click`,N,p),c(e,m),b()}n([`click`]);var K=a(`<dd class="copy s-vit58f"><!></dd>`),q=a(`<div class="s-vit58f"><dt class="s-vit58f"> </dt> <dd class="number s-vit58f"> </dd> <!></div>`),J=a(`<figure class="s-vit58f"><svg role="img" shape-rendering="crispEdges" class="s-vit58f"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000"></path></svg> <figcaption class="s-vit58f"> </figcaption></figure>`),Y=a(`<section class="slip s-vit58f" aria-labelledby="slip"><div class="facts"><h3 id="slip"> </h3> <dl class="s-vit58f"></dl></div> <!></section>`);function de(e,n){D(n,!0);let i=C(()=>[[I().pay.payee,n.transfer.payee,n.transfer.payee],[I().pay.iban,n.transfer.iban,n.transfer.iban.replaceAll(` `,``)],[I().pay.amount,n.transfer.amount.text,null],[I().pay.reference,n.transfer.reference,n.transfer.reference]]);var a=Y(),u=l(a),f=l(u),p=h(f,!0),m=E(f,2);r(m,21,()=>d(i),([e,t,n])=>e,(e,n)=>{var r=C(()=>S(d(n),3));let i=()=>d(r)[0],a=()=>d(r)[1],u=()=>d(r)[2];var f=q(),p=l(f),m=h(p,!0),_=E(p,2),v=h(_,!0),y=E(_,2),b=e=>{var t=K(),n=l(t);R(n,{get text(){return u()},get what(){return i()}}),g(t),c(e,t)};t(y,e=>{u()&&e(b)}),g(f),o(()=>{s(m,i()),s(v,a())}),c(e,f)}),g(m),g(u);var _=E(u,2),y=e=>{var t=J(),r=l(t),i=E(l(r));g(r);var a=E(r,2),u=h(a,!0);g(t),o((e,t)=>{v(r,`viewBox`,`0 0 ${n.transfer.qrCode.size??``} ${n.transfer.qrCode.size??``}`),v(r,`aria-label`,e),v(i,`d`,n.transfer.qrCode.path),s(u,t)},[()=>I().pay.scan,()=>I().pay.scan]),c(e,t)};t(_,e=>{n.transfer.qrCode&&e(y)}),g(a),o(e=>s(p,e),[()=>I().pay.transferTitle]),c(e,a),b()}var X=(e,t=w,n=w,r=w,i=w)=>{var a=Z(),d=l(a);P(d,{get name(){return n()},size:24});var f=E(d,2),p=l(f),m=l(p),_=h(m,!0);g(p);var v=E(p,2),y=h(v,!0);g(f),g(a),o(()=>{u(a,1,`outcome note ${t()??``}`,`s-a25xqd`),s(_,r()),s(y,i())}),c(e,a)},fe=a(`<span class="tag s-a25xqd"> </span>`),pe=a(`<span class="quiet small s-a25xqd"> </span>`),me=a(`<label class="choice s-a25xqd"><input type="radio" name="how" class="s-a25xqd"/> <span class="words s-a25xqd"><span class="what s-a25xqd"> <!></span> <!></span></label>`),Z=a(`<div role="status"><!> <div class="s-a25xqd"><p class="s-a25xqd"><strong class="s-a25xqd"> </strong></p> <p class="s-a25xqd"> </p></div></div>`),he=a(`<button class="button" type="button"> </button> <button class="button primary" type="button" data-pay=""> </button>`,1),ge=a(`<button class="button" type="button"> </button>`),_e=a(`<!> <button type="button"> </button>`,1),Q=a(`<p> </p>`),ve=a(`<!> <p><a class="button primary" target="_blank" rel="noopener"> <!></a></p>`,1),ye=a(`<!> <!>`,1),be=a(`<div class="note bad" role="alert"><p><strong> </strong></p> <p> </p></div>`),$=a(`<fieldset class="s-a25xqd"><legend class="label s-a25xqd"> </legend> <!></fieldset>`),xe=a(`<li class="s-a25xqd"><span> </span><span class="quiet small"> </span></li>`),Se=a(`<section aria-labelledby="not-possible"><h3 class="label s-a25xqd" id="not-possible"> </h3> <ul class="not s-a25xqd"></ul></section>`),Ce=a(`<p class="amount s-a25xqd"><span class="quiet"> </span> <strong class="number s-a25xqd"> </strong></p> <!> <!> <!> <!> <!>`,1),we=a(`<div class="stack"><!></div>`);function Te(n,a){D(a,!0);let S=(e,n=w)=>{var r=me(),i=l(r);x(i);var a=E(i,2),u=l(a),p=l(u,!0),v=E(p),y=e=>{var t=fe(),n=h(t,!0);o(e=>s(n,e),[()=>I().pay.isDefault]),c(e,t)};t(v,e=>{n().isDefault&&e(y)}),g(u);var b=E(u,2),S=e=>{var t=pe(),r=h(t,!0);o(e=>s(r,e),[()=>[n().kind,Z(n())].filter(Boolean).join(` · `)]),c(e,t)},D=C(()=>n().kind||Z(n()));t(b,e=>{d(D)&&e(S)}),g(a),g(r),o(()=>{m(i,n().value),_(i,d(W)===n().value),s(p,n().label)}),f(`change`,i,()=>Ee(()=>T(k,n().value,!0))),c(e,r)},O=new te(ce,()=>({number:a.number,language:F.language}));p(()=>ne(e=>(e.kind===`reread`||e.order.number===O.data?.order?.number)&&O.reload()));let k=y(null),A=y(!1),M=y(!1),R=y(``),B=crypto.randomUUID(),V=C(()=>O.data?.order),H=C(()=>d(V)?se(d(V)):null),U=C(()=>ae(d(V)?.paymentMethods??[])),W=C(()=>d(k)??oe(d(U))),G=C(()=>[...d(U).registered,...d(U).others].find(({value:e})=>e===d(W))),K=C(()=>d(V)?.paymentMethods.find(e=>e.transfer)?.transfer),q=C(()=>d(V)?.actions.find(({kind:e})=>e===`PAY`)),J=C(()=>d(H)&&(d(H).is===`action`||d(H).is===`pending`)&&d(M)?`open`:d(H)?.is),Y={4242:`tok_ok`,"0002":`tok_declined`,9995:`tok_insufficient_funds`,3155:`tok_action`,"0077":`tok_slow`},Z=({method:e,label:t})=>N()&&e===`CARD`?I().pay.cards[Y[t.slice(-4)]??``]:void 0;async function Te(){if(!d(G)){T(R,I().pay.noneChosen,!0);return}T(A,!0),T(R,``);let e={number:a.number,method:d(G).method,mean:d(G).mean,idempotencyKey:B},{data:t,error:n}=await z.api?.client.mutation(le,{input:e,language:F.language})??{};if(T(A,!1),n?.networkError){T(R,I().state.offline,!0);return}B=crypto.randomUUID();let r=t?.orderPay.errors[0];T(R,n?n.graphQLErrors[0]?.message??I().state.failed:r&&`message`in r?r.message:``,!0),T(M,d(R)!==``),O.reload()}function Ee(e){e(),T(R,``),B=crypto.randomUUID()}{let p=n=>{var r=i(),l=e(r),p=t=>{var n=he(),r=e(n),i=h(r,!0),l=E(r,2),u=h(l,!0);o((e,t)=>{s(i,e),l.disabled=d(A)||!d(G),s(u,t)},[()=>I().state.cancel,()=>d(A)?I().pay.busy:j(I().pay.submit,{amount:d(V).amountDue.text})]),f(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(`click`,l,Te),c(t,n)},m=n=>{var r=_e(),i=e(r),l=e=>{var t=ge(),n=h(t,!0);o(e=>s(n,e),[()=>I().pay.another]),f(`click`,t,()=>T(M,!0)),c(e,t)};t(i,e=>{(d(J)===`action`||d(J)===`pending`)&&d(q)?.available&&e(l)});var p=E(i,2);let m;var g=h(p,!0);o(e=>{m=u(p,1,`button`,null,m,{primary:d(J)===`paid`}),s(g,e)},[()=>I().pay.track]),f(`click`,p,()=>ee({pay:null,track:a.number})),c(n,r)};t(l,e=>{d(J)===`open`&&d(V)?e(p):d(H)&&e(m,1)}),c(n,r)},m=C(()=>j(I().pay.title,{number:a.number}));ie(n,{get title(){return d(m)},get onClose(){return a.onClose},narrow:!0,foot:p,children:(n,u)=>{var f=we(),p=l(f),m=e=>{L(e,{get error(){return O.error},onAgain:()=>O.reload()})},_=n=>{var r=i(),l=e(r),u=e=>{re(e,{rows:5})},d=e=>{var t=Q(),n=h(t,!0);o(e=>s(n,e),[()=>j(I().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{O.isLoading?e(u):e(d,-1)}),c(n,r)},y=e=>{{let t=C(()=>I().pay.succeeded),n=C(()=>I().pay.succeededHint);X(e,()=>`good`,()=>`check`,()=>d(t),()=>d(n))}},b=e=>{var t=Q(),n=h(t,!0);o(e=>s(n,e),[()=>d(q)?.reason??I().pay.nothing]),c(e,t)},x=t=>{var n=ve(),r=e(n);{let e=C(()=>I().pay.action),t=C(()=>I().pay.actionHint);X(r,()=>`warn`,()=>`alert`,()=>d(e),()=>d(t))}var i=E(r,2),a=l(i),u=l(a,!0),f=E(u);P(f,{name:`out`,size:18}),g(a),g(i),o(e=>{v(a,`href`,d(H).url),s(u,e)},[()=>I().pay.confirm]),c(t,n)},w=n=>{var r=i(),a=e(r),o=n=>{var r=ye(),i=e(r);{let e=C(()=>I().pay.pendingTransfer),t=C(()=>I().pay.pendingTransferHint);X(i,()=>``,()=>`clock`,()=>d(e),()=>d(t))}var a=E(i,2),o=e=>{de(e,{get transfer(){return d(K)}})};t(a,e=>{d(K)&&e(o)}),c(n,r)},s=e=>{{let t=C(()=>I().pay.pendingDebit),n=C(()=>I().pay.pendingDebitHint);X(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},l=e=>{{let t=C(()=>I().pay.pendingCard),n=C(()=>I().pay.pendingCardHint);X(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}};t(a,e=>{d(H).method===`BANK_TRANSFER`?e(o):d(H).method===`SEPA_DIRECT_DEBIT`?e(s,1):e(l,-1)}),c(n,r)},D=n=>{var i=Ce(),a=e(i),u=l(a),f=h(u,!0),p=E(u,2),m=h(p,!0);g(a);var _=E(a,2),v=e=>{var t=be(),n=l(t),r=l(n),i=h(r,!0);g(n);var a=E(n,2),u=h(a,!0);g(t),o(e=>{s(i,e),s(u,d(R))},[()=>I().pay.failed]),c(e,t)};t(_,e=>{d(R)&&e(v)});var y=E(_,2),b=e=>{var t=$(),n=l(t),i=h(n,!0),a=E(n,2);r(a,17,()=>d(U).registered,e=>e.value,(e,t,n,r)=>{S(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>I().pay.registered]),c(e,t)};t(y,e=>{d(U).registered.length>0&&e(b)});var x=E(y,2),w=e=>{var t=$(),n=l(t),i=h(n,!0),a=E(n,2);r(a,17,()=>d(U).others,e=>e.value,(e,t,n,r)=>{S(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>I().pay.others]),c(e,t)};t(x,e=>{d(U).others.length>0&&e(w)});var D=E(x,2),A=e=>{ue(e,{onAdded:e=>Ee(()=>{T(k,e,!0),O.reload()})})},j=C(()=>N());t(D,e=>{d(j)&&e(A)});var M=E(D,2),P=e=>{var t=Se(),n=l(t),i=h(n,!0),a=E(n,2);r(a,21,()=>d(U).notPossible,({label:e,reason:t})=>e,(e,t)=>{let n=()=>d(t).label,r=()=>d(t).reason;var i=xe(),a=l(i),u=h(a,!0),f=E(a),p=h(f,!0);g(i),o(e=>{s(u,n()),s(p,e)},[()=>r()??I().pay.noMeans]),c(e,i)}),g(a),g(t),o(e=>s(i,e),[()=>I().pay.notPossible]),c(e,t)};t(M,e=>{d(U).notPossible.length>0&&e(P)}),o(e=>{s(f,e),s(m,d(V).amountDue.text)},[()=>I().pay.amount]),c(n,i)};t(p,e=>{O.error&&!d(V)?e(m):!d(V)||!d(H)?e(_,1):d(J)===`paid`?e(y,2):d(J)===`over`?e(b,3):d(H).is===`action`&&d(J)===`action`?e(x,4):d(H).is===`pending`&&d(J)===`pending`?e(w,5):e(D,-1)}),g(f),o(()=>v(f,`data-stage`,d(J))),c(n,f)},$$slots:{foot:!0,default:!0}})}b()}n([`change`,`click`]);export{Te as default};