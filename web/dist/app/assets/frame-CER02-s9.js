const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Connect-DKFGHn8c.js","assets/libraries-BWIsjS6D.js","assets/Connect-CVWQrARf.css","assets/Home-BSoSKOkQ.js","assets/Windows-DUKbqORg.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-Dkd2IQn3.js","assets/OrderMenu-DgmTgv83.js","assets/DocumentLink-C2IWerDf.js","assets/OrderMenu-DggEiAra.css","assets/Orders-Y7tG1lOR.css","assets/OrderPage-DjQMvpsd.js","assets/Tracking-gCHLCWfX.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-C3pFeW2M.js","assets/SignIn-z9zWLe-P.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,B as n,C as r,D as i,E as a,F as o,G as s,H as c,I as l,J as u,L as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,W as S,X as C,Y as w,Z as T,a as E,at as ee,b as te,c as D,d as O,et as k,ft as A,h as j,i as M,it as N,j as ne,k as re,l as P,lt as F,mt as ie,n as ae,nt as oe,o as se,ot as I,pt as ce,q as le,r as ue,rt as L,s as de,t as fe,tt as R,u as pe,ut as z,w as me,x as he,y as ge}from"./libraries-BWIsjS6D.js";var _e=500,ve=15e3,ye={state:`idle`,since:null,nextTryAt:null};function be(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return ye}}function xe(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function Se(e,t){let n=Math.min(_e*2**e,ve);return Math.round(n*(.75+t/2))}var Ce=4403,we=1e4,Te=1e4,B=new class{#e=N(ye);get connection(){return b(this.#e)}set connection(e){L(this.#e,e)}#t=N(oe(Date.now()));get now(){return b(this.#t)}set now(e){L(this.#t,e,!0)}#n=I(()=>xe(this.connection,this.now));get banner(){return b(this.#n)}set banner(e){L(this.#n,e)}#r=I(()=>this.connection.state===`live`);get isLive(){return b(this.#r)}set isLive(e){L(this.#r,e)}#i;#a;hears(e){this.connection=be(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=Se(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function Ee(e){let t=()=>({authorization:`Bearer ${e()??``}`}),n,r=ae({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:t,keepAlive:we,connectionAckWaitTimeout:Te,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>B.wait(e),shouldRetry:e=>ke(e)!==Ce,on:{connecting:()=>B.hears({type:`trying`,at:Date.now()}),connected:e=>{n=e,B.hears({type:`connected`})},closed:e=>{n=void 0;let{code:t,wasClean:r}=e;B.hears(t===1e3&&r?{type:`released`}:{type:`lost`,at:Date.now()})}}}),i=()=>B.tryNow();return addEventListener(`online`,i),{follow:(e,t)=>r.subscribe(De(e,t),t),refresh:()=>n?.send(JSON.stringify({type:`ping`,payload:t()})),close(){removeEventListener(`online`,i),r.dispose(),B.hears({type:`released`})}}}function De({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=Oe(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function Oe(e){let[t]=Object.values(e.data??{});return t?.cursor}function ke(e){let t=e?.code;return typeof t==`number`?t:void 0}var Ae=[`BankTransfer`,`BillingDetails`,`InternalNote`,`Money`,`OrderAction`,`OrderClaim`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentConnection`,`PaymentEdge`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundConnection`,`RefundEdge`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`],je=[`AlreadyPaidError`,`ConfirmationMissingError`,`ConflictError`,`IdempotencyConflictError`,`InvalidInputError`,`NotFoundError`,`OrderExpiredError`,`PaymentDeclinedError`,`PaymentInProgressError`,`PaymentMethodNotEligibleError`,`WithdrawalNotAvailableError`,`WrongStatusError`];function Me(e){let t=Ee(e.token);return{client:new M({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[se({onError(t){t.response?.status===401&&e.onRefused()}}),ue({keys:Object.fromEntries(Ae.map(e=>[e,()=>null])),possibleTypes:{UserError:je}}),E,de({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),refresh:()=>t.refresh(),close:()=>t.close()}}var V=fe(),Ne=V(`
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
`),H=V(`
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
`),Pe=V(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),Fe=V(`
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
  `,[H]),Ie=V(`
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
  `,[H]),Le=V(`
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
  `,[H]),Re=V(`
  fragment Refusal on UserError {
    code
    message
    path
  }
`),ze=V(`
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
  `,[Le]),Be=V(`
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
  `,[Fe,Pe]),Ve=V(`
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
  `,[Pe]),He=V(`
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
  `,[Fe,Pe]),Ue=V(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`),We=V(`
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
  `,[H,Re]),Ge=V(`
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
  `,[H,Re]),Ke=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),qe=function(e){return`/`+e},Je={},Ye=function(e){return e.pathname.endsWith(`.css`)},Xe=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},U=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=qe(t,n);let r=s(t),i=Ye(r);return Xe(Je,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Ke,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},W={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},Ze={it:()=>U(()=>import(`./it-CMte7bLR.js`),[]),en:()=>U(()=>import(`./en-DREzilFx.js`),[]),fr:()=>U(()=>import(`./fr-BrrPHDb1.js`),[]),de:()=>U(()=>import(`./de-Drw7UWY9.js`),[]),es:()=>U(()=>import(`./es-BRnDUAEX.js`),[])},Qe={it:()=>U(()=>import(`./it-DppW9DQw.js`),[]),en:()=>U(()=>import(`./en-tiMatxEo.js`),[]),fr:()=>U(()=>import(`./fr-BebCmGn-.js`),[]),de:()=>U(()=>import(`./de-COFwWz8U.js`),[]),es:()=>U(()=>import(`./es-DPSEtX7R.js`),[])},$e=`buono:language`,G=new class{#e=N(`en`);get language(){return b(this.#e)}set language(e){L(this.#e,e,!0)}#t=N({});get words(){return b(this.#t)}set words(e){L(this.#t,e)}more=new Set},et=`en`,K=()=>G.words;async function tt(e){await rt(at()??e??ot())}async function nt(e){try{localStorage.setItem($e,e)}catch{}await rt(e)}async function q(e,...t){for(let e of[Qe,...t])G.more.add(e);let[n]=await Promise.all([e(),rt(et)]);return n}async function rt(e){et=e;let t=await it(e);e===et&&(G.words=t,G.language=e,document.documentElement.lang=e)}async function it(e){let t=await Promise.all([Ze,...G.more].map(t=>t[e]()));return Object.assign({},...t.map(e=>e.default))}function at(){try{return st(localStorage.getItem($e))}catch{return}}function ot(){for(let e of navigator.languages){let t=st(e.split(`-`)[0]);if(t)return t}return`en`}function st(e){return e&&e in W?e:void 0}function J(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var ct=`buono:session`,lt=250;function ut(e,t){let n=new BroadcastChannel(ct);n.onmessage=({data:r})=>{if(r.type===`pass`&&t(r.old,r.token),r.type!==`ask`)return;let i=e(r.for);i&&n.postMessage({type:`tell`,id:r.id,...i})}}function dt(e,t){let n=new BroadcastChannel(ct);n.postMessage({type:`pass`,old:e,token:t}),n.close()}function ft(){let e=new BroadcastChannel(ct),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),lt);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var pt=e=>document.querySelector(`meta[name="buono-${e}"]`)?.content,mt=()=>pt(`config`),ht=()=>mt()!==void 0,Y=()=>pt(`graphiql`),gt=()=>pt(`oidc`);async function _t(){let e=mt();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function vt(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var yt=`buono:person`,X=new class{#e=N(`looking`);get phase(){return b(this.#e)}set phase(e){L(this.#e,e,!0)}#t=N([]);get people(){return b(this.#t)}set people(e){L(this.#t,e)}#n=N(null);get viewer(){return b(this.#n)}set viewer(e){L(this.#n,e)}#r=N(null);get person(){return b(this.#r)}set person(e){L(this.#r,e,!0)}#i=N(null);get notice(){return b(this.#i)}set notice(e){L(this.#i,e,!0)}#a=N(null);get detail(){return b(this.#a)}set detail(e){L(this.#a,e,!0)}#o=N(null);get api(){return b(this.#o)}set api(e){L(this.#o,e)}#s=N(0);get renewals(){return b(this.#s)}set renewals(e){L(this.#s,e,!0)}opening=null;#c;#l=null;#u;token=()=>this.#c;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t,n=null){let r=e.trim().replace(/^bearer\s+/i,``);this.#f(),this.#c=r,this.#l=n;let i=Me({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:a,error:o}=await i.client.query(Ne,{},{requestPolicy:`network-only`});if(this.#c!==r)return i.close();if(!a?.viewer)return i.close(),this.end(o?.networkError&&!o.response?`unreachable`:n?`stranger`:`refused`);a.viewer.__typename===`Customer`&&await tt(xt(a.viewer.language)),St(t),this.notice=null,this.api=i,this.viewer=a.viewer,this.phase=`in`}leave(){let[e,t]=[this.#c,this.#l];St(null),this.end(null),t&&(dt(e,void 0),t.leave())}replace(e){let t=this.#c;this.take(t,e),dt(t,e)}take(e,t){if(this.phase===`in`&&e===this.#c){if(t===void 0)return this.end(null);this.#c=t,this.api?.refresh()}}renew(){return this.#u??=this.#d().finally(()=>this.#u=void 0),this.#u}async#d(){if(this.phase!==`in`)return!1;if(this.#l){let e=this.#c,t=await this.#l.renew();if(e!==this.#c)return this.phase===`in`;if(t)return this.replace(t),this.renewals++,!0}else if(this.person&&ht()){this.people=await _t().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#c)return this.#c=e,this.renewals++,!0}return this.end(`ended`),!1}end(e,t=null){this.#f(),this.notice=e,this.detail=t,this.phase=`out`}#f(){this.api?.close(),this.api=null,this.viewer=null,this.#c=void 0,this.#l?.stop(),this.#l=null}};async function bt(){if(ut(e=>{let t=X.token();if(!t||X.phase!==`in`)return null;if(e===`app`)return{token:t,person:X.person};let{opening:n}=X;return X.opening=null,n&&{token:t,person:X.person,...n}},(e,t)=>X.take(e,t)),gt()&&location.pathname===`/signed-in`&&await(await U(async()=>{let{back:e}=await import(`./signIn-KRiGIzpk.js`);return{back:e}},[])).back())return;let[e,t]=await Promise.all([_t().catch(()=>[]),ft()]);X.people=e;let n=e.find(({name:e})=>e===Ct());if(n)return X.enter(n.token,n.name);if(t)return X.enter(t.token,t.person);X.phase=`out`}function xt(e){let t=e.split(`-`)[0]??``;return t in W?t:void 0}function St(e){try{e===null?sessionStorage.removeItem(yt):sessionStorage.setItem(yt,e)}catch{}}function Ct(){try{return sessionStorage.getItem(yt)}catch{return null}}var wt=l(`<a class="button" href="/desk"> </a>`),Tt=l(`<a class="button" href="/orders"> </a>`),Et=l(`<section class="stack"><h1 tabindex="-1"> </h1> <p><!></p></section>`);function Dt(e,n){z(n,!0);let r=P(n,`name`,3,``),i=P(n,`number`,3,``);var a=Et();me(`zt046k`,e=>{le(()=>{C.title=`Buono`})});var o=g(a),s=k(o,!0),c=R(o,2),l=g(c),d=e=>{var t=wt(),n=k(t,!0);u(e=>p(n,e),[()=>K().state.useDesk]),h(e,t)},f=e=>{var t=Tt(),n=k(t,!0);u(e=>p(n,e),[()=>K().state.toOrders]),h(e,t)};t(l,e=>{X.viewer?.__typename===`Operator`?e(d):e(f,-1)}),A(c),A(a),u(e=>p(s,e),[()=>J(n.text,{name:r(),number:i()})]),h(e,a),F()}var Ot=`buono:theme`,kt=new class{#e=N(`system`);get theme(){return b(this.#e)}set theme(e){L(this.#e,e,!0)}};function At(e){kt.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Ot,e)}catch{}}try{let e=localStorage.getItem(Ot);(e===`light`||e===`dark`)&&At(e)}catch{}function jt(e){let t=e&&D(e.document);X.opening={operation:t===void 0?void 0:{query:t,variables:JSON.stringify(e?.variables,null,2)}},window.open(Y(),`_blank`)}var Mt=d(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Z(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=P(t,`size`,3,20);var i=Mt(),a=k(i);u(()=>{j(i,`width`,r()),j(i,`height`,r()),j(i,`stroke-width`,t.name===`more`?3:1.9),j(a,`d`,n[t.name])}),h(e,i)}var Nt=l(`<span><span class="dot s-16flz15"></span> </span>`);function Pt(n,r){z(r,!0);let i=I(()=>B.connection.state),a=I(()=>b(i)===`live`?K().live.live:b(i)===`lost`?K().live.lost:K().live.connecting);var s=o(),c=e(s),l=e=>{var t=Nt(),n=R(g(t),1,!0);A(t),u(()=>{v(t,1,`live ${b(i)??``}`,`s-16flz15`),j(t,`data-live`,b(i)),p(n,b(a))}),h(e,t)};t(c,e=>{b(i)!==`idle`&&e(l)}),h(n,s),F()}var Ft=l(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function It(n,i){let s=_();z(i,!0);let l=P(i,`isLabelled`,3,!1),d=P(i,`kind`,3,`menu`),f=P(i,`buttonClass`,3,`button icon`),p,m,y=N(!1),S=()=>[...m.querySelectorAll(`[role="menuitem"]`)],C=()=>m.hidePopover();function w(){let{left:e,right:t,top:n,bottom:r}=p.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=m,o=r+4+a+8<=innerHeight||n<a;m.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,m.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function E(e){L(y,e.newState===`open`),b(y)&&(i.onOpen?.(),requestAnimationFrame(()=>{w(),d()===`menu`&&S()[0]?.focus()}))}function ee(e){if(d()!==`menu`)return;let t=S(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&C(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var te=Ft();c(`resize`,T,()=>b(y)&&w()),c(`scroll`,T,()=>b(y)&&C());var D=e(te),k=g(D);a(k,()=>i.button),A(D),O(D,e=>p=e,()=>p);var M=R(D,2),ne=g(M),re=t=>{var n=o(),r=e(n);a(r,()=>i.children,()=>C),h(t,n)};t(ne,e=>{b(y)&&e(re)}),A(M),O(M,e=>m=e,()=>m),u(()=>{v(D,1,r(f()),`s-1p1q3cn`),j(D,`popovertarget`,s),j(D,`aria-label`,l()?void 0:i.label),j(D,`aria-haspopup`,d()===`menu`?`menu`:`dialog`),j(D,`aria-expanded`,b(y)),j(M,`id`,s),j(M,`role`,d()===`menu`?`menu`:`dialog`),j(M,`aria-label`,i.label)}),c(`toggle`,M,E),x(`keydown`,M,ee),h(n,te),F()}n([`keydown`]);var Lt=l(`<a class="s-12jevap"><!> </a>`),Rt=l(`<span class="initials s-12jevap" aria-hidden="true"> </span><span class="unseen"> </span><span class="name s-12jevap"> </span><!>`,1),zt=l(`<option> </option>`),Bt=l(`<button class="button" type="button"><!> </button>`),Vt=l(`<div class="settings s-12jevap"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),Ht=l(`<header class="s-12jevap"><div class="inner s-12jevap"><a class="brand s-12jevap" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-12jevap"/>Buono</a> <nav class="s-12jevap"></nav> <span class="push s-12jevap"></span> <!> <!></div></header>`);function Ut(n,r){let a=_();z(r,!0);let o=I(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``),s=I(()=>b(o).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),c=I(()=>[...X.customer?[{href:`/`,label:K().nav.home,icon:`home`,here:r.page===`home`},{href:`/orders`,label:K().nav.orders,icon:`paper`,here:r.page===`orders`||r.page===`order`}]:[],...X.viewer?.__typename===`Operator`?[{href:`/desk`,label:K().nav.desk,icon:`desk`,here:r.page===`desk`}]:[],{href:`/connect`,label:K().nav.connect,icon:`code`,here:r.page===`connect`}]);var l=Ht(),d=g(l),f=R(g(d),2);i(f,21,()=>b(c),({href:e,label:t,icon:n,here:r})=>e,(e,t)=>{let n=()=>b(t).href,r=()=>b(t).label,i=()=>b(t).icon,a=()=>b(t).here;var o=Lt(),s=g(o);Z(s,{get name(){return i()}});var c=R(s,1,!0);A(o),u(()=>{j(o,`href`,n()),j(o,`aria-current`,a()?`page`:void 0),p(c,r())}),h(e,o)}),A(f);var m=R(f,4);Pt(m,{});var v=R(m,2);{let n=t=>{var n=Rt(),r=e(n),i=k(r,!0),a=R(r),c=k(a),l=R(a),d=k(l,!0);Z(R(l),{name:`down`,size:16}),u(e=>{p(i,b(s)),p(c,`${e??``}:`),p(d,b(o))},[()=>K().account.open]),h(t,n)},r=(e,n=ce)=>{var r=Vt(),s=g(r),c=g(s),l=k(c,!0);A(s);var d=R(s,2),f=g(d),m=k(f,!0),_=R(f,2);i(_,21,()=>Object.entries(W),([e,t])=>e,(e,t)=>{var n=I(()=>ie(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=zt(),o=k(a,!0),s={};u(()=>{j(a,`lang`,r()),p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),A(_);var v;ge(_),A(d);var y=R(d,2),S=g(y),C=k(S,!0),w=R(S,2);i(w,21,()=>Object.entries(K().account.themes),([e,t])=>e,(e,t)=>{var n=I(()=>ie(b(t),2));let r=()=>b(n)[0],i=()=>b(n)[1];var a=zt(),o=k(a,!0),s={};u(()=>{p(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),h(e,a)}),A(w);var T;ge(w),A(y);var E=R(y,2),ee=e=>{var t=Bt(),r=g(t);Z(r,{name:`out`,size:18});var i=R(r,1,!0);A(t),u(e=>p(i,e),[()=>K().account.graphiql]),x(`click`,t,()=>(n()(),jt())),h(e,t)},D=I(()=>Y());t(E,e=>{b(D)&&e(ee)});var O=R(E,2),M=k(O,!0);A(r),u((e,t,n)=>{p(l,b(o)),j(f,`for`,`${a}-language`),p(m,e),j(_,`id`,`${a}-language`),v!==(v=G.language)&&(_.value=(_.__value=v)??``,te(_,v)),j(S,`for`,`${a}-theme`),p(C,t),j(w,`id`,`${a}-theme`),T!==(T=kt.theme)&&(w.value=(w.__value=T)??``,te(w,T)),p(M,n)},[()=>K().account.language,()=>K().account.appearance,()=>ht()?K().account.change:K().account.leave]),x(`change`,_,e=>nt(e.currentTarget.value)),x(`change`,w,e=>At(e.currentTarget.value)),x(`click`,O,()=>(n()(),X.leave())),h(e,r)},c=I(()=>K().account.open);It(v,{get label(){return`${b(c)??``}: ${b(o)??``}`},isLabelled:!0,kind:`panel`,buttonClass:`button who`,button:n,children:r,$$slots:{button:!0,default:!0}})}A(d),A(l),u(e=>j(f,`aria-label`,e),[()=>K().nav.label]),h(n,l),F()}n([`change`,`click`]);var Wt=l(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Gt=l(`<div role="status"><!></div>`);function Kt(e,n){z(n,!0);var r=Gt(),i=g(r),a=e=>{var t=Wt(),n=g(t);Z(n,{name:`alert`});var r=R(n,2),i=k(r,!0),a=R(r,2),o=k(a,!0),s=R(a,2),c=k(s,!0);A(t),u((e,t,n)=>{p(i,e),p(o,t),p(c,n)},[()=>K().live.banner,()=>B.banner.seconds===null?K().live.trying:J(K().live.next,{n:B.banner.seconds}),()=>K().live.now]),x(`click`,s,()=>B.tryNow()),h(e,t)};t(i,e=>{B.banner&&e(a)}),A(r),h(e,r),F()}n([`click`]);var qt=oe({text:``});function Jt(e){qt.text=e}var Yt=l(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function Xt(e){var t=Yt(),n=k(t,!0);u(()=>p(n,qt.text)),h(e,t)}var Zt=l(`<div class="bar s-1jelh97"></div>`),Qt=l(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function $t(e,t){z(t,!0);let n=P(t,`rows`,3,3),r=P(t,`height`,3,`3.5rem`);var a=Qt();let o;var s=g(a),c=k(s,!0),l=R(s,2);i(l,17,()=>({length:n()}),m,(e,t)=>{var n=Zt();h(e,n)}),A(a),u(e=>{o=he(a,``,o,{"--height":r()}),p(c,e)},[()=>K().state.loading]),h(e,a),F()}var en=l(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function Q(t,n){z(n,!0);let r=P(n,`props`,19,()=>({})),i=N(n.load());var a=o(),s=e(a);ne(s,()=>b(i),e=>{$t(e,{})},(t,n)=>{var i=I(()=>{var{default:e}=b(n);return{Part:e}}),a=I(()=>b(i).Part),s=o(),c=e(s);y(c,()=>b(a),(e,t)=>{t(e,pe(r))}),h(t,s)},e=>{var t=en(),r=g(t),a=k(r,!0),o=R(r,2),s=k(o,!0);A(t),u((e,t)=>{p(a,e),p(s,t)},[()=>K().state.offline,()=>K().state.again]),x(`click`,o,()=>L(i,n.load())),h(e,t)}),h(t,a),F()}n([`click`]);var tn=4;function nn(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=Oe({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if(ke(e)===4403){if(!await o())return}else t&&(s=void 0),await B.wait(tn);c||u()}return u(),()=>{c=!0,l?.()}}var rn=new Set;function an(e){return rn.add(e),()=>rn.delete(e)}function on(e){for(let t of rn)t(e)}function sn(e,t){z(t,!0);let n;w(()=>{let e=X.api,t=G.language;if(e)return nn({client:e.client,document:ze,variables:{language:t},after:n,renew:()=>X.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&on({kind:`reread`}),r&&(on({kind:`changed`,order:r,event:i?.kind??null}),Jt(J(i?.kind===`ORDER_CREATED`?K().orders.arrived:K().orders.changed,{number:r.number,status:r.statusLabel})))}})}),F()}var $=new class{#e=N(oe(location.pathname));get path(){return b(this.#e)}set path(e){L(this.#e,e,!0)}#t=N(new URLSearchParams(location.search));get search(){return b(this.#t)}set search(e){L(this.#t,e)}};addEventListener(`popstate`,cn);function cn(){$.path!==location.pathname&&($.path=location.pathname),$.search=new URLSearchParams(location.search)}function ln(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),cn()}function un(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);ln(location.pathname+(r?`?${r}`:``),t)}function dn(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function fn(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&dn(r.pathname).name!==`missing`&&(e.preventDefault(),ln(r.pathname+r.search))}var pn=l(`<!> <!> <main id="content" tabindex="-1"><!> <!></main>`,1),mn=l(`<main id="content" tabindex="-1" class="s-qkl536"><!></main>`),hn=l(`<a class="skip s-qkl536" href="#content"> </a> <!> <!>`,1);function gn(n,r){z(r,!0);let i=I(()=>dn($.path)),a=N(void 0),s=$.path;w(()=>{b(i).name===`home`&&X.viewer?.__typename===`Operator`&&ln(`/desk`,{replace:!0})}),w(()=>{$.path!==s&&(s=$.path,S().then(()=>{scrollTo(0,0),b(a)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var l=hn();c(`click`,C,function(...e){fn?.apply(this,e)});var d=e(l),f=k(d,!0),m=R(d,2),_=n=>{var r=pn(),s=e(r);Ut(s,{get page(){return b(i).name}});var c=R(s,2),l=e=>{sn(e,{})};t(c,e=>{X.customer&&e(l)});var d=R(c,2);let f;var p=g(d);Kt(p,{});var m=R(p,2),_=e=>{Q(e,{load:()=>q(()=>U(()=>import(`./Connect-DKFGHn8c.js`),__vite__mapDeps([0,1,2])))})},y=e=>{Q(e,{load:async()=>(await U(async()=>{let{open:e}=await import(`./open-CYf_Un1O.js`);return{open:e}},[])).open()})},x=e=>{{let t=I(()=>K().state.missing);Dt(e,{get text(){return b(t)}})}},S=e=>{{let t=I(()=>K().state.notCustomer),n=I(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``);Dt(e,{get text(){return b(t)},get name(){return b(n)}})}},C=e=>{Q(e,{load:()=>U(()=>import(`./Home-BSoSKOkQ.js`),__vite__mapDeps([3,1,4,5,6]))})},w=e=>{Q(e,{load:()=>U(()=>import(`./Orders-Dkd2IQn3.js`),__vite__mapDeps([7,1,4,8,9,10,11]))})},T=t=>{var n=o(),r=e(n);re(r,()=>b(i).number,e=>{{let t=I(()=>({number:b(i).number}));Q(e,{load:()=>q(()=>U(()=>import(`./OrderPage-DjQMvpsd.js`),__vite__mapDeps([12,1,4,8,9,10,13,5,14,15]))),get props(){return b(t)}})}}),h(t,n)};t(m,e=>{b(i).name===`connect`?e(_):b(i).name===`desk`?e(y,1):b(i).name===`missing`?e(x,2):X.customer?b(i).name===`home`?e(C,4):b(i).name===`orders`?e(w,5):b(i).name===`order`&&e(T,6):e(S,3)}),A(d),O(d,e=>L(a,e),()=>b(a)),u(()=>f=v(d,1,`s-qkl536`,null,f,{wide:b(i).name===`desk`})),h(n,r)},y=e=>{var t=mn();Q(g(t),{load:()=>q(()=>U(()=>import(`./SignIn-C3pFeW2M.js`),__vite__mapDeps([16,1,17])))}),A(t),O(t,e=>L(a,e),()=>b(a)),h(e,t)};t(m,e=>{X.phase===`in`?e(_):X.phase===`out`&&e(y,1)}),Xt(R(m,2),{}),u(e=>p(f,e),[()=>K().skip]),x(`click`,d,e=>(e.preventDefault(),b(a)?.focus())),h(n,l),F()}n([`click`]),await tt(),bt(),f(gn,{target:document.getElementById(`page`)});var _n=l(`<button class="button plain s-1wpg9c6" type="button"> </button>`);function vn(n,r){z(r,!0);let i=N(!1);async function a(){await navigator.clipboard.writeText(r.text),L(i,!0),Jt(K().pay.copied),setTimeout(()=>L(i,!1),2e3)}var s=o(),c=e(s),l=e=>{var t=_n(),n=k(t,!0);u((e,i)=>{j(t,`aria-label`,`${e??``}: ${r.what??``}`),p(n,i)},[()=>K().pay.copy,()=>b(i)?K().pay.copied:K().pay.copy]),x(`click`,t,a),h(e,t)};t(c,e=>{navigator.clipboard&&e(l)}),h(n,s),F()}n([`click`]);var yn=new Map;function bn(e,t){let n=e+JSON.stringify(t),r=yn.get(n);return r||yn.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var xn={day:`numeric`,month:`short`,year:`numeric`},Sn={hour:`2-digit`,minute:`2-digit`};function Cn(e,t,n){return bn(t,{...xn,...On(n)}).format(new Date(e))}function wn(e,t){return bn(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function Tn(e,t,n){return bn(t,{...xn,...Sn,...On(n)}).format(new Date(e))}function En(e,t,n){return bn(t,{day:`numeric`,month:`long`,year:`numeric`,...Sn,second:`2-digit`,timeZoneName:`short`,...On(n)}).format(new Date(e))}function Dn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function On(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var kn=l(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function An(e,t){z(t,!0);let n=I(()=>t.error.networkError?K().state.offline:t.error.graphQLErrors[0]?.message??``);var r=kn(),i=g(r);Z(i,{name:`alert`});var a=R(i,2),o=g(a),s=g(o),c=k(s,!0);A(o);var l=R(o,2),d=k(l,!0);A(a);var f=R(a,2),m=k(f,!0);A(r),u((e,t)=>{p(c,e),p(d,b(n)),p(m,t)},[()=>K().state.failed,()=>K().state.again]),x(`click`,f,function(...e){t.onAgain?.apply(this,e)}),h(e,r),F()}n([`click`]);var jn=class{#e=N();get data(){return b(this.#e)}set data(e){L(this.#e,e)}#t=N();get error(){return b(this.#t)}set error(e){L(this.#t,e)}#n=N(!0);get isLoading(){return b(this.#n)}set isLoading(e){L(this.#n,e,!0)}#r=N(0);constructor(e,t){w(()=>{let n=t(),r=X.api;X.renewals;let i=b(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;s(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),w(()=>{B.isLive&&s(()=>this.error?.networkError)&&this.reload()})}reload(){ee(this.#r)}},Mn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},Nn=l(`<span><!> </span>`);function Pn(e,t){let n=I(()=>Mn[t.status]),r=I(()=>ie(b(n),2)),i=I(()=>b(r)[0]),a=I(()=>b(r)[1]);var o=Nn(),s=g(o);Z(s,{get name(){return b(a)},size:15});var c=R(s,1,!0);A(o),u(()=>{v(o,1,`badge ${b(i)??``}`,`s-1ryh2qe`),j(o,`data-status`,t.status),p(c,t.label)}),h(e,o)}var Fn=l(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function In(n,r){z(r,!0);var i=o(),a=e(i),s=e=>{var t=Fn(),n=g(t);Z(n,{name:`code`,size:18});var i=R(n),a=k(i,!0);A(t),u((e,n,r)=>{j(t,`aria-label`,e),j(t,`title`,n),p(a,r)},[()=>K().state.query,()=>K().state.query,()=>K().state.query]),x(`click`,t,()=>jt(r.operation())),h(e,t)},c=I(()=>Y());t(a,e=>{b(c)&&e(s)}),h(n,i),F()}n([`click`]);var Ln=l(`<time class="s-1hg6fqj"> </time>`);function Rn(e,t){z(t,!0);let n=P(t,`as`,3,`moment`),r={moment:Tn,day:Cn,exactly:En},i=I(()=>X.customer?.timeZone);var a=Ln(),o=k(a,!0);u((e,n)=>{j(a,`datetime`,t.at),j(a,`title`,e),p(o,n)},[()=>n()===`exactly`?void 0:En(t.at,G.language,b(i)),()=>r[n()](t.at,G.language,b(i))]),h(e,a),F()}export{W as A,Ve as B,jt as C,vt as D,Y as E,q as F,Ie as G,Fe as H,it as I,He as J,Re as K,U as L,J as M,G as N,ht as O,K as P,We as R,Z as S,X as T,Le as U,Be as V,H as W,B as X,V as Y,Q as _,An as a,It as b,Tn as c,un as d,ln as f,nn as g,on as h,jn as i,nt as j,gt as k,Dn as l,an as m,In as n,wn as o,$ as p,Ge as q,Pn as r,En as s,Rn as t,vn as u,$t as v,Dt as w,Pt as x,Jt as y,Ue as z};