const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Connect-BmR2yMAC.js","assets/libraries-BWIsjS6D.js","assets/Connect-CVWQrARf.css","assets/Home-okDoveDd.js","assets/Windows-go5Y3o8J.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-CA8r4BGS.js","assets/OrderMenu-q1IYT8ZM.js","assets/DocumentLink-CGoAIwZO.js","assets/OrderMenu-DggEiAra.css","assets/Orders-Y7tG1lOR.css","assets/OrderPage-CG6c02Vz.js","assets/Tracking-BiJ78mmX.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-CyPDHboH.js","assets/SignIn-iqcId8dy.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,B as n,C as r,D as i,E as a,F as o,G as s,H as c,I as l,J as u,L as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,W as S,X as C,Y as w,Z as T,a as E,at as ee,b as D,c as O,d as k,et as A,ft as j,h as M,i as N,it as P,j as te,k as ne,l as F,lt as I,mt as re,n as ie,nt as ae,o as oe,ot as L,pt as se,q as ce,r as le,rt as R,s as ue,t as de,tt as z,u as fe,ut as B,w as pe,x as me,y as he}from"./libraries-BWIsjS6D.js";var ge=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),_e=function(e){return`/`+e},ve={},ye=function(e){return e.pathname.endsWith(`.css`)},be=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},V=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=_e(t,n);let r=s(t),i=ye(r);return be(ve,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ge,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},xe={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},Se={it:()=>V(()=>import(`./it-CMte7bLR.js`),[]),en:()=>V(()=>import(`./en-DREzilFx.js`),[]),fr:()=>V(()=>import(`./fr-BrrPHDb1.js`),[]),de:()=>V(()=>import(`./de-Drw7UWY9.js`),[]),es:()=>V(()=>import(`./es-BRnDUAEX.js`),[])},Ce={it:()=>V(()=>import(`./it-CD18wnzx.js`),[]),en:()=>V(()=>import(`./en-Dw00G-rG.js`),[]),fr:()=>V(()=>import(`./fr-v0c_yqVM.js`),[]),de:()=>V(()=>import(`./de-CdKKfeDT.js`),[]),es:()=>V(()=>import(`./es-bgSOF34h.js`),[])},we=`buono:language`,H=new class{#e=P(`en`);get language(){return b(this.#e)}set language(e){R(this.#e,e,!0)}#t=P({});get words(){return b(this.#t)}set words(e){R(this.#t,e)}more=new Set},Te=`en`,U=()=>H.words;async function Ee(e){await Oe(Ae()??e??je())}async function De(e){try{localStorage.setItem(we,e)}catch{}await Oe(e)}async function W(e,...t){for(let e of[Ce,...t])H.more.add(e);let[n]=await Promise.all([e(),Oe(Te)]);return n}async function Oe(e){Te=e;let t=await ke(e);e===Te&&(H.words=t,H.language=e,document.documentElement.lang=e)}async function ke(e){let t=await Promise.all([Se,...H.more].map(t=>t[e]()));return Object.assign({},...t.map(e=>e.default))}function Ae(){try{return Me(localStorage.getItem(we))}catch{return}}function je(){for(let e of navigator.languages){let t=Me(e.split(`-`)[0]);if(t)return t}return`en`}function Me(e){return e&&e in xe?e:void 0}function G(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var Ne=l(`<section class="stack"><h1 tabindex="-1"> </h1> <p><a class="button" href="/orders"> </a></p></section>`);function Pe(e,t){B(t,!0);let n=F(t,`name`,3,``),r=F(t,`number`,3,``);var i=Ne();pe(`zt046k`,e=>{ce(()=>{C.title=`Buono`})});var a=g(i),o=A(a,!0),s=z(a,2),c=g(s),l=A(c,!0);j(s),j(i),u((e,t)=>{p(o,e),p(l,t)},[()=>G(t.text,{name:n(),number:r()}),()=>U().state.toOrders]),h(e,i),I()}var Fe=`buono:theme`,Ie=new class{#e=P(`system`);get theme(){return b(this.#e)}set theme(e){R(this.#e,e,!0)}};function Le(e){Ie.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Fe,e)}catch{}}try{let e=localStorage.getItem(Fe);(e===`light`||e===`dark`)&&Le(e)}catch{}var Re=()=>document.querySelector(`meta[name="buono-config"]`)?.content,ze=()=>Re()!==void 0,K=()=>document.querySelector(`meta[name="buono-graphiql"]`)?.content;async function Be(){let e=Re();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function Ve(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var He=500,Ue=15e3,We={state:`idle`,since:null,nextTryAt:null};function Ge(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return We}}function Ke(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function qe(e,t){let n=Math.min(He*2**e,Ue);return Math.round(n*(.75+t/2))}var Je=4403,Ye=1e4,Xe=1e4,q=new class{#e=P(We);get connection(){return b(this.#e)}set connection(e){R(this.#e,e)}#t=P(ae(Date.now()));get now(){return b(this.#t)}set now(e){R(this.#t,e,!0)}#n=L(()=>Ke(this.connection,this.now));get banner(){return b(this.#n)}set banner(e){R(this.#n,e)}#r=L(()=>this.connection.state===`live`);get isLive(){return b(this.#r)}set isLive(e){R(this.#r,e)}#i;#a;hears(e){this.connection=Ge(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=qe(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function Ze(e){let t=ie({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:()=>({authorization:`Bearer ${e()??``}`}),keepAlive:Ye,connectionAckWaitTimeout:Xe,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>q.wait(e),shouldRetry:e=>et(e)!==Je,on:{connecting:()=>q.hears({type:`trying`,at:Date.now()}),connected:()=>q.hears({type:`connected`}),closed:e=>{let{code:t,wasClean:n}=e;q.hears(t===1e3&&n?{type:`released`}:{type:`lost`,at:Date.now()})}}}),n=()=>q.tryNow();return addEventListener(`online`,n),{follow:(e,n)=>t.subscribe(Qe(e,n),n),close(){removeEventListener(`online`,n),t.dispose(),q.hears({type:`released`})}}}function Qe({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=$e(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function $e(e){let[t]=Object.values(e.data??{});return t?.cursor}function et(e){let t=e?.code;return typeof t==`number`?t:void 0}var tt=[`BankTransfer`,`BillingDetails`,`InternalNote`,`Money`,`OrderAction`,`OrderClaim`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentConnection`,`PaymentEdge`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundConnection`,`RefundEdge`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`],nt=[`AlreadyPaidError`,`ConfirmationMissingError`,`ConflictError`,`IdempotencyConflictError`,`InvalidInputError`,`NotFoundError`,`OrderExpiredError`,`PaymentDeclinedError`,`PaymentInProgressError`,`PaymentMethodNotEligibleError`,`WithdrawalNotAvailableError`,`WrongStatusError`];function rt(e){let t=Ze(e.token);return{client:new N({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[oe({onError(t){t.response?.status===401&&e.onRefused()}}),le({keys:Object.fromEntries(tt.map(e=>[e,()=>null])),possibleTypes:{UserError:nt}}),E,ue({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),close:()=>t.close()}}var J=de(),it=J(`
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
  `,[Y]),ht=`buono:session`,gt=250;function _t(e){let t=new BroadcastChannel(ht);t.onmessage=({data:n})=>{if(n.type!==`ask`)return;let r=e(n.for);r&&t.postMessage({type:`tell`,id:n.id,...r})}}function vt(){let e=new BroadcastChannel(ht),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),gt);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var yt=`buono:person`,X=new class{#e=P(`looking`);get phase(){return b(this.#e)}set phase(e){R(this.#e,e,!0)}#t=P([]);get people(){return b(this.#t)}set people(e){R(this.#t,e)}#n=P(null);get viewer(){return b(this.#n)}set viewer(e){R(this.#n,e)}#r=P(null);get person(){return b(this.#r)}set person(e){R(this.#r,e,!0)}#i=P(null);get notice(){return b(this.#i)}set notice(e){R(this.#i,e,!0)}#a=P(null);get api(){return b(this.#a)}set api(e){R(this.#a,e)}#o=P(0);get renewals(){return b(this.#o)}set renewals(e){R(this.#o,e,!0)}opening=null;#s;#c;token=()=>this.#s;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t){let n=e.trim().replace(/^bearer\s+/i,``);this.#d(),this.#s=n;let r=rt({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:i,error:a}=await r.client.query(it,{},{requestPolicy:`network-only`});if(this.#s!==n)return r.close();if(!i?.viewer)return r.close(),this.#u(a?.networkError&&!a.response?`unreachable`:`refused`);i.viewer.__typename===`Customer`&&await Ee(xt(i.viewer.language)),St(t),this.notice=null,this.api=r,this.viewer=i.viewer,this.phase=`in`}leave(){St(null),this.#u(null)}renew(){return this.#c??=this.#l().finally(()=>this.#c=void 0),this.#c}async#l(){if(this.phase!==`in`)return!1;if(this.person&&ze()){this.people=await Be().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#s)return this.#s=e,this.renewals++,!0}return this.#u(`ended`),!1}#u(e){this.#d(),this.notice=e,this.phase=`out`}#d(){this.api?.close(),this.api=null,this.viewer=null,this.#s=void 0}};async function bt(){_t(e=>{let t=X.token();if(!t||X.phase!==`in`)return null;if(e===`app`)return{token:t,person:X.person};let{opening:n}=X;return X.opening=null,n&&{token:t,person:X.person,...n}});let[e,t]=await Promise.all([Be().catch(()=>[]),vt()]);X.people=e;let n=e.find(({name:e})=>e===Ct());if(n)return X.enter(n.token,n.name);if(t)return X.enter(t.token,t.person);X.phase=`out`}function xt(e){let t=e.split(`-`)[0]??``;return t in xe?t:void 0}function St(e){try{e===null?sessionStorage.removeItem(yt):sessionStorage.setItem(yt,e)}catch{}}function Ct(){try{return sessionStorage.getItem(yt)}catch{return null}}function wt(e){let t=e&&O(e.document);X.opening={operation:t===void 0?void 0:{query:t,variables:JSON.stringify(e?.variables,null,2)}},window.open(K(),`_blank`)}var Tt=d(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Z(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=F(t,`size`,3,20);var i=Tt(),a=A(i);u(()=>{M(i,`width`,r()),M(i,`height`,r()),M(i,`stroke-width`,t.name===`more`?3:1.9),M(a,`d`,n[t.name])}),h(e,i)}var Et=l(`<span><span class="dot s-16flz15"></span> </span>`);function Dt(n,r){B(r,!0);let i=L(()=>q.connection.state),a=L(()=>b(i)===`live`?U().live.live:b(i)===`lost`?U().live.lost:U().live.connecting);var s=o(),c=e(s),l=e=>{var t=Et(),n=z(g(t),1,!0);j(t),u(()=>{v(t,1,`live ${b(i)??``}`,`s-16flz15`),M(t,`data-live`,b(i)),p(n,b(a))}),h(e,t)};t(c,e=>{b(i)!==`idle`&&e(l)}),h(n,s),I()}var Ot=l(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function kt(n,i){let s=_();B(i,!0);let l=F(i,`isLabelled`,3,!1),d=F(i,`kind`,3,`menu`),f=F(i,`buttonClass`,3,`button icon`),p,m,y=P(!1),S=()=>[...m.querySelectorAll(`[role="menuitem"]`)],C=()=>m.hidePopover();function w(){let{left:e,right:t,top:n,bottom:r}=p.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=m,o=r+4+a+8<=innerHeight||n<a;m.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,m.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function E(e){R(y,e.newState===`open`),b(y)&&(i.onOpen?.(),requestAnimationFrame(()=>{w(),d()===`menu`&&S()[0]?.focus()}))}function ee(e){if(d()!==`menu`)return;let t=S(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&C(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var D=Ot();c(`resize`,T,()=>b(y)&&w()),c(`scroll`,T,()=>b(y)&&C());var O=e(D),A=g(O);a(A,()=>i.button),j(O),k(O,e=>p=e,()=>p);var N=z(O,2),te=g(N),ne=t=>{var n=o(),r=e(n);a(r,()=>i.children,()=>C),h(t,n)};t(te,e=>{b(y)&&e(ne)}),j(N),k(N,e=>m=e,()=>m),u(()=>{v(O,1,r(f()),`s-1p1q3cn`),M(O,`popovertarget`,s),M(O,`aria-label`,l()?void 0:i.label),M(O,`aria-haspopup`,d()===`menu`?`menu`:`dialog`),M(O,`aria-expanded`,b(y)),M(N,`id`,s),M(N,`role`,d()===`menu`?`menu`:`dialog`),M(N,`aria-label`,i.label)}),c(`toggle`,N,E),x(`keydown`,N,ee),h(n,D),I()}n([`keydown`]);var At=l(`<a class="s-12jevap"><!> </a>`),jt=l(`<span class="initials s-12jevap" aria-hidden="true"> </span><span class="unseen"> </span><span class="name s-12jevap"> </span><!>`,1),Mt=l(`<option> </option>`),Nt=l(`<button class="button" type="button"><!> </button>`),Pt=l(`<div class="settings s-12jevap"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),Ft=l(`<header class="s-12jevap"><div class="inner s-12jevap"><a class="brand s-12jevap" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-12jevap"/>Buono</a> <nav class="s-12jevap"></nav> <span class="push s-12jevap"></span> <!> <!></div></header>`);function It(n,r){let a=_();B(r,!0);let o=L(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``),s=L(()=>b(o).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),c=L(()=>[...X.customer?[{href:`/`,label:U().nav.home,icon:`home`,here:r.page===`home`},{href:`/orders`,label:U().nav.orders,icon:`paper`,here:r.page===`orders`||r.page===`order`}]:[],...X.viewer?.__typename===`Operator`?[{href:`/desk`,label:U().nav.desk,icon:`desk`,here:r.page===`desk`}]:[],{href:`/connect`,label:U().nav.connect,icon:`code`,here:r.page===`connect`}]);var l=Ft(),d=g(l),f=z(g(d),2);i(f,21,()=>b(c),({href:e,label:t,icon:n,here:r})=>e,(e,t)=>{let n=()=>b(t).href,r=()=>b(t).label,i=()=>b(t).icon,a=()=>b(t).here;var o=At(),s=g(o);Z(s,{get name(){return i()}});var c=z(s,1,!0);j(o),u(()=>{M(o,`href`,n()),M(o,`aria-current`,a()?`page`:void 0),p(c,r())}),h(e,o)}),j(f);var m=z(f,4);Dt(m,{});var v=z(m,2);{let n=t=>{var n=jt(),r=e(n),i=A(r,!0),a=z(r),c=A(a),l=z(a),d=A(l,!0);Z(z(l),{name:`down`,size:16}),u(e=>{p(i,b(s)),p(c,`${e??``}:`),p(d,b(o))},[()=>U().account.open]),h(t,n)},r=(e,n=se)=>{var r=Pt(),s=g(r),c=g(s),l=A(c,!0);j(s);var d=z(s,2),f=g(d),m=A(f,!0),_=z(f,2);i(_,21,()=>Object.entries(xe),([e,t])=>e,(e,t)=>{var n=L(()=>re(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=Mt(),o=A(a,!0),s={};u(()=>{M(a,`lang`,r()),p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),j(_);var v;he(_),j(d);var y=z(d,2),S=g(y),C=A(S,!0),w=z(S,2);i(w,21,()=>Object.entries(U().account.themes),([e,t])=>e,(e,t)=>{var n=L(()=>re(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=Mt(),o=A(a,!0),s={};u(()=>{p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),j(w);var T;he(w),j(y);var E=z(y,2),ee=e=>{var t=Nt(),r=g(t);Z(r,{name:`out`,size:18});var i=z(r,1,!0);j(t),u(e=>p(i,e),[()=>U().account.graphiql]),x(`click`,t,()=>(n()(),wt())),h(e,t)},O=L(()=>K());t(E,e=>{b(O)&&e(ee)});var k=z(E,2),N=A(k,!0);j(r),u((e,t,n)=>{p(l,b(o)),M(f,`for`,`${a}-language`),p(m,e),M(_,`id`,`${a}-language`),v!==(v=H.language)&&(_.value=(_.__value=v)??``,D(_,v)),M(S,`for`,`${a}-theme`),p(C,t),M(w,`id`,`${a}-theme`),T!==(T=Ie.theme)&&(w.value=(w.__value=T)??``,D(w,T)),p(N,n)},[()=>U().account.language,()=>U().account.appearance,()=>ze()?U().account.change:U().account.leave]),x(`change`,_,e=>De(e.currentTarget.value)),x(`change`,w,e=>Le(e.currentTarget.value)),x(`click`,k,()=>(n()(),X.leave())),h(e,r)},c=L(()=>U().account.open);kt(v,{get label(){return`${b(c)??``}: ${b(o)??``}`},isLabelled:!0,kind:`panel`,buttonClass:`button who`,button:n,children:r,$$slots:{button:!0,default:!0}})}j(d),j(l),u(e=>M(f,`aria-label`,e),[()=>U().nav.label]),h(n,l),I()}n([`change`,`click`]);var Lt=l(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Rt=l(`<div role="status"><!></div>`);function zt(e,n){B(n,!0);var r=Rt(),i=g(r),a=e=>{var t=Lt(),n=g(t);Z(n,{name:`alert`});var r=z(n,2),i=A(r,!0),a=z(r,2),o=A(a,!0),s=z(a,2),c=A(s,!0);j(t),u((e,t,n)=>{p(i,e),p(o,t),p(c,n)},[()=>U().live.banner,()=>q.banner.seconds===null?U().live.trying:G(U().live.next,{n:q.banner.seconds}),()=>U().live.now]),x(`click`,s,()=>q.tryNow()),h(e,t)};t(i,e=>{q.banner&&e(a)}),j(r),h(e,r),I()}n([`click`]);var Bt=ae({text:``});function Vt(e){Bt.text=e}var Ht=l(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function Ut(e){var t=Ht(),n=A(t,!0);u(()=>p(n,Bt.text)),h(e,t)}var Wt=l(`<div class="bar s-1jelh97"></div>`),Gt=l(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function Kt(e,t){B(t,!0);let n=F(t,`rows`,3,3),r=F(t,`height`,3,`3.5rem`);var a=Gt();let o;var s=g(a),c=A(s,!0),l=z(s,2);i(l,17,()=>({length:n()}),m,(e,t)=>{var n=Wt();h(e,n)}),j(a),u(e=>{o=me(a,``,o,{"--height":r()}),p(c,e)},[()=>U().state.loading]),h(e,a),I()}var qt=l(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function Q(t,n){B(n,!0);let r=F(n,`props`,19,()=>({})),i=P(n.load());var a=o(),s=e(a);te(s,()=>b(i),e=>{Kt(e,{})},(t,n)=>{var i=L(()=>{var{default:e}=b(n);return{Part:e}}),a=L(()=>b(i).Part),s=o(),c=e(s);y(c,()=>b(a),(e,t)=>{t(e,fe(r))}),h(t,s)},e=>{var t=qt(),r=g(t),a=A(r,!0),o=z(r,2),s=A(o,!0);j(t),u((e,t)=>{p(a,e),p(s,t)},[()=>U().state.offline,()=>U().state.again]),x(`click`,o,()=>R(i,n.load())),h(e,t)}),h(t,a),I()}n([`click`]);var Jt=4;function Yt(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=$e({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if(et(e)===4403){if(!await o())return}else t&&(s=void 0),await q.wait(Jt);c||u()}return u(),()=>{c=!0,l?.()}}var Xt=new Set;function Zt(e){return Xt.add(e),()=>Xt.delete(e)}function Qt(e){for(let t of Xt)t(e)}function $t(e,t){B(t,!0);let n;w(()=>{let e=X.api,t=H.language;if(e)return Yt({client:e.client,document:ct,variables:{language:t},after:n,renew:()=>X.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&Qt({kind:`reread`}),r&&(Qt({kind:`changed`,order:r,event:i?.kind??null}),Vt(G(i?.kind===`ORDER_CREATED`?U().orders.arrived:U().orders.changed,{number:r.number,status:r.statusLabel})))}})}),I()}var $=new class{#e=P(ae(location.pathname));get path(){return b(this.#e)}set path(e){R(this.#e,e,!0)}#t=P(new URLSearchParams(location.search));get search(){return b(this.#t)}set search(e){R(this.#t,e)}};addEventListener(`popstate`,en);function en(){$.path!==location.pathname&&($.path=location.pathname),$.search=new URLSearchParams(location.search)}function tn(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),en()}function nn(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);tn(location.pathname+(r?`?${r}`:``),t)}function rn(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function an(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&rn(r.pathname).name!==`missing`&&(e.preventDefault(),tn(r.pathname+r.search))}var on=l(`<!> <!> <main id="content" tabindex="-1"><!> <!></main>`,1),sn=l(`<main id="content" tabindex="-1" class="s-qkl536"><!></main>`),cn=l(`<a class="skip s-qkl536" href="#content"> </a> <!> <!>`,1);function ln(n,r){B(r,!0);let i=L(()=>rn($.path)),a=P(void 0),s=$.path;w(()=>{b(i).name===`home`&&X.viewer?.__typename===`Operator`&&tn(`/desk`,{replace:!0})}),w(()=>{$.path!==s&&(s=$.path,S().then(()=>{scrollTo(0,0),b(a)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var l=cn();c(`click`,C,function(...e){an?.apply(this,e)});var d=e(l),f=A(d,!0),m=z(d,2),_=n=>{var r=on(),s=e(r);It(s,{get page(){return b(i).name}});var c=z(s,2),l=e=>{$t(e,{})};t(c,e=>{X.customer&&e(l)});var d=z(c,2);let f;var p=g(d);zt(p,{});var m=z(p,2),_=e=>{Q(e,{load:()=>W(()=>V(()=>import(`./Connect-BmR2yMAC.js`),__vite__mapDeps([0,1,2])))})},y=e=>{Q(e,{load:async()=>(await V(async()=>{let{open:e}=await import(`./open-D0dc-MnX.js`);return{open:e}},[])).open()})},x=e=>{{let t=L(()=>U().state.missing);Pe(e,{get text(){return b(t)}})}},S=e=>{{let t=L(()=>U().state.notCustomer),n=L(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``);Pe(e,{get text(){return b(t)},get name(){return b(n)}})}},C=e=>{Q(e,{load:()=>V(()=>import(`./Home-okDoveDd.js`),__vite__mapDeps([3,1,4,5,6]))})},w=e=>{Q(e,{load:()=>V(()=>import(`./Orders-CA8r4BGS.js`),__vite__mapDeps([7,1,4,8,9,10,11]))})},T=t=>{var n=o(),r=e(n);ne(r,()=>b(i).number,e=>{{let t=L(()=>({number:b(i).number}));Q(e,{load:()=>W(()=>V(()=>import(`./OrderPage-CG6c02Vz.js`),__vite__mapDeps([12,1,4,8,9,10,13,5,14,15]))),get props(){return b(t)}})}}),h(t,n)};t(m,e=>{b(i).name===`connect`?e(_):b(i).name===`desk`?e(y,1):b(i).name===`missing`?e(x,2):X.customer?b(i).name===`home`?e(C,4):b(i).name===`orders`?e(w,5):b(i).name===`order`&&e(T,6):e(S,3)}),j(d),k(d,e=>R(a,e),()=>b(a)),u(()=>f=v(d,1,`s-qkl536`,null,f,{wide:b(i).name===`desk`})),h(n,r)},y=e=>{var t=sn();Q(g(t),{load:()=>W(()=>V(()=>import(`./SignIn-CyPDHboH.js`),__vite__mapDeps([16,1,17])))}),j(t),k(t,e=>R(a,e),()=>b(a)),h(e,t)};t(m,e=>{X.phase===`in`?e(_):X.phase===`out`&&e(y,1)}),Ut(z(m,2),{}),u(e=>p(f,e),[()=>U().skip]),x(`click`,d,e=>(e.preventDefault(),b(a)?.focus())),h(n,l),I()}n([`click`]),await Ee(),bt(),f(ln,{target:document.getElementById(`page`)});var un=l(`<button class="button plain s-1wpg9c6" type="button"> </button>`);function dn(n,r){B(r,!0);let i=P(!1);async function a(){await navigator.clipboard.writeText(r.text),R(i,!0),Vt(U().pay.copied),setTimeout(()=>R(i,!1),2e3)}var s=o(),c=e(s),l=e=>{var t=un(),n=A(t,!0);u((e,i)=>{M(t,`aria-label`,`${e??``}: ${r.what??``}`),p(n,i)},[()=>U().pay.copy,()=>b(i)?U().pay.copied:U().pay.copy]),x(`click`,t,a),h(e,t)};t(c,e=>{navigator.clipboard&&e(l)}),h(n,s),I()}n([`click`]);var fn=new Map;function pn(e,t){let n=e+JSON.stringify(t),r=fn.get(n);return r||fn.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var mn={day:`numeric`,month:`short`,year:`numeric`},hn={hour:`2-digit`,minute:`2-digit`};function gn(e,t,n){return pn(t,{...mn,...xn(n)}).format(new Date(e))}function _n(e,t){return pn(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function vn(e,t,n){return pn(t,{...mn,...hn,...xn(n)}).format(new Date(e))}function yn(e,t,n){return pn(t,{day:`numeric`,month:`long`,year:`numeric`,...hn,second:`2-digit`,timeZoneName:`short`,...xn(n)}).format(new Date(e))}function bn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function xn(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var Sn=l(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function Cn(e,t){B(t,!0);let n=L(()=>t.error.networkError?U().state.offline:t.error.graphQLErrors[0]?.message??``);var r=Sn(),i=g(r);Z(i,{name:`alert`});var a=z(i,2),o=g(a),s=g(o),c=A(s,!0);j(o);var l=z(o,2),d=A(l,!0);j(a);var f=z(a,2),m=A(f,!0);j(r),u((e,t)=>{p(c,e),p(d,b(n)),p(m,t)},[()=>U().state.failed,()=>U().state.again]),x(`click`,f,function(...e){t.onAgain?.apply(this,e)}),h(e,r),I()}n([`click`]);var wn=class{#e=P();get data(){return b(this.#e)}set data(e){R(this.#e,e)}#t=P();get error(){return b(this.#t)}set error(e){R(this.#t,e)}#n=P(!0);get isLoading(){return b(this.#n)}set isLoading(e){R(this.#n,e,!0)}#r=P(0);constructor(e,t){w(()=>{let n=t(),r=X.api;X.renewals;let i=b(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;s(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),w(()=>{q.isLive&&s(()=>this.error?.networkError)&&this.reload()})}reload(){ee(this.#r)}},Tn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},En=l(`<span><!> </span>`);function Dn(e,t){let n=L(()=>Tn[t.status]),r=L(()=>re(b(n),2)),i=L(()=>b(r)[0]),a=L(()=>b(r)[1]);var o=En(),s=g(o);Z(s,{get name(){return b(a)},size:15});var c=z(s,1,!0);j(o),u(()=>{v(o,1,`badge ${b(i)??``}`,`s-1ryh2qe`),M(o,`data-status`,t.status),p(c,t.label)}),h(e,o)}var On=l(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function kn(n,r){B(r,!0);var i=o(),a=e(i),s=e=>{var t=On(),n=g(t);Z(n,{name:`code`,size:18});var i=z(n),a=A(i,!0);j(t),u((e,n,r)=>{M(t,`aria-label`,e),M(t,`title`,n),p(a,r)},[()=>U().state.query,()=>U().state.query,()=>U().state.query]),x(`click`,t,()=>wt(r.operation())),h(e,t)},c=L(()=>K());t(a,e=>{b(c)&&e(s)}),h(n,i),I()}n([`click`]);var An=l(`<time class="s-1hg6fqj"> </time>`);function jn(e,t){B(t,!0);let n=F(t,`as`,3,`moment`),r={moment:vn,day:gn,exactly:yn},i=L(()=>X.customer?.timeZone);var a=An(),o=A(a,!0);u((e,n)=>{M(a,`datetime`,t.at),M(a,`title`,e),p(o,n)},[()=>n()===`exactly`?void 0:yn(t.at,H.language,b(i)),()=>r[n()](t.at,H.language,b(i))]),h(e,a),I()}export{Y as A,xe as B,wt as C,ut as D,ft as E,q as F,W as G,G as H,K as I,ke as K,Ve as L,mt as M,dt as N,lt as O,J as P,ze as R,Z as S,pt as T,H as U,De as V,U as W,Q as _,Cn as a,kt as b,vn as c,nn as d,tn as f,Yt as g,Qt as h,wn as i,st as j,ot as k,bn as l,Zt as m,kn as n,_n as o,$ as p,V as q,Dn as r,yn as s,jn as t,dn as u,Kt as v,X as w,Dt as x,Vt as y,Pe as z};