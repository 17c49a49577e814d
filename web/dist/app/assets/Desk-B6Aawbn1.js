import{$ as e,A as t,B as n,D as r,F as i,G as a,H as o,I as s,J as c,K as l,N as u,O as d,P as f,Q as p,R as m,S as h,U as g,V as _,W as v,X as y,Y as b,Z as x,ct as S,d as C,dt as w,et as T,f as E,ft as D,g as O,h as k,it as A,k as j,l as M,lt as N,m as P,mt as F,nt as I,ot as L,p as R,pt as z,rt as B,st as V,tt as H,u as U,ut as W,v as ee,w as G,y as te,z as ne}from"./libraries-BWIsjS6D.js";import{C as re,E as K,F as q,G as ie,L as J,N as Y,P as X,U as Z,W as Q,_ as ae,a as oe,b as se,c as ce,f as le,i as ue,j as de,l as fe,m as pe,n as me,o as he,r as ge,s as _e,t as ve,u as ye,y as be}from"./frame-CGEFRURM.js";import{i as xe}from"./documents-DpxEcG4j.js";import{t as Se}from"./Dialog-C-92_Gum.js";import{n as Ce,t as we}from"./Tracking-DpNYj5QJ.js";var Te=[`orders:read`,`orders:validate`,`orders:deliver`],Ee=[`orders:validate`,`orders:deliver`,`payments:write`,`refunds:write`],De={approve:`orders:validate`,refuse:`orders:validate`,documents:`orders:validate`,note:`orders:validate`,deliver:`orders:deliver`,fail:`orders:deliver`},Oe={approve:[`CHECKING`],documents:[`CHECKING`],refuse:[`CHECKING`,`DOCUMENTS_REQUESTED`],deliver:[`DELIVERING`],fail:[`DELIVERING`]};function ke(e,t,n){return n.includes(De[e])?Oe[e]?.includes(t.status)??!0?null:{status:!0}:{scope:De[e]}}var Ae=e=>e.some(e=>Ee.includes(e)),je=Q(`
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
`),Me=Q(`
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
  `,[je]),Ne=Q(`
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
  `,[je]),Pe=Q(`
    fragment DeskDetail on Order {
      ...DeskRow
      ...OrderDetail
      transfers {
        reference
        receivedAt
        amount {
          text(language: $language)
        }
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
  `,[je,xe]),Fe=Q(`
    query DeskOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...DeskDetail
      }
    }
  `,[Pe]),Ie=Q(`
    fragment Step on OrderStepPayload {
      errors {
        __typename
        ...Refusal
      }
      order {
        ...DeskDetail
      }
    }
  `,[Z,Pe]),Le=Q(`
    mutation DeskClaim($input: OrderClaimInput!, $language: String!) {
      step: orderClaim(input: $input) {
        ...Step
      }
    }
  `,[Ie]),Re=Q(`
    mutation DeskApprove($input: OrderNumberInput!, $language: String!) {
      step: orderApprove(input: $input) {
        ...Step
      }
    }
  `,[Ie]),ze=Q(`
    mutation DeskRefuse($input: OrderRefuseInput!, $language: String!) {
      step: orderRefuse(input: $input) {
        ...Step
      }
    }
  `,[Ie]),Be=Q(`
    mutation DeskRequestDocuments($input: OrderRequestDocumentsInput!, $language: String!) {
      step: orderRequestDocuments(input: $input) {
        ...Step
      }
    }
  `,[Ie]),Ve=Q(`
    mutation DeskDeliver($input: OrderLineDeliverInput!, $language: String!) {
      step: orderLineDeliver(input: $input) {
        ...Step
      }
    }
  `,[Ie]),He=Q(`
    mutation DeskFail($input: OrderLineFailInput!, $language: String!) {
      step: orderLineFail(input: $input) {
        ...Step
      }
    }
  `,[Ie]),Ue=Q(`
    mutation DeskNote($input: OrderNoteInput!, $language: String!) {
      step: orderNote(input: $input) {
        ...Step
      }
    }
  `,[Ie]),We=[`check`,`deliver`,`documents`,`money`],Ge={check:`CHECKING`,deliver:`DELIVERING`,documents:`DOCUMENTS_REQUESTED`};function Ke(e){return We.find(t=>t===e.get(`queue`))??`check`}function qe({createdAt:e,paidAt:t,tracking:n}){let r=n.steps.findLast(({state:e})=>e===`DOING`||e===`ERROR`);return(r?.name===`DELIVERING`?r.startedAt:t)??e}function Je(e,t){let n=new Map(e);for(let e of t){let t=n.get(e.id);(!t||t.tracking.sequence<=e.tracking.sequence)&&n.set(e.id,e)}return n}function Ye(e,t,n){return[...e.values()].filter(({status:e,createdAt:r})=>e===Ge[t]&&(n===null||r<=n)).sort((e,t)=>e.createdAt<t.createdAt?-1:e.createdAt>t.createdAt?1:e.id<t.id?-1:1)}function Xe(e,t){return e&&t<Date.parse(e.until)?e:null}function Ze(e,t,n){let r=t===null?-1:e.indexOf(t);return r===-1?(n===1?e[0]:e.at(-1))??null:e[Math.min(e.length-1,Math.max(0,r+n))]??null}function Qe(e,t){let n=Math.max(0,Math.floor((t-Date.parse(e))/6e4));return n<60?{value:n,unit:`minute`}:n<2880?{value:Math.floor(n/60),unit:`hour`}:{value:Math.floor(n/1440),unit:`day`}}var $e=50,et=500,tt=5e3,nt=Object.keys(Ge),rt=class{#e=A(new Map);#t=A({});#n=A([]);#r=new Set;#i=A();get error(){return g(this.#i)}set error(e){B(this.#i,e)}#a=A(I(Date.now()));get now(){return g(this.#a)}set now(e){B(this.#a,e,!0)}#o;#s;constructor(){b(()=>{let e=setInterval(()=>this.now=Date.now(),tt);return()=>clearInterval(e)}),b(()=>{let e=K.api,t=X.language;if(K.renewals,e)return a(()=>this.reload()),ae({client:e.client,document:Ne,variables:{language:t},after:this.#o,renew:()=>K.renew(),onUpdate:({orderUpdates:{cursor:e,order:t,event:n}})=>{this.#o=e,t&&this.learn([t]),t?nt.some(e=>this.hasMore(e))&&this.#l():this.#l(),this.#c(n?.kind??null,t?.number??null)}})}),b(()=>{ie.isLive&&a(()=>this.#l())}),b(()=>()=>clearTimeout(this.#s))}learn(e){this.now=Date.now(),B(this.#e,Je(g(this.#e),e))}assumed(e){return g(this.#n).filter(({id:t})=>t===e.id).reduce((e,{change:t})=>({...e,...t}),e)}async assume(e,t,n){let r={id:e,change:t};B(this.#n,[...g(this.#n),r]);let i=await n;return i.order&&this.learn([i.order]),await v(),B(this.#n,g(this.#n).filter(e=>e!==r)),i}isAssumed=e=>g(this.#n).some(t=>t.id===e);rows(e){let t=g(this.#t)[e];return t?Ye(g(this.#n).length===0?g(this.#e):new Map([...g(this.#e)].map(([e,t])=>[e,this.assumed(t)])),e,t.next?.from??null):void 0}count(e){let t=g(this.#t)[e];return t?.next?t.total:this.rows(e)?.length}hasMore(e){return!!g(this.#t)[e]?.next}async more(e){let t=g(this.#t)[e];t?.next&&await this.#d(e,t.pages,t.next.cursor)}reload(){for(let e of nt)this.#u(e)}onTold(e){return this.#r.add(e),()=>this.#r.delete(e)}#c(e,t){for(let n of this.#r)n(e,t)}#l(){this.#s??=setTimeout(()=>{this.#s=void 0,this.reload(),this.#c(null,null)},et)}async#u(e){let t=Math.max(1,g(this.#t)[e]?.pages??1),n=g(this.#e),r=new Set,i=null;for(let n=0;n<t;n++){let t=await this.#d(e,n,i);if(!t)return;for(let{id:e}of t.nodes)r.add(e);if(i=t.pageInfo.hasNextPage?t.pageInfo.endCursor:null,i===null)break}let a=(this.rows(e)??[]).filter(e=>!r.has(e.id)&&n.get(e.id)===e);if(a.length===0)return;let o=new Map(g(this.#e));for(let{id:e}of a)o.delete(e);B(this.#e,o)}async#d(e,t,n){let r={status:[Ge[e]],first:$e,after:n,language:X.language},{data:i,error:a}=await K.api?.client.query(Me,r,{requestPolicy:`network-only`})??{};if(this.error=a,!i)return;let{nodes:o,pageInfo:s,totalCount:c}=i.orders;this.learn(o);let l=o.at(-1),u=s.hasNextPage&&s.endCursor!==null&&l?{cursor:s.endCursor,from:l.createdAt}:null;return B(this.#t,{...g(this.#t),[e]:{total:c,pages:t+1,next:u}}),i.orders}};function it({customer:e}){let t=e.language.split(`-`)[0]??``;return t in de?t:`en`}function at(e,t,n){let r=it(t),i=e=>fe(e,r,t.customer.timeZone),a=({description:e},t)=>[e,t].filter(Boolean).join(`, `),o=(e,r)=>{let{means:a,next:o,you:s}=n.meaning[e];return{status:e,label:n.status[e],said:r.filter(e=>e!==null&&e.trim()!==``),meaning:[a,Y(o,{expires:i(t.expiresAt)}),s]}};switch(e.kind){case`approve`:return o(`DELIVERING`,[]);case`refuse`:return o(`CANCELLING`,[e.reason]);case`documents`:{let t=e.dueAt&&Y(n.tracking.by,{when:i(e.dueAt)});return o(`DOCUMENTS_REQUESTED`,e.documents.map(({kind:e,message:r})=>[n.tracking.documentKinds[e],r.trim(),t].filter(Boolean).join(`, `)))}case`deliver`:return o(ot(t.lines,e.line)?`DELIVERED`:`DELIVERING`,[a(e.line,e.serviceName.trim()||e.line.serviceName)]);case`fail`:{let t=e.retryAt&&Y(n.tracking.retry,{when:i(e.retryAt)});return o(`DELIVERING`,[`${a(e.line,e.line.serviceName)}: ${[e.message.trim(),t].filter(Boolean).join(`, `)}`])}case`note`:return e.isVisible?o(t.status,[`${n.tracking.actors.OPERATOR}: ${e.text.trim()}`]):null}}function ot(e,t){return e.every(({id:e,deliveredAt:n,withdrawnAt:r})=>e===t.id||n!==null||r!==null)}function st(e,t,n,r){let i=e.kind===`note`?null:at(e,t,n);if(!i)return null;let{status:a,label:o}=i,s=a===t.status?{}:{status:a,statusLabel:o,claim:null};if(e.kind!==`deliver`&&e.kind!==`fail`)return s;let c=e.kind===`deliver`?{deliveredAt:r,serviceName:e.serviceName.trim()||e.line.serviceName,failure:null,retryAt:null}:{failure:e.message.trim(),retryAt:e.retryAt},l=t.lines;return{...s,lines:l.map(t=>t.id===e.line.id?{...t,...c}:t)}}var ct=(e,t)=>({operator:e,since:t,until:`9999-12-31T00:00:00Z`});async function $(e,t){let{data:n,error:r}=await K.api?.client.mutation(e,t)??{};if(n?.step.order)return{order:n.step.order,refusal:``,fields:[]};let i=n?.step.errors??[],a=i.map(({message:e})=>e).filter(e=>e!==void 0),o=r?.networkError?q().lost:r?.graphQLErrors[0]?.message??q().state.failed;return{order:null,refusal:a.length>0?a.join(` `):o,fields:i.flatMap(({path:e})=>e?.slice(0,1)??[])}}var lt=s(`<time> </time>`);function ut(e,t){W(t,!0);let n=L(()=>Qe(t.at,t.now)),r=L(()=>new Intl.RelativeTimeFormat(X.language,{numeric:`auto`}).format(-g(n).value,g(n).unit));var i=lt(),a=T(i,!0);c(e=>{k(i,`datetime`,t.at),k(i,`title`,e),u(a,g(r))},[()=>ce(t.at,X.language)]),f(e,i),N()}var dt=s(`<button class="button" type="button" data-toggle-claim="" aria-keyshortcuts="c"> </button>`),ft=s(`<p class="note bad" role="alert"> </p>`),pt=s(`<button class="button" type="button"> </button> <button class="button primary" type="button"> </button>`,1),mt=s(`<p> </p> <p class="quiet small"> <!></p>`,1),ht=s(`<div><!> <p class="s-qkdw4q"> </p> <!></div> <!> <!>`,1);function gt(n,r){W(r,!0);let i=L(()=>Xe(r.order.claim,r.desk.now)),a=L(()=>g(i)?.operator===r.me),o=L(()=>g(i)?fe(g(i).until,X.language):``),s=L(()=>g(a)?r.desk.isAssumed(r.order.id)?q().desk.claimNow:q().desk.claimMine:q().desk.claimOther),l=A(!1),d=A(!1),m=A(``),v=!0;b(()=>()=>v=!1);async function y(){Ae(r.scopes)&&!g(d)&&(g(i)&&!g(a)?B(l,!0):await x({release:g(a),force:!1}))}async function x(e){B(d,!0),B(l,!1),B(m,``);let{id:t,number:n}=r.order,i=$(Le,{input:{number:n,...e},language:X.language}),a=await r.desk.assume(t,{claim:e.release?null:ct(r.me,new Date().toISOString())},i);B(d,!1),a.order?se(Y(e.release?q().desk.released:q().desk.taken,{number:n})):v?B(m,a.refusal,!0):me({number:n,address:`/desk?order=${n}`,text:a.refusal})}var S={toggle:y},C=ht(),w=e(C);let E;var O=p(w);re(O,{name:`person`});var j=H(O,2),M=T(j,!0),P=H(j,2),F=e=>{var t=dt(),n=T(t,!0);c(e=>u(n,e),[()=>g(i)?g(a)?q().desk.release:q().desk.takeOver:q().desk.claim]),_(`click`,t,y),f(e,t)},I=L(()=>Ae(r.scopes));t(P,e=>{g(I)&&e(F)}),D(w);var R=H(w,2),z=e=>{var t=ft(),n=T(t,!0);c(()=>u(n,g(m))),f(e,t)};t(R,e=>{g(m)&&e(z)});var V=H(R,2),U=t=>{{let n=t=>{var n=pt(),r=e(n),i=T(r,!0),a=H(r,2),o=T(a,!0);c((e,t)=>{u(i,e),u(o,t)},[()=>q().state.cancel,()=>q().desk.takeOver]),_(`click`,r,()=>B(l,!1)),_(`click`,a,()=>x({release:!1,force:!0})),f(t,n)},a=L(()=>Y(q().desk.takeOverTitle,{name:g(i).operator}));Se(t,{get title(){return g(a)},onClose:()=>B(l,!1),narrow:!0,foot:n,children:(t,n)=>{var a=mt(),o=e(a),s=T(o,!0),l=H(o,2),d=p(l);ut(H(d),{get at(){return g(i).since},get now(){return r.desk.now}}),D(l),c(e=>{u(s,e),u(d,`${g(i).operator??``}: `)},[()=>q().desk.takeOverText]),f(t,a)},$$slots:{foot:!0,default:!0}})}};return t(V,e=>{g(l)&&g(i)&&e(U)}),c(e=>{E=h(w,1,`claim s-qkdw4q`,null,E,{mine:g(a),other:g(i)&&!g(a)}),k(w,`data-claimed`,g(i)?.operator??``),u(M,e)},[()=>g(i)?Y(g(s),{name:g(i).operator,when:g(o)}):q().desk.claimFree]),f(n,C),N(S)}n([`click`]);var _t=s(`<section class="card view s-14r5u9k" aria-labelledby="view" data-customers-view=""><header><h2 id="view"> </h2> <p class="quiet small"> </p></header> <!></section>`);function vt(e,n){W(n,!0);let r=new Ce(n.number);var i=_t(),a=p(i),o=p(a),s=T(o,!0),l=H(o,2),d=T(l,!0);D(a);var m=H(a,2),h=e=>{we(e,{get order(){return r.order},get followed(){return r},isOnlyShown:!0})},g=e=>{be(e,{rows:5})};t(m,e=>{r.order?e(h):e(g,-1)}),D(i),c((e,t)=>{u(s,e),u(d,t)},[()=>q().desk.customersView,()=>q().desk.customersViewHint]),f(e,i),N()}var yt=s(`<div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div>`),bt=s(`<p class="quiet small"> </p>`),xt=s(`<li class="s-1kpo63n"><p class="s-1kpo63n"> </p> <p class="quiet small s-1kpo63n"> <!></p></li>`),St=s(`<section aria-labelledby="facts" class="s-1kpo63n"><h3 id="facts"> </h3> <dl class="s-1kpo63n"><div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="number s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div> <!></dl></section> <section aria-labelledby="notes" class="s-1kpo63n"><h3 id="notes"> </h3> <!> <ul class="s-1kpo63n"></ul></section>`,1);function Ct(n,i){W(i,!0);var a=St(),o=e(a),s=p(o),l=T(s,!0),d=H(s,2),m=p(d),h=p(m),_=T(h,!0),v=H(h,2),y=T(v);D(m);var b=H(m,2),x=p(b),S=T(x,!0),C=H(x,2),w=T(C);D(b);var E=H(b,2),O=p(E),k=T(O,!0),A=H(O,2),j=T(A,!0);D(E);var M=H(E,2),P=p(M),F=T(P,!0),I=H(P,2),L=T(I,!0);D(M);var R=H(M,2),z=p(R),B=T(z,!0),V=H(z,2),U=p(V);ve(U,{get at(){return i.order.createdAt}}),D(V),D(R);var ee=H(R,2),G=e=>{var t=yt(),n=p(t),r=T(n,!0),a=H(n,2),o=p(a);ve(o,{get at(){return i.order.paidAt}}),D(a),D(t),c(e=>u(r,e),[()=>q().desk.paid]),f(e,t)};t(ee,e=>{i.order.paidAt&&e(G)}),D(d),D(o);var te=H(o,2),ne=p(te),re=T(ne,!0),K=H(ne,2),ie=e=>{var t=bt(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.noNotes]),f(e,t)};t(K,e=>{i.order.internalNotes.length===0&&e(ie)});var J=H(K,2);r(J,21,()=>i.order.internalNotes,e=>e.at+e.text,(e,t)=>{var n=xt(),r=p(n),i=T(r,!0),a=H(r,2),o=p(a),s=H(o);ve(s,{get at(){return g(t).at}}),D(a),D(n),c(()=>{u(i,g(t).text),u(o,`${g(t).operator??``}, `)}),f(e,n)}),D(J),D(te),c((e,t,n,r,a,o,s,c)=>{u(l,e),u(_,t),u(y,`${i.order.customer.name??``}, ${i.order.customer.country??``}`),u(S,n),u(w,`${i.order.customer.reference??``} · ${r??``}`),u(k,a),u(j,i.order.customer.email),u(F,o),u(L,i.order.total.text),u(B,s),u(re,c)},[()=>q().desk.facts,()=>q().desk.customer,()=>q().desk.account,()=>q().signIn.kinds[i.order.customer.kind],()=>q().desk.email,()=>q().desk.amount,()=>q().desk.placed,()=>q().desk.notes]),f(n,a),N()}var wt=6e3;function Tt({payments:e,refunds:t,failed:n,contradictedPayments:r,contradictedRefunds:i},a){let o=(e,t)=>t!==null&&(e===`UNKNOWN`||wt<=a-Date.parse(t)),s=({node:e,order:t,...n})=>({id:e.id,number:t.number,customer:t.customer.name,amount:e.amount.text,contradiction:n.contradiction,settledBy:n.settledBy,attempts:n.attempts,nextCheckAt:n.nextCheckAt}),c=[];for(let t of e?.edges??[])o(t.state,t.unclearSince)&&c.push({...s(t),of:`payment`,is:`unclear`,since:t.unclearSince});for(let e of t?.edges??[])e.node.route===`TRANSFER`?c.push({...s(e),of:`refund`,is:`payOut`,since:e.node.createdAt}):o(e.state,e.unclearSince)&&c.push({...s(e),of:`refund`,is:`unclear`,since:e.unclearSince});for(let e of n?.edges??[])e.retry===null&&e.contradiction===null&&c.push({...s(e),of:`refund`,is:`failed`,since:e.node.createdAt});for(let e of r?.edges??[])c.push({...s(e),of:`payment`,is:`contradicted`,since:e.node.createdAt});for(let e of i?.edges??[])c.push({...s(e),of:`refund`,is:`contradicted`,since:e.node.createdAt});return c.sort((e,t)=>e.since<t.since?-1:+(e.since>t.since))}var Et={settlePayment:`payments:write`,recordPayment:`payments:write`,recordSurplus:`payments:write`,settleRefund:`refunds:write`,retryRefund:`refunds:write`,recordRefund:`refunds:write`};function Dt({of:e,is:t}){return t===`contradicted`?null:e===`payment`?`settlePayment`:t===`failed`?`retryRefund`:t===`payOut`?`recordRefund`:`settleRefund`}function Ot({status:e,amountDue:t,paidAt:n}){let r=e===`EXPIRED`||e===`CANCELLED`&&n===null;return Number(t.amount)!==0||r?`recordPayment`:`recordSurplus`}function kt({amountDue:e,total:t}){return Number(e.amount)===0?t.amount:e.amount}var At=Q(`
  fragment PaymentCase on PaymentEdge {
    state
    attempts
    nextCheckAt
    unclearSince
    contradiction
    settledBy
    node {
      id
      method
      createdAt
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
`),jt=Q(`
  fragment RefundCase on RefundEdge {
    state
    attempts
    nextCheckAt
    unclearSince
    contradiction
    settledBy
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
`),Mt=Q(`
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
      contradictedPayments: payments(last: $first, contradicted: true) @include(if: $payments) {
        edges {
          ...PaymentCase
        }
      }
      contradictedRefunds: refunds(last: $first, contradicted: true) @include(if: $refunds) {
        edges {
          ...RefundCase
        }
      }
    }
  `,[At,jt]),Nt=Q(`
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
  `,[Z,Pe]),Pt=Q(`
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
  `,[Z,Pe]),Ft=Q(`
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
  `,[Z,Pe]),It=Q(`
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
  `,[Z,Pe]),Lt=Q(`
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
  `,[Z,Pe]),Rt={settlePayment:[`outcome`,`reason`],settleRefund:[`outcome`,`reason`],retryRefund:[],recordRefund:[`day`,`reference`],recordPayment:[`amount`,`reference`,`at`],recordSurplus:[`amount`,`reference`,`at`]};function zt(e,t,n){let r={};for(let i of Rt[e]){let e=t[i].trim();e===``?r[i]=`fillIn`:i===`amount`&&!/^\d+([.,]\d{1,2})?$/.test(e)?r[i]=`amountWrong`:(i===`at`&&n.getTime()<Date.parse(e)||i===`day`&&Bt(n)<e)&&(r[i]=`notYet`)}return r}var Bt=e=>Vt(e).slice(0,10);function Vt(e){return new Date(e.getTime()-e.getTimezoneOffset()*6e4).toISOString().slice(0,16)}function Ht(e,t,n,r,i,a){let[o,s]=[r.reason.trim(),r.reference.trim()],c=r.outcome===`SUCCEEDED`?`SUCCEEDED`:`FAILED`;switch(e){case`settlePayment`:return $(Nt,{input:{id:t,outcome:c,reason:o},language:a});case`settleRefund`:return $(Ft,{input:{id:t,outcome:c,reason:o},language:a});case`retryRefund`:return $(It,{input:{id:t,payOut:r.payOut},language:a});case`recordRefund`:return $(Lt,{input:{refund:t,paidOn:r.day,reference:s,idempotencyKey:i},language:a});case`recordPayment`:case`recordSurplus`:return $(Pt,{input:{number:n,surplus:e===`recordSurplus`,amount:r.amount.trim().replace(`,`,`.`),reference:s,receivedAt:new Date(r.at).toISOString(),idempotencyKey:i},language:a})}}var Ut=s(`<p class="wrong"> </p>`),Wt=s(`<button class="button" type="button"> </button> <button class="button primary" type="submit"> </button>`,1),Gt=s(`<label class="choice s-10ggj9y"><input type="checkbox"/> </label>`),Kt=s(`<div class="field"><label> </label> <select class="input"><option> </option><option> </option><option> </option></select> <!></div>`),qt=s(`<div class="field"><label> </label> <textarea class="input s-10ggj9y" rows="3" maxlength="2000"></textarea> <!> <p class="quiet small"> </p></div>`),Jt=s(`<div class="field"><label> </label> <input class="input" inputmode="decimal" autocomplete="off"/> <!></div>`),Yt=s(`<div class="field"><label> </label> <input class="input" type="date"/> <!></div>`),Xt=s(`<div class="field"><label> </label> <input class="input" maxlength="140" autocomplete="off" spellcheck="false"/> <!></div>`),Zt=s(`<div class="field"><label> </label> <input class="input" type="datetime-local"/> <!></div>`),Qt=s(`<p class="note bad" role="alert"> </p>`),$t=s(`<form class="stack" novalidate=""><p> </p> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function en(n,r){let s=m();W(r,!0);let l=(n,r=z)=>{var a=i(),o=e(a),l=e=>{var t=Ut(),n=T(t,!0);c(e=>{k(t,`id`,`${s}-${r()??``}-wrong`),u(n,e)},[()=>({...g(y),...q().desk})[g(b)[r()]]]),f(e,t)};t(o,e=>{g(j)&&g(b)[r()]&&e(l)}),f(n,a)},d=new Date,h=a(()=>r.kind===`recordSurplus`?``:kt(r.order)),v=I({outcome:``,reason:``,amount:h,reference:``,at:Vt(d),day:Bt(d),payOut:!1}),y=L(()=>q().desk.money),b=L(()=>zt(r.kind,v,new Date)),x=e=>Rt[r.kind].includes(e),w=crypto.randomUUID(),O=A(!1),j=A(!1),M=A(``),F=A(void 0),V=e=>g(j)&&g(b)[e]?`true`:void 0,U=e=>g(j)&&g(b)[e]?`${s}-${e}-wrong`:void 0;async function G(e){if(e.preventDefault(),B(j,!0),Object.keys(g(b)).length>0){g(F)?.querySelector(`[aria-invalid="true"]`)?.focus();return}B(O,!0);let t=await Ht(r.kind,r.id,r.order.number,v,w,X.language);B(O,!1),B(M,t.refusal,!0),t.order&&(r.desk.learn([t.order]),se(Y(q().desk.done,{number:r.order.number,status:t.order.statusLabel})),r.onClose())}{let i=t=>{var n=Wt(),i=e(n),a=T(i,!0),o=H(i,2),l=T(o,!0);c((e,t)=>{u(a,e),k(o,`form`,`${s}-form`),k(o,`data-confirm-money`,r.kind),o.disabled=g(O),u(l,t)},[()=>q().state.cancel,()=>g(O)?q().desk.busy:g(y).confirm[r.kind]]),_(`click`,i,function(...e){r.onClose?.apply(this,e)}),f(t,n)},a=L(()=>Y(g(y).titles[r.kind],{number:r.order.number}));Se(n,{get title(){return g(a)},get onClose(){return r.onClose},narrow:!0,foot:i,children:(e,n)=>{var i=$t(),a=p(i),d=T(a,!0),m=H(a,2),h=e=>{var t=Gt(),n=p(t);P(n);var r=H(n,1,!0);D(t),c(()=>u(r,g(y).payOutInstead)),E(n,()=>v.payOut,e=>v.payOut=e),f(e,t)};t(m,e=>{r.kind===`retryRefund`&&e(h)});var _=H(m,2),b=e=>{var t=Kt(),n=p(t),i=T(n,!0),a=H(n,2),o=p(a),d=T(o,!0);o.value=o.__value=``;var m=H(o),h=T(m,!0);m.value=m.__value=`SUCCEEDED`;var _=H(m),b=T(_,!0);_.value=_.__value=`FAILED`,D(a),te(a);var x=H(a,2);l(x,()=>`outcome`),D(t),c((e,t,r)=>{k(n,`for`,`${s}-outcome`),u(i,g(y).outcome),k(a,`id`,`${s}-outcome`),k(a,`aria-invalid`,e),k(a,`aria-describedby`,t),u(d,g(y).choose),u(h,r),u(b,g(y).outcomes.FAILED)},[()=>V(`outcome`),()=>U(`outcome`),()=>Y(g(y).outcomes.SUCCEEDED,{amount:r.amount})]),ee(a,()=>v.outcome,e=>v.outcome=e),f(e,t)},w=L(()=>x(`outcome`));t(_,e=>{g(w)&&e(b)});var O=H(_,2),A=e=>{var t=qt(),n=p(t),r=T(n,!0),i=H(n,2);S(i);var a=H(i,2);l(a,()=>`reason`);var o=H(a,2),d=T(o,!0);D(t),c((e,t,a)=>{k(n,`for`,`${s}-reason`),u(r,g(y).reason),k(i,`id`,`${s}-reason`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t),u(d,a)},[()=>V(`reason`),()=>U(`reason`),()=>q().desk.reasonHint]),R(i,()=>v.reason,e=>v.reason=e),f(e,t)},j=L(()=>x(`reason`));t(O,e=>{g(j)&&e(A)});var N=H(O,2),I=e=>{var t=Jt(),n=p(t),i=T(n,!0),a=H(n,2);P(a);var o=H(a,2);l(o,()=>`amount`),D(t),c((e,t,r)=>{k(n,`for`,`${s}-amount`),u(i,e),k(a,`id`,`${s}-amount`),k(a,`aria-invalid`,t),k(a,`aria-describedby`,r)},[()=>Y(g(y).amount,{currency:r.order.total.currency}),()=>V(`amount`),()=>U(`amount`)]),R(a,()=>v.amount,e=>v.amount=e),f(e,t)},z=L(()=>x(`amount`));t(N,e=>{g(z)&&e(I)});var W=H(N,2),ne=e=>{var t=Yt(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var a=H(i,2);l(a,()=>`day`),D(t),c((e,t)=>{k(n,`for`,`${s}-day`),u(r,g(y).day),k(i,`id`,`${s}-day`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>V(`day`),()=>U(`day`)]),R(i,()=>v.day,e=>v.day=e),f(e,t)},re=L(()=>x(`day`));t(W,e=>{g(re)&&e(ne)});var K=H(W,2),ie=e=>{var t=Xt(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var a=H(i,2);l(a,()=>`reference`),D(t),c((e,t)=>{k(n,`for`,`${s}-reference`),u(r,g(y).reference),k(i,`id`,`${s}-reference`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>V(`reference`),()=>U(`reference`)]),R(i,()=>v.reference,e=>v.reference=e),f(e,t)},J=L(()=>x(`reference`));t(K,e=>{g(J)&&e(ie)});var X=H(K,2),Z=e=>{var t=Zt(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var a=H(i,2);l(a,()=>`at`),D(t),c((e,t)=>{k(n,`for`,`${s}-at`),u(r,g(y).at),k(i,`id`,`${s}-at`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>V(`at`),()=>U(`at`)]),R(i,()=>v.at,e=>v.at=e),f(e,t)},Q=L(()=>x(`at`));t(X,e=>{g(Q)&&e(Z)});var ae=H(X,2),oe=e=>{var t=Qt(),n=T(t,!0);c(()=>u(n,g(M))),f(e,t)};t(ae,e=>{g(M)&&e(oe)}),D(i),C(i,e=>B(F,e),()=>g(F)),c(e=>{k(i,`id`,`${s}-form`),u(d,e)},[()=>Y(g(y).texts[r.kind],{amount:r.amount})]),o(`submit`,i,G),f(e,i)},$$slots:{foot:!0,default:!0}})}N()}n([`click`]);var tn=s(`<button class="button" type="button"> </button>`),nn=s(`<span class="quiet small"> </span>`),rn=s(`<p class="quiet small"> </p>`),an=s(`<span class="small warn s-1oh3u4g"> </span>`),on=s(`<li class="s-1oh3u4g"><div class="s-1oh3u4g"><span><strong class="number"> </strong> </span> <span> <!></span> <!> <!></div> <!></li>`),sn=s(`<li data-transfer="" class="s-1oh3u4g"><div class="s-1oh3u4g"><span><strong class="number"> </strong> </span> <span class="small quiet"> </span></div></li>`),cn=s(`<span class="small quiet"> </span>`),ln=s(`<p data-received=""> </p>`),un=s(`<section aria-labelledby="money" class="s-1oh3u4g"><h3 id="money"> </h3> <!> <ul><!> <!> <!></ul> <!> <div><!></div></section> <!>`,1);function dn(n,a){W(a,!0);let o=(n,r=z,o=z,d=z)=>{var p=i(),m=e(p),h=e=>{var t=ne();t.nodeValue=``,f(e,t)},v=e=>{var t=tn(),n=T(t,!0);c(()=>{k(t,`data-money`,r()),u(n,g(l).steps[r()])}),_(`click`,t,()=>B(s,{kind:r(),id:o(),amount:d()})),f(e,t)},y=L(()=>a.scopes.includes(Et[r()])),b=e=>{var t=nn(),n=T(t,!0);c(e=>u(n,e),[()=>Y(q().desk.needs,{scope:Et[r()]})]),f(e,t)};t(m,e=>{r()===null?e(h):g(y)?e(v,1):e(b,-1)}),f(n,p)},s=A(null),l=L(()=>q().desk.money),d=({contradiction:e,settledBy:t})=>[e,t&&Y(g(l).settledBy,{name:t})].filter(Boolean).join(` · `);var m=un(),v=e(m),y=p(v),b=T(y,!0),x=H(y,2),S=e=>{var t=rn(),n=T(t,!0);c(()=>u(n,g(l).none)),f(e,t)};t(x,e=>{a.order.payments.length+a.order.transfers.length+a.order.refunds.length===0&&e(S)});var C=H(x,2),w=p(C);r(w,17,()=>a.order.payments,e=>e.id,(e,n)=>{let r=L(()=>a.money.of(g(n).id));var i=on(),s=p(i),m=p(s),_=p(m),v=T(_,!0),y=H(_);D(m);var b=H(m,2);let x;var S=p(b),C=H(S);ve(C,{get at(){return g(n).createdAt}}),D(b);var w=H(b,2),E=e=>{var t=an(),r=T(t,!0);c(()=>u(r,g(n).failure.message)),f(e,t)};t(w,e=>{g(n).failure&&e(E)});var O=H(w,2),A=e=>{var t=an(),n=T(t,!0);c(e=>u(n,e),[()=>d(g(r))]),f(e,t)};t(O,e=>{g(r)?.contradiction&&e(A)}),D(s);var j=H(s,2),M=e=>{{let t=L(()=>Dt(g(r)));o(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};t(j,e=>{g(r)&&e(M)}),D(i),c(()=>{k(i,`data-payment`,g(n).status),u(v,g(n).amount.text),u(y,` · ${g(l).methods[g(n).method]??``}`),x=h(b,1,`small s-1oh3u4g`,null,x,{warn:g(r),quiet:!g(r)}),u(S,`${(g(r)?g(l).payment[g(r).is]:g(l).payments[g(n).status])??``}, `)}),f(e,i)});var E=H(w,2);r(E,17,()=>a.order.transfers,e=>e.reference,(e,t)=>{var n=sn(),r=p(n),i=p(r),a=p(i),o=T(a,!0),s=H(a);D(i);var d=H(i,2),m=T(d,!0);D(r),D(n),c(e=>{u(o,g(t).amount.text),u(s,` · ${g(t).reference??``}`),u(m,e)},[()=>Y(g(l).arrived,{when:fe(g(t).receivedAt,X.language)})]),f(e,n)});var O=H(E,2);r(O,17,()=>a.order.refunds,e=>e.id,(e,n)=>{let r=L(()=>a.money.of(g(n).id));var i=on(),s=p(i),m=p(s),_=p(m),v=T(_),y=H(_);D(m);var b=H(m,2);let x;var S=p(b,!0),C=H(S),w=e=>{var t=ne();c(e=>u(t,`, ${e??``}`),[()=>Y(q().tracking.by,{when:_e(g(n).dueBy,X.language)})]),f(e,t)};t(C,e=>{g(n).status===`PENDING`&&e(w)}),D(b);var E=H(b,2),O=e=>{var t=cn(),r=T(t,!0);c(()=>u(r,g(n).payoutReference)),f(e,t)};t(E,e=>{g(n).payoutReference&&e(O)});var A=H(E,2),j=e=>{var t=an(),n=T(t,!0);c(e=>u(n,e),[()=>d(g(r))]),f(e,t)};t(A,e=>{g(r)?.contradiction&&e(j)}),D(s);var M=H(s,2),N=e=>{{let t=L(()=>Dt(g(r)));o(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};t(M,e=>{g(r)&&e(N)}),D(i),c(()=>{k(i,`data-refund`,g(n).status),u(v,`− ${g(n).amount.text??``}`),u(y,` · ${g(l).routes[g(n).route]??``}`),x=h(b,1,`small s-1oh3u4g`,null,x,{warn:g(r),quiet:!g(r)}),u(S,g(r)?g(l).refund[g(r).is]:g(l).refunds[g(n).status])}),f(e,i)}),D(C);var j=H(C,2),M=e=>{var t=ln(),n=T(t,!0);c(e=>u(n,e),[()=>Y(g(l).received,{amount:a.order.amountReceived.text,due:a.order.amountDue.text})]),f(e,t)},P=L(()=>Number(a.order.amountReceived.amount)!==0);t(j,e=>{g(P)&&e(M)});var F=H(j,2),I=p(F);{let e=L(()=>Ot(a.order));o(I,()=>g(e),()=>a.order.id,()=>a.order.amountDue.text)}D(F),D(v);var R=H(v,2),V=e=>{en(e,U(()=>g(s),{get order(){return a.order},get desk(){return a.desk},onClose:()=>{B(s,null),a.money.reload()}}))};t(R,e=>{g(s)&&e(V)}),c(()=>u(b,g(l).title)),f(n,m),N()}n([`click`]);var fn=s(`<span class="quiet small"> </span>`),pn=s(`<span class="good small s-1x6izp0"> </span>`),mn=s(`<span class="failed small s-1x6izp0"> <!></span>`),hn=s(`<span class="buttons s-1x6izp0"><button class="button" type="button"> </button> <button class="button" type="button"> </button></span>`),gn=s(`<li class="s-1x6izp0"><div class="s-1x6izp0"><span class="name"> </span> <span class="quiet small"> </span> <!></div> <!></li>`),_n=s(`<section aria-labelledby="lines"><h3 id="lines"> </h3> <ul></ul></section>`);function vn(e,n){W(n,!0);let i=e=>fe(e,X.language),a=e=>n.whyNot===null&&!e.deliveredAt&&!e.withdrawnAt;var o=_n(),s=p(o),l=T(s,!0),d=H(s,2);r(d,21,()=>n.order.lines,e=>e.id,(e,r)=>{var o=gn(),s=p(o),l=p(s),d=T(l,!0),m=H(l,2),h=T(m,!0),v=H(m,2),y=e=>{var t=fn(),n=T(t);c((e,t)=>u(n,`${e??``}, ${t??``}`),[()=>q().tracking.withdrawn,()=>i(g(r).withdrawnAt)]),f(e,t)},b=e=>{var t=pn(),n=T(t,!0);c(e=>u(n,e),[()=>Y(q().desk.delivered,{when:i(g(r).deliveredAt)})]),f(e,t)},x=e=>{var n=mn(),a=p(n,!0),o=H(a),s=e=>{var t=ne();c(e=>u(t,`, ${e??``}`),[()=>Y(q().tracking.retry,{when:i(g(r).retryAt)})]),f(e,t)};t(o,e=>{g(r).retryAt&&e(s)}),D(n),c(()=>u(a,g(r).failure)),f(e,n)};t(v,e=>{g(r).withdrawnAt?e(y):g(r).deliveredAt?e(b,1):g(r).failure&&e(x,2)}),D(s);var S=H(s,2),C=e=>{var t=hn(),i=p(t),a=T(i,!0),o=H(i,2),s=T(o,!0);D(t),c((e,t,n,c)=>{k(i,`aria-label`,`${e??``}: ${g(r).description??``}`),u(a,t),k(o,`aria-label`,`${n??``}: ${g(r).description??``}`),u(s,c)},[()=>q().desk.deliver,()=>q().desk.deliver,()=>q().desk.fail,()=>q().desk.fail]),_(`click`,i,()=>n.onStep(`deliver`,g(r))),_(`click`,o,()=>n.onStep(`fail`,g(r))),f(e,t)},w=L(()=>a(g(r)));t(S,e=>{g(w)&&e(C)}),D(o),c(e=>{k(o,`data-line`,g(r).id),u(d,g(r).description),u(h,e)},[()=>[g(r).serviceName,g(r).period&&ye(g(r).period,X.language),g(r).quantity>1?`× ${g(r).quantity}`:null].filter(Boolean).join(` · `)]),f(e,o)}),D(d),D(o),c(e=>u(l,e),[()=>q().desk.lines]),f(e,o),N()}n([`click`]);function yn(e,t,n){let r=n.at===``?null:new Date(n.at).toISOString();if(e===`approve`)return{kind:e};if(e===`refuse`)return{kind:e,reason:n.text};if(e===`note`)return{kind:e,text:n.text,isVisible:n.isVisible};if(e===`documents`)return{kind:e,documents:Object.entries(n.documents).filter(e=>e[1]!==void 0).map(([e,t])=>({kind:e,message:t})),dueAt:r};if(!t)throw Error(`${e} is of a line`);return e===`deliver`?{kind:e,line:t,serviceName:n.serviceName}:{kind:e,line:t,message:n.text,retryAt:r}}function bn(e,t){let n={refuse:`reason`,fail:`message`,note:`text`}[e.kind],r=n&&e[n],i=e.kind===`fail`?e.retryAt:e.kind===`documents`?e.dueAt:null;return{...r!==void 0&&r.trim()===``?{text:`fillIn`}:{},...i!==null&&Date.parse(i)<=t?{at:`toCome`}:{},...e.kind===`documents`&&e.documents.length===0?{documents:`atLeastOne`}:{}}}function xn(e,t,n){switch(e.kind){case`approve`:return $(Re,{input:{number:t},language:n});case`refuse`:return $(ze,{input:{number:t,reason:e.reason.trim()},language:n});case`documents`:return $(Be,{input:{number:t,documents:e.documents.map(({kind:e,message:t})=>({kind:e,message:t.trim()||null})),dueAt:e.dueAt},language:n});case`deliver`:return $(Ve,{input:{number:t,line:e.line.id,serviceName:e.serviceName.trim()||null},language:n});case`fail`:return $(He,{input:{number:t,line:e.line.id,message:e.message.trim(),retryAt:e.retryAt},language:n});case`note`:return $(Ue,{input:{number:t,text:e.text.trim(),visibleToCustomer:e.isVisible},language:n})}}var Sn=s(`<p class="said s-senfeh"> </p>`),Cn=s(`<p> </p>`),wn=s(`<p class="quiet small"> </p> <div class="paper s-senfeh"><p><!></p> <!> <!></div>`,1),Tn=s(`<section class="preview s-senfeh" aria-labelledby="preview"><h3 id="preview"> </h3> <!></section>`);function En(n,i){W(i,!0);let a=L(()=>it(i.order)),o=A(null),s=L(()=>g(o)&&at(i.intent,i.order,g(o)));b(()=>{let e=g(a);J(e).then(t=>e===g(a)&&B(o,t))});var l=Tn(),m=p(l),h=T(m,!0),_=H(m,2),v=t=>{var n=wn(),i=e(n),o=T(i,!0),l=H(i,2),m=p(l),h=p(m);ue(h,{get status(){return g(s).status},get label(){return g(s).label}}),D(m);var _=H(m,2);r(_,17,()=>g(s).said,d,(e,t)=>{var n=Sn(),r=T(n,!0);c(()=>u(r,g(t))),f(e,n)});var v=H(_,2);r(v,16,()=>g(s).meaning,e=>e,(e,t)=>{var n=Cn(),r=T(n,!0);c(()=>u(r,t)),f(e,n)}),D(l),c(e=>{u(o,e),k(l,`lang`,g(a))},[()=>Y(q().desk.previewIn,{language:de[g(a)]})]),f(t,n)},y=e=>{var t=Cn(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.previewNothing]),f(e,t)};t(_,e=>{g(s)?e(v):g(o)&&e(y,1)}),D(l),c(e=>{k(l,`data-preview`,g(a)),u(h,e)},[()=>q().desk.preview]),f(n,l),N()}var Dn=s(`<p class="wrong"> </p>`),On=s(`<button class="button" type="button"> </button> <button type="submit"> </button>`,1),kn=s(`<p> </p>`),An=s(`<p class="quiet small"> </p>`),jn=s(`<div class="field"><label> </label>  <textarea class="input s-1dozbv9" rows="3" maxlength="2000"></textarea> <!> <!></div>`),Mn=s(`<label class="choice s-1dozbv9"><input type="checkbox"/> </label>`),Nn=s(`<input class="input" maxlength="2000"/>`),Pn=s(`<div class="document s-1dozbv9"><label class="choice s-1dozbv9"><input type="checkbox"/> </label> <!></div>`),Fn=s(`<fieldset data-documents=""><legend class="label"> </legend> <!> <!></fieldset>`),In=s(`<div class="field"><label> </label> <input class="input" maxlength="255" autocomplete="off" spellcheck="false"/> <p class="quiet small"> </p></div>`),Ln=s(`<div class="field"><label> </label> <input class="input moment s-1dozbv9" type="datetime-local"/> <!> <p class="quiet small"> </p></div>`),Rn=s(`<p class="note bad" role="alert"> </p>`),zn=s(`<form class="stack" novalidate=""><!> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function Bn(n,a){let s=m();W(a,!0);let l=(n,r=z)=>{var a=i(),o=e(a),l=e=>{var t=Dn(),n=T(t,!0);c(e=>{k(t,`id`,`${s}-${r()??``}-wrong`),u(n,e)},[()=>q().desk[g(b)[r()]]]),f(e,t)};t(o,e=>{g(U)&&g(b)[r()]&&e(l)}),f(n,a)},d=M(a,`refusal`,3,``),v=I(a.draft??{text:``,at:``,serviceName:``,isVisible:!1,documents:{}}),y=L(()=>yn(a.kind,a.line,v)),b=L(()=>bn(g(y),Date.now())),x=L(()=>Y(q().desk.titles[a.kind],{number:a.order.number,line:[a.line?.description,a.line?.serviceName].filter(Boolean).join(`, `)})),w=L(()=>({refuse:q().desk.reason,fail:q().desk.message,note:q().desk.noteText})[a.kind]),j=A(!1),U=A(!1),ee=A(I(d())),G=A(void 0);async function te(e){if(e.preventDefault(),B(U,!0),Object.keys(g(b)).length>0){g(G)?.querySelector(`[aria-invalid="true"], [data-documents] input`)?.focus();return}let t=xn(g(y),a.order.number,X.language),n=st(g(y),a.order,q(),new Date().toISOString());if(n)return a.onSent({...v,documents:{...v.documents}},a.desk.assume(a.order.id,n,t));B(j,!0);let r=await t;B(j,!1),B(ee,r.refusal,!0),r.order&&(a.desk.learn([r.order]),se(Y(q().desk.done,{number:a.order.number,status:r.order.statusLabel})),a.onClose())}Se(n,{get title(){return g(x)},get onClose(){return a.onClose},foot:t=>{var n=On(),r=e(n),i=T(r,!0),o=H(r,2);let l;V(o,a.kind===`approve`);var d=T(o,!0);c((e,t)=>{u(i,e),l=h(o,1,`button`,null,l,{danger:a.kind===`refuse`,primary:a.kind!==`refuse`}),k(o,`form`,`${s}-form`),k(o,`data-confirm-step`,a.kind),o.disabled=g(j),u(d,t)},[()=>q().state.cancel,()=>g(j)?q().desk.busy:q().desk.confirm[a.kind]]),_(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(t,n)},children:(e,n)=>{var i=zn(),d=p(i),m=e=>{var t=kn(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.approveText]),f(e,t)};t(d,e=>{a.kind===`approve`&&e(m)});var h=H(d,2),x=e=>{var t=kn(),n=T(t,!0);c(e=>u(n,e),[()=>Y(q().desk.refuseText,{amount:a.order.total.text})]),f(e,t)};t(h,e=>{a.kind===`refuse`&&e(x)});var A=H(h,2),j=e=>{var n=jn(),r=p(n),i=T(r,!0),o=H(r,2);S(o),V(o,!0);var d=H(o,2);l(d,()=>`text`);var m=H(d,2),h=e=>{var t=An(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.reasonHint]),f(e,t)};t(m,e=>{a.kind!==`note`&&e(h)}),D(n),c(()=>{k(r,`for`,`${s}-text`),u(i,g(w)),k(o,`id`,`${s}-text`),k(o,`aria-invalid`,g(U)&&g(b).text?`true`:void 0),k(o,`aria-describedby`,g(U)&&g(b).text?`${s}-text-wrong`:void 0)}),R(o,()=>v.text,e=>v.text=e),f(e,n)};t(A,e=>{g(w)&&e(j)});var M=H(A,2),N=e=>{var t=Mn(),n=p(t);P(n);var r=H(n,1,!0);D(t),c(e=>u(r,e),[()=>q().desk.noteVisible]),E(n,()=>v.isVisible,e=>v.isVisible=e),f(e,t)};t(M,e=>{a.kind===`note`&&e(N)});var I=H(M,2),z=e=>{var n=Fn(),i=p(n),a=T(i,!0),o=H(i,2);r(o,17,()=>Object.entries(q().tracking.documentKinds),([e,t])=>e,(e,n)=>{var r=L(()=>F(g(n),2));let i=()=>g(r)[0],a=()=>g(r)[1],o=L(()=>v.documents[i()]!==void 0);var s=Pn(),l=p(s),d=p(l);P(d);var m=H(d,1,!0);D(l);var h=H(l,2),y=e=>{var t=Nn();P(t),c((e,n)=>{k(t,`aria-label`,`${e??``}: ${a()??``}`),k(t,`placeholder`,n)},[()=>q().desk.documentMessage,()=>q().desk.documentMessage]),R(t,()=>v.documents[i()],e=>v.documents[i()]=e),f(e,t)};t(h,e=>{g(o)&&e(y)}),D(s),c(()=>{O(d,g(o)),u(m,a())}),_(`change`,d,()=>v.documents[i()]=g(o)?void 0:``),f(e,s)});var s=H(o,2);l(s,()=>`documents`),D(n),c(e=>u(a,e),[()=>q().desk.documents]),f(e,n)};t(I,e=>{a.kind===`documents`&&e(z)});var W=H(I,2),ne=e=>{var t=In(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var o=H(i,2),l=T(o,!0);D(t),c((e,t)=>{k(n,`for`,`${s}-service`),u(r,e),k(i,`id`,`${s}-service`),k(i,`placeholder`,a.line?.serviceName??``),k(i,`aria-describedby`,`${s}-service-hint`),k(o,`id`,`${s}-service-hint`),u(l,t)},[()=>q().desk.serviceName,()=>q().desk.serviceHint]),R(i,()=>v.serviceName,e=>v.serviceName=e),f(e,t)};t(W,e=>{a.kind===`deliver`&&e(ne)});var re=H(W,2),K=e=>{var t=Ln(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var o=H(i,2);l(o,()=>`at`);var d=H(o,2),m=T(d,!0);D(t),c((e,t)=>{k(n,`for`,`${s}-at`),u(r,e),k(i,`id`,`${s}-at`),k(i,`aria-invalid`,g(U)&&g(b).at?`true`:void 0),k(i,`aria-describedby`,`${s}-at-hint${g(U)&&g(b).at?` ${s}-at-wrong`:``}`),k(d,`id`,`${s}-at-hint`),u(m,t)},[()=>a.kind===`fail`?q().desk.retryAt:q().desk.dueAt,()=>a.kind===`fail`?q().desk.retryHint:q().desk.dueHint]),R(i,()=>v.at,e=>v.at=e),f(e,t)};t(re,e=>{(a.kind===`fail`||a.kind===`documents`)&&e(K)});var ie=H(re,2);En(ie,{get intent(){return g(y)},get order(){return a.order}});var J=H(ie,2),X=e=>{var t=Rn(),n=T(t,!0);c(()=>u(n,g(ee))),f(e,t)};t(J,e=>{g(ee)&&e(X)}),D(i),C(i,e=>B(G,e),()=>g(G)),c(()=>k(i,`id`,`${s}-form`)),o(`submit`,i,te),f(e,i)},$$slots:{foot:!0,default:!0}}),N()}n([`click`,`change`]);var Vn=s(`<p class="card empty s-1h7apug"> </p>`),Hn=s(`<button type="button"> </button>`),Un=s(`<p class="quiet small" id="why-not"> </p>`),Wn=s(`<div class="sides s-1h7apug"><section class="card work s-1h7apug" aria-labelledby="work"><div class="row title s-1h7apug"><h2 id="work" class="number s-1h7apug" tabindex="-1"> </h2> <!></div> <!> <div class="steps s-1h7apug" role="group"></div> <!> <!> <!> <!> <div><!></div></section> <!></div> <!>`,1);function Gn(n,a){W(a,!0);let o=()=>({number:a.number,language:X.language}),s=new oe(Fe,o),l=L(()=>s.data?.order&&a.desk.assumed(s.data.order)),d=A(null),m=!0;b(()=>()=>m=!1);let v=A(void 0),y=[`approve`,`documents`,`refuse`,`note`],x=A(void 0);b(()=>g(x)?.focus({preventScroll:!0})),b(()=>a.desk.onTold((e,t)=>(t===null||t===g(l)?.number)&&s.reload()));function S(e){if(!g(l))return``;let t=ke(e,g(l),a.scopes);return t===null?null:`scope`in t?Y(q().desk.needs,t):Y(q().desk.notNow,{status:g(l).statusLabel})}async function w(e,t){let[n,{number:r}]=[g(d),g(l)];B(d,null);let{order:i,refusal:a}=await t;i?se(Y(q().desk.done,{number:r,status:i.statusLabel})):m&&g(d)===null?B(d,{...n,draft:e,refusal:a}):me({number:r,address:`/desk?order=${r}`,text:`${q().desk[n.kind]}. ${a}`})}function E(e){if(e===`claim`)return void g(v)?.toggle();if(e!==`approve`&&e!==`refuse`)return;let t=S(e);t===null?B(d,{kind:e}):se(t)}var O={act:E},j=i(),M=e(j),P=e=>{he(e,{get error(){return s.error},onAgain:()=>s.reload()})},F=n=>{var r=i(),o=e(r),l=e=>{be(e,{rows:6})},d=e=>{var t=Vn(),n=T(t,!0);c(e=>u(n,e),[()=>Y(q().desk.missing,{number:a.number})]),f(e,t)};t(o,e=>{s.isLoading?e(l):e(d,-1)}),f(n,r)},I=n=>{var i=Wn(),s=e(i),m=p(s),b=p(m),E=p(b),O=T(E,!0);C(E,e=>B(x,e),()=>g(x));var A=H(E,2);ue(A,{get status(){return g(l).status},get label(){return g(l).statusLabel}}),D(b);var j=H(b,2);C(gt(j,{get order(){return g(l)},get desk(){return a.desk},get me(){return a.me},get scopes(){return a.scopes}}),e=>B(v,e,!0),()=>g(v));var M=H(j,2);r(M,20,()=>y,e=>e,(e,t)=>{let n=L(()=>S(t));var r=Hn();let i;var a=T(r,!0);c(e=>{i=h(r,1,`button s-1h7apug`,null,i,{primary:t===`approve`&&g(n)===null}),k(r,`data-step-button`,t),k(r,`aria-disabled`,g(n)!==null),k(r,`aria-describedby`,g(n)===null?void 0:`why-not`),k(r,`title`,g(n)??void 0),u(a,e)},[()=>q().desk[t]]),_(`click`,r,()=>g(n)===null?B(d,{kind:t}):se(g(n))),f(e,r)}),D(M);var N=H(M,2),P=e=>{var t=Un(),n=T(t,!0);c(e=>u(n,e),[()=>S(`approve`)]),f(e,t)},F=L(()=>S(`approve`)!==null);t(N,e=>{g(F)&&e(P)});var I=H(N,2);{let e=L(()=>S(`deliver`));vn(I,{get order(){return g(l)},get whyNot(){return g(e)},onStep:(e,t)=>B(d,{kind:e,line:t})})}var R=H(I,2);dn(R,{get order(){return g(l)},get desk(){return a.desk},get money(){return a.money},get scopes(){return a.scopes}});var z=H(R,2);Ct(z,{get order(){return g(l)}});var V=H(z,2),W=p(V);ge(W,{operation:()=>({document:Fe,variables:o()})}),D(V),D(m),vt(H(m,2),{get number(){return a.number}}),D(s);var ee=H(s,2),G=e=>{Bn(e,U(()=>g(d),{get order(){return g(l)},get desk(){return a.desk},onSent:w,onClose:()=>B(d,null)}))};t(ee,e=>{g(d)&&e(G)}),c(e=>{k(m,`data-desk-order`,g(l).number),u(O,g(l).number),k(M,`aria-label`,e)},[()=>q().desk.actions]),f(n,i)};return t(M,e=>{s.error&&!g(l)?e(P):g(l)?e(I,-1):e(F,1)}),f(n,j),N(O)}n([`click`]);var Kn=s(`<div class="s-m34snc"><dt><kbd class="s-m34snc"> </kbd></dt> <dd> </dd></div>`),qn=s(`<dl class="s-m34snc"></dl>`);function Jn(e,t){W(t,!0);let n=L(()=>[[`j`,q().desk.keys.j],[`k`,q().desk.keys.k],[`Enter`,q().desk.keys.enter],[`a`,q().desk.keys.a],[`r`,q().desk.keys.r],[`c`,q().desk.keys.c],[`?`,q().desk.keys.help],[`Esc`,q().desk.keys.esc]]);{let i=L(()=>q().desk.shortcuts);Se(e,{get title(){return g(i)},get onClose(){return t.onClose},narrow:!0,children:(e,t)=>{var i=qn();r(i,21,()=>g(n),([e,t])=>e,(e,t)=>{var n=L(()=>F(g(t),2));let r=()=>g(n)[0],i=()=>g(n)[1];var a=Kn(),o=p(a),s=p(o),l=T(s,!0);D(o);var d=H(o,2),m=T(d,!0);D(a),c(()=>{u(l,r()),u(m,i())}),f(e,a)}),D(i),f(e,i)},$$slots:{default:!0}})}N()}var Yn={j:`next`,k:`previous`,a:`approve`,r:`refuse`,c:`claim`,"?":`help`,Escape:`close`};function Xn(e){return e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||e.target?.closest?.(`input, textarea, select, [contenteditable], dialog, [popover]`)||document.querySelector(`dialog[open]`)?null:Yn[e.key]??null}var Zn=100,Qn=500,$n=15e3,er=/^(PAYMENT|REFUND|WITHDRAWAL|ORDER_REFUSED|ORDER_CANCELLED)/,tr=class{scopes;#e;#t=A();#n;#r=L(()=>g(this.#t)&&Tt(g(this.#t),this.#e.now));get all(){return g(this.#r)}set all(e){B(this.#r,e)}constructor(e,t){this.scopes=t,this.#e=e,b(()=>{X.language,K.renewals,K.api&&this.#a();let e=setInterval(()=>this.#i(),$n);return()=>clearInterval(e)}),b(()=>()=>clearTimeout(this.#n)),b(()=>e.onTold(e=>(e===null||er.test(e))&&this.#i()))}of(e){return this.all?.find(t=>t.id===e)}reload(){this.#a()}#i(){this.#n??=setTimeout(()=>{this.#n=void 0,this.#a()},Qn)}async#a(){let e=(...e)=>e.some(e=>this.scopes().includes(e)),t={first:Zn,payments:e(`orders:read`,`payments:write`),refunds:e(`orders:read`,`refunds:write`),language:X.language},{data:n}=await K.api?.client.query(Mt,t,{requestPolicy:`network-only`})??{};n&&B(this.#t,n)}},nr=s(`<p class="card empty s-10hp5uv"> </p>`),rr=s(`<span class="contradiction small s-10hp5uv"> </span>`),ir=s(`<li class="s-10hp5uv"><a class="number s-10hp5uv"> </a> <span class="customer s-10hp5uv"> </span> <span class="what s-10hp5uv"><strong class="s-10hp5uv"> </strong> <span class="quiet small"><!><!></span> <!></span> <span class="amount number s-10hp5uv"> </span></li>`),ar=s(`<ul class="card"></ul>`);function or(n,a){W(a,!0);var o=i(),s=e(o),l=e=>{var t=nr(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.empty.money]),f(e,t)},d=e=>{var n=ar();r(n,21,()=>a.cases,e=>e.id,(e,n)=>{var r=ir(),i=p(r),o=T(i,!0),s=H(i,2),l=T(s,!0),d=H(s,2),m=p(d),h=T(m,!0),_=H(m,2),v=p(_);ut(v,{get at(){return g(n).since},get now(){return a.now}});var y=H(v),b=e=>{var t=ne();c(e=>u(t,e),[()=>`, ${Y(q().desk.money.asked,{n:g(n).attempts,when:fe(g(n).nextCheckAt,X.language)})}`]),f(e,t)};t(y,e=>{g(n).nextCheckAt&&g(n).is===`unclear`&&e(b)}),D(_);var x=H(_,2),S=e=>{var t=rr(),r=T(t,!0);c(e=>u(r,e),[()=>[g(n).contradiction,g(n).settledBy&&Y(q().desk.money.settledBy,{name:g(n).settledBy})].filter(Boolean).join(` · `)]),f(e,t)};t(x,e=>{g(n).contradiction&&e(S)}),D(d);var C=H(d,2),w=T(C,!0);D(r),c(e=>{k(r,`data-order`,g(n).number),k(r,`data-case`,g(n).is),k(i,`href`,`/desk?queue=money&order=${g(n).number??``}`),u(o,g(n).number),u(l,g(n).customer),u(h,e),u(w,g(n).amount)},[()=>q().desk.money[g(n).of][g(n).is]]),f(e,r)}),D(n),f(e,n)};t(s,e=>{a.cases.length===0?e(l):e(d,-1)}),f(n,o),N()}var sr=s(`<p class="card empty s-1i32r5v"> </p>`),cr=s(`<span class="late s-1i32r5v"> </span>`),lr=s(`<tr role="row" class="s-1i32r5v"><th role="rowheader" scope="row" class="named s-1i32r5v"><a class="number s-1i32r5v"> </a></th><td role="cell" class="customer s-1i32r5v"> <!></td><td role="cell" class="since s-1i32r5v"><!></td><td role="cell" class="amount end number s-1i32r5v"> </td><td role="cell" class="who s-1i32r5v"><span> </span></td></tr>`),ur=s(`<div class="card rows s-1i32r5v"><table role="table" class="s-1i32r5v"><thead role="rowgroup" class="s-1i32r5v"><tr role="row"><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th><th role="columnheader" scope="col" class="end s-1i32r5v"> </th><th role="columnheader" scope="col" class="s-1i32r5v"> </th></tr></thead><tbody role="rowgroup" class="s-1i32r5v"></tbody></table></div>`);function dr(n,a){W(a,!0);function o(e){let t=new URLSearchParams(pe.search);return t.set(`order`,e),`/desk?${t}`}var s=i(),l=e(s),d=e=>{var t=sr(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.empty[a.queue]]),f(e,t)},m=e=>{var n=ur(),i=p(n),s=p(i),l=p(s),d=p(l),m=T(d,!0),v=H(d),y=T(v,!0),b=H(v),x=T(b,!0),S=H(b),C=T(S,!0),w=H(S),E=T(w,!0);D(l),D(s);var O=H(s);r(O,21,()=>a.rows,e=>e.id,(e,n)=>{let r=L(()=>Xe(g(n).claim,a.now));var i=lr(),s=p(i),l=p(s),d=T(l,!0);D(s);var m=H(s),v=p(m,!0),y=H(v),b=e=>{var t=cr(),n=T(t,!0);c(e=>u(n,e),[()=>q().desk.late]),f(e,t)},x=L(()=>a.queue===`deliver`&&g(n).lines.some(({failure:e})=>e));t(y,e=>{g(x)&&e(b)}),D(m);var S=H(m),C=p(S);{let e=L(()=>qe(g(n)));ut(C,{get at(){return g(e)},get now(){return a.now}})}D(S);var w=H(S),E=T(w,!0),O=H(w),A=p(O);let j;var M=T(A,!0);D(O),D(i),c((e,t)=>{k(i,`data-order`,g(n).number),k(l,`href`,e),u(d,g(n).number),u(v,g(n).customer.name),u(E,g(n).total.text),k(O,`data-claim`,g(r)?.operator??``),j=h(A,1,`mark s-1i32r5v`,null,j,{mine:g(r)?.operator===a.me,free:!g(r)}),u(M,t)},[()=>o(g(n).number),()=>g(r)?g(r).operator===a.me?q().desk.mine:g(r).operator:q().desk.nobody]),_(`click`,i,e=>!e.target.closest(`a`)&&le({order:g(n).number})),f(e,i)}),D(O),D(i),D(n),c((e,t,n,r,a,o)=>{k(i,`aria-label`,e),u(m,t),u(y,n),u(x,r),u(C,a),u(E,o)},[()=>q().desk.queue[a.queue],()=>q().desk.order,()=>q().desk.customer,()=>q().desk.since,()=>q().desk.amount,()=>q().desk.who]),f(e,n)};t(l,e=>{a.rows.length===0?e(d):e(m,-1)}),f(n,s),N()}n([`click`]);var fr=s(`<a class="s-y1ql5e"> <span class="count s-y1ql5e" data-count=""> </span></a>`),pr=s(`<div class="row way s-y1ql5e"><button class="button plain s-y1ql5e" type="button"><!> </button> <span class="push s-y1ql5e"></span> <button class="button icon" type="button"><!></button> <button class="button icon" type="button"><!></button></div> <!>`,1),mr=s(`<div><button class="button" type="button"> </button></div>`),hr=s(`<!> <!>`,1),gr=s(`<div class="desk s-y1ql5e"><div><h1 tabindex="-1" class="s-y1ql5e"> </h1> <form class="find s-y1ql5e" role="search"><input class="input s-y1ql5e" type="search" maxlength="32" autocomplete="off" spellcheck="false"/> <button class="button" type="submit"> </button></form> <button class="button keys s-y1ql5e" type="button" aria-keyshortcuts="?"> <kbd aria-hidden="true" class="s-y1ql5e">?</kbd></button></div> <nav></nav> <!></div> <!>`,1);function _r(n,a){W(a,!0);let s=new rt,l=new tr(s,()=>a.scopes),d=L(()=>Ke(pe.search)),m=L(()=>pe.search.get(`order`)),y=L(()=>g(d)===`money`?void 0:s.rows(g(d))),b=L(()=>[...new Set((g(d)===`money`?l.all??[]:g(y)??[]).map(e=>e.number))]),S=A(void 0),E=A(!1),O=A(``),M=e=>e===`check`?`/desk`:`/desk?queue=${e}`;function F(e){if(g(m)!==null){let t=Ze(g(b),g(m),e);t!==null&&t!==g(m)&&le({order:t},{replace:!0});return}let t=document.activeElement?.closest(`[data-order]`)?.dataset.order??null;document.querySelector(`[data-order="${Ze(g(b),t,e)}"] a`)?.focus()}async function I(){let e=g(m);le({order:null}),await v(),(document.querySelector(`[data-order="${e}"] a`)??document.querySelector(`h1`))?.focus()}function z(e){let t=Xn(e);t!==null&&(e.preventDefault(),t===`help`?B(E,!0):t===`next`?F(1):t===`previous`?F(-1):t===`close`?g(m)!==null&&I():g(S)?.act(t))}function V(e){e.preventDefault(),g(O).trim()&&le({order:g(O).trim()}),B(O,``)}var U=gr();o(`keydown`,x,z);var ee=e(U),G=p(ee);let te;var ne=p(G),K=T(ne,!0),ie=H(ne,2),J=p(ie);P(J);var Y=H(J,2),X=T(Y,!0);D(ie);var Z=H(ie,2),Q=p(Z);w(),D(Z),D(G);var ae=H(G,2);let oe;r(ae,20,()=>We,e=>e,(e,t)=>{var n=fr(),r=p(n,!0),i=H(r),a=T(i,!0);D(n),c((e,i,o)=>{k(n,`href`,e),k(n,`aria-current`,t===g(d)?`true`:void 0),k(n,`data-queue`,t),u(r,i),u(a,o)},[()=>M(t),()=>q().desk.queue[t],()=>(t===`money`?l.all?.length:s.count(t))??`…`]),f(e,n)}),D(ae);var se=H(ae,2),ce=t=>{var n=pr(),r=e(n),i=p(r),o=p(i);re(o,{name:`left`,size:18});var d=H(o,1,!0);D(i);var h=H(i,4),v=p(h);re(v,{name:`left`}),D(h);var y=H(h,2),b=p(y);re(b,{name:`right`}),D(y),D(r);var x=H(r,2);j(x,()=>g(m),e=>{C(Gn(e,{get number(){return g(m)},get desk(){return s},get money(){return l},get me(){return a.me},get scopes(){return a.scopes}}),e=>B(S,e,!0),()=>g(S))}),c((e,t,n,r,i)=>{u(d,e),k(h,`aria-label`,t),k(h,`title`,n),k(y,`aria-label`,r),k(y,`title`,i)},[()=>q().desk.back,()=>q().desk.previous,()=>q().desk.previous,()=>q().desk.next,()=>q().desk.next]),_(`click`,i,I),_(`click`,h,()=>F(-1)),_(`click`,y,()=>F(1)),f(t,n)},ue=n=>{var r=hr(),o=e(r),m=e=>{he(e,{get error(){return s.error},onAgain:()=>s.reload()})};t(o,e=>{s.error&&e(m)});var h=H(o,2),v=n=>{var r=i(),o=e(r),l=n=>{var r=hr(),i=e(r);dr(i,{get queue(){return g(d)},get rows(){return g(y)},get now(){return s.now},get me(){return a.me}});var o=H(i,2),l=e=>{var t=mr(),n=p(t),r=T(n,!0);D(t),c(e=>u(r,e),[()=>q().desk.more]),_(`click`,n,()=>s.more(g(d))),f(e,t)},m=L(()=>s.hasMore(g(d)));t(o,e=>{g(m)&&e(l)}),f(n,r)},m=e=>{be(e,{rows:6})};t(o,e=>{g(y)?e(l):s.error||e(m,1)}),f(n,r)},b=e=>{or(e,{get cases(){return l.all},get now(){return s.now}})},x=e=>{be(e,{rows:6})};t(h,e=>{g(d)===`money`?l.all?e(b,1):e(x,-1):e(v)}),f(n,r)};t(se,e=>{g(m)===null?e(ue,-1):e(ce)}),D(ee);var de=H(ee,2),fe=e=>{Jn(e,{onClose:()=>B(E,!1)})};t(de,e=>{g(E)&&e(fe)}),c((e,t,n,r,i,a)=>{te=h(G,1,`row head s-y1ql5e`,null,te,{aside:g(m)!==null}),u(K,e),k(J,`aria-label`,t),k(J,`placeholder`,n),u(X,r),u(Q,`${i??``} `),k(ae,`aria-label`,a),oe=h(ae,1,`s-y1ql5e`,null,oe,{aside:g(m)!==null})},[()=>q().desk.title,()=>q().desk.find,()=>q().desk.find,()=>q().desk.findButton,()=>q().desk.shortcuts,()=>q().desk.queues]),o(`submit`,ie,V),R(J,()=>g(O),e=>B(O,e)),_(`click`,Z,()=>B(E,!0)),f(n,U),N()}n([`click`]);var vr=s(`<section class="stack" data-refused=""><h1 tabindex="-1"> </h1> <p class="quiet"> </p></section>`);function yr(n,r){W(r,!0);let a=L(()=>K.viewer),o=L(()=>g(a)?.__typename===`Operator`?g(a):null),s=L(()=>g(o)?.scopes.some(e=>Te.includes(e)));var d=i();G(`1xehhcy`,e=>{l(e=>{y.title=`${e??``} · Buono`},[()=>q().desk.title])});var m=e(d),h=e=>{_r(e,{get me(){return g(o).name},get scopes(){return g(o).scopes}})},_=e=>{var t=vr(),n=p(t),r=T(n,!0),i=H(n,2),s=T(i,!0);D(t),c((e,t)=>{u(r,e),u(s,t)},[()=>g(o)?q().desk.notAllowed:Y(q().desk.forOperators,{name:g(a)&&`name`in g(a)?g(a).name:``}),()=>g(o)?Y(q().desk.notAllowedHint,{scopes:Te.join(`, `),own:g(o).scopes.join(`, `)||q().desk.noScopes}):q().desk.forOperatorsHint]),f(e,t)};t(m,e=>{g(o)&&g(s)?e(h):e(_,-1)}),f(n,d),N()}export{yr as default};