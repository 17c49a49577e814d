import{$ as e,A as t,B as n,D as r,F as i,G as a,H as o,I as s,J as c,K as l,N as u,O as d,P as f,Q as p,R as m,S as h,U as g,V as _,W as v,X as y,Y as b,Z as x,ct as S,d as C,dt as w,et as T,f as E,ft as D,g as O,h as k,it as A,k as j,lt as M,m as N,mt as P,nt as F,ot as I,p as L,pt as R,rt as z,st as B,tt as V,u as H,ut as U,v as ee,w as W,y as te,z as G}from"./libraries-BWIsjS6D.js";import{A as ne,H as re,I as K,K as q,M as J,N as Y,P as X,S as ie,T as Z,X as ae,Y as Q,a as oe,c as se,d as ce,g as le,i as ue,l as de,n as fe,o as pe,p as me,r as he,s as ge,t as _e,v as ve,y as ye}from"./frame-CER02-s9.js";import{t as be}from"./Dialog-Cu1icZlr.js";import{n as xe,t as Se}from"./Tracking-gCHLCWfX.js";var Ce=[`orders:read`,`orders:validate`,`orders:deliver`],we=[`orders:validate`,`orders:deliver`,`payments:write`,`refunds:write`],Te={approve:`orders:validate`,refuse:`orders:validate`,documents:`orders:validate`,note:`orders:validate`,deliver:`orders:deliver`,fail:`orders:deliver`},Ee={approve:[`CHECKING`],documents:[`CHECKING`],refuse:[`CHECKING`,`DOCUMENTS_REQUESTED`],deliver:[`DELIVERING`],fail:[`DELIVERING`]};function De(e,t,n){return n.includes(Te[e])?Ee[e]?.includes(t.status)??!0?null:{status:!0}:{scope:Te[e]}}var Oe=e=>e.some(e=>we.includes(e)),ke=Q(`
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
`),Ae=Q(`
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
  `,[ke]),je=Q(`
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
  `,[ke]),Me=Q(`
    fragment DeskDetail on Order {
      ...DeskRow
      ...OrderDetail
      amountDue {
        amount
        text(language: $language)
      }
      amountReceived {
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
  `,[ke,re]),Ne=Q(`
    query DeskOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...DeskDetail
      }
    }
  `,[Me]),Pe=Q(`
    fragment Step on OrderStepPayload {
      errors {
        __typename
        ...Refusal
      }
      order {
        ...DeskDetail
      }
    }
  `,[q,Me]),Fe=Q(`
    mutation DeskClaim($input: OrderClaimInput!, $language: String!) {
      step: orderClaim(input: $input) {
        ...Step
      }
    }
  `,[Pe]),Ie=Q(`
    mutation DeskApprove($input: OrderNumberInput!, $language: String!) {
      step: orderApprove(input: $input) {
        ...Step
      }
    }
  `,[Pe]),Le=Q(`
    mutation DeskRefuse($input: OrderRefuseInput!, $language: String!) {
      step: orderRefuse(input: $input) {
        ...Step
      }
    }
  `,[Pe]),Re=Q(`
    mutation DeskRequestDocuments($input: OrderRequestDocumentsInput!, $language: String!) {
      step: orderRequestDocuments(input: $input) {
        ...Step
      }
    }
  `,[Pe]),ze=Q(`
    mutation DeskDeliver($input: OrderLineDeliverInput!, $language: String!) {
      step: orderLineDeliver(input: $input) {
        ...Step
      }
    }
  `,[Pe]),Be=Q(`
    mutation DeskFail($input: OrderLineFailInput!, $language: String!) {
      step: orderLineFail(input: $input) {
        ...Step
      }
    }
  `,[Pe]),Ve=Q(`
    mutation DeskNote($input: OrderNoteInput!, $language: String!) {
      step: orderNote(input: $input) {
        ...Step
      }
    }
  `,[Pe]),He=[`check`,`deliver`,`documents`,`money`],Ue={check:`CHECKING`,deliver:`DELIVERING`,documents:`DOCUMENTS_REQUESTED`};function We(e){return He.find(t=>t===e.get(`queue`))??`check`}function Ge({createdAt:e,paidAt:t,tracking:n}){let r=n.steps.findLast(({state:e})=>e===`DOING`||e===`ERROR`);return(r?.name===`DELIVERING`?r.startedAt:t)??e}function Ke(e,t){let n=new Map(e);for(let e of t){let t=n.get(e.id);(!t||t.tracking.sequence<=e.tracking.sequence)&&n.set(e.id,e)}return n}function qe(e,t,n){return[...e.values()].filter(({status:e,createdAt:r})=>e===Ue[t]&&(n===null||r<=n)).sort((e,t)=>e.createdAt<t.createdAt?-1:e.createdAt>t.createdAt?1:e.id<t.id?-1:1)}function Je(e,t){return e&&t<Date.parse(e.until)?e:null}function Ye(e,t,n){let r=t===null?-1:e.indexOf(t);return r===-1?(n===1?e[0]:e.at(-1))??null:e[Math.min(e.length-1,Math.max(0,r+n))]??null}function Xe(e,t){let n=Math.max(0,Math.floor((t-Date.parse(e))/6e4));return n<60?{value:n,unit:`minute`}:n<2880?{value:Math.floor(n/60),unit:`hour`}:{value:Math.floor(n/1440),unit:`day`}}var Ze=50,Qe=500,$e=5e3,et=Object.keys(Ue),tt=class{#e=A(new Map);#t=A({});#n=new Set;#r=A();get error(){return g(this.#r)}set error(e){z(this.#r,e)}#i=A(F(Date.now()));get now(){return g(this.#i)}set now(e){z(this.#i,e,!0)}#a;#o;constructor(){b(()=>{let e=setInterval(()=>this.now=Date.now(),$e);return()=>clearInterval(e)}),b(()=>{let e=Z.api,t=Y.language;if(Z.renewals,e)return a(()=>this.reload()),le({client:e.client,document:je,variables:{language:t},after:this.#a,renew:()=>Z.renew(),onUpdate:({orderUpdates:{cursor:e,order:t,event:n}})=>{this.#a=e,t&&this.learn([t]),t?et.some(e=>this.hasMore(e))&&this.#c():this.#c(),this.#s(n?.kind??null,t?.number??null)}})}),b(()=>{ae.isLive&&a(()=>this.#c())}),b(()=>()=>clearTimeout(this.#o))}learn(e){this.now=Date.now(),z(this.#e,Ke(g(this.#e),e))}rows(e){let t=g(this.#t)[e];return t&&qe(g(this.#e),e,t.next?.from??null)}count(e){let t=g(this.#t)[e];return t?.next?t.total:this.rows(e)?.length}hasMore(e){return!!g(this.#t)[e]?.next}async more(e){let t=g(this.#t)[e];t?.next&&await this.#u(e,t.pages,t.next.cursor)}reload(){for(let e of et)this.#l(e)}onTold(e){return this.#n.add(e),()=>this.#n.delete(e)}#s(e,t){for(let n of this.#n)n(e,t)}#c(){this.#o??=setTimeout(()=>{this.#o=void 0,this.reload(),this.#s(null,null)},Qe)}async#l(e){let t=Math.max(1,g(this.#t)[e]?.pages??1),n=g(this.#e),r=new Set,i=null;for(let n=0;n<t;n++){let t=await this.#u(e,n,i);if(!t)return;for(let{id:e}of t.nodes)r.add(e);if(i=t.pageInfo.hasNextPage?t.pageInfo.endCursor:null,i===null)break}let a=(this.rows(e)??[]).filter(e=>!r.has(e.id)&&n.get(e.id)===e);if(a.length===0)return;let o=new Map(g(this.#e));for(let{id:e}of a)o.delete(e);z(this.#e,o)}async#u(e,t,n){let r={status:[Ue[e]],first:Ze,after:n,language:Y.language},{data:i,error:a}=await Z.api?.client.query(Ae,r,{requestPolicy:`network-only`})??{};if(this.error=a,!i)return;let{nodes:o,pageInfo:s,totalCount:c}=i.orders;this.learn(o);let l=o.at(-1),u=s.hasNextPage&&s.endCursor!==null&&l?{cursor:s.endCursor,from:l.createdAt}:null;return z(this.#t,{...g(this.#t),[e]:{total:c,pages:t+1,next:u}}),i.orders}};async function $(e,t){let{data:n,error:r}=await Z.api?.client.mutation(e,t)??{};if(n?.step.order)return{order:n.step.order,refusal:``,fields:[]};let i=n?.step.errors??[],a=i.map(({message:e})=>e).filter(e=>e!==void 0),o=r?.networkError?X().state.offline:r?.graphQLErrors[0]?.message??X().state.failed;return{order:null,refusal:a.length>0?a.join(` `):o,fields:i.flatMap(({path:e})=>e?.slice(0,1)??[])}}var nt=s(`<time> </time>`);function rt(e,t){U(t,!0);let n=I(()=>Xe(t.at,t.now)),r=I(()=>new Intl.RelativeTimeFormat(Y.language,{numeric:`auto`}).format(-g(n).value,g(n).unit));var i=nt(),a=T(i,!0);c(e=>{k(i,`datetime`,t.at),k(i,`title`,e),u(a,g(r))},[()=>ge(t.at,Y.language)]),f(e,i),M()}var it=s(`<button class="button" type="button" data-toggle-claim="" aria-keyshortcuts="c"> </button>`),at=s(`<p class="note bad" role="alert"> </p>`),ot=s(`<button class="button" type="button"> </button> <button class="button primary" type="button"> </button>`,1),st=s(`<p> </p> <p class="quiet small"> <!></p>`,1),ct=s(`<div><!> <p class="s-qkdw4q"> </p> <!></div> <!> <!>`,1);function lt(n,r){U(r,!0);let i=I(()=>Je(r.order.claim,r.desk.now)),a=I(()=>g(i)?.operator===r.me),o=I(()=>g(i)?se(g(i).until,Y.language):``),s=A(!1),l=A(!1),d=A(``);async function m(){Oe(r.scopes)&&!g(l)&&(g(i)&&!g(a)?z(s,!0):await v({release:g(a),force:!1}))}async function v(e){z(l,!0);let{number:t}=r.order,n=await $(Fe,{input:{number:t,...e},language:Y.language});z(l,!1),z(s,!1),z(d,n.refusal,!0),n.order&&(r.desk.learn([n.order]),ye(J(e.release?X().desk.released:X().desk.taken,{number:t})))}var y={toggle:m},b=ct(),x=e(b);let S;var C=p(x);ie(C,{name:`person`});var w=V(C,2),E=T(w,!0),O=V(w,2),j=e=>{var t=it(),n=T(t,!0);c(e=>{t.disabled=g(l),u(n,e)},[()=>g(i)?g(a)?X().desk.release:X().desk.takeOver:X().desk.claim]),_(`click`,t,m),f(e,t)},N=I(()=>Oe(r.scopes));t(O,e=>{g(N)&&e(j)}),D(x);var P=V(x,2),F=e=>{var t=at(),n=T(t,!0);c(()=>u(n,g(d))),f(e,t)};t(P,e=>{g(d)&&e(F)});var L=V(P,2),R=t=>{{let n=t=>{var n=ot(),r=e(n),i=T(r,!0),a=V(r,2),o=T(a,!0);c((e,t)=>{u(i,e),a.disabled=g(l),u(o,t)},[()=>X().state.cancel,()=>X().desk.takeOver]),_(`click`,r,()=>z(s,!1)),_(`click`,a,()=>v({release:!1,force:!0})),f(t,n)},a=I(()=>J(X().desk.takeOverTitle,{name:g(i).operator}));be(t,{get title(){return g(a)},onClose:()=>z(s,!1),narrow:!0,foot:n,children:(t,n)=>{var a=st(),o=e(a),s=T(o,!0),l=V(o,2),d=p(l);rt(V(d),{get at(){return g(i).since},get now(){return r.desk.now}}),D(l),c(e=>{u(s,e),u(d,`${g(i).operator??``}: `)},[()=>X().desk.takeOverText]),f(t,a)},$$slots:{foot:!0,default:!0}})}};return t(L,e=>{g(s)&&g(i)&&e(R)}),c(e=>{S=h(x,1,`claim s-qkdw4q`,null,S,{mine:g(a),other:g(i)&&!g(a)}),k(x,`data-claimed`,g(i)?.operator??``),u(E,e)},[()=>g(i)?J(g(a)?X().desk.claimMine:X().desk.claimOther,{name:g(i).operator,when:g(o)}):X().desk.claimFree]),f(n,b),M(y)}n([`click`]);var ut=s(`<section class="card view s-14r5u9k" aria-labelledby="view" data-customers-view=""><header><h2 id="view"> </h2> <p class="quiet small"> </p></header> <!></section>`);function dt(e,n){U(n,!0);let r=new xe(n.number);var i=ut(),a=p(i),o=p(a),s=T(o,!0),l=V(o,2),d=T(l,!0);D(a);var m=V(a,2),h=e=>{Se(e,{get order(){return r.order},get followed(){return r},isOnlyShown:!0})},g=e=>{ve(e,{rows:5})};t(m,e=>{r.order?e(h):e(g,-1)}),D(i),c((e,t)=>{u(s,e),u(d,t)},[()=>X().desk.customersView,()=>X().desk.customersViewHint]),f(e,i),M()}var ft=s(`<div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div>`),pt=s(`<p class="quiet small"> </p>`),mt=s(`<li class="s-1kpo63n"><p class="s-1kpo63n"> </p> <p class="quiet small s-1kpo63n"> <!></p></li>`),ht=s(`<section aria-labelledby="facts" class="s-1kpo63n"><h3 id="facts"> </h3> <dl class="s-1kpo63n"><div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="number s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div> <!></dl></section> <section aria-labelledby="notes" class="s-1kpo63n"><h3 id="notes"> </h3> <!> <ul class="s-1kpo63n"></ul></section>`,1);function gt(n,i){U(i,!0);var a=ht(),o=e(a),s=p(o),l=T(s,!0),d=V(s,2),m=p(d),h=p(m),_=T(h,!0),v=V(h,2),y=T(v);D(m);var b=V(m,2),x=p(b),S=T(x,!0),C=V(x,2),w=T(C);D(b);var E=V(b,2),O=p(E),k=T(O,!0),A=V(O,2),j=T(A,!0);D(E);var N=V(E,2),P=p(N),F=T(P,!0),I=V(P,2),L=T(I,!0);D(N);var R=V(N,2),z=p(R),B=T(z,!0),H=V(z,2),ee=p(H);_e(ee,{get at(){return i.order.createdAt}}),D(H),D(R);var W=V(R,2),te=e=>{var t=ft(),n=p(t),r=T(n,!0),a=V(n,2),o=p(a);_e(o,{get at(){return i.order.paidAt}}),D(a),D(t),c(e=>u(r,e),[()=>X().desk.paid]),f(e,t)};t(W,e=>{i.order.paidAt&&e(te)}),D(d),D(o);var G=V(o,2),ne=p(G),re=T(ne,!0),K=V(ne,2),q=e=>{var t=pt(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.noNotes]),f(e,t)};t(K,e=>{i.order.internalNotes.length===0&&e(q)});var J=V(K,2);r(J,21,()=>i.order.internalNotes,e=>e.at+e.text,(e,t)=>{var n=mt(),r=p(n),i=T(r,!0),a=V(r,2),o=p(a),s=V(o);_e(s,{get at(){return g(t).at}}),D(a),D(n),c(()=>{u(i,g(t).text),u(o,`${g(t).operator??``}, `)}),f(e,n)}),D(J),D(G),c((e,t,n,r,a,o,s,c)=>{u(l,e),u(_,t),u(y,`${i.order.customer.name??``}, ${i.order.customer.country??``}`),u(S,n),u(w,`${i.order.customer.reference??``} · ${r??``}`),u(k,a),u(j,i.order.customer.email),u(F,o),u(L,i.order.total.text),u(B,s),u(re,c)},[()=>X().desk.facts,()=>X().desk.customer,()=>X().desk.account,()=>X().signIn.kinds[i.order.customer.kind],()=>X().desk.email,()=>X().desk.amount,()=>X().desk.placed,()=>X().desk.notes]),f(n,a),M()}var _t=6e3;function vt({payments:e,refunds:t,failed:n},r){let i=(e,t)=>t!==null&&(e===`UNKNOWN`||_t<=r-Date.parse(t)),a=({node:e,order:t,...n})=>({id:e.id,number:t.number,customer:t.customer.name,amount:e.amount.text,contradiction:n.contradiction,attempts:n.attempts,nextCheckAt:n.nextCheckAt}),o=[];for(let t of e?.edges??[])i(t.state,t.unclearSince)&&o.push({...a(t),of:`payment`,is:`unclear`,since:t.unclearSince});for(let e of t?.edges??[])e.node.route===`TRANSFER`?o.push({...a(e),of:`refund`,is:`payOut`,since:e.node.createdAt}):i(e.state,e.unclearSince)&&o.push({...a(e),of:`refund`,is:`unclear`,since:e.unclearSince});for(let e of n?.edges??[])e.retry===null&&o.push({...a(e),of:`refund`,is:`failed`,since:e.node.createdAt});return o.sort((e,t)=>e.since<t.since?-1:+(e.since>t.since))}var yt={settlePayment:`payments:write`,recordPayment:`payments:write`,settleRefund:`refunds:write`,retryRefund:`refunds:write`,recordRefund:`refunds:write`};function bt({of:e,is:t}){return e===`payment`?`settlePayment`:t===`failed`?`retryRefund`:t===`payOut`?`recordRefund`:`settleRefund`}function xt({status:e,amountDue:t}){return Number(t.amount)!==0||e===`EXPIRED`||e===`CANCELLED`}function St({amountDue:e,total:t}){return Number(e.amount)===0?t.amount:e.amount}var Ct=Q(`
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
`),wt=Q(`
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
`),Tt=Q(`
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
  `,[Ct,wt]),Et=Q(`
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
  `,[q,Me]),Dt=Q(`
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
  `,[q,Me]),Ot=Q(`
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
  `,[q,Me]),kt=Q(`
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
  `,[q,Me]),At=Q(`
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
  `,[q,Me]),jt={settlePayment:[`outcome`,`reason`],settleRefund:[`outcome`,`reason`],retryRefund:[],recordRefund:[`day`,`reference`],recordPayment:[`amount`,`reference`,`at`]};function Mt(e,t,n){let r={};for(let i of jt[e]){let e=t[i].trim();e===``?r[i]=`fillIn`:i===`amount`&&!/^\d+([.,]\d{1,2})?$/.test(e)?r[i]=`amountWrong`:(i===`at`&&n.getTime()<Date.parse(e)||i===`day`&&Nt(n)<e)&&(r[i]=`notYet`)}return r}var Nt=e=>Pt(e).slice(0,10);function Pt(e){return new Date(e.getTime()-e.getTimezoneOffset()*6e4).toISOString().slice(0,16)}function Ft(e,t,n,r,i,a){let[o,s]=[r.reason.trim(),r.reference.trim()],c=r.outcome===`SUCCEEDED`?`SUCCEEDED`:`FAILED`;switch(e){case`settlePayment`:return $(Et,{input:{id:t,outcome:c,reason:o},language:a});case`settleRefund`:return $(Ot,{input:{id:t,outcome:c,reason:o},language:a});case`retryRefund`:return $(kt,{input:{id:t,payOut:r.payOut},language:a});case`recordRefund`:return $(At,{input:{refund:t,paidOn:r.day,reference:s,idempotencyKey:i},language:a});case`recordPayment`:return $(Dt,{input:{number:n,amount:r.amount.trim().replace(`,`,`.`),reference:s,receivedAt:new Date(r.at).toISOString(),idempotencyKey:i},language:a})}}var It=s(`<p class="wrong"> </p>`),Lt=s(`<button class="button" type="button"> </button> <button class="button primary" type="submit"> </button>`,1),Rt=s(`<label class="choice s-10ggj9y"><input type="checkbox"/> </label>`),zt=s(`<div class="field"><label> </label> <select class="input"><option> </option><option> </option><option> </option></select> <!></div>`),Bt=s(`<div class="field"><label> </label> <textarea class="input s-10ggj9y" rows="3" maxlength="2000"></textarea> <!> <p class="quiet small"> </p></div>`),Vt=s(`<div class="field"><label> </label> <input class="input" inputmode="decimal" autocomplete="off"/> <!></div>`),Ht=s(`<div class="field"><label> </label> <input class="input" type="date"/> <!></div>`),Ut=s(`<div class="field"><label> </label> <input class="input" maxlength="140" autocomplete="off" spellcheck="false"/> <!></div>`),Wt=s(`<div class="field"><label> </label> <input class="input" type="datetime-local"/> <!></div>`),Gt=s(`<p class="note bad" role="alert"> </p>`),Kt=s(`<form class="stack" novalidate=""><p> </p> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function qt(n,r){let s=m();U(r,!0);let l=(n,r=R)=>{var a=i(),o=e(a),l=e=>{var t=It(),n=T(t,!0);c(e=>{k(t,`id`,`${s}-${r()??``}-wrong`),u(n,e)},[()=>({...g(y),...X().desk})[g(b)[r()]]]),f(e,t)};t(o,e=>{g(j)&&g(b)[r()]&&e(l)}),f(n,a)},d=new Date,h=a(()=>St(r.order)),v=F({outcome:``,reason:``,amount:h,reference:``,at:Pt(d),day:Nt(d),payOut:!1}),y=I(()=>X().desk.money),b=I(()=>Mt(r.kind,v,new Date)),x=e=>jt[r.kind].includes(e),w=crypto.randomUUID(),O=A(!1),j=A(!1),P=A(``),B=A(void 0),H=e=>g(j)&&g(b)[e]?`true`:void 0,W=e=>g(j)&&g(b)[e]?`${s}-${e}-wrong`:void 0;async function G(e){if(e.preventDefault(),z(j,!0),Object.keys(g(b)).length>0){g(B)?.querySelector(`[aria-invalid="true"]`)?.focus();return}z(O,!0);let t=await Ft(r.kind,r.id,r.order.number,v,w,Y.language);z(O,!1),z(P,t.refusal,!0),t.order&&(r.desk.learn([t.order]),ye(J(X().desk.done,{number:r.order.number,status:t.order.statusLabel})),r.onClose())}{let i=t=>{var n=Lt(),i=e(n),a=T(i,!0),o=V(i,2),l=T(o,!0);c((e,t)=>{u(a,e),k(o,`form`,`${s}-form`),k(o,`data-confirm-money`,r.kind),o.disabled=g(O),u(l,t)},[()=>X().state.cancel,()=>g(O)?X().desk.busy:g(y).confirm[r.kind]]),_(`click`,i,function(...e){r.onClose?.apply(this,e)}),f(t,n)},a=I(()=>J(g(y).titles[r.kind],{number:r.order.number}));be(n,{get title(){return g(a)},get onClose(){return r.onClose},narrow:!0,foot:i,children:(e,n)=>{var i=Kt(),a=p(i),d=T(a,!0),m=V(a,2),h=e=>{var t=Rt(),n=p(t);N(n);var r=V(n,1,!0);D(t),c(()=>u(r,g(y).payOutInstead)),E(n,()=>v.payOut,e=>v.payOut=e),f(e,t)};t(m,e=>{r.kind===`retryRefund`&&e(h)});var _=V(m,2),b=e=>{var t=zt(),n=p(t),i=T(n,!0),a=V(n,2),o=p(a),d=T(o,!0);o.value=o.__value=``;var m=V(o),h=T(m,!0);m.value=m.__value=`SUCCEEDED`;var _=V(m),b=T(_,!0);_.value=_.__value=`FAILED`,D(a),te(a);var x=V(a,2);l(x,()=>`outcome`),D(t),c((e,t,r)=>{k(n,`for`,`${s}-outcome`),u(i,g(y).outcome),k(a,`id`,`${s}-outcome`),k(a,`aria-invalid`,e),k(a,`aria-describedby`,t),u(d,g(y).choose),u(h,r),u(b,g(y).outcomes.FAILED)},[()=>H(`outcome`),()=>W(`outcome`),()=>J(g(y).outcomes.SUCCEEDED,{amount:r.amount})]),ee(a,()=>v.outcome,e=>v.outcome=e),f(e,t)},w=I(()=>x(`outcome`));t(_,e=>{g(w)&&e(b)});var O=V(_,2),A=e=>{var t=Bt(),n=p(t),r=T(n,!0),i=V(n,2);S(i);var a=V(i,2);l(a,()=>`reason`);var o=V(a,2),d=T(o,!0);D(t),c((e,t,a)=>{k(n,`for`,`${s}-reason`),u(r,g(y).reason),k(i,`id`,`${s}-reason`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t),u(d,a)},[()=>H(`reason`),()=>W(`reason`),()=>X().desk.reasonHint]),L(i,()=>v.reason,e=>v.reason=e),f(e,t)},j=I(()=>x(`reason`));t(O,e=>{g(j)&&e(A)});var M=V(O,2),F=e=>{var t=Vt(),n=p(t),i=T(n,!0),a=V(n,2);N(a);var o=V(a,2);l(o,()=>`amount`),D(t),c((e,t,r)=>{k(n,`for`,`${s}-amount`),u(i,e),k(a,`id`,`${s}-amount`),k(a,`aria-invalid`,t),k(a,`aria-describedby`,r)},[()=>J(g(y).amount,{currency:r.order.total.currency}),()=>H(`amount`),()=>W(`amount`)]),L(a,()=>v.amount,e=>v.amount=e),f(e,t)},R=I(()=>x(`amount`));t(M,e=>{g(R)&&e(F)});var U=V(M,2),ne=e=>{var t=Ht(),n=p(t),r=T(n,!0),i=V(n,2);N(i);var a=V(i,2);l(a,()=>`day`),D(t),c((e,t)=>{k(n,`for`,`${s}-day`),u(r,g(y).day),k(i,`id`,`${s}-day`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>H(`day`),()=>W(`day`)]),L(i,()=>v.day,e=>v.day=e),f(e,t)},re=I(()=>x(`day`));t(U,e=>{g(re)&&e(ne)});var K=V(U,2),q=e=>{var t=Ut(),n=p(t),r=T(n,!0),i=V(n,2);N(i);var a=V(i,2);l(a,()=>`reference`),D(t),c((e,t)=>{k(n,`for`,`${s}-reference`),u(r,g(y).reference),k(i,`id`,`${s}-reference`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>H(`reference`),()=>W(`reference`)]),L(i,()=>v.reference,e=>v.reference=e),f(e,t)},Y=I(()=>x(`reference`));t(K,e=>{g(Y)&&e(q)});var ie=V(K,2),Z=e=>{var t=Wt(),n=p(t),r=T(n,!0),i=V(n,2);N(i);var a=V(i,2);l(a,()=>`at`),D(t),c((e,t)=>{k(n,`for`,`${s}-at`),u(r,g(y).at),k(i,`id`,`${s}-at`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>H(`at`),()=>W(`at`)]),L(i,()=>v.at,e=>v.at=e),f(e,t)},ae=I(()=>x(`at`));t(ie,e=>{g(ae)&&e(Z)});var Q=V(ie,2),oe=e=>{var t=Gt(),n=T(t,!0);c(()=>u(n,g(P))),f(e,t)};t(Q,e=>{g(P)&&e(oe)}),D(i),C(i,e=>z(B,e),()=>g(B)),c(e=>{k(i,`id`,`${s}-form`),u(d,e)},[()=>J(g(y).texts[r.kind],{amount:r.amount})]),o(`submit`,i,G),f(e,i)},$$slots:{foot:!0,default:!0}})}M()}n([`click`]);var Jt=s(`<button class="button" type="button"> </button>`),Yt=s(`<span class="quiet small"> </span>`),Xt=s(`<p class="quiet small"> </p>`),Zt=s(`<span class="small warn s-1oh3u4g"> </span>`),Qt=s(`<li class="s-1oh3u4g"><div class="s-1oh3u4g"><span><strong class="number"> </strong> </span> <span> <!></span> <!> <!></div> <!></li>`),$t=s(`<span class="small quiet"> </span>`),en=s(`<p data-received=""> </p>`),tn=s(`<div><!></div>`),nn=s(`<section aria-labelledby="money" class="s-1oh3u4g"><h3 id="money"> </h3> <!> <ul><!> <!></ul> <!> <!></section> <!>`,1);function rn(n,a){U(a,!0);let o=(n,r=R,o=R,d=R)=>{var p=i(),m=e(p),h=e=>{var t=Jt(),n=T(t,!0);c(()=>{k(t,`data-money`,r()),u(n,g(l).steps[r()])}),_(`click`,t,()=>z(s,{kind:r(),id:o(),amount:d()})),f(e,t)},v=I(()=>a.scopes.includes(yt[r()])),y=e=>{var t=Yt(),n=T(t,!0);c(e=>u(n,e),[()=>J(X().desk.needs,{scope:yt[r()]})]),f(e,t)};t(m,e=>{g(v)?e(h):e(y,-1)}),f(n,p)},s=A(null),l=I(()=>X().desk.money);var d=nn(),m=e(d),v=p(m),y=T(v,!0),b=V(v,2),x=e=>{var t=Xt(),n=T(t,!0);c(()=>u(n,g(l).none)),f(e,t)};t(b,e=>{a.order.payments.length+a.order.refunds.length===0&&e(x)});var S=V(b,2),C=p(S);r(C,17,()=>a.order.payments,e=>e.id,(e,n)=>{let r=I(()=>a.money.of(g(n).id));var i=Qt(),s=p(i),d=p(s),m=p(d),_=T(m,!0),v=V(m);D(d);var y=V(d,2);let b;var x=p(y),S=V(x);_e(S,{get at(){return g(n).createdAt}}),D(y);var C=V(y,2),w=e=>{var t=Zt(),r=T(t,!0);c(()=>u(r,g(n).failure.message)),f(e,t)};t(C,e=>{g(n).failure&&e(w)});var E=V(C,2),O=e=>{var t=Zt(),n=T(t,!0);c(()=>u(n,g(r).contradiction)),f(e,t)};t(E,e=>{g(r)?.contradiction&&e(O)}),D(s);var A=V(s,2),j=e=>{{let t=I(()=>bt(g(r)));o(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};t(A,e=>{g(r)&&e(j)}),D(i),c(()=>{k(i,`data-payment`,g(n).status),u(_,g(n).amount.text),u(v,` · ${g(l).methods[g(n).method]??``}`),b=h(y,1,`small s-1oh3u4g`,null,b,{warn:g(r),quiet:!g(r)}),u(x,`${(g(r)?g(l).payment.unclear:g(l).payments[g(n).status])??``}, `)}),f(e,i)});var w=V(C,2);r(w,17,()=>a.order.refunds,e=>e.id,(e,n)=>{let r=I(()=>a.money.of(g(n).id));var i=Qt(),s=p(i),d=p(s),m=p(d),_=T(m),v=V(m);D(d);var y=V(d,2);let b;var x=p(y,!0),S=V(x),C=e=>{var t=G();c(e=>u(t,`, ${e??``}`),[()=>J(X().tracking.by,{when:pe(g(n).dueBy,Y.language)})]),f(e,t)};t(S,e=>{g(n).status===`PENDING`&&e(C)}),D(y);var w=V(y,2),E=e=>{var t=$t(),r=T(t,!0);c(()=>u(r,g(n).payoutReference)),f(e,t)};t(w,e=>{g(n).payoutReference&&e(E)});var O=V(w,2),A=e=>{var t=Zt(),n=T(t,!0);c(()=>u(n,g(r).contradiction)),f(e,t)};t(O,e=>{g(r)?.contradiction&&e(A)}),D(s);var j=V(s,2),M=e=>{{let t=I(()=>bt(g(r)));o(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};t(j,e=>{g(r)&&e(M)}),D(i),c(()=>{k(i,`data-refund`,g(n).status),u(_,`− ${g(n).amount.text??``}`),u(v,` · ${g(l).routes[g(n).route]??``}`),b=h(y,1,`small s-1oh3u4g`,null,b,{warn:g(r),quiet:!g(r)}),u(x,g(r)?g(l).refund[g(r).is]:g(l).refunds[g(n).status])}),f(e,i)}),D(S);var E=V(S,2),O=e=>{var t=en(),n=T(t,!0);c(e=>u(n,e),[()=>J(g(l).received,{amount:a.order.amountReceived.text})]),f(e,t)},j=I(()=>Number(a.order.amountReceived.amount)!==0);t(E,e=>{g(j)&&e(O)});var N=V(E,2),P=e=>{var t=tn(),n=p(t);o(n,()=>`recordPayment`,()=>a.order.id,()=>a.order.amountDue.text),D(t),f(e,t)},F=I(()=>xt(a.order));t(N,e=>{g(F)&&e(P)}),D(m);var L=V(m,2),B=e=>{qt(e,H(()=>g(s),{get order(){return a.order},get desk(){return a.desk},onClose:()=>{z(s,null),a.money.reload()}}))};t(L,e=>{g(s)&&e(B)}),c(()=>u(y,g(l).title)),f(n,d),M()}n([`click`]);var an=s(`<span class="quiet small"> </span>`),on=s(`<span class="good small s-1x6izp0"> </span>`),sn=s(`<span class="failed small s-1x6izp0"> <!></span>`),cn=s(`<span class="buttons s-1x6izp0"><button class="button" type="button"> </button> <button class="button" type="button"> </button></span>`),ln=s(`<li class="s-1x6izp0"><div class="s-1x6izp0"><span class="name"> </span> <span class="quiet small"> </span> <!></div> <!></li>`),un=s(`<section aria-labelledby="lines"><h3 id="lines"> </h3> <ul></ul></section>`);function dn(e,n){U(n,!0);let i=e=>se(e,Y.language),a=e=>n.whyNot===null&&!e.deliveredAt&&!e.withdrawnAt;var o=un(),s=p(o),l=T(s,!0),d=V(s,2);r(d,21,()=>n.order.lines,e=>e.id,(e,r)=>{var o=ln(),s=p(o),l=p(s),d=T(l,!0),m=V(l,2),h=T(m,!0),v=V(m,2),y=e=>{var t=an(),n=T(t);c((e,t)=>u(n,`${e??``}, ${t??``}`),[()=>X().tracking.withdrawn,()=>i(g(r).withdrawnAt)]),f(e,t)},b=e=>{var t=on(),n=T(t,!0);c(e=>u(n,e),[()=>J(X().desk.delivered,{when:i(g(r).deliveredAt)})]),f(e,t)},x=e=>{var n=sn(),a=p(n,!0),o=V(a),s=e=>{var t=G();c(e=>u(t,`, ${e??``}`),[()=>J(X().tracking.retry,{when:i(g(r).retryAt)})]),f(e,t)};t(o,e=>{g(r).retryAt&&e(s)}),D(n),c(()=>u(a,g(r).failure)),f(e,n)};t(v,e=>{g(r).withdrawnAt?e(y):g(r).deliveredAt?e(b,1):g(r).failure&&e(x,2)}),D(s);var S=V(s,2),C=e=>{var t=cn(),i=p(t),a=T(i,!0),o=V(i,2),s=T(o,!0);D(t),c((e,t,n,c)=>{k(i,`aria-label`,`${e??``}: ${g(r).description??``}`),u(a,t),k(o,`aria-label`,`${n??``}: ${g(r).description??``}`),u(s,c)},[()=>X().desk.deliver,()=>X().desk.deliver,()=>X().desk.fail,()=>X().desk.fail]),_(`click`,i,()=>n.onStep(`deliver`,g(r))),_(`click`,o,()=>n.onStep(`fail`,g(r))),f(e,t)},w=I(()=>a(g(r)));t(S,e=>{g(w)&&e(C)}),D(o),c(e=>{k(o,`data-line`,g(r).id),u(d,g(r).description),u(h,e)},[()=>[g(r).serviceName,g(r).period&&de(g(r).period,Y.language),g(r).quantity>1?`× ${g(r).quantity}`:null].filter(Boolean).join(` · `)]),f(e,o)}),D(d),D(o),c(e=>u(l,e),[()=>X().desk.lines]),f(e,o),M()}n([`click`]);function fn(e,t,n){let r=n.at===``?null:new Date(n.at).toISOString();if(e===`approve`)return{kind:e};if(e===`refuse`)return{kind:e,reason:n.text};if(e===`note`)return{kind:e,text:n.text,isVisible:n.isVisible};if(e===`documents`)return{kind:e,documents:Object.entries(n.documents).filter(e=>e[1]!==void 0).map(([e,t])=>({kind:e,message:t})),dueAt:r};if(!t)throw Error(`${e} is of a line`);return e===`deliver`?{kind:e,line:t,serviceName:n.serviceName}:{kind:e,line:t,message:n.text,retryAt:r}}function pn(e,t){let n={refuse:`reason`,fail:`message`,note:`text`}[e.kind],r=n&&e[n],i=e.kind===`fail`?e.retryAt:e.kind===`documents`?e.dueAt:null;return{...r!==void 0&&r.trim()===``?{text:`fillIn`}:{},...i!==null&&Date.parse(i)<=t?{at:`toCome`}:{},...e.kind===`documents`&&e.documents.length===0?{documents:`atLeastOne`}:{}}}function mn(e,t,n){switch(e.kind){case`approve`:return $(Ie,{input:{number:t},language:n});case`refuse`:return $(Le,{input:{number:t,reason:e.reason.trim()},language:n});case`documents`:return $(Re,{input:{number:t,documents:e.documents.map(({kind:e,message:t})=>({kind:e,message:t.trim()||null})),dueAt:e.dueAt},language:n});case`deliver`:return $(ze,{input:{number:t,line:e.line.id,serviceName:e.serviceName.trim()||null},language:n});case`fail`:return $(Be,{input:{number:t,line:e.line.id,message:e.message.trim(),retryAt:e.retryAt},language:n});case`note`:return $(Ve,{input:{number:t,text:e.text.trim(),visibleToCustomer:e.isVisible},language:n})}}function hn({customer:e}){let t=e.language.split(`-`)[0]??``;return t in ne?t:`en`}function gn(e,t,n){let r=hn(t),i=e=>se(e,r,t.customer.timeZone),a=({description:e},t)=>[e,t].filter(Boolean).join(`, `),o=(e,r)=>{let{means:a,next:o,you:s}=n.meaning[e];return{status:e,label:n.status[e],said:r.filter(e=>e!==null&&e.trim()!==``),meaning:[a,J(o,{expires:i(t.expiresAt)}),s]}};switch(e.kind){case`approve`:return o(`DELIVERING`,[]);case`refuse`:return o(`CANCELLING`,[e.reason]);case`documents`:{let t=e.dueAt&&J(n.tracking.by,{when:i(e.dueAt)});return o(`DOCUMENTS_REQUESTED`,e.documents.map(({kind:e,message:r})=>[n.tracking.documentKinds[e],r.trim(),t].filter(Boolean).join(`, `)))}case`deliver`:return o(_n(t.lines,e.line)?`DELIVERED`:`DELIVERING`,[a(e.line,e.serviceName.trim()||e.line.serviceName)]);case`fail`:{let t=e.retryAt&&J(n.tracking.retry,{when:i(e.retryAt)});return o(`DELIVERING`,[`${a(e.line,e.line.serviceName)}: ${[e.message.trim(),t].filter(Boolean).join(`, `)}`])}case`note`:return e.isVisible?o(t.status,[`${n.tracking.actors.OPERATOR}: ${e.text.trim()}`]):null}}function _n(e,t){return e.every(({id:e,deliveredAt:n,withdrawnAt:r})=>e===t.id||n!==null||r!==null)}var vn=s(`<p class="said s-senfeh"> </p>`),yn=s(`<p> </p>`),bn=s(`<p class="quiet small"> </p> <div class="paper s-senfeh"><p><!></p> <!> <!></div>`,1),xn=s(`<section class="preview s-senfeh" aria-labelledby="preview"><h3 id="preview"> </h3> <!></section>`);function Sn(n,i){U(i,!0);let a=I(()=>hn(i.order)),o=A(null),s=I(()=>g(o)&&gn(i.intent,i.order,g(o)));b(()=>{let e=g(a);K(e).then(t=>e===g(a)&&z(o,t))});var l=xn(),m=p(l),h=T(m,!0),_=V(m,2),v=t=>{var n=bn(),i=e(n),o=T(i,!0),l=V(i,2),m=p(l),h=p(m);he(h,{get status(){return g(s).status},get label(){return g(s).label}}),D(m);var _=V(m,2);r(_,17,()=>g(s).said,d,(e,t)=>{var n=vn(),r=T(n,!0);c(()=>u(r,g(t))),f(e,n)});var v=V(_,2);r(v,16,()=>g(s).meaning,e=>e,(e,t)=>{var n=yn(),r=T(n,!0);c(()=>u(r,t)),f(e,n)}),D(l),c(e=>{u(o,e),k(l,`lang`,g(a))},[()=>J(X().desk.previewIn,{language:ne[g(a)]})]),f(t,n)},y=e=>{var t=yn(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.previewNothing]),f(e,t)};t(_,e=>{g(s)?e(v):g(o)&&e(y,1)}),D(l),c(e=>{k(l,`data-preview`,g(a)),u(h,e)},[()=>X().desk.preview]),f(n,l),M()}var Cn=s(`<p class="wrong"> </p>`),wn=s(`<button class="button" type="button"> </button> <button type="submit"> </button>`,1),Tn=s(`<p> </p>`),En=s(`<p class="quiet small"> </p>`),Dn=s(`<div class="field"><label> </label>  <textarea class="input s-1dozbv9" rows="3" maxlength="2000"></textarea> <!> <!></div>`),On=s(`<label class="choice s-1dozbv9"><input type="checkbox"/> </label>`),kn=s(`<input class="input" maxlength="2000"/>`),An=s(`<div class="document s-1dozbv9"><label class="choice s-1dozbv9"><input type="checkbox"/> </label> <!></div>`),jn=s(`<fieldset data-documents=""><legend class="label"> </legend> <!> <!></fieldset>`),Mn=s(`<div class="field"><label> </label> <input class="input" maxlength="255" autocomplete="off" spellcheck="false"/> <p class="quiet small"> </p></div>`),Nn=s(`<div class="field"><label> </label> <input class="input moment s-1dozbv9" type="datetime-local"/> <!> <p class="quiet small"> </p></div>`),Pn=s(`<p class="note bad" role="alert"> </p>`),Fn=s(`<form class="stack" novalidate=""><!> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function In(n,a){let s=m();U(a,!0);let l=(n,r=R)=>{var a=i(),o=e(a),l=e=>{var t=Cn(),n=T(t,!0);c(e=>{k(t,`id`,`${s}-${r()??``}-wrong`),u(n,e)},[()=>X().desk[g(y)[r()]]]),f(e,t)};t(o,e=>{g(j)&&g(y)[r()]&&e(l)}),f(n,a)},d=F({text:``,at:``,serviceName:``,isVisible:!1,documents:{}}),v=I(()=>fn(a.kind,a.line,d)),y=I(()=>pn(g(v),Date.now())),b=I(()=>J(X().desk.titles[a.kind],{number:a.order.number,line:[a.line?.description,a.line?.serviceName].filter(Boolean).join(`, `)})),x=I(()=>({refuse:X().desk.reason,fail:X().desk.message,note:X().desk.noteText})[a.kind]),w=A(!1),j=A(!1),H=A(``),ee=A(void 0);async function W(e){if(e.preventDefault(),z(j,!0),Object.keys(g(y)).length>0){g(ee)?.querySelector(`[aria-invalid="true"], [data-documents] input`)?.focus();return}z(w,!0);let t=await mn(g(v),a.order.number,Y.language);z(w,!1),z(H,t.refusal,!0),t.order&&(a.desk.learn([t.order]),ye(J(X().desk.done,{number:a.order.number,status:t.order.statusLabel})),a.onClose())}be(n,{get title(){return g(b)},get onClose(){return a.onClose},foot:t=>{var n=wn(),r=e(n),i=T(r,!0),o=V(r,2);let l;B(o,a.kind===`approve`);var d=T(o,!0);c((e,t)=>{u(i,e),l=h(o,1,`button`,null,l,{danger:a.kind===`refuse`,primary:a.kind!==`refuse`}),k(o,`form`,`${s}-form`),k(o,`data-confirm-step`,a.kind),o.disabled=g(w),u(d,t)},[()=>X().state.cancel,()=>g(w)?X().desk.busy:X().desk.confirm[a.kind]]),_(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(t,n)},children:(e,n)=>{var i=Fn(),m=p(i),h=e=>{var t=Tn(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.approveText]),f(e,t)};t(m,e=>{a.kind===`approve`&&e(h)});var b=V(m,2),w=e=>{var t=Tn(),n=T(t,!0);c(e=>u(n,e),[()=>J(X().desk.refuseText,{amount:a.order.total.text})]),f(e,t)};t(b,e=>{a.kind===`refuse`&&e(w)});var A=V(b,2),M=e=>{var n=Dn(),r=p(n),i=T(r,!0),o=V(r,2);S(o),B(o,!0);var m=V(o,2);l(m,()=>`text`);var h=V(m,2),_=e=>{var t=En(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.reasonHint]),f(e,t)};t(h,e=>{a.kind!==`note`&&e(_)}),D(n),c(()=>{k(r,`for`,`${s}-text`),u(i,g(x)),k(o,`id`,`${s}-text`),k(o,`aria-invalid`,g(j)&&g(y).text?`true`:void 0),k(o,`aria-describedby`,g(j)&&g(y).text?`${s}-text-wrong`:void 0)}),L(o,()=>d.text,e=>d.text=e),f(e,n)};t(A,e=>{g(x)&&e(M)});var F=V(A,2),R=e=>{var t=On(),n=p(t);N(n);var r=V(n,1,!0);D(t),c(e=>u(r,e),[()=>X().desk.noteVisible]),E(n,()=>d.isVisible,e=>d.isVisible=e),f(e,t)};t(F,e=>{a.kind===`note`&&e(R)});var U=V(F,2),te=e=>{var n=jn(),i=p(n),a=T(i,!0),o=V(i,2);r(o,17,()=>Object.entries(X().tracking.documentKinds),([e,t])=>e,(e,n)=>{var r=I(()=>P(g(n),2));let i=()=>g(r)[0],a=()=>g(r)[1],o=I(()=>d.documents[i()]!==void 0);var s=An(),l=p(s),m=p(l);N(m);var h=V(m,1,!0);D(l);var v=V(l,2),y=e=>{var t=kn();N(t),c((e,n)=>{k(t,`aria-label`,`${e??``}: ${a()??``}`),k(t,`placeholder`,n)},[()=>X().desk.documentMessage,()=>X().desk.documentMessage]),L(t,()=>d.documents[i()],e=>d.documents[i()]=e),f(e,t)};t(v,e=>{g(o)&&e(y)}),D(s),c(()=>{O(m,g(o)),u(h,a())}),_(`change`,m,()=>d.documents[i()]=g(o)?void 0:``),f(e,s)});var s=V(o,2);l(s,()=>`documents`),D(n),c(e=>u(a,e),[()=>X().desk.documents]),f(e,n)};t(U,e=>{a.kind===`documents`&&e(te)});var G=V(U,2),ne=e=>{var t=Mn(),n=p(t),r=T(n,!0),i=V(n,2);N(i);var o=V(i,2),l=T(o,!0);D(t),c((e,t)=>{k(n,`for`,`${s}-service`),u(r,e),k(i,`id`,`${s}-service`),k(i,`placeholder`,a.line?.serviceName??``),k(i,`aria-describedby`,`${s}-service-hint`),k(o,`id`,`${s}-service-hint`),u(l,t)},[()=>X().desk.serviceName,()=>X().desk.serviceHint]),L(i,()=>d.serviceName,e=>d.serviceName=e),f(e,t)};t(G,e=>{a.kind===`deliver`&&e(ne)});var re=V(G,2),K=e=>{var t=Nn(),n=p(t),r=T(n,!0),i=V(n,2);N(i);var o=V(i,2);l(o,()=>`at`);var m=V(o,2),h=T(m,!0);D(t),c((e,t)=>{k(n,`for`,`${s}-at`),u(r,e),k(i,`id`,`${s}-at`),k(i,`aria-invalid`,g(j)&&g(y).at?`true`:void 0),k(i,`aria-describedby`,`${s}-at-hint${g(j)&&g(y).at?` ${s}-at-wrong`:``}`),k(m,`id`,`${s}-at-hint`),u(h,t)},[()=>a.kind===`fail`?X().desk.retryAt:X().desk.dueAt,()=>a.kind===`fail`?X().desk.retryHint:X().desk.dueHint]),L(i,()=>d.at,e=>d.at=e),f(e,t)};t(re,e=>{(a.kind===`fail`||a.kind===`documents`)&&e(K)});var q=V(re,2);Sn(q,{get intent(){return g(v)},get order(){return a.order}});var Y=V(q,2),ie=e=>{var t=Pn(),n=T(t,!0);c(()=>u(n,g(H))),f(e,t)};t(Y,e=>{g(H)&&e(ie)}),D(i),C(i,e=>z(ee,e),()=>g(ee)),c(()=>k(i,`id`,`${s}-form`)),o(`submit`,i,W),f(e,i)},$$slots:{foot:!0,default:!0}}),M()}n([`click`,`change`]);var Ln=s(`<p class="card empty s-1h7apug"> </p>`),Rn=s(`<button type="button"> </button>`),zn=s(`<p class="quiet small" id="why-not"> </p>`),Bn=s(`<div class="sides s-1h7apug"><section class="card work s-1h7apug" aria-labelledby="work"><div class="row title s-1h7apug"><h2 id="work" class="number s-1h7apug" tabindex="-1"> </h2> <!></div> <!> <div class="steps s-1h7apug" role="group"></div> <!> <!> <!> <!> <div><!></div></section> <!></div> <!>`,1);function Vn(n,a){U(a,!0);let o=()=>({number:a.number,language:Y.language}),s=new ue(Ne,o),l=I(()=>s.data?.order),d=A(null),m=A(void 0),v=[`approve`,`documents`,`refuse`,`note`],y=A(void 0);b(()=>g(y)?.focus({preventScroll:!0})),b(()=>a.desk.onTold((e,t)=>(t===null||t===g(l)?.number)&&s.reload()));function x(e){if(!g(l))return``;let t=De(e,g(l),a.scopes);return t===null?null:`scope`in t?J(X().desk.needs,t):J(X().desk.notNow,{status:g(l).statusLabel})}function S(e){if(e===`claim`)return void g(m)?.toggle();if(e!==`approve`&&e!==`refuse`)return;let t=x(e);t===null?z(d,{kind:e}):ye(t)}var w={act:S},E=i(),O=e(E),j=e=>{oe(e,{get error(){return s.error},onAgain:()=>s.reload()})},N=n=>{var r=i(),o=e(r),l=e=>{ve(e,{rows:6})},d=e=>{var t=Ln(),n=T(t,!0);c(e=>u(n,e),[()=>J(X().desk.missing,{number:a.number})]),f(e,t)};t(o,e=>{s.isLoading?e(l):e(d,-1)}),f(n,r)},P=n=>{var i=Bn(),s=e(i),b=p(s),S=p(b),w=p(S),E=T(w,!0);C(w,e=>z(y,e),()=>g(y));var O=V(w,2);he(O,{get status(){return g(l).status},get label(){return g(l).statusLabel}}),D(S);var A=V(S,2);C(lt(A,{get order(){return g(l)},get desk(){return a.desk},get me(){return a.me},get scopes(){return a.scopes}}),e=>z(m,e,!0),()=>g(m));var j=V(A,2);r(j,20,()=>v,e=>e,(e,t)=>{let n=I(()=>x(t));var r=Rn();let i;var a=T(r,!0);c(e=>{i=h(r,1,`button s-1h7apug`,null,i,{primary:t===`approve`&&g(n)===null}),k(r,`data-step-button`,t),k(r,`aria-disabled`,g(n)!==null),k(r,`aria-describedby`,g(n)===null?void 0:`why-not`),k(r,`title`,g(n)??void 0),u(a,e)},[()=>X().desk[t]]),_(`click`,r,()=>g(n)===null?z(d,{kind:t}):ye(g(n))),f(e,r)}),D(j);var M=V(j,2),N=e=>{var t=zn(),n=T(t,!0);c(e=>u(n,e),[()=>x(`approve`)]),f(e,t)},P=I(()=>x(`approve`)!==null);t(M,e=>{g(P)&&e(N)});var F=V(M,2);{let e=I(()=>x(`deliver`));dn(F,{get order(){return g(l)},get whyNot(){return g(e)},onStep:(e,t)=>z(d,{kind:e,line:t})})}var L=V(F,2);rn(L,{get order(){return g(l)},get desk(){return a.desk},get money(){return a.money},get scopes(){return a.scopes}});var R=V(L,2);gt(R,{get order(){return g(l)}});var B=V(R,2),U=p(B);fe(U,{operation:()=>({document:Ne,variables:o()})}),D(B),D(b),dt(V(b,2),{get number(){return a.number}}),D(s);var ee=V(s,2),W=e=>{In(e,H(()=>g(d),{get order(){return g(l)},get desk(){return a.desk},onClose:()=>z(d,null)}))};t(ee,e=>{g(d)&&e(W)}),c(e=>{k(b,`data-desk-order`,g(l).number),u(E,g(l).number),k(j,`aria-label`,e)},[()=>X().desk.actions]),f(n,i)};return t(O,e=>{s.error&&!g(l)?e(j):g(l)?e(P,-1):e(N,1)}),f(n,E),M(w)}n([`click`]);var Hn=s(`<div class="s-m34snc"><dt><kbd class="s-m34snc"> </kbd></dt> <dd> </dd></div>`),Un=s(`<dl class="s-m34snc"></dl>`);function Wn(e,t){U(t,!0);let n=I(()=>[[`j`,X().desk.keys.j],[`k`,X().desk.keys.k],[`Enter`,X().desk.keys.enter],[`a`,X().desk.keys.a],[`r`,X().desk.keys.r],[`c`,X().desk.keys.c],[`?`,X().desk.keys.help],[`Esc`,X().desk.keys.esc]]);{let i=I(()=>X().desk.shortcuts);be(e,{get title(){return g(i)},get onClose(){return t.onClose},narrow:!0,children:(e,t)=>{var i=Un();r(i,21,()=>g(n),([e,t])=>e,(e,t)=>{var n=I(()=>P(g(t),2));let r=()=>g(n)[0],i=()=>g(n)[1];var a=Hn(),o=p(a),s=p(o),l=T(s,!0);D(o);var d=V(o,2),m=T(d,!0);D(a),c(()=>{u(l,r()),u(m,i())}),f(e,a)}),D(i),f(e,i)},$$slots:{default:!0}})}M()}var Gn={j:`next`,k:`previous`,a:`approve`,r:`refuse`,c:`claim`,"?":`help`,Escape:`close`};function Kn(e){return e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||e.target?.closest?.(`input, textarea, select, [contenteditable], dialog, [popover]`)||document.querySelector(`dialog[open]`)?null:Gn[e.key]??null}var qn=100,Jn=500,Yn=15e3,Xn=/^(PAYMENT|REFUND|WITHDRAWAL|ORDER_REFUSED|ORDER_CANCELLED)/,Zn=class{scopes;#e;#t=A();#n;#r=I(()=>g(this.#t)&&vt(g(this.#t),this.#e.now));get all(){return g(this.#r)}set all(e){z(this.#r,e)}constructor(e,t){this.scopes=t,this.#e=e,b(()=>{Y.language,Z.renewals,Z.api&&this.#a();let e=setInterval(()=>this.#i(),Yn);return()=>clearInterval(e)}),b(()=>()=>clearTimeout(this.#n)),b(()=>e.onTold(e=>(e===null||Xn.test(e))&&this.#i()))}of(e){return this.all?.find(t=>t.id===e)}reload(){this.#a()}#i(){this.#n??=setTimeout(()=>{this.#n=void 0,this.#a()},Jn)}async#a(){let e=(...e)=>e.some(e=>this.scopes().includes(e)),t={first:qn,payments:e(`orders:read`,`payments:write`),refunds:e(`orders:read`,`refunds:write`),language:Y.language},{data:n}=await Z.api?.client.query(Tt,t,{requestPolicy:`network-only`})??{};n&&z(this.#t,n)}},Qn=s(`<p class="card empty s-10hp5uv"> </p>`),$n=s(`<span class="contradiction small s-10hp5uv"> </span>`),er=s(`<li class="s-10hp5uv"><a class="number s-10hp5uv"> </a> <span class="customer s-10hp5uv"> </span> <span class="what s-10hp5uv"><strong class="s-10hp5uv"> </strong> <span class="quiet small"><!><!></span> <!></span> <span class="amount number s-10hp5uv"> </span></li>`),tr=s(`<ul class="card"></ul>`);function nr(n,a){U(a,!0);var o=i(),s=e(o),l=e=>{var t=Qn(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.empty.money]),f(e,t)},d=e=>{var n=tr();r(n,21,()=>a.cases,e=>e.id,(e,n)=>{var r=er(),i=p(r),o=T(i,!0),s=V(i,2),l=T(s,!0),d=V(s,2),m=p(d),h=T(m,!0),_=V(m,2),v=p(_);rt(v,{get at(){return g(n).since},get now(){return a.now}});var y=V(v),b=e=>{var t=G();c(e=>u(t,e),[()=>`, ${J(X().desk.money.asked,{n:g(n).attempts,when:se(g(n).nextCheckAt,Y.language)})}`]),f(e,t)};t(y,e=>{g(n).nextCheckAt&&g(n).is===`unclear`&&e(b)}),D(_);var x=V(_,2),S=e=>{var t=$n(),r=T(t,!0);c(()=>u(r,g(n).contradiction)),f(e,t)};t(x,e=>{g(n).contradiction&&e(S)}),D(d);var C=V(d,2),w=T(C,!0);D(r),c(e=>{k(r,`data-order`,g(n).number),k(r,`data-case`,g(n).is),k(i,`href`,`/desk?queue=money&order=${g(n).number??``}`),u(o,g(n).number),u(l,g(n).customer),u(h,e),u(w,g(n).amount)},[()=>X().desk.money[g(n).of][g(n).is]]),f(e,r)}),D(n),f(e,n)};t(s,e=>{a.cases.length===0?e(l):e(d,-1)}),f(n,o),M()}var rr=s(`<p class="card empty s-1i32r5v"> </p>`),ir=s(`<span class="late s-1i32r5v"> </span>`),ar=s(`<tr role="row" class="s-1i32r5v"><th role="rowheader" scope="row" class="named s-1i32r5v"><a class="number s-1i32r5v"> </a></th><td role="cell" class="customer s-1i32r5v"> <!></td><td role="cell" class="since s-1i32r5v"><!></td><td role="cell" class="amount end number s-1i32r5v"> </td><td role="cell" class="who s-1i32r5v"><span> </span></td></tr>`),or=s(`<div class="card rows s-1i32r5v"><table role="table" class="s-1i32r5v"><thead role="rowgroup" class="s-1i32r5v"><tr role="row"><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="end s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th></tr></thead><tbody role="rowgroup" class="s-1i32r5v"></tbody></table></div>`);function sr(n,a){U(a,!0);function o(e){let t=new URLSearchParams(me.search);return t.set(`order`,e),`/desk?${t}`}var s=i(),l=e(s),d=e=>{var t=rr(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.empty[a.queue]]),f(e,t)},m=e=>{var n=or(),i=p(n),s=p(i),l=p(s),d=p(l),m=T(d,!0),v=V(d),y=T(v,!0),b=V(v),x=T(b,!0),S=V(b),C=T(S,!0),w=V(S),E=T(w,!0);D(l),D(s);var O=V(s);r(O,21,()=>a.rows,e=>e.id,(e,n)=>{let r=I(()=>Je(g(n).claim,a.now));var i=ar(),s=p(i),l=p(s),d=T(l,!0);D(s);var m=V(s),v=p(m,!0),y=V(v),b=e=>{var t=ir(),n=T(t,!0);c(e=>u(n,e),[()=>X().desk.late]),f(e,t)},x=I(()=>a.queue===`deliver`&&g(n).lines.some(({failure:e})=>e));t(y,e=>{g(x)&&e(b)}),D(m);var S=V(m),C=p(S);{let e=I(()=>Ge(g(n)));rt(C,{get at(){return g(e)},get now(){return a.now}})}D(S);var w=V(S),E=T(w,!0),O=V(w),A=p(O);let j;var M=T(A,!0);D(O),D(i),c((e,t)=>{k(i,`data-order`,g(n).number),k(l,`href`,e),u(d,g(n).number),u(v,g(n).customer.name),u(E,g(n).total.text),k(O,`data-claim`,g(r)?.operator??``),j=h(A,1,`mark s-1i32r5v`,null,j,{mine:g(r)?.operator===a.me,free:!g(r)}),u(M,t)},[()=>o(g(n).number),()=>g(r)?g(r).operator===a.me?X().desk.mine:g(r).operator:X().desk.nobody]),_(`click`,i,e=>!e.target.closest(`a`)&&ce({order:g(n).number})),f(e,i)}),D(O),D(i),D(n),c((e,t,n,r,a,o)=>{k(i,`aria-label`,e),u(m,t),u(y,n),u(x,r),u(C,a),u(E,o)},[()=>X().desk.queue[a.queue],()=>X().desk.order,()=>X().desk.customer,()=>X().desk.since,()=>X().desk.amount,()=>X().desk.who]),f(e,n)};t(l,e=>{a.rows.length===0?e(d):e(m,-1)}),f(n,s),M()}n([`click`]);var cr=s(`<a class="s-y1ql5e"> <span class="count s-y1ql5e" data-count=""> </span></a>`),lr=s(`<div class="row way s-y1ql5e"><button class="button plain s-y1ql5e" type="button"><!> </button> <span class="push s-y1ql5e"></span> <button class="button icon" type="button"><!></button> <button class="button icon" type="button"><!></button></div> <!>`,1),ur=s(`<div><button class="button" type="button"> </button></div>`),dr=s(`<!> <!>`,1),fr=s(`<div class="desk s-y1ql5e"><div><h1 tabindex="-1" class="s-y1ql5e"> </h1> <form class="find s-y1ql5e" role="search"><input class="input s-y1ql5e" type="search" maxlength="32" autocomplete="off" spellcheck="false"/> <button class="button" type="submit"> </button></form> <button class="button keys s-y1ql5e" type="button" aria-keyshortcuts="?"> <kbd aria-hidden="true" class="s-y1ql5e">?</kbd></button></div> <nav></nav> <!></div> <!>`,1);function pr(n,a){U(a,!0);let s=new tt,l=new Zn(s,()=>a.scopes),d=I(()=>We(me.search)),m=I(()=>me.search.get(`order`)),y=I(()=>g(d)===`money`?void 0:s.rows(g(d))),b=I(()=>[...new Set((g(d)===`money`?l.all??[]:g(y)??[]).map(e=>e.number))]),S=A(void 0),E=A(!1),O=A(``),P=e=>e===`check`?`/desk`:`/desk?queue=${e}`;function F(e){if(g(m)!==null){let t=Ye(g(b),g(m),e);t!==null&&t!==g(m)&&ce({order:t},{replace:!0});return}let t=document.activeElement?.closest(`[data-order]`)?.dataset.order??null;document.querySelector(`[data-order="${Ye(g(b),t,e)}"] a`)?.focus()}async function R(){let e=g(m);ce({order:null}),await v(),(document.querySelector(`[data-order="${e}"] a`)??document.querySelector(`h1`))?.focus()}function B(e){let t=Kn(e);t!==null&&(e.preventDefault(),t===`help`?z(E,!0):t===`next`?F(1):t===`previous`?F(-1):t===`close`?g(m)!==null&&R():g(S)?.act(t))}function H(e){e.preventDefault(),g(O).trim()&&ce({order:g(O).trim()}),z(O,``)}var ee=fr();o(`keydown`,x,B);var W=e(ee),te=p(W);let G;var ne=p(te),re=T(ne,!0),K=V(ne,2),q=p(K);N(q);var J=V(q,2),Y=T(J,!0);D(K);var Z=V(K,2),ae=p(Z);w(),D(Z),D(te);var Q=V(te,2);let se;r(Q,20,()=>He,e=>e,(e,t)=>{var n=cr(),r=p(n,!0),i=V(r),a=T(i,!0);D(n),c((e,i,o)=>{k(n,`href`,e),k(n,`aria-current`,t===g(d)?`true`:void 0),k(n,`data-queue`,t),u(r,i),u(a,o)},[()=>P(t),()=>X().desk.queue[t],()=>(t===`money`?l.all?.length:s.count(t))??`…`]),f(e,n)}),D(Q);var le=V(Q,2),ue=t=>{var n=lr(),r=e(n),i=p(r),o=p(i);ie(o,{name:`left`,size:18});var d=V(o,1,!0);D(i);var h=V(i,4),v=p(h);ie(v,{name:`left`}),D(h);var y=V(h,2),b=p(y);ie(b,{name:`right`}),D(y),D(r);var x=V(r,2);j(x,()=>g(m),e=>{C(Vn(e,{get number(){return g(m)},get desk(){return s},get money(){return l},get me(){return a.me},get scopes(){return a.scopes}}),e=>z(S,e,!0),()=>g(S))}),c((e,t,n,r,i)=>{u(d,e),k(h,`aria-label`,t),k(h,`title`,n),k(y,`aria-label`,r),k(y,`title`,i)},[()=>X().desk.back,()=>X().desk.previous,()=>X().desk.previous,()=>X().desk.next,()=>X().desk.next]),_(`click`,i,R),_(`click`,h,()=>F(-1)),_(`click`,y,()=>F(1)),f(t,n)},de=n=>{var r=dr(),o=e(r),m=e=>{oe(e,{get error(){return s.error},onAgain:()=>s.reload()})};t(o,e=>{s.error&&e(m)});var h=V(o,2),v=n=>{var r=i(),o=e(r),l=n=>{var r=dr(),i=e(r);sr(i,{get queue(){return g(d)},get rows(){return g(y)},get now(){return s.now},get me(){return a.me}});var o=V(i,2),l=e=>{var t=ur(),n=p(t),r=T(n,!0);D(t),c(e=>u(r,e),[()=>X().desk.more]),_(`click`,n,()=>s.more(g(d))),f(e,t)},m=I(()=>s.hasMore(g(d)));t(o,e=>{g(m)&&e(l)}),f(n,r)},m=e=>{ve(e,{rows:6})};t(o,e=>{g(y)?e(l):s.error||e(m,1)}),f(n,r)},b=e=>{nr(e,{get cases(){return l.all},get now(){return s.now}})},x=e=>{ve(e,{rows:6})};t(h,e=>{g(d)===`money`?l.all?e(b,1):e(x,-1):e(v)}),f(n,r)};t(le,e=>{g(m)===null?e(de,-1):e(ue)}),D(W);var fe=V(W,2),pe=e=>{Wn(e,{onClose:()=>z(E,!1)})};t(fe,e=>{g(E)&&e(pe)}),c((e,t,n,r,i,a)=>{G=h(te,1,`row head s-y1ql5e`,null,G,{aside:g(m)!==null}),u(re,e),k(q,`aria-label`,t),k(q,`placeholder`,n),u(Y,r),u(ae,`${i??``} `),k(Q,`aria-label`,a),se=h(Q,1,`s-y1ql5e`,null,se,{aside:g(m)!==null})},[()=>X().desk.title,()=>X().desk.find,()=>X().desk.find,()=>X().desk.findButton,()=>X().desk.shortcuts,()=>X().desk.queues]),o(`submit`,K,H),L(q,()=>g(O),e=>z(O,e)),_(`click`,Z,()=>z(E,!0)),f(n,ee),M()}n([`click`]);var mr=s(`<section class="stack" data-refused=""><h1 tabindex="-1"> </h1> <p class="quiet"> </p></section>`);function hr(n,r){U(r,!0);let a=I(()=>Z.viewer),o=I(()=>g(a)?.__typename===`Operator`?g(a):null),s=I(()=>g(o)?.scopes.some(e=>Ce.includes(e)));var d=i();W(`1xehhcy`,e=>{l(e=>{y.title=`${e??``} · Buono`},[()=>X().desk.title])});var m=e(d),h=e=>{pr(e,{get me(){return g(o).name},get scopes(){return g(o).scopes}})},_=e=>{var t=mr(),n=p(t),r=T(n,!0),i=V(n,2),s=T(i,!0);D(t),c((e,t)=>{u(r,e),u(s,t)},[()=>g(o)?X().desk.notAllowed:J(X().desk.forOperators,{name:g(a)&&`name`in g(a)?g(a).name:``}),()=>g(o)?J(X().desk.notAllowedHint,{scopes:Ce.join(`, `),own:g(o).scopes.join(`, `)||X().desk.noScopes}):X().desk.forOperatorsHint]),f(e,t)};t(m,e=>{g(o)&&g(s)?e(h):e(_,-1)}),f(n,d),M()}export{hr as default};