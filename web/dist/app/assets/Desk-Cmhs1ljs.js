import{$ as e,A as t,B as n,D as r,F as i,G as a,H as o,I as s,J as c,K as l,N as u,O as d,P as f,Q as p,R as m,S as h,U as g,V as _,W as v,X as y,Y as b,Z as x,ct as S,d as C,dt as w,et as T,f as E,g as D,gt as O,h as k,ht as A,it as j,k as M,l as N,m as P,mt as F,nt as I,ot as L,p as R,pt as z,rt as B,st as V,tt as H,u as U,ut as W,v as ee,w as G,y as te,z as K}from"./libraries-zdXiaTf4.js";import{F as q,G as J,I as Y,K as X,L as Z,N as ne,O as Q,T as re,_ as ie,a as ae,b as oe,c as se,f as ce,i as le,l as ue,m as de,n as fe,o as pe,q as me,r as he,s as ge,t as _e,u as ve,w as ye,y as be,z as xe}from"./frame-CPgWWQDK.js";import{i as Se}from"./documents-Cho6zBc6.js";import{t as Ce}from"./Dialog-C9y6RJsD.js";import{n as we,t as Te}from"./Tracking-fixt7bwd.js";import{n as Ee,t as De}from"./size-BT-HNCz8.js";var Oe=[`orders:read`,`orders:validate`,`orders:deliver`],ke=[`orders:validate`,`orders:deliver`,`payments:write`,`refunds:write`],Ae={approve:[`orders:validate`],accept:[`orders:validate`,`documents:read`],reject:[`orders:validate`,`documents:read`],refuse:[`orders:validate`],documents:[`orders:validate`],note:[`orders:validate`],deliver:[`orders:deliver`],fail:[`orders:deliver`]},je={approve:[`CHECKING`],documents:[`CHECKING`],refuse:[`CHECKING`,`DOCUMENTS_REQUESTED`],accept:[`CHECKING`,`DOCUMENTS_REQUESTED`],reject:[`CHECKING`,`DOCUMENTS_REQUESTED`],deliver:[`DELIVERING`],fail:[`DELIVERING`]};function Me(e,t,n){let r=Ae[e].find(e=>!n.includes(e));return r?{scope:r}:je[e]?.includes(t.status)??!0?null:{status:!0}}var Ne=e=>e.some(e=>ke.includes(e)),Pe=X(`
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
`),Fe=X(`
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
  `,[Pe]),Ie=X(`
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
  `,[Pe]),Le=X(`
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
      documentRequests {
        id
        documents {
          id
          size
          uploadedAt
        }
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
  `,[Pe,Se]),Re=X(`
    query DeskOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...DeskDetail
      }
    }
  `,[Le]),ze=X(`
    fragment Step on OrderStepPayload {
      errors {
        __typename
        ...Refusal
      }
      order {
        ...DeskDetail
      }
    }
  `,[J,Le]),Be=X(`
    mutation DeskClaim($input: OrderClaimInput!, $language: String!) {
      step: orderClaim(input: $input) {
        ...Step
      }
    }
  `,[ze]),Ve=X(`
    mutation DeskApprove($input: OrderNumberInput!, $language: String!) {
      step: orderApprove(input: $input) {
        ...Step
      }
    }
  `,[ze]),He=X(`
    mutation DeskRefuse($input: OrderRefuseInput!, $language: String!) {
      step: orderRefuse(input: $input) {
        ...Step
      }
    }
  `,[ze]),Ue=X(`
    mutation DeskRequestDocuments($input: OrderRequestDocumentsInput!, $language: String!) {
      step: orderRequestDocuments(input: $input) {
        ...Step
      }
    }
  `,[ze]),We=X(`
    mutation DeskReview($input: DocumentReviewInput!, $language: String!) {
      step: documentReview(input: $input) {
        ...Step
      }
    }
  `,[ze]),Ge=X(`
    mutation DeskDeliver($input: OrderLineDeliverInput!, $language: String!) {
      step: orderLineDeliver(input: $input) {
        ...Step
      }
    }
  `,[ze]),Ke=X(`
    mutation DeskFail($input: OrderLineFailInput!, $language: String!) {
      step: orderLineFail(input: $input) {
        ...Step
      }
    }
  `,[ze]),qe=X(`
    mutation DeskNote($input: OrderNoteInput!, $language: String!) {
      step: orderNote(input: $input) {
        ...Step
      }
    }
  `,[ze]),Je=[`check`,`deliver`,`documents`,`money`],Ye={check:`CHECKING`,deliver:`DELIVERING`,documents:`DOCUMENTS_REQUESTED`};function Xe(e){return Je.find(t=>t===e.get(`queue`))??`check`}function Ze({createdAt:e,paidAt:t,tracking:n}){let r=n.steps.findLast(({state:e})=>e===`DOING`||e===`ERROR`);return(r?.name===`DELIVERING`?r.startedAt:t)??e}function Qe(e,t){let n=new Map(e);for(let e of t){let t=n.get(e.id);(!t||t.tracking.sequence<=e.tracking.sequence)&&n.set(e.id,e)}return n}function $e(e,t,n){return[...e.values()].filter(({status:e,createdAt:r})=>e===Ye[t]&&(n===null||r<=n)).sort((e,t)=>e.createdAt<t.createdAt?-1:e.createdAt>t.createdAt?1:e.id<t.id?-1:1)}function et(e,t){return e&&t<Date.parse(e.until)?e:null}function tt(e,t,n){let r=t===null?-1:e.indexOf(t);return r===-1?(n===1?e[0]:e.at(-1))??null:e[Math.min(e.length-1,Math.max(0,r+n))]??null}function nt(e,t){let n=Math.max(0,Math.floor((t-Date.parse(e))/6e4));return n<60?{value:n,unit:`minute`}:n<2880?{value:Math.floor(n/60),unit:`hour`}:{value:Math.floor(n/1440),unit:`day`}}var rt=50,it=500,at=5e3,ot=Object.keys(Ye),st=class{#e=j(new Map);#t=j({});#n=j([]);#r=new Set;#i=j();get error(){return g(this.#i)}set error(e){B(this.#i,e)}#a=j(I(Date.now()));get now(){return g(this.#a)}set now(e){B(this.#a,e,!0)}#o;#s;constructor(){b(()=>{let e=setInterval(()=>this.now=Date.now(),at);return()=>clearInterval(e)}),b(()=>{let e=Q.api,t=Y.language;if(Q.renewals,e)return a(()=>this.reload()),ie({client:e.client,document:Ie,variables:{language:t},after:this.#o,renew:()=>Q.renew(),onUpdate:({orderUpdates:{cursor:e,order:t,event:n}})=>{this.#o=e,t&&this.learn([t]),t?ot.some(e=>this.hasMore(e))&&this.#l():this.#l(),this.#c(n?.kind??null,t?.number??null)}})}),b(()=>{me.isLive&&a(()=>this.#l())}),b(()=>()=>clearTimeout(this.#s))}learn(e){this.now=Date.now(),B(this.#e,Qe(g(this.#e),e))}assumed(e){return g(this.#n).filter(({id:t})=>t===e.id).reduce((e,{change:t})=>({...e,...t}),e)}async assume(e,t,n){let r={id:e,change:t};B(this.#n,[...g(this.#n),r]);let i=await n;return i.order&&this.learn([i.order]),await v(),B(this.#n,g(this.#n).filter(e=>e!==r)),i}isAssumed=e=>g(this.#n).some(t=>t.id===e);rows(e){let t=g(this.#t)[e];return t?$e(g(this.#n).length===0?g(this.#e):new Map([...g(this.#e)].map(([e,t])=>[e,this.assumed(t)])),e,t.next?.from??null):void 0}count(e){let t=g(this.#t)[e];return t?.next?t.total:this.rows(e)?.length}hasMore(e){return!!g(this.#t)[e]?.next}async more(e){let t=g(this.#t)[e];t?.next&&await this.#d(e,t.pages,t.next.cursor)}reload(){for(let e of ot)this.#u(e)}onTold(e){return this.#r.add(e),()=>this.#r.delete(e)}#c(e,t){for(let n of this.#r)n(e,t)}#l(){this.#s??=setTimeout(()=>{this.#s=void 0,this.reload(),this.#c(null,null)},it)}async#u(e){let t=Math.max(1,g(this.#t)[e]?.pages??1),n=g(this.#e),r=new Set,i=null;for(let n=0;n<t;n++){let t=await this.#d(e,n,i);if(!t)return;for(let{id:e}of t.nodes)r.add(e);if(i=t.pageInfo.hasNextPage?t.pageInfo.endCursor:null,i===null)break}let a=(this.rows(e)??[]).filter(e=>!r.has(e.id)&&n.get(e.id)===e);if(a.length===0)return;let o=new Map(g(this.#e));for(let{id:e}of a)o.delete(e);B(this.#e,o)}async#d(e,t,n){let r={status:[Ye[e]],first:rt,after:n,language:Y.language},{data:i,error:a}=await Q.api?.client.query(Fe,r,{requestPolicy:`network-only`})??{};if(this.error=a,!i)return;let{nodes:o,pageInfo:s,totalCount:c}=i.orders;this.learn(o);let l=o.at(-1),u=s.hasNextPage&&s.endCursor!==null&&l?{cursor:s.endCursor,from:l.createdAt}:null;return B(this.#t,{...g(this.#t),[e]:{total:c,pages:t+1,next:u}}),i.orders}};function ct({customer:e}){let t=e.language.split(`-`)[0]??``;return t in ne?t:`en`}function lt(e,t,n){let r=ct(t),i=e=>ue(e,r,t.customer.timeZone),a=({description:e},t)=>[e,t].filter(Boolean).join(`, `),o=(e,r)=>{let{means:a,next:o,you:s}=n.meaning[e];return{status:e,label:n.status[e],said:r.filter(e=>e!==null&&e.trim()!==``),meaning:[a,q(o,{expires:i(t.expiresAt)}),s]}};switch(e.kind){case`approve`:return o(`DELIVERING`,[]);case`refuse`:return o(`CANCELLING`,[e.reason]);case`documents`:{let t=e.dueAt&&q(n.tracking.by,{when:i(e.dueAt)});return o(`DOCUMENTS_REQUESTED`,e.documents.map(({kind:e,message:r})=>[n.tracking.documentKinds[e],r.trim(),t].filter(Boolean).join(`, `)))}case`accept`:return o(t.status,[`${n.tracking.documentKinds[e.request.kind]}: ${n.tracking.documentStates.ACCEPTED}`]);case`reject`:return o(`DOCUMENTS_REQUESTED`,[`${n.tracking.documentKinds[e.request.kind]}, ${e.message.trim()}`]);case`deliver`:return o(ut(t.lines,e.line)?`DELIVERED`:`DELIVERING`,[a(e.line,e.serviceName.trim()||e.line.serviceName)]);case`fail`:{let t=e.retryAt&&q(n.tracking.retry,{when:i(e.retryAt)});return o(`DELIVERING`,[`${a(e.line,e.line.serviceName)}: ${[e.message.trim(),t].filter(Boolean).join(`, `)}`])}case`note`:return e.isVisible?o(t.status,[`${n.tracking.actors.OPERATOR}: ${e.text.trim()}`]):null}}function ut(e,t){return e.every(({id:e,deliveredAt:n,withdrawnAt:r})=>e===t.id||n!==null||r!==null)}function dt(e,t,n,r){let i=[`note`,`accept`,`reject`].includes(e.kind)?null:lt(e,t,n);if(!i)return null;let{status:a,label:o}=i,s=a===t.status?{}:{status:a,statusLabel:o,claim:null};if(e.kind!==`deliver`&&e.kind!==`fail`)return s;let c=e.kind===`deliver`?{deliveredAt:r,serviceName:e.serviceName.trim()||e.line.serviceName,failure:null,retryAt:null}:{failure:e.message.trim(),retryAt:e.retryAt},l=t.lines;return{...s,lines:l.map(t=>t.id===e.line.id?{...t,...c}:t)}}var ft=(e,t)=>({operator:e,since:t,until:`9999-12-31T00:00:00Z`});async function $(e,t){let{data:n,error:r}=await Q.api?.client.mutation(e,t)??{};if(n?.step.order)return{order:n.step.order,refusal:``,fields:[]};let i=n?.step.errors??[],a=i.map(({message:e})=>e).filter(e=>e!==void 0),o=r?.networkError?Z().lost:r?.graphQLErrors[0]?.message??Z().state.failed;return{order:null,refusal:a.length>0?a.join(` `):o,fields:i.flatMap(({path:e})=>e?.slice(0,1)??[])}}var pt=s(`<time> </time>`);function mt(e,t){w(t,!0);let n=L(()=>nt(t.at,t.now)),r=L(()=>new Intl.RelativeTimeFormat(Y.language,{numeric:`auto`}).format(-g(n).value,g(n).unit));var i=pt(),a=T(i,!0);c(e=>{k(i,`datetime`,t.at),k(i,`title`,e),u(a,g(r))},[()=>se(t.at,Y.language)]),f(e,i),W()}var ht=s(`<button class="button" type="button" data-toggle-claim="" aria-keyshortcuts="c"> </button>`),gt=s(`<p class="note bad" role="alert"> </p>`),_t=s(`<button class="button" type="button"> </button> <button class="button primary" type="button"> </button>`,1),vt=s(`<p> </p> <p class="quiet small"> <!></p>`,1),yt=s(`<div><!> <p class="s-qkdw4q"> </p> <!></div> <!> <!>`,1);function bt(n,r){w(r,!0);let i=L(()=>et(r.order.claim,r.desk.now)),a=L(()=>g(i)?.operator===r.me),o=L(()=>g(i)?ue(g(i).until,Y.language):``),s=L(()=>g(a)?r.desk.isAssumed(r.order.id)?Z().desk.claimNow:Z().desk.claimMine:Z().desk.claimOther),l=j(!1),d=j(!1),m=j(``),v=!0;b(()=>()=>v=!1);async function y(){Ne(r.scopes)&&!g(d)&&(g(i)&&!g(a)?B(l,!0):await x({release:g(a),force:!1}))}async function x(e){B(d,!0),B(l,!1),B(m,``);let{id:t,number:n}=r.order,{who:i}=Q,a=$(Be,{input:{number:n,...e},language:Y.language}),o=await r.desk.assume(t,{claim:e.release?null:ft(r.me,new Date().toISOString())},a);B(d,!1),o.order?oe(q(e.release?Z().desk.released:Z().desk.taken,{number:n})):v?B(m,o.refusal,!0):fe({number:n,who:i,address:`/desk?order=${n}`,text:o.refusal})}var S={toggle:y},C=yt(),E=e(C);let D;var O=p(E);re(O,{name:`person`});var A=H(O,2),M=T(A,!0),N=H(A,2),P=e=>{var t=ht(),n=T(t,!0);c(e=>u(n,e),[()=>g(i)?g(a)?Z().desk.release:Z().desk.takeOver:Z().desk.claim]),_(`click`,t,y),f(e,t)},I=L(()=>Ne(r.scopes));t(N,e=>{g(I)&&e(P)}),F(E);var R=H(E,2),z=e=>{var t=gt(),n=T(t,!0);c(()=>u(n,g(m))),f(e,t)};t(R,e=>{g(m)&&e(z)});var V=H(R,2),U=t=>{{let n=t=>{var n=_t(),r=e(n),i=T(r,!0),a=H(r,2),o=T(a,!0);c((e,t)=>{u(i,e),u(o,t)},[()=>Z().state.cancel,()=>Z().desk.takeOver]),_(`click`,r,()=>B(l,!1)),_(`click`,a,()=>x({release:!1,force:!0})),f(t,n)},a=L(()=>q(Z().desk.takeOverTitle,{name:g(i).operator}));Ce(t,{get title(){return g(a)},onClose:()=>B(l,!1),narrow:!0,foot:n,children:(t,n)=>{var a=vt(),o=e(a),s=T(o,!0),l=H(o,2),d=p(l);mt(H(d),{get at(){return g(i).since},get now(){return r.desk.now}}),F(l),c(e=>{u(s,e),u(d,`${g(i).operator??``}: `)},[()=>Z().desk.takeOverText]),f(t,a)},$$slots:{foot:!0,default:!0}})}};return t(V,e=>{g(l)&&g(i)&&e(U)}),c(e=>{D=h(E,1,`claim s-qkdw4q`,null,D,{mine:g(a),other:g(i)&&!g(a)}),k(E,`data-claimed`,g(i)?.operator??``),u(M,e)},[()=>g(i)?q(g(s),{name:g(i).operator,when:g(o)}):Z().desk.claimFree]),f(n,C),W(S)}n([`click`]);var xt=s(`<div><!></div>`),St=s(`<section class="card view s-14r5u9k" aria-labelledby="view" data-customers-view=""><header><h2 id="view"> </h2> <p class="quiet small"> </p></header> <!></section>`);function Ct(e,n){w(n,!0);let{number:r,customer:i}=n.order,a=ct(n.order),o=j(null);xe(a).then(e=>B(o,e)),ye({language:a,timeZone:i.timeZone,get words(){return g(o)??Y.words}});let s=new we(r,()=>a);var l=St(),d=p(l),m=p(d),h=T(m,!0),_=H(m,2),v=T(_);F(d);var y=H(d,2),b=e=>{var t=xt(),n=p(t);Te(n,{get order(){return s.order},get followed(){return s},isOnlyShown:!0}),F(t),c(()=>k(t,`lang`,a)),f(e,t)},x=e=>{be(e,{rows:5})};t(y,e=>{s.order&&g(o)?e(b):e(x,-1)}),F(l),c((e,t,n)=>{u(h,e),u(v,`${t??``}
      ${n??``}`)},[()=>Z().desk.customersView,()=>Z().desk.customersViewHint,()=>q(Z().desk.customersViewIn,{language:ne[a],zone:i.timeZone})]),f(e,l),W()}var wt=s(`<div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div>`),Tt=s(`<p class="quiet small"> </p>`),Et=s(`<li class="s-1kpo63n"><p class="s-1kpo63n"> </p> <p class="quiet small s-1kpo63n"> <!></p></li>`),Dt=s(`<section aria-labelledby="facts" class="s-1kpo63n"><h3 id="facts"> </h3> <dl class="s-1kpo63n"><div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="number s-1kpo63n"> </dd></div> <div class="s-1kpo63n"><dt class="s-1kpo63n"> </dt> <dd class="s-1kpo63n"><!></dd></div> <!></dl></section> <section aria-labelledby="notes" class="s-1kpo63n"><h3 id="notes"> </h3> <!> <ul class="s-1kpo63n"></ul></section>`,1);function Ot(n,i){w(i,!0);var a=Dt(),o=e(a),s=p(o),l=T(s,!0),d=H(s,2),m=p(d),h=p(m),_=T(h,!0),v=H(h,2),y=T(v);F(m);var b=H(m,2),x=p(b),S=T(x,!0),C=H(x,2),E=T(C);F(b);var D=H(b,2),O=p(D),k=T(O,!0),A=H(O,2),j=T(A,!0);F(D);var M=H(D,2),N=p(M),P=T(N,!0),I=H(N,2),L=T(I,!0);F(M);var R=H(M,2),z=p(R),B=T(z,!0),V=H(z,2),U=p(V);_e(U,{get at(){return i.order.createdAt}}),F(V),F(R);var ee=H(R,2),G=e=>{var t=wt(),n=p(t),r=T(n,!0),a=H(n,2),o=p(a);_e(o,{get at(){return i.order.paidAt}}),F(a),F(t),c(e=>u(r,e),[()=>Z().desk.paid]),f(e,t)};t(ee,e=>{i.order.paidAt&&e(G)}),F(d),F(o);var te=H(o,2),K=p(te),q=T(K,!0),J=H(K,2),Y=e=>{var t=Tt(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.noNotes]),f(e,t)};t(J,e=>{i.order.internalNotes.length===0&&e(Y)});var X=H(J,2);r(X,21,()=>i.order.internalNotes,e=>e.at+e.text,(e,t)=>{var n=Et(),r=p(n),i=T(r,!0),a=H(r,2),o=p(a),s=H(o);_e(s,{get at(){return g(t).at}}),F(a),F(n),c(()=>{u(i,g(t).text),u(o,`${g(t).operator??``}, `)}),f(e,n)}),F(X),F(te),c((e,t,n,r,a,o,s,c)=>{u(l,e),u(_,t),u(y,`${i.order.customer.name??``}, ${i.order.customer.country??``}`),u(S,n),u(E,`${i.order.customer.reference??``} · ${r??``}`),u(k,a),u(j,i.order.customer.email),u(P,o),u(L,i.order.total.text),u(B,s),u(q,c)},[()=>Z().desk.facts,()=>Z().desk.customer,()=>Z().desk.account,()=>Z().signIn.kinds[i.order.customer.kind],()=>Z().desk.email,()=>Z().desk.amount,()=>Z().desk.placed,()=>Z().desk.notes]),f(n,a),W()}var kt=6e3;function At({payments:e,refunds:t,failed:n,contradictedPayments:r,contradictedRefunds:i},a){let o=(e,t)=>t!==null&&(e===`UNKNOWN`||kt<=a-Date.parse(t)),s=({node:e,order:t,...n})=>({id:e.id,number:t.number,customer:t.customer.name,amount:e.amount.text,contradiction:n.contradiction,settledBy:n.settledBy,attempts:n.attempts,nextCheckAt:n.nextCheckAt}),c=[];for(let t of e?.edges??[])o(t.state,t.unclearSince)&&c.push({...s(t),of:`payment`,is:`unclear`,since:t.unclearSince});for(let e of t?.edges??[])e.node.route===`TRANSFER`?c.push({...s(e),of:`refund`,is:`payOut`,since:e.node.createdAt}):o(e.state,e.unclearSince)&&c.push({...s(e),of:`refund`,is:`unclear`,since:e.unclearSince});for(let e of n?.edges??[])e.retry===null&&e.contradiction===null&&c.push({...s(e),of:`refund`,is:`failed`,since:e.node.createdAt});for(let e of r?.edges??[])c.push({...s(e),of:`payment`,is:`contradicted`,since:e.node.createdAt});for(let e of i?.edges??[])c.push({...s(e),of:`refund`,is:`contradicted`,since:e.node.createdAt});return c.sort((e,t)=>e.since<t.since?-1:+(e.since>t.since))}var jt={settlePayment:`payments:write`,recordPayment:`payments:write`,recordSurplus:`payments:write`,settleRefund:`refunds:write`,retryRefund:`refunds:write`,recordRefund:`refunds:write`};function Mt({of:e,is:t}){return t===`contradicted`?null:e===`payment`?`settlePayment`:t===`failed`?`retryRefund`:t===`payOut`?`recordRefund`:`settleRefund`}function Nt({status:e,amountDue:t,paidAt:n}){let r=e===`EXPIRED`||e===`CANCELLED`&&n===null;return Number(t.amount)!==0||r?`recordPayment`:`recordSurplus`}function Pt({amountDue:e,total:t}){return Number(e.amount)===0?t.amount:e.amount}var Ft=X(`
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
`),It=X(`
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
`),Lt=X(`
    query DeskMoney($first: Int!, $payments: Boolean!, $refunds: Boolean!, $language: String!) {
      payments(first: $first, unclear: true) @include(if: $payments) {
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
  `,[Ft,It]),Rt=X(`
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
  `,[J,Le]),zt=X(`
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
  `,[J,Le]),Bt=X(`
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
  `,[J,Le]),Vt=X(`
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
  `,[J,Le]),Ht=X(`
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
  `,[J,Le]),Ut={settlePayment:[`outcome`,`reason`],settleRefund:[`outcome`,`reason`],retryRefund:[],recordRefund:[`day`,`reference`],recordPayment:[`amount`,`reference`,`at`],recordSurplus:[`amount`,`reference`,`at`]};function Wt(e,t,n){let r={};for(let i of Ut[e]){let e=t[i].trim();e===``?r[i]=`fillIn`:i===`amount`&&!/^\d+([.,]\d{1,2})?$/.test(e)?r[i]=`amountWrong`:(i===`at`&&n.getTime()<Date.parse(e)||i===`day`&&Gt(n)<e)&&(r[i]=`notYet`)}return r}var Gt=e=>Kt(e).slice(0,10);function Kt(e){return new Date(e.getTime()-e.getTimezoneOffset()*6e4).toISOString().slice(0,16)}function qt(e,t,n,r,i,a){let[o,s]=[r.reason.trim(),r.reference.trim()],c=r.outcome===`SUCCEEDED`?`SUCCEEDED`:`FAILED`;switch(e){case`settlePayment`:return $(Rt,{input:{id:t,outcome:c,reason:o},language:a});case`settleRefund`:return $(Bt,{input:{id:t,outcome:c,reason:o},language:a});case`retryRefund`:return $(Vt,{input:{id:t,payOut:r.payOut},language:a});case`recordRefund`:return $(Ht,{input:{refund:t,paidOn:r.day,reference:s,idempotencyKey:i},language:a});case`recordPayment`:case`recordSurplus`:return $(zt,{input:{number:n,surplus:e===`recordSurplus`,amount:r.amount.trim().replace(`,`,`.`),reference:s,receivedAt:new Date(r.at).toISOString(),idempotencyKey:i},language:a})}}var Jt=s(`<p class="wrong"> </p>`),Yt=s(`<button class="button" type="button"> </button> <button class="button primary" type="submit"> </button>`,1),Xt=s(`<label class="choice s-10ggj9y"><input type="checkbox"/> </label>`),Zt=s(`<div class="field"><label> </label> <select class="input"><option> </option><option> </option><option> </option></select> <!></div>`),Qt=s(`<div class="field"><label> </label> <textarea class="input s-10ggj9y" rows="3" maxlength="2000"></textarea> <!> <p class="quiet small"> </p></div>`),$t=s(`<div class="field"><label> </label> <input class="input" inputmode="decimal" autocomplete="off"/> <!></div>`),en=s(`<div class="field"><label> </label> <input class="input" type="date"/> <!></div>`),tn=s(`<div class="field"><label> </label> <input class="input" maxlength="140" autocomplete="off" spellcheck="false"/> <!></div>`),nn=s(`<div class="field"><label> </label> <input class="input" type="datetime-local"/> <!></div>`),rn=s(`<p class="note bad" role="alert"> </p>`),an=s(`<form class="stack" novalidate=""><p> </p> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function on(n,r){let s=m();w(r,!0);let l=(n,r=A)=>{var a=i(),o=e(a),l=e=>{var t=Jt(),n=T(t,!0);c(e=>{k(t,`id`,`${s}-${r()??``}-wrong`),u(n,e)},[()=>({...g(y),...Z().desk})[g(b)[r()]]]),f(e,t)};t(o,e=>{g(M)&&g(b)[r()]&&e(l)}),f(n,a)},d=new Date,h=a(()=>r.kind===`recordSurplus`?``:Pt(r.order)),v=I({outcome:``,reason:``,amount:h,reference:``,at:Kt(d),day:Gt(d),payOut:!1}),y=L(()=>Z().desk.money),b=L(()=>Wt(r.kind,v,new Date)),x=e=>Ut[r.kind].includes(e),D=crypto.randomUUID(),O=j(!1),M=j(!1),N=j(``),z=j(void 0),V=e=>g(M)&&g(b)[e]?`true`:void 0,U=e=>g(M)&&g(b)[e]?`${s}-${e}-wrong`:void 0;async function G(e){if(e.preventDefault(),B(M,!0),Object.keys(g(b)).length>0){g(z)?.querySelector(`[aria-invalid="true"]`)?.focus();return}B(O,!0);let t=await qt(r.kind,r.id,r.order.number,v,D,Y.language);B(O,!1),B(N,t.refusal,!0),t.order&&(r.desk.learn([t.order]),oe(q(Z().desk.done,{number:r.order.number,status:t.order.statusLabel})),r.onClose())}{let i=t=>{var n=Yt(),i=e(n),a=T(i,!0),o=H(i,2),l=T(o,!0);c((e,t)=>{u(a,e),k(o,`form`,`${s}-form`),k(o,`data-confirm-money`,r.kind),o.disabled=g(O),u(l,t)},[()=>Z().state.cancel,()=>g(O)?Z().desk.busy:g(y).confirm[r.kind]]),_(`click`,i,function(...e){r.onClose?.apply(this,e)}),f(t,n)},a=L(()=>q(g(y).titles[r.kind],{number:r.order.number}));Ce(n,{get title(){return g(a)},get onClose(){return r.onClose},narrow:!0,foot:i,children:(e,n)=>{var i=an(),a=p(i),d=T(a,!0),m=H(a,2),h=e=>{var t=Xt(),n=p(t);P(n);var r=H(n,1,!0);F(t),c(()=>u(r,g(y).payOutInstead)),E(n,()=>v.payOut,e=>v.payOut=e),f(e,t)};t(m,e=>{r.kind===`retryRefund`&&e(h)});var _=H(m,2),b=e=>{var t=Zt(),n=p(t),i=T(n,!0),a=H(n,2),o=p(a),d=T(o,!0);o.value=o.__value=``;var m=H(o),h=T(m,!0);m.value=m.__value=`SUCCEEDED`;var _=H(m),b=T(_,!0);_.value=_.__value=`FAILED`,F(a),te(a);var x=H(a,2);l(x,()=>`outcome`),F(t),c((e,t,r)=>{k(n,`for`,`${s}-outcome`),u(i,g(y).outcome),k(a,`id`,`${s}-outcome`),k(a,`aria-invalid`,e),k(a,`aria-describedby`,t),u(d,g(y).choose),u(h,r),u(b,g(y).outcomes.FAILED)},[()=>V(`outcome`),()=>U(`outcome`),()=>q(g(y).outcomes.SUCCEEDED,{amount:r.amount})]),ee(a,()=>v.outcome,e=>v.outcome=e),f(e,t)},w=L(()=>x(`outcome`));t(_,e=>{g(w)&&e(b)});var D=H(_,2),O=e=>{var t=Qt(),n=p(t),r=T(n,!0),i=H(n,2);S(i);var a=H(i,2);l(a,()=>`reason`);var o=H(a,2),d=T(o,!0);F(t),c((e,t,a)=>{k(n,`for`,`${s}-reason`),u(r,g(y).reason),k(i,`id`,`${s}-reason`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t),u(d,a)},[()=>V(`reason`),()=>U(`reason`),()=>Z().desk.reasonHint]),R(i,()=>v.reason,e=>v.reason=e),f(e,t)},A=L(()=>x(`reason`));t(D,e=>{g(A)&&e(O)});var j=H(D,2),M=e=>{var t=$t(),n=p(t),i=T(n,!0),a=H(n,2);P(a);var o=H(a,2);l(o,()=>`amount`),F(t),c((e,t,r)=>{k(n,`for`,`${s}-amount`),u(i,e),k(a,`id`,`${s}-amount`),k(a,`aria-invalid`,t),k(a,`aria-describedby`,r)},[()=>q(g(y).amount,{currency:r.order.total.currency}),()=>V(`amount`),()=>U(`amount`)]),R(a,()=>v.amount,e=>v.amount=e),f(e,t)},I=L(()=>x(`amount`));t(j,e=>{g(I)&&e(M)});var W=H(j,2),K=e=>{var t=en(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var a=H(i,2);l(a,()=>`day`),F(t),c((e,t)=>{k(n,`for`,`${s}-day`),u(r,g(y).day),k(i,`id`,`${s}-day`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>V(`day`),()=>U(`day`)]),R(i,()=>v.day,e=>v.day=e),f(e,t)},J=L(()=>x(`day`));t(W,e=>{g(J)&&e(K)});var Y=H(W,2),X=e=>{var t=tn(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var a=H(i,2);l(a,()=>`reference`),F(t),c((e,t)=>{k(n,`for`,`${s}-reference`),u(r,g(y).reference),k(i,`id`,`${s}-reference`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>V(`reference`),()=>U(`reference`)]),R(i,()=>v.reference,e=>v.reference=e),f(e,t)},ne=L(()=>x(`reference`));t(Y,e=>{g(ne)&&e(X)});var Q=H(Y,2),re=e=>{var t=nn(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var a=H(i,2);l(a,()=>`at`),F(t),c((e,t)=>{k(n,`for`,`${s}-at`),u(r,g(y).at),k(i,`id`,`${s}-at`),k(i,`aria-invalid`,e),k(i,`aria-describedby`,t)},[()=>V(`at`),()=>U(`at`)]),R(i,()=>v.at,e=>v.at=e),f(e,t)},ie=L(()=>x(`at`));t(Q,e=>{g(ie)&&e(re)});var ae=H(Q,2),oe=e=>{var t=rn(),n=T(t,!0);c(()=>u(n,g(N))),f(e,t)};t(ae,e=>{g(N)&&e(oe)}),F(i),C(i,e=>B(z,e),()=>g(z)),c(e=>{k(i,`id`,`${s}-form`),u(d,e)},[()=>q(g(y).texts[r.kind],{amount:r.amount})]),o(`submit`,i,G),f(e,i)},$$slots:{foot:!0,default:!0}})}W()}n([`click`]);var sn=s(`<button type="button"> </button>`),cn=s(`<span class="quiet small"> </span>`),ln=s(`<p class="quiet small"> </p>`),un=s(`<span class="small warn s-ua6zwz"> </span>`),dn=s(`<li><div><span><strong class="number"> </strong> </span> <span> <!></span> <!> <!></div> <!></li>`),fn=s(`<li data-transfer=""><div><span><strong class="number"> </strong> </span> <span class="small quiet"> </span></div></li>`),pn=s(`<span class="small quiet"> </span>`),mn=s(`<p data-received=""> </p>`),hn=s(`<section aria-labelledby="money" class="s-ua6zwz"><h3 id="money"> </h3> <!> <ul class="entries"><!> <!> <!></ul> <!> <div><!></div></section> <!>`,1);function gn(n,a){w(a,!0);let o=(n,r=A,o=A,d=A)=>{var p=i(),m=e(p),v=e=>{var t=K();t.nodeValue=``,f(e,t)},y=e=>{var t=sn();let n;var i=T(t,!0);c(()=>{n=h(t,1,`button s-ua6zwz`,null,n,{plain:r()===`recordSurplus`}),k(t,`data-money`,r()),u(i,g(l).steps[r()])}),_(`click`,t,()=>B(s,{kind:r(),id:o(),amount:d()})),f(e,t)},b=L(()=>a.scopes.includes(jt[r()])),x=e=>{var t=cn(),n=T(t,!0);c(e=>u(n,e),[()=>q(Z().desk.needs,{scope:jt[r()]})]),f(e,t)};t(m,e=>{r()===null?e(v):g(b)?e(y,1):e(x,-1)}),f(n,p)},s=j(null),l=L(()=>Z().desk.money),d=({contradiction:e,settledBy:t})=>[e,t&&q(g(l).settledBy,{name:t})].filter(Boolean).join(` · `);var m=hn(),v=e(m),y=p(v),b=T(y,!0),x=H(y,2),S=e=>{var t=ln(),n=T(t,!0);c(()=>u(n,g(l).none)),f(e,t)};t(x,e=>{a.order.payments.length+a.order.transfers.length+a.order.refunds.length===0&&e(S)});var C=H(x,2),E=p(C);r(E,17,()=>a.order.payments,e=>e.id,(e,n)=>{let r=L(()=>a.money.of(g(n).id));var i=dn(),s=p(i),m=p(s),_=p(m),v=T(_,!0),y=H(_);F(m);var b=H(m,2);let x;var S=p(b),C=H(S);_e(C,{get at(){return g(n).createdAt}}),F(b);var w=H(b,2),E=e=>{var t=un(),r=T(t,!0);c(()=>u(r,g(n).failure.message)),f(e,t)};t(w,e=>{g(n).failure&&e(E)});var D=H(w,2),O=e=>{var t=un(),n=T(t,!0);c(e=>u(n,e),[()=>d(g(r))]),f(e,t)};t(D,e=>{g(r)?.contradiction&&e(O)}),F(s);var A=H(s,2),j=e=>{{let t=L(()=>Mt(g(r)));o(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};t(A,e=>{g(r)&&e(j)}),F(i),c(e=>{k(i,`data-payment`,g(n).status),u(v,g(n).amount.text),u(y,` · ${e??``}`),x=h(b,1,`small s-ua6zwz`,null,x,{warn:g(r),quiet:!g(r)}),u(S,`${(g(r)?g(l).payment[g(r).is]:g(l).payments[g(n).status])??``}, `)},[()=>Z().methods[g(n).method]]),f(e,i)});var D=H(E,2);r(D,17,()=>a.order.transfers,e=>e.reference,(e,t)=>{var n=fn(),r=p(n),i=p(r),a=p(i),o=T(a,!0),s=H(a);F(i);var d=H(i,2),m=T(d,!0);F(r),F(n),c(e=>{u(o,g(t).amount.text),u(s,` · ${g(t).reference??``}`),u(m,e)},[()=>q(g(l).arrived,{when:ue(g(t).receivedAt,Y.language)})]),f(e,n)});var O=H(D,2);r(O,17,()=>a.order.refunds,e=>e.id,(e,n)=>{let r=L(()=>a.money.of(g(n).id));var i=dn(),s=p(i),m=p(s),_=p(m),v=T(_),y=H(_);F(m);var b=H(m,2);let x;var S=p(b,!0),C=H(S),w=e=>{var t=K();c(e=>u(t,`, ${e??``}`),[()=>q(Z().tracking.by,{when:ge(g(n).dueBy,Y.language)})]),f(e,t)};t(C,e=>{g(n).status===`PENDING`&&e(w)}),F(b);var E=H(b,2),D=e=>{var t=pn(),r=T(t,!0);c(()=>u(r,g(n).payoutReference)),f(e,t)};t(E,e=>{g(n).payoutReference&&e(D)});var O=H(E,2),A=e=>{var t=un(),n=T(t,!0);c(e=>u(n,e),[()=>d(g(r))]),f(e,t)};t(O,e=>{g(r)?.contradiction&&e(A)}),F(s);var j=H(s,2),M=e=>{{let t=L(()=>Mt(g(r)));o(e,()=>g(t),()=>g(n).id,()=>g(n).amount.text)}};t(j,e=>{g(r)&&e(M)}),F(i),c(()=>{k(i,`data-refund`,g(n).status),u(v,`− ${g(n).amount.text??``}`),u(y,` · ${g(l).routes[g(n).route]??``}`),x=h(b,1,`small s-ua6zwz`,null,x,{warn:g(r),quiet:!g(r)}),u(S,g(r)?g(l).refund[g(r).is]:g(l).refunds[g(n).status])}),f(e,i)}),F(C);var M=H(C,2),N=e=>{var t=mn(),n=T(t,!0);c(e=>u(n,e),[()=>q(g(l).received,{amount:a.order.amountReceived.text,due:a.order.amountDue.text})]),f(e,t)},P=L(()=>Number(a.order.amountReceived.amount)!==0);t(M,e=>{g(P)&&e(N)});var I=H(M,2),R=p(I);{let e=L(()=>Nt(a.order));o(R,()=>g(e),()=>a.order.id,()=>a.order.amountDue.text)}F(I),F(v);var z=H(v,2),V=e=>{on(e,U(()=>g(s),{get order(){return a.order},get desk(){return a.desk},onClose:()=>{B(s,null),a.money.reload()}}))};t(z,e=>{g(s)&&e(V)}),c(()=>u(b,g(l).title)),f(n,m),W()}n([`click`]);var _n=s(`<span class="quiet small"> </span>`),vn=s(`<span class="good small s-ejilnj"> </span>`),yn=s(`<span class="failed small s-ejilnj"> <!></span>`),bn=s(`<span class="buttons"><button class="button" type="button"> </button> <button class="button" type="button"> </button></span>`),xn=s(`<li><div><span class="name"> </span> <span class="quiet small"> </span> <!></div> <!></li>`),Sn=s(`<section aria-labelledby="lines"><h3 id="lines"> </h3> <ul class="entries"></ul></section>`);function Cn(e,n){w(n,!0);let i=e=>ue(e,Y.language),a=e=>n.whyNot===null&&!e.deliveredAt&&!e.withdrawnAt;var o=Sn(),s=p(o),l=T(s,!0),d=H(s,2);r(d,21,()=>n.order.lines,e=>e.id,(e,r)=>{var o=xn(),s=p(o),l=p(s),d=T(l,!0),m=H(l,2),h=T(m,!0),v=H(m,2),y=e=>{var t=_n(),n=T(t);c((e,t)=>u(n,`${e??``}, ${t??``}`),[()=>Z().tracking.withdrawn,()=>i(g(r).withdrawnAt)]),f(e,t)},b=e=>{var t=vn(),n=T(t,!0);c(e=>u(n,e),[()=>q(Z().desk.delivered,{when:i(g(r).deliveredAt)})]),f(e,t)},x=e=>{var n=yn(),a=p(n,!0),o=H(a),s=e=>{var t=K();c(e=>u(t,`, ${e??``}`),[()=>q(Z().tracking.retry,{when:i(g(r).retryAt)})]),f(e,t)};t(o,e=>{g(r).retryAt&&e(s)}),F(n),c(()=>u(a,g(r).failure)),f(e,n)};t(v,e=>{g(r).withdrawnAt?e(y):g(r).deliveredAt?e(b,1):g(r).failure&&e(x,2)}),F(s);var S=H(s,2),C=e=>{var t=bn(),i=p(t),a=T(i,!0),o=H(i,2),s=T(o,!0);F(t),c((e,t,n,c)=>{k(i,`aria-label`,`${e??``}: ${g(r).description??``}`),u(a,t),k(o,`aria-label`,`${n??``}: ${g(r).description??``}`),u(s,c)},[()=>Z().desk.deliver,()=>Z().desk.deliver,()=>Z().desk.fail,()=>Z().desk.fail]),_(`click`,i,()=>n.onStep(`deliver`,g(r))),_(`click`,o,()=>n.onStep(`fail`,g(r))),f(e,t)},w=L(()=>a(g(r)));t(S,e=>{g(w)&&e(C)}),F(o),c(e=>{k(o,`data-line`,g(r).id),u(d,g(r).description),u(h,e)},[()=>[g(r).serviceName,g(r).period&&ve(g(r).period,Y.language),g(r).quantity>1?`× ${g(r).quantity}`:null].filter(Boolean).join(` · `)]),f(e,o)}),F(d),F(o),c(e=>u(l,e),[()=>Z().desk.lines]),f(e,o),W()}n([`click`]);var wn=s(`<span class="small said s-zpq7nb"> </span>`),Tn=s(`<button class="link s-zpq7nb" type="button"><!> </button>`),En=s(`<span> </span>`),Dn=s(`<span class="file small s-zpq7nb"><!> <span class="quiet"> </span></span>`),On=s(`<button class="button" type="button"> </button>`),kn=s(`<span class="buttons"></span>`),An=s(`<li><div><span class="name"> </span> <span class="quiet small"> <!></span> <!> <!></div> <!></li>`),jn=s(`<p class="quiet small"> </p>`),Mn=s(`<section aria-labelledby="received"><h3 id="received"> </h3> <ul class="entries"></ul> <!></section>`);function Nn(n,a){w(a,!0);let o=e=>ue(e,Y.language);async function s(e,t){let{data:n}=await Q.api?.client.query(Ee,{id:e},{requestPolicy:`network-only`})??{};if(n?.node?.__typename!==`Document`)return oe(Z().state.failed);let{pathname:r,search:i}=new URL(n.node.downloadUrl);Object.assign(document.createElement(`a`),{href:r+i,download:t}).click()}var l=i(),d=e(l),m=e=>{var n=Mn(),i=p(n),l=T(i,!0),d=H(i,2);r(d,21,()=>a.order.documentRequests,e=>e.id,(e,n)=>{let i=L(()=>Z().tracking.documentKinds[g(n).kind]);var l=An(),d=p(l),m=p(d),h=T(m,!0),v=H(m,2),y=p(v,!0),b=H(y),x=e=>{var t=K();c(e=>u(t,`, ${e??``}`),[()=>q(Z().tracking.by,{when:o(g(n).dueAt)})]),f(e,t)};t(b,e=>{g(n).dueAt&&g(n).status===`OPEN`&&e(x)}),F(v);var S=H(v,2),C=e=>{var t=wn(),r=T(t,!0);c(()=>u(r,g(n).message)),f(e,t)};t(S,e=>{g(n).message&&e(C)});var w=H(S,2);r(w,17,()=>g(n).documents,({id:e,fileName:t,size:n,uploadedAt:r})=>e,(e,n)=>{let r=()=>g(n).id,i=()=>g(n).fileName,l=()=>g(n).size,d=()=>g(n).uploadedAt;var m=Dn(),h=p(m),v=e=>{var t=Tn(),n=p(t);re(n,{name:`paper`,size:18});var a=H(n,1,!0);F(t),c(()=>u(a,i())),_(`click`,t,()=>s(r(),i())),f(e,t)},y=e=>{var t=En(),n=T(t,!0);c(()=>u(n,i())),f(e,t)};t(h,e=>{a.mayRead?e(v):e(y,-1)});var b=H(h,2),x=T(b);F(m),c((e,t)=>u(x,`${e??``}, ${t??``}`),[()=>De(l(),Y.language),()=>o(d())]),f(e,m)}),F(d);var E=H(d,2),D=e=>{var t=kn();r(t,20,()=>[`accept`,`reject`],e=>e,(e,t)=>{var r=On(),o=T(r,!0);c((e,n)=>{k(r,`aria-label`,`${e??``}: ${g(i)??``}`),k(r,`data-review`,t),u(o,n)},[()=>Z().desk[t],()=>Z().desk[t]]),_(`click`,r,()=>a.onStep(t,g(n))),f(e,r)}),F(t),f(e,t)};t(E,e=>{g(n).status===`RECEIVED`&&a.whyNot===null&&e(D)}),F(l),c(e=>{k(l,`data-received`,g(n).kind),u(h,g(i)),k(v,`data-state`,g(n).status),u(y,e)},[()=>g(n).status===`OPEN`?Z().desk.notHere:Z().tracking.documentStates[g(n).status]]),f(e,l)}),F(d);var m=H(d,2),h=e=>{var t=jn(),n=T(t,!0);c(e=>u(n,e),[()=>q(Z().desk.needs,{scope:`documents:read`})]),f(e,t)};t(m,e=>{a.mayRead||e(h)}),F(n),c(e=>u(l,e),[()=>Z().desk.received]),f(e,n)};t(d,e=>{a.order.documentRequests.length>0&&e(m)}),f(n,l),W()}n([`click`]);function Pn(e,{line:t,request:n},r){let i=r.at===``?null:new Date(r.at).toISOString();if(e===`approve`)return{kind:e};if(e===`refuse`)return{kind:e,reason:r.text};if(e===`note`)return{kind:e,text:r.text,isVisible:r.isVisible};if(e===`documents`)return{kind:e,documents:Object.entries(r.documents).filter(e=>e[1]!==void 0).map(([e,t])=>({kind:e,message:t})),dueAt:i};if(e===`accept`||e===`reject`){if(!n)throw Error(`${e} is of a request`);return e===`accept`?{kind:e,request:n}:{kind:e,request:n,message:r.text}}if(!t)throw Error(`${e} is of a line`);return e===`deliver`?{kind:e,line:t,serviceName:r.serviceName}:{kind:e,line:t,message:r.text,retryAt:i}}function Fn(e,t){let n={refuse:`reason`,fail:`message`,reject:`message`,note:`text`}[e.kind],r=n&&e[n],i=e.kind===`fail`?e.retryAt:e.kind===`documents`?e.dueAt:null;return{...r!==void 0&&r.trim()===``?{text:`fillIn`}:{},...i!==null&&Date.parse(i)<=t?{at:`toCome`}:{},...e.kind===`documents`&&e.documents.length===0?{documents:`atLeastOne`}:{}}}var In=({documents:e})=>e.map(({id:e})=>e);function Ln(e,t,n){switch(e.kind){case`approve`:return $(Ve,{input:{number:t},language:n});case`refuse`:return $(He,{input:{number:t,reason:e.reason.trim()},language:n});case`documents`:return $(Ue,{input:{number:t,documents:e.documents.map(({kind:e,message:t})=>({kind:e,message:t.trim()||null})),dueAt:e.dueAt},language:n});case`accept`:return $(We,{input:{request:e.request.id,accepted:!0,documents:In(e.request)},language:n});case`reject`:return $(We,{input:{request:e.request.id,accepted:!1,message:e.message.trim(),documents:In(e.request)},language:n});case`deliver`:return $(Ge,{input:{number:t,line:e.line.id,serviceName:e.serviceName.trim()||null},language:n});case`fail`:return $(Ke,{input:{number:t,line:e.line.id,message:e.message.trim(),retryAt:e.retryAt},language:n});case`note`:return $(qe,{input:{number:t,text:e.text.trim(),visibleToCustomer:e.isVisible},language:n})}}var Rn=s(`<p class="said s-senfeh"> </p>`),zn=s(`<p> </p>`),Bn=s(`<p class="quiet small"> </p> <div class="paper s-senfeh"><p><!></p> <!> <!></div>`,1),Vn=s(`<section class="preview s-senfeh" aria-labelledby="preview"><h3 id="preview"> </h3> <!></section>`);function Hn(n,i){w(i,!0);let a=L(()=>ct(i.order)),o=j(null),s=L(()=>g(o)&&lt(i.intent,i.order,g(o)));b(()=>{let e=g(a);xe(e).then(t=>e===g(a)&&B(o,t))});var l=Vn(),m=p(l),h=T(m,!0),_=H(m,2),v=t=>{var n=Bn(),i=e(n),o=T(i,!0),l=H(i,2),m=p(l),h=p(m);le(h,{get status(){return g(s).status},get label(){return g(s).label}}),F(m);var _=H(m,2);r(_,17,()=>g(s).said,d,(e,t)=>{var n=Rn(),r=T(n,!0);c(()=>u(r,g(t))),f(e,n)});var v=H(_,2);r(v,16,()=>g(s).meaning,e=>e,(e,t)=>{var n=zn(),r=T(n,!0);c(()=>u(r,t)),f(e,n)}),F(l),c(e=>{u(o,e),k(l,`lang`,g(a))},[()=>q(Z().desk.previewIn,{language:ne[g(a)]})]),f(t,n)},y=e=>{var t=zn(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.previewNothing]),f(e,t)};t(_,e=>{g(s)?e(v):g(o)&&e(y,1)}),F(l),c(e=>{k(l,`data-preview`,g(a)),u(h,e)},[()=>Z().desk.preview]),f(n,l),W()}var Un=s(`<p class="wrong"> </p>`),Wn=s(`<button class="button" type="button"> </button> <button type="submit"> </button>`,1),Gn=s(`<p> </p>`),Kn=s(`<p class="quiet small"> </p>`),qn=s(`<div class="field"><label> </label>  <textarea class="input s-1dozbv9" rows="3" maxlength="2000"></textarea> <!> <!></div>`),Jn=s(`<label class="choice s-1dozbv9"><input type="checkbox"/> </label>`),Yn=s(`<input class="input" maxlength="2000"/>`),Xn=s(`<div class="document s-1dozbv9"><label class="choice s-1dozbv9"><input type="checkbox"/> </label> <!></div>`),Zn=s(`<fieldset data-documents=""><legend class="label"> </legend> <!> <!></fieldset>`),Qn=s(`<div class="field"><label> </label> <input class="input" maxlength="255" autocomplete="off" spellcheck="false"/> <p class="quiet small"> </p></div>`),$n=s(`<div class="field"><label> </label> <input class="input moment s-1dozbv9" type="datetime-local"/> <!> <p class="quiet small"> </p></div>`),er=s(`<p class="note bad" role="alert"> </p>`),tr=s(`<form class="stack" novalidate=""><!> <!> <!> <!> <!> <!> <!> <!> <!> <!></form>`);function nr(n,a){let s=m();w(a,!0);let l=(n,r=A)=>{var a=i(),o=e(a),l=e=>{var t=Un(),n=T(t,!0);c(e=>{k(t,`id`,`${s}-${r()??``}-wrong`),u(n,e)},[()=>Z().desk[g(b)[r()]]]),f(e,t)};t(o,e=>{g(U)&&g(b)[r()]&&e(l)}),f(n,a)},d=N(a,`refusal`,3,``),v=I(a.draft??{text:``,at:``,serviceName:``,isVisible:!1,documents:{}}),y=L(()=>Pn(a.kind,{line:a.line,request:a.request},v)),b=L(()=>Fn(g(y),Date.now())),x=L(()=>q(Z().desk.titles[a.kind],{number:a.order.number,document:a.request?Z().tracking.documentKinds[a.request.kind]:``,line:[a.line?.description,a.line?.serviceName].filter(Boolean).join(`, `)})),M=L(()=>({refuse:Z().desk.reason,fail:Z().desk.message,reject:Z().desk.whatIsWrong,note:Z().desk.noteText})[a.kind]),z=j(!1),U=j(!1),ee=j(I(d())),G=j(void 0);async function te(e){if(e.preventDefault(),B(U,!0),Object.keys(g(b)).length>0){g(G)?.querySelector(`[aria-invalid="true"], [data-documents] input`)?.focus();return}let t=Ln(g(y),a.order.number,Y.language),n=dt(g(y),a.order,Z(),new Date().toISOString());if(n)return a.onSent({...v,documents:{...v.documents}},a.desk.assume(a.order.id,n,t));B(z,!0);let r=await t;B(z,!1),B(ee,r.refusal,!0),r.order&&(a.desk.learn([r.order]),oe(q(Z().desk.done,{number:a.order.number,status:r.order.statusLabel})),a.onClose())}Ce(n,{get title(){return g(x)},get onClose(){return a.onClose},foot:t=>{var n=Wn(),r=e(n),i=T(r,!0),o=H(r,2);let l;V(o,a.kind===`approve`||a.kind===`accept`);var d=T(o,!0);c((e,t)=>{u(i,e),l=h(o,1,`button`,null,l,{danger:a.kind===`refuse`,primary:a.kind!==`refuse`}),k(o,`form`,`${s}-form`),k(o,`data-confirm-step`,a.kind),o.disabled=g(z),u(d,t)},[()=>Z().state.cancel,()=>g(z)?Z().desk.busy:Z().desk.confirm[a.kind]]),_(`click`,r,function(...e){a.onClose?.apply(this,e)}),f(t,n)},children:(e,n)=>{var i=tr(),d=p(i),m=e=>{var t=Gn(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.acceptText]),f(e,t)};t(d,e=>{a.kind===`accept`&&e(m)});var h=H(d,2),x=e=>{var t=Gn(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.approveText]),f(e,t)};t(h,e=>{a.kind===`approve`&&e(x)});var w=H(h,2),A=e=>{var t=Gn(),n=T(t,!0);c(e=>u(n,e),[()=>q(Z().desk.refuseText,{amount:a.order.total.text})]),f(e,t)};t(w,e=>{a.kind===`refuse`&&e(A)});var j=H(w,2),N=e=>{var n=qn(),r=p(n),i=T(r,!0),o=H(r,2);S(o),V(o,!0);var d=H(o,2);l(d,()=>`text`);var m=H(d,2),h=e=>{var t=Kn(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.reasonHint]),f(e,t)};t(m,e=>{a.kind!==`note`&&e(h)}),F(n),c(()=>{k(r,`for`,`${s}-text`),u(i,g(M)),k(o,`id`,`${s}-text`),k(o,`aria-invalid`,g(U)&&g(b).text?`true`:void 0),k(o,`aria-describedby`,g(U)&&g(b).text?`${s}-text-wrong`:void 0)}),R(o,()=>v.text,e=>v.text=e),f(e,n)};t(j,e=>{g(M)&&e(N)});var I=H(j,2),z=e=>{var t=Jn(),n=p(t);P(n);var r=H(n,1,!0);F(t),c(e=>u(r,e),[()=>Z().desk.noteVisible]),E(n,()=>v.isVisible,e=>v.isVisible=e),f(e,t)};t(I,e=>{a.kind===`note`&&e(z)});var W=H(I,2),K=e=>{var n=Zn(),i=p(n),a=T(i,!0),o=H(i,2);r(o,17,()=>Object.entries(Z().tracking.documentKinds),([e,t])=>e,(e,n)=>{var r=L(()=>O(g(n),2));let i=()=>g(r)[0],a=()=>g(r)[1],o=L(()=>v.documents[i()]!==void 0);var s=Xn(),l=p(s),d=p(l);P(d);var m=H(d,1,!0);F(l);var h=H(l,2),y=e=>{var t=Yn();P(t),c((e,n)=>{k(t,`aria-label`,`${e??``}: ${a()??``}`),k(t,`placeholder`,n)},[()=>Z().desk.documentMessage,()=>Z().desk.documentMessage]),R(t,()=>v.documents[i()],e=>v.documents[i()]=e),f(e,t)};t(h,e=>{g(o)&&e(y)}),F(s),c(()=>{D(d,g(o)),u(m,a())}),_(`change`,d,()=>v.documents[i()]=g(o)?void 0:``),f(e,s)});var s=H(o,2);l(s,()=>`documents`),F(n),c(e=>u(a,e),[()=>Z().desk.documents]),f(e,n)};t(W,e=>{a.kind===`documents`&&e(K)});var J=H(W,2),Y=e=>{var t=Qn(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var o=H(i,2),l=T(o,!0);F(t),c((e,t)=>{k(n,`for`,`${s}-service`),u(r,e),k(i,`id`,`${s}-service`),k(i,`placeholder`,a.line?.serviceName??``),k(i,`aria-describedby`,`${s}-service-hint`),k(o,`id`,`${s}-service-hint`),u(l,t)},[()=>Z().desk.serviceName,()=>Z().desk.serviceHint]),R(i,()=>v.serviceName,e=>v.serviceName=e),f(e,t)};t(J,e=>{a.kind===`deliver`&&e(Y)});var X=H(J,2),ne=e=>{var t=$n(),n=p(t),r=T(n,!0),i=H(n,2);P(i);var o=H(i,2);l(o,()=>`at`);var d=H(o,2),m=T(d,!0);F(t),c((e,t)=>{k(n,`for`,`${s}-at`),u(r,e),k(i,`id`,`${s}-at`),k(i,`aria-invalid`,g(U)&&g(b).at?`true`:void 0),k(i,`aria-describedby`,`${s}-at-hint${g(U)&&g(b).at?` ${s}-at-wrong`:``}`),k(d,`id`,`${s}-at-hint`),u(m,t)},[()=>a.kind===`fail`?Z().desk.retryAt:Z().desk.dueAt,()=>a.kind===`fail`?Z().desk.retryHint:Z().desk.dueHint]),R(i,()=>v.at,e=>v.at=e),f(e,t)};t(X,e=>{(a.kind===`fail`||a.kind===`documents`)&&e(ne)});var Q=H(X,2);Hn(Q,{get intent(){return g(y)},get order(){return a.order}});var re=H(Q,2),ie=e=>{var t=er(),n=T(t,!0);c(()=>u(n,g(ee))),f(e,t)};t(re,e=>{g(ee)&&e(ie)}),F(i),C(i,e=>B(G,e),()=>g(G)),c(()=>k(i,`id`,`${s}-form`)),o(`submit`,i,te),f(e,i)},$$slots:{foot:!0,default:!0}}),W()}n([`click`,`change`]);var rr=s(`<p class="card empty s-1h7apug"> </p>`),ir=s(`<button type="button"> </button>`),ar=s(`<p class="quiet small" id="why-not"> </p>`),or=s(`<div class="sides s-1h7apug"><section class="card work s-1h7apug" aria-labelledby="work"><div class="row title s-1h7apug"><h2 id="work" class="number s-1h7apug" tabindex="-1"> </h2> <!></div> <!> <div class="steps s-1h7apug" role="group"></div> <!> <!> <!> <!> <!> <div><!></div></section> <!></div> <!>`,1);function sr(n,a){w(a,!0);let o=()=>({number:a.number,language:Y.language}),s=new ae(Re,o),l=L(()=>s.data?.order&&a.desk.assumed(s.data.order)),d=j(null),m=!0;b(()=>()=>m=!1);let v=j(void 0),y=[`approve`,`documents`,`refuse`,`note`],x=j(void 0);b(()=>g(x)?.focus({preventScroll:!0})),b(()=>a.desk.onTold((e,t)=>(t===null||t===g(l)?.number)&&s.reload()));function S(e){if(!g(l))return``;let t=Me(e,g(l),a.scopes);return t===null?null:`scope`in t?q(Z().desk.needs,t):q(Z().desk.notNow,{status:g(l).statusLabel})}async function E(e,t){let[n,{number:r}]=[g(d),g(l)],{who:i}=Q;B(d,null);let{order:a,refusal:o}=await t;a?oe(q(Z().desk.done,{number:r,status:a.statusLabel})):m&&g(d)===null?B(d,{...n,draft:e,refusal:o}):fe({number:r,who:i,address:`/desk?order=${r}`,text:`${Z().desk[n.kind]}. ${o}`})}function D(e){if(e===`claim`)return void g(v)?.toggle();if(e!==`approve`&&e!==`refuse`)return;let t=S(e);t===null?B(d,{kind:e}):oe(t)}var O={act:D},A=i(),M=e(A),N=e=>{pe(e,{get error(){return s.error},onAgain:()=>s.reload()})},P=n=>{var r=i(),o=e(r),l=e=>{be(e,{rows:6})},d=e=>{var t=rr(),n=T(t,!0);c(e=>u(n,e),[()=>q(Z().desk.missing,{number:a.number})]),f(e,t)};t(o,e=>{s.isLoading?e(l):e(d,-1)}),f(n,r)},I=n=>{var i=or(),s=e(i),m=p(s),b=p(m),w=p(b),D=T(w,!0);C(w,e=>B(x,e),()=>g(x));var O=H(w,2);le(O,{get status(){return g(l).status},get label(){return g(l).statusLabel}}),F(b);var A=H(b,2);C(bt(A,{get order(){return g(l)},get desk(){return a.desk},get me(){return a.me},get scopes(){return a.scopes}}),e=>B(v,e,!0),()=>g(v));var j=H(A,2);r(j,20,()=>y,e=>e,(e,t)=>{let n=L(()=>S(t));var r=ir();let i;var a=T(r,!0);c(e=>{i=h(r,1,`button s-1h7apug`,null,i,{primary:t===`approve`&&g(n)===null}),k(r,`data-step-button`,t),k(r,`aria-disabled`,g(n)!==null),k(r,`aria-describedby`,g(n)===null?void 0:`why-not`),k(r,`title`,g(n)??void 0),u(a,e)},[()=>Z().desk[t]]),_(`click`,r,()=>g(n)===null?B(d,{kind:t}):oe(g(n))),f(e,r)}),F(j);var M=H(j,2),N=e=>{var t=ar(),n=T(t,!0);c(e=>u(n,e),[()=>S(`approve`)]),f(e,t)},P=L(()=>S(`approve`)!==null);t(M,e=>{g(P)&&e(N)});var I=H(M,2);{let e=L(()=>S(`deliver`));Cn(I,{get order(){return g(l)},get whyNot(){return g(e)},onStep:(e,t)=>B(d,{kind:e,line:t})})}var R=H(I,2);{let e=L(()=>S(`accept`)),t=L(()=>a.scopes.includes(`documents:read`));Nn(R,{get order(){return g(l)},get whyNot(){return g(e)},get mayRead(){return g(t)},onStep:(e,t)=>B(d,{kind:e,request:t})})}var z=H(R,2);gn(z,{get order(){return g(l)},get desk(){return a.desk},get money(){return a.money},get scopes(){return a.scopes}});var V=H(z,2);Ot(V,{get order(){return g(l)}});var W=H(V,2),ee=p(W);he(ee,{operation:()=>({document:Re,variables:o()})}),F(W),F(m),Ct(H(m,2),{get order(){return g(l)}}),F(s);var G=H(s,2),te=e=>{nr(e,U(()=>g(d),{get order(){return g(l)},get desk(){return a.desk},onSent:E,onClose:()=>B(d,null)}))};t(G,e=>{g(d)&&e(te)}),c(e=>{k(m,`data-desk-order`,g(l).number),u(D,g(l).number),k(j,`aria-label`,e)},[()=>Z().desk.actions]),f(n,i)};return t(M,e=>{s.error&&!g(l)?e(N):g(l)?e(I,-1):e(P,1)}),f(n,A),W(O)}n([`click`]);var cr=s(`<div class="s-m34snc"><dt><kbd class="s-m34snc"> </kbd></dt> <dd> </dd></div>`),lr=s(`<dl class="s-m34snc"></dl>`);function ur(e,t){w(t,!0);let n=L(()=>[[`j`,Z().desk.keys.j],[`k`,Z().desk.keys.k],[`Enter`,Z().desk.keys.enter],[`a`,Z().desk.keys.a],[`r`,Z().desk.keys.r],[`c`,Z().desk.keys.c],[`?`,Z().desk.keys.help],[`Esc`,Z().desk.keys.esc]]);{let i=L(()=>Z().desk.shortcuts);Ce(e,{get title(){return g(i)},get onClose(){return t.onClose},narrow:!0,children:(e,t)=>{var i=lr();r(i,21,()=>g(n),([e,t])=>e,(e,t)=>{var n=L(()=>O(g(t),2));let r=()=>g(n)[0],i=()=>g(n)[1];var a=cr(),o=p(a),s=p(o),l=T(s,!0);F(o);var d=H(o,2),m=T(d,!0);F(a),c(()=>{u(l,r()),u(m,i())}),f(e,a)}),F(i),f(e,i)},$$slots:{default:!0}})}W()}var dr={j:`next`,k:`previous`,a:`approve`,r:`refuse`,c:`claim`,"?":`help`,Escape:`close`};function fr(e){return e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||e.target?.closest?.(`input, textarea, select, [contenteditable], dialog, [popover]`)||document.querySelector(`dialog[open]`)?null:dr[e.key]??null}var pr=100,mr=500,hr=15e3,gr=/^(PAYMENT|REFUND|WITHDRAWAL|ORDER_REFUSED|ORDER_CANCELLED)/,_r=class{scopes;#e;#t=j();#n;#r=L(()=>g(this.#t)&&At(g(this.#t),this.#e.now));get all(){return g(this.#r)}set all(e){B(this.#r,e)}constructor(e,t){this.scopes=t,this.#e=e,b(()=>{Y.language,Q.renewals,Q.api&&this.#a();let e=setInterval(()=>this.#i(),hr);return()=>clearInterval(e)}),b(()=>()=>clearTimeout(this.#n)),b(()=>e.onTold(e=>(e===null||gr.test(e))&&this.#i()))}of(e){return this.all?.find(t=>t.id===e)}reload(){this.#a()}#i(){this.#n??=setTimeout(()=>{this.#n=void 0,this.#a()},mr)}async#a(){let e=(...e)=>e.some(e=>this.scopes().includes(e)),t={first:pr,payments:e(`orders:read`,`payments:write`),refunds:e(`orders:read`,`refunds:write`),language:Y.language},{data:n}=await Q.api?.client.query(Lt,t,{requestPolicy:`network-only`})??{};n&&B(this.#t,n)}},vr=s(`<p class="card empty s-10hp5uv"> </p>`),yr=s(`<span class="contradiction small s-10hp5uv"> </span>`),br=s(`<li class="s-10hp5uv"><a class="number s-10hp5uv"> </a> <span class="customer s-10hp5uv"> </span> <span class="what s-10hp5uv"><strong class="s-10hp5uv"> </strong> <span class="quiet small"><!><!></span> <!></span> <span class="amount number s-10hp5uv"> </span></li>`),xr=s(`<ul class="card"></ul>`);function Sr(n,a){w(a,!0);var o=i(),s=e(o),l=e=>{var t=vr(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.empty.money]),f(e,t)},d=e=>{var n=xr();r(n,21,()=>a.cases,e=>e.id,(e,n)=>{var r=br(),i=p(r),o=T(i,!0),s=H(i,2),l=T(s,!0),d=H(s,2),m=p(d),h=T(m,!0),_=H(m,2),v=p(_);mt(v,{get at(){return g(n).since},get now(){return a.now}});var y=H(v),b=e=>{var t=K();c(e=>u(t,e),[()=>`, ${q(Z().desk.money.asked,{n:g(n).attempts,when:ue(g(n).nextCheckAt,Y.language)})}`]),f(e,t)};t(y,e=>{g(n).nextCheckAt&&g(n).is===`unclear`&&e(b)}),F(_);var x=H(_,2),S=e=>{var t=yr(),r=T(t,!0);c(e=>u(r,e),[()=>[g(n).contradiction,g(n).settledBy&&q(Z().desk.money.settledBy,{name:g(n).settledBy})].filter(Boolean).join(` · `)]),f(e,t)};t(x,e=>{g(n).contradiction&&e(S)}),F(d);var C=H(d,2),w=T(C,!0);F(r),c(e=>{k(r,`data-order`,g(n).number),k(r,`data-case`,g(n).is),k(i,`href`,`/desk?queue=money&order=${g(n).number??``}`),u(o,g(n).number),u(l,g(n).customer),u(h,e),u(w,g(n).amount)},[()=>Z().desk.money[g(n).of][g(n).is]]),f(e,r)}),F(n),f(e,n)};t(s,e=>{a.cases.length===0?e(l):e(d,-1)}),f(n,o),W()}var Cr=s(`<p class="card empty s-clrecc"> </p>`),wr=s(`<span class="late s-clrecc"> </span>`),Tr=s(`<tr role="row" class="s-clrecc"><th role="rowheader" scope="row" class="named s-clrecc"><a class="number"> </a></th><td role="cell" class="customer s-clrecc"> <!></td><td role="cell" class="since s-clrecc"><!></td><td role="cell" class="amount end number s-clrecc"> </td><td role="cell" class="who s-clrecc"><span> </span></td></tr>`),Er=s(`<div class="card"><table class="rows" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col"> </th><th role="columnheader" scope="col"> </th><th role="columnheader" scope="col"> </th><th role="columnheader" scope="col" class="end"> </th><th role="columnheader" scope="col"> </th></tr></thead><tbody role="rowgroup" class="s-clrecc"></tbody></table></div>`);function Dr(n,a){w(a,!0);function o(e){let t=new URLSearchParams(de.search);return t.set(`order`,e),`/desk?${t}`}var s=i(),l=e(s),d=e=>{var t=Cr(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.empty[a.queue]]),f(e,t)},m=e=>{var n=Er(),i=p(n),s=p(i),l=p(s),d=p(l),m=T(d,!0),v=H(d),y=T(v,!0),b=H(v),x=T(b,!0),S=H(b),C=T(S,!0),w=H(S),E=T(w,!0);F(l),F(s);var D=H(s);r(D,21,()=>a.rows,e=>e.id,(e,n)=>{let r=L(()=>et(g(n).claim,a.now));var i=Tr(),s=p(i),l=p(s),d=T(l,!0);F(s);var m=H(s),v=p(m,!0),y=H(v),b=e=>{var t=wr(),n=T(t,!0);c(e=>u(n,e),[()=>Z().desk.late]),f(e,t)},x=L(()=>a.queue===`deliver`&&g(n).lines.some(({failure:e})=>e));t(y,e=>{g(x)&&e(b)}),F(m);var S=H(m),C=p(S);{let e=L(()=>Ze(g(n)));mt(C,{get at(){return g(e)},get now(){return a.now}})}F(S);var w=H(S),E=T(w,!0),D=H(w),O=p(D);let A;var j=T(O,!0);F(D),F(i),c((e,t)=>{k(i,`data-order`,g(n).number),k(l,`href`,e),u(d,g(n).number),u(v,g(n).customer.name),u(E,g(n).total.text),k(D,`data-claim`,g(r)?.operator??``),A=h(O,1,`mark s-clrecc`,null,A,{mine:g(r)?.operator===a.me,free:!g(r)}),u(j,t)},[()=>o(g(n).number),()=>g(r)?g(r).operator===a.me?Z().desk.mine:g(r).operator:Z().desk.nobody]),_(`click`,i,e=>!e.target.closest(`a`)&&ce({order:g(n).number})),f(e,i)}),F(D),F(i),F(n),c((e,t,n,r,a,o)=>{k(i,`aria-label`,e),u(m,t),u(y,n),u(x,r),u(C,a),u(E,o)},[()=>Z().desk.queue[a.queue],()=>Z().desk.order,()=>Z().desk.customer,()=>Z().desk.since,()=>Z().desk.amount,()=>Z().desk.who]),f(e,n)};t(l,e=>{a.rows.length===0?e(d):e(m,-1)}),f(n,s),W()}n([`click`]);var Or=s(`<a class="s-y1ql5e"> <span class="count s-y1ql5e" data-count=""> </span></a>`),kr=s(`<div class="row way s-y1ql5e"><button class="button plain s-y1ql5e" type="button"><!> </button> <span class="push s-y1ql5e"></span> <button class="button icon" type="button"><!></button> <button class="button icon" type="button"><!></button></div> <!>`,1),Ar=s(`<div><button class="button" type="button"> </button></div>`),jr=s(`<!> <!>`,1),Mr=s(`<div class="desk s-y1ql5e"><div><h1 tabindex="-1" class="s-y1ql5e"> </h1> <form class="find s-y1ql5e" role="search"><input class="input s-y1ql5e" type="search" maxlength="32" autocomplete="off" spellcheck="false"/> <button class="button" type="submit"> </button></form> <button class="button keys s-y1ql5e" type="button" aria-keyshortcuts="?"> <kbd aria-hidden="true" class="s-y1ql5e">?</kbd></button></div> <nav></nav> <!></div> <!>`,1);function Nr(n,a){w(a,!0);let s=new st,l=new _r(s,()=>a.scopes),d=L(()=>Xe(de.search)),m=L(()=>de.search.get(`order`)),y=L(()=>g(d)===`money`?void 0:s.rows(g(d))),b=L(()=>[...new Set((g(d)===`money`?l.all??[]:g(y)??[]).map(e=>e.number))]),S=j(void 0),E=j(!1),D=j(``),O=e=>e===`check`?`/desk`:`/desk?queue=${e}`;function A(e){if(g(m)!==null){let t=tt(g(b),g(m),e);t!==null&&t!==g(m)&&ce({order:t},{replace:!0});return}let t=document.activeElement?.closest(`[data-order]`)?.dataset.order??null;document.querySelector(`[data-order="${tt(g(b),t,e)}"] a`)?.focus()}async function N(){let e=g(m);ce({order:null}),await v(),(document.querySelector(`[data-order="${e}"] a`)??document.querySelector(`h1`))?.focus()}function I(e){let t=fr(e);t!==null&&(e.preventDefault(),t===`help`?B(E,!0):t===`next`?A(1):t===`previous`?A(-1):t===`close`?g(m)!==null&&N():g(S)?.act(t))}function V(e){e.preventDefault(),g(D).trim()&&ce({order:g(D).trim()}),B(D,``)}var U=Mr();o(`keydown`,x,I);var ee=e(U),G=p(ee);let te;var K=p(G),q=T(K,!0),J=H(K,2),Y=p(J);P(Y);var X=H(Y,2),ne=T(X,!0);F(J);var Q=H(J,2),ie=p(Q);z(),F(Q),F(G);var ae=H(G,2);let oe;r(ae,20,()=>Je,e=>e,(e,t)=>{var n=Or(),r=p(n,!0),i=H(r),a=T(i,!0);F(n),c((e,i,o)=>{k(n,`href`,e),k(n,`aria-current`,t===g(d)?`true`:void 0),k(n,`data-queue`,t),u(r,i),u(a,o)},[()=>O(t),()=>Z().desk.queue[t],()=>(t===`money`?l.all?.length:s.count(t))??`…`]),f(e,n)}),F(ae);var se=H(ae,2),le=t=>{var n=kr(),r=e(n),i=p(r),o=p(i);re(o,{name:`left`,size:18});var d=H(o,1,!0);F(i);var h=H(i,4),v=p(h);re(v,{name:`left`}),F(h);var y=H(h,2),b=p(y);re(b,{name:`right`}),F(y),F(r);var x=H(r,2);M(x,()=>g(m),e=>{C(sr(e,{get number(){return g(m)},get desk(){return s},get money(){return l},get me(){return a.me},get scopes(){return a.scopes}}),e=>B(S,e,!0),()=>g(S))}),c((e,t,n,r,i)=>{u(d,e),k(h,`aria-label`,t),k(h,`title`,n),k(y,`aria-label`,r),k(y,`title`,i)},[()=>Z().desk.back,()=>Z().desk.previous,()=>Z().desk.previous,()=>Z().desk.next,()=>Z().desk.next]),_(`click`,i,N),_(`click`,h,()=>A(-1)),_(`click`,y,()=>A(1)),f(t,n)},ue=n=>{var r=jr(),o=e(r),m=e=>{pe(e,{get error(){return s.error},onAgain:()=>s.reload()})};t(o,e=>{s.error&&e(m)});var h=H(o,2),v=n=>{var r=i(),o=e(r),l=n=>{var r=jr(),i=e(r);Dr(i,{get queue(){return g(d)},get rows(){return g(y)},get now(){return s.now},get me(){return a.me}});var o=H(i,2),l=e=>{var t=Ar(),n=p(t),r=T(n,!0);F(t),c(e=>u(r,e),[()=>Z().desk.more]),_(`click`,n,()=>s.more(g(d))),f(e,t)},m=L(()=>s.hasMore(g(d)));t(o,e=>{g(m)&&e(l)}),f(n,r)},m=e=>{be(e,{rows:6})};t(o,e=>{g(y)?e(l):s.error||e(m,1)}),f(n,r)},b=e=>{Sr(e,{get cases(){return l.all},get now(){return s.now}})},x=e=>{be(e,{rows:6})};t(h,e=>{g(d)===`money`?l.all?e(b,1):e(x,-1):e(v)}),f(n,r)};t(se,e=>{g(m)===null?e(ue,-1):e(le)}),F(ee);var fe=H(ee,2),me=e=>{ur(e,{onClose:()=>B(E,!1)})};t(fe,e=>{g(E)&&e(me)}),c((e,t,n,r,i,a)=>{te=h(G,1,`row head s-y1ql5e`,null,te,{aside:g(m)!==null}),u(q,e),k(Y,`aria-label`,t),k(Y,`placeholder`,n),u(ne,r),u(ie,`${i??``} `),k(ae,`aria-label`,a),oe=h(ae,1,`s-y1ql5e`,null,oe,{aside:g(m)!==null})},[()=>Z().desk.title,()=>Z().desk.find,()=>Z().desk.find,()=>Z().desk.findButton,()=>Z().desk.shortcuts,()=>Z().desk.queues]),o(`submit`,J,V),R(Y,()=>g(D),e=>B(D,e)),_(`click`,Q,()=>B(E,!0)),f(n,U),W()}n([`click`]);var Pr=s(`<section class="stack" data-refused=""><h1 tabindex="-1"> </h1> <p class="quiet"> </p></section>`);function Fr(n,r){w(r,!0);let a=L(()=>Q.viewer),o=L(()=>g(a)?.__typename===`Operator`?g(a):null),s=L(()=>g(o)?.scopes.some(e=>Oe.includes(e)));var d=i();G(`1xehhcy`,e=>{l(e=>{y.title=`${e??``} · Buono`},[()=>Z().desk.title])});var m=e(d),h=e=>{Nr(e,{get me(){return g(o).name},get scopes(){return g(o).scopes}})},_=e=>{var t=Pr(),n=p(t),r=T(n,!0),i=H(n,2),s=T(i,!0);F(t),c((e,t)=>{u(r,e),u(s,t)},[()=>g(o)?Z().desk.notAllowed:q(Z().desk.forOperators,{name:g(a)&&`name`in g(a)?g(a).name:``}),()=>g(o)?q(Z().desk.notAllowedHint,{scopes:Oe.join(`, `),own:g(o).scopes.join(`, `)||Z().desk.noScopes}):Z().desk.forOperatorsHint]),f(e,t)};t(m,e=>{g(o)&&g(s)?e(h):e(_,-1)}),f(n,d),W()}export{Fr as default};