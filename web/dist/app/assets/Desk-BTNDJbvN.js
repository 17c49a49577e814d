import{$ as e,A as t,B as n,C as r,F as i,G as a,H as o,I as s,K as c,L as l,O as u,P as d,Q as f,T as p,U as m,V as h,W as g,X as _,Y as v,Z as y,_ as b,at as x,ct as S,d as C,dt as w,et as T,f as E,ft as D,g as O,h as k,ht as A,it as j,j as M,k as N,lt as P,m as F,mt as I,nt as L,p as R,pt as z,q as ee,rt as B,st as V,tt as H,u as U,ut as W,y as te,z as G}from"./libraries-B6TXN8SZ.js";import{B as K,F as ne,H as q,K as J,P as Y,S as re,U as X,W as Z,a as ie,c as ae,d as oe,g as se,i as ce,k as le,l as ue,n as de,o as fe,p as pe,r as me,s as he,t as ge,v as _e,w as Q,y as ve}from"./frame-pbDolvLY.js";import{t as ye}from"./Dialog-yp31ufRf.js";import{n as be,t as xe}from"./Tracking-CL73iYrD.js";var Se=[`orders:read`,`orders:validate`,`orders:deliver`],Ce=[`orders:validate`,`orders:deliver`,`payments:write`,`refunds:write`],we={approve:`orders:validate`,refuse:`orders:validate`,documents:`orders:validate`,note:`orders:validate`,deliver:`orders:deliver`,fail:`orders:deliver`},Te={approve:[`CHECKING`],documents:[`CHECKING`],refuse:[`CHECKING`,`DOCUMENTS_REQUESTED`],deliver:[`DELIVERING`],fail:[`DELIVERING`]};function Ee(e,t,n){return n.includes(we[e])?Te[e]?.includes(t.status)??!0?null:{status:!0}:{scope:we[e]}}var De=e=>e.some(e=>Ce.includes(e)),Oe=Y(`
  fragment DeskRow on Order {
    id
    number
    createdAt
    paidAt
    status
    statusLabel(language: $language)
    total {
      text(language: $language)
    }
    claim {
      operator
      since
      until
    }
    customer {
      id
      name
      reference
      country
    }
    lines {
      id
      failure
      retryAt
    }
    tracking {
      sequence
      steps {
        name
        state
        startedAt
      }
    }
  }
`),ke=Y(`
    query Queue($status: [OrderStatus!], $first: Int!, $after: String, $language: String!) {
      orders(first: $first, after: $after, filter: { status: $status }, orderBy: { field: CREATED_AT, direction: ASC }) {
        totalCount
        nodes {
          ...DeskRow
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,[Oe]),Ae=Y(`
    subscription DeskUpdates($after: String, $language: String!) {
      orderUpdates(after: $after) {
        cursor
        kind
        sequence
        event {
          id
          kind
        }
        order {
          ...DeskRow
        }
      }
    }
  `,[Oe]),je=Y(`
    fragment DeskDetail on Order {
      ...DeskRow
      ...OrderDetail
      amountDue {
        amount
        text(language: $language)
      }
      total {
        amount
        currency
      }
      refunds {
        id
        route
        payoutOn
        payoutReference
      }
      internalNotes {
        at
        operator
        text
      }
      customer {
        id
        name
        reference
        email
        kind
        country
        language
        timeZone
      }
    }
  `,[Oe,le]),Me=Y(`
    query DeskOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...DeskDetail
      }
    }
  `,[je]),Ne=Y(`
    fragment Step on OrderStepPayload {
      errors {
        __typename
        ... on UserError {
          code
          message
          path
        }
      }
      order {
        ...DeskDetail
      }
    }
  `,[je]),Pe=Y(`
    mutation DeskClaim($input: OrderClaimInput!, $language: String!) {
      step: orderClaim(input: $input) {
        ...Step
      }
    }
  `,[Ne]),Fe=Y(`
    mutation DeskApprove($input: OrderNumberInput!, $language: String!) {
      step: orderApprove(input: $input) {
        ...Step
      }
    }
  `,[Ne]),Ie=Y(`
    mutation DeskRefuse($input: OrderRefuseInput!, $language: String!) {
      step: orderRefuse(input: $input) {
        ...Step
      }
    }
  `,[Ne]),Le=Y(`
    mutation DeskRequestDocuments($input: OrderRequestDocumentsInput!, $language: String!) {
      step: orderRequestDocuments(input: $input) {
        ...Step
      }
    }
  `,[Ne]),Re=Y(`
    mutation DeskDeliver($input: OrderLineDeliverInput!, $language: String!) {
      step: orderLineDeliver(input: $input) {
        ...Step
      }
    }
  `,[Ne]),ze=Y(`
    mutation DeskFail($input: OrderLineFailInput!, $language: String!) {
      step: orderLineFail(input: $input) {
        ...Step
      }
    }
  `,[Ne]),Be=Y(`
    mutation DeskNote($input: OrderNoteInput!, $language: String!) {
      step: orderNote(input: $input) {
        ...Step
      }
    }
  `,[Ne]),Ve=[`check`,`deliver`,`documents`,`money`],He={check:`CHECKING`,deliver:`DELIVERING`,documents:`DOCUMENTS_REQUESTED`};function Ue(e){return Ve.find(t=>t===e.get(`queue`))??`check`}function We({createdAt:e,paidAt:t,tracking:n}){let r=n.steps.findLast(({state:e})=>e===`DOING`||e===`ERROR`);return(r?.name===`DELIVERING`?r.startedAt:t)??e}function Ge(e,t){let n=new Map(e);for(let e of t){let t=n.get(e.id);(!t||t.tracking.sequence<=e.tracking.sequence)&&n.set(e.id,e)}return n}function Ke(e,t,n){return[...e.values()].filter(({status:e,createdAt:r})=>e===He[t]&&(n===null||r<=n)).sort((e,t)=>e.createdAt<t.createdAt?-1:e.createdAt>t.createdAt?1:e.id<t.id?-1:1)}function qe(e,t){return e&&t<Date.parse(e.until)?e:null}function Je(e,t,n){let r=t===null?-1:e.indexOf(t);return r===-1?(n===1?e[0]:e.at(-1))??null:e[Math.min(e.length-1,Math.max(0,r+n))]??null}function Ye(e,t){let n=Math.max(0,Math.floor((t-Date.parse(e))/6e4));return n<60?{value:n,unit:`minute`}:n<2880?{value:Math.floor(n/60),unit:`hour`}:{value:Math.floor(n/1440),unit:`day`}}var Xe=50,Ze=250,Qe=5e3,$e=Object.keys(He),et=class{#e=x(new Map);#t=x({});#n=new Set;#r=x();get error(){return g(this.#r)}set error(e){j(this.#r,e)}#i=x(B(Date.now()));get now(){return g(this.#i)}set now(e){j(this.#i,e,!0)}#a;#o;constructor(){_(()=>{let e=setInterval(()=>this.now=Date.now(),Qe);return()=>clearInterval(e)}),_(()=>{let e=Q.api,t=X.language;if(Q.renewals,e)return c(()=>this.reload()),se({client:e.client,document:Ae,variables:{language:t},after:this.#a,renew:()=>Q.renew(),onUpdate:({orderUpdates:{cursor:e,order:t,event:n}})=>{this.#a=e,t&&this.learn([t]),(!t||n)&&this.#c(),this.#s(n?.kind??null,t?.number??null)}})}),_(()=>{ne.isLive&&c(()=>this.#c())}),_(()=>()=>clearTimeout(this.#o))}learn(e){this.now=Date.now(),j(this.#e,Ge(g(this.#e),e))}rows(e){let t=g(this.#t)[e];return t&&Ke(g(this.#e),e,t.next?.from??null)}count(e){let t=g(this.#t)[e];return t?.next?t.total:this.rows(e)?.length}hasMore(e){return!!g(this.#t)[e]?.next}async more(e){let t=g(this.#t)[e];t?.next&&await this.#u(e,t.pages,t.next.cursor)}reload(){for(let e of $e)this.#l(e)}onTold(e){return this.#n.add(e),()=>this.#n.delete(e)}#s(e,t){for(let n of this.#n)n(e,t)}#c(){clearTimeout(this.#o),this.#o=setTimeout(()=>{this.reload(),this.#s(null,null)},Ze)}async#l(e){let t=Math.max(1,g(this.#t)[e]?.pages??1),n=g(this.#e),r=new Set,i=null;for(let n=0;n<t;n++){let t=await this.#u(e,n,i);if(!t)return;for(let{id:e}of t.nodes)r.add(e);if(i=t.pageInfo.hasNextPage?t.pageInfo.endCursor:null,i===null)break}let a=(this.rows(e)??[]).filter(e=>!r.has(e.id)&&n.get(e.id)===e);if(a.length===0)return;let o=new Map(g(this.#e));for(let{id:e}of a)o.delete(e);j(this.#e,o)}async#u(e,t,n){let r={status:[He[e]],first:Xe,after:n,language:X.language},{data:i,error:a}=await Q.api?.client.query(ke,r,{requestPolicy:`network-only`})??{};if(this.error=a,!i)return;let{nodes:o,pageInfo:s,totalCount:c}=i.orders;this.learn(o);let l=o.at(-1),u=s.hasNextPage&&s.endCursor!==null&&l?{cursor:s.endCursor,from:l.createdAt}:null;return j(this.#t,{...g(this.#t),[e]:{total:c,pages:t+1,next:u}}),i.orders}};async function $(e,t){let{data:n,error:r}=await Q.api?.client.mutation(e,t)??{};if(n?.step.order)return{order:n.step.order,refusal:``,fields:[]};let i=n?.step.errors??[],a=i.map(({message:e})=>e).filter(e=>e!==void 0),o=r?.networkError?Z().state.offline:r?.graphQLErrors[0]?.message??Z().state.failed;return{order:null,refusal:a.length>0?a.join(` `):o,fields:i.flatMap(({path:e})=>e?.slice(0,1)??[])}}var tt=l(`<time> </time>`);function nt(e,t){w(t,!0);let n=V(()=>Ye(t.at,t.now)),r=V(()=>new Intl.RelativeTimeFormat(X.language,{numeric:`auto`}).format(-g(n).value,g(n).unit));var a=tt(),o=H(a,!0);v(e=>{O(a,`datetime`,t.at),O(a,`title`,e),d(o,g(r))},[()=>he(t.at,X.language)]),i(e,a),W()}var rt=l(`<button class="button" type="button" data-toggle-claim="" aria-keyshortcuts="c"> </button>`),it=l(`<p class="note bad" role="alert"> </p>`),at=l(`<button class="button" type="button"> </button> <button class="button primary" type="button"> </button>`,1),ot=l(`<p> </p> <p class="quiet small"> <!></p>`,1),st=l(`<div><!> <p class="s-qkdw4q"> </p> <!></div> <!> <!>`,1);function ct(t,n){w(n,!0);let a=V(()=>qe(n.order.claim,n.desk.now)),s=V(()=>g(a)?.operator===n.me),c=V(()=>g(a)?ae(g(a).until,X.language):``),l=x(!1),u=x(!1),f=x(``);async function p(){De(n.scopes)&&!g(u)&&(g(a)&&!g(s)?j(l,!0):await m({release:g(s),force:!1}))}async function m(e){j(u,!0);let{number:t}=n.order,r=await $(Pe,{input:{number:t,...e},language:X.language});j(u,!1),j(l,!1),j(f,r.refusal,!0),r.order&&(n.desk.learn([r.order]),ve(q(e.release?Z().desk.released:Z().desk.taken,{number:t})))}var h={toggle:p},_=st(),y=T(_);let b;var S=e(y);re(S,{name:`person`});var C=L(S,2),E=H(C,!0),D=L(C,2),k=e=>{var t=rt(),n=H(t,!0);v(e=>{t.disabled=g(u),d(n,e)},[()=>g(a)?g(s)?Z().desk.release:Z().desk.takeOver:Z().desk.claim]),o(`click`,t,p),i(e,t)},A=V(()=>De(n.scopes));M(D,e=>{g(A)&&e(k)}),z(y);var N=L(y,2),P=e=>{var t=it(),n=H(t,!0);v(()=>d(n,g(f))),i(e,t)};M(N,e=>{g(f)&&e(P)});var F=L(N,2),I=t=>{{let r=e=>{var t=at(),n=T(t),r=H(n,!0),a=L(n,2),s=H(a,!0);v((e,t)=>{d(r,e),a.disabled=g(u),d(s,t)},[()=>Z().state.cancel,()=>Z().desk.takeOver]),o(`click`,n,()=>j(l,!1)),o(`click`,a,()=>m({release:!1,force:!0})),i(e,t)},s=V(()=>q(Z().desk.takeOverTitle,{name:g(a).operator}));ye(t,{get title(){return g(s)},onClose:()=>j(l,!1),narrow:!0,foot:r,children:(t,r)=>{var o=ot(),s=T(o),c=H(s,!0),l=L(s,2),u=e(l);nt(L(u),{get at(){return g(a).since},get now(){return n.desk.now}}),z(l),v(e=>{d(c,e),d(u,`${g(a).operator??``}: `)},[()=>Z().desk.takeOverText]),i(t,o)},$$slots:{foot:!0,default:!0}})}};return M(F,e=>{g(l)&&g(a)&&e(I)}),v(e=>{b=r(y,1,`claim s-qkdw4q`,null,b,{mine:g(s),other:g(a)&&!g(s)}),O(y,`data-claimed`,g(a)?.operator??``),d(E,e)},[()=>g(a)?q(g(s)?Z().desk.claimMine:Z().desk.claimOther,{name:g(a).operator,when:g(c)}):Z().desk.claimFree]),i(t,_),W(h)}h([`click`]);var lt=l(`<section class="card view s-14r5u9k" aria-labelledby="view" data-customers-view=""><header><h2 id="view"> </h2> <p class="quiet small"> </p></header> <!></section>`);function ut(t,n){w(n,!0);let r=new be(n.number);var a=lt(),o=e(a),s=e(o),c=H(s,!0),l=L(s,2),u=H(l,!0);z(o);var f=L(o,2),p=e=>{xe(e,{get order(){return r.order},get followed(){return r},isOnlyShown:!0})},m=e=>{_e(e,{rows:5})};M(f,e=>{r.order?e(p):e(m,-1)}),z(a),v((e,t)=>{d(c,e),d(u,t)},[()=>Z().desk.customersView,()=>Z().desk.customersViewHint]),i(t,a),W()}var dt=l(`<div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div>`),ft=l(`<p class="quiet small"> </p>`),pt=l(`<li class="s-1kpo63n"><p class="s-1kpo63n"> </p> <p class="quiet small s-1kpo63n"> <!></p></li>`),mt=l(`<section aria-labelledby="facts" class="s-1kpo63n"><h3 id="facts"> </h3> <dl class="s-1kpo63n"><div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="number s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div> <!></dl></section> <section aria-labelledby="notes" class="s-1kpo63n"><h3 id="notes"> </h3> <!> <ul class="s-1kpo63n"></ul></section>`,1);function ht(t,n){w(n,!0);var r=mt(),a=T(r),o=e(a),s=H(o,!0),c=L(o,2),l=e(c),f=e(l),p=H(f,!0),m=L(f,2),h=H(m);z(l);var _=L(l,2),y=e(_),b=H(y,!0),x=L(y,2),S=H(x);z(_);var C=L(_,2),E=e(C),D=H(E,!0),O=L(E,2),k=H(O,!0);z(C);var A=L(C,2),j=e(A),N=H(j,!0),P=L(j,2),F=H(P,!0);z(A);var I=L(A,2),R=e(I),ee=H(R,!0),B=L(R,2),V=e(B);ge(V,{get at(){return n.order.createdAt}}),z(B),z(I);var U=L(I,2),te=t=>{var r=dt(),a=e(r),o=H(a,!0),s=L(a,2),c=e(s);ge(c,{get at(){return n.order.paidAt}}),z(s),z(r),v(e=>d(o,e),[()=>Z().desk.paid]),i(t,r)};M(U,e=>{n.order.paidAt&&e(te)}),z(c),z(a);var G=L(a,2),K=e(G),ne=H(K,!0),q=L(K,2),J=e=>{var t=ft(),n=H(t,!0);v(e=>d(n,e),[()=>Z().desk.noNotes]),i(e,t)};M(q,e=>{n.order.internalNotes.length===0&&e(J)});var Y=L(q,2);u(Y,21,()=>n.order.internalNotes,e=>e.at+e.text,(t,n)=>{var r=pt(),a=e(r),o=H(a,!0),s=L(a,2),c=e(s),l=L(c);ge(l,{get at(){return g(n).at}}),z(s),z(r),v(()=>{d(o,g(n).text),d(c,`${g(n).operator??``}, `)}),i(t,r)}),z(Y),z(G),v((e,t,r,i,a,o,c,l)=>{d(s,e),d(p,t),d(h,`${n.order.customer.name??``}, ${n.order.customer.country??``}`),d(b,r),d(S,`${n.order.customer.reference??``} · ${i??``}`),d(D,a),d(k,n.order.customer.email),d(N,o),d(F,n.order.total.text),d(ee,c),d(ne,l)},[()=>Z().desk.facts,()=>Z().desk.customer,()=>Z().desk.account,()=>Z().signIn.kinds[n.order.customer.kind],()=>Z().desk.email,()=>Z().desk.amount,()=>Z().desk.placed,()=>Z().desk.notes]),i(t,r),W()}var gt=6e3;function _t({payments:e,refunds:t,failed:n},r){let i=(e,t)=>t!==null&&(e===`UNKNOWN`||gt<=r-Date.parse(t)),a=({node:e,order:t,...n})=>({id:e.id,number:t.number,customer:t.customer.name,amount:e.amount.text,contradiction:n.contradiction,attempts:n.attempts,nextCheckAt:n.nextCheckAt}),o=[];for(let t of e?.edges??[])i(t.state,t.unclearSince)&&o.push({...a(t),of:`payment`,is:`unclear`,since:t.unclearSince});for(let e of t?.edges??[])e.node.route===`TRANSFER`?o.push({...a(e),of:`refund`,is:`payOut`,since:e.node.createdAt}):i(e.state,e.unclearSince)&&o.push({...a(e),of:`refund`,is:`unclear`,since:e.unclearSince});for(let e of n?.edges??[])e.retry===null&&o.push({...a(e),of:`refund`,is:`failed`,since:e.node.createdAt});return o.sort((e,t)=>e.since<t.since?-1:+(e.since>t.since))}var vt={settlePayment:`payments:write`,recordPayment:`payments:write`,settleRefund:`refunds:write`,retryRefund:`refunds:write`,recordRefund:`refunds:write`};function yt({of:e,is:t}){return e===`payment`?`settlePayment`:t===`failed`?`retryRefund`:t===`payOut`?`recordRefund`:`settleRefund`}function bt({status:e,amountDue:t}){return Number(t.amount)!==0||e===`EXPIRED`||e===`CANCELLED`}var xt=Y(`
  fragment Refusal on UserError {
    code
    message
    path
  }
`),St=Y(`
  fragment PaymentCase on PaymentEdge {
    state
    attempts
    nextCheckAt
    unclearSince
    contradiction
    node {
      id
      method
      amount {
        text(language: $language)
      }
    }
    order {
      id
      number
      customer {
        id
        name
      }
    }
  }
`),Ct=Y(`
  fragment RefundCase on RefundEdge {
    state
    attempts
    nextCheckAt
    unclearSince
    contradiction
    retry {
      id
    }
    node {
      id
      route
      createdAt
      dueBy
      amount {
        text(language: $language)
      }
    }
    order {
      id
      number
      customer {
        id
        name
      }
    }
  }
`),wt=Y(`
    query DeskMoney($first: Int!, $payments: Boolean!, $refunds: Boolean!, $language: String!) {
      payments(first: $first, state: [SENT, UNKNOWN]) @include(if: $payments) {
        edges {
          ...PaymentCase
        }
      }
      refunds(first: $first, state: [SENT, UNKNOWN]) @include(if: $refunds) {
        edges {
          ...RefundCase
        }
      }
      failed: refunds(last: $first, state: [FAILED]) @include(if: $refunds) {
        edges {
          ...RefundCase
        }
      }
    }
  `,[St,Ct]),Tt=Y(`
    mutation DeskSettlePayment($input: PaymentSettleInput!, $language: String!) {
      step: paymentSettle(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,[xt,je]),Et=Y(`
    mutation DeskRecordPayment($input: PaymentRecordInput!, $language: String!) {
      step: paymentRecord(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,[xt,je]),Dt=Y(`
    mutation DeskSettleRefund($input: RefundSettleInput!, $language: String!) {
      step: refundSettle(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,[xt,je]),Ot=Y(`
    mutation DeskRetryRefund($input: RefundRetryInput!, $language: String!) {
      step: refundRetry(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,[xt,je]),kt=Y(`
    mutation DeskRecordRefund($input: RefundRecordInput!, $language: String!) {
      step: refundRecord(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...DeskDetail
        }
      }
    }
  `,[xt,je]),At={settlePayment:[`outcome`,`reason`],settleRefund:[`outcome`,`reason`],retryRefund:[],recordRefund:[`day`,`reference`],recordPayment:[`amount`,`reference`,`at`]};function jt(e,t,n){let r={};for(let i of At[e]){let e=t[i].trim();e===``?r[i]=`fillIn`:i===`amount`&&!/^\d+([.,]\d{1,2})?$/.test(e)?r[i]=`amountWrong`:(i===`at`&&n.getTime()<Date.parse(e)||i===`day`&&Mt(n)<e)&&(r[i]=`notYet`)}return r}var Mt=e=>Nt(e).slice(0,10);function Nt(e){return new Date(e.getTime()-e.getTimezoneOffset()*6e4).toISOString().slice(0,16)}function Pt(e,t,n,r,i,a){let[o,s]=[r.reason.trim(),r.reference.trim()],c=r.outcome===`SUCCEEDED`?`SUCCEEDED`:`FAILED`;switch(e){case`settlePayment`:return $(Tt,{input:{id:t,outcome:c,reason:o},language:a});case`settleRefund`:return $(Dt,{input:{id:t,outcome:c,reason:o},language:a});case`retryRefund`:return $(Ot,{input:{id:t},language:a});case`recordRefund`:return $(kt,{input:{refund:t,paidOn:r.day,reference:s,idempotencyKey:i},language:a});case`recordPayment`:return $(Et,{input:{number:n,amount:r.amount.trim().replace(`,`,`.`),reference:s,receivedAt:new Date(r.at).toISOString(),idempotencyKey:i},language:a})}}var Ft=l(`<p class="wrong"> </p>`),It=l(`<button class="button" type="button"> </button> <button class="button primary" type="submit"> </button>`,1),Lt=l(`<div class="field"><label> </label> <select><option> </option><option> </option><option> </option></select> <!></div>`),Rt=l(`<div class="field"><label> </label> <textarea></textarea> <!> <p class="quiet small"> </p></div>`),zt=l(`<div class="field"><label> </label> <input/> <!></div>`),Bt=l(`<p class="note bad" role="alert"> </p>`),Vt=l(`<form class="stack" novalidate=""><p> </p> <!> <!> <!> <!> <!> <!> <!></form>`);function Ht(t,n){let r=G();w(n,!0);let a=(e,t=I)=>{var n=s(),a=T(n),o=e=>{var n=Ft(),a=H(n,!0);v(e=>{O(n,`id`,`${r}-${t()??``}-wrong`),d(a,e)},[()=>({...g(p),...Z().desk})[g(h)[t()]]]),i(e,n)};M(a,e=>{g(S)&&g(h)[t()]&&e(o)}),i(e,n)},l=new Date,u=c(()=>Number(n.order.amountDue.amount)===0?n.order.total.amount:n.order.amountDue.amount),f=B({outcome:``,reason:``,amount:u,reference:``,at:Nt(l),day:Mt(l)}),p=V(()=>Z().desk.money),h=V(()=>jt(n.kind,f,new Date)),_=e=>At[n.kind].includes(e),y=crypto.randomUUID(),b=x(!1),S=x(!1),E=x(``),D=x(void 0),k=e=>({id:`${r}-${e}`,"aria-invalid":g(S)&&g(h)[e]?`true`:void 0,"aria-describedby":g(S)&&g(h)[e]?`${r}-${e}-wrong`:void 0});async function A(e){if(e.preventDefault(),j(S,!0),Object.keys(g(h)).length>0){g(D)?.querySelector(`[aria-invalid="true"]`)?.focus();return}j(b,!0);let t=await Pt(n.kind,n.id,n.order.number,f,y,X.language);j(b,!1),j(E,t.refusal,!0),t.order&&(n.desk.learn([t.order]),ve(q(Z().desk.done,{number:n.order.number,status:t.order.statusLabel})),n.onClose())}{let s=e=>{var t=It(),a=T(t),s=H(a,!0),c=L(a,2),l=H(c,!0);v((e,t)=>{d(s,e),O(c,`form`,`${r}-form`),O(c,`data-confirm-money`,n.kind),c.disabled=g(b),d(l,t)},[()=>Z().state.cancel,()=>g(b)?Z().desk.busy:g(p).confirm[n.kind]]),o(`click`,a,function(...e){n.onClose?.apply(this,e)}),i(e,t)},c=V(()=>q(g(p).titles[n.kind],{number:n.order.number}));ye(t,{get title(){return g(c)},get onClose(){return n.onClose},narrow:!0,foot:s,children:(t,o)=>{var s=Vt(),c=e(s),l=H(c,!0),u=L(c,2),h=t=>{var o=Lt(),s=e(o),c=H(s,!0),l=L(s,2);F(l,e=>({class:`input`,...e}),[()=>k(`outcome`)]);var u=e(l),m=H(u,!0);u.value=u.__value=``;var h=L(u),_=H(h,!0);h.value=h.__value=`SUCCEEDED`;var y=L(h),b=H(y,!0);y.value=y.__value=`FAILED`,z(l);var x=L(l,2);a(x,()=>`outcome`),z(o),v(e=>{O(s,`for`,`${r}-outcome`),d(c,g(p).outcome),d(m,g(p).choose),d(_,e),d(b,g(p).outcomes.FAILED)},[()=>q(g(p).outcomes.SUCCEEDED,{amount:n.amount})]),te(l,()=>f.outcome,e=>f.outcome=e),i(t,o)},y=V(()=>_(`outcome`));M(u,e=>{g(y)&&e(h)});var b=L(u,2),x=t=>{var n=Rt(),o=e(n),s=H(o,!0),c=L(o,2);P(c),F(c,e=>({class:`input`,rows:`3`,maxlength:`2000`,...e}),[()=>k(`reason`)],void 0,void 0,`s-an096y`);var l=L(c,2);a(l,()=>`reason`);var u=L(l,2),m=H(u,!0);z(n),v(e=>{O(o,`for`,`${r}-reason`),d(s,g(p).reason),d(m,e)},[()=>Z().desk.reasonHint]),R(c,()=>f.reason,e=>f.reason=e),i(t,n)},S=V(()=>_(`reason`));M(b,e=>{g(S)&&e(x)});var w=L(b,2),T=t=>{var o=zt(),s=e(o),c=H(s,!0),l=L(s,2);F(l,e=>({class:`input`,inputmode:`decimal`,autocomplete:`off`,...e}),[()=>k(`amount`)],void 0,void 0,void 0,!0);var u=L(l,2);a(u,()=>`amount`),z(o),v(e=>{O(s,`for`,`${r}-amount`),d(c,e)},[()=>q(g(p).amount,{currency:n.order.total.currency})]),R(l,()=>f.amount,e=>f.amount=e),i(t,o)},N=V(()=>_(`amount`));M(w,e=>{g(N)&&e(T)});var I=L(w,2),ee=t=>{var n=zt(),o=e(n),s=H(o,!0),c=L(o,2);F(c,e=>({class:`input`,type:`date`,...e}),[()=>k(`day`)],void 0,void 0,void 0,!0);var l=L(c,2);a(l,()=>`day`),z(n),v(()=>{O(o,`for`,`${r}-day`),d(s,g(p).day)}),R(c,()=>f.day,e=>f.day=e),i(t,n)},B=V(()=>_(`day`));M(I,e=>{g(B)&&e(ee)});var U=L(I,2),W=t=>{var n=zt(),o=e(n),s=H(o,!0),c=L(o,2);F(c,e=>({class:`input`,maxlength:`140`,autocomplete:`off`,spellcheck:`false`,...e}),[()=>k(`reference`)],void 0,void 0,void 0,!0);var l=L(c,2);a(l,()=>`reference`),z(n),v(()=>{O(o,`for`,`${r}-reference`),d(s,g(p).reference)}),R(c,()=>f.reference,e=>f.reference=e),i(t,n)},G=V(()=>_(`reference`));M(U,e=>{g(G)&&e(W)});var K=L(U,2),ne=t=>{var n=zt(),o=e(n),s=H(o,!0),c=L(o,2);F(c,e=>({class:`input`,type:`datetime-local`,...e}),[()=>k(`at`)],void 0,void 0,void 0,!0);var l=L(c,2);a(l,()=>`at`),z(n),v(()=>{O(o,`for`,`${r}-at`),d(s,g(p).at)}),R(c,()=>f.at,e=>f.at=e),i(t,n)},J=V(()=>_(`at`));M(K,e=>{g(J)&&e(ne)});var Y=L(K,2),re=e=>{var t=Bt(),n=H(t,!0);v(()=>d(n,g(E))),i(e,t)};M(Y,e=>{g(E)&&e(re)}),z(s),C(s,e=>j(D,e),()=>g(D)),v(e=>{O(s,`id`,`${r}-form`),d(l,e)},[()=>q(g(p).texts[n.kind],{amount:n.amount})]),m(`submit`,s,A),i(t,s)},$$slots:{foot:!0,default:!0}})}W()}h([`click`]);var Ut=l(`<button class="button" type="button"> </button>`),Wt=l(`<span class="quiet small"> </span>`),Gt=l(`<p class="quiet small"> </p>`),Kt=l(`<span class="small warn s-1oh3u4g"> </span>`),qt=l(`<li class="s-1oh3u4g"><div class="s-1oh3u4g"><span><strong class="number"> </strong> </span> <span> <!></span> <!> <!></div> <!></li>`),Jt=l(`<span class="small quiet"> </span>`),Yt=l(`<div><!></div>`),Xt=l(`<section aria-labelledby="money" class="s-1oh3u4g"><h3 id="money"> </h3> <!> <ul><!> <!></ul> <!></section> <!>`,1);function Zt(t,a){w(a,!0);let c=(e,t=I,n=I,r=I)=>{var c=s(),u=T(c),p=e=>{var a=Ut(),s=H(a,!0);v(()=>{O(a,`data-money`,t()),d(s,g(f).steps[t()])}),o(`click`,a,()=>j(l,{kind:t(),id:n(),amount:r()})),i(e,a)},m=V(()=>a.scopes.includes(vt[t()])),h=e=>{var n=Wt(),r=H(n,!0);v(e=>d(r,e),[()=>q(Z().desk.needs,{scope:vt[t()]})]),i(e,n)};M(u,e=>{g(m)?e(p):e(h,-1)}),i(e,c)},l=x(null),f=V(()=>Z().desk.money);var p=Xt(),m=T(p),h=e(m),_=H(h,!0),y=L(h,2),b=e=>{var t=Gt(),n=H(t,!0);v(()=>d(n,g(f).none)),i(e,t)};M(y,e=>{a.order.payments.length+a.order.refunds.length===0&&e(b)});var S=L(y,2),C=e(S);u(C,17,()=>a.order.payments,e=>e.id,(t,n)=>{let o=V(()=>a.money.of(g(n).id));var s=qt(),l=e(s),u=e(l),p=e(u),m=H(p,!0),h=L(p);z(u);var _=L(u,2);let y;var b=e(_),x=L(b);ge(x,{get at(){return g(n).createdAt}}),z(_);var S=L(_,2),C=e=>{var t=Kt(),r=H(t,!0);v(()=>d(r,g(n).failure.message)),i(e,t)};M(S,e=>{g(n).failure&&e(C)});var w=L(S,2),T=e=>{var t=Kt(),n=H(t,!0);v(()=>d(n,g(o).contradiction)),i(e,t)};M(w,e=>{g(o)?.contradiction&&e(T)}),z(l);var E=L(l,2),D=e=>{{let t=V(()=>yt(g(o)));c(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};M(E,e=>{g(o)&&e(D)}),z(s),v(()=>{O(s,`data-payment`,g(n).status),d(m,g(n).amount.text),d(h,` · ${g(f).methods[g(n).method]??``}`),y=r(_,1,`small s-1oh3u4g`,null,y,{warn:g(o),quiet:!g(o)}),d(b,`${(g(o)?g(f).payment.unclear:g(f).payments[g(n).status])??``}, `)}),i(t,s)});var E=L(C,2);u(E,17,()=>a.order.refunds,e=>e.id,(t,o)=>{let s=V(()=>a.money.of(g(o).id));var l=qt(),u=e(l),p=e(u),m=e(p),h=H(m),_=L(m);z(p);var y=L(p,2);let b;var x=e(y,!0),S=L(x),C=e=>{var t=n();v(e=>d(t,`, ${e??``}`),[()=>q(Z().tracking.by,{when:fe(g(o).dueBy,X.language)})]),i(e,t)};M(S,e=>{g(o).status===`PENDING`&&e(C)}),z(y);var w=L(y,2),T=e=>{var t=Jt(),n=H(t,!0);v(()=>d(n,g(o).payoutReference)),i(e,t)};M(w,e=>{g(o).payoutReference&&e(T)});var E=L(w,2),D=e=>{var t=Kt(),n=H(t,!0);v(()=>d(n,g(s).contradiction)),i(e,t)};M(E,e=>{g(s)?.contradiction&&e(D)}),z(u);var k=L(u,2),A=e=>{{let t=V(()=>yt(g(s)));c(e,()=>g(t),()=>g(o).id,()=>g(o).amount.text)}};M(k,e=>{g(s)&&e(A)}),z(l),v(()=>{O(l,`data-refund`,g(o).status),d(h,`− ${g(o).amount.text??``}`),d(_,` · ${g(f).routes[g(o).route]??``}`),b=r(y,1,`small s-1oh3u4g`,null,b,{warn:g(s),quiet:!g(s)}),d(x,g(s)?g(f).refund[g(s).is]:g(f).refunds[g(o).status])}),i(t,l)}),z(S);var D=L(S,2),k=t=>{var n=Yt(),r=e(n);c(r,()=>`recordPayment`,()=>a.order.id,()=>a.order.amountDue.text),z(n),i(t,n)},A=V(()=>bt(a.order));M(D,e=>{g(A)&&e(k)}),z(m);var N=L(m,2),P=e=>{Ht(e,U(()=>g(l),{get order(){return a.order},get desk(){return a.desk},onClose:()=>{j(l,null),a.money.reload()}}))};M(N,e=>{g(l)&&e(P)}),v(()=>d(_,g(f).title)),i(t,p),W()}h([`click`]);var Qt=l(`<span class="quiet small"> </span>`),$t=l(`<span class="good small s-1x6izp0"> </span>`),en=l(`<span class="failed small s-1x6izp0"> <!></span>`),tn=l(`<span class="buttons s-1x6izp0"><button class="button" type="button"> </button> <button class="button" type="button"> </button></span>`),nn=l(`<li class="s-1x6izp0"><div class="s-1x6izp0"><span class="name"> </span> <span class="quiet small"> </span> <!></div> <!></li>`),rn=l(`<section aria-labelledby="lines"><h3 id="lines"> </h3> <ul></ul></section>`);function an(t,r){w(r,!0);let a=e=>ae(e,X.language),s=e=>r.whyNot===null&&!e.deliveredAt&&!e.withdrawnAt;var c=rn(),l=e(c),f=H(l,!0),p=L(l,2);u(p,21,()=>r.order.lines,e=>e.id,(t,c)=>{var l=nn(),u=e(l),f=e(u),p=H(f,!0),m=L(f,2),h=H(m,!0),_=L(m,2),y=e=>{var t=Qt(),n=H(t);v((e,t)=>d(n,`${e??``}, ${t??``}`),[()=>Z().tracking.withdrawn,()=>a(g(c).withdrawnAt)]),i(e,t)},b=e=>{var t=$t(),n=H(t,!0);v(e=>d(n,e),[()=>q(Z().desk.delivered,{when:a(g(c).deliveredAt)})]),i(e,t)},x=t=>{var r=en(),o=e(r,!0),s=L(o),l=e=>{var t=n();v(e=>d(t,`, ${e??``}`),[()=>q(Z().tracking.retry,{when:a(g(c).retryAt)})]),i(e,t)};M(s,e=>{g(c).retryAt&&e(l)}),z(r),v(()=>d(o,g(c).failure)),i(t,r)};M(_,e=>{g(c).withdrawnAt?e(y):g(c).deliveredAt?e(b,1):g(c).failure&&e(x,2)}),z(u);var S=L(u,2),C=t=>{var n=tn(),a=e(n),s=H(a,!0),l=L(a,2),u=H(l,!0);z(n),v((e,t,n,r)=>{O(a,`aria-label`,`${e??``}: ${g(c).description??``}`),d(s,t),O(l,`aria-label`,`${n??``}: ${g(c).description??``}`),d(u,r)},[()=>Z().desk.deliver,()=>Z().desk.deliver,()=>Z().desk.fail,()=>Z().desk.fail]),o(`click`,a,()=>r.onStep(`deliver`,g(c))),o(`click`,l,()=>r.onStep(`fail`,g(c))),i(t,n)},w=V(()=>s(g(c)));M(S,e=>{g(w)&&e(C)}),z(l),v(e=>{O(l,`data-line`,g(c).id),d(p,g(c).description),d(h,e)},[()=>[g(c).serviceName,g(c).period&&ue(g(c).period,X.language),g(c).quantity>1?`× ${g(c).quantity}`:null].filter(Boolean).join(` · `)]),i(t,l)}),z(p),z(c),v(e=>d(f,e),[()=>Z().desk.lines]),i(t,c),W()}h([`click`]);function on(e,t,n){let r=n.at===``?null:new Date(n.at).toISOString();if(e===`approve`)return{kind:e};if(e===`refuse`)return{kind:e,reason:n.text};if(e===`note`)return{kind:e,text:n.text,isVisible:n.isVisible};if(e===`documents`)return{kind:e,documents:Object.entries(n.documents).filter(e=>e[1]!==void 0).map(([e,t])=>({kind:e,message:t})),dueAt:r};if(!t)throw Error(`${e} is of a line`);return e===`deliver`?{kind:e,line:t,serviceName:n.serviceName}:{kind:e,line:t,message:n.text,retryAt:r}}function sn(e,t){let n={refuse:`reason`,fail:`message`,note:`text`}[e.kind],r=n&&e[n],i=e.kind===`fail`?e.retryAt:e.kind===`documents`?e.dueAt:null;return{...r!==void 0&&r.trim()===``?{text:`fillIn`}:{},...i!==null&&Date.parse(i)<=t?{at:`toCome`}:{},...e.kind===`documents`&&e.documents.length===0?{documents:`atLeastOne`}:{}}}function cn(e,t,n){switch(e.kind){case`approve`:return $(Fe,{input:{number:t},language:n});case`refuse`:return $(Ie,{input:{number:t,reason:e.reason.trim()},language:n});case`documents`:return $(Le,{input:{number:t,documents:e.documents.map(({kind:e,message:t})=>({kind:e,message:t.trim()||null})),dueAt:e.dueAt},language:n});case`deliver`:return $(Re,{input:{number:t,line:e.line.id,serviceName:e.serviceName.trim()||null},language:n});case`fail`:return $(ze,{input:{number:t,line:e.line.id,message:e.message.trim(),retryAt:e.retryAt},language:n});case`note`:return $(Be,{input:{number:t,text:e.text.trim(),visibleToCustomer:e.isVisible},language:n})}}function ln({customer:e}){let t=e.language.split(`-`)[0]??``;return t in K?t:`en`}function un(e,t,n){let r=ln(t),i=e=>ae(e,r,t.customer.timeZone),a=({description:e},t)=>[e,t].filter(Boolean).join(`, `),o=(e,r)=>{let{means:a,next:o,you:s}=n.meaning[e];return{status:e,label:n.status[e],said:r.filter(e=>e!==null&&e.trim()!==``),meaning:[a,q(o,{expires:i(t.expiresAt)}),s]}};switch(e.kind){case`approve`:return o(`DELIVERING`,[]);case`refuse`:return o(`CANCELLING`,[e.reason]);case`documents`:{let t=e.dueAt&&q(n.tracking.by,{when:i(e.dueAt)});return o(`DOCUMENTS_REQUESTED`,e.documents.map(({kind:e,message:r})=>[n.tracking.documentKinds[e],r.trim(),t].filter(Boolean).join(`, `)))}case`deliver`:return o(dn(t.lines,e.line)?`DELIVERED`:`DELIVERING`,[a(e.line,e.serviceName.trim()||e.line.serviceName)]);case`fail`:{let t=e.retryAt&&q(n.tracking.retry,{when:i(e.retryAt)});return o(`DELIVERING`,[`${a(e.line,e.line.serviceName)}: ${[e.message.trim(),t].filter(Boolean).join(`, `)}`])}case`note`:return e.isVisible?o(t.status,[`${n.tracking.actors.OPERATOR}: ${e.text.trim()}`]):null}}function dn(e,t){return e.every(({id:e,deliveredAt:n,withdrawnAt:r})=>e===t.id||n!==null||r!==null)}var fn=l(`<p class="said s-senfeh"> </p>`),pn=l(`<p> </p>`),mn=l(`<p class="quiet small"> </p> <div class="paper s-senfeh"><p><!></p> <!> <!></div>`,1),hn=l(`<section class="preview s-senfeh" aria-labelledby="preview"><h3 id="preview"> </h3> <!></section>`);function gn(t,n){w(n,!0);let r=V(()=>ln(n.order)),a=x(null),o=V(()=>g(a)&&un(n.intent,n.order,g(a)));_(()=>{let e=g(r);J(e).then(t=>e===g(r)&&j(a,t))});var s=hn(),c=e(s),l=H(c,!0),f=L(c,2),p=t=>{var n=mn(),a=T(n),s=H(a,!0),c=L(a,2),l=e(c),f=e(l);me(f,{get status(){return g(o).status},get label(){return g(o).label}}),z(l);var p=L(l,2);u(p,17,()=>g(o).said,N,(e,t)=>{var n=fn(),r=H(n,!0);v(()=>d(r,g(t))),i(e,n)});var m=L(p,2);u(m,16,()=>g(o).meaning,e=>e,(e,t)=>{var n=pn(),r=H(n,!0);v(()=>d(r,t)),i(e,n)}),z(c),v(e=>{d(s,e),O(c,`lang`,g(r))},[()=>q(Z().desk.previewIn,{language:K[g(r)]})]),i(t,n)},m=e=>{var t=pn(),n=H(t,!0);v(e=>d(n,e),[()=>Z().desk.previewNothing]),i(e,t)};M(f,e=>{g(o)?e(p):g(a)&&e(m,1)}),z(s),v(e=>{O(s,`data-preview`,g(r)),d(l,e)},[()=>Z().desk.preview]),i(t,s),W()}var _n=l(`<p class="wrong"> </p>`),vn=l(`<button class="button" type="button"> </button> <button type="submit"> </button>`,1),yn=l(`<p> </p>`),bn=l(`<p class="quiet small"> </p>`),xn=l(`<div class="field"><label> </label>  <textarea class="input s-1dozbv9" rows="3" maxlength="2000"></textarea> <!> <!></div>`),Sn=l(`<label class="choice s-1dozbv9"><input type="checkbox"/> </label>`),Cn=l(`<input class="input" maxlength="2000"/>`),wn=l(`<div class="document s-1dozbv9"><label class="choice s-1dozbv9"><input type="checkbox"/> </label> <!></div>`),Tn=l(`<fieldset data-documents=""><legend class="label"> </legend> <!> <!></fieldset>`),En=l(`<div class="field"><label> </label> <input class="input" maxlength="255" autocomplete="off" spellcheck="false"/> <p class="quiet small"> </p></div>`),Dn=l(`<div class="field"><label> </label> <input class="input moment s-1dozbv9" type="datetime-local"/> <!> <p class="quiet small"> </p></div>`),On=l(`<p class="note bad" role="alert"> </p>`),kn=l(`<form class="stack" novalidate=""><!> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function An(t,n){let a=G();w(n,!0);let c=(e,t=I)=>{var n=s(),r=T(n),o=e=>{var n=_n(),r=H(n,!0);v(e=>{O(n,`id`,`${a}-${t()??``}-wrong`),d(r,e)},[()=>Z().desk[g(p)[t()]]]),i(e,n)};M(r,e=>{g(D)&&g(p)[t()]&&e(o)}),i(e,n)},l=B({text:``,at:``,serviceName:``,isVisible:!1,documents:{}}),f=V(()=>on(n.kind,n.line,l)),p=V(()=>sn(g(f),Date.now())),h=V(()=>q(Z().desk.titles[n.kind],{number:n.order.number,line:[n.line?.description,n.line?.serviceName].filter(Boolean).join(`, `)})),_=V(()=>({refuse:Z().desk.reason,fail:Z().desk.message,note:Z().desk.noteText})[n.kind]),y=x(!1),D=x(!1),N=x(``),F=x(void 0);async function ee(e){if(e.preventDefault(),j(D,!0),Object.keys(g(p)).length>0){g(F)?.querySelector(`[aria-invalid="true"], [data-documents] input`)?.focus();return}j(y,!0);let t=await cn(g(f),n.order.number,X.language);j(y,!1),j(N,t.refusal,!0),t.order&&(n.desk.learn([t.order]),ve(q(Z().desk.done,{number:n.order.number,status:t.order.statusLabel})),n.onClose())}ye(t,{get title(){return g(h)},get onClose(){return n.onClose},foot:e=>{var t=vn(),s=T(t),c=H(s,!0),l=L(s,2);let u;S(l,n.kind===`approve`);var f=H(l,!0);v((e,t)=>{d(c,e),u=r(l,1,`button`,null,u,{danger:n.kind===`refuse`,primary:n.kind!==`refuse`}),O(l,`form`,`${a}-form`),O(l,`data-confirm-step`,n.kind),l.disabled=g(y),d(f,t)},[()=>Z().state.cancel,()=>g(y)?Z().desk.busy:Z().desk.confirm[n.kind]]),o(`click`,s,function(...e){n.onClose?.apply(this,e)}),i(e,t)},children:(t,r)=>{var s=kn(),h=e(s),y=e=>{var t=yn(),n=H(t,!0);v(e=>d(n,e),[()=>Z().desk.approveText]),i(e,t)};M(h,e=>{n.kind===`approve`&&e(y)});var x=L(h,2),w=e=>{var t=yn(),r=H(t,!0);v(e=>d(r,e),[()=>q(Z().desk.refuseText,{amount:n.order.total.text})]),i(e,t)};M(x,e=>{n.kind===`refuse`&&e(w)});var T=L(x,2),I=t=>{var r=xn(),o=e(r),s=H(o,!0),u=L(o,2);P(u),S(u,!0);var f=L(u,2);c(f,()=>`text`);var m=L(f,2),h=e=>{var t=bn(),n=H(t,!0);v(e=>d(n,e),[()=>Z().desk.reasonHint]),i(e,t)};M(m,e=>{n.kind!==`note`&&e(h)}),z(r),v(()=>{O(o,`for`,`${a}-text`),d(s,g(_)),O(u,`id`,`${a}-text`),O(u,`aria-invalid`,g(D)&&g(p).text?`true`:void 0),O(u,`aria-describedby`,g(D)&&g(p).text?`${a}-text-wrong`:void 0)}),R(u,()=>l.text,e=>l.text=e),i(t,r)};M(T,e=>{g(_)&&e(I)});var B=L(T,2),U=t=>{var n=Sn(),r=e(n);k(r);var a=L(r,1,!0);z(n),v(e=>d(a,e),[()=>Z().desk.noteVisible]),E(r,()=>l.isVisible,e=>l.isVisible=e),i(t,n)};M(B,e=>{n.kind===`note`&&e(U)});var W=L(B,2),te=t=>{var n=Tn(),r=e(n),a=H(r,!0),s=L(r,2);u(s,17,()=>Object.entries(Z().tracking.documentKinds),([e,t])=>e,(t,n)=>{var r=V(()=>A(g(n),2));let a=()=>g(r)[0],s=()=>g(r)[1],c=V(()=>l.documents[a()]!==void 0);var u=wn(),f=e(u),p=e(f);k(p);var m=L(p,1,!0);z(f);var h=L(f,2),_=e=>{var t=Cn();k(t),v((e,n)=>{O(t,`aria-label`,`${e??``}: ${s()??``}`),O(t,`placeholder`,n)},[()=>Z().desk.documentMessage,()=>Z().desk.documentMessage]),R(t,()=>l.documents[a()],e=>l.documents[a()]=e),i(e,t)};M(h,e=>{g(c)&&e(_)}),z(u),v(()=>{b(p,g(c)),d(m,s())}),o(`change`,p,()=>l.documents[a()]=g(c)?void 0:``),i(t,u)});var f=L(s,2);c(f,()=>`documents`),z(n),v(e=>d(a,e),[()=>Z().desk.documents]),i(t,n)};M(W,e=>{n.kind===`documents`&&e(te)});var G=L(W,2),K=t=>{var r=En(),o=e(r),s=H(o,!0),c=L(o,2);k(c);var u=L(c,2),f=H(u,!0);z(r),v((e,t)=>{O(o,`for`,`${a}-service`),d(s,e),O(c,`id`,`${a}-service`),O(c,`placeholder`,n.line?.serviceName??``),O(c,`aria-describedby`,`${a}-service-hint`),O(u,`id`,`${a}-service-hint`),d(f,t)},[()=>Z().desk.serviceName,()=>Z().desk.serviceHint]),R(c,()=>l.serviceName,e=>l.serviceName=e),i(t,r)};M(G,e=>{n.kind===`deliver`&&e(K)});var ne=L(G,2),J=t=>{var r=Dn(),o=e(r),s=H(o,!0),u=L(o,2);k(u);var f=L(u,2);c(f,()=>`at`);var m=L(f,2),h=H(m,!0);z(r),v((e,t)=>{O(o,`for`,`${a}-at`),d(s,e),O(u,`id`,`${a}-at`),O(u,`aria-invalid`,g(D)&&g(p).at?`true`:void 0),O(u,`aria-describedby`,`${a}-at-hint${g(D)&&g(p).at?` ${a}-at-wrong`:``}`),O(m,`id`,`${a}-at-hint`),d(h,t)},[()=>n.kind===`fail`?Z().desk.retryAt:Z().desk.dueAt,()=>n.kind===`fail`?Z().desk.retryHint:Z().desk.dueHint]),R(u,()=>l.at,e=>l.at=e),i(t,r)};M(ne,e=>{(n.kind===`fail`||n.kind===`documents`)&&e(J)});var Y=L(ne,2);gn(Y,{get intent(){return g(f)},get order(){return n.order}});var re=L(Y,2),X=e=>{var t=On(),n=H(t,!0);v(()=>d(n,g(N))),i(e,t)};M(re,e=>{g(N)&&e(X)}),z(s),C(s,e=>j(F,e),()=>g(F)),v(()=>O(s,`id`,`${a}-form`)),m(`submit`,s,ee),i(t,s)},$$slots:{foot:!0,default:!0}}),W()}h([`click`,`change`]);var jn=l(`<p class="card empty s-1h7apug"> </p>`),Mn=l(`<button type="button"> </button>`),Nn=l(`<p class="quiet small" id="why-not"> </p>`),Pn=l(`<div class="sides s-1h7apug"><section class="card work s-1h7apug" aria-labelledby="work"><div class="row title s-1h7apug"><h2 id="work" class="number s-1h7apug"> </h2> <!></div> <!> <div class="steps s-1h7apug" role="group"></div> <!> <!> <!> <!> <div><!></div></section> <!></div> <!>`,1);function Fn(t,n){w(n,!0);let a=()=>({number:n.number,language:X.language}),c=new ce(Me,a),l=V(()=>c.data?.order),f=x(null),p=x(void 0),m=[`approve`,`documents`,`refuse`,`note`];_(()=>n.desk.onTold((e,t)=>(t===null||t===g(l)?.number)&&c.reload()));function h(e){if(!g(l))return``;let t=Ee(e,g(l),n.scopes);return t===null?null:`scope`in t?q(Z().desk.needs,t):q(Z().desk.notNow,{status:g(l).statusLabel})}function y(e){if(e===`claim`)return void g(p)?.toggle();if(e!==`approve`&&e!==`refuse`)return;let t=h(e);t===null?j(f,{kind:e}):ve(t)}var b={act:y},S=s(),E=T(S),D=e=>{ie(e,{get error(){return c.error},onAgain:()=>c.reload()})},k=e=>{var t=s(),r=T(t),a=e=>{_e(e,{rows:6})},o=e=>{var t=jn(),r=H(t,!0);v(e=>d(r,e),[()=>q(Z().desk.missing,{number:n.number})]),i(e,t)};M(r,e=>{c.isLoading?e(a):e(o,-1)}),i(e,t)},A=t=>{var s=Pn(),c=T(s),_=e(c),y=e(_),b=e(y),x=H(b,!0),S=L(b,2);me(S,{get status(){return g(l).status},get label(){return g(l).statusLabel}}),z(y);var w=L(y,2);C(ct(w,{get order(){return g(l)},get desk(){return n.desk},get me(){return n.me},get scopes(){return n.scopes}}),e=>j(p,e,!0),()=>g(p));var E=L(w,2);u(E,20,()=>m,e=>e,(e,t)=>{let n=V(()=>h(t));var a=Mn();let s;var c=H(a,!0);v(e=>{s=r(a,1,`button s-1h7apug`,null,s,{primary:t===`approve`&&g(n)===null}),O(a,`data-step-button`,t),O(a,`aria-disabled`,g(n)!==null),O(a,`aria-describedby`,g(n)===null?void 0:`why-not`),O(a,`title`,g(n)??void 0),d(c,e)},[()=>Z().desk[t]]),o(`click`,a,()=>g(n)===null?j(f,{kind:t}):ve(g(n))),i(e,a)}),z(E);var D=L(E,2),k=e=>{var t=Nn(),n=H(t,!0);v(e=>d(n,e),[()=>h(`approve`)]),i(e,t)},A=V(()=>h(`approve`)!==null);M(D,e=>{g(A)&&e(k)});var N=L(D,2);{let e=V(()=>h(`deliver`));an(N,{get order(){return g(l)},get whyNot(){return g(e)},onStep:(e,t)=>j(f,{kind:e,line:t})})}var P=L(N,2);Zt(P,{get order(){return g(l)},get desk(){return n.desk},get money(){return n.money},get scopes(){return n.scopes}});var F=L(P,2);ht(F,{get order(){return g(l)}});var I=L(F,2),R=e(I);de(R,{operation:()=>({document:Me,variables:a()})}),z(I),z(_),ut(L(_,2),{get number(){return n.number}}),z(c);var ee=L(c,2),B=e=>{An(e,U(()=>g(f),{get order(){return g(l)},get desk(){return n.desk},onClose:()=>j(f,null)}))};M(ee,e=>{g(f)&&e(B)}),v(e=>{O(_,`data-desk-order`,g(l).number),d(x,g(l).number),O(E,`aria-label`,e)},[()=>Z().desk.actions]),i(t,s)};return M(E,e=>{c.error&&!g(l)?e(D):g(l)?e(A,-1):e(k,1)}),i(t,S),W(b)}h([`click`]);var In=l(`<div class="s-m34snc"><dt><kbd class="s-m34snc"> </kbd></dt> <dd> </dd></div>`),Ln=l(`<dl class="s-m34snc"></dl>`);function Rn(t,n){w(n,!0);let r=V(()=>[[`j`,Z().desk.keys.j],[`k`,Z().desk.keys.k],[`Enter`,Z().desk.keys.enter],[`a`,Z().desk.keys.a],[`r`,Z().desk.keys.r],[`c`,Z().desk.keys.c],[`?`,Z().desk.keys.help],[`Esc`,Z().desk.keys.esc]]);{let a=V(()=>Z().desk.shortcuts);ye(t,{get title(){return g(a)},get onClose(){return n.onClose},narrow:!0,children:(t,n)=>{var a=Ln();u(a,21,()=>g(r),([e,t])=>e,(t,n)=>{var r=V(()=>A(g(n),2));let a=()=>g(r)[0],o=()=>g(r)[1];var s=In(),c=e(s),l=e(c),u=H(l,!0);z(c);var f=L(c,2),p=H(f,!0);z(s),v(()=>{d(u,a()),d(p,o())}),i(t,s)}),z(a),i(t,a)},$$slots:{default:!0}})}W()}var zn={j:`next`,k:`previous`,a:`approve`,r:`refuse`,c:`claim`,"?":`help`,Escape:`close`};function Bn(e){return e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||e.target?.closest?.(`input, textarea, select, [contenteditable], dialog, [popover]`)||document.querySelector(`dialog[open]`)?null:zn[e.key]??null}var Vn=100,Hn=250,Un=15e3,Wn=/^(PAYMENT|REFUND|WITHDRAWAL|ORDER_REFUSED|ORDER_CANCELLED)/,Gn=class{scopes;#e;#t=x();#n;#r=V(()=>g(this.#t)&&_t(g(this.#t),this.#e.now));get all(){return g(this.#r)}set all(e){j(this.#r,e)}constructor(e,t){this.scopes=t,this.#e=e,_(()=>{X.language,Q.renewals,Q.api&&this.#a();let e=setInterval(()=>this.#i(),Un);return()=>(clearInterval(e),clearTimeout(this.#n))}),_(()=>e.onTold(e=>(e===null||Wn.test(e))&&this.#i()))}of(e){return this.all?.find(t=>t.id===e)}reload(){this.#i()}#i(){clearTimeout(this.#n),this.#n=setTimeout(()=>void this.#a(),Hn)}async#a(){let e=(...e)=>e.some(e=>this.scopes().includes(e)),t={first:Vn,payments:e(`orders:read`,`payments:write`),refunds:e(`orders:read`,`refunds:write`),language:X.language},{data:n}=await Q.api?.client.query(wt,t,{requestPolicy:`network-only`})??{};n&&j(this.#t,n)}},Kn=l(`<p class="card empty s-10hp5uv"> </p>`),qn=l(`<span class="contradiction small s-10hp5uv"> </span>`),Jn=l(`<li class="s-10hp5uv"><a class="number s-10hp5uv"> </a> <span class="customer s-10hp5uv"> </span> <span class="what s-10hp5uv"><strong class="s-10hp5uv"> </strong> <span class="quiet small"><!><!></span> <!></span> <span class="amount number s-10hp5uv"> </span></li>`),Yn=l(`<ul class="card"></ul>`);function Xn(t,r){w(r,!0);var a=s(),o=T(a),c=e=>{var t=Kn(),n=H(t,!0);v(e=>d(n,e),[()=>Z().desk.empty.money]),i(e,t)},l=t=>{var a=Yn();u(a,21,()=>r.cases,e=>e.id,(t,a)=>{var o=Jn(),s=e(o),c=H(s,!0),l=L(s,2),u=H(l,!0),f=L(l,2),p=e(f),m=H(p,!0),h=L(p,2),_=e(h);nt(_,{get at(){return g(a).since},get now(){return r.now}});var y=L(_),b=e=>{var t=n();v(e=>d(t,e),[()=>`, ${q(Z().desk.money.asked,{n:g(a).attempts,when:ae(g(a).nextCheckAt,X.language)})}`]),i(e,t)};M(y,e=>{g(a).nextCheckAt&&g(a).is===`unclear`&&e(b)}),z(h);var x=L(h,2),S=e=>{var t=qn(),n=H(t,!0);v(()=>d(n,g(a).contradiction)),i(e,t)};M(x,e=>{g(a).contradiction&&e(S)}),z(f);var C=L(f,2),w=H(C,!0);z(o),v(e=>{O(o,`data-order`,g(a).number),O(o,`data-case`,g(a).is),O(s,`href`,`/desk?queue=money&order=${g(a).number??``}`),d(c,g(a).number),d(u,g(a).customer),d(m,e),d(w,g(a).amount)},[()=>Z().desk.money[g(a).of][g(a).is]]),i(t,o)}),z(a),i(t,a)};M(o,e=>{r.cases.length===0?e(c):e(l,-1)}),i(t,a),W()}var Zn=l(`<p class="card empty s-1i32r5v"> </p>`),Qn=l(`<span class="late s-1i32r5v"> </span>`),$n=l(`<tr role="row" class="s-1i32r5v"><th role="rowheader" scope="row" class="named s-1i32r5v"><a class="number s-1i32r5v"> </a></th><td role="cell" class="customer s-1i32r5v"> <!></td><td role="cell" class="since s-1i32r5v"><!></td><td role="cell" class="amount end number s-1i32r5v"> </td><td role="cell" class="who s-1i32r5v"><span> </span></td></tr>`),er=l(`<div class="card rows s-1i32r5v"><table role="table" class="s-1i32r5v"><thead role="rowgroup" class="s-1i32r5v"><tr role="row"><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="end s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th></tr></thead><tbody role="rowgroup" class="s-1i32r5v"></tbody></table></div>`);function tr(t,n){w(n,!0);function a(e){let t=new URLSearchParams(pe.search);return t.set(`order`,e),`/desk?${t}`}var c=s(),l=T(c),f=e=>{var t=Zn(),r=H(t,!0);v(e=>d(r,e),[()=>Z().desk.empty[n.queue]]),i(e,t)},p=t=>{var s=er(),c=e(s),l=e(c),f=e(l),p=e(f),m=H(p,!0),h=L(p),_=H(h,!0),y=L(h),b=H(y,!0),x=L(y),S=H(x,!0),C=L(x),w=H(C,!0);z(f),z(l);var T=L(l);u(T,21,()=>n.rows,e=>e.id,(t,s)=>{let c=V(()=>qe(g(s).claim,n.now));var l=$n(),u=e(l),f=e(u),p=H(f,!0);z(u);var m=L(u),h=e(m,!0),_=L(h),y=e=>{var t=Qn(),n=H(t,!0);v(e=>d(n,e),[()=>Z().desk.late]),i(e,t)},b=V(()=>n.queue===`deliver`&&g(s).lines.some(({failure:e})=>e));M(_,e=>{g(b)&&e(y)}),z(m);var x=L(m),S=e(x);{let e=V(()=>We(g(s)));nt(S,{get at(){return g(e)},get now(){return n.now}})}z(x);var C=L(x),w=H(C,!0),T=L(C),E=e(T);let D;var k=H(E,!0);z(T),z(l),v((e,t)=>{O(l,`data-order`,g(s).number),O(f,`href`,e),d(p,g(s).number),d(h,g(s).customer.name),d(w,g(s).total.text),O(T,`data-claim`,g(c)?.operator??``),D=r(E,1,`mark s-1i32r5v`,null,D,{mine:g(c)?.operator===n.me,free:!g(c)}),d(k,t)},[()=>a(g(s).number),()=>g(c)?g(c).operator===n.me?Z().desk.mine:g(c).operator:Z().desk.nobody]),o(`click`,l,e=>!e.target.closest(`a`)&&oe({order:g(s).number})),i(t,l)}),z(T),z(c),z(s),v((e,t,n,r,i,a)=>{O(c,`aria-label`,e),d(m,t),d(_,n),d(b,r),d(S,i),d(w,a)},[()=>Z().desk.queue[n.queue],()=>Z().desk.order,()=>Z().desk.customer,()=>Z().desk.since,()=>Z().desk.amount,()=>Z().desk.who]),i(t,s)};M(l,e=>{n.rows.length===0?e(f):e(p,-1)}),i(t,c),W()}h([`click`]);var nr=l(`<a class="s-y1ql5e"> <span class="count s-y1ql5e" data-count=""> </span></a>`),rr=l(`<div class="row way s-y1ql5e"><button class="button plain s-y1ql5e" type="button"><!> </button> <span class="push s-y1ql5e"></span> <button class="button icon" type="button"><!></button> <button class="button icon" type="button"><!></button></div> <!>`,1),ir=l(`<div><button class="button" type="button"> </button></div>`),ar=l(`<!> <!>`,1),or=l(`<div class="desk s-y1ql5e"><div><h1 tabindex="-1" class="s-y1ql5e"> </h1> <form class="find s-y1ql5e" role="search"><input class="input s-y1ql5e" type="search" maxlength="32" autocomplete="off" spellcheck="false"/> <button class="button" type="submit"> </button></form> <button class="button keys s-y1ql5e" type="button" aria-keyshortcuts="?"> <kbd aria-hidden="true" class="s-y1ql5e">?</kbd></button></div> <nav></nav> <!></div> <!>`,1);function sr(n,c){w(c,!0);let l=new et,p=new Gn(l,()=>c.scopes),h=V(()=>Ue(pe.search)),_=V(()=>pe.search.get(`order`)),y=V(()=>g(h)===`money`?void 0:l.rows(g(h))),b=V(()=>[...new Set((g(h)===`money`?p.all??[]:g(y)??[]).map(e=>e.number))]),S=x(void 0),E=x(!1),A=x(``),N=e=>e===`check`?`/desk`:`/desk?queue=${e}`;async function P(e){if(g(_)!==null){let t=Je(g(b),g(_),e);t!==null&&t!==g(_)&&oe({order:t},{replace:!0});return}let t=document.activeElement?.closest(`[data-order]`)?.dataset.order??null;document.querySelector(`[data-order="${Je(g(b),t,e)}"] a`)?.focus()}async function F(){let e=g(_);oe({order:null}),await a(),(document.querySelector(`[data-order="${e}"] a`)??document.querySelector(`h1`))?.focus()}function I(e){let t=Bn(e);t!==null&&(e.preventDefault(),t===`help`?j(E,!0):t===`next`?P(1):t===`previous`?P(-1):t===`close`?g(_)!==null&&F():g(S)?.act(t))}function ee(e){e.preventDefault(),g(A).trim()&&oe({order:g(A).trim()}),j(A,``)}var B=or();m(`keydown`,f,I);var U=T(B),te=e(U);let G;var K=e(te),ne=H(K,!0),q=L(K,2),J=e(q);k(J);var Y=L(J,2),X=H(Y,!0);z(q);var ae=L(q,2),se=e(ae);D(),z(ae),z(te);var ce=L(te,2);let le;u(ce,20,()=>Ve,e=>e,(t,n)=>{var r=nr(),a=e(r,!0),o=L(a),s=H(o,!0);z(r),v((e,t,i)=>{O(r,`href`,e),O(r,`aria-current`,n===g(h)?`true`:void 0),O(r,`data-queue`,n),d(a,t),d(s,i)},[()=>N(n),()=>Z().desk.queue[n],()=>(n===`money`?p.all?.length:l.count(n))??`…`]),i(t,r)}),z(ce);var ue=L(ce,2),de=n=>{var r=rr(),a=T(r),s=e(a),u=e(s);re(u,{name:`left`,size:18});var f=L(u,1,!0);z(s);var m=L(s,4),h=e(m);re(h,{name:`left`}),z(m);var y=L(m,2),b=e(y);re(b,{name:`right`}),z(y),z(a);var x=L(a,2);t(x,()=>g(_),e=>{C(Fn(e,{get number(){return g(_)},get desk(){return l},get money(){return p},get me(){return c.me},get scopes(){return c.scopes}}),e=>j(S,e,!0),()=>g(S))}),v((e,t,n,r,i)=>{d(f,e),O(m,`aria-label`,t),O(m,`title`,n),O(y,`aria-label`,r),O(y,`title`,i)},[()=>Z().desk.back,()=>Z().desk.previous,()=>Z().desk.previous,()=>Z().desk.next,()=>Z().desk.next]),o(`click`,s,F),o(`click`,m,()=>P(-1)),o(`click`,y,()=>P(1)),i(n,r)},fe=t=>{var n=ar(),r=T(n),a=e=>{ie(e,{get error(){return l.error},onAgain:()=>l.reload()})};M(r,e=>{l.error&&e(a)});var u=L(r,2),f=t=>{var n=s(),r=T(n),a=t=>{var n=ar(),r=T(n);tr(r,{get queue(){return g(h)},get rows(){return g(y)},get now(){return l.now},get me(){return c.me}});var a=L(r,2),s=t=>{var n=ir(),r=e(n),a=H(r,!0);z(n),v(e=>d(a,e),[()=>Z().desk.more]),o(`click`,r,()=>l.more(g(h))),i(t,n)},u=V(()=>l.hasMore(g(h)));M(a,e=>{g(u)&&e(s)}),i(t,n)},u=e=>{_e(e,{rows:6})};M(r,e=>{g(y)?e(a):l.error||e(u,1)}),i(t,n)},m=e=>{Xn(e,{get cases(){return p.all},get now(){return l.now}})},_=e=>{_e(e,{rows:6})};M(u,e=>{g(h)===`money`?p.all?e(m,1):e(_,-1):e(f)}),i(t,n)};M(ue,e=>{g(_)===null?e(fe,-1):e(de)}),z(U);var me=L(U,2),he=e=>{Rn(e,{onClose:()=>j(E,!1)})};M(me,e=>{g(E)&&e(he)}),v((e,t,n,i,a,o)=>{G=r(te,1,`row head s-y1ql5e`,null,G,{aside:g(_)!==null}),d(ne,e),O(J,`aria-label`,t),O(J,`placeholder`,n),d(X,i),d(se,`${a??``} `),O(ce,`aria-label`,o),le=r(ce,1,`s-y1ql5e`,null,le,{aside:g(_)!==null})},[()=>Z().desk.title,()=>Z().desk.find,()=>Z().desk.find,()=>Z().desk.findButton,()=>Z().desk.shortcuts,()=>Z().desk.queues]),m(`submit`,q,ee),R(J,()=>g(A),e=>j(A,e)),o(`click`,ae,()=>j(E,!0)),i(n,B),W()}h([`click`]);var cr=l(`<section class="stack" data-refused=""><h1 tabindex="-1"> </h1> <p class="quiet"> </p></section>`);function lr(t,n){w(n,!0);let r=V(()=>Q.viewer),a=V(()=>g(r)?.__typename===`Operator`?g(r):null),o=V(()=>g(a)?.scopes.some(e=>Se.includes(e)));var c=s();p(`1xehhcy`,e=>{ee(e=>{y.title=`${e??``} · Buono`},[()=>Z().desk.title])});var l=T(c),u=e=>{sr(e,{get me(){return g(a).name},get scopes(){return g(a).scopes}})},f=t=>{var n=cr(),o=e(n),s=H(o,!0),c=L(o,2),l=H(c,!0);z(n),v((e,t)=>{d(s,e),d(l,t)},[()=>g(a)?Z().desk.notAllowed:q(Z().desk.forOperators,{name:g(r)&&`name`in g(r)?g(r).name:``}),()=>g(a)?q(Z().desk.notAllowedHint,{scopes:Se.join(`, `),own:g(a).scopes.join(`, `)||Z().desk.noScopes}):Z().desk.forOperatorsHint]),i(t,n)};M(l,e=>{g(a)&&g(o)?e(u):e(f,-1)}),i(t,c),W()}export{lr as default};