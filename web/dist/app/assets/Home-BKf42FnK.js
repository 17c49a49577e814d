import{$ as e,J as t,K as n,M as r,O as i,P as a,Q as o,R as s,S as c,T as l,V as u,W as d,X as f,Z as p,b as m,it as h,j as g,lt as _,m as v,ot as y,q as b,st as x,x as S,z as C}from"./libraries-C7pupiic.js";import{B as w,D as T,R as E,S as D,a as O,b as k,c as ee,f as A,g as j,i as te,j as M,l as N,n as P,o as F,r as I,t as L,z as R}from"./frame-CBJsC-kt.js";import{t as z}from"./Windows-Mh4Ii3d-.js";import{n as ne}from"./history-X4pSezUB.js";var B=M(`
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
  `,[T]);function V(e){let t=t=>e.payments.some(e=>e.status===t);return e.status===`DOCUMENTS_REQUESTED`?[{order:e,what:`documents`}]:e.status!==`NOT_PAID`||t(`PENDING`)?[]:[{order:e,what:t(`REQUIRES_ACTION`)?`confirm`:`pay`}]}var H=a(`<p class="quiet"> </p>`),U=a(`<span></span>`),re=a(`<li class="s-1317gbu"><a class="order s-1317gbu"><span class="number s-1317gbu"> </span> <span class="quiet small"><!> · <span class="number"> </span></span></a> <span class="state s-1317gbu"><!> <span class="progress s-1317gbu"><span class="bars s-1317gbu" aria-hidden="true"></span> <span class="quiet small"> </span></span></span></li>`),W=a(`<li><button class="task s-1317gbu" type="button"><span class="mark s-1317gbu"><!></span> <span class="s-1317gbu"><strong class="s-1317gbu"> </strong> <span class="quiet small number"> </span></span> <!></button></li>`),ie=a(`<div class="columns s-1317gbu"><section class="card latest s-1317gbu" aria-labelledby="latest"><h2 id="latest"> </h2> <!> <ul></ul> <p><a class="button primary" href="/orders"> </a></p></section> <div class="stack aside s-1317gbu"><section class="card s-1317gbu" aria-labelledby="waiting"><h2 id="waiting"> </h2> <!> <ul></ul></section> <section class="card s-1317gbu" aria-labelledby="refunds"><h2 id="refunds"> </h2> <!> <ul></ul></section></div></div>`),G=a(`<div class="stack"><div class="row head s-1317gbu"><h1 tabindex="-1"> </h1> <!></div> <!></div> <!>`,1);function K(a,s){x(s,!0);let T=()=>({language:R.language}),M=new L(B,T);b(()=>A(e=>(e.kind===`reread`||e.event===`ORDER_CREATED`||e.event?.startsWith(`REFUND`))&&M.reload()));let K=h(()=>M.data?.orders.nodes??[]),q=h(()=>u(K).flatMap(V)),J=h(()=>u(K).flatMap(e=>e.refunds.filter(({status:e})=>e===`PENDING`).map(t=>({...t,number:e.number})))),Y=h(()=>D.customer?.kind===`INDIVIDUAL`?D.customer.name.split(` `)[0]:D.customer?.name??``),ae=e=>F(e,R.language,D.customer?.timeZone);var X=G();c(`1phuqyy`,e=>{d(e=>{t.title=`${e??``} · Buono`},[()=>w().nav.home])});var Z=p(X),Q=f(Z),$=f(Q),oe=o($,!0),se=e($,2);I(se,{operation:()=>({document:B,variables:T()})}),_(Q);var ce=e(Q,2),le=e=>{P(e,{get error(){return M.error},onAgain:()=>M.reload()})},ue=e=>{j(e,{rows:6})},de=t=>{var a=ie(),s=f(a),c=f(s),d=o(c,!0),p=e(c,2),y=e=>{var t=H(),i=o(t,!0);n(e=>g(i,e),[()=>w().home.empty]),r(e,t)};i(p,e=>{u(K).length===0&&e(y)});var b=e(p,2);l(b,21,()=>u(K).slice(0,5),e=>e.id,(t,i)=>{let a=h(()=>ne(u(i).tracking.steps));var s=re(),c=f(s),d=f(c),p=o(d,!0),y=e(d,2),b=f(y);te(b,{get at(){return u(i).createdAt}});var x=e(b,2),C=o(x,!0);_(y),_(c);var T=e(c,2),D=f(T);ee(D,{get status(){return u(i).status},get label(){return u(i).statusLabel}});var O=e(D,2),k=f(O);l(k,21,()=>u(i).tracking.steps,e=>e.name,(e,t)=>{var i=U();n(()=>m(i,1,S(u(t).state),`s-1317gbu`)),r(e,i)}),_(k);var A=e(k,2),j=o(A);_(O),_(T),_(s),n(e=>{v(s,`data-order`,u(i).number),v(c,`href`,`/?track=${u(i).number??``}`),g(p,u(i).number),g(C,u(i).total.text),g(j,`${e??``}: ${u(i).tracking.steps[u(a)]?.label??``}`)},[()=>E(w().home.step,{n:u(a)+1})]),r(t,s)}),_(b);var x=e(b,2),T=f(x),D=o(T,!0);_(x),_(s);var A=e(s,2),j=f(A),M=f(j),P=o(M,!0),F=e(M,2),I=e=>{var t=H(),i=o(t,!0);n(e=>g(i,e),[()=>w().home.nothing]),r(e,t)};i(F,e=>{u(q).length===0&&e(I)});var L=e(F,2);l(L,21,()=>u(q),({order:e,what:t})=>e.id+t,(t,i)=>{let a=()=>u(i).order,s=()=>u(i).what;var c=W(),l=f(c),d=f(l),p=f(d);{let e=h(()=>s()===`documents`?`alert`:`card`);k(p,{get name(){return u(e)},size:18})}_(d);var m=e(d,2),v=f(m),y=o(v,!0),b=e(v,2),x=o(b,!0);_(m);var S=e(m,2);k(S,{name:`right`,size:18}),_(l),_(c),n(e=>{g(y,e),g(x,a().number)},[()=>s()===`pay`?E(w().home.pay,{amount:a().amountDue.text,when:ae(a().expiresAt)}):s()===`documents`?w().home.documents:w().home.confirmPayment]),C(`click`,l,()=>N({[s()===`pay`?`pay`:`track`]:a().number})),r(t,c)}),_(L),_(j);var z=e(j,2),B=f(z),V=o(B,!0),G=e(B,2),Y=e=>{var t=H(),i=o(t,!0);n(e=>g(i,e),[()=>w().home.noRefunds]),r(e,t)};i(G,e=>{u(J).length===0&&e(Y)});var X=e(G,2);l(X,21,()=>u(J),e=>e.id,(t,i)=>{var a=W(),s=f(a),c=f(s),l=f(c);k(l,{name:`undo`,size:18}),_(c);var d=e(c,2),p=f(d),m=o(p,!0),h=e(p,2),v=o(h,!0);_(d);var y=e(d,2);k(y,{name:`right`,size:18}),_(s),_(a),n(e=>{g(m,e),g(v,u(i).number)},[()=>E(w().home.refundLine,{amount:u(i).amount.text,when:O(u(i).dueBy,R.language)})]),C(`click`,s,()=>N({track:u(i).number})),r(t,a)}),_(X),_(z),_(A),_(a),n((e,t,n,r)=>{g(d,e),g(D,t),g(P,n),g(V,r)},[()=>w().home.latest,()=>w().home.view,()=>w().home.waiting,()=>w().home.refunds]),r(t,a)};i(ce,e=>{M.error&&!M.data?e(le):M.data?e(de,-1):e(ue,1)}),_(Z);var fe=e(Z,2);z(fe,{}),n(e=>g(oe,e),[()=>E(w().home.hello,{name:u(Y)})]),r(a,X),y()}s([`click`]);export{K as default};