const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Home-BKf42FnK.js","assets/libraries-C7pupiic.js","assets/Windows-Mh4Ii3d-.js","assets/history-X4pSezUB.js","assets/Home-DJMSf2Ro.css","assets/Orders-Uvo-4J3e.js","assets/OrderMenu-DrLqOvET.js","assets/DocumentLink-DAwzdEIv.js","assets/OrderMenu-DggEiAra.css","assets/Orders-CVz5fC-G.css","assets/OrderPage-B-IFSyKQ.js","assets/Tracking-DgQeHJhR.js","assets/Tracking-C1T2bXB_.css","assets/OrderPage-COkTpAcE.css","assets/SignIn-UUXFKqES.js","assets/SignIn-iqcId8dy.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,B as n,C as r,D as i,E as a,F as o,G as s,H as c,I as l,J as u,K as d,M as f,N as p,O as m,P as h,Q as g,R as _,S as v,T as y,U as b,V as x,X as S,Y as ee,Z as C,_ as w,a as T,b as E,c as D,d as O,dt as k,et as A,i as te,it as j,j as M,k as ne,l as N,lt as P,m as F,n as re,nt as I,o as ie,ot as L,q as ae,r as oe,rt as se,s as ce,st as R,t as le,tt as z,u as ue,ut as de,v as fe,w as pe,x as me,y as he,z as B}from"./libraries-C7pupiic.js";var ge=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),_e=function(e){return`/`+e},ve={},ye=function(e){return e.pathname.endsWith(`.css`)},be=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},V=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=_e(t,n);let r=s(t),i=ye(r);return be(ve,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ge,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},H={it:`Italiano`,en:`English`,fr:`Français`,de:`Deutsch`,es:`Español`},xe={it:()=>V(()=>import(`./it-DX7Nv1QR.js`),[]),en:()=>V(()=>import(`./en-CwWAYb_R.js`),[]),fr:()=>V(()=>import(`./fr-Ct11R0Ph.js`),[]),de:()=>V(()=>import(`./de-CEqclewE.js`),[]),es:()=>V(()=>import(`./es-HxNiYkEw.js`),[])},Se={it:()=>V(()=>import(`./it-DmaEnsYs.js`),[]),en:()=>V(()=>import(`./en-BclPC4cs.js`),[]),fr:()=>V(()=>import(`./fr-Du4kBifl.js`),[]),de:()=>V(()=>import(`./de-D86b0vk9.js`),[]),es:()=>V(()=>import(`./es-Dlwyr0RW.js`),[])},Ce=`buono:language`,U=new class{#e=I(`en`);get language(){return x(this.#e)}set language(e){z(this.#e,e,!0)}#t=I({});get words(){return x(this.#t)}set words(e){z(this.#t,e)}saysMore=!1},W=()=>U.words;async function we(e){await De(Oe()??e??ke())}async function Te(e){try{localStorage.setItem(Ce,e)}catch{}await De(e)}async function Ee(e){U.saysMore=!0;let[t]=await Promise.all([e(),De(U.language)]);return t}async function De(e){let[t,n]=await Promise.all([xe[e](),U.saysMore?Se[e]():void 0]);U.words={...t.default,...n?.default},U.language=e,document.documentElement.lang=e}function Oe(){try{return Ae(localStorage.getItem(Ce))}catch{return}}function ke(){for(let e of navigator.languages){let t=Ae(e.split(`-`)[0]);if(t)return t}return`en`}function Ae(e){return e&&e in H?e:void 0}function G(e,t){return e.replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var je=h(`<section class="stack"><h1 tabindex="-1"> </h1> <p><a class="button" href="/orders"> </a></p></section>`);function Me(t,n){R(n,!0);let r=N(n,`name`,3,``),i=N(n,`number`,3,``);var a=je();v(`zt046k`,e=>{s(()=>{u.title=`Buono`})});var o=S(a),c=g(o,!0),l=e(o,2),p=S(l),m=g(p,!0);P(l),P(a),d((e,t)=>{M(c,e),M(m,t)},[()=>G(n.text,{name:r(),number:i()}),()=>W().state.toOrders]),f(t,a),L()}var Ne=`buono:theme`,Pe=new class{#e=I(`system`);get theme(){return x(this.#e)}set theme(e){z(this.#e,e,!0)}};function Fe(e){Pe.theme=e,document.documentElement.dataset.theme=e;try{localStorage.setItem(Ne,e)}catch{}}try{let e=localStorage.getItem(Ne);(e===`light`||e===`dark`)&&Fe(e)}catch{}var Ie=()=>document.querySelector(`meta[name="buono-config"]`)?.content,Le=()=>Ie()!==void 0,K=()=>document.querySelector(`meta[name="buono-graphiql"]`)?.content;async function Re(){let e=Ie();if(!e)return[];let t=await fetch(e);if(!t.ok)throw Error(`${e} answered ${t.status}`);return(await t.json()).people}async function ze(e){let{data:t}=await(await fetch(`/graphql`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e}`},body:JSON.stringify({query:`{ viewer { __typename ... on Customer { name kind country } ... on Operator { name } ... on Service { name } } }`})})).json(),{viewer:n}=t;return{name:n.name,kind:n.kind??n.__typename.toUpperCase(),country:n.country??null}}var Be=500,Ve=15e3,He={state:`idle`,since:null,nextTryAt:null};function Ue(e,t){let n=e.since;switch(t.type){case`trying`:return{state:n===null?`connecting`:`lost`,since:n??t.at,nextTryAt:null};case`connected`:return{state:`live`,since:null,nextTryAt:null};case`lost`:return{state:`lost`,since:n??t.at,nextTryAt:null};case`waiting`:return{...e,nextTryAt:t.until};case`released`:return He}}function We(e,t){let{state:n,since:r,nextTryAt:i}=e;return n===`idle`||r===null||t-r<5e3?null:{seconds:i===null?null:Math.max(0,Math.ceil((i-t)/1e3))}}function Ge(e,t){let n=Math.min(Be*2**e,Ve);return Math.round(n*(.75+t/2))}var Ke=4403,qe=1e4,Je=1e4,q=new class{#e=I(He);get connection(){return x(this.#e)}set connection(e){z(this.#e,e)}#t=I(A(Date.now()));get now(){return x(this.#t)}set now(e){z(this.#t,e,!0)}#n=j(()=>We(this.connection,this.now));get banner(){return x(this.#n)}set banner(e){z(this.#n,e)}#r=j(()=>this.connection.state===`live`);get isLive(){return x(this.#r)}set isLive(e){z(this.#r,e)}#i;#a;hears(e){this.connection=Ue(this.connection,e),this.now=Date.now(),this.connection.since===null?(clearInterval(this.#a),this.#a=void 0):this.#a??=setInterval(()=>this.now=Date.now(),250)}wait(e){let t=Ge(e,Math.random());return this.hears({type:`waiting`,until:Date.now()+t}),new Promise(e=>{let n=setTimeout(e,t);this.#i=()=>{clearTimeout(n),e()}})}tryNow(){this.#i?.()}};function Ye(e){let t=re({url:()=>new URL(`/graphql`,location.href).href.replace(/^http/,`ws`),connectionParams:()=>({authorization:`Bearer ${e()??``}`}),keepAlive:qe,connectionAckWaitTimeout:Je,lazyCloseTimeout:1e3,retryAttempts:2**53-1,retryWait:e=>q.wait(e),shouldRetry:e=>Qe(e)!==Ke,on:{connecting:()=>q.hears({type:`trying`,at:Date.now()}),connected:()=>q.hears({type:`connected`}),closed:e=>{let{code:t,wasClean:n}=e;q.hears(t===1e3&&n?{type:`released`}:{type:`lost`,at:Date.now()})}}}),n=()=>q.tryNow();return addEventListener(`online`,n),{follow:(e,n)=>t.subscribe(Xe(e,n),n),close(){removeEventListener(`online`,n),t.dispose(),q.hears({type:`released`})}}}function Xe({query:e,variables:t},n){let r,i=n.next.bind(n);return n.next=e=>{r=Ze(e)??r,i(e)},{query:e,get variables(){return r===void 0?t:{...t,after:r}}}}function Ze(e){let[t]=Object.values(e.data??{});return t?.cursor}function Qe(e){let t=e?.code;return typeof t==`number`?t:void 0}var $e=[`BankTransfer`,`BillingDetails`,`Money`,`OrderAction`,`OrderConnection`,`OrderDocumentLink`,`OrderEventConnection`,`OrderTracking`,`OrderUpdate`,`PageInfo`,`PaymentFailure`,`PaymentMethodOption`,`QrCode`,`RefundQuote`,`RefundQuoteLine`,`TrackingStep`,`WithdrawalBlocker`,`WithdrawalRight`];function et(e){let t=Ye(e.token);return{client:new te({url:`/graphql`,preferGetMethod:!1,fetchOptions:()=>({headers:{accept:`application/graphql-response+json, application/json;q=0.9`,authorization:`Bearer ${e.token()??``}`}}),exchanges:[ie({onError(t){t.response?.status===401&&e.onRefused()}}),oe({keys:Object.fromEntries($e.map(e=>[e,()=>null]))}),T,ce({forwardSubscription:({query:e,variables:n})=>({subscribe(r){let i={query:e??``,variables:n??{}};return{unsubscribe:t.follow(i,r)}}})})]}),close:()=>t.close()}}var J=le(),tt=J(`
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
`),nt=J(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),rt=J(`
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
  `,[Y]),it=J(`
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
  `,[Y]),at=J(`
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
  `,[Y]),ot=J(`
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
  `,[rt,nt]),st=J(`
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
  `,[nt]),ct=J(`
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
  `,[rt,nt]),lt=J(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`),ut=J(`
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
  `,[Y]),dt=J(`
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
  `,[Y]),ft=`buono:session`,pt=250;function mt(e){let t=new BroadcastChannel(ft);t.onmessage=({data:n})=>{if(n.type!==`ask`)return;let r=e(n.for);r&&t.postMessage({type:`tell`,id:n.id,...r})}}function ht(){let e=new BroadcastChannel(ft),t=crypto.randomUUID();return new Promise(n=>{let r=t=>{clearTimeout(i),e.close(),n(t)},i=setTimeout(()=>r(null),pt);e.onmessage=({data:e})=>{e.type===`tell`&&e.id===t&&r({token:e.token,person:e.person})},e.postMessage({type:`ask`,id:t,for:`app`})})}var gt=`buono:person`,X=new class{#e=I(`looking`);get phase(){return x(this.#e)}set phase(e){z(this.#e,e,!0)}#t=I([]);get people(){return x(this.#t)}set people(e){z(this.#t,e)}#n=I(null);get viewer(){return x(this.#n)}set viewer(e){z(this.#n,e)}#r=I(null);get person(){return x(this.#r)}set person(e){z(this.#r,e,!0)}#i=I(null);get notice(){return x(this.#i)}set notice(e){z(this.#i,e,!0)}#a=I(null);get api(){return x(this.#a)}set api(e){z(this.#a,e)}#o=I(0);get renewals(){return x(this.#o)}set renewals(e){z(this.#o,e,!0)}operation;#s;#c;token=()=>this.#s;get customer(){return this.viewer?.__typename===`Customer`?this.viewer:null}async enter(e,t){let n=e.trim().replace(/^bearer\s+/i,``);this.#d(),this.#s=n;let r=et({token:this.token,onRefused:()=>void this.renew()});this.person=t;let{data:i,error:a}=await r.client.query(tt,{},{requestPolicy:`network-only`});if(this.#s!==n)return r.close();if(!i?.viewer)return r.close(),this.#u(a?.networkError&&!a.response?`unreachable`:`refused`);i.viewer.__typename===`Customer`&&await we(vt(i.viewer.language)),yt(t),this.notice=null,this.api=r,this.viewer=i.viewer,this.phase=`in`}leave(){yt(null),this.#u(null)}renew(){return this.#c??=this.#l().finally(()=>this.#c=void 0),this.#c}async#l(){if(this.phase!==`in`)return!1;if(this.person&&Le()){this.people=await Re().catch(()=>this.people);let e=this.people.find(({name:e})=>e===this.person)?.token;if(e&&e!==this.#s)return this.#s=e,this.renewals++,!0}return this.#u(`ended`),!1}#u(e){this.#d(),this.notice=e,this.phase=`out`}#d(){this.api?.close(),this.api=null,this.viewer=null,this.#s=void 0}};async function _t(){mt(e=>{let t=X.token();if(!t||X.phase!==`in`)return null;let n=e===`graphiql`?X.operation:void 0;return{token:t,person:X.person,operation:n}});let[e,t]=await Promise.all([Re().catch(()=>[]),ht()]);X.people=e;let n=e.find(({name:e})=>e===bt());if(n)return X.enter(n.token,n.name);if(t)return X.enter(t.token,t.person);X.phase=`out`}function vt(e){let t=e.split(`-`)[0]??``;return t in H?t:void 0}function yt(e){try{e===null?sessionStorage.removeItem(gt):sessionStorage.setItem(gt,e)}catch{}}function bt(){try{return sessionStorage.getItem(gt)}catch{return null}}function xt(e){X.operation=e&&{query:D(e.document),variables:JSON.stringify(e.variables,null,2)},window.open(K(),`_blank`)}var St=o(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="s-11bpnfv"><path></path></svg>`);function Z(e,t){let n={check:`M4.5 12.5l5 5L19.5 7`,clock:`M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z`,alert:`M12 8v5M12 16.5v.01M10.3 3.9L2.6 17.2A2 2 0 0 0 4.3 20.2h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z`,cross:`M6 6l12 12M18 6L6 18`,undo:`M4 9h10a6 6 0 0 1 0 12H9M4 9l4.5-4.5M4 9l4.5 4.5`,box:`M21 8l-9-5-9 5v8l9 5 9-5zM3.3 8.2L12 13l8.7-4.8M12 13v8`,paper:`M14 3H6.5A1.5 1.5 0 0 0 5 4.5v15A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h5M8.5 13h7M8.5 17h5`,card:`M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5zM3 10h18`,steps:`M5 6h14M5 12h14M5 18h8`,more:`M5.5 12h.01M12 12h.01M18.5 12h.01`,down:`M6 9.5l6 6 6-6`,right:`M9.5 6l6 6-6 6`,left:`M14.5 6l-6 6 6 6`,search:`M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z`,home:`M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H14v-6h-4v6H4.5a.5.5 0 0 1-.5-.5z`,code:`M8 7l-5 5 5 5M16 7l5 5-5 5`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.8-3.6 4-5.5 8-5.5s7.2 1.9 8 5.5`,again:`M20 11A8 8 0 0 0 5.5 7.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5`,out:`M14 4h6v6M20 4l-9 9M17 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h5`,desk:`M4 5h16v11H4zM9 20h6M12 16v4`,dot:`M12 12h.01`},r=N(t,`size`,3,20);var i=St(),a=g(i);d(()=>{F(i,`width`,r()),F(i,`height`,r()),F(i,`stroke-width`,t.name===`more`?3:1.9),F(a,`d`,n[t.name])}),f(e,i)}var Ct=h(`<span><span class="dot s-16flz15"></span> </span>`);function wt(t,n){R(n,!0);let r=j(()=>q.connection.state),i=j(()=>x(r)===`live`?W().live.live:x(r)===`lost`?W().live.lost:W().live.connecting);var a=p(),o=C(a),s=t=>{var n=Ct(),a=e(S(n),1,!0);P(n),d(()=>{E(n,1,`live ${x(r)??``}`,`s-16flz15`),F(n,`data-live`,x(r)),M(a,x(i))}),f(t,n)};m(o,e=>{x(r)!==`idle`&&e(s)}),f(t,a),L()}var Tt=h(`<button type="button"><!></button> <div class="panel s-1p1q3cn" popover="auto" tabindex="-1"><!></div>`,1);function Et(t,r){let i=l();R(r,!0);let a=N(r,`kind`,3,`menu`),o=N(r,`buttonClass`,3,`button icon`),s,c,u=I(!1),h=()=>[...c.querySelectorAll(`[role="menuitem"]`)],g=()=>c.hidePopover();function _(){let{left:e,right:t,top:n,bottom:r}=s.getBoundingClientRect(),{offsetWidth:i,offsetHeight:a}=c,o=r+4+a+8<=innerHeight||n<a;c.style.left=`${Math.max(8,Math.min(t-i,innerWidth-i-8,Math.max(e,t-i)))}px`,c.style.top=`${o?Math.max(8,Math.min(r+4,innerHeight-a-8)):n-a-4}px`}function v(e){z(u,e.newState===`open`),x(u)&&(r.onOpen?.(),requestAnimationFrame(()=>{_(),a()===`menu`&&h()[0]?.focus()}))}function y(e){if(a()!==`menu`)return;let t=h(),n=t.indexOf(document.activeElement),r={ArrowDown:n+1,ArrowUp:n-1+t.length,Home:0,End:t.length-1}[e.key];e.key===`Tab`&&g(),r!==void 0&&(e.preventDefault(),t[r%t.length]?.focus())}var b=Tt();n(`resize`,ee,()=>x(u)&&_()),n(`scroll`,ee,()=>x(u)&&g());var w=C(b),T=S(w);pe(T,()=>r.button),P(w),O(w,e=>s=e,()=>s);var D=e(w,2),k=S(D),A=e=>{var t=p(),n=C(t);pe(n,()=>r.children,()=>g),f(e,t)};m(k,e=>{x(u)&&e(A)}),P(D),O(D,e=>c=e,()=>c),d(()=>{E(w,1,me(o()),`s-1p1q3cn`),F(w,`popovertarget`,i),F(w,`aria-label`,r.label),F(w,`aria-haspopup`,a()===`menu`?`menu`:`dialog`),F(w,`aria-expanded`,x(u)),F(D,`id`,i),F(D,`role`,a()===`menu`?`menu`:`dialog`),F(D,`aria-label`,r.label)}),n(`toggle`,D,v),B(`keydown`,D,y),f(t,b),L()}_([`keydown`]);var Dt=h(`<a class="s-cjimvk"><!> </a>`),Ot=h(`<span class="initials s-cjimvk" aria-hidden="true"> </span><span class="name s-cjimvk"> </span><!>`,1),kt=h(`<option> </option>`),At=h(`<button class="button" type="button"><!> </button>`),jt=h(`<div class="settings s-cjimvk"><p class="whole"><strong> </strong></p> <div class="field"><label> </label> <select class="input"></select></div> <div class="field"><label> </label> <select class="input"></select></div> <!> <button class="button" type="button"> </button></div>`),Mt=h(`<header class="s-cjimvk"><div class="inner s-cjimvk"><a class="brand s-cjimvk" href="/"><img src="/icon.svg" alt="" width="28" height="28" class="s-cjimvk"/>Buono</a> <nav class="s-cjimvk"></nav> <span class="push s-cjimvk"></span> <!> <!></div></header>`);function Nt(t,n){let r=l();R(n,!0);let i=j(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``),a=j(()=>x(i).split(/\s+/).map(e=>e[0]??``).slice(0,2).join(``).toUpperCase()),o=j(()=>[...X.customer?[{href:`/`,label:W().nav.home,icon:`home`,here:n.page===`home`},{href:`/orders`,label:W().nav.orders,icon:`paper`,here:n.page===`orders`||n.page===`order`}]:[],{href:`/connect`,label:W().nav.connect,icon:`code`,here:n.page===`connect`}]);var s=Mt(),c=S(s),u=e(S(c),2);y(u,21,()=>x(o),({href:e,label:t,icon:n,here:r})=>e,(t,n)=>{let r=()=>x(n).href,i=()=>x(n).label,a=()=>x(n).icon,o=()=>x(n).here;var s=Dt(),c=S(s);Z(c,{get name(){return a()}});var l=e(c,1,!0);P(s),d(()=>{F(s,`href`,r()),F(s,`aria-current`,o()?`page`:void 0),M(l,i())}),f(t,s)}),P(u);var p=e(u,4);wt(p,{});var h=e(p,2);{let t=t=>{var n=Ot(),r=C(n),o=g(r,!0),s=e(r),c=g(s,!0);Z(e(s),{name:`down`,size:16}),d(()=>{M(o,x(a)),M(c,x(i))}),f(t,n)},n=(t,n=de)=>{var a=jt(),o=S(a),s=S(o),c=g(s,!0);P(o);var l=e(o,2),u=S(l),p=g(u,!0),h=e(u,2);y(h,21,()=>Object.entries(H),([e,t])=>e,(e,t)=>{var n=j(()=>k(x(t),2));let r=()=>x(n)[0],i=()=>x(n)[1];var a=kt(),o=g(a,!0),s={};d(()=>{F(a,`lang`,r()),M(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),f(e,a)}),P(h);var _;w(h),P(l);var v=e(l,2),b=S(v),ee=g(b,!0),C=e(b,2);y(C,21,()=>Object.entries(W().account.themes),([e,t])=>e,(e,t)=>{var n=j(()=>k(x(t),2));let r=()=>x(n)[0],i=()=>x(n)[1];var a=kt(),o=g(a,!0),s={};d(()=>{M(o,i()),s!==(s=r())&&(a.value=(a.__value=s)??``)}),f(e,a)}),P(C);var T;w(C),P(v);var E=e(v,2),D=t=>{var r=At(),i=S(r);Z(i,{name:`out`,size:18});var a=e(i,1,!0);P(r),d(e=>M(a,e),[()=>W().account.graphiql]),B(`click`,r,()=>(n()(),xt())),f(t,r)},O=j(()=>K());m(E,e=>{x(O)&&e(D)});var A=e(E,2),te=g(A,!0);P(a),d((e,t,n)=>{M(c,x(i)),F(u,`for`,`${r}-language`),M(p,e),F(h,`id`,`${r}-language`),_!==(_=U.language)&&(h.value=(h.__value=_)??``,fe(h,_)),F(b,`for`,`${r}-theme`),M(ee,t),F(C,`id`,`${r}-theme`),T!==(T=Pe.theme)&&(C.value=(C.__value=T)??``,fe(C,T)),M(te,n)},[()=>W().account.language,()=>W().account.appearance,()=>Le()?W().account.change:W().account.leave]),B(`change`,h,e=>Te(e.currentTarget.value)),B(`change`,C,e=>Fe(e.currentTarget.value)),B(`click`,A,()=>(n()(),X.leave())),f(t,a)},o=j(()=>W().account.open);Et(h,{get label(){return`${x(o)??``}: ${x(i)??``}`},kind:`panel`,buttonClass:`button who`,button:t,children:n,$$slots:{button:!0,default:!0}})}P(c),P(s),d(e=>F(u,`aria-label`,e),[()=>W().nav.label]),f(t,s),L()}_([`change`,`click`]);var Pt=h(`<div class="banner s-10v6p6a"><!> <p class="s-10v6p6a"> </p> <p class="next s-10v6p6a" aria-hidden="true"> </p> <button class="button" type="button"> </button></div>`),Ft=h(`<div role="status"><!></div>`);function It(t,n){R(n,!0);var r=Ft(),i=S(r),a=t=>{var n=Pt(),r=S(n);Z(r,{name:`alert`});var i=e(r,2),a=g(i,!0),o=e(i,2),s=g(o,!0),c=e(o,2),l=g(c,!0);P(n),d((e,t,n)=>{M(a,e),M(s,t),M(l,n)},[()=>W().live.banner,()=>q.banner.seconds===null?W().live.trying:G(W().live.next,{n:q.banner.seconds}),()=>W().live.now]),B(`click`,c,()=>q.tryNow()),f(t,n)};m(i,e=>{q.banner&&e(a)}),P(r),f(t,r),L()}_([`click`]);var Lt=A({text:``});function Rt(e){Lt.text=e}var zt=h(`<p class="unseen" role="status" aria-live="polite" data-said=""> </p>`);function Bt(e){var t=zt(),n=g(t,!0);d(()=>M(n,Lt.text)),f(e,t)}var Vt=h(`<div class="bar s-1jelh97"></div>`),Ht=h(`<div class="waiting s-1jelh97" role="status"><span class="unseen"> </span> <!></div>`);function Ut(t,n){R(n,!0);let r=N(n,`rows`,3,3),i=N(n,`height`,3,`3.5rem`);var o=Ht();let s;var c=S(o),l=g(c,!0),u=e(c,2);y(u,17,()=>({length:r()}),a,(e,t)=>{var n=Vt();f(e,n)}),P(o),d(e=>{s=he(o,``,s,{"--height":i()}),M(l,e)},[()=>W().state.loading]),f(t,o),L()}var Wt=h(`<div class="note bad row" role="alert"><p> </p> <button class="button" type="button"> </button></div>`);function Q(t,n){R(n,!0);let i=N(n,`props`,19,()=>({})),a=I(n.load());var o=p(),s=C(o);ne(s,()=>x(a),e=>{Ut(e,{})},(e,t)=>{var n=j(()=>{var{default:e}=x(t);return{Part:e}}),a=j(()=>x(n).Part),o=p(),s=C(o);r(s,()=>x(a),(e,t)=>{t(e,ue(i))}),f(e,o)},t=>{var r=Wt(),i=S(r),o=g(i,!0),s=e(i,2),c=g(s,!0);P(r),d((e,t)=>{M(o,e),M(c,t)},[()=>W().state.offline,()=>W().state.again]),B(`click`,s,()=>z(a,n.load())),f(t,r)}),f(t,o),L()}_([`click`]);var Gt=4;function Kt(e){let{client:t,document:n,variables:r,after:i,onUpdate:a,renew:o}=e,s=i,c=!1,l;function u(){let e=t.subscription(n,s===void 0?r:{...r,after:s}).subscribe(({data:t,error:n})=>{t&&(s=Ze({data:t})??s,a(t)),n&&!c&&(e.unsubscribe(),d(n.networkError,n.graphQLErrors.length>0))});l=()=>e.unsubscribe()}async function d(e,t){if(Qe(e)===4403){if(!await o())return}else t&&(s=void 0),await q.wait(Gt);c||u()}return u(),()=>{c=!0,l?.()}}var qt=new Set;function Jt(e){return qt.add(e),()=>qt.delete(e)}function Yt(e){for(let t of qt)t(e)}function Xt(e,t){R(t,!0);let n;ae(()=>{let e=X.api,t=U.language;if(e)return Kt({client:e.client,document:at,variables:{language:t},after:n,renew:()=>X.renew(),onUpdate({orderUpdates:{cursor:e,kind:t,order:r,event:i}}){n=e,t===`RESYNC`&&Yt({kind:`reread`}),r&&(Yt({kind:`changed`,order:r,event:i?.kind??null}),Rt(G(i?.kind===`ORDER_CREATED`?W().orders.arrived:W().orders.changed,{number:r.number,status:r.statusLabel})))}})}),L()}var $=new class{#e=I(A(location.pathname));get path(){return x(this.#e)}set path(e){z(this.#e,e,!0)}#t=I(new URLSearchParams(location.search));get search(){return x(this.#t)}set search(e){z(this.#t,e)}};addEventListener(`popstate`,Zt);function Zt(){$.path!==location.pathname&&($.path=location.pathname),$.search=new URLSearchParams(location.search)}function Qt(e,t={}){history[t.replace?`replaceState`:`pushState`](null,``,e),Zt()}function $t(e,t={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e))r===null||r===``?n.delete(t):n.set(t,r);let r=n.toString().replaceAll(`%2C`,`,`);Qt(location.pathname+(r?`?${r}`:``),t)}function en(e){let t=e.split(`/`).filter(Boolean),[n,r]=t;return t.length===0?{name:`home`}:n===`orders`&&t.length===1?{name:`orders`}:n===`orders`&&r&&t.length===2?{name:`order`,number:decodeURIComponent(r)}:(n===`connect`||n===`desk`)&&t.length===1?{name:n}:{name:`missing`}}function tn(e){let t=e.target?.closest?.(`a`),n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||e.defaultPrevented||t.target||t.hasAttribute(`download`))return;let r=new URL(t.href);r.origin===location.origin&&en(r.pathname).name!==`missing`&&(e.preventDefault(),Qt(r.pathname+r.search))}var nn=h(`<!> <!> <main id="content" tabindex="-1" class="s-12z11ep"><!> <!></main>`,1),rn=h(`<main id="content" tabindex="-1" class="s-12z11ep"><!></main>`),an=h(`<a class="skip s-12z11ep" href="#content"> </a> <!> <!>`,1);function on(t,r){R(r,!0);let a=j(()=>en($.path)),o=I(void 0),s=$.path;ae(()=>{$.path!==s&&(s=$.path,c().then(()=>{scrollTo(0,0),x(o)?.querySelector(`h1`)?.focus({preventScroll:!0})}))});var l=an();n(`click`,u,function(...e){tn?.apply(this,e)});var h=C(l),_=g(h,!0),v=e(h,2),y=t=>{var n=nn(),r=C(n);Nt(r,{get page(){return x(a).name}});var s=e(r,2),c=e=>{Xt(e,{})};m(s,e=>{X.customer&&e(c)});var l=e(s,2),u=S(l);It(u,{});var d=e(u,2),h=e=>{{let t=j(()=>W().state.missing);Me(e,{get text(){return x(t)}})}},g=e=>{{let t=j(()=>W().state.notCustomer),n=j(()=>X.viewer&&`name`in X.viewer?X.viewer.name:``);Me(e,{get text(){return x(t)},get name(){return x(n)}})}},_=e=>{Q(e,{load:()=>V(()=>import(`./Home-BKf42FnK.js`),__vite__mapDeps([0,1,2,3,4]))})},v=e=>{Q(e,{load:()=>V(()=>import(`./Orders-Uvo-4J3e.js`),__vite__mapDeps([5,1,2,6,7,8,9]))})},y=e=>{var t=p(),n=C(t);i(n,()=>x(a).number,e=>{{let t=j(()=>({number:x(a).number}));Q(e,{load:()=>Ee(()=>V(()=>import(`./OrderPage-B-IFSyKQ.js`),__vite__mapDeps([10,1,2,6,7,8,11,3,12,13]))),get props(){return x(t)}})}}),f(e,t)};m(d,e=>{x(a).name===`missing`||x(a).name===`desk`||x(a).name===`connect`?e(h):X.customer?x(a).name===`home`?e(_,2):x(a).name===`orders`?e(v,3):x(a).name===`order`&&e(y,4):e(g,1)}),P(l),O(l,e=>z(o,e),()=>x(o)),f(t,n)},b=e=>{var t=rn();Q(S(t),{load:()=>V(()=>import(`./SignIn-UUXFKqES.js`),__vite__mapDeps([14,1,15]))}),P(t),O(t,e=>z(o,e),()=>x(o)),f(e,t)};m(v,e=>{X.phase===`in`?e(y):X.phase===`out`&&e(b,1)}),Bt(e(v,2),{}),d(e=>M(_,e),[()=>W().skip]),B(`click`,h,e=>(e.preventDefault(),x(o)?.focus())),f(t,l),L()}_([`click`]),await we(),_t(),t(on,{target:document.getElementById(`page`)});var sn={NOT_PAID:[`warn`,`card`],CHECKING:[`busy`,`eye`],DOCUMENTS_REQUESTED:[`warn`,`alert`],DELIVERING:[`busy`,`box`],DELIVERED:[`good`,`check`],CANCELLING:[`calm`,`undo`],CANCELLED:[`calm`,`cross`],EXPIRED:[`calm`,`clock`]},cn=h(`<span><!> </span>`);function ln(t,n){let r=j(()=>sn[n.status]),i=j(()=>k(x(r),2)),a=j(()=>x(i)[0]),o=j(()=>x(i)[1]);var s=cn(),c=S(s);Z(c,{get name(){return x(o)},size:15});var l=e(c,1,!0);P(s),d(()=>{E(s,1,`badge ${x(a)??``}`,`s-1ryh2qe`),F(s,`data-status`,n.status),M(l,n.label)}),f(t,s)}var un=new Map;function dn(e,t){let n=e+JSON.stringify(t),r=un.get(n);return r||un.set(n,r=new Intl.DateTimeFormat(e===`en`?`en-GB`:e,t)),r}var fn={day:`numeric`,month:`short`,year:`numeric`},pn={hour:`2-digit`,minute:`2-digit`};function mn(e,t,n){return dn(t,{...fn,...yn(n)}).format(new Date(e))}function hn(e,t){return dn(t,{day:`numeric`,month:`long`,year:`numeric`,timeZone:`UTC`}).format(new Date(`${e}T12:00:00Z`))}function gn(e,t,n){return dn(t,{...fn,...pn,...yn(n)}).format(new Date(e))}function _n(e,t,n){return dn(t,{day:`numeric`,month:`long`,year:`numeric`,...pn,second:`2-digit`,timeZoneName:`short`,...yn(n)}).format(new Date(e))}function vn(e,t){let[,n=`1`,r=`M`]=/^P(\d+)([DWMY])$/.exec(e)??[];return new Intl.NumberFormat(t,{style:`unit`,unit:{D:`day`,W:`week`,M:`month`,Y:`year`}[r]??`month`,unitDisplay:`long`}).format(Number(n))}function yn(e){if(!e)return{};try{return new Intl.DateTimeFormat(`en`,{timeZone:e}),{timeZone:e}}catch{return{}}}var bn=h(`<time class="s-1hg6fqj"> </time>`);function xn(e,t){R(t,!0);let n=N(t,`as`,3,`moment`),r={moment:gn,day:mn,exactly:_n},i=j(()=>X.customer?.timeZone);var a=bn(),o=g(a,!0);d((e,n)=>{F(a,`datetime`,t.at),F(a,`title`,e),M(o,n)},[()=>n()===`exactly`?void 0:_n(t.at,U.language,x(i)),()=>r[n()](t.at,U.language,x(i))]),f(e,a),L()}var Sn=h(`<button class="button plain query s-1628wws" type="button"><!><span class="words s-1628wws"> </span></button>`);function Cn(t,n){R(n,!0);var r=p(),i=C(r),a=t=>{var r=Sn(),i=S(r);Z(i,{name:`code`,size:18});var a=e(i),o=g(a,!0);P(r),d((e,t,n)=>{F(r,`aria-label`,e),F(r,`title`,t),M(o,n)},[()=>W().state.query,()=>W().state.query,()=>W().state.query]),B(`click`,r,()=>xt(n.operation())),f(t,r)},o=j(()=>K());m(i,e=>{x(o)&&e(a)}),f(t,r),L()}_([`click`]);var wn=h(`<div class="problem note bad s-1p6glss" role="alert"><!> <div class="s-1p6glss"><p><strong> </strong></p> <p> </p></div> <button class="button" type="button"> </button></div>`);function Tn(t,n){R(n,!0);let r=j(()=>n.error.networkError?W().state.offline:n.error.graphQLErrors[0]?.message??``);var i=wn(),a=S(i);Z(a,{name:`alert`});var o=e(a,2),s=S(o),c=S(s),l=g(c,!0);P(s);var u=e(s,2),p=g(u,!0);P(o);var m=e(o,2),h=g(m,!0);P(i),d((e,t)=>{M(l,e),M(p,x(r)),M(h,t)},[()=>W().state.failed,()=>W().state.again]),B(`click`,m,function(...e){n.onAgain?.apply(this,e)}),f(t,i),L()}_([`click`]);var En=class{#e=I();get data(){return x(this.#e)}set data(e){z(this.#e,e)}#t=I();get error(){return x(this.#t)}set error(e){z(this.#t,e)}#n=I(!0);get isLoading(){return x(this.#n)}set isLoading(e){z(this.#n,e,!0)}#r=I(0);constructor(e,t){ae(()=>{let n=t(),r=X.api;X.renewals;let i=x(this.#r)===0?`cache-and-network`:`network-only`;if(!n||!r)return;b(()=>this.isLoading=!0);let a=r.client.query(e,n,{requestPolicy:i}).subscribe(e=>{e.data&&(this.data=e.data),this.error=e.error,this.isLoading=e.stale});return()=>a.unsubscribe()}),ae(()=>{q.isLive&&b(()=>this.error?.networkError)&&this.reload()})}reload(){se(this.#r)}};export{ct as A,W as B,ut as C,Y as D,ot as E,Me as F,V as H,H as I,Te as L,q as M,K as N,it as O,ze as P,G as R,X as S,st as T,Ee as V,Rt as _,hn as a,Z as b,ln as c,$ as d,Jt as f,Ut as g,Q as h,xn as i,J as j,dt as k,$t as l,Kt as m,Tn as n,gn as o,Yt as p,Cn as r,vn as s,En as t,Qt as u,Et as v,lt as w,xt as x,wt as y,U as z};