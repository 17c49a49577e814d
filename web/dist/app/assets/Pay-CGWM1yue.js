import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,S as u,U as d,V as f,Y as p,_ as m,et as h,ft as g,g as _,h as v,it as y,lt as b,m as x,mt as S,ot as C,pt as w,rt as T,tt as E,ut as D,v as O,y as k}from"./libraries-BWIsjS6D.js";import{K as A,M as j,N as M,O as N,P,S as F,T as I,W as L,Y as R,a as ee,d as te,i as ne,m as re,u as z,v as ie}from"./frame-CER02-s9.js";import{t as ae}from"./Dialog-Cu1icZlr.js";var B=[`CARD`,`SEPA_DIRECT_DEBIT`,`PAYPAL`];function oe(e){let t=e.filter(({eligible:e})=>e).flatMap(({kind:e,label:t,means:n})=>n.map(n=>({value:n.id,method:e,mean:n.id,label:n.label,kind:t,isDefault:n.isDefault}))),n=({kind:e})=>B.includes(e);return{registered:t,others:e.filter(e=>e.eligible&&!n(e)).map(({kind:e,label:t})=>({value:e,method:e,mean:null,label:t,kind:null,isDefault:!1})),notPossible:e.filter(e=>!e.eligible||n(e)&&e.means.length===0).map(({label:e,reason:t})=>({label:e,reason:t}))}}function se({registered:e,others:t}){return(e.find(({method:e,isDefault:t})=>e===`CARD`&&t)??e.find(({isDefault:e})=>e)??e[0]??t[0])?.value??``}function ce({status:e,payments:t}){if(e===`EXPIRED`||e===`CANCELLED`)return{is:`over`};if(e!==`NOT_PAID`)return{is:`paid`};let n=t.findLast(e=>e.status===`REQUIRES_ACTION`||e.status===`PENDING`);return n?n.actionUrl&&n.status===`REQUIRES_ACTION`?{is:`action`,url:n.actionUrl}:{is:`pending`,method:n.method}:{is:`open`}}var V=R(`
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
`),le=R(`
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
  `,[L,V]),ue=R(`
    mutation PayOrder($input: OrderPayInput!, $language: String!) {
      orderPay(input: $input) {
        errors {
          __typename
          ...Refusal
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
  `,[L,V,A]),H=R(`
    mutation RegisterMean($input: PaymentMeanRegisterInput!) {
      paymentMeanRegister(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        paymentMean {
          id
        }
      }
    }
  `,[A]),U=a(`<option> </option>`),W=a(`<p class="wrong" role="alert"> </p>`),G=a(`<details><summary class="s-1xrpiqn"> </summary> <p class="quiet small"> </p> <div class="row s-1xrpiqn"><select class="input s-1xrpiqn"></select> <button class="button" type="button"> </button></div> <!></details>`);function de(e,n){D(n,!0);let i=y(`tok_action`),a=y(!1),u=y(``);async function p(){T(a,!0);let{data:e}=await I.api?.client.mutation(H,{input:{kind:`CARD`,token:d(i)}})??{};T(a,!1);let t=e?.paymentMeanRegister,r=t?.errors[0];T(u,t?.paymentMean?``:r&&`message`in r?r.message:P().state.failed,!0),t?.paymentMean&&n.onAdded(t.paymentMean.id)}var m=G(),_=l(m),x=h(_,!0),w=E(_,2),A=h(w,!0),j=E(w,2),M=l(j);r(M,21,()=>Object.entries(P().pay.cards),([e,t])=>e,(e,t)=>{var n=C(()=>S(d(t),2));let r=()=>d(n)[0],i=()=>d(n)[1];var a=U(),l=h(a,!0),u={};o(()=>{s(l,i()),u!==(u=r())&&(a.value=(a.__value=u)??``)}),c(e,a)}),g(M),k(M);var N=E(M,2),F=h(N,!0);g(j);var L=E(j,2),R=e=>{var t=W(),n=h(t,!0);o(()=>s(n,d(u))),c(e,t)};t(L,e=>{d(u)&&e(R)}),g(m),o((e,t,n,r)=>{s(x,e),s(A,t),v(M,`aria-label`,n),N.disabled=d(a),s(F,r)},[()=>P().pay.add,()=>P().pay.addHint,()=>P().pay.add,()=>d(a)?P().pay.adding:P().pay.add]),O(M,()=>d(i),e=>T(i,e)),f(`click`,N,p),c(e,m),b()}n([`click`]);var K=a(`<dd class="copy s-vit58f"><!></dd>`),q=a(`<div class="s-vit58f"><dt class="s-vit58f"> </dt> <dd class="number s-vit58f"> </dd> <!></div>`),J=a(`<figure class="s-vit58f"><svg role="img" shape-rendering="crispEdges" class="s-vit58f"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000"></path></svg> <figcaption class="s-vit58f"> </figcaption></figure>`),Y=a(`<section class="slip s-vit58f" aria-labelledby="slip"><div class="facts"><h3 id="slip"> </h3> <dl class="s-vit58f"></dl></div> <!></section>`);function fe(e,n){D(n,!0);let i=C(()=>[[P().pay.payee,n.transfer.payee,n.transfer.payee],[P().pay.iban,n.transfer.iban,n.transfer.iban.replaceAll(` `,``)],[P().pay.amount,n.transfer.amount.text,null],[P().pay.reference,n.transfer.reference,n.transfer.reference]]);var a=Y(),u=l(a),f=l(u),p=h(f,!0),m=E(f,2);r(m,21,()=>d(i),([e,t,n])=>e,(e,n)=>{var r=C(()=>S(d(n),3));let i=()=>d(r)[0],a=()=>d(r)[1],u=()=>d(r)[2];var f=q(),p=l(f),m=h(p,!0),_=E(p,2),v=h(_,!0),y=E(_,2),b=e=>{var t=K(),n=l(t);z(n,{get text(){return u()},get what(){return i()}}),g(t),c(e,t)};t(y,e=>{u()&&e(b)}),g(f),o(()=>{s(m,i()),s(v,a())}),c(e,f)}),g(m),g(u);var _=E(u,2),y=e=>{var t=J(),r=l(t),i=E(l(r));g(r);var a=E(r,2),u=h(a,!0);g(t),o((e,t)=>{v(r,`viewBox`,`0 0 ${n.transfer.qrCode.size??``} ${n.transfer.qrCode.size??``}`),v(r,`aria-label`,e),v(i,`d`,n.transfer.qrCode.path),s(u,t)},[()=>P().pay.scan,()=>P().pay.scan]),c(e,t)};t(_,e=>{n.transfer.qrCode&&e(y)}),g(a),o(e=>s(p,e),[()=>P().pay.transferTitle]),c(e,a),b()}var X=(e,t=w,n=w,r=w,i=w)=>{var a=Z(),d=l(a);F(d,{get name(){return n()},size:24});var f=E(d,2),p=l(f),m=l(p),_=h(m,!0);g(p);var v=E(p,2),y=h(v,!0);g(f),g(a),o(()=>{u(a,1,`outcome note ${t()??``}`,`s-a25xqd`),s(_,r()),s(y,i())}),c(e,a)},pe=a(`<span class="tag s-a25xqd"> </span>`),me=a(`<span class="quiet small s-a25xqd"> </span>`),he=a(`<label class="choice s-a25xqd"><input type="radio" name="how" class="s-a25xqd"/> <span class="words s-a25xqd"><span class="what s-a25xqd"> <!></span> <!></span></label>`),Z=a(`<div role="status"><!> <div class="s-a25xqd"><p class="s-a25xqd"><strong class="s-a25xqd"> </strong></p> <p class="s-a25xqd"> </p></div></div>`),ge=a(`<button class="button" type="button"> </button> <button class="button primary" type="button" data-pay=""> </button>`,1),_e=a(`<button class="button" type="button"> </button>`),ve=a(`<!> <button type="button"> </button>`,1),Q=a(`<p> </p>`),ye=a(`<!> <p><a class="button primary" target="_blank" rel="noopener"> <!></a></p>`,1),be=a(`<!> <!>`,1),xe=a(`<div class="note bad" role="alert"><p><strong> </strong></p> <p> </p></div>`),Se=a(`<fieldset class="s-a25xqd"><legend class="label s-a25xqd"> </legend> <!></fieldset>`),Ce=a(`<li class="s-a25xqd"><span> </span><span class="quiet small"> </span></li>`),we=a(`<section aria-labelledby="not-possible"><h3 class="label s-a25xqd" id="not-possible"> </h3> <ul class="not s-a25xqd"></ul></section>`),Te=a(`<p class="amount s-a25xqd"><span class="quiet"> </span> <strong class="number s-a25xqd"> </strong></p> <!> <!> <!> <!> <!>`,1),Ee=a(`<div class="stack"><!></div>`);function $(n,a){D(a,!0);let S=(e,n=w)=>{var r=he(),i=l(r);x(i);var a=E(i,2),u=l(a),p=l(u,!0),v=E(p),y=e=>{var t=pe(),n=h(t,!0);o(e=>s(n,e),[()=>P().pay.isDefault]),c(e,t)};t(v,e=>{n().isDefault&&e(y)}),g(u);var b=E(u,2),S=e=>{var t=me(),r=h(t,!0);o(e=>s(r,e),[()=>[n().kind,Y(n())].filter(Boolean).join(` · `)]),c(e,t)},D=C(()=>n().kind||Y(n()));t(b,e=>{d(D)&&e(S)}),g(a),g(r),o(()=>{m(i,n().value),_(i,d(U)===n().value),s(p,n().label)}),f(`change`,i,()=>$(()=>T(k,n().value,!0))),c(e,r)},O=new ne(le,()=>({number:a.number,language:M.language}));p(()=>re(e=>(e.kind===`reread`||e.order.number===O.data?.order?.number)&&O.reload()));let k=y(null),A=y(!1),L=y(!1),R=y(``),z=crypto.randomUUID(),B=C(()=>O.data?.order),V=C(()=>d(B)?ce(d(B)):null),H=C(()=>oe(d(B)?.paymentMethods??[])),U=C(()=>d(k)??se(d(H))),W=C(()=>[...d(H).registered,...d(H).others].find(({value:e})=>e===d(U))),G=C(()=>d(B)?.paymentMethods.find(e=>e.transfer)?.transfer),K=C(()=>d(B)?.actions.find(({kind:e})=>e===`PAY`)),q=C(()=>d(V)&&(d(V).is===`action`||d(V).is===`pending`)&&d(L)?`open`:d(V)?.is),J={4242:`tok_ok`,"0002":`tok_declined`,9995:`tok_insufficient_funds`,3155:`tok_action`,"0077":`tok_slow`},Y=({method:e,label:t})=>N()&&e===`CARD`?P().pay.cards[J[t.slice(-4)]??``]:void 0;async function Z(){if(!d(W)){T(R,P().pay.noneChosen,!0);return}T(A,!0),T(R,``);let e={number:a.number,method:d(W).method,mean:d(W).mean,idempotencyKey:z},{data:t,error:n}=await I.api?.client.mutation(ue,{input:e,language:M.language})??{};if(T(A,!1),n?.networkError){T(R,P().state.offline,!0);return}z=crypto.randomUUID();let r=t?.orderPay.errors[0];T(R,n?n.graphQLErrors[0]?.message??P().state.failed:r&&`message`in r?r.message:``,!0),T(L,d(R)!==``),O.reload()}function $(e){e(),T(R,``),z=crypto.randomUUID()}{let p=n=>{var r=i(),l=e(r),p=t=>{var n=ge(),r=e(n),i=h(r,!0),l=E(r,2),u=h(l,!0);o((e,t)=>{s(i,e),l.disabled=d(A)||!d(W),s(u,t)},[()=>P().state.cancel,()=>d(A)?P().pay.busy:j(P().pay.submit,{amount:d(B).amountDue.text})]),f(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(`click`,l,Z),c(t,n)},m=n=>{var r=ve(),i=e(r),l=e=>{var t=_e(),n=h(t,!0);o(e=>s(n,e),[()=>P().pay.another]),f(`click`,t,()=>T(L,!0)),c(e,t)};t(i,e=>{(d(q)===`action`||d(q)===`pending`)&&d(K)?.available&&e(l)});var p=E(i,2);let m;var g=h(p,!0);o(e=>{m=u(p,1,`button`,null,m,{primary:d(q)===`paid`}),s(g,e)},[()=>P().pay.track]),f(`click`,p,()=>te({pay:null,track:a.number})),c(n,r)};t(l,e=>{d(q)===`open`&&d(B)?e(p):d(V)&&e(m,1)}),c(n,r)},m=C(()=>j(P().pay.title,{number:a.number}));ae(n,{get title(){return d(m)},get onClose(){return a.onClose},narrow:!0,foot:p,children:(n,u)=>{var f=Ee(),p=l(f),m=e=>{ee(e,{get error(){return O.error},onAgain:()=>O.reload()})},_=n=>{var r=i(),l=e(r),u=e=>{ie(e,{rows:5})},d=e=>{var t=Q(),n=h(t,!0);o(e=>s(n,e),[()=>j(P().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{O.isLoading?e(u):e(d,-1)}),c(n,r)},y=e=>{{let t=C(()=>P().pay.succeeded),n=C(()=>P().pay.succeededHint);X(e,()=>`good`,()=>`check`,()=>d(t),()=>d(n))}},b=e=>{var t=Q(),n=h(t,!0);o(e=>s(n,e),[()=>d(K)?.reason??P().pay.nothing]),c(e,t)},x=t=>{var n=ye(),r=e(n);{let e=C(()=>P().pay.action),t=C(()=>P().pay.actionHint);X(r,()=>`warn`,()=>`alert`,()=>d(e),()=>d(t))}var i=E(r,2),a=l(i),u=l(a,!0),f=E(u);F(f,{name:`out`,size:18}),g(a),g(i),o(e=>{v(a,`href`,d(V).url),s(u,e)},[()=>P().pay.confirm]),c(t,n)},w=n=>{var r=i(),a=e(r),o=n=>{var r=be(),i=e(r);{let e=C(()=>P().pay.pendingTransfer),t=C(()=>P().pay.pendingTransferHint);X(i,()=>``,()=>`clock`,()=>d(e),()=>d(t))}var a=E(i,2),o=e=>{fe(e,{get transfer(){return d(G)}})};t(a,e=>{d(G)&&e(o)}),c(n,r)},s=e=>{{let t=C(()=>P().pay.pendingDebit),n=C(()=>P().pay.pendingDebitHint);X(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},l=e=>{{let t=C(()=>P().pay.pendingCard),n=C(()=>P().pay.pendingCardHint);X(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}};t(a,e=>{d(V).method===`BANK_TRANSFER`?e(o):d(V).method===`SEPA_DIRECT_DEBIT`?e(s,1):e(l,-1)}),c(n,r)},D=n=>{var i=Te(),a=e(i),u=l(a),f=h(u,!0),p=E(u,2),m=h(p,!0);g(a);var _=E(a,2),v=e=>{var t=xe(),n=l(t),r=l(n),i=h(r,!0);g(n);var a=E(n,2),u=h(a,!0);g(t),o(e=>{s(i,e),s(u,d(R))},[()=>P().pay.failed]),c(e,t)};t(_,e=>{d(R)&&e(v)});var y=E(_,2),b=e=>{var t=Se(),n=l(t),i=h(n,!0),a=E(n,2);r(a,17,()=>d(H).registered,e=>e.value,(e,t,n,r)=>{S(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>P().pay.registered]),c(e,t)};t(y,e=>{d(H).registered.length>0&&e(b)});var x=E(y,2),w=e=>{var t=Se(),n=l(t),i=h(n,!0),a=E(n,2);r(a,17,()=>d(H).others,e=>e.value,(e,t,n,r)=>{S(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>P().pay.others]),c(e,t)};t(x,e=>{d(H).others.length>0&&e(w)});var D=E(x,2),A=e=>{de(e,{onAdded:e=>$(()=>{T(k,e,!0),O.reload()})})},j=C(()=>N());t(D,e=>{d(j)&&e(A)});var M=E(D,2),F=e=>{var t=we(),n=l(t),i=h(n,!0),a=E(n,2);r(a,21,()=>d(H).notPossible,({label:e,reason:t})=>e,(e,t)=>{let n=()=>d(t).label,r=()=>d(t).reason;var i=Ce(),a=l(i),u=h(a,!0),f=E(a),p=h(f,!0);g(i),o(e=>{s(u,n()),s(p,e)},[()=>r()??P().pay.noMeans]),c(e,i)}),g(a),g(t),o(e=>s(i,e),[()=>P().pay.notPossible]),c(e,t)};t(M,e=>{d(H).notPossible.length>0&&e(F)}),o(e=>{s(f,e),s(m,d(B).amountDue.text)},[()=>P().pay.amount]),c(n,i)};t(p,e=>{O.error&&!d(B)?e(m):!d(B)||!d(V)?e(_,1):d(q)===`paid`?e(y,2):d(q)===`over`?e(b,3):d(V).is===`action`&&d(q)===`action`?e(x,4):d(V).is===`pending`&&d(q)===`pending`?e(w,5):e(D,-1)}),g(f),o(()=>v(f,`data-stage`,d(q))),c(n,f)},$$slots:{foot:!0,default:!0}})}b()}n([`change`,`click`]);export{$ as default};