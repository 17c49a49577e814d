const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Connect-3Il6tEDL.js","assets/libraries-BWIsjS6D.js","assets/Connect-CVWQrARf.css","assets/Home-BsY-7yqi.js","assets/Windows-nz3pwQf0.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-CRNTQggS.js","assets/OrderMenu-B4URDnJ-.js","assets/DocumentLink-eqWRWQxz.js","assets/OrderMenu-DggEiAra.css","assets/Orders-Y7tG1lOR.css","assets/OrderPage-BL4TeBeK.js","assets/Tracking-CwTcGp9W.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-Chq3qgil.js","assets/SignIn-iqcId8dy.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,B as n,C as r,D as i,E as a,F as o,G as s,H as c,I as l,J as u,L as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,W as S,X as C,Y as w,Z as T,a as E,at as ee,b as D,c as O,d as k,et as A,ft as j,h as M,i as N,it as P,j as te,k as ne,l as F,lt as I,mt as re,n as ie,nt as ae,o as oe,ot as L,pt as se,q as ce,r as le,rt as R,s as ue,t as de,tt as z,u as fe,ut as B,w as pe,x as me,y as he}from"./libraries-BWIsjS6D.js";var ge=500,_e=15e3,ve={state:`idle`,since:null,nextTryAt:null};function ye(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return ve}}function be(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function xe(e,t){let n=Math.min(ge*2**e,_e);return Math.round(n*(.75+t/2))}var Se=4403,Ce=1e4,we=1e4,V=new class{#e=P(ve);get connection(){return b(this.#e)}set connection(e){R(this.#e,e)}#t=P(ae(Date.now()));get now(){return b(this.#t)}set now(e){R(this.#t,e,!0)}#n=L(()=>be(this.connection,this.now));get banner(){return b(this.#n)}set banner(e){R(this.#n,e)}#r=L(()=>this.connection.state===`live`);get isLive(){return b(this.#r)}set isLive(e){R(this.#r,e)}#i;#a;hears(e){this.connection=ye(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=xe(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function Te(e){let t=ie({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:()=>({authorization:`Bearer ${e()??``}`}),keepAlive:Ce,connectionAckWaitTimeout:we,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>V.wait(e),shouldRetry:e=>Oe(e)!==Se,on:{connecting:()=>V.hears({type:`trying`,at:Date.now()}),connected:()=>V.hears({type:`connected`}),closed:e=>{let{code:t,wasClean:n}=e;V.hears(t===1e3&&n?{type:`released`}:{type:`lost`,at:Date.now()})}}}),n=()=>V.tryNow();return addEventListener(`online`,n),{follow:(e,n)=>t.subscribe(Ee(e,n),n),close(){removeEventListener(`online`,n),t.dispose(),V.hears({type:`released`})}}}function Ee({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=De(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function De(e){let[t]=Object.values(e.data??{});return t?.cursor}function Oe(e){let t=e?.code;return typeof t==`number`?t:void 0}var ke=[`BankTransfer`,`BillingDetails`,`InternalNote`,`Money`,`OrderAction`,`OrderClaim`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentConnection`,`PaymentEdge`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundConnection`,`RefundEdge`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`],Ae=[`AlreadyPaidError`,`ConfirmationMissingError`,`ConflictError`,`IdempotencyConflictError`,`InvalidInputError`,`NotFoundError`,`OrderExpiredError`,`PaymentDeclinedError`,`PaymentInProgressError`,`PaymentMethodNotEligibleError`,`WithdrawalNotAvailableError`,`WrongStatusError`];function je(e){let t=Te(e.token);return{client:new N({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[oe({onError(t){t.response?.status===401&&e.onRefused()}}),le({keys:Object.fromEntries(ke.map(e=>[e,()=>null])),possibleTypes:{UserError:Ae}}),E,ue({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),close:()=>t.close()}}var H=de(),Me=H(`
  query Who {
    viewer {
      __typename
      ... on Customer {
        id
        reference
        name
        email
        kind
        country
        language
        timeZone
      }
      ... on Operator {
        id
        name
        scopes
      }
      ... on Service {
        id
        name
        scopes
      }
    }
  }
`),U=H(`
  fragment OrderRow on Order {
    id
    number
    createdAt
    expiresAt
    status
    statusLabel(language: $language)
    total {
      text(language: $language)
    }
    actions(language: $language) {
      kind
      available
      reason
      until
    }
  }
`),Ne=H(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),Pe=H(`
    fragment OrderDetail on Order {
      ...OrderRow
      paidAt
      deliveredAt
      cancelledAt
      net {
        text(language: $language)
      }
      tax {
        text(language: $language)
      }
      reduction {
        amount
        text(language: $language)
      }
      amountDue {
        amount
        text(language: $language)
      }
      billing {
        name
        address
        country
        vatNumber
        email
      }
      lines {
        id
        description
        serviceName
        kind
        period
        quantity
        net {
          text(language: $language)
        }
        withdrawalExcluded
        withdrawnAt
        deliveredAt
        failure
        retryAt
      }
      tracking {
        cursor
        sequence
        estimatedDelivery
        steps {
          name
          state
          startedAt
          endedAt
          label(language: $language)
          hint(language: $language)
        }
      }
      withdrawal {
        status
        endsAt
        blockers {
          code
          message(language: $language)
        }
      }
      payments {
        id
        method
        status
        actionUrl
        createdAt
        amount {
          text(language: $language)
        }
        failure {
          code
          message
        }
      }
      refunds {
        id
        status
        dueBy
        createdAt
        settledAt
        amount {
          text(language: $language)
        }
      }
      documentRequests {
        id
        kind
        status
        message
        dueAt
      }
    }
  `,[U]),Fe=H(`
    query MyOrders($first: Int!, $after: String, $filter: OrderFilter, $language: String!) {
      orders(first: $first, after: $after, filter: $filter) {
        nodes {
          ...OrderRow
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,[U]),Ie=H(`
    fragment OrderGlance on Order {
      ...OrderRow
      amountDue {
        amount
        text(language: $language)
      }
      tracking {
        steps {
          name
          state
          label(language: $language)
        }
      }
      payments {
        id
        status
      }
      refunds {
        id
        status
        dueBy
        amount {
          text(language: $language)
        }
      }
    }
  `,[U]),Le=H(`
  fragment Refusal on UserError {
    code
    message
    path
  }
`),Re=H(`
    subscription OrderUpdates($after: String, $language: String!) {
      orderUpdates(after: $after) {
        cursor
        kind
        sequence
        event {
          id
          kind
        }
        order {
          ...OrderGlance
        }
      }
    }
  `,[Ie]),ze=H(`
    query OneOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderDetail
        events(first: 3) {
          nodes {
            ...Entry
          }
        }
      }
    }
  `,[Pe,Ne]),Be=H(`
    query History($number: String!, $first: Int!, $after: String, $language: String!) {
      order(number: $number) {
        id
        events(first: $first, after: $after) {
          nodes {
            ...Entry
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  `,[Ne]),Ve=H(`
    subscription TrackOrder($number: String!, $after: String, $language: String!) {
      orderTracking(number: $number, after: $after) {
        cursor
        kind
        sequence
        event {
          ...Entry
        }
        order {
          ...OrderDetail
        }
      }
    }
  `,[Pe,Ne]),He=H(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`),Ue=H(`
    mutation CancelOrder($input: OrderCancelInput!, $language: String!) {
      orderCancel(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...OrderRow
        }
      }
    }
  `,[U,Le]),We=H(`
    mutation ReorderOrder($input: OrderReorderInput!, $language: String!) {
      orderReorder(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...OrderRow
        }
      }
    }
  `,[U,Le]),Ge=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Ke=function(e){return`/`+e},qe={},Je=function(e){return e.pathname.endsWith(`.css`)},Ye=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},W=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Ke(t,n);let r=s(t),i=Je(r);return Ye(qe,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Ge,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},G={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},Xe={it:()=>W(()=>import(`./it-CMte7bLR.js`),[]),en:()=>W(()=>import(`./en-DREzilFx.js`),[]),fr:()=>W(()=>import(`./fr-BrrPHDb1.js`),[]),de:()=>W(()=>import(`./de-Drw7UWY9.js`),[]),es:()=>W(()=>import(`./es-BRnDUAEX.js`),[])},Ze={it:()=>W(()=>import(`./it-CD18wnzx.js`),[]),en:()=>W(()=>import(`./en-Dw00G-rG.js`),[]),fr:()=>W(()=>import(`./fr-v0c_yqVM.js`),[]),de:()=>W(()=>import(`./de-CdKKfeDT.js`),[]),es:()=>W(()=>import(`./es-bgSOF34h.js`),[])},Qe=`buono:language`,K=new class{#e=P(`en`);get language(){return b(this.#e)}set language(e){R(this.#e,e,!0)}#t=P({});get words(){return b(this.#t)}set words(e){R(this.#t,e)}more=new Set},$e=`en`,q=()=>K.words;async function et(e){await nt(it()??e??at())}async function tt(e){try{localStorage.setItem(Qe,e)}catch{}await nt(e)}async function J(e,...t){for(let e of[Ze,...t])K.more.add(e);let[n]=await Promise.all([e(),nt($e)]);return n}async function nt(e){$e=e;let t=await rt(e);e===$e&&(K.words=t,K.language=e,document.documentElement.lang=e)}async function rt(e){let t=await Promise.all([Xe,...K.more].map(t=>t[e]()));return Object.assign({},...t.map(e=>e.default))}function it(){try{return ot(localStorage.getItem(Qe))}catch{return}}function at(){for(let e of navigator.languages){let t=ot(e.split(`-`)[0]);if(t)return t}return`en`}function ot(e){return e&&e in G?e:void 0}function Y(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var st=`buono:session`,ct=250;function lt(e){let t=new BroadcastChannel(st);t.onmessage=({data:n})=>{if(n.type!==`ask`)return;let r=e(n.for);r&&t.postMessage({type:`tell`,id:n.id,...r})}}function ut(){let e=new BroadcastChannel(st),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),ct);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var dt=()=>document.querySelector(`meta[name="buono-config"]`)?.content,ft=()=>dt()!==void 0,pt=()=>document.querySelector(`meta[name="buono-graphiql"]`)?.content;async function mt(){let e=dt();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function ht(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var gt=`buono:person`,X=new class{#e=P(`looking`);get phase(){return b(this.#e)}set phase(e){R(this.#e,e,!0)}#t=P([]);get people(){return b(this.#t)}set people(e){R(this.#t,e)}#n=P(null);get viewer(){return b(this.#n)}set viewer(e){R(this.#n,e)}#r=P(null);get person(){return b(this.#r)}set person(e){R(this.#r,e,!0)}#i=P(null);get notice(){return b(this.#i)}set notice(e){R(this.#i,e,!0)}#a=P(null);get api(){return b(this.#a)}set api(e){R(this.#a,e)}#o=P(0);get renewals(){return b(this.#o)}set renewals(e){R(this.#o,e,!0)}opening=null;#s;#c;token=()=>this.#s;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t){let n=e.trim().replace(/^bearer\s+/i,``);this.#d(),this.#s=n;let r=je({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:i,error:a}=await r.client.query(Me,{},{requestPolicy:`network-only`});if(this.#s!==n)return r.close();if(!i?.viewer)return r.close(),this.#u(a?.networkError&&!a.response?`unreachable`:`refused`);i.viewer.__typename===`Customer`&&await et(vt(i.viewer.language)),yt(t),this.notice=null,this.api=r,this.viewer=i.viewer,this.phase=`in`}leave(){yt(null),this.#u(null)}renew(){return this.#c??=this.#l().finally(()=>this.#c=void 0),this.#c}async#l(){if(this.phase!==`in`)return!1;if(this.person&&ft()){this.people=await mt().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#s)return this.#s=e,this.renewals++,!0}return this.#u(`ended`),!1}#u(e){this.#d(),this.notice=e,this.phase=`out`}#d(){this.api?.close(),this.api=null,this.viewer=null,this.#s=void 0}};async function _t(){lt(e=>{let t=X.token();if(!t||X.phase!==`in`)return null;if(e===`app`)return{token:t,person:X.person};let{opening:n}=X;return X.opening=null,n&&{token:t,person:X.person,...n}});let[e,t]=await Promise.all([mt().catch(()=>[]),ut()]);X.people=e;let n=e.find(({name:e})=>e===bt());if(n)return X.enter(n.token,n.name);if(t)return X.enter(t.token,t.person);X.phase=`out`}function vt(e){let t=e.split(`-`)[0]??``;return t in G?t:void 0}function yt(e){try{e===null?sessionStorage.removeItem(gt):sessionStorage.setItem(gt,e)}catch{}}function bt(){try{return sessionStorage.getItem(gt)}catch{return null}}var xt=l(`<a class="button" href="/desk"> </a>`),St=l(`<a class="button" href="/orders"> </a>`),Ct=l(`<section class="stack"><h1 tabindex="-1"> </h1> <p><!></p></section>`);function wt(e,n){B(n,!0);let r=F(n,`name`,3,``),i=F(n,`number`,3,``);var a=Ct();pe(`zt046k`,e=>{ce(()=>{C.title=`Buono`})});var o=g(a),s=A(o,!0),c=z(o,2),l=g(c),d=e=>{var t=xt(),n=A(t,!0);u(e=>p(n,e),[()=>q().state.useDesk]),h(e,t)},f=e=>{var t=St(),n=A(t,!0);u(e=>p(n,e),[()=>q().state.toOrders]),h(e,t)};t(l,e=>{X.viewer?.__typename===`Operator`?e(d):e(f,-1)}),j(c),j(a),u(e=>p(s,e),[()=>Y(n.text,{name:r(),number:i()})]),h(e,a),I()}var Tt=`buono:theme`,Et=new class{#e=P(`system`);get theme(){return b(this.#e)}set theme(e){R(this.#e,e,!0)}};function Dt(e){Et.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Tt,e)}catch{}}try{let e=localStorage.getItem(Tt);(e===`light`||e===`dark`)&&Dt(e)}catch{}function Ot(e){let t=e&&O(e.document);X.opening={operation:t===void 0?void 0:{query:t,variables:JSON.stringify(e?.variables,null,2)}},window.open(pt(),`_blank`)}var kt=d(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Z(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=F(t,`size`,3,20);var i=kt(),a=A(i);u(()=>{M(i,`width`,r()),M(i,`height`,r()),M(i,`stroke-width`,t.name===`more`?3:1.9),M(a,`d`,n[t.name])}),h(e,i)}var At=l(`<span><span class="dot s-16flz15"></span> </span>`);function jt(n,r){B(r,!0);let i=L(()=>V.connection.state),a=L(()=>b(i)===`live`?q().live.live:b(i)===`lost`?q().live.lost:q().live.connecting);var s=o(),c=e(s),l=e=>{var t=At(),n=z(g(t),1,!0);j(t),u(()=>{v(t,1,`live ${b(i)??``}`,`s-16flz15`),M(t,`data-live`,b(i)),p(n,b(a))}),h(e,t)};t(c,e=>{b(i)!==`idle`&&e(l)}),h(n,s),I()}var Mt=l(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function Nt(n,i){let s=_();B(i,!0);let l=F(i,`isLabelled`,3,!1),d=F(i,`kind`,3,`menu`),f=F(i,`buttonClass`,3,`button icon`),p,m,y=P(!1),S=()=>[...m.querySelectorAll(`[role="menuitem"]`)],C=()=>m.hidePopover();function w(){let{left:e,right:t,top:n,bottom:r}=p.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=m,o=r+4+a+8<=innerHeight||n<a;m.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,m.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function E(e){R(y,e.newState===`open`),b(y)&&(i.onOpen?.(),requestAnimationFrame(()=>{w(),d()===`menu`&&S()[0]?.focus()}))}function ee(e){if(d()!==`menu`)return;let t=S(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&C(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var D=Mt();c(`resize`,T,()=>b(y)&&w()),c(`scroll`,T,()=>b(y)&&C());var O=e(D),A=g(O);a(A,()=>i.button),j(O),k(O,e=>p=e,()=>p);var N=z(O,2),te=g(N),ne=t=>{var n=o(),r=e(n);a(r,()=>i.children,()=>C),h(t,n)};t(te,e=>{b(y)&&e(ne)}),j(N),k(N,e=>m=e,()=>m),u(()=>{v(O,1,r(f()),`s-1p1q3cn`),M(O,`popovertarget`,s),M(O,`aria-label`,l()?void 0:i.label),M(O,`aria-haspopup`,d()===`menu`?`menu`:`dialog`),M(O,`aria-expanded`,b(y)),M(N,`id`,s),M(N,`role`,d()===`menu`?`menu`:`dialog`),M(N,`aria-label`,i.label)}),c(`toggle`,N,E),x(`keydown`,N,ee),h(n,D),I()}n([`keydown`]);var Pt=l(`<a class="s-12jevap"><!> </a>`),Ft=l(`<span class="initials s-12jevap" aria-hidden="true"> </span><span class="unseen"> </span><span class="name s-12jevap"> </span><!>`,1),It=l(`<option> </option>`),Lt=l(`<button class="button" type="button"><!> </button>`),Rt=l(`<div class="settings s-12jevap"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),zt=l(`<header class="s-12jevap"><div class="inner s-12jevap"><a class="brand s-12jevap" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-12jevap"/>Buono</a> <nav class="s-12jevap"></nav> <span class="push s-12jevap"></span> <!> <!></div></header>`);function Bt(n,r){let a=_();B(r,!0);let o=L(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``),s=L(()=>b(o).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),c=L(()=>[...X.customer?[{href:`/`,label:q().nav.home,icon:`home`,here:r.page===`home`},{href:`/orders`,label:q().nav.orders,icon:`paper`,here:r.page===`orders`||r.page===`order`}]:[],...X.viewer?.__typename===`Operator`?[{href:`/desk`,label:q().nav.desk,icon:`desk`,here:r.page===`desk`}]:[],{href:`/connect`,label:q().nav.connect,icon:`code`,here:r.page===`connect`}]);var l=zt(),d=g(l),f=z(g(d),2);i(f,21,()=>b(c),({href:e,label:t,icon:n,here:r})=>e,(e,t)=>{let n=()=>b(t).href,r=()=>b(t).label,i=()=>b(t).icon,a=()=>b(t).here;var o=Pt(),s=g(o);Z(s,{get name(){return i()}});var c=z(s,1,!0);j(o),u(()=>{M(o,`href`,n()),M(o,`aria-current`,a()?`page`:void 0),p(c,r())}),h(e,o)}),j(f);var m=z(f,4);jt(m,{});var v=z(m,2);{let n=t=>{var n=Ft(),r=e(n),i=A(r,!0),a=z(r),c=A(a),l=z(a),d=A(l,!0);Z(z(l),{name:`down`,size:16}),u(e=>{p(i,b(s)),p(c,`${e??``}:`),p(d,b(o))},[()=>q().account.open]),h(t,n)},r=(e,n=se)=>{var r=Rt(),s=g(r),c=g(s),l=A(c,!0);j(s);var d=z(s,2),f=g(d),m=A(f,!0),_=z(f,2);i(_,21,()=>Object.entries(G),([e,t])=>e,(e,t)=>{var n=L(()=>re(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=It(),o=A(a,!0),s={};u(()=>{M(a,`lang`,r()),p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),j(_);var v;he(_),j(d);var y=z(d,2),S=g(y),C=A(S,!0),w=z(S,2);i(w,21,()=>Object.entries(q().account.themes),([e,t])=>e,(e,t)=>{var n=L(()=>re(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=It(),o=A(a,!0),s={};u(()=>{p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),j(w);var T;he(w),j(y);var E=z(y,2),ee=e=>{var t=Lt(),r=g(t);Z(r,{name:`out`,size:18});var i=z(r,1,!0);j(t),u(e=>p(i,e),[()=>q().account.graphiql]),x(`click`,t,()=>(n()(),Ot())),h(e,t)},O=L(()=>pt());t(E,e=>{b(O)&&e(ee)});var k=z(E,2),N=A(k,!0);j(r),u((e,t,n)=>{p(l,b(o)),M(f,`for`,`${a}-language`),p(m,e),M(_,`id`,`${a}-language`),v!==(v=K.language)&&(_.value=(_.__value=v)??``,D(_,v)),M(S,`for`,`${a}-theme`),p(C,t),M(w,`id`,`${a}-theme`),T!==(T=Et.theme)&&(w.value=(w.__value=T)??``,D(w,T)),p(N,n)},[()=>q().account.language,()=>q().account.appearance,()=>ft()?q().account.change:q().account.leave]),x(`change`,_,e=>tt(e.currentTarget.value)),x(`change`,w,e=>Dt(e.currentTarget.value)),x(`click`,k,()=>(n()(),X.leave())),h(e,r)},c=L(()=>q().account.open);Nt(v,{get label(){return`${b(c)??``}: ${b(o)??``}`},isLabelled:!0,kind:`panel`,buttonClass:`button who`,button:n,children:r,$$slots:{button:!0,default:!0}})}j(d),j(l),u(e=>M(f,`aria-label`,e),[()=>q().nav.label]),h(n,l),I()}n([`change`,`click`]);var Vt=l(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Ht=l(`<div role="status"><!></div>`);function Ut(e,n){B(n,!0);var r=Ht(),i=g(r),a=e=>{var t=Vt(),n=g(t);Z(n,{name:`alert`});var r=z(n,2),i=A(r,!0),a=z(r,2),o=A(a,!0),s=z(a,2),c=A(s,!0);j(t),u((e,t,n)=>{p(i,e),p(o,t),p(c,n)},[()=>q().live.banner,()=>V.banner.seconds===null?q().live.trying:Y(q().live.next,{n:V.banner.seconds}),()=>q().live.now]),x(`click`,s,()=>V.tryNow()),h(e,t)};t(i,e=>{V.banner&&e(a)}),j(r),h(e,r),I()}n([`click`]);var Wt=ae({text:``});function Gt(e){Wt.text=e}var Kt=l(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function qt(e){var t=Kt(),n=A(t,!0);u(()=>p(n,Wt.text)),h(e,t)}var Jt=l(`<div class="bar s-1jelh97"></div>`),Yt=l(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function Xt(e,t){B(t,!0);let n=F(t,`rows`,3,3),r=F(t,`height`,3,`3.5rem`);var a=Yt();let o;var s=g(a),c=A(s,!0),l=z(s,2);i(l,17,()=>({length:n()}),m,(e,t)=>{var n=Jt();h(e,n)}),j(a),u(e=>{o=me(a,``,o,{"--height":r()}),p(c,e)},[()=>q().state.loading]),h(e,a),I()}var Zt=l(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function Q(t,n){B(n,!0);let r=F(n,`props`,19,()=>({})),i=P(n.load());var a=o(),s=e(a);te(s,()=>b(i),e=>{Xt(e,{})},(t,n)=>{var i=L(()=>{var{default:e}=b(n);return{Part:e}}),a=L(()=>b(i).Part),s=o(),c=e(s);y(c,()=>b(a),(e,t)=>{t(e,fe(r))}),h(t,s)},e=>{var t=Zt(),r=g(t),a=A(r,!0),o=z(r,2),s=A(o,!0);j(t),u((e,t)=>{p(a,e),p(s,t)},[()=>q().state.offline,()=>q().state.again]),x(`click`,o,()=>R(i,n.load())),h(e,t)}),h(t,a),I()}n([`click`]);var Qt=4;function $t(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=De({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if(Oe(e)===4403){if(!await o())return}else t&&(s=void 0),await V.wait(Qt);c||u()}return u(),()=>{c=!0,l?.()}}var en=new Set;function tn(e){return en.add(e),()=>en.delete(e)}function nn(e){for(let t of en)t(e)}function rn(e,t){B(t,!0);let n;w(()=>{let e=X.api,t=K.language;if(e)return $t({client:e.client,document:Re,variables:{language:t},after:n,renew:()=>X.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&nn({kind:`reread`}),r&&(nn({kind:`changed`,order:r,event:i?.kind??null}),Gt(Y(i?.kind===`ORDER_CREATED`?q().orders.arrived:q().orders.changed,{number:r.number,status:r.statusLabel})))}})}),I()}var $=new class{#e=P(ae(location.pathname));get path(){return b(this.#e)}set path(e){R(this.#e,e,!0)}#t=P(new URLSearchParams(location.search));get search(){return b(this.#t)}set search(e){R(this.#t,e)}};addEventListener(`popstate`,an);function an(){$.path!==location.pathname&&($.path=location.pathname),$.search=new URLSearchParams(location.search)}function on(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),an()}function sn(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);on(location.pathname+(r?`?${r}`:``),t)}function cn(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function ln(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&cn(r.pathname).name!==`missing`&&(e.preventDefault(),on(r.pathname+r.search))}var un=l(`<!> <!> <main id="content" tabindex="-1"><!> <!></main>`,1),dn=l(`<main id="content" tabindex="-1" class="s-qkl536"><!></main>`),fn=l(`<a class="skip s-qkl536" href="#content"> </a> <!> <!>`,1);function pn(n,r){B(r,!0);let i=L(()=>cn($.path)),a=P(void 0),s=$.path;w(()=>{b(i).name===`home`&&X.viewer?.__typename===`Operator`&&on(`/desk`,{replace:!0})}),w(()=>{$.path!==s&&(s=$.path,S().then(()=>{scrollTo(0,0),b(a)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var l=fn();c(`click`,C,function(...e){ln?.apply(this,e)});var d=e(l),f=A(d,!0),m=z(d,2),_=n=>{var r=un(),s=e(r);Bt(s,{get page(){return b(i).name}});var c=z(s,2),l=e=>{rn(e,{})};t(c,e=>{X.customer&&e(l)});var d=z(c,2);let f;var p=g(d);Ut(p,{});var m=z(p,2),_=e=>{Q(e,{load:()=>J(()=>W(()=>import(`./Connect-3Il6tEDL.js`),__vite__mapDeps([0,1,2])))})},y=e=>{Q(e,{load:async()=>(await W(async()=>{let{open:e}=await import(`./open-DcSnlwi3.js`);return{open:e}},[])).open()})},x=e=>{{let t=L(()=>q().state.missing);wt(e,{get text(){return b(t)}})}},S=e=>{{let t=L(()=>q().state.notCustomer),n=L(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``);wt(e,{get text(){return b(t)},get name(){return b(n)}})}},C=e=>{Q(e,{load:()=>W(()=>import(`./Home-BsY-7yqi.js`),__vite__mapDeps([3,1,4,5,6]))})},w=e=>{Q(e,{load:()=>W(()=>import(`./Orders-CRNTQggS.js`),__vite__mapDeps([7,1,4,8,9,10,11]))})},T=t=>{var n=o(),r=e(n);ne(r,()=>b(i).number,e=>{{let t=L(()=>({number:b(i).number}));Q(e,{load:()=>J(()=>W(()=>import(`./OrderPage-BL4TeBeK.js`),__vite__mapDeps([12,1,4,8,9,10,13,5,14,15]))),get props(){return b(t)}})}}),h(t,n)};t(m,e=>{b(i).name===`connect`?e(_):b(i).name===`desk`?e(y,1):b(i).name===`missing`?e(x,2):X.customer?b(i).name===`home`?e(C,4):b(i).name===`orders`?e(w,5):b(i).name===`order`&&e(T,6):e(S,3)}),j(d),k(d,e=>R(a,e),()=>b(a)),u(()=>f=v(d,1,`s-qkl536`,null,f,{wide:b(i).name===`desk`})),h(n,r)},y=e=>{var t=dn();Q(g(t),{load:()=>J(()=>W(()=>import(`./SignIn-Chq3qgil.js`),__vite__mapDeps([16,1,17])))}),j(t),k(t,e=>R(a,e),()=>b(a)),h(e,t)};t(m,e=>{X.phase===`in`?e(_):X.phase===`out`&&e(y,1)}),qt(z(m,2),{}),u(e=>p(f,e),[()=>q().skip]),x(`click`,d,e=>(e.preventDefault(),b(a)?.focus())),h(n,l),I()}n([`click`]),await et(),_t(),f(pn,{target:document.getElementById(`page`)});var mn=l(`<button class="button plain s-1wpg9c6" type="button"> </button>`);function hn(n,r){B(r,!0);let i=P(!1);async function a(){await navigator.clipboard.writeText(r.text),R(i,!0),Gt(q().pay.copied),setTimeout(()=>R(i,!1),2e3)}var s=o(),c=e(s),l=e=>{var t=mn(),n=A(t,!0);u((e,i)=>{M(t,`aria-label`,`${e??``}: ${r.what??``}`),p(n,i)},[()=>q().pay.copy,()=>b(i)?q().pay.copied:q().pay.copy]),x(`click`,t,a),h(e,t)};t(c,e=>{navigator.clipboard&&e(l)}),h(n,s),I()}n([`click`]);var gn=new Map;function _n(e,t){let n=e+JSON.stringify(t),r=gn.get(n);return r||gn.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var vn={day:`numeric`,month:`short`,year:`numeric`},yn={hour:`2-digit`,minute:`2-digit`};function bn(e,t,n){return _n(t,{...vn,...Tn(n)}).format(new Date(e))}function xn(e,t){return _n(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function Sn(e,t,n){return _n(t,{...vn,...yn,...Tn(n)}).format(new Date(e))}function Cn(e,t,n){return _n(t,{day:`numeric`,month:`long`,year:`numeric`,...yn,second:`2-digit`,timeZoneName:`short`,...Tn(n)}).format(new Date(e))}function wn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function Tn(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var En=l(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function Dn(e,t){B(t,!0);let n=L(()=>t.error.networkError?q().state.offline:t.error.graphQLErrors[0]?.message??``);var r=En(),i=g(r);Z(i,{name:`alert`});var a=z(i,2),o=g(a),s=g(o),c=A(s,!0);j(o);var l=z(o,2),d=A(l,!0);j(a);var f=z(a,2),m=A(f,!0);j(r),u((e,t)=>{p(c,e),p(d,b(n)),p(m,t)},[()=>q().state.failed,()=>q().state.again]),x(`click`,f,function(...e){t.onAgain?.apply(this,e)}),h(e,r),I()}n([`click`]);var On=class{#e=P();get data(){return b(this.#e)}set data(e){R(this.#e,e)}#t=P();get error(){return b(this.#t)}set error(e){R(this.#t,e)}#n=P(!0);get isLoading(){return b(this.#n)}set isLoading(e){R(this.#n,e,!0)}#r=P(0);constructor(e,t){w(()=>{let n=t(),r=X.api;X.renewals;let i=b(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;s(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),w(()=>{V.isLive&&s(()=>this.error?.networkError)&&this.reload()})}reload(){ee(this.#r)}},kn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},An=l(`<span><!> </span>`);function jn(e,t){let n=L(()=>kn[t.status]),r=L(()=>re(b(n),2)),i=L(()=>b(r)[0]),a=L(()=>b(r)[1]);var o=An(),s=g(o);Z(s,{get name(){return b(a)},size:15});var c=z(s,1,!0);j(o),u(()=>{v(o,1,`badge ${b(i)??``}`,`s-1ryh2qe`),M(o,`data-status`,t.status),p(c,t.label)}),h(e,o)}var Mn=l(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function Nn(n,r){B(r,!0);var i=o(),a=e(i),s=e=>{var t=Mn(),n=g(t);Z(n,{name:`code`,size:18});var i=z(n),a=A(i,!0);j(t),u((e,n,r)=>{M(t,`aria-label`,e),M(t,`title`,n),p(a,r)},[()=>q().state.query,()=>q().state.query,()=>q().state.query]),x(`click`,t,()=>Ot(r.operation())),h(e,t)},c=L(()=>pt());t(a,e=>{b(c)&&e(s)}),h(n,i),I()}n([`click`]);var Pn=l(`<time class="s-1hg6fqj"> </time>`);function Fn(e,t){B(t,!0);let n=F(t,`as`,3,`moment`),r={moment:Sn,day:bn,exactly:Cn},i=L(()=>X.customer?.timeZone);var a=Pn(),o=A(a,!0);u((e,n)=>{M(a,`datetime`,t.at),M(a,`title`,e),p(o,n)},[()=>n()===`exactly`?void 0:Cn(t.at,K.language,b(i)),()=>r[n()](t.at,K.language,b(i))]),h(e,a),I()}export{tt as A,ze as B,Ot as C,ht as D,pt as E,rt as F,Le as G,Ie as H,W as I,H as J,We as K,Ue as L,K as M,q as N,ft as O,J as P,He as R,Z as S,X as T,U,Pe as V,Fe as W,V as Y,Q as _,Dn as a,Nt as b,Sn as c,sn as d,on as f,$t as g,nn as h,On as i,Y as j,G as k,wn as l,tn as m,Nn as n,xn as o,$ as p,Ve as q,jn as r,Cn as s,Fn as t,hn as u,Xt as v,wt as w,jt as x,Gt as y,Be as z};