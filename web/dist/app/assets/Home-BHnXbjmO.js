import{$ as e,C as t,F as n,H as r,L as i,O as a,P as o,T as s,V as c,W as l,X as u,Y as d,Z as f,dt as p,et as m,g as h,j as g,nt as _,pt as v,q as y,st as b,tt as x,ut as S,w as C}from"./libraries-B6TXN8SZ.js";import{A as w,H as T,P as E,S as D,U as O,W as k,a as A,c as j,d as M,i as N,m as P,n as F,o as I,r as L,t as ee,v as R,w as z}from"./frame-pbDolvLY.js";import{t as B}from"./Windows-D6uEVwf5.js";import{n as te}from"./history-X4pSezUB.js";var V=E(`
    query Overview($language: String!) {
      orders(first: 20) {
        nodes {
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
  `,[w]);function H(e){let t=t=>e.payments.some(e=>e.status===t);return e.status===`DOCUMENTS_REQUESTED`?[{order:e,what:`documents`}]:e.status!==`NOT_PAID`||t(`PENDING`)?[]:[{order:e,what:t(`REQUIRES_ACTION`)?`confirm`:`pay`}]}var U=i(`<p class="quiet"> </p>`),ne=i(`<span></span>`),re=i(`<li class="s-1317gbu"><a class="order s-1317gbu"><span class="number s-1317gbu"> </span> <span class="quiet small"><!> · <span class="number"> </span></span></a> <span class="state s-1317gbu"><!> <span class="progress s-1317gbu"><span class="bars s-1317gbu" aria-hidden="true"></span> <span class="quiet small"> </span></span></span></li>`),W=i(`<li><button class="task s-1317gbu" type="button"><span class="mark s-1317gbu"><!></span> <span class="s-1317gbu"><strong class="s-1317gbu"> </strong> <span class="quiet small number"> </span></span> <!></button></li>`),ie=i(`<div class="columns s-1317gbu"><section class="card latest s-1317gbu" aria-labelledby="latest"><h2 id="latest"> </h2> <!> <ul></ul> <p><a class="button primary" href="/orders"> </a></p></section> <div class="stack aside s-1317gbu"><section class="card s-1317gbu" aria-labelledby="waiting"><h2 id="waiting"> </h2> <!> <ul></ul></section> <section class="card s-1317gbu" aria-labelledby="refunds"><h2 id="refunds"> </h2> <!> <ul></ul></section></div></div>`),G=i(`<div class="stack"><div class="row head s-1317gbu"><h1 tabindex="-1"> </h1> <!></div> <!></div> <!>`,1);function K(i,c){p(c,!0);let w=()=>({language:O.language}),E=new N(V,w);u(()=>P(e=>(e.kind===`reread`||e.event===`ORDER_CREATED`||e.event?.startsWith(`REFUND`))&&E.reload()));let K=b(()=>E.data?.orders.nodes??[]),q=b(()=>l(K).flatMap(H)),J=b(()=>l(K).flatMap(e=>e.refunds.filter(({status:e})=>e===`PENDING`).map(t=>({...t,number:e.number})))),Y=b(()=>z.customer?.kind===`INDIVIDUAL`?z.customer.name.split(` `)[0]:z.customer?.name??``),ae=e=>j(e,O.language,z.customer?.timeZone);var X=G();s(`1phuqyy`,e=>{y(e=>{f.title=`${e??``} · Buono`},[()=>k().nav.home])});var Z=m(X),Q=e(Z),$=e(Q),oe=x($,!0),se=_($,2);F(se,{operation:()=>({document:V,variables:w()})}),v(Q);var ce=_(Q,2),le=e=>{A(e,{get error(){return E.error},onAgain:()=>E.reload()})},ue=e=>{R(e,{rows:6})},de=i=>{var s=ie(),c=e(s),u=e(c),f=x(u,!0),p=_(u,2),m=e=>{var t=U(),r=x(t,!0);d(e=>o(r,e),[()=>k().home.empty]),n(e,t)};g(p,e=>{l(K).length===0&&e(m)});var y=_(p,2);a(y,21,()=>l(K).slice(0,5),e=>e.id,(r,i)=>{let s=b(()=>te(l(i).tracking.steps));var c=re(),u=e(c),f=e(u),p=x(f,!0),m=_(f,2),g=e(m);ee(g,{get at(){return l(i).createdAt}});var y=_(g,2),S=x(y,!0);v(m),v(u);var w=_(u,2),E=e(w);L(E,{get status(){return l(i).status},get label(){return l(i).statusLabel}});var D=_(E,2),O=e(D);a(O,21,()=>l(i).tracking.steps,e=>e.name,(e,r)=>{var i=ne();d(()=>t(i,1,C(l(r).state),`s-1317gbu`)),n(e,i)}),v(O);var A=_(O,2),j=x(A);v(D),v(w),v(c),d(e=>{h(c,`data-order`,l(i).number),h(u,`href`,`/?track=${l(i).number??``}`),o(p,l(i).number),o(S,l(i).total.text),o(j,`${e??``}: ${l(i).tracking.steps[l(s)]?.label??``}`)},[()=>T(k().home.step,{n:l(s)+1})]),n(r,c)}),v(y);var S=_(y,2),w=e(S),E=x(w,!0);v(S),v(c);var A=_(c,2),j=e(A),N=e(j),P=x(N,!0),F=_(N,2),R=e=>{var t=U(),r=x(t,!0);d(e=>o(r,e),[()=>k().home.nothing]),n(e,t)};g(F,e=>{l(q).length===0&&e(R)});var z=_(F,2);a(z,21,()=>l(q),({order:e,what:t})=>e.id+t,(t,i)=>{let a=()=>l(i).order,s=()=>l(i).what;var c=W(),u=e(c),f=e(u),p=e(f);{let e=b(()=>s()===`documents`?`alert`:`card`);D(p,{get name(){return l(e)},size:18})}v(f);var m=_(f,2),h=e(m),g=x(h,!0),y=_(h,2),S=x(y,!0);v(m);var C=_(m,2);D(C,{name:`right`,size:18}),v(u),v(c),d(e=>{o(g,e),o(S,a().number)},[()=>s()===`pay`?T(k().home.pay,{amount:a().amountDue.text,when:ae(a().expiresAt)}):s()===`documents`?k().home.documents:k().home.confirmPayment]),r(`click`,u,()=>M({[s()===`pay`?`pay`:`track`]:a().number})),n(t,c)}),v(z),v(j);var B=_(j,2),V=e(B),H=x(V,!0),G=_(V,2),Y=e=>{var t=U(),r=x(t,!0);d(e=>o(r,e),[()=>k().home.noRefunds]),n(e,t)};g(G,e=>{l(J).length===0&&e(Y)});var X=_(G,2);a(X,21,()=>l(J),e=>e.id,(t,i)=>{var a=W(),s=e(a),c=e(s),u=e(c);D(u,{name:`undo`,size:18}),v(c);var f=_(c,2),p=e(f),m=x(p,!0),h=_(p,2),g=x(h,!0);v(f);var y=_(f,2);D(y,{name:`right`,size:18}),v(s),v(a),d(e=>{o(m,e),o(g,l(i).number)},[()=>T(k().home.refundLine,{amount:l(i).amount.text,when:I(l(i).dueBy,O.language)})]),r(`click`,s,()=>M({track:l(i).number})),n(t,a)}),v(X),v(B),v(A),v(s),d((e,t,n,r)=>{o(f,e),o(E,t),o(P,n),o(H,r)},[()=>k().home.latest,()=>k().home.view,()=>k().home.waiting,()=>k().home.refunds]),n(i,s)};g(ce,e=>{E.error&&!E.data?e(le):E.data?e(de,-1):e(ue,1)}),v(Z);var fe=_(Z,2);B(fe,{}),d(e=>o(oe,e),[()=>T(k().home.hello,{name:l(Y)})]),n(i,X),S()}c([`click`]);export{K as default};