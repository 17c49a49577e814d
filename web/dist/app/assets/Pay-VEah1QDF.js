import{$ as e,A as t,B as n,D as r,F as i,I as a,J as o,N as s,P as c,Q as l,S as u,U as d,V as f,Y as p,_ as m,et as h,ft as g,g as _,h as v,it as y,lt as b,m as x,mt as S,ot as C,pt as w,rt as T,tt as E,ut as D,v as O,y as k}from"./libraries-BWIsjS6D.js";import{C as A,E as j,F as M,N,P,U as F,V as I,W as L,a as ee,d as R,f as te,h as ne,k as z,l as re,n as ie,o as ae,x as oe,y as se}from"./frame-CGEFRURM.js";import{t as ce}from"./Dialog-C-92_Gum.js";var B=[`CARD`,`SEPA_DIRECT_DEBIT`,`PAYPAL`];function le(e){let t=e.filter(({eligible:e})=>e).flatMap(({kind:e,label:t,means:n})=>n.map(n=>({value:n.id,method:e,mean:n.id,label:n.label,kind:t,isDefault:n.isDefault}))),n=({kind:e})=>B.includes(e);return{registered:t,others:e.filter(e=>e.eligible&&!n(e)).map(({kind:e,label:t})=>({value:e,method:e,mean:null,label:t,kind:null,isDefault:!1})),notPossible:e.filter(e=>!e.eligible||n(e)&&e.means.length===0).map(({label:e,reason:t})=>({label:e,reason:t}))}}function ue(e,{removed:t,usual:n}){return e.map(e=>{let r=e.means.filter(({id:e})=>!t.includes(e)),i=r.find(({id:e})=>n.includes(e));return{...e,means:i?r.map(e=>({...e,isDefault:e===i})):r}})}function de({registered:e,others:t}){return(e.find(({method:e,isDefault:t})=>e===`CARD`&&t)??e.find(({isDefault:e})=>e)??e[0]??t[0])?.value??``}function fe({status:e,payments:t}){if(e===`EXPIRED`||e===`CANCELLED`)return{is:`over`};if(e!==`NOT_PAID`)return{is:`paid`};let n=t.findLast(e=>e.status===`REQUIRES_ACTION`||e.status===`PENDING`);return n?n.actionUrl&&n.status===`REQUIRES_ACTION`?{is:`action`,url:n.actionUrl}:{is:`pending`,method:n.method}:{is:`open`}}var V=L(`
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
`),pe=L(`
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
  `,[I,V]),me=L(`
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
  `,[I,V,F]),H=L(`
    fragment Mean on PaymentMeanPayload {
      errors {
        __typename
        ...Refusal
      }
      paymentMean {
        id
      }
    }
  `,[F]),U=L(`
    mutation RegisterMean($input: PaymentMeanRegisterInput!) {
      done: paymentMeanRegister(input: $input) {
        ...Mean
      }
    }
  `,[H]),he=L(`
    mutation RemoveMean($input: PaymentMeanInput!) {
      done: paymentMeanRemove(input: $input) {
        ...Mean
      }
    }
  `,[H]),ge=L(`
    mutation MakeDefault($input: PaymentMeanInput!) {
      done: paymentMeanSetDefault(input: $input) {
        ...Mean
      }
    }
  `,[H]),W=a(`<option> </option>`),G=a(`<p class="wrong" role="alert"> </p>`),K=a(`<details><summary class="s-1xrpiqn"> </summary> <p class="quiet small"> </p> <div class="row s-1xrpiqn"><select class="input s-1xrpiqn"></select> <button class="button" type="button"> </button></div> <!></details>`);function _e(e,n){D(n,!0);let i=y(`tok_action`),a=y(!1),u=y(``);async function p(){T(a,!0);let{data:e}=await j.api?.client.mutation(U,{input:{kind:`CARD`,token:d(i)}})??{};T(a,!1);let t=e?.done,r=t?.errors[0];T(u,t?.paymentMean?``:r&&`message`in r?r.message:M().state.failed,!0),t?.paymentMean&&n.onAdded(t.paymentMean.id)}var m=K(),_=l(m),x=h(_,!0),w=E(_,2),A=h(w,!0),N=E(w,2),P=l(N);r(P,21,()=>Object.entries(M().pay.cards),([e,t])=>e,(e,t)=>{var n=C(()=>S(d(t),2));let r=()=>d(n)[0],i=()=>d(n)[1];var a=W(),l=h(a,!0),u={};o(()=>{s(l,i()),u!==(u=r())&&(a.value=(a.__value=u)??``)}),c(e,a)}),g(P),k(P);var F=E(P,2),I=h(F,!0);g(N);var L=E(N,2),ee=e=>{var t=G(),n=h(t,!0);o(()=>s(n,d(u))),c(e,t)};t(L,e=>{d(u)&&e(ee)}),g(m),o((e,t,n,r)=>{s(x,e),s(A,t),v(P,`aria-label`,n),F.disabled=d(a),s(I,r)},[()=>M().pay.add,()=>M().pay.addHint,()=>M().pay.add,()=>d(a)?M().pay.adding:M().pay.add]),O(P,()=>d(i),e=>T(i,e)),f(`click`,F,p),c(e,m),b()}n([`click`]);var q=a(`<dd class="copy s-vit58f"><!></dd>`),J=a(`<div class="s-vit58f"><dt class="s-vit58f"> </dt> <dd class="number s-vit58f"> </dd> <!></div>`),Y=a(`<figure class="s-vit58f"><svg role="img" shape-rendering="crispEdges" class="s-vit58f"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000"></path></svg> <figcaption class="s-vit58f"> </figcaption></figure>`),X=a(`<section class="slip s-vit58f" aria-labelledby="slip"><div class="facts"><h3 id="slip"> </h3> <dl class="s-vit58f"></dl></div> <!></section>`);function ve(e,n){D(n,!0);let i=C(()=>[[M().pay.payee,n.transfer.payee,n.transfer.payee],[M().pay.iban,n.transfer.iban,n.transfer.iban.replaceAll(` `,``)],[M().pay.amount,n.transfer.amount.text,null],[M().pay.reference,n.transfer.reference,n.transfer.reference]]);var a=X(),u=l(a),f=l(u),p=h(f,!0),m=E(f,2);r(m,21,()=>d(i),([e,t,n])=>e,(e,n)=>{var r=C(()=>S(d(n),3));let i=()=>d(r)[0],a=()=>d(r)[1],u=()=>d(r)[2];var f=J(),p=l(f),m=h(p,!0),_=E(p,2),v=h(_,!0),y=E(_,2),b=e=>{var t=q(),n=l(t);R(n,{get text(){return u()},get what(){return i()}}),g(t),c(e,t)};t(y,e=>{u()&&e(b)}),g(f),o(()=>{s(m,i()),s(v,a())}),c(e,f)}),g(m),g(u);var _=E(u,2),y=e=>{var t=Y(),r=l(t),i=E(l(r));g(r);var a=E(r,2),u=h(a,!0);g(t),o((e,t)=>{v(r,`viewBox`,`0 0 ${n.transfer.qrCode.size??``} ${n.transfer.qrCode.size??``}`),v(r,`aria-label`,e),v(i,`d`,n.transfer.qrCode.path),s(u,t)},[()=>M().pay.scan,()=>M().pay.scan]),c(e,t)};t(_,e=>{n.transfer.qrCode&&e(y)}),g(a),o(e=>s(p,e),[()=>M().pay.transferTitle]),c(e,a),b()}var Z=(e,t=w,n=w,r=w,i=w)=>{var a=Q(),d=l(a);A(d,{get name(){return n()},size:24});var f=E(d,2),p=l(f),m=l(p),_=h(m,!0);g(p);var v=E(p,2),y=h(v,!0);g(f),g(a),o(()=>{u(a,1,`outcome note ${t()??``}`,`s-1wnfayx`),s(_,r()),s(y,i())}),c(e,a)},ye=a(`<button class="item" type="button" role="menuitem" tabindex="-1" data-usual=""><!> </button>`),be=a(`<!> <button class="item" type="button" role="menuitem" tabindex="-1" data-remove=""><!> </button>`,1),xe=a(`<div class="means s-1wnfayx"><!> <!></div>`),Se=a(`<span class="tag s-1wnfayx"> </span>`),Ce=a(`<span class="quiet small s-1wnfayx"> </span>`),we=a(`<label class="choice s-1wnfayx"><input type="radio" name="how" class="s-1wnfayx"/> <span class="words s-1wnfayx"><span class="what s-1wnfayx"> <!></span> <!></span></label>`),Q=a(`<div role="status"><!> <div class="s-1wnfayx"><p class="s-1wnfayx"><strong class="s-1wnfayx"> </strong></p> <p class="s-1wnfayx"> </p></div></div>`),Te=a(`<button class="button" type="button"> </button> <button class="button primary" type="button" data-pay=""> </button>`,1),Ee=a(`<button class="button" type="button"> </button>`),De=a(`<!> <button type="button"> </button>`,1),Oe=a(`<p> </p>`),ke=a(`<!> <p><a class="button primary" target="_blank" rel="noopener"> <!></a></p>`,1),Ae=a(`<li> </li>`),je=a(`<!> <ul class="quiet small" data-arrived=""></ul>`,1),Me=a(`<!> <!>`,1),Ne=a(`<div class="note bad" role="alert"><p><strong> </strong></p> <p> </p></div>`),Pe=a(`<p class="note bad" role="alert" data-means-failure=""> </p>`),Fe=a(`<fieldset class="s-1wnfayx"><legend class="label s-1wnfayx"> </legend> <!> <!></fieldset>`),Ie=a(`<fieldset class="s-1wnfayx"><legend class="label s-1wnfayx"> </legend> <!></fieldset>`),Le=a(`<li class="s-1wnfayx"><span> </span><span class="quiet small"> </span></li>`),Re=a(`<section aria-labelledby="not-possible"><h3 class="label s-1wnfayx" id="not-possible"> </h3> <ul class="not s-1wnfayx"></ul></section>`),ze=a(`<p class="amount s-1wnfayx"><span class="quiet"> </span> <strong class="number s-1wnfayx"> </strong></p> <!> <!> <!> <!> <!>`,1),Be=a(`<div class="stack"><!></div>`);function $(n,a){D(a,!0);let S=(n,r=w)=>{var i=xe(),a=l(i);O(a,r);var u=E(a,2);{let n=e=>{A(e,{name:`more`,size:22})},i=(n,i=w)=>{var a=be(),u=e(a),d=e=>{var t=ye(),n=l(t);A(n,{name:`check`});var a=E(n,1,!0);g(t),o(e=>s(a,e),[()=>M().pay.makeDefault]),f(`click`,t,()=>(i()(),We(`usual`,r()))),c(e,t)};t(u,e=>{r().isDefault||e(d)});var p=E(u,2),m=l(p);A(m,{name:`cross`});var h=E(m,1,!0);g(p),o(e=>s(h,e),[()=>M().pay.remove]),f(`click`,p,()=>(i()(),We(`removed`,r()))),c(n,a)},a=C(()=>N(M().pay.means,{label:r().label}));oe(u,{get label(){return d(a)},button:n,children:i,$$slots:{button:!0,default:!0}})}g(i),o(()=>v(i,`data-mean`,r().value)),c(n,i)},O=(e,n=w)=>{var r=we(),i=l(r);x(i);var a=E(i,2),u=l(a),p=l(u,!0),v=E(p),y=e=>{var t=Se(),n=h(t,!0);o(e=>s(n,e),[()=>M().pay.isDefault]),c(e,t)};t(v,e=>{n().isDefault&&e(y)}),g(u);var b=E(u,2),S=e=>{var t=Ce(),r=h(t,!0);o(e=>s(r,e),[()=>[n().kind,He(n())].filter(Boolean).join(` · `)]),c(e,t)},D=C(()=>n().kind||He(n()));t(b,e=>{d(D)&&e(S)}),g(a),g(r),o(()=>{m(i,n().value),_(i,d(J)===n().value),s(p,n().label)}),f(`change`,i,()=>Ge(()=>T(I,n().value,!0))),c(e,r)},k=()=>({number:a.number,language:P.language}),F=new ee(pe,k);p(()=>ne(e=>(e.kind===`reread`||e.order.number===F.data?.order?.number)&&F.reload()));let I=y(null),L=y(!1),R=y(!1),B=y(``),V=y(``),H=!0;p(()=>()=>H=!1);let U=crypto.randomUUID(),W=C(()=>F.data?.order),G=C(()=>d(W)?fe(d(W)):null),K=y({removed:[],usual:[]}),q=C(()=>le(ue(d(W)?.paymentMethods??[],d(K)))),J=C(()=>d(I)??de(d(q))),Y=C(()=>[...d(q).registered,...d(q).others].find(({value:e})=>e===d(J))),X=C(()=>d(W)?.paymentMethods.find(e=>e.transfer)?.transfer),Q=C(()=>d(W)?.actions.find(({kind:e})=>e===`PAY`)),$=C(()=>d(G)&&(d(G).is===`action`||d(G).is===`pending`)&&d(R)?`open`:d(G)?.is),Ve={4242:`tok_ok`,"0002":`tok_declined`,9995:`tok_insufficient_funds`,3155:`tok_action`,"0077":`tok_slow`},He=({method:e,label:t})=>z()&&e===`CARD`?M().pay.cards[Ve[t.slice(-4)]??``]:void 0;async function Ue(){if(!d(Y)){T(B,M().pay.noneChosen,!0);return}T(L,!0),T(B,``);let e={number:a.number,method:d(Y).method,mean:d(Y).mean,idempotencyKey:U},{data:t,error:n}=await j.api?.client.mutation(me,{input:e,language:P.language})??{};if(T(L,!1),n?.networkError){T(B,M().state.offline,!0);return}U=crypto.randomUUID();let r=t?.orderPay.errors[0];T(B,n?n.graphQLErrors[0]?.message??M().state.failed:r&&`message`in r?r.message:``,!0),T(R,d(B)!==``),F.reload()}async function We(e,{value:t,label:n}){let r=e===`removed`,i=k(),a=d(I);r&&d(I)===t&&T(I,null),T(V,``),T(K,{...d(K),[e]:[...d(K)[e],t]});let{client:o}=j.api,{data:s,error:c}=await o.mutation(r?he:ge,{input:{id:t}});if(await o.query(pe,i,{requestPolicy:`network-only`}),T(K,{...d(K),[e]:d(K)[e].filter(e=>e!==t)}),s?.done.paymentMean)return;r&&T(I,d(I)??a,!0);let l=s?.done.errors[0],u=N(r?M().pay.notRemoved:M().pay.notDefault,{label:n}),f=l&&`message`in l?l.message:c?.graphQLErrors[0]?.message??``,p=c?.networkError?M().lost:`${u} ${f}`;H?T(V,p,!0):ie({number:i.number,address:`/orders?pay=${i.number}`,text:p})}function Ge(e){e(),T(B,``),U=crypto.randomUUID()}{let p=n=>{var r=i(),l=e(r),p=t=>{var n=Te(),r=e(n),i=h(r,!0),l=E(r,2),u=h(l,!0);o((e,t)=>{s(i,e),l.disabled=d(L)||!d(Y),s(u,t)},[()=>M().state.cancel,()=>d(L)?M().pay.busy:N(M().pay.submit,{amount:d(W).amountDue.text})]),f(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(`click`,l,Ue),c(t,n)},m=n=>{var r=De(),i=e(r),l=e=>{var t=Ee(),n=h(t,!0);o(e=>s(n,e),[()=>M().pay.another]),f(`click`,t,()=>T(R,!0)),c(e,t)};t(i,e=>{(d($)===`action`||d($)===`pending`)&&d(Q)?.available&&e(l)});var p=E(i,2);let m;var g=h(p,!0);o(e=>{m=u(p,1,`button`,null,m,{primary:d($)===`paid`}),s(g,e)},[()=>M().pay.track]),f(`click`,p,()=>te({pay:null,track:a.number})),c(n,r)};t(l,e=>{d($)===`open`&&d(W)?e(p):d(G)&&e(m,1)}),c(n,r)},m=C(()=>N(M().pay.title,{number:a.number}));ce(n,{get title(){return d(m)},get onClose(){return a.onClose},narrow:!0,foot:p,children:(n,u)=>{var f=Be(),p=l(f),m=e=>{ae(e,{get error(){return F.error},onAgain:()=>F.reload()})},_=n=>{var r=i(),l=e(r),u=e=>{se(e,{rows:5})},d=e=>{var t=Oe(),n=h(t,!0);o(e=>s(n,e),[()=>N(M().state.missingOrder,{number:a.number})]),c(e,t)};t(l,e=>{F.isLoading?e(u):e(d,-1)}),c(n,r)},y=e=>{{let t=C(()=>M().pay.succeeded),n=C(()=>M().pay.succeededHint);Z(e,()=>`good`,()=>`check`,()=>d(t),()=>d(n))}},b=e=>{var t=Oe(),n=h(t,!0);o(e=>s(n,e),[()=>d(Q)?.reason??M().pay.nothing]),c(e,t)},x=t=>{var n=ke(),r=e(n);{let e=C(()=>M().pay.action),t=C(()=>M().pay.actionHint);Z(r,()=>`warn`,()=>`alert`,()=>d(e),()=>d(t))}var i=E(r,2),a=l(i),u=l(a,!0),f=E(u);A(f,{name:`out`,size:18}),g(a),g(i),o(e=>{v(a,`href`,d(G).url),s(u,e)},[()=>M().pay.confirm]),c(t,n)},w=n=>{var a=i(),l=e(a),u=n=>{var i=Me(),a=e(i),l=e=>{{let t=C(()=>M().pay.pendingTransfer),n=C(()=>M().pay.pendingTransferHint);Z(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},u=C(()=>Number(d(W).amountReceived.amount)===0),f=t=>{var n=je(),i=e(n);{let e=C(()=>M().pay.pendingTransfer),t=C(()=>N(M().pay.partReceived,{amount:d(W).amountReceived.text,due:d(W).amountDue.text}));Z(i,()=>`warn`,()=>`clock`,()=>d(e),()=>d(t))}var a=E(i,2);r(a,21,()=>d(W).transfers,({reference:e,receivedAt:t,amount:n})=>e,(e,t)=>{let n=()=>d(t).reference,r=()=>d(t).receivedAt,i=()=>d(t).amount;var a=Ae(),l=h(a,!0);o(e=>s(l,e),[()=>N(M().pay.arrived,{amount:i().text,when:re(r(),P.language,j.customer?.timeZone),reference:n()})]),c(e,a)}),g(a),c(t,n)};t(a,e=>{d(u)?e(l):e(f,-1)});var p=E(a,2),m=e=>{ve(e,{get transfer(){return d(X)}})};t(p,e=>{d(X)&&e(m)}),c(n,i)},f=e=>{{let t=C(()=>M().pay.pendingDebit),n=C(()=>M().pay.pendingDebitHint);Z(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}},p=e=>{{let t=C(()=>M().pay.pendingCard),n=C(()=>M().pay.pendingCardHint);Z(e,()=>``,()=>`clock`,()=>d(t),()=>d(n))}};t(l,e=>{d(G).method===`BANK_TRANSFER`?e(u):d(G).method===`SEPA_DIRECT_DEBIT`?e(f,1):e(p,-1)}),c(n,a)},D=n=>{var i=ze(),a=e(i),u=l(a),f=h(u,!0),p=E(u,2),m=h(p,!0);g(a);var _=E(a,2),v=e=>{var t=Ne(),n=l(t),r=l(n),i=h(r,!0);g(n);var a=E(n,2),u=h(a,!0);g(t),o(e=>{s(i,e),s(u,d(B))},[()=>M().pay.failed]),c(e,t)};t(_,e=>{d(B)&&e(v)});var y=E(_,2),b=e=>{var n=Fe(),i=l(n),a=h(i,!0),u=E(i,2);r(u,17,()=>d(q).registered,e=>e.value,(e,t,n,r)=>{S(e,()=>d(t))});var f=E(u,2),p=e=>{var t=Pe(),n=h(t,!0);o(()=>s(n,d(V))),c(e,t)};t(f,e=>{d(V)&&e(p)}),g(n),o(e=>s(a,e),[()=>M().pay.registered]),c(e,n)};t(y,e=>{d(q).registered.length>0&&e(b)});var x=E(y,2),w=e=>{var t=Ie(),n=l(t),i=h(n,!0),a=E(n,2);r(a,17,()=>d(q).others,e=>e.value,(e,t,n,r)=>{O(e,()=>d(t))}),g(t),o(e=>s(i,e),[()=>M().pay.others]),c(e,t)};t(x,e=>{d(q).others.length>0&&e(w)});var D=E(x,2),k=e=>{_e(e,{onAdded:e=>Ge(()=>{T(I,e,!0),F.reload()})})},A=C(()=>z());t(D,e=>{d(A)&&e(k)});var j=E(D,2),N=e=>{var t=Re(),n=l(t),i=h(n,!0),a=E(n,2);r(a,21,()=>d(q).notPossible,({label:e,reason:t})=>e,(e,t)=>{let n=()=>d(t).label,r=()=>d(t).reason;var i=Le(),a=l(i),u=h(a,!0),f=E(a),p=h(f,!0);g(i),o(e=>{s(u,n()),s(p,e)},[()=>r()??M().pay.noMeans]),c(e,i)}),g(a),g(t),o(e=>s(i,e),[()=>M().pay.notPossible]),c(e,t)};t(j,e=>{d(q).notPossible.length>0&&e(N)}),o(e=>{s(f,e),s(m,d(W).amountDue.text)},[()=>M().pay.amount]),c(n,i)};t(p,e=>{F.error&&!d(W)?e(m):!d(W)||!d(G)?e(_,1):d($)===`paid`?e(y,2):d($)===`over`?e(b,3):d(G).is===`action`&&d($)===`action`?e(x,4):d(G).is===`pending`&&d($)===`pending`?e(w,5):e(D,-1)}),g(f),o(()=>v(f,`data-stage`,d($))),c(n,f)},$$slots:{foot:!0,default:!0}})}b()}n([`click`,`change`]);export{$ as default};