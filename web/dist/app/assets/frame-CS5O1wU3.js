const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Connect-CvZaQB3B.js","assets/libraries-BWIsjS6D.js","assets/Connect-CVWQrARf.css","assets/Home-5Dqh0DPT.js","assets/Windows-l2JPpWSQ.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-CYy2t1tH.js","assets/OrderMenu-Ba3g_E8r.js","assets/DocumentLink-Cm4LcvDf.js","assets/OrderMenu-DggEiAra.css","assets/Orders-Y7tG1lOR.css","assets/OrderPage-CVNkBVWm.js","assets/Tracking-CejuJp1K.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-CbjqGVrC.js","assets/SignIn-iqcId8dy.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,B as n,C as r,D as i,E as a,F as o,G as s,H as c,I as l,J as u,L as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,W as S,X as C,Y as w,Z as T,a as ee,at as te,b as ne,c as E,d as D,et as O,ft as k,h as A,i as j,it as M,j as re,k as ie,l as N,lt as P,mt as ae,n as oe,nt as se,o as ce,ot as F,pt as le,q as ue,r as de,rt as I,s as fe,t as pe,tt as L,u as me,ut as R,w as he,x as ge,y as _e}from"./libraries-BWIsjS6D.js";var ve=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ye=function(e){return`/`+e},be={},xe=function(e){return e.pathname.endsWith(`.css`)},Se=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},z=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ye(t,n);let r=s(t),i=xe(r);return Se(be,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ve,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Ce={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},we={it:()=>z(()=>import(`./it-CMte7bLR.js`),[]),en:()=>z(()=>import(`./en-DREzilFx.js`),[]),fr:()=>z(()=>import(`./fr-BrrPHDb1.js`),[]),de:()=>z(()=>import(`./de-Drw7UWY9.js`),[]),es:()=>z(()=>import(`./es-BRnDUAEX.js`),[])},Te={it:()=>z(()=>import(`./it-CD18wnzx.js`),[]),en:()=>z(()=>import(`./en-Dw00G-rG.js`),[]),fr:()=>z(()=>import(`./fr-v0c_yqVM.js`),[]),de:()=>z(()=>import(`./de-CdKKfeDT.js`),[]),es:()=>z(()=>import(`./es-bgSOF34h.js`),[])},Ee=`buono:language`,B=new class{#e=M(`en`);get language(){return b(this.#e)}set language(e){I(this.#e,e,!0)}#t=M({});get words(){return b(this.#t)}set words(e){I(this.#t,e)}more=new Set},De=`en`,V=()=>B.words;async function Oe(e){await Ae(Me()??e??Ne())}async function ke(e){try{localStorage.setItem(Ee,e)}catch{}await Ae(e)}async function H(e,...t){for(let e of[Te,...t])B.more.add(e);let[n]=await Promise.all([e(),Ae(De)]);return n}async function Ae(e){De=e;let t=await je(e);e===De&&(B.words=t,B.language=e,document.documentElement.lang=e)}async function je(e){let t=await Promise.all([we,...B.more].map(t=>t[e]()));return Object.assign({},...t.map(e=>e.default))}function Me(){try{return Pe(localStorage.getItem(Ee))}catch{return}}function Ne(){for(let e of navigator.languages){let t=Pe(e.split(`-`)[0]);if(t)return t}return`en`}function Pe(e){return e&&e in Ce?e:void 0}function U(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var Fe=l(`<section class="stack"><h1 tabindex="-1"> </h1> <p><a class="button" href="/orders"> </a></p></section>`);function Ie(e,t){R(t,!0);let n=N(t,`name`,3,``),r=N(t,`number`,3,``);var i=Fe();he(`zt046k`,e=>{ue(()=>{C.title=`Buono`})});var a=g(i),o=O(a,!0),s=L(a,2),c=g(s),l=O(c,!0);k(s),k(i),u((e,t)=>{p(o,e),p(l,t)},[()=>U(t.text,{name:n(),number:r()}),()=>V().state.toOrders]),h(e,i),P()}var Le=`buono:theme`,Re=new class{#e=M(`system`);get theme(){return b(this.#e)}set theme(e){I(this.#e,e,!0)}};function ze(e){Re.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Le,e)}catch{}}try{let e=localStorage.getItem(Le);(e===`light`||e===`dark`)&&ze(e)}catch{}var Be=()=>document.querySelector(`meta[name="buono-config"]`)?.content,Ve=()=>Be()!==void 0,W=()=>document.querySelector(`meta[name="buono-graphiql"]`)?.content;async function He(){let e=Be();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function Ue(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var We=500,Ge=15e3,Ke={state:`idle`,since:null,nextTryAt:null};function qe(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return Ke}}function Je(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function Ye(e,t){let n=Math.min(We*2**e,Ge);return Math.round(n*(.75+t/2))}var Xe=4403,Ze=1e4,Qe=1e4,G=new class{#e=M(Ke);get connection(){return b(this.#e)}set connection(e){I(this.#e,e)}#t=M(se(Date.now()));get now(){return b(this.#t)}set now(e){I(this.#t,e,!0)}#n=F(()=>Je(this.connection,this.now));get banner(){return b(this.#n)}set banner(e){I(this.#n,e)}#r=F(()=>this.connection.state===`live`);get isLive(){return b(this.#r)}set isLive(e){I(this.#r,e)}#i;#a;hears(e){this.connection=qe(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=Ye(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function $e(e){let t=oe({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:()=>({authorization:`Bearer ${e()??``}`}),keepAlive:Ze,connectionAckWaitTimeout:Qe,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>G.wait(e),shouldRetry:e=>nt(e)!==Xe,on:{connecting:()=>G.hears({type:`trying`,at:Date.now()}),connected:()=>G.hears({type:`connected`}),closed:e=>{let{code:t,wasClean:n}=e;G.hears(t===1e3&&n?{type:`released`}:{type:`lost`,at:Date.now()})}}}),n=()=>G.tryNow();return addEventListener(`online`,n),{follow:(e,n)=>t.subscribe(et(e,n),n),close(){removeEventListener(`online`,n),t.dispose(),G.hears({type:`released`})}}}function et({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=tt(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function tt(e){let[t]=Object.values(e.data??{});return t?.cursor}function nt(e){let t=e?.code;return typeof t==`number`?t:void 0}var rt=[`BankTransfer`,`BillingDetails`,`InternalNote`,`Money`,`OrderAction`,`OrderClaim`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentConnection`,`PaymentEdge`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundConnection`,`RefundEdge`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`],it=[`AlreadyPaidError`,`ConfirmationMissingError`,`ConflictError`,`IdempotencyConflictError`,`InvalidInputError`,`NotFoundError`,`OrderExpiredError`,`PaymentDeclinedError`,`PaymentInProgressError`,`PaymentMethodNotEligibleError`,`WithdrawalNotAvailableError`,`WrongStatusError`];function at(e){let t=$e(e.token);return{client:new j({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[ce({onError(t){t.response?.status===401&&e.onRefused()}}),de({keys:Object.fromEntries(rt.map(e=>[e,()=>null])),possibleTypes:{UserError:it}}),ee,fe({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),close:()=>t.close()}}var K=pe(),ot=K(`
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
`),q=K(`
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
`),st=K(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),ct=K(`
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
  `,[q]),lt=K(`
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
  `,[q]),ut=K(`
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
  `,[q]),dt=K(`
  fragment Refusal on UserError {
    code
    message
    path
  }
`),ft=K(`
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
  `,[ut]),pt=K(`
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
  `,[ct,st]),mt=K(`
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
  `,[st]),ht=K(`
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
  `,[ct,st]),gt=K(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`),_t=K(`
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
  `,[q,dt]),vt=K(`
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
  `,[q,dt]),yt=`buono:session`,bt=250;function xt(e){let t=new BroadcastChannel(yt);t.onmessage=({data:n})=>{if(n.type!==`ask`)return;let r=e(n.for);r&&t.postMessage({type:`tell`,id:n.id,...r})}}function St(){let e=new BroadcastChannel(yt),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),bt);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var Ct=`buono:person`,J=new class{#e=M(`looking`);get phase(){return b(this.#e)}set phase(e){I(this.#e,e,!0)}#t=M([]);get people(){return b(this.#t)}set people(e){I(this.#t,e)}#n=M(null);get viewer(){return b(this.#n)}set viewer(e){I(this.#n,e)}#r=M(null);get person(){return b(this.#r)}set person(e){I(this.#r,e,!0)}#i=M(null);get notice(){return b(this.#i)}set notice(e){I(this.#i,e,!0)}#a=M(null);get api(){return b(this.#a)}set api(e){I(this.#a,e)}#o=M(0);get renewals(){return b(this.#o)}set renewals(e){I(this.#o,e,!0)}opening=null;#s;#c;token=()=>this.#s;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t){let n=e.trim().replace(/^bearer\s+/i,``);this.#d(),this.#s=n;let r=at({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:i,error:a}=await r.client.query(ot,{},{requestPolicy:`network-only`});if(this.#s!==n)return r.close();if(!i?.viewer)return r.close(),this.#u(a?.networkError&&!a.response?`unreachable`:`refused`);i.viewer.__typename===`Customer`&&await Oe(Tt(i.viewer.language)),Et(t),this.notice=null,this.api=r,this.viewer=i.viewer,this.phase=`in`}leave(){Et(null),this.#u(null)}renew(){return this.#c??=this.#l().finally(()=>this.#c=void 0),this.#c}async#l(){if(this.phase!==`in`)return!1;if(this.person&&Ve()){this.people=await He().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#s)return this.#s=e,this.renewals++,!0}return this.#u(`ended`),!1}#u(e){this.#d(),this.notice=e,this.phase=`out`}#d(){this.api?.close(),this.api=null,this.viewer=null,this.#s=void 0}};async function wt(){xt(e=>{let t=J.token();if(!t||J.phase!==`in`)return null;if(e===`app`)return{token:t,person:J.person};let{opening:n}=J;return J.opening=null,n&&{token:t,person:J.person,...n}});let[e,t]=await Promise.all([He().catch(()=>[]),St()]);J.people=e;let n=e.find(({name:e})=>e===Dt());if(n)return J.enter(n.token,n.name);if(t)return J.enter(t.token,t.person);J.phase=`out`}function Tt(e){let t=e.split(`-`)[0]??``;return t in Ce?t:void 0}function Et(e){try{e===null?sessionStorage.removeItem(Ct):sessionStorage.setItem(Ct,e)}catch{}}function Dt(){try{return sessionStorage.getItem(Ct)}catch{return null}}function Ot(e){let t=e&&E(e.document);J.opening={operation:t===void 0?void 0:{query:t,variables:JSON.stringify(e?.variables,null,2)}},window.open(W(),`_blank`)}var kt=d(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Y(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=N(t,`size`,3,20);var i=kt(),a=O(i);u(()=>{A(i,`width`,r()),A(i,`height`,r()),A(i,`stroke-width`,t.name===`more`?3:1.9),A(a,`d`,n[t.name])}),h(e,i)}var At=l(`<span><span class="dot s-16flz15"></span> </span>`);function jt(n,r){R(r,!0);let i=F(()=>G.connection.state),a=F(()=>b(i)===`live`?V().live.live:b(i)===`lost`?V().live.lost:V().live.connecting);var s=o(),c=e(s),l=e=>{var t=At(),n=L(g(t),1,!0);k(t),u(()=>{v(t,1,`live ${b(i)??``}`,`s-16flz15`),A(t,`data-live`,b(i)),p(n,b(a))}),h(e,t)};t(c,e=>{b(i)!==`idle`&&e(l)}),h(n,s),P()}var Mt=l(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function Nt(n,i){let s=_();R(i,!0);let l=N(i,`isLabelled`,3,!1),d=N(i,`kind`,3,`menu`),f=N(i,`buttonClass`,3,`button icon`),p,m,y=M(!1),S=()=>[...m.querySelectorAll(`[role="menuitem"]`)],C=()=>m.hidePopover();function w(){let{left:e,right:t,top:n,bottom:r}=p.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=m,o=r+4+a+8<=innerHeight||n<a;m.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,m.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function ee(e){I(y,e.newState===`open`),b(y)&&(i.onOpen?.(),requestAnimationFrame(()=>{w(),d()===`menu`&&S()[0]?.focus()}))}function te(e){if(d()!==`menu`)return;let t=S(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&C(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var ne=Mt();c(`resize`,T,()=>b(y)&&w()),c(`scroll`,T,()=>b(y)&&C());var E=e(ne),O=g(E);a(O,()=>i.button),k(E),D(E,e=>p=e,()=>p);var j=L(E,2),re=g(j),ie=t=>{var n=o(),r=e(n);a(r,()=>i.children,()=>C),h(t,n)};t(re,e=>{b(y)&&e(ie)}),k(j),D(j,e=>m=e,()=>m),u(()=>{v(E,1,r(f()),`s-1p1q3cn`),A(E,`popovertarget`,s),A(E,`aria-label`,l()?void 0:i.label),A(E,`aria-haspopup`,d()===`menu`?`menu`:`dialog`),A(E,`aria-expanded`,b(y)),A(j,`id`,s),A(j,`role`,d()===`menu`?`menu`:`dialog`),A(j,`aria-label`,i.label)}),c(`toggle`,j,ee),x(`keydown`,j,te),h(n,ne),P()}n([`keydown`]);var Pt=l(`<a class="s-12jevap"><!> </a>`),Ft=l(`<span class="initials s-12jevap" aria-hidden="true"> </span><span class="unseen"> </span><span class="name s-12jevap"> </span><!>`,1),It=l(`<option> </option>`),Lt=l(`<button class="button" type="button"><!> </button>`),Rt=l(`<div class="settings s-12jevap"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),zt=l(`<header class="s-12jevap"><div class="inner s-12jevap"><a class="brand s-12jevap" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-12jevap"/>Buono</a> <nav class="s-12jevap"></nav> <span class="push s-12jevap"></span> <!> <!></div></header>`);function Bt(n,r){let a=_();R(r,!0);let o=F(()=>J.viewer&&`name`in J.viewer?J.viewer.name:``),s=F(()=>b(o).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),c=F(()=>[...J.customer?[{href:`/`,label:V().nav.home,icon:`home`,here:r.page===`home`},{href:`/orders`,label:V().nav.orders,icon:`paper`,here:r.page===`orders`||r.page===`order`}]:[],...J.viewer?.__typename===`Operator`?[{href:`/desk`,label:V().nav.desk,icon:`desk`,here:r.page===`desk`}]:[],{href:`/connect`,label:V().nav.connect,icon:`code`,here:r.page===`connect`}]);var l=zt(),d=g(l),f=L(g(d),2);i(f,21,()=>b(c),({href:e,label:t,icon:n,here:r})=>e,(e,t)=>{let n=()=>b(t).href,r=()=>b(t).label,i=()=>b(t).icon,a=()=>b(t).here;var o=Pt(),s=g(o);Y(s,{get name(){return i()}});var c=L(s,1,!0);k(o),u(()=>{A(o,`href`,n()),A(o,`aria-current`,a()?`page`:void 0),p(c,r())}),h(e,o)}),k(f);var m=L(f,4);jt(m,{});var v=L(m,2);{let n=t=>{var n=Ft(),r=e(n),i=O(r,!0),a=L(r),c=O(a),l=L(a),d=O(l,!0);Y(L(l),{name:`down`,size:16}),u(e=>{p(i,b(s)),p(c,`${e??``}:`),p(d,b(o))},[()=>V().account.open]),h(t,n)},r=(e,n=le)=>{var r=Rt(),s=g(r),c=g(s),l=O(c,!0);k(s);var d=L(s,2),f=g(d),m=O(f,!0),_=L(f,2);i(_,21,()=>Object.entries(Ce),([e,t])=>e,(e,t)=>{var n=F(()=>ae(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=It(),o=O(a,!0),s={};u(()=>{A(a,`lang`,r()),p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),k(_);var v;_e(_),k(d);var y=L(d,2),S=g(y),C=O(S,!0),w=L(S,2);i(w,21,()=>Object.entries(V().account.themes),([e,t])=>e,(e,t)=>{var n=F(()=>ae(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=It(),o=O(a,!0),s={};u(()=>{p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),k(w);var T;_e(w),k(y);var ee=L(y,2),te=e=>{var t=Lt(),r=g(t);Y(r,{name:`out`,size:18});var i=L(r,1,!0);k(t),u(e=>p(i,e),[()=>V().account.graphiql]),x(`click`,t,()=>(n()(),Ot())),h(e,t)},E=F(()=>W());t(ee,e=>{b(E)&&e(te)});var D=L(ee,2),j=O(D,!0);k(r),u((e,t,n)=>{p(l,b(o)),A(f,`for`,`${a}-language`),p(m,e),A(_,`id`,`${a}-language`),v!==(v=B.language)&&(_.value=(_.__value=v)??``,ne(_,v)),A(S,`for`,`${a}-theme`),p(C,t),A(w,`id`,`${a}-theme`),T!==(T=Re.theme)&&(w.value=(w.__value=T)??``,ne(w,T)),p(j,n)},[()=>V().account.language,()=>V().account.appearance,()=>Ve()?V().account.change:V().account.leave]),x(`change`,_,e=>ke(e.currentTarget.value)),x(`change`,w,e=>ze(e.currentTarget.value)),x(`click`,D,()=>(n()(),J.leave())),h(e,r)},c=F(()=>V().account.open);Nt(v,{get label(){return`${b(c)??``}: ${b(o)??``}`},isLabelled:!0,kind:`panel`,buttonClass:`button who`,button:n,children:r,$$slots:{button:!0,default:!0}})}k(d),k(l),u(e=>A(f,`aria-label`,e),[()=>V().nav.label]),h(n,l),P()}n([`change`,`click`]);var Vt=l(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Ht=l(`<div role="status"><!></div>`);function Ut(e,n){R(n,!0);var r=Ht(),i=g(r),a=e=>{var t=Vt(),n=g(t);Y(n,{name:`alert`});var r=L(n,2),i=O(r,!0),a=L(r,2),o=O(a,!0),s=L(a,2),c=O(s,!0);k(t),u((e,t,n)=>{p(i,e),p(o,t),p(c,n)},[()=>V().live.banner,()=>G.banner.seconds===null?V().live.trying:U(V().live.next,{n:G.banner.seconds}),()=>V().live.now]),x(`click`,s,()=>G.tryNow()),h(e,t)};t(i,e=>{G.banner&&e(a)}),k(r),h(e,r),P()}n([`click`]);var Wt=se({text:``});function Gt(e){Wt.text=e}var Kt=l(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function qt(e){var t=Kt(),n=O(t,!0);u(()=>p(n,Wt.text)),h(e,t)}var Jt=l(`<div class="bar s-1jelh97"></div>`),Yt=l(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function Xt(e,t){R(t,!0);let n=N(t,`rows`,3,3),r=N(t,`height`,3,`3.5rem`);var a=Yt();let o;var s=g(a),c=O(s,!0),l=L(s,2);i(l,17,()=>({length:n()}),m,(e,t)=>{var n=Jt();h(e,n)}),k(a),u(e=>{o=ge(a,``,o,{"--height":r()}),p(c,e)},[()=>V().state.loading]),h(e,a),P()}var Zt=l(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function X(t,n){R(n,!0);let r=N(n,`props`,19,()=>({})),i=M(n.load());var a=o(),s=e(a);re(s,()=>b(i),e=>{Xt(e,{})},(t,n)=>{var i=F(()=>{var{default:e}=b(n);return{Part:e}}),a=F(()=>b(i).Part),s=o(),c=e(s);y(c,()=>b(a),(e,t)=>{t(e,me(r))}),h(t,s)},e=>{var t=Zt(),r=g(t),a=O(r,!0),o=L(r,2),s=O(o,!0);k(t),u((e,t)=>{p(a,e),p(s,t)},[()=>V().state.offline,()=>V().state.again]),x(`click`,o,()=>I(i,n.load())),h(e,t)}),h(t,a),P()}n([`click`]);var Qt=4;function $t(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=tt({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if(nt(e)===4403){if(!await o())return}else t&&(s=void 0),await G.wait(Qt);c||u()}return u(),()=>{c=!0,l?.()}}var en=new Set;function tn(e){return en.add(e),()=>en.delete(e)}function nn(e){for(let t of en)t(e)}function rn(e,t){R(t,!0);let n;w(()=>{let e=J.api,t=B.language;if(e)return $t({client:e.client,document:ft,variables:{language:t},after:n,renew:()=>J.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&nn({kind:`reread`}),r&&(nn({kind:`changed`,order:r,event:i?.kind??null}),Gt(U(i?.kind===`ORDER_CREATED`?V().orders.arrived:V().orders.changed,{number:r.number,status:r.statusLabel})))}})}),P()}var Z=new class{#e=M(se(location.pathname));get path(){return b(this.#e)}set path(e){I(this.#e,e,!0)}#t=M(new URLSearchParams(location.search));get search(){return b(this.#t)}set search(e){I(this.#t,e)}};addEventListener(`popstate`,an);function an(){Z.path!==location.pathname&&(Z.path=location.pathname),Z.search=new URLSearchParams(location.search)}function Q(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),an()}function on(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);Q(location.pathname+(r?`?${r}`:``),t)}function sn(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function cn(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&sn(r.pathname).name!==`missing`&&(e.preventDefault(),Q(r.pathname+r.search))}var ln=l(`<!> <!> <main id="content" tabindex="-1"><!> <!></main>`,1),un=l(`<main id="content" tabindex="-1" class="s-qkl536"><!></main>`),dn=l(`<a class="skip s-qkl536" href="#content"> </a> <!> <!>`,1);function fn(n,r){R(r,!0);let i=F(()=>sn(Z.path)),a=M(void 0),s=Z.path;w(()=>{b(i).name===`home`&&J.viewer?.__typename===`Operator`&&Q(`/desk`,{replace:!0})}),w(()=>{Z.path!==s&&(s=Z.path,S().then(()=>{scrollTo(0,0),b(a)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var l=dn();c(`click`,C,function(...e){cn?.apply(this,e)});var d=e(l),f=O(d,!0),m=L(d,2),_=n=>{var r=ln(),s=e(r);Bt(s,{get page(){return b(i).name}});var c=L(s,2),l=e=>{rn(e,{})};t(c,e=>{J.customer&&e(l)});var d=L(c,2);let f;var p=g(d);Ut(p,{});var m=L(p,2),_=e=>{X(e,{load:()=>H(()=>z(()=>import(`./Connect-CvZaQB3B.js`),__vite__mapDeps([0,1,2])))})},y=e=>{X(e,{load:async()=>(await z(async()=>{let{open:e}=await import(`./open-DkbMokHM.js`);return{open:e}},[])).open()})},x=e=>{{let t=F(()=>V().state.missing);Ie(e,{get text(){return b(t)}})}},S=e=>{{let t=F(()=>V().state.notCustomer),n=F(()=>J.viewer&&`name`in J.viewer?J.viewer.name:``);Ie(e,{get text(){return b(t)},get name(){return b(n)}})}},C=e=>{X(e,{load:()=>z(()=>import(`./Home-5Dqh0DPT.js`),__vite__mapDeps([3,1,4,5,6]))})},w=e=>{X(e,{load:()=>z(()=>import(`./Orders-CYy2t1tH.js`),__vite__mapDeps([7,1,4,8,9,10,11]))})},T=t=>{var n=o(),r=e(n);ie(r,()=>b(i).number,e=>{{let t=F(()=>({number:b(i).number}));X(e,{load:()=>H(()=>z(()=>import(`./OrderPage-CVNkBVWm.js`),__vite__mapDeps([12,1,4,8,9,10,13,5,14,15]))),get props(){return b(t)}})}}),h(t,n)};t(m,e=>{b(i).name===`connect`?e(_):b(i).name===`desk`?e(y,1):b(i).name===`missing`?e(x,2):J.customer?b(i).name===`home`?e(C,4):b(i).name===`orders`?e(w,5):b(i).name===`order`&&e(T,6):e(S,3)}),k(d),D(d,e=>I(a,e),()=>b(a)),u(()=>f=v(d,1,`s-qkl536`,null,f,{wide:b(i).name===`desk`})),h(n,r)},y=e=>{var t=un();X(g(t),{load:()=>H(()=>z(()=>import(`./SignIn-CbjqGVrC.js`),__vite__mapDeps([16,1,17])))}),k(t),D(t,e=>I(a,e),()=>b(a)),h(e,t)};t(m,e=>{J.phase===`in`?e(_):J.phase===`out`&&e(y,1)}),qt(L(m,2),{}),u(e=>p(f,e),[()=>V().skip]),x(`click`,d,e=>(e.preventDefault(),b(a)?.focus())),h(n,l),P()}n([`click`]),await Oe(),wt(),f(fn,{target:document.getElementById(`page`)});var pn=l(`<button class="button plain s-1wpg9c6" type="button"> </button>`);function mn(n,r){R(r,!0);let i=M(!1);async function a(){await navigator.clipboard.writeText(r.text),I(i,!0),Gt(V().pay.copied),setTimeout(()=>I(i,!1),2e3)}var s=o(),c=e(s),l=e=>{var t=pn(),n=O(t,!0);u((e,i)=>{A(t,`aria-label`,`${e??``}: ${r.what??``}`),p(n,i)},[()=>V().pay.copy,()=>b(i)?V().pay.copied:V().pay.copy]),x(`click`,t,a),h(e,t)};t(c,e=>{navigator.clipboard&&e(l)}),h(n,s),P()}n([`click`]);var hn=new Map;function $(e,t){let n=e+JSON.stringify(t),r=hn.get(n);return r||hn.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var gn={day:`numeric`,month:`short`,year:`numeric`},_n={hour:`2-digit`,minute:`2-digit`};function vn(e,t,n){return $(t,{...gn,...Cn(n)}).format(new Date(e))}function yn(e,t){return $(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function bn(e,t,n){return $(t,{...gn,..._n,...Cn(n)}).format(new Date(e))}function xn(e,t,n){return $(t,{day:`numeric`,month:`long`,year:`numeric`,..._n,second:`2-digit`,timeZoneName:`short`,...Cn(n)}).format(new Date(e))}function Sn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function Cn(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var wn=l(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function Tn(e,t){R(t,!0);let n=F(()=>t.error.networkError?V().state.offline:t.error.graphQLErrors[0]?.message??``);var r=wn(),i=g(r);Y(i,{name:`alert`});var a=L(i,2),o=g(a),s=g(o),c=O(s,!0);k(o);var l=L(o,2),d=O(l,!0);k(a);var f=L(a,2),m=O(f,!0);k(r),u((e,t)=>{p(c,e),p(d,b(n)),p(m,t)},[()=>V().state.failed,()=>V().state.again]),x(`click`,f,function(...e){t.onAgain?.apply(this,e)}),h(e,r),P()}n([`click`]);var En=class{#e=M();get data(){return b(this.#e)}set data(e){I(this.#e,e)}#t=M();get error(){return b(this.#t)}set error(e){I(this.#t,e)}#n=M(!0);get isLoading(){return b(this.#n)}set isLoading(e){I(this.#n,e,!0)}#r=M(0);constructor(e,t){w(()=>{let n=t(),r=J.api;J.renewals;let i=b(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;s(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),w(()=>{G.isLive&&s(()=>this.error?.networkError)&&this.reload()})}reload(){te(this.#r)}},Dn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},On=l(`<span><!> </span>`);function kn(e,t){let n=F(()=>Dn[t.status]),r=F(()=>ae(b(n),2)),i=F(()=>b(r)[0]),a=F(()=>b(r)[1]);var o=On(),s=g(o);Y(s,{get name(){return b(a)},size:15});var c=L(s,1,!0);k(o),u(()=>{v(o,1,`badge ${b(i)??``}`,`s-1ryh2qe`),A(o,`data-status`,t.status),p(c,t.label)}),h(e,o)}var An=l(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function jn(n,r){R(r,!0);var i=o(),a=e(i),s=e=>{var t=An(),n=g(t);Y(n,{name:`code`,size:18});var i=L(n),a=O(i,!0);k(t),u((e,n,r)=>{A(t,`aria-label`,e),A(t,`title`,n),p(a,r)},[()=>V().state.query,()=>V().state.query,()=>V().state.query]),x(`click`,t,()=>Ot(r.operation())),h(e,t)},c=F(()=>W());t(a,e=>{b(c)&&e(s)}),h(n,i),P()}n([`click`]);var Mn=l(`<time class="s-1hg6fqj"> </time>`);function Nn(e,t){R(t,!0);let n=N(t,`as`,3,`moment`),r={moment:bn,day:vn,exactly:xn},i=F(()=>J.customer?.timeZone);var a=Mn(),o=O(a,!0);u((e,n)=>{A(a,`datetime`,t.at),A(a,`title`,e),p(o,n)},[()=>n()===`exactly`?void 0:xn(t.at,B.language,b(i)),()=>r[n()](t.at,B.language,b(i))]),h(e,a),P()}export{ut as A,Ve as B,Ot as C,mt as D,gt as E,ht as F,B as G,Ce as H,K as I,je as J,V as K,G as L,lt as M,dt as N,pt as O,vt as P,W as R,Y as S,_t as T,ke as U,Ie as V,U as W,z as Y,X as _,Tn as a,Nt as b,bn as c,on as d,Q as f,$t as g,nn as h,En as i,q as j,ct as k,Sn as l,tn as m,jn as n,yn as o,Z as p,H as q,kn as r,xn as s,Nn as t,mn as u,Xt as v,J as w,jt as x,Gt as y,Ue as z};