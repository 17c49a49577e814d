const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Connect-t0AEMtyP.js","assets/libraries-B6TXN8SZ.js","assets/Connect-CVWQrARf.css","assets/Home-BHnXbjmO.js","assets/Windows-D6uEVwf5.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-DTic3ojj.js","assets/OrderMenu-DFjymxDV.js","assets/DocumentLink-DUFXu8QQ.js","assets/OrderMenu-DggEiAra.css","assets/Orders-Y7tG1lOR.css","assets/OrderPage-BEhvQCeW.js","assets/Tracking-CL73iYrD.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-DebiZFrg.js","assets/SignIn-iqcId8dy.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,C as n,D as r,E as i,F as a,G as o,H as s,I as c,J as l,K as u,L as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,W as S,X as C,Y as w,Z as T,a as ee,at as E,b as D,c as O,d as k,dt as A,et as j,g as M,ht as te,i as ne,it as N,j as P,k as re,l as F,mt as ie,n as ae,nt as I,o as oe,ot as se,pt as L,r as ce,rt as le,s as ue,st as R,t as de,tt as z,u as fe,ut as B,w as pe,x as me,z as he}from"./libraries-B6TXN8SZ.js";var ge=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),_e=function(e){return`/`+e},ve={},ye=function(e){return e.pathname.endsWith(`.css`)},be=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},V=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=_e(t,n);let r=s(t),i=ye(r);return be(ve,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ge,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},H={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},xe={it:()=>V(()=>import(`./it-CMte7bLR.js`),[]),en:()=>V(()=>import(`./en-DREzilFx.js`),[]),fr:()=>V(()=>import(`./fr-BrrPHDb1.js`),[]),de:()=>V(()=>import(`./de-Drw7UWY9.js`),[]),es:()=>V(()=>import(`./es-BRnDUAEX.js`),[])},Se={it:()=>V(()=>import(`./it-CD18wnzx.js`),[]),en:()=>V(()=>import(`./en-Dw00G-rG.js`),[]),fr:()=>V(()=>import(`./fr-v0c_yqVM.js`),[]),de:()=>V(()=>import(`./de-CdKKfeDT.js`),[]),es:()=>V(()=>import(`./es-bgSOF34h.js`),[])},Ce=`buono:language`,U=new class{#e=E(`en`);get language(){return S(this.#e)}set language(e){N(this.#e,e,!0)}#t=E({});get words(){return S(this.#t)}set words(e){N(this.#t,e)}more=new Set},we=`en`,W=()=>U.words;async function Te(e){await De(ke()??e??Ae())}async function Ee(e){try{localStorage.setItem(Ce,e)}catch{}await De(e)}async function G(e,...t){for(let e of[Se,...t])U.more.add(e);let[n]=await Promise.all([e(),De(we)]);return n}async function De(e){we=e;let t=await Oe(e);e===we&&(U.words=t,U.language=e,document.documentElement.lang=e)}async function Oe(e){let t=await Promise.all([xe,...U.more].map(t=>t[e]()));return Object.assign({},...t.map(e=>e.default))}function ke(){try{return je(localStorage.getItem(Ce))}catch{return}}function Ae(){for(let e of navigator.languages){let t=je(e.split(`-`)[0]);if(t)return t}return`en`}function je(e){return e&&e in H?e:void 0}function K(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var Me=d(`<section class="stack"><h1 tabindex="-1"> </h1> <p><a class="button" href="/orders"> </a></p></section>`);function Ne(t,n){A(n,!0);let r=F(n,`name`,3,``),i=F(n,`number`,3,``);var o=Me();y(`zt046k`,e=>{l(()=>{T.title=`Buono`})});var s=e(o),c=z(s,!0),u=I(s,2),d=e(u),f=z(d,!0);L(u),L(o),w((e,t)=>{h(c,e),h(f,t)},[()=>K(n.text,{name:r(),number:i()}),()=>W().state.toOrders]),a(t,o),B()}var Pe=`buono:theme`,Fe=new class{#e=E(`system`);get theme(){return S(this.#e)}set theme(e){N(this.#e,e,!0)}};function Ie(e){Fe.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Pe,e)}catch{}}try{let e=localStorage.getItem(Pe);(e===`light`||e===`dark`)&&Ie(e)}catch{}var Le=()=>document.querySelector(`meta[name="buono-config"]`)?.content,Re=()=>Le()!==void 0,ze=()=>document.querySelector(`meta[name="buono-graphiql"]`)?.content;async function Be(){let e=Le();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function Ve(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var He=500,Ue=15e3,We={state:`idle`,since:null,nextTryAt:null};function Ge(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return We}}function Ke(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function qe(e,t){let n=Math.min(He*2**e,Ue);return Math.round(n*(.75+t/2))}var Je=4403,Ye=1e4,Xe=1e4,q=new class{#e=E(We);get connection(){return S(this.#e)}set connection(e){N(this.#e,e)}#t=E(le(Date.now()));get now(){return S(this.#t)}set now(e){N(this.#t,e,!0)}#n=R(()=>Ke(this.connection,this.now));get banner(){return S(this.#n)}set banner(e){N(this.#n,e)}#r=R(()=>this.connection.state===`live`);get isLive(){return S(this.#r)}set isLive(e){N(this.#r,e)}#i;#a;hears(e){this.connection=Ge(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=qe(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function Ze(e){let t=ae({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:()=>({authorization:`Bearer ${e()??``}`}),keepAlive:Ye,connectionAckWaitTimeout:Xe,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>q.wait(e),shouldRetry:e=>et(e)!==Je,on:{connecting:()=>q.hears({type:`trying`,at:Date.now()}),connected:()=>q.hears({type:`connected`}),closed:e=>{let{code:t,wasClean:n}=e;q.hears(t===1e3&&n?{type:`released`}:{type:`lost`,at:Date.now()})}}}),n=()=>q.tryNow();return addEventListener(`online`,n),{follow:(e,n)=>t.subscribe(Qe(e,n),n),close(){removeEventListener(`online`,n),t.dispose(),q.hears({type:`released`})}}}function Qe({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=$e(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function $e(e){let[t]=Object.values(e.data??{});return t?.cursor}function et(e){let t=e?.code;return typeof t==`number`?t:void 0}var tt=[`BankTransfer`,`BillingDetails`,`InternalNote`,`Money`,`OrderAction`,`OrderClaim`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentConnection`,`PaymentEdge`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundConnection`,`RefundEdge`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`],nt=[`AlreadyPaidError`,`ConfirmationMissingError`,`ConflictError`,`IdempotencyConflictError`,`InvalidInputError`,`NotFoundError`,`OrderExpiredError`,`PaymentDeclinedError`,`PaymentInProgressError`,`PaymentMethodNotEligibleError`,`WithdrawalNotAvailableError`,`WrongStatusError`];function rt(e){let t=Ze(e.token);return{client:new ne({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[oe({onError(t){t.response?.status===401&&e.onRefused()}}),ce({keys:Object.fromEntries(tt.map(e=>[e,()=>null])),possibleTypes:{UserError:nt}}),ee,ue({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),close:()=>t.close()}}var J=de(),it=J(`
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
`),Y=J(`
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
`),at=J(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),ot=J(`
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
  `,[Y]),st=J(`
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
  `,[Y]),ct=J(`
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
      }
    }
  `,[Y]),lt=J(`
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
  `,[ot,at]),ut=J(`
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
  `,[at]),dt=J(`
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
  `,[ot,at]),ft=J(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`),pt=J(`
    mutation CancelOrder($input: OrderCancelInput!, $language: String!) {
      orderCancel(input: $input) {
        errors {
          __typename
          ... on UserError {
            code
            message
          }
        }
        order {
          ...OrderRow
        }
      }
    }
  `,[Y]),mt=J(`
    mutation ReorderOrder($input: OrderReorderInput!, $language: String!) {
      orderReorder(input: $input) {
        errors {
          __typename
          ... on UserError {
            code
            message
          }
        }
        order {
          ...OrderRow
        }
      }
    }
  `,[Y]),ht=`buono:session`,gt=250;function _t(e){let t=new BroadcastChannel(ht);t.onmessage=({data:n})=>{if(n.type!==`ask`)return;let r=e(n.for);r&&t.postMessage({type:`tell`,id:n.id,...r})}}function vt(){let e=new BroadcastChannel(ht),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),gt);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var yt=`buono:person`,X=new class{#e=E(`looking`);get phase(){return S(this.#e)}set phase(e){N(this.#e,e,!0)}#t=E([]);get people(){return S(this.#t)}set people(e){N(this.#t,e)}#n=E(null);get viewer(){return S(this.#n)}set viewer(e){N(this.#n,e)}#r=E(null);get person(){return S(this.#r)}set person(e){N(this.#r,e,!0)}#i=E(null);get notice(){return S(this.#i)}set notice(e){N(this.#i,e,!0)}#a=E(null);get api(){return S(this.#a)}set api(e){N(this.#a,e)}#o=E(0);get renewals(){return S(this.#o)}set renewals(e){N(this.#o,e,!0)}opening=null;#s;#c;token=()=>this.#s;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t){let n=e.trim().replace(/^bearer\s+/i,``);this.#d(),this.#s=n;let r=rt({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:i,error:a}=await r.client.query(it,{},{requestPolicy:`network-only`});if(this.#s!==n)return r.close();if(!i?.viewer)return r.close(),this.#u(a?.networkError&&!a.response?`unreachable`:`refused`);i.viewer.__typename===`Customer`&&await Te(xt(i.viewer.language)),St(t),this.notice=null,this.api=r,this.viewer=i.viewer,this.phase=`in`}leave(){St(null),this.#u(null)}renew(){return this.#c??=this.#l().finally(()=>this.#c=void 0),this.#c}async#l(){if(this.phase!==`in`)return!1;if(this.person&&Re()){this.people=await Be().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#s)return this.#s=e,this.renewals++,!0}return this.#u(`ended`),!1}#u(e){this.#d(),this.notice=e,this.phase=`out`}#d(){this.api?.close(),this.api=null,this.viewer=null,this.#s=void 0}};async function bt(){_t(e=>{let t=X.token();if(!t||X.phase!==`in`)return null;if(e===`app`)return{token:t,person:X.person};let{opening:n}=X;return X.opening=null,n&&{token:t,person:X.person,...n}});let[e,t]=await Promise.all([Be().catch(()=>[]),vt()]);X.people=e;let n=e.find(({name:e})=>e===Ct());if(n)return X.enter(n.token,n.name);if(t)return X.enter(t.token,t.person);X.phase=`out`}function xt(e){let t=e.split(`-`)[0]??``;return t in H?t:void 0}function St(e){try{e===null?sessionStorage.removeItem(yt):sessionStorage.setItem(yt,e)}catch{}}function Ct(){try{return sessionStorage.getItem(yt)}catch{return null}}function wt(e){let t=e&&O(e.document);X.opening={operation:t===void 0?void 0:{query:t,variables:JSON.stringify(e?.variables,null,2)}},window.open(ze(),`_blank`)}var Tt=_(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Z(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=F(t,`size`,3,20);var i=Tt(),o=z(i);w(()=>{M(i,`width`,r()),M(i,`height`,r()),M(i,`stroke-width`,t.name===`more`?3:1.9),M(o,`d`,n[t.name])}),a(e,i)}var Et=d(`<span><span class="dot s-16flz15"></span> </span>`);function Dt(t,r){A(r,!0);let i=R(()=>q.connection.state),o=R(()=>S(i)===`live`?W().live.live:S(i)===`lost`?W().live.lost:W().live.connecting);var s=c(),l=j(s),u=t=>{var r=Et(),s=I(e(r),1,!0);L(r),w(()=>{n(r,1,`live ${S(i)??``}`,`s-16flz15`),M(r,`data-live`,S(i)),h(s,S(o))}),a(t,r)};P(l,e=>{S(i)!==`idle`&&e(u)}),a(t,s),B()}var Ot=d(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function kt(t,i){let o=he();A(i,!0);let l=F(i,`isLabelled`,3,!1),u=F(i,`kind`,3,`menu`),d=F(i,`buttonClass`,3,`button icon`),f,p,m=E(!1),h=()=>[...p.querySelectorAll(`[role="menuitem"]`)],_=()=>p.hidePopover();function v(){let{left:e,right:t,top:n,bottom:r}=f.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=p,o=r+4+a+8<=innerHeight||n<a;p.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,p.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function y(e){N(m,e.newState===`open`),S(m)&&(i.onOpen?.(),requestAnimationFrame(()=>{v(),u()===`menu`&&h()[0]?.focus()}))}function x(e){if(u()!==`menu`)return;let t=h(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&_(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var C=Ot();b(`resize`,g,()=>S(m)&&v()),b(`scroll`,g,()=>S(m)&&_());var T=j(C),ee=e(T);r(ee,()=>i.button),L(T),k(T,e=>f=e,()=>f);var D=I(T,2),O=e(D),te=e=>{var t=c(),n=j(t);r(n,()=>i.children,()=>_),a(e,t)};P(O,e=>{S(m)&&e(te)}),L(D),k(D,e=>p=e,()=>p),w(()=>{n(T,1,pe(d()),`s-1p1q3cn`),M(T,`popovertarget`,o),M(T,`aria-label`,l()?void 0:i.label),M(T,`aria-haspopup`,u()===`menu`?`menu`:`dialog`),M(T,`aria-expanded`,S(m)),M(D,`id`,o),M(D,`role`,u()===`menu`?`menu`:`dialog`),M(D,`aria-label`,i.label)}),b(`toggle`,D,y),s(`keydown`,D,x),a(t,C),B()}x([`keydown`]);var At=d(`<a class="s-12jevap"><!> </a>`),jt=d(`<span class="initials s-12jevap" aria-hidden="true"> </span><span class="unseen"> </span><span class="name s-12jevap"> </span><!>`,1),Mt=d(`<option> </option>`),Nt=d(`<button class="button" type="button"><!> </button>`),Pt=d(`<div class="settings s-12jevap"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),Ft=d(`<header class="s-12jevap"><div class="inner s-12jevap"><a class="brand s-12jevap" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-12jevap"/>Buono</a> <nav class="s-12jevap"></nav> <span class="push s-12jevap"></span> <!> <!></div></header>`);function It(t,n){let r=he();A(n,!0);let i=R(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``),o=R(()=>S(i).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),c=R(()=>[...X.customer?[{href:`/`,label:W().nav.home,icon:`home`,here:n.page===`home`},{href:`/orders`,label:W().nav.orders,icon:`paper`,here:n.page===`orders`||n.page===`order`}]:[],...X.viewer?.__typename===`Operator`?[{href:`/desk`,label:W().nav.desk,icon:`desk`,here:n.page===`desk`}]:[],{href:`/connect`,label:W().nav.connect,icon:`code`,here:n.page===`connect`}]);var l=Ft(),u=e(l),d=I(e(u),2);m(d,21,()=>S(c),({href:e,label:t,icon:n,here:r})=>e,(t,n)=>{let r=()=>S(n).href,i=()=>S(n).label,o=()=>S(n).icon,s=()=>S(n).here;var c=At(),l=e(c);Z(l,{get name(){return o()}});var u=I(l,1,!0);L(c),w(()=>{M(c,`href`,r()),M(c,`aria-current`,s()?`page`:void 0),h(u,i())}),a(t,c)}),L(d);var f=I(d,4);Dt(f,{});var p=I(f,2);{let t=e=>{var t=jt(),n=j(t),r=z(n,!0),s=I(n),c=z(s),l=I(s),u=z(l,!0);Z(I(l),{name:`down`,size:16}),w(e=>{h(r,S(o)),h(c,`${e??``}:`),h(u,S(i))},[()=>W().account.open]),a(e,t)},n=(t,n=ie)=>{var o=Pt(),c=e(o),l=e(c),u=z(l,!0);L(c);var d=I(c,2),f=e(d),p=z(f,!0),g=I(f,2);m(g,21,()=>Object.entries(H),([e,t])=>e,(e,t)=>{var n=R(()=>te(S(t),2));let r=()=>S(n)[0],i=()=>S(n)[1];var o=Mt(),s=z(o,!0),c={};w(()=>{M(o,`lang`,r()),h(s,i()),c!==(c=r())&&(o.value=(o.__value=c)??``)}),a(e,o)}),L(g);var _;D(g),L(d);var v=I(d,2),y=e(v),b=z(y,!0),x=I(y,2);m(x,21,()=>Object.entries(W().account.themes),([e,t])=>e,(e,t)=>{var n=R(()=>te(S(t),2));let r=()=>S(n)[0],i=()=>S(n)[1];var o=Mt(),s=z(o,!0),c={};w(()=>{h(s,i()),c!==(c=r())&&(o.value=(o.__value=c)??``)}),a(e,o)}),L(x);var C;D(x),L(v);var T=I(v,2),ee=t=>{var r=Nt(),i=e(r);Z(i,{name:`out`,size:18});var o=I(i,1,!0);L(r),w(e=>h(o,e),[()=>W().account.graphiql]),s(`click`,r,()=>(n()(),wt())),a(t,r)},E=R(()=>ze());P(T,e=>{S(E)&&e(ee)});var O=I(T,2),k=z(O,!0);L(o),w((e,t,n)=>{h(u,S(i)),M(f,`for`,`${r}-language`),h(p,e),M(g,`id`,`${r}-language`),_!==(_=U.language)&&(g.value=(g.__value=_)??``,me(g,_)),M(y,`for`,`${r}-theme`),h(b,t),M(x,`id`,`${r}-theme`),C!==(C=Fe.theme)&&(x.value=(x.__value=C)??``,me(x,C)),h(k,n)},[()=>W().account.language,()=>W().account.appearance,()=>Re()?W().account.change:W().account.leave]),s(`change`,g,e=>Ee(e.currentTarget.value)),s(`change`,x,e=>Ie(e.currentTarget.value)),s(`click`,O,()=>(n()(),X.leave())),a(t,o)},c=R(()=>W().account.open);kt(p,{get label(){return`${S(c)??``}: ${S(i)??``}`},isLabelled:!0,kind:`panel`,buttonClass:`button who`,button:t,children:n,$$slots:{button:!0,default:!0}})}L(u),L(l),w(e=>M(d,`aria-label`,e),[()=>W().nav.label]),a(t,l),B()}x([`change`,`click`]);var Lt=d(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Rt=d(`<div role="status"><!></div>`);function zt(t,n){A(n,!0);var r=Rt(),i=e(r),o=t=>{var n=Lt(),r=e(n);Z(r,{name:`alert`});var i=I(r,2),o=z(i,!0),c=I(i,2),l=z(c,!0),u=I(c,2),d=z(u,!0);L(n),w((e,t,n)=>{h(o,e),h(l,t),h(d,n)},[()=>W().live.banner,()=>q.banner.seconds===null?W().live.trying:K(W().live.next,{n:q.banner.seconds}),()=>W().live.now]),s(`click`,u,()=>q.tryNow()),a(t,n)};P(i,e=>{q.banner&&e(o)}),L(r),a(t,r),B()}x([`click`]);var Bt=le({text:``});function Vt(e){Bt.text=e}var Ht=d(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function Ut(e){var t=Ht(),n=z(t,!0);w(()=>h(n,Bt.text)),a(e,t)}var Wt=d(`<div class="bar s-1jelh97"></div>`),Gt=d(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function Kt(t,n){A(n,!0);let r=F(n,`rows`,3,3),i=F(n,`height`,3,`3.5rem`);var o=Gt();let s;var c=e(o),l=z(c,!0),u=I(c,2);m(u,17,()=>({length:r()}),re,(e,t)=>{var n=Wt();a(e,n)}),L(o),w(e=>{s=v(o,``,s,{"--height":i()}),h(l,e)},[()=>W().state.loading]),a(t,o),B()}var qt=d(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function Q(t,n){A(n,!0);let r=F(n,`props`,19,()=>({})),o=E(n.load());var l=c(),u=j(l);f(u,()=>S(o),e=>{Kt(e,{})},(e,t)=>{var n=R(()=>{var{default:e}=S(t);return{Part:e}}),o=R(()=>S(n).Part),s=c(),l=j(s);i(l,()=>S(o),(e,t)=>{t(e,fe(r))}),a(e,s)},t=>{var r=qt(),i=e(r),c=z(i,!0),l=I(i,2),u=z(l,!0);L(r),w((e,t)=>{h(c,e),h(u,t)},[()=>W().state.offline,()=>W().state.again]),s(`click`,l,()=>N(o,n.load())),a(t,r)}),a(t,l),B()}x([`click`]);var Jt=4;function Yt(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=$e({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if(et(e)===4403){if(!await o())return}else t&&(s=void 0),await q.wait(Jt);c||u()}return u(),()=>{c=!0,l?.()}}var Xt=new Set;function Zt(e){return Xt.add(e),()=>Xt.delete(e)}function Qt(e){for(let t of Xt)t(e)}function $t(e,t){A(t,!0);let n;C(()=>{let e=X.api,t=U.language;if(e)return Yt({client:e.client,document:ct,variables:{language:t},after:n,renew:()=>X.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&Qt({kind:`reread`}),r&&(Qt({kind:`changed`,order:r,event:i?.kind??null}),Vt(K(i?.kind===`ORDER_CREATED`?W().orders.arrived:W().orders.changed,{number:r.number,status:r.statusLabel})))}})}),B()}var $=new class{#e=E(le(location.pathname));get path(){return S(this.#e)}set path(e){N(this.#e,e,!0)}#t=E(new URLSearchParams(location.search));get search(){return S(this.#t)}set search(e){N(this.#t,e)}};addEventListener(`popstate`,en);function en(){$.path!==location.pathname&&($.path=location.pathname),$.search=new URLSearchParams(location.search)}function tn(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),en()}function nn(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);tn(location.pathname+(r?`?${r}`:``),t)}function rn(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function an(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&rn(r.pathname).name!==`missing`&&(e.preventDefault(),tn(r.pathname+r.search))}var on=d(`<!> <!> <main id="content" tabindex="-1"><!> <!></main>`,1),sn=d(`<main id="content" tabindex="-1" class="s-qkl536"><!></main>`),cn=d(`<a class="skip s-qkl536" href="#content"> </a> <!> <!>`,1);function ln(r,i){A(i,!0);let l=R(()=>rn($.path)),u=E(void 0),d=$.path;C(()=>{S(l).name===`home`&&X.viewer?.__typename===`Operator`&&tn(`/desk`,{replace:!0})}),C(()=>{$.path!==d&&(d=$.path,o().then(()=>{scrollTo(0,0),S(u)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var f=cn();b(`click`,T,function(...e){an?.apply(this,e)});var p=j(f),m=z(p,!0),g=I(p,2),_=r=>{var i=on(),o=j(i);It(o,{get page(){return S(l).name}});var s=I(o,2),d=e=>{$t(e,{})};P(s,e=>{X.customer&&e(d)});var f=I(s,2);let p;var m=e(f);zt(m,{});var h=I(m,2),g=e=>{Q(e,{load:()=>G(()=>V(()=>import(`./Connect-t0AEMtyP.js`),__vite__mapDeps([0,1,2])))})},_=e=>{Q(e,{load:async()=>(await V(async()=>{let{open:e}=await import(`./open-ChAqodRd.js`);return{open:e}},[])).open()})},v=e=>{{let t=R(()=>W().state.missing);Ne(e,{get text(){return S(t)}})}},y=e=>{{let t=R(()=>W().state.notCustomer),n=R(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``);Ne(e,{get text(){return S(t)},get name(){return S(n)}})}},b=e=>{Q(e,{load:()=>V(()=>import(`./Home-BHnXbjmO.js`),__vite__mapDeps([3,1,4,5,6]))})},x=e=>{Q(e,{load:()=>V(()=>import(`./Orders-DTic3ojj.js`),__vite__mapDeps([7,1,4,8,9,10,11]))})},C=e=>{var n=c(),r=j(n);t(r,()=>S(l).number,e=>{{let t=R(()=>({number:S(l).number}));Q(e,{load:()=>G(()=>V(()=>import(`./OrderPage-BEhvQCeW.js`),__vite__mapDeps([12,1,4,8,9,10,13,5,14,15]))),get props(){return S(t)}})}}),a(e,n)};P(h,e=>{S(l).name===`connect`?e(g):S(l).name===`desk`?e(_,1):S(l).name===`missing`?e(v,2):X.customer?S(l).name===`home`?e(b,4):S(l).name===`orders`?e(x,5):S(l).name===`order`&&e(C,6):e(y,3)}),L(f),k(f,e=>N(u,e),()=>S(u)),w(()=>p=n(f,1,`s-qkl536`,null,p,{wide:S(l).name===`desk`})),a(r,i)},v=t=>{var n=sn();Q(e(n),{load:()=>G(()=>V(()=>import(`./SignIn-DebiZFrg.js`),__vite__mapDeps([16,1,17])))}),L(n),k(n,e=>N(u,e),()=>S(u)),a(t,n)};P(g,e=>{X.phase===`in`?e(_):X.phase===`out`&&e(v,1)}),Ut(I(g,2),{}),w(e=>h(m,e),[()=>W().skip]),s(`click`,p,e=>(e.preventDefault(),S(u)?.focus())),a(r,f),B()}x([`click`]),await Te(),bt(),p(ln,{target:document.getElementById(`page`)});var un=d(`<button class="button plain s-1wpg9c6" type="button"> </button>`);function dn(e,t){A(t,!0);let n=E(!1);async function r(){await navigator.clipboard.writeText(t.text),N(n,!0),Vt(W().pay.copied),setTimeout(()=>N(n,!1),2e3)}var i=c(),o=j(i),l=e=>{var i=un(),o=z(i,!0);w((e,n)=>{M(i,`aria-label`,`${e??``}: ${t.what??``}`),h(o,n)},[()=>W().pay.copy,()=>S(n)?W().pay.copied:W().pay.copy]),s(`click`,i,r),a(e,i)};P(o,e=>{navigator.clipboard&&e(l)}),a(e,i),B()}x([`click`]);var fn=new Map;function pn(e,t){let n=e+JSON.stringify(t),r=fn.get(n);return r||fn.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var mn={day:`numeric`,month:`short`,year:`numeric`},hn={hour:`2-digit`,minute:`2-digit`};function gn(e,t,n){return pn(t,{...mn,...xn(n)}).format(new Date(e))}function _n(e,t){return pn(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function vn(e,t,n){return pn(t,{...mn,...hn,...xn(n)}).format(new Date(e))}function yn(e,t,n){return pn(t,{day:`numeric`,month:`long`,year:`numeric`,...hn,second:`2-digit`,timeZoneName:`short`,...xn(n)}).format(new Date(e))}function bn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function xn(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var Sn=d(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function Cn(t,n){A(n,!0);let r=R(()=>n.error.networkError?W().state.offline:n.error.graphQLErrors[0]?.message??``);var i=Sn(),o=e(i);Z(o,{name:`alert`});var c=I(o,2),l=e(c),u=e(l),d=z(u,!0);L(l);var f=I(l,2),p=z(f,!0);L(c);var m=I(c,2),g=z(m,!0);L(i),w((e,t)=>{h(d,e),h(p,S(r)),h(g,t)},[()=>W().state.failed,()=>W().state.again]),s(`click`,m,function(...e){n.onAgain?.apply(this,e)}),a(t,i),B()}x([`click`]);var wn=class{#e=E();get data(){return S(this.#e)}set data(e){N(this.#e,e)}#t=E();get error(){return S(this.#t)}set error(e){N(this.#t,e)}#n=E(!0);get isLoading(){return S(this.#n)}set isLoading(e){N(this.#n,e,!0)}#r=E(0);constructor(e,t){C(()=>{let n=t(),r=X.api;X.renewals;let i=S(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;u(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),C(()=>{q.isLive&&u(()=>this.error?.networkError)&&this.reload()})}reload(){se(this.#r)}},Tn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},En=d(`<span><!> </span>`);function Dn(t,r){let i=R(()=>Tn[r.status]),o=R(()=>te(S(i),2)),s=R(()=>S(o)[0]),c=R(()=>S(o)[1]);var l=En(),u=e(l);Z(u,{get name(){return S(c)},size:15});var d=I(u,1,!0);L(l),w(()=>{n(l,1,`badge ${S(s)??``}`,`s-1ryh2qe`),M(l,`data-status`,r.status),h(d,r.label)}),a(t,l)}var On=d(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function kn(t,n){A(n,!0);var r=c(),i=j(r),o=t=>{var r=On(),i=e(r);Z(i,{name:`code`,size:18});var o=I(i),c=z(o,!0);L(r),w((e,t,n)=>{M(r,`aria-label`,e),M(r,`title`,t),h(c,n)},[()=>W().state.query,()=>W().state.query,()=>W().state.query]),s(`click`,r,()=>wt(n.operation())),a(t,r)},l=R(()=>ze());P(i,e=>{S(l)&&e(o)}),a(t,r),B()}x([`click`]);var An=d(`<time class="s-1hg6fqj"> </time>`);function jn(e,t){A(t,!0);let n=F(t,`as`,3,`moment`),r={moment:vn,day:gn,exactly:yn},i=R(()=>X.customer?.timeZone);var o=An(),s=z(o,!0);w((e,n)=>{M(o,`datetime`,t.at),M(o,`title`,e),h(s,n)},[()=>n()===`exactly`?void 0:yn(t.at,U.language,S(i)),()=>r[n()](t.at,U.language,S(i))]),a(e,o),B()}export{Y as A,H as B,wt as C,ut as D,ft as E,q as F,G,K as H,ze as I,Oe as K,Ve as L,mt as M,dt as N,lt as O,J as P,Re as R,Z as S,pt as T,U,Ee as V,W,Q as _,Cn as a,kt as b,vn as c,nn as d,tn as f,Yt as g,Qt as h,wn as i,st as j,ot as k,bn as l,Zt as m,kn as n,_n as o,$ as p,V as q,Dn as r,yn as s,jn as t,dn as u,Kt as v,X as w,Dt as x,Vt as y,Ne as z};