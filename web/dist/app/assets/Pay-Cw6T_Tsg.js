import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,S as u,U as d,V as f,Y as p,_ as m,dt as h,et as g,g as _,gt as v,h as y,ht as b,it as x,m as S,mt as C,ot as w,rt as T,tt as E,ut as D,v as O,y as k}from"./libraries-zdXiaTf4.js";import{F as A,G as j,I as M,K as N,L as P,O as F,T as I,U as L,a as R,d as z,f as ee,h as te,j as ne,l as re,n as ie,o as ae,x as oe,y as se}from"./frame-CPgWWQDK.js";import{t as ce}from"./Dialog-C9y6RJsD.js";var B=[`CARD`,`SEPA_DIRECT_DEBIT`,`PAYPAL`];function le(e){let t=e.filter(({eligible:e})=>e).flatMap(({kind:e,label:t,means:n})=>n.map(n=>({value:n.id,method:e,mean:n.id,label:n.label,kind:t,isDefault:n.isDefault}))),n=({kind:e})=>B.includes(e);return{registered:t,others:e.filter(e=>e.eligible&&!n(e)).map(({kind:e,label:t})=>({value:e,method:e,mean:null,label:t,kind:null,isDefault:!1})),notPossible:e.filter(e=>!e.eligible||n(e)&&e.means.length===0).map(({label:e,reason:t})=>({label:e,reason:t}))}}function ue(e,{removed:t,usual:n}){return e.map(e=>{let r=e.means.filter(({id:e})=>!t.includes(e)),i=r.find(({id:e})=>n.includes(e));return{...e,means:i?r.map(e=>({...e,isDefault:e===i})):r}})}function de({registered:e,others:t}){return(e.find(({method:e,isDefault:t})=>e===`CARD`&&t)??e.find(({isDefault:e})=>e)??e[0]??t[0])?.value??``}function fe({status:e,payments:t}){if(e===`EXPIRED`||e===`CANCELLED`)return{is:`over`};if(e!==`NOT_PAID`)return{is:`paid`};let n=t.findLast(e=>e.status===`REQUIRES_ACTION`||e.status===`PENDING`);return n?n.actionUrl&&n.status===`REQUIRES_ACTION`?{is:`action`,url:n.actionUrl}:{is:`pending`,method:n.method}:{is:`open`}}var V=N(`
  fragment Payments on Order {
    id
    amountDue {
      amount
      text(language: $language)
    }
    amountReceived {
      amount
      text(language: $language)
    }
    transfers {
      reference
      receivedAt
      amount {
        text(language: $language)
      }
    }
    payments {
      id
      method
      status
      actionUrl
    }
  }
`),pe=N(`
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
  `,[L,V]),me=N(`
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
  `,[L,V,j]),H=N(`
    fragment Mean on PaymentMeanPayload {
      errors {
        __typename
        ...Refusal
      }
      paymentMean {
        id
      }
    }
  `,[j]),U=N(`
    mutation RegisterMean($input: PaymentMeanRegisterInput!) {
      done: paymentMeanRegister(input: $input) {
        ...Mean
      }
    }
  `,[H]),he=N(`
    mutation RemoveMean($input: PaymentMeanInput!) {
      done: paymentMeanRemove(input: $input) {
        ...Mean
      }
    }
  `,[H]),ge=N(`
    mutation MakeDefault($input: PaymentMeanInput!) {
      done: paymentMeanSetDefault(input: $input) {
        ...Mean
      }
    }
  `,[H]),W=a(`<option> </option>`),G=a(`<p class="wrong" role="alert"> </p>`),K=a(`<details><summary class="s-1xrpiqn"> </summary> <p class="quiet small"> </p> <div class="row s-1xrpiqn"><select class="input s-1xrpiqn"></select> <button class="button" type="button"> </button></div> <!></details>`);function _e(e,n){h(n,!0);let i=x(`tok_action`),a=x(!1),u=x(``);async function p(){T(a,!0);let{data:e}=await F.api?.client.mutation(U,{input:{kind:`CARD`,token:d(i)}})??{};T(a,!1);let t=e?.done,r=t?.errors[0];T(u,t?.paymentMean?``:r&&`message`in r?r.message:P().state.failed,!0),t?.paymentMean&&n.onAdded(t.paymentMean.id)}var m=K(),_=l(m),b=g(_,!0),S=E(_,2),A=g(S,!0),j=E(S,2),M=l(j);r(M,21,()=>Object.entries(P().pay.cards),([e,t])=>e,(e,t)=>{var n=w(()=>v(d(t),2));let r=()=>d(n)[0],i=()=>d(n)[1];var a=W(),l=g(a,!0),u={};o(()=>{s(l,i()),u!==(u=r())&&(a.value=(a.__value=u)??``)}),c(e,a)}),C(M),k(M);var N=E(M,2),I=g(N,!0);C(j);var L=E(j,2),R=e=>{var t=G(),n=g(t,!0);o(()=>s(n,d(u))),c(e,t)};t(L,e=>{d(u)&&e(R)}),C(m),o((e,t,n,r)=>{s(b,e),s(A,t),y(M,`aria-label`,n),N.disabled=d(a),s(I,r)},[()=>P().pay.add,()=>P().pay.addHint,()=>P().pay.add,()=>d(a)?P().pay.adding:P().pay.add]),O(M,()=>d(i),e=>T(i,e)),f(`click`,N,p),c(e,m),D()}n([`click`]);var q=a(`<dd class="copy s-vit58f"><!></dd>`),J=a(`<div class="s-vit58f"><dt class="s-vit58f"> </dt> <dd class="number s-vit58f"> </dd> <!></div>`),Y=a(`<figure class="s-vit58f"><svg role="img" shape-rendering="crispEdges" class="s-vit58f"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000"></path></svg> <figcaption class="s-vit58f"> </figcaption></figure>`),X=a(`<section class="slip s-vit58f" aria-labelledby="slip"><div class="facts"><h3 id="slip"> </h3> <dl class="s-vit58f"></dl></div> <!></section>`);function ve(e,n){h(n,!0);let i=w(()=>[[P().pay.payee,n.transfer.payee,n.transfer.payee],[P().pay.iban,n.transfer.iban,n.transfer.iban.replaceAll(` `,``)],[P().pay.amount,n.transfer.amount.text,null],[P().pay.reference,n.transfer.reference,n.transfer.reference]]);var a=X(),u=l(a),f=l(u),p=g(f,!0),m=E(f,2);r(m,21,()=>d(i),([e,t,n])=>e,(e,n)=>{var r=w(()=>v(d(n),3));let i=()=>d(r)[0],a=()=>d(r)[1],u=()=>d(r)[2];var f=J(),p=l(f),m=g(p,!0),h=E(p,2),_=g(h,!0),y=E(h,2),b=e=>{var t=q(),n=l(t);z(n,{get text(){return u()},get what(){return i()}}),C(t),c(e,t)};t(y,e=>{u()&&e(b)}),C(f),o(()=>{s(m,i()),s(_,a())}),c(e,f)}),C(m),C(u);var _=E(u,2),b=e=>{var t=Y(),r=l(t),i=E(l(r));C(r);var a=E(r,2),u=g(a,!0);C(t),o((e,t)=>{y(r,`viewBox`,`0 0 ${n.transfer.qrCode.size??``} ${n.transfer.qrCode.size??``}`),y(r,`aria-label`,e),y(i,`d`,n.transfer.qrCode.path),s(u,t)},[()=>P().pay.scan,()=>P().pay.scan]),c(e,t)};t(_,e=>{n.transfer.qrCode&&e(b)}),C(a),o(e=>s(p,e),[()=>P().pay.transferTitle]),c(e,a),D()}var Z=(e,t=b,n=b,r=b,i=b)=>{var a=Q(),d=l(a);I(d,{get name(){return n()},size:24});var f=E(d,2),p=l(f),m=l(p),h=g(m,!0);C(p);var _=E(p,2),v=g(_,!0);C(f),C(a),o(()=>{u(a,1,`outcome note ${t()??``}`,`s-1wnfayx`),s(h,r()),s(v,i())}),c(e,a)},ye=a(`<button class="item" type="button" role="menuitem" tabindex="-1" data-usual=""><!> </button>`),be=a(`<!> <button class="item" type="button" role="menuitem" tabindex="-1" data-remove=""><!> </button>`,1),xe=a(`<div class="means s-1wnfayx"><!> <!></div>`),Se=a(`<span class="tag s-1wnfayx"> </span>`),Ce=a(`<span class="quiet small s-1wnfayx"> </span>`),we=a(`<label class="choice s-1wnfayx"><input type="radio" name="how" class="s-1wnfayx"/> <span class="words s-1wnfayx"><span class="what s-1wnfayx"> <!></span> <!></span></label>`),Q=a(`<div role="status"><!> <div class="s-1wnfayx"><p class="s-1wnfayx"><strong class="s-1wnfayx"> </strong></p> <p class="s-1wnfayx"> </p></div></div>`),Te=a(`<button class="button" type="button"> </button> <button class="button primary" type="button" data-pay=""> </button>`,1),Ee=a(`<button class="button" type="button"> </button>`),De=a(`<!> <button type="button"> </button>`,1),Oe=a(`<p> </p>`),ke=a(`<!> <p><a class="button primary" target="_blank" rel="noopener"> <!></a></p>`,1),Ae=a(`<li> </li>`),je=a(`<!> <ul class="quiet small" data-arrived=""></ul>`,1),Me=a(`<!> <!>`,1),Ne=a(`<div class="note bad" role="alert"><p><strong> </strong></p> <p> </p></div>`),Pe=a(`<p class="note bad" role="alert" data-means-failure=""> </p>`),Fe=a(`<fieldset class="s-1wnfayx"><legend class="label s-1wnfayx"> </legend> <!> <!></fieldset>`),Ie=a(`<fieldset class="s-1wnfayx"><legend class="label s-1wnfayx"> </legend> <!></fieldset>`),Le=a(`<li class="s-1wnfayx"><span> </span><span class="quiet small"> </span></li>`),Re=a(`<section aria-labelledby="not-possible"><h3 class="label s-1wnfayx" id="not-possible"> </h3> <ul class="not s-1wnfayx"></ul></section>`),ze=a(`<p class="amount s-1wnfayx"><span class="quiet"> </span> <strong class="number s-1wnfayx"> </strong></p> <!> <!> <!> <!> <!>`,1),Be=a(`<div class="stack"><!></div>`);function $(n,a){h(a,!0);let v=(n,r=b)=>{var i=xe(),a=l(i);O(a,r);var u=E(a,2);{let n=e=>{I(e,{name:`more`,size:22})},i=(n,i=b)=>{var a=be(),u=e(a),d=e=>{var t=ye(),n=l(t);I(n,{name:`check`});var a=E(n,1,!0);C(t),o(e=>s(a,e),[()=>P().pay.makeDefault]),f(`click`,t,()=>(i()(),We(`usual`,r()))),c(e,t)};t(u,e=>{r().isDefault||e(d)});var p=E(u,2),m=l(p);I(m,{name:`cross`});var h=E(m,1,!0);C(p),o(e=>s(h,e),[()=>P().pay.remove]),f(`click`,p,()=>(i()(),We(`removed`,r()))),c(n,a)},a=w(()=>A(P().pay.means,{label:r().label}));oe(u,{get label(){return d(a)},button:n,children:i,$$slots:{button:!0,default:!0}})}C(i),o(()=>y(i,`data-mean`,r().value)),c(n,i)},O=(e,n=b)=>{var r=we(),i=l(r);S(i);var a=E(i,2),u=l(a),p=l(u,!0),h=E(p),v=e=>{var t=Se(),n=g(t,!0);o(e=>s(n,e),[()=>P().pay.isDefault]),c(e,t)};t(h,e=>{n().isDefault&&e(v)}),C(u);var y=E(u,2),x=e=>{var t=Ce(),r=g(t,!0);o(e=>s(r,e),[()=>[n().kind,He(n())].filter(Boolean).join(` · `)]),c(e,t)},D=w(()=>n().kind||He(n()));t(y,e=>{d(D)&&e(x)}),C(a),C(r),o(()=>{m(i,n().value),_(i,d(J)===n().value),s(p,n().label)}),f(`change`,i,()=>Ge(()=>T(N,n().value,!0))),c(e,r)},k=()=>({number:a.number,language:M.language}),j=new R(pe,k);p(()=>te(e=>(e.kind===`reread`||e.order.number===j.data?.order?.number)&&j.reload()));let N=x(null),L=x(!1),z=x(!1),B=x(``),V=x(``),H=!0;p(()=>()=>H=!1);let U=crypto.randomUUID(),W=w(()=>j.data?.order),G=w(()=>d(W)?fe(d(W)):null),K=x({removed:[],usual:[]}),q=w(()=>le(ue(d(W)?.paymentMethods??[],d(K)))),J=w(()=>d(N)??de(d(q))),Y=w(()=>[...d(q).registered,...d(q).others].find(({value:e})=>e===d(J))),X=w(()=>d(W)?.paymentMethods.find(e=>e.transfer)?.transfer),Q=w(()=>d(W)?.actions.find(({kind:e})=>e===`PAY`)),$=w(()=>d(G)&&(d(G).is===`action`||d(G).is===`pending`)&&d(z)?`open`:d(G)?.is),Ve={4242:`tok_ok`,"0002":`tok_declined`,9995:`tok_insufficient_funds`,3155:`tok_action`,"0077":`tok_slow`},He=({method:e,label:t})=>ne()&&e===`CARD`?P().pay.cards[Ve[t.slice(-4)]??``]:void 0;async function Ue(){if(!d(Y)){T(B,P().pay.noneChosen,!0);return}T(L,!0),T(B,``);let e={number:a.number,method:d(Y).method,mean:d(Y).mean,idempotencyKey:U},{data:t,error:n}=await F.api?.client.mutation(me,{input:e,language:M.language})??{};if(T(L,!1),n?.networkError){T(B,P().state.offline,!0);return}U=crypto.randomUUID();let r=t?.orderPay.errors[0];T(B,n?n.graphQLErrors[0]?.message??P().state.failed:r&&`message`in r?r.message:``,!0),T(z,d(B)!==``),j.reload()}async function We(e,{value:t,label:n}){let r=e===`removed`,i=k(),a=d(N);r&&d(N)===t&&T(N,null),T(V,``),T(K,{...d(K),[e]:[...d(K)[e],t]});let{who:o}=F,{client:s}=F.api,{data:c,error:l}=await s.mutation(r?he:ge,{input:{id:t}});if(await s.query(pe,i,{requestPolicy:`network-only`}),T(K,{...d(K),[e]:d(K)[e].filter(e=>e!==t)}),c?.done.paymentMean)return;r&&T(N,d(N)??a,!0);let u=c?.done.errors[0],f=A(r?P().pay.notRemoved:P().pay.notDefault,{label:n}),p=u&&`message`in u?u.message:l?.graphQLErrors[0]?.message??``,m=l?.networkError?P().lost:`${f} ${p}`;H?T(V,m,!0):ie({number:i.number,who:o,address:`/orders?pay=${i.number}`,text:m})}function Ge(e){e(),T(B,``),U=crypto.randomUUID()}{let p=n=>{var r=i(),l=e(r),p=t=>{var n=Te(),r=e(n),i=g(r,!0),l=E(r,2),u=g(l,!0);o((e,t)=>{s(i,e),l.disabled=d(L)||!d(Y),s(u,t)},[()=>P().state.cancel,()=>d(L)?P().pay.busy:A(P().pay.submit,{amount:d(W).amountDue.text})]),f(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(`click`,l,Ue),c(t,n)},m=n=>{var r=De(),i=e(r),l=e=>{var t=Ee(),n=g(t,!0);o(e=>s(n,e),[()=>P().pay.another]),f(`click`,t,()=>T(z,!0)),c(e,t)};t(i,e=>{(d($)===`action`||d($)===`pending`)&&d(Q)?.available&&e(l)});var p=E(i,2);let m;var h=g(p,!0);o(e=>{m=u(p,1,`button`,null,m,{primary:d($)===`paid`}),s(h,e)},[()=>P().pay.track]),f(`click`,p,()=>ee({pay:null,track:a.number})),c(n,r)};t(l,e=>{d($)===`open`&&d(W)?e(p):d(G)&&e(m,1)}),c(n,r)},m=w(()=>A(P().pay.title,{number:a.number}));ce(n,{get title(){return d(m)},get onClose(){return a.onClose},narrow:!0,foot:p,children:(n,u)=>{var f=Be(),p=l(f),m=e=>{ae(e,{get error(){return j.error},onAgain:()=>j.reload()})},h=n=>{var r=i(),l=e(r),u=e=>{se(e,{rows:5})},d=e=>{var t=Oe(),n=g(t,!0);o(e=>s(n,e),[()=>A(P().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{j.isLoading?e(u):e(d,-1)}),c(n,r)},_=e=>{{let t=w(()=>P().pay.succeeded),n=w(()=>P().pay.succeededHint);Z(e,()=>`good`,()=>`check`,()=>d(t),()=>d(n))}},b=e=>{var t=Oe(),n=g(t,!0);o(e=>s(n,e),[()=>d(Q)?.reason??P().pay.nothing]),c(e,t)},x=t=>{var n=ke(),r=e(n);{let e=w(()=>P().pay.action),t=w(()=>P().pay.actionHint);Z(r,()=>`warn`,()=>`alert`,()=>d(e),()=>d(t))}var i=E(r,2),a=l(i),u=l(a,!0),f=E(u);I(f,{name:`out`,size:18}),C(a),C(i),o(e=>{y(a,`href`,d(G).url),s(u,e)},[()=>P().pay.confirm]),c(t,n)},S=n=>{var a=i(),l=e(a),u=n=>{var i=Me(),a=e(i),l=e=>{{let t=w(()=>P().pay.pendingTransfer),n=w(()=>P().pay.pendingTransferHint);Z(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},u=w(()=>Number(d(W).amountReceived.amount)===0),f=t=>{var n=je(),i=e(n);{let e=w(()=>P().pay.pendingTransfer),t=w(()=>A(P().pay.partReceived,{amount:d(W).amountReceived.text,due:d(W).amountDue.text}));Z(i,()=>`warn`,()=>`clock`,()=>d(e),()=>d(t))}var a=E(i,2);r(a,21,()=>d(W).transfers,({reference:e,receivedAt:t,amount:n})=>e,(e,t)=>{let n=()=>d(t).reference,r=()=>d(t).receivedAt,i=()=>d(t).amount;var a=Ae(),l=g(a,!0);o(e=>s(l,e),[()=>A(P().pay.arrived,{amount:i().text,when:re(r(),M.language,F.customer?.timeZone),reference:n()})]),c(e,a)}),C(a),c(t,n)};t(a,e=>{d(u)?e(l):e(f,-1)});var p=E(a,2),m=e=>{ve(e,{get transfer(){return d(X)}})};t(p,e=>{d(X)&&e(m)}),c(n,i)},f=e=>{{let t=w(()=>P().pay.pendingDebit),n=w(()=>P().pay.pendingDebitHint);Z(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},p=e=>{{let t=w(()=>P().pay.pendingCard),n=w(()=>P().pay.pendingCardHint);Z(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}};t(l,e=>{d(G).method===`BANK_TRANSFER`?e(u):d(G).method===`SEPA_DIRECT_DEBIT`?e(f,1):e(p,-1)}),c(n,a)},D=n=>{var i=ze(),a=e(i),u=l(a),f=g(u,!0),p=E(u,2),m=g(p,!0);C(a);var h=E(a,2),_=e=>{var t=Ne(),n=l(t),r=l(n),i=g(r,!0);C(n);var a=E(n,2),u=g(a,!0);C(t),o(e=>{s(i,e),s(u,d(B))},[()=>P().pay.failed]),c(e,t)};t(h,e=>{d(B)&&e(_)});var y=E(h,2),b=e=>{var n=Fe(),i=l(n),a=g(i,!0),u=E(i,2);r(u,17,()=>d(q).registered,e=>e.value,(e,t,n,r)=>{v(e,()=>d(t))});var f=E(u,2),p=e=>{var t=Pe(),n=g(t,!0);o(()=>s(n,d(V))),c(e,t)};t(f,e=>{d(V)&&e(p)}),C(n),o(e=>s(a,e),[()=>P().pay.registered]),c(e,n)};t(y,e=>{d(q).registered.length>0&&e(b)});var x=E(y,2),S=e=>{var t=Ie(),n=l(t),i=g(n,!0),a=E(n,2);r(a,17,()=>d(q).others,e=>e.value,(e,t,n,r)=>{O(e,()=>d(t))}),C(t),o(e=>s(i,e),[()=>P().pay.others]),c(e,t)};t(x,e=>{d(q).others.length>0&&e(S)});var D=E(x,2),k=e=>{_e(e,{onAdded:e=>Ge(()=>{T(N,e,!0),j.reload()})})},A=w(()=>ne());t(D,e=>{d(A)&&e(k)});var M=E(D,2),F=e=>{var t=Re(),n=l(t),i=g(n,!0),a=E(n,2);r(a,21,()=>d(q).notPossible,({label:e,reason:t})=>e,(e,t)=>{let n=()=>d(t).label,r=()=>d(t).reason;var i=Le(),a=l(i),u=g(a,!0),f=E(a),p=g(f,!0);C(i),o(e=>{s(u,n()),s(p,e)},[()=>r()??P().pay.noMeans]),c(e,i)}),C(a),C(t),o(e=>s(i,e),[()=>P().pay.notPossible]),c(e,t)};t(M,e=>{d(q).notPossible.length>0&&e(F)}),o(e=>{s(f,e),s(m,d(W).amountDue.text)},[()=>P().pay.amount]),c(n,i)};t(p,e=>{j.error&&!d(W)?e(m):!d(W)||!d(G)?e(h,1):d($)===`paid`?e(_,2):d($)===`over`?e(b,3):d(G).is===`action`&&d($)===`action`?e(x,4):d(G).is===`pending`&&d($)===`pending`?e(S,5):e(D,-1)}),C(f),o(()=>y(f,`data-stage`,d($))),c(n,f)},$$slots:{foot:!0,default:!0}})}D()}n([`click`,`change`]);export{$ as default};