import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,S as u,U as d,V as f,Y as p,_ as m,ct as h,dt as g,et as _,ft as v,g as y,h as b,it as x,lt as S,m as C,ot as w,pt as T,rt as E,tt as D,v as O,y as k}from"./libraries-BvGM7MjK.js";import{H as A,L as j,N as M,S as N,U as P,V as F,d as I,k as L,m as ee,n as te,t as ne,u as R,v as re,w as z}from"./frame-Bseyrwgf.js";import{t as ie}from"./Dialog-u7lsa6Ql.js";var B=[`CARD`,`SEPA_DIRECT_DEBIT`,`PAYPAL`];function ae(e){let t=e.filter(({eligible:e})=>e).flatMap(({kind:e,label:t,means:n})=>n.map(n=>({value:n.id,method:e,mean:n.id,label:n.label,kind:t,isDefault:n.isDefault}))),n=({kind:e})=>B.includes(e);return{registered:t,others:e.filter(e=>e.eligible&&!n(e)).map(({kind:e,label:t})=>({value:e,method:e,mean:null,label:t,kind:null,isDefault:!1})),notPossible:e.filter(e=>!e.eligible||n(e)&&e.means.length===0).map(({label:e,reason:t})=>({label:e,reason:t}))}}function oe({registered:e,others:t}){return(e.find(({method:e,isDefault:t})=>e===`CARD`&&t)??e.find(({isDefault:e})=>e)??e[0]??t[0])?.value??``}function se({status:e,payments:t}){if(e===`EXPIRED`||e===`CANCELLED`)return{is:`over`};if(e!==`NOT_PAID`)return{is:`paid`};let n=t.findLast(e=>e.status===`REQUIRES_ACTION`||e.status===`PENDING`);return n?n.actionUrl&&n.status===`REQUIRES_ACTION`?{is:`action`,url:n.actionUrl}:{is:`pending`,method:n.method}:{is:`open`}}var V=M(`
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
  `,[L,V]),le=M(`
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
  `,[L,V]),H=M(`
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
`),U=a(`<option> </option>`),W=a(`<p class="wrong" role="alert"> </p>`),G=a(`<details><summary class="s-1xrpiqn"> </summary> <p class="quiet small"> </p> <div class="row s-1xrpiqn"><select class="input s-1xrpiqn"></select> <button class="button" type="button"> </button></div> <!></details>`);function ue(e,n){S(n,!0);let i=x(`tok_action`),a=x(!1),u=x(``);async function p(){E(a,!0);let{data:e}=await z.api?.client.mutation(H,{input:{kind:`CARD`,token:d(i)}})??{};E(a,!1);let t=e?.paymentMeanRegister,r=t?.errors[0];E(u,t?.paymentMean?``:r&&`message`in r?r.message:P().state.failed,!0),t?.paymentMean&&n.onAdded(t.paymentMean.id)}var m=G(),v=l(m),y=_(v,!0),C=D(v,2),A=_(C,!0),j=D(C,2),M=l(j);r(M,21,()=>Object.entries(P().pay.cards),([e,t])=>e,(e,t)=>{var n=w(()=>T(d(t),2));let r=()=>d(n)[0],i=()=>d(n)[1];var a=U(),l=_(a,!0),u={};o(()=>{s(l,i()),u!==(u=r())&&(a.value=(a.__value=u)??``)}),c(e,a)}),g(M),k(M);var N=D(M,2),F=_(N,!0);g(j);var I=D(j,2),L=e=>{var t=W(),n=_(t,!0);o(()=>s(n,d(u))),c(e,t)};t(I,e=>{d(u)&&e(L)}),g(m),o((e,t,n,r)=>{s(y,e),s(A,t),b(M,`aria-label`,n),N.disabled=d(a),s(F,r)},[()=>P().pay.add,()=>P().pay.addHint,()=>P().pay.add,()=>d(a)?P().pay.adding:P().pay.add]),O(M,()=>d(i),e=>E(i,e)),f(`click`,N,p),c(e,m),h()}n([`click`]);var K=a(`<dd class="copy s-vit58f"><!></dd>`),q=a(`<div class="s-vit58f"><dt class="s-vit58f"> </dt> <dd class="number s-vit58f"> </dd> <!></div>`),J=a(`<figure class="s-vit58f"><svg role="img" shape-rendering="crispEdges" class="s-vit58f"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000"></path></svg> <figcaption class="s-vit58f"> </figcaption></figure>`),Y=a(`<section class="slip s-vit58f" aria-labelledby="slip"><div class="facts"><h3 id="slip"> </h3> <dl class="s-vit58f"></dl></div> <!></section>`);function de(e,n){S(n,!0);let i=w(()=>[[P().pay.payee,n.transfer.payee,n.transfer.payee],[P().pay.iban,n.transfer.iban,n.transfer.iban.replaceAll(` `,``)],[P().pay.amount,n.transfer.amount.text,null],[P().pay.reference,n.transfer.reference,n.transfer.reference]]);var a=Y(),u=l(a),f=l(u),p=_(f,!0),m=D(f,2);r(m,21,()=>d(i),([e,t,n])=>e,(e,n)=>{var r=w(()=>T(d(n),3));let i=()=>d(r)[0],a=()=>d(r)[1],u=()=>d(r)[2];var f=q(),p=l(f),m=_(p,!0),h=D(p,2),v=_(h,!0),y=D(h,2),b=e=>{var t=K(),n=l(t);R(n,{get text(){return u()},get what(){return i()}}),g(t),c(e,t)};t(y,e=>{u()&&e(b)}),g(f),o(()=>{s(m,i()),s(v,a())}),c(e,f)}),g(m),g(u);var v=D(u,2),y=e=>{var t=J(),r=l(t),i=D(l(r));g(r);var a=D(r,2),u=_(a,!0);g(t),o((e,t)=>{b(r,`viewBox`,`0 0 ${n.transfer.qrCode.size??``} ${n.transfer.qrCode.size??``}`),b(r,`aria-label`,e),b(i,`d`,n.transfer.qrCode.path),s(u,t)},[()=>P().pay.scan,()=>P().pay.scan]),c(e,t)};t(v,e=>{n.transfer.qrCode&&e(y)}),g(a),o(e=>s(p,e),[()=>P().pay.transferTitle]),c(e,a),h()}var X=(e,t=v,n=v,r=v,i=v)=>{var a=Z(),d=l(a);N(d,{get name(){return n()},size:24});var f=D(d,2),p=l(f),m=l(p),h=_(m,!0);g(p);var y=D(p,2),b=_(y,!0);g(f),g(a),o(()=>{u(a,1,`outcome note ${t()??``}`,`s-a25xqd`),s(h,r()),s(b,i())}),c(e,a)},fe=a(`<span class="tag s-a25xqd"> </span>`),pe=a(`<span class="quiet small s-a25xqd"> </span>`),me=a(`<label class="choice s-a25xqd"><input type="radio" name="how" class="s-a25xqd"/> <span class="words s-a25xqd"><span class="what s-a25xqd"> <!></span> <!></span></label>`),Z=a(`<div role="status"><!> <div class="s-a25xqd"><p class="s-a25xqd"><strong class="s-a25xqd"> </strong></p> <p class="s-a25xqd"> </p></div></div>`),he=a(`<button class="button" type="button"> </button> <button class="button primary" type="button" data-pay=""> </button>`,1),ge=a(`<button class="button" type="button"> </button>`),_e=a(`<!> <button type="button"> </button>`,1),Q=a(`<p> </p>`),ve=a(`<!> <p><a class="button primary" target="_blank" rel="noopener"> <!></a></p>`,1),ye=a(`<!> <!>`,1),be=a(`<div class="note bad" role="alert"><p><strong> </strong></p> <p> </p></div>`),$=a(`<fieldset class="s-a25xqd"><legend class="label s-a25xqd"> </legend> <!></fieldset>`),xe=a(`<li class="s-a25xqd"><span> </span><span class="quiet small"> </span></li>`),Se=a(`<section aria-labelledby="not-possible"><h3 class="label s-a25xqd" id="not-possible"> </h3> <ul class="not s-a25xqd"></ul></section>`),Ce=a(`<p class="amount s-a25xqd"><span class="quiet"> </span> <strong class="number s-a25xqd"> </strong></p> <!> <!> <!> <!> <!>`,1),we=a(`<div class="stack"><!></div>`);function Te(n,a){S(a,!0);let T=(e,n=v)=>{var r=me(),i=l(r);C(i);var a=D(i,2),u=l(a),p=l(u,!0),h=D(p),b=e=>{var t=fe(),n=_(t,!0);o(e=>s(n,e),[()=>P().pay.isDefault]),c(e,t)};t(h,e=>{n().isDefault&&e(b)}),g(u);var x=D(u,2),S=e=>{var t=pe(),r=_(t,!0);o(e=>s(r,e),[()=>[n().kind,Z(n())].filter(Boolean).join(` · `)]),c(e,t)},T=w(()=>n().kind||Z(n()));t(x,e=>{d(T)&&e(S)}),g(a),g(r),o(()=>{m(i,n().value),y(i,d(W)===n().value),s(p,n().label)}),f(`change`,i,()=>Ee(()=>E(k,n().value,!0))),c(e,r)},O=new ne(ce,()=>({number:a.number,language:A.language}));p(()=>ee(e=>(e.kind===`reread`||e.order.number===O.data?.order?.number)&&O.reload()));let k=x(null),M=x(!1),L=x(!1),R=x(``),B=crypto.randomUUID(),V=w(()=>O.data?.order),H=w(()=>d(V)?se(d(V)):null),U=w(()=>ae(d(V)?.paymentMethods??[])),W=w(()=>d(k)??oe(d(U))),G=w(()=>[...d(U).registered,...d(U).others].find(({value:e})=>e===d(W))),K=w(()=>d(V)?.paymentMethods.find(e=>e.transfer)?.transfer),q=w(()=>d(V)?.actions.find(({kind:e})=>e===`PAY`)),J=w(()=>d(H)&&(d(H).is===`action`||d(H).is===`pending`)&&d(L)?`open`:d(H)?.is),Y={4242:`tok_ok`,"0002":`tok_declined`,9995:`tok_insufficient_funds`,3155:`tok_action`,"0077":`tok_slow`},Z=({method:e,label:t})=>j()&&e===`CARD`?P().pay.cards[Y[t.slice(-4)]??``]:void 0;async function Te(){if(!d(G)){E(R,P().pay.noneChosen,!0);return}E(M,!0),E(R,``);let e={number:a.number,method:d(G).method,mean:d(G).mean,idempotencyKey:B},{data:t,error:n}=await z.api?.client.mutation(le,{input:e,language:A.language})??{};if(E(M,!1),n?.networkError){E(R,P().state.offline,!0);return}B=crypto.randomUUID();let r=t?.orderPay.errors[0];E(R,n?n.graphQLErrors[0]?.message??P().state.failed:r&&`message`in r?r.message:``,!0),E(L,d(R)!==``),O.reload()}function Ee(e){e(),E(R,``),B=crypto.randomUUID()}{let p=n=>{var r=i(),l=e(r),p=t=>{var n=he(),r=e(n),i=_(r,!0),l=D(r,2),u=_(l,!0);o((e,t)=>{s(i,e),l.disabled=d(M)||!d(G),s(u,t)},[()=>P().state.cancel,()=>d(M)?P().pay.busy:F(P().pay.submit,{amount:d(V).amountDue.text})]),f(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(`click`,l,Te),c(t,n)},m=n=>{var r=_e(),i=e(r),l=e=>{var t=ge(),n=_(t,!0);o(e=>s(n,e),[()=>P().pay.another]),f(`click`,t,()=>E(L,!0)),c(e,t)};t(i,e=>{(d(J)===`action`||d(J)===`pending`)&&d(q)?.available&&e(l)});var p=D(i,2);let m;var h=_(p,!0);o(e=>{m=u(p,1,`button`,null,m,{primary:d(J)===`paid`}),s(h,e)},[()=>P().pay.track]),f(`click`,p,()=>I({pay:null,track:a.number})),c(n,r)};t(l,e=>{d(J)===`open`&&d(V)?e(p):d(H)&&e(m,1)}),c(n,r)},m=w(()=>F(P().pay.title,{number:a.number}));ie(n,{get title(){return d(m)},get onClose(){return a.onClose},narrow:!0,foot:p,children:(n,u)=>{var f=we(),p=l(f),m=e=>{te(e,{get error(){return O.error},onAgain:()=>O.reload()})},h=n=>{var r=i(),l=e(r),u=e=>{re(e,{rows:5})},d=e=>{var t=Q(),n=_(t,!0);o(e=>s(n,e),[()=>F(P().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{O.isLoading?e(u):e(d,-1)}),c(n,r)},v=e=>{{let t=w(()=>P().pay.succeeded),n=w(()=>P().pay.succeededHint);X(e,()=>`good`,()=>`check`,()=>d(t),()=>d(n))}},y=e=>{var t=Q(),n=_(t,!0);o(e=>s(n,e),[()=>d(q)?.reason??P().pay.nothing]),c(e,t)},x=t=>{var n=ve(),r=e(n);{let e=w(()=>P().pay.action),t=w(()=>P().pay.actionHint);X(r,()=>`warn`,()=>`alert`,()=>d(e),()=>d(t))}var i=D(r,2),a=l(i),u=l(a,!0),f=D(u);N(f,{name:`out`,size:18}),g(a),g(i),o(e=>{b(a,`href`,d(H).url),s(u,e)},[()=>P().pay.confirm]),c(t,n)},S=n=>{var r=i(),a=e(r),o=n=>{var r=ye(),i=e(r);{let e=w(()=>P().pay.pendingTransfer),t=w(()=>P().pay.pendingTransferHint);X(i,()=>``,()=>`clock`,()=>d(e),()=>d(t))}var a=D(i,2),o=e=>{de(e,{get transfer(){return d(K)}})};t(a,e=>{d(K)&&e(o)}),c(n,r)},s=e=>{{let t=w(()=>P().pay.pendingDebit),n=w(()=>P().pay.pendingDebitHint);X(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},l=e=>{{let t=w(()=>P().pay.pendingCard),n=w(()=>P().pay.pendingCardHint);X(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}};t(a,e=>{d(H).method===`BANK_TRANSFER`?e(o):d(H).method===`SEPA_DIRECT_DEBIT`?e(s,1):e(l,-1)}),c(n,r)},C=n=>{var i=Ce(),a=e(i),u=l(a),f=_(u,!0),p=D(u,2),m=_(p,!0);g(a);var h=D(a,2),v=e=>{var t=be(),n=l(t),r=l(n),i=_(r,!0);g(n);var a=D(n,2),u=_(a,!0);g(t),o(e=>{s(i,e),s(u,d(R))},[()=>P().pay.failed]),c(e,t)};t(h,e=>{d(R)&&e(v)});var y=D(h,2),b=e=>{var t=$(),n=l(t),i=_(n,!0),a=D(n,2);r(a,17,()=>d(U).registered,e=>e.value,(e,t,n,r)=>{T(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>P().pay.registered]),c(e,t)};t(y,e=>{d(U).registered.length>0&&e(b)});var x=D(y,2),S=e=>{var t=$(),n=l(t),i=_(n,!0),a=D(n,2);r(a,17,()=>d(U).others,e=>e.value,(e,t,n,r)=>{T(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>P().pay.others]),c(e,t)};t(x,e=>{d(U).others.length>0&&e(S)});var C=D(x,2),A=e=>{ue(e,{onAdded:e=>Ee(()=>{E(k,e,!0),O.reload()})})},M=w(()=>j());t(C,e=>{d(M)&&e(A)});var N=D(C,2),F=e=>{var t=Se(),n=l(t),i=_(n,!0),a=D(n,2);r(a,21,()=>d(U).notPossible,({label:e,reason:t})=>e,(e,t)=>{let n=()=>d(t).label,r=()=>d(t).reason;var i=xe(),a=l(i),u=_(a,!0),f=D(a),p=_(f,!0);g(i),o(e=>{s(u,n()),s(p,e)},[()=>r()??P().pay.noMeans]),c(e,i)}),g(a),g(t),o(e=>s(i,e),[()=>P().pay.notPossible]),c(e,t)};t(N,e=>{d(U).notPossible.length>0&&e(F)}),o(e=>{s(f,e),s(m,d(V).amountDue.text)},[()=>P().pay.amount]),c(n,i)};t(p,e=>{O.error&&!d(V)?e(m):!d(V)||!d(H)?e(h,1):d(J)===`paid`?e(v,2):d(J)===`over`?e(y,3):d(H).is===`action`&&d(J)===`action`?e(x,4):d(H).is===`pending`&&d(J)===`pending`?e(S,5):e(C,-1)}),g(f),o(()=>b(f,`data-stage`,d(J))),c(n,f)},$$slots:{foot:!0,default:!0}})}h()}n([`change`,`click`]);export{Te as default};