import{$ as e,C as t,F as n,H as r,I as i,L as a,O as o,P as s,V as c,W as l,X as u,Y as d,_ as f,at as p,b as m,dt as h,et as g,g as _,h as v,ht as y,it as b,j as x,mt as S,nt as C,pt as w,st as T,tt as E,ut as D,v as O,y as k}from"./libraries-B6TXN8SZ.js";import{A,H as j,P as M,R as N,S as P,U as F,W as I,a as L,d as ee,i as te,m as ne,u as R,v as re,w as z}from"./frame-pbDolvLY.js";import{t as ie}from"./Dialog-yp31ufRf.js";var B=[`CARD`,`SEPA_DIRECT_DEBIT`,`PAYPAL`];function ae(e){let t=e.filter(({eligible:e})=>e).flatMap(({kind:e,label:t,means:n})=>n.map(n=>({value:n.id,method:e,mean:n.id,label:n.label,kind:t,isDefault:n.isDefault}))),n=({kind:e})=>B.includes(e);return{registered:t,others:e.filter(e=>e.eligible&&!n(e)).map(({kind:e,label:t})=>({value:e,method:e,mean:null,label:t,kind:null,isDefault:!1})),notPossible:e.filter(e=>!e.eligible||n(e)&&e.means.length===0).map(({label:e,reason:t})=>({label:e,reason:t}))}}function oe({registered:e,others:t}){return(e.find(({method:e,isDefault:t})=>e===`CARD`&&t)??e.find(({isDefault:e})=>e)??e[0]??t[0])?.value??``}function se({status:e,payments:t}){if(e===`EXPIRED`||e===`CANCELLED`)return{is:`over`};if(e!==`NOT_PAID`)return{is:`paid`};let n=t.findLast(e=>e.status===`REQUIRES_ACTION`||e.status===`PENDING`);return n?n.actionUrl&&n.status===`REQUIRES_ACTION`?{is:`action`,url:n.actionUrl}:{is:`pending`,method:n.method}:{is:`open`}}var V=M(`
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
`),U=a(`<option> </option>`),W=a(`<p class="wrong" role="alert"> </p>`),G=a(`<details><summary class="s-1xrpiqn"> </summary> <p class="quiet small"> </p> <div class="row s-1xrpiqn"><select class="input s-1xrpiqn"></select> <button class="button" type="button"> </button></div> <!></details>`);function ue(t,i){h(i,!0);let a=p(`tok_action`),c=p(!1),u=p(``);async function f(){b(c,!0);let{data:e}=await z.api?.client.mutation(H,{input:{kind:`CARD`,token:l(a)}})??{};b(c,!1);let t=e?.paymentMeanRegister,n=t?.errors[0];b(u,t?.paymentMean?``:n&&`message`in n?n.message:I().state.failed,!0),t?.paymentMean&&i.onAdded(t.paymentMean.id)}var g=G(),v=e(g),S=E(v,!0),O=C(v,2),A=E(O,!0),j=C(O,2),M=e(j);o(M,21,()=>Object.entries(I().pay.cards),([e,t])=>e,(e,t)=>{var r=T(()=>y(l(t),2));let i=()=>l(r)[0],a=()=>l(r)[1];var o=U(),c=E(o,!0),u={};d(()=>{s(c,a()),u!==(u=i())&&(o.value=(o.__value=u)??``)}),n(e,o)}),w(M),m(M);var N=C(M,2),P=E(N,!0);w(j);var F=C(j,2),L=e=>{var t=W(),r=E(t,!0);d(()=>s(r,l(u))),n(e,t)};x(F,e=>{l(u)&&e(L)}),w(g),d((e,t,n,r)=>{s(S,e),s(A,t),_(M,`aria-label`,n),N.disabled=l(c),s(P,r)},[()=>I().pay.add,()=>I().pay.addHint,()=>I().pay.add,()=>l(c)?I().pay.adding:I().pay.add]),k(M,()=>l(a),e=>b(a,e)),r(`click`,N,f),n(t,g),D()}c([`click`]);var K=a(`<dd class="copy s-vit58f"><!></dd>`),q=a(`<div class="s-vit58f"><dt class="s-vit58f"> </dt> <dd class="number s-vit58f"> </dd> <!></div>`),J=a(`<figure class="s-vit58f"><svg role="img" shape-rendering="crispEdges" class="s-vit58f"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000"></path></svg> <figcaption class="s-vit58f"> </figcaption></figure>`),Y=a(`<section class="slip s-vit58f" aria-labelledby="slip"><div class="facts"><h3 id="slip"> </h3> <dl class="s-vit58f"></dl></div> <!></section>`);function de(t,r){h(r,!0);let i=T(()=>[[I().pay.payee,r.transfer.payee,r.transfer.payee],[I().pay.iban,r.transfer.iban,r.transfer.iban.replaceAll(` `,``)],[I().pay.amount,r.transfer.amount.text,null],[I().pay.reference,r.transfer.reference,r.transfer.reference]]);var a=Y(),c=e(a),u=e(c),f=E(u,!0),p=C(u,2);o(p,21,()=>l(i),([e,t,n])=>e,(t,r)=>{var i=T(()=>y(l(r),3));let a=()=>l(i)[0],o=()=>l(i)[1],c=()=>l(i)[2];var u=q(),f=e(u),p=E(f,!0),m=C(f,2),h=E(m,!0),g=C(m,2),_=t=>{var r=K(),i=e(r);R(i,{get text(){return c()},get what(){return a()}}),w(r),n(t,r)};x(g,e=>{c()&&e(_)}),w(u),d(()=>{s(p,a()),s(h,o())}),n(t,u)}),w(p),w(c);var m=C(c,2),g=t=>{var i=J(),a=e(i),o=C(e(a));w(a);var c=C(a,2),l=E(c,!0);w(i),d((e,t)=>{_(a,`viewBox`,`0 0 ${r.transfer.qrCode.size??``} ${r.transfer.qrCode.size??``}`),_(a,`aria-label`,e),_(o,`d`,r.transfer.qrCode.path),s(l,t)},[()=>I().pay.scan,()=>I().pay.scan]),n(t,i)};x(m,e=>{r.transfer.qrCode&&e(g)}),w(a),d(e=>s(f,e),[()=>I().pay.transferTitle]),n(t,a),D()}var X=(r,i=S,a=S,o=S,c=S)=>{var l=Z(),u=e(l);P(u,{get name(){return a()},size:24});var f=C(u,2),p=e(f),m=e(p),h=E(m,!0);w(p);var g=C(p,2),_=E(g,!0);w(f),w(l),d(()=>{t(l,1,`outcome note ${i()??``}`,`s-a25xqd`),s(h,o()),s(_,c())}),n(r,l)},fe=a(`<span class="tag s-a25xqd"> </span>`),pe=a(`<span class="quiet small s-a25xqd"> </span>`),me=a(`<label class="choice s-a25xqd"><input type="radio" name="how" class="s-a25xqd"/> <span class="words s-a25xqd"><span class="what s-a25xqd"> <!></span> <!></span></label>`),Z=a(`<div role="status"><!> <div class="s-a25xqd"><p class="s-a25xqd"><strong class="s-a25xqd"> </strong></p> <p class="s-a25xqd"> </p></div></div>`),he=a(`<button class="button" type="button"> </button> <button class="button primary" type="button" data-pay=""> </button>`,1),ge=a(`<button class="button" type="button"> </button>`),_e=a(`<!> <button type="button"> </button>`,1),Q=a(`<p> </p>`),ve=a(`<!> <p><a class="button primary" target="_blank" rel="noopener"> <!></a></p>`,1),ye=a(`<!> <!>`,1),be=a(`<div class="note bad" role="alert"><p><strong> </strong></p> <p> </p></div>`),$=a(`<fieldset class="s-a25xqd"><legend class="label s-a25xqd"> </legend> <!></fieldset>`),xe=a(`<li class="s-a25xqd"><span> </span><span class="quiet small"> </span></li>`),Se=a(`<section aria-labelledby="not-possible"><h3 class="label s-a25xqd" id="not-possible"> </h3> <ul class="not s-a25xqd"></ul></section>`),Ce=a(`<p class="amount s-a25xqd"><span class="quiet"> </span> <strong class="number s-a25xqd"> </strong></p> <!> <!> <!> <!> <!>`,1),we=a(`<div class="stack"><!></div>`);function Te(a,c){h(c,!0);let m=(t,i=S)=>{var a=me(),o=e(a);v(o);var c=C(o,2),u=e(c),p=e(u,!0),m=C(p),h=e=>{var t=fe(),r=E(t,!0);d(e=>s(r,e),[()=>I().pay.isDefault]),n(e,t)};x(m,e=>{i().isDefault&&e(h)}),w(u);var g=C(u,2),_=e=>{var t=pe(),r=E(t,!0);d(e=>s(r,e),[()=>[i().kind,Z(i())].filter(Boolean).join(` · `)]),n(e,t)},y=T(()=>i().kind||Z(i()));x(g,e=>{l(y)&&e(_)}),w(c),w(a),d(()=>{O(o,i().value),f(o,l(W)===i().value),s(p,i().label)}),r(`change`,o,()=>Ee(()=>b(k,i().value,!0))),n(t,a)},y=new te(ce,()=>({number:c.number,language:F.language}));u(()=>ne(e=>(e.kind===`reread`||e.order.number===y.data?.order?.number)&&y.reload()));let k=p(null),A=p(!1),M=p(!1),R=p(``),B=crypto.randomUUID(),V=T(()=>y.data?.order),H=T(()=>l(V)?se(l(V)):null),U=T(()=>ae(l(V)?.paymentMethods??[])),W=T(()=>l(k)??oe(l(U))),G=T(()=>[...l(U).registered,...l(U).others].find(({value:e})=>e===l(W))),K=T(()=>l(V)?.paymentMethods.find(e=>e.transfer)?.transfer),q=T(()=>l(V)?.actions.find(({kind:e})=>e===`PAY`)),J=T(()=>l(H)&&(l(H).is===`action`||l(H).is===`pending`)&&l(M)?`open`:l(H)?.is),Y={4242:`tok_ok`,"0002":`tok_declined`,9995:`tok_insufficient_funds`,3155:`tok_action`,"0077":`tok_slow`},Z=({method:e,label:t})=>N()&&e===`CARD`?I().pay.cards[Y[t.slice(-4)]??``]:void 0;async function Te(){if(!l(G)){b(R,I().pay.noneChosen,!0);return}b(A,!0),b(R,``);let e={number:c.number,method:l(G).method,mean:l(G).mean,idempotencyKey:B},{data:t,error:n}=await z.api?.client.mutation(le,{input:e,language:F.language})??{};if(b(A,!1),n?.networkError){b(R,I().state.offline,!0);return}B=crypto.randomUUID();let r=t?.orderPay.errors[0];b(R,n?n.graphQLErrors[0]?.message??I().state.failed:r&&`message`in r?r.message:``,!0),b(M,l(R)!==``),y.reload()}function Ee(e){e(),b(R,``),B=crypto.randomUUID()}{let u=e=>{var a=i(),o=g(a),u=e=>{var t=he(),i=g(t),a=E(i,!0),o=C(i,2),u=E(o,!0);d((e,t)=>{s(a,e),o.disabled=l(A)||!l(G),s(u,t)},[()=>I().state.cancel,()=>l(A)?I().pay.busy:j(I().pay.submit,{amount:l(V).amountDue.text})]),r(`click`,i,function(...e){c.onClose?.apply(this,e)}),r(`click`,o,Te),n(e,t)},f=e=>{var i=_e(),a=g(i),o=e=>{var t=ge(),i=E(t,!0);d(e=>s(i,e),[()=>I().pay.another]),r(`click`,t,()=>b(M,!0)),n(e,t)};x(a,e=>{(l(J)===`action`||l(J)===`pending`)&&l(q)?.available&&e(o)});var u=C(a,2);let f;var p=E(u,!0);d(e=>{f=t(u,1,`button`,null,f,{primary:l(J)===`paid`}),s(p,e)},[()=>I().pay.track]),r(`click`,u,()=>ee({pay:null,track:c.number})),n(e,i)};x(o,e=>{l(J)===`open`&&l(V)?e(u):l(H)&&e(f,1)}),n(e,a)},f=T(()=>j(I().pay.title,{number:c.number}));ie(a,{get title(){return l(f)},get onClose(){return c.onClose},narrow:!0,foot:u,children:(t,r)=>{var a=we(),u=e(a),f=e=>{L(e,{get error(){return y.error},onAgain:()=>y.reload()})},p=e=>{var t=i(),r=g(t),a=e=>{re(e,{rows:5})},o=e=>{var t=Q(),r=E(t,!0);d(e=>s(r,e),[()=>j(I().state.missingOrder,{number:c.number})]),n(e,t)};x(r,e=>{y.isLoading?e(a):e(o,-1)}),n(e,t)},h=e=>{{let t=T(()=>I().pay.succeeded),n=T(()=>I().pay.succeededHint);X(e,()=>`good`,()=>`check`,()=>l(t),()=>l(n))}},v=e=>{var t=Q(),r=E(t,!0);d(e=>s(r,e),[()=>l(q)?.reason??I().pay.nothing]),n(e,t)},S=t=>{var r=ve(),i=g(r);{let e=T(()=>I().pay.action),t=T(()=>I().pay.actionHint);X(i,()=>`warn`,()=>`alert`,()=>l(e),()=>l(t))}var a=C(i,2),o=e(a),c=e(o,!0),u=C(c);P(u,{name:`out`,size:18}),w(o),w(a),d(e=>{_(o,`href`,l(H).url),s(c,e)},[()=>I().pay.confirm]),n(t,r)},D=e=>{var t=i(),r=g(t),a=e=>{var t=ye(),r=g(t);{let e=T(()=>I().pay.pendingTransfer),t=T(()=>I().pay.pendingTransferHint);X(r,()=>``,()=>`clock`,()=>l(e),()=>l(t))}var i=C(r,2),a=e=>{de(e,{get transfer(){return l(K)}})};x(i,e=>{l(K)&&e(a)}),n(e,t)},o=e=>{{let t=T(()=>I().pay.pendingDebit),n=T(()=>I().pay.pendingDebitHint);X(e,()=>``,()=>`clock`,()=>l(t),()=>l(n))}},s=e=>{{let t=T(()=>I().pay.pendingCard),n=T(()=>I().pay.pendingCardHint);X(e,()=>``,()=>`clock`,()=>l(t),()=>l(n))}};x(r,e=>{l(H).method===`BANK_TRANSFER`?e(a):l(H).method===`SEPA_DIRECT_DEBIT`?e(o,1):e(s,-1)}),n(e,t)},O=t=>{var r=Ce(),i=g(r),a=e(i),c=E(a,!0),u=C(a,2),f=E(u,!0);w(i);var p=C(i,2),h=t=>{var r=be(),i=e(r),a=e(i),o=E(a,!0);w(i);var c=C(i,2),u=E(c,!0);w(r),d(e=>{s(o,e),s(u,l(R))},[()=>I().pay.failed]),n(t,r)};x(p,e=>{l(R)&&e(h)});var _=C(p,2),v=t=>{var r=$(),i=e(r),a=E(i,!0),c=C(i,2);o(c,17,()=>l(U).registered,e=>e.value,(e,t,n,r)=>{m(e,()=>l(t))}),w(r),d(e=>s(a,e),[()=>I().pay.registered]),n(t,r)};x(_,e=>{l(U).registered.length>0&&e(v)});var S=C(_,2),D=t=>{var r=$(),i=e(r),a=E(i,!0),c=C(i,2);o(c,17,()=>l(U).others,e=>e.value,(e,t,n,r)=>{m(e,()=>l(t))}),w(r),d(e=>s(a,e),[()=>I().pay.others]),n(t,r)};x(S,e=>{l(U).others.length>0&&e(D)});var O=C(S,2),A=e=>{ue(e,{onAdded:e=>Ee(()=>{b(k,e,!0),y.reload()})})},j=T(()=>N());x(O,e=>{l(j)&&e(A)});var M=C(O,2),P=t=>{var r=Se(),i=e(r),a=E(i,!0),c=C(i,2);o(c,21,()=>l(U).notPossible,({label:e,reason:t})=>e,(t,r)=>{let i=()=>l(r).label,a=()=>l(r).reason;var o=xe(),c=e(o),u=E(c,!0),f=C(c),p=E(f,!0);w(o),d(e=>{s(u,i()),s(p,e)},[()=>a()??I().pay.noMeans]),n(t,o)}),w(c),w(r),d(e=>s(a,e),[()=>I().pay.notPossible]),n(t,r)};x(M,e=>{l(U).notPossible.length>0&&e(P)}),d(e=>{s(c,e),s(f,l(V).amountDue.text)},[()=>I().pay.amount]),n(t,r)};x(u,e=>{y.error&&!l(V)?e(f):!l(V)||!l(H)?e(p,1):l(J)===`paid`?e(h,2):l(J)===`over`?e(v,3):l(H).is===`action`&&l(J)===`action`?e(S,4):l(H).is===`pending`&&l(J)===`pending`?e(D,5):e(O,-1)}),w(a),d(()=>_(a,`data-stage`,l(J))),n(t,a)},$$slots:{foot:!0,default:!0}})}D()}c([`change`,`click`]);export{Te as default};