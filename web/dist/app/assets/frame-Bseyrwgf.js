const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Connect-ebudR-yO.js","assets/libraries-BvGM7MjK.js","assets/Connect-CVWQrARf.css","assets/Home-B8L0O-4z.js","assets/Windows-BPn9okfV.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-BJqHwyRg.js","assets/OrderMenu-Cic9R_Bg.js","assets/DocumentLink-dkjnBmeS.js","assets/OrderMenu-DggEiAra.css","assets/Orders-CVz5fC-G.css","assets/OrderPage-Dq2Oi_3e.js","assets/Tracking-D3zfOigl.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-BZM22meW.js","assets/SignIn-iqcId8dy.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,B as n,C as r,D as i,E as a,F as o,G as s,H as c,I as l,J as u,L as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,W as S,X as C,Y as w,Z as T,a as E,at as ee,b as D,c as O,ct as k,d as A,dt as j,et as M,ft as N,h as P,i as te,it as F,j as ne,k as re,l as I,lt as L,n as ie,nt as ae,o as oe,ot as R,pt as se,q as ce,r as le,rt as z,s as ue,t as de,tt as B,u as fe,w as pe,x as me,y as he}from"./libraries-BvGM7MjK.js";var ge=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),_e=function(e){return`/`+e},ve={},ye=function(e){return e.pathname.endsWith(`.css`)},be=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},V=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=_e(t,n);let r=s(t),i=ye(r);return be(ve,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ge,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},H={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},xe={it:()=>V(()=>import(`./it-CMte7bLR.js`),[]),en:()=>V(()=>import(`./en-DREzilFx.js`),[]),fr:()=>V(()=>import(`./fr-BrrPHDb1.js`),[]),de:()=>V(()=>import(`./de-Drw7UWY9.js`),[]),es:()=>V(()=>import(`./es-BRnDUAEX.js`),[])},Se={it:()=>V(()=>import(`./it-CD18wnzx.js`),[]),en:()=>V(()=>import(`./en-Dw00G-rG.js`),[]),fr:()=>V(()=>import(`./fr-v0c_yqVM.js`),[]),de:()=>V(()=>import(`./de-CdKKfeDT.js`),[]),es:()=>V(()=>import(`./es-bgSOF34h.js`),[])},Ce=`buono:language`,U=new class{#e=F(`en`);get language(){return b(this.#e)}set language(e){z(this.#e,e,!0)}#t=F({});get words(){return b(this.#t)}set words(e){z(this.#t,e)}saysMore=!1},we=`en`,W=()=>U.words;async function Te(e){await De(Oe()??e??ke())}async function Ee(e){try{localStorage.setItem(Ce,e)}catch{}await De(e)}async function G(e){U.saysMore=!0;let[t]=await Promise.all([e(),De(we)]);return t}async function De(e){we=e;let[t,n]=await Promise.all([xe[e](),U.saysMore?Se[e]():void 0]);e===we&&(U.words={...t.default,...n?.default},U.language=e,document.documentElement.lang=e)}function Oe(){try{return Ae(localStorage.getItem(Ce))}catch{return}}function ke(){for(let e of navigator.languages){let t=Ae(e.split(`-`)[0]);if(t)return t}return`en`}function Ae(e){return e&&e in H?e:void 0}function K(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var je=l(`<section class="stack"><h1 tabindex="-1"> </h1> <p><a class="button" href="/orders"> </a></p></section>`);function Me(e,t){L(t,!0);let n=I(t,`name`,3,``),r=I(t,`number`,3,``);var i=je();pe(`zt046k`,e=>{ce(()=>{C.title=`Buono`})});var a=g(i),o=M(a,!0),s=B(a,2),c=g(s),l=M(c,!0);j(s),j(i),u((e,t)=>{p(o,e),p(l,t)},[()=>K(t.text,{name:n(),number:r()}),()=>W().state.toOrders]),h(e,i),k()}var Ne=`buono:theme`,Pe=new class{#e=F(`system`);get theme(){return b(this.#e)}set theme(e){z(this.#e,e,!0)}};function Fe(e){Pe.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Ne,e)}catch{}}try{let e=localStorage.getItem(Ne);(e===`light`||e===`dark`)&&Fe(e)}catch{}var Ie=()=>document.querySelector(`meta[name="buono-config"]`)?.content,Le=()=>Ie()!==void 0,Re=()=>document.querySelector(`meta[name="buono-graphiql"]`)?.content;async function ze(){let e=Ie();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function Be(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var Ve=500,He=15e3,Ue={state:`idle`,since:null,nextTryAt:null};function We(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return Ue}}function Ge(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function Ke(e,t){let n=Math.min(Ve*2**e,He);return Math.round(n*(.75+t/2))}var qe=4403,Je=1e4,Ye=1e4,q=new class{#e=F(Ue);get connection(){return b(this.#e)}set connection(e){z(this.#e,e)}#t=F(ae(Date.now()));get now(){return b(this.#t)}set now(e){z(this.#t,e,!0)}#n=R(()=>Ge(this.connection,this.now));get banner(){return b(this.#n)}set banner(e){z(this.#n,e)}#r=R(()=>this.connection.state===`live`);get isLive(){return b(this.#r)}set isLive(e){z(this.#r,e)}#i;#a;hears(e){this.connection=We(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=Ke(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function Xe(e){let t=ie({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:()=>({authorization:`Bearer ${e()??``}`}),keepAlive:Je,connectionAckWaitTimeout:Ye,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>q.wait(e),shouldRetry:e=>$e(e)!==qe,on:{connecting:()=>q.hears({type:`trying`,at:Date.now()}),connected:()=>q.hears({type:`connected`}),closed:e=>{let{code:t,wasClean:n}=e;q.hears(t===1e3&&n?{type:`released`}:{type:`lost`,at:Date.now()})}}}),n=()=>q.tryNow();return addEventListener(`online`,n),{follow:(e,n)=>t.subscribe(Ze(e,n),n),close(){removeEventListener(`online`,n),t.dispose(),q.hears({type:`released`})}}}function Ze({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=Qe(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function Qe(e){let[t]=Object.values(e.data??{});return t?.cursor}function $e(e){let t=e?.code;return typeof t==`number`?t:void 0}var et=[`BankTransfer`,`BillingDetails`,`Money`,`OrderAction`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`],tt=[`AlreadyPaidError`,`ConfirmationMissingError`,`ConflictError`,`IdempotencyConflictError`,`InvalidInputError`,`NotFoundError`,`OrderExpiredError`,`PaymentDeclinedError`,`PaymentInProgressError`,`PaymentMethodNotEligibleError`,`WithdrawalNotAvailableError`,`WrongStatusError`];function nt(e){let t=Xe(e.token);return{client:new te({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[oe({onError(t){t.response?.status===401&&e.onRefused()}}),le({keys:Object.fromEntries(et.map(e=>[e,()=>null])),possibleTypes:{UserError:tt}}),E,ue({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),close:()=>t.close()}}var J=de(),rt=J(`
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
`),it=J(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),at=J(`
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
  `,[Y]),ot=J(`
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
  `,[Y]),st=J(`
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
  `,[Y]),ct=J(`
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
  `,[at,it]),lt=J(`
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
  `,[it]),ut=J(`
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
  `,[at,it]),dt=J(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`),ft=J(`
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
  `,[Y]),pt=J(`
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
  `,[Y]),mt=`buono:session`,ht=250;function gt(e){let t=new BroadcastChannel(mt);t.onmessage=({data:n})=>{if(n.type!==`ask`)return;let r=e(n.for);r&&t.postMessage({type:`tell`,id:n.id,...r})}}function _t(){let e=new BroadcastChannel(mt),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),ht);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var vt=`buono:person`,X=new class{#e=F(`looking`);get phase(){return b(this.#e)}set phase(e){z(this.#e,e,!0)}#t=F([]);get people(){return b(this.#t)}set people(e){z(this.#t,e)}#n=F(null);get viewer(){return b(this.#n)}set viewer(e){z(this.#n,e)}#r=F(null);get person(){return b(this.#r)}set person(e){z(this.#r,e,!0)}#i=F(null);get notice(){return b(this.#i)}set notice(e){z(this.#i,e,!0)}#a=F(null);get api(){return b(this.#a)}set api(e){z(this.#a,e)}#o=F(0);get renewals(){return b(this.#o)}set renewals(e){z(this.#o,e,!0)}opening=null;#s;#c;token=()=>this.#s;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t){let n=e.trim().replace(/^bearer\s+/i,``);this.#d(),this.#s=n;let r=nt({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:i,error:a}=await r.client.query(rt,{},{requestPolicy:`network-only`});if(this.#s!==n)return r.close();if(!i?.viewer)return r.close(),this.#u(a?.networkError&&!a.response?`unreachable`:`refused`);i.viewer.__typename===`Customer`&&await Te(bt(i.viewer.language)),xt(t),this.notice=null,this.api=r,this.viewer=i.viewer,this.phase=`in`}leave(){xt(null),this.#u(null)}renew(){return this.#c??=this.#l().finally(()=>this.#c=void 0),this.#c}async#l(){if(this.phase!==`in`)return!1;if(this.person&&Le()){this.people=await ze().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#s)return this.#s=e,this.renewals++,!0}return this.#u(`ended`),!1}#u(e){this.#d(),this.notice=e,this.phase=`out`}#d(){this.api?.close(),this.api=null,this.viewer=null,this.#s=void 0}};async function yt(){gt(e=>{let t=X.token();if(!t||X.phase!==`in`)return null;if(e===`app`)return{token:t,person:X.person};let{opening:n}=X;return X.opening=null,n&&{token:t,person:X.person,...n}});let[e,t]=await Promise.all([ze().catch(()=>[]),_t()]);X.people=e;let n=e.find(({name:e})=>e===St());if(n)return X.enter(n.token,n.name);if(t)return X.enter(t.token,t.person);X.phase=`out`}function bt(e){let t=e.split(`-`)[0]??``;return t in H?t:void 0}function xt(e){try{e===null?sessionStorage.removeItem(vt):sessionStorage.setItem(vt,e)}catch{}}function St(){try{return sessionStorage.getItem(vt)}catch{return null}}function Ct(e){let t=e&&O(e.document);X.opening={operation:t===void 0?void 0:{query:t,variables:JSON.stringify(e?.variables,null,2)}},window.open(Re(),`_blank`)}var wt=d(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Z(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=I(t,`size`,3,20);var i=wt(),a=M(i);u(()=>{P(i,`width`,r()),P(i,`height`,r()),P(i,`stroke-width`,t.name===`more`?3:1.9),P(a,`d`,n[t.name])}),h(e,i)}var Tt=l(`<span><span class="dot s-16flz15"></span> </span>`);function Et(n,r){L(r,!0);let i=R(()=>q.connection.state),a=R(()=>b(i)===`live`?W().live.live:b(i)===`lost`?W().live.lost:W().live.connecting);var s=o(),c=e(s),l=e=>{var t=Tt(),n=B(g(t),1,!0);j(t),u(()=>{v(t,1,`live ${b(i)??``}`,`s-16flz15`),P(t,`data-live`,b(i)),p(n,b(a))}),h(e,t)};t(c,e=>{b(i)!==`idle`&&e(l)}),h(n,s),k()}var Dt=l(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function Ot(n,i){let s=_();L(i,!0);let l=I(i,`isLabelled`,3,!1),d=I(i,`kind`,3,`menu`),f=I(i,`buttonClass`,3,`button icon`),p,m,y=F(!1),S=()=>[...m.querySelectorAll(`[role="menuitem"]`)],C=()=>m.hidePopover();function w(){let{left:e,right:t,top:n,bottom:r}=p.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=m,o=r+4+a+8<=innerHeight||n<a;m.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,m.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function E(e){z(y,e.newState===`open`),b(y)&&(i.onOpen?.(),requestAnimationFrame(()=>{w(),d()===`menu`&&S()[0]?.focus()}))}function ee(e){if(d()!==`menu`)return;let t=S(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&C(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var D=Dt();c(`resize`,T,()=>b(y)&&w()),c(`scroll`,T,()=>b(y)&&C());var O=e(D),M=g(O);a(M,()=>i.button),j(O),A(O,e=>p=e,()=>p);var N=B(O,2),te=g(N),ne=t=>{var n=o(),r=e(n);a(r,()=>i.children,()=>C),h(t,n)};t(te,e=>{b(y)&&e(ne)}),j(N),A(N,e=>m=e,()=>m),u(()=>{v(O,1,r(f()),`s-1p1q3cn`),P(O,`popovertarget`,s),P(O,`aria-label`,l()?void 0:i.label),P(O,`aria-haspopup`,d()===`menu`?`menu`:`dialog`),P(O,`aria-expanded`,b(y)),P(N,`id`,s),P(N,`role`,d()===`menu`?`menu`:`dialog`),P(N,`aria-label`,i.label)}),c(`toggle`,N,E),x(`keydown`,N,ee),h(n,D),k()}n([`keydown`]);var kt=l(`<a class="s-12jevap"><!> </a>`),At=l(`<span class="initials s-12jevap" aria-hidden="true"> </span><span class="unseen"> </span><span class="name s-12jevap"> </span><!>`,1),jt=l(`<option> </option>`),Mt=l(`<button class="button" type="button"><!> </button>`),Nt=l(`<div class="settings s-12jevap"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),Pt=l(`<header class="s-12jevap"><div class="inner s-12jevap"><a class="brand s-12jevap" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-12jevap"/>Buono</a> <nav class="s-12jevap"></nav> <span class="push s-12jevap"></span> <!> <!></div></header>`);function Ft(n,r){let a=_();L(r,!0);let o=R(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``),s=R(()=>b(o).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),c=R(()=>[...X.customer?[{href:`/`,label:W().nav.home,icon:`home`,here:r.page===`home`},{href:`/orders`,label:W().nav.orders,icon:`paper`,here:r.page===`orders`||r.page===`order`}]:[],{href:`/connect`,label:W().nav.connect,icon:`code`,here:r.page===`connect`}]);var l=Pt(),d=g(l),f=B(g(d),2);i(f,21,()=>b(c),({href:e,label:t,icon:n,here:r})=>e,(e,t)=>{let n=()=>b(t).href,r=()=>b(t).label,i=()=>b(t).icon,a=()=>b(t).here;var o=kt(),s=g(o);Z(s,{get name(){return i()}});var c=B(s,1,!0);j(o),u(()=>{P(o,`href`,n()),P(o,`aria-current`,a()?`page`:void 0),p(c,r())}),h(e,o)}),j(f);var m=B(f,4);Et(m,{});var v=B(m,2);{let n=t=>{var n=At(),r=e(n),i=M(r,!0),a=B(r),c=M(a),l=B(a),d=M(l,!0);Z(B(l),{name:`down`,size:16}),u(e=>{p(i,b(s)),p(c,`${e??``}:`),p(d,b(o))},[()=>W().account.open]),h(t,n)},r=(e,n=N)=>{var r=Nt(),s=g(r),c=g(s),l=M(c,!0);j(s);var d=B(s,2),f=g(d),m=M(f,!0),_=B(f,2);i(_,21,()=>Object.entries(H),([e,t])=>e,(e,t)=>{var n=R(()=>se(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=jt(),o=M(a,!0),s={};u(()=>{P(a,`lang`,r()),p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),j(_);var v;he(_),j(d);var y=B(d,2),S=g(y),C=M(S,!0),w=B(S,2);i(w,21,()=>Object.entries(W().account.themes),([e,t])=>e,(e,t)=>{var n=R(()=>se(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=jt(),o=M(a,!0),s={};u(()=>{p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),j(w);var T;he(w),j(y);var E=B(y,2),ee=e=>{var t=Mt(),r=g(t);Z(r,{name:`out`,size:18});var i=B(r,1,!0);j(t),u(e=>p(i,e),[()=>W().account.graphiql]),x(`click`,t,()=>(n()(),Ct())),h(e,t)},O=R(()=>Re());t(E,e=>{b(O)&&e(ee)});var k=B(E,2),A=M(k,!0);j(r),u((e,t,n)=>{p(l,b(o)),P(f,`for`,`${a}-language`),p(m,e),P(_,`id`,`${a}-language`),v!==(v=U.language)&&(_.value=(_.__value=v)??``,D(_,v)),P(S,`for`,`${a}-theme`),p(C,t),P(w,`id`,`${a}-theme`),T!==(T=Pe.theme)&&(w.value=(w.__value=T)??``,D(w,T)),p(A,n)},[()=>W().account.language,()=>W().account.appearance,()=>Le()?W().account.change:W().account.leave]),x(`change`,_,e=>Ee(e.currentTarget.value)),x(`change`,w,e=>Fe(e.currentTarget.value)),x(`click`,k,()=>(n()(),X.leave())),h(e,r)},c=R(()=>W().account.open);Ot(v,{get label(){return`${b(c)??``}: ${b(o)??``}`},isLabelled:!0,kind:`panel`,buttonClass:`button who`,button:n,children:r,$$slots:{button:!0,default:!0}})}j(d),j(l),u(e=>P(f,`aria-label`,e),[()=>W().nav.label]),h(n,l),k()}n([`change`,`click`]);var It=l(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Lt=l(`<div role="status"><!></div>`);function Rt(e,n){L(n,!0);var r=Lt(),i=g(r),a=e=>{var t=It(),n=g(t);Z(n,{name:`alert`});var r=B(n,2),i=M(r,!0),a=B(r,2),o=M(a,!0),s=B(a,2),c=M(s,!0);j(t),u((e,t,n)=>{p(i,e),p(o,t),p(c,n)},[()=>W().live.banner,()=>q.banner.seconds===null?W().live.trying:K(W().live.next,{n:q.banner.seconds}),()=>W().live.now]),x(`click`,s,()=>q.tryNow()),h(e,t)};t(i,e=>{q.banner&&e(a)}),j(r),h(e,r),k()}n([`click`]);var zt=ae({text:``});function Bt(e){zt.text=e}var Vt=l(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function Ht(e){var t=Vt(),n=M(t,!0);u(()=>p(n,zt.text)),h(e,t)}var Ut=l(`<div class="bar s-1jelh97"></div>`),Wt=l(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function Gt(e,t){L(t,!0);let n=I(t,`rows`,3,3),r=I(t,`height`,3,`3.5rem`);var a=Wt();let o;var s=g(a),c=M(s,!0),l=B(s,2);i(l,17,()=>({length:n()}),m,(e,t)=>{var n=Ut();h(e,n)}),j(a),u(e=>{o=me(a,``,o,{"--height":r()}),p(c,e)},[()=>W().state.loading]),h(e,a),k()}var Kt=l(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function Q(t,n){L(n,!0);let r=I(n,`props`,19,()=>({})),i=F(n.load());var a=o(),s=e(a);ne(s,()=>b(i),e=>{Gt(e,{})},(t,n)=>{var i=R(()=>{var{default:e}=b(n);return{Part:e}}),a=R(()=>b(i).Part),s=o(),c=e(s);y(c,()=>b(a),(e,t)=>{t(e,fe(r))}),h(t,s)},e=>{var t=Kt(),r=g(t),a=M(r,!0),o=B(r,2),s=M(o,!0);j(t),u((e,t)=>{p(a,e),p(s,t)},[()=>W().state.offline,()=>W().state.again]),x(`click`,o,()=>z(i,n.load())),h(e,t)}),h(t,a),k()}n([`click`]);var qt=4;function Jt(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=Qe({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if($e(e)===4403){if(!await o())return}else t&&(s=void 0),await q.wait(qt);c||u()}return u(),()=>{c=!0,l?.()}}var Yt=new Set;function Xt(e){return Yt.add(e),()=>Yt.delete(e)}function Zt(e){for(let t of Yt)t(e)}function Qt(e,t){L(t,!0);let n;w(()=>{let e=X.api,t=U.language;if(e)return Jt({client:e.client,document:st,variables:{language:t},after:n,renew:()=>X.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&Zt({kind:`reread`}),r&&(Zt({kind:`changed`,order:r,event:i?.kind??null}),Bt(K(i?.kind===`ORDER_CREATED`?W().orders.arrived:W().orders.changed,{number:r.number,status:r.statusLabel})))}})}),k()}var $=new class{#e=F(ae(location.pathname));get path(){return b(this.#e)}set path(e){z(this.#e,e,!0)}#t=F(new URLSearchParams(location.search));get search(){return b(this.#t)}set search(e){z(this.#t,e)}};addEventListener(`popstate`,$t);function $t(){$.path!==location.pathname&&($.path=location.pathname),$.search=new URLSearchParams(location.search)}function en(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),$t()}function tn(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);en(location.pathname+(r?`?${r}`:``),t)}function nn(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function rn(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&nn(r.pathname).name!==`missing`&&(e.preventDefault(),en(r.pathname+r.search))}var an=l(`<!> <!> <main id="content" tabindex="-1" class="s-12z11ep"><!> <!></main>`,1),on=l(`<main id="content" tabindex="-1" class="s-12z11ep"><!></main>`),sn=l(`<a class="skip s-12z11ep" href="#content"> </a> <!> <!>`,1);function cn(n,r){L(r,!0);let i=R(()=>nn($.path)),a=F(void 0),s=$.path;w(()=>{$.path!==s&&(s=$.path,S().then(()=>{scrollTo(0,0),b(a)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var l=sn();c(`click`,C,function(...e){rn?.apply(this,e)});var d=e(l),f=M(d,!0),m=B(d,2),_=n=>{var r=an(),s=e(r);Ft(s,{get page(){return b(i).name}});var c=B(s,2),l=e=>{Qt(e,{})};t(c,e=>{X.customer&&e(l)});var u=B(c,2),d=g(u);Rt(d,{});var f=B(d,2),p=e=>{Q(e,{load:()=>G(()=>V(()=>import(`./Connect-ebudR-yO.js`),__vite__mapDeps([0,1,2])))})},m=e=>{{let t=R(()=>W().state.missing);Me(e,{get text(){return b(t)}})}},_=e=>{{let t=R(()=>W().state.notCustomer),n=R(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``);Me(e,{get text(){return b(t)},get name(){return b(n)}})}},v=e=>{Q(e,{load:()=>V(()=>import(`./Home-B8L0O-4z.js`),__vite__mapDeps([3,1,4,5,6]))})},y=e=>{Q(e,{load:()=>V(()=>import(`./Orders-BJqHwyRg.js`),__vite__mapDeps([7,1,4,8,9,10,11]))})},x=t=>{var n=o(),r=e(n);re(r,()=>b(i).number,e=>{{let t=R(()=>({number:b(i).number}));Q(e,{load:()=>G(()=>V(()=>import(`./OrderPage-Dq2Oi_3e.js`),__vite__mapDeps([12,1,4,8,9,10,13,5,14,15]))),get props(){return b(t)}})}}),h(t,n)};t(f,e=>{b(i).name===`connect`?e(p):b(i).name===`missing`||b(i).name===`desk`?e(m,1):X.customer?b(i).name===`home`?e(v,3):b(i).name===`orders`?e(y,4):b(i).name===`order`&&e(x,5):e(_,2)}),j(u),A(u,e=>z(a,e),()=>b(a)),h(n,r)},v=e=>{var t=on();Q(g(t),{load:()=>G(()=>V(()=>import(`./SignIn-BZM22meW.js`),__vite__mapDeps([16,1,17])))}),j(t),A(t,e=>z(a,e),()=>b(a)),h(e,t)};t(m,e=>{X.phase===`in`?e(_):X.phase===`out`&&e(v,1)}),Ht(B(m,2),{}),u(e=>p(f,e),[()=>W().skip]),x(`click`,d,e=>(e.preventDefault(),b(a)?.focus())),h(n,l),k()}n([`click`]),await Te(),yt(),f(cn,{target:document.getElementById(`page`)});var ln=l(`<button class="button plain s-1wpg9c6" type="button"> </button>`);function un(n,r){L(r,!0);let i=F(!1);async function a(){await navigator.clipboard.writeText(r.text),z(i,!0),Bt(W().pay.copied),setTimeout(()=>z(i,!1),2e3)}var s=o(),c=e(s),l=e=>{var t=ln(),n=M(t,!0);u((e,i)=>{P(t,`aria-label`,`${e??``}: ${r.what??``}`),p(n,i)},[()=>W().pay.copy,()=>b(i)?W().pay.copied:W().pay.copy]),x(`click`,t,a),h(e,t)};t(c,e=>{navigator.clipboard&&e(l)}),h(n,s),k()}n([`click`]);var dn=new Map;function fn(e,t){let n=e+JSON.stringify(t),r=dn.get(n);return r||dn.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var pn={day:`numeric`,month:`short`,year:`numeric`},mn={hour:`2-digit`,minute:`2-digit`};function hn(e,t,n){return fn(t,{...pn,...bn(n)}).format(new Date(e))}function gn(e,t){return fn(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function _n(e,t,n){return fn(t,{...pn,...mn,...bn(n)}).format(new Date(e))}function vn(e,t,n){return fn(t,{day:`numeric`,month:`long`,year:`numeric`,...mn,second:`2-digit`,timeZoneName:`short`,...bn(n)}).format(new Date(e))}function yn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function bn(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var xn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},Sn=l(`<span><!> </span>`);function Cn(e,t){let n=R(()=>xn[t.status]),r=R(()=>se(b(n),2)),i=R(()=>b(r)[0]),a=R(()=>b(r)[1]);var o=Sn(),s=g(o);Z(s,{get name(){return b(a)},size:15});var c=B(s,1,!0);j(o),u(()=>{v(o,1,`badge ${b(i)??``}`,`s-1ryh2qe`),P(o,`data-status`,t.status),p(c,t.label)}),h(e,o)}var wn=l(`<time class="s-1hg6fqj"> </time>`);function Tn(e,t){L(t,!0);let n=I(t,`as`,3,`moment`),r={moment:_n,day:hn,exactly:vn},i=R(()=>X.customer?.timeZone);var a=wn(),o=M(a,!0);u((e,n)=>{P(a,`datetime`,t.at),P(a,`title`,e),p(o,n)},[()=>n()===`exactly`?void 0:vn(t.at,U.language,b(i)),()=>r[n()](t.at,U.language,b(i))]),h(e,a),k()}var En=l(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function Dn(n,r){L(r,!0);var i=o(),a=e(i),s=e=>{var t=En(),n=g(t);Z(n,{name:`code`,size:18});var i=B(n),a=M(i,!0);j(t),u((e,n,r)=>{P(t,`aria-label`,e),P(t,`title`,n),p(a,r)},[()=>W().state.query,()=>W().state.query,()=>W().state.query]),x(`click`,t,()=>Ct(r.operation())),h(e,t)},c=R(()=>Re());t(a,e=>{b(c)&&e(s)}),h(n,i),k()}n([`click`]);var On=l(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function kn(e,t){L(t,!0);let n=R(()=>t.error.networkError?W().state.offline:t.error.graphQLErrors[0]?.message??``);var r=On(),i=g(r);Z(i,{name:`alert`});var a=B(i,2),o=g(a),s=g(o),c=M(s,!0);j(o);var l=B(o,2),d=M(l,!0);j(a);var f=B(a,2),m=M(f,!0);j(r),u((e,t)=>{p(c,e),p(d,b(n)),p(m,t)},[()=>W().state.failed,()=>W().state.again]),x(`click`,f,function(...e){t.onAgain?.apply(this,e)}),h(e,r),k()}n([`click`]);var An=class{#e=F();get data(){return b(this.#e)}set data(e){z(this.#e,e)}#t=F();get error(){return b(this.#t)}set error(e){z(this.#t,e)}#n=F(!0);get isLoading(){return b(this.#n)}set isLoading(e){z(this.#n,e,!0)}#r=F(0);constructor(e,t){w(()=>{let n=t(),r=X.api;X.renewals;let i=b(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;s(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),w(()=>{q.isLive&&s(()=>this.error?.networkError)&&this.reload()})}reload(){ee(this.#r)}};export{ot as A,Ee as B,Ct as C,lt as D,dt as E,Re as F,V as G,U as H,Be as I,Le as L,ut as M,J as N,ct as O,q as P,Me as R,Z as S,ft as T,W as U,K as V,G as W,Q as _,Cn as a,Ot as b,_n as c,tn as d,en as f,Jt as g,Zt as h,Tn as i,pt as j,Y as k,yn as l,Xt as m,kn as n,gn as o,$ as p,Dn as r,vn as s,An as t,un as u,Gt as v,X as w,Et as x,Bt as y,H as z};