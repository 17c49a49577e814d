import{$ as e,A as t,B as n,C as r,D as i,I as a,J as o,K as s,N as c,P as l,Q as u,S as d,U as f,V as p,X as m,Y as h,ct as g,dt as _,et as v,h as y,lt as b,ot as x,tt as S,w as C}from"./libraries-BvGM7MjK.js";import{H as w,N as T,S as E,U as D,V as O,a as ee,c as k,d as A,i as te,k as j,m as M,n as N,o as ne,r as P,t as F,v as I,w as L}from"./frame-Bseyrwgf.js";import{t as R}from"./Windows-BPn9okfV.js";import{n as re}from"./history-X4pSezUB.js";var z=T(`
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
  `,[j]);function B(e){let t=t=>e.payments.some(e=>e.status===t);return e.status===`DOCUMENTS_REQUESTED`?[{order:e,what:`documents`}]:e.status!==`NOT_PAID`||t(`PENDING`)?[]:[{order:e,what:t(`REQUIRES_ACTION`)?`confirm`:`pay`}]}var V=a(`<p class="quiet"> </p>`),H=a(`<span></span>`),ie=a(`<li class="s-1317gbu"><a class="order s-1317gbu"><span class="number s-1317gbu"> </span> <span class="quiet small"><!> · <span class="number"> </span></span></a> <span class="state s-1317gbu"><!> <span class="progress s-1317gbu"><span class="bars s-1317gbu" aria-hidden="true"></span> <span class="quiet small"> </span></span></span></li>`),U=a(`<li><button class="task s-1317gbu" type="button"><span class="mark s-1317gbu"><!></span> <span class="s-1317gbu"><strong class="s-1317gbu"> </strong> <span class="quiet small number"> </span></span> <!></button></li>`),ae=a(`<div class="columns s-1317gbu"><section class="card latest s-1317gbu" aria-labelledby="latest"><h2 id="latest"> </h2> <!> <ul></ul> <p><a class="button primary" href="/orders"> </a></p></section> <div class="stack aside s-1317gbu"><section class="card s-1317gbu" aria-labelledby="waiting"><h2 id="waiting"> </h2> <!> <ul></ul></section> <section class="card s-1317gbu" aria-labelledby="refunds"><h2 id="refunds"> </h2> <!> <ul></ul></section></div></div>`),W=a(`<div class="stack"><div class="row head s-1317gbu"><h1 tabindex="-1"> </h1> <!></div> <!></div> <!>`,1);function G(n,a){b(a,!0);let T=()=>({language:w.language}),j=new F(z,T);h(()=>M(e=>(e.kind===`reread`||e.event===`ORDER_CREATED`||e.event?.startsWith(`REFUND`))&&j.reload()));let G=x(()=>j.data?.orders.nodes??[]),K=x(()=>f(G).flatMap(B)),q=x(()=>f(G).flatMap(e=>e.refunds.filter(({status:e})=>e===`PENDING`).map(t=>({...t,number:e.number})))),J=x(()=>L.customer?.kind===`INDIVIDUAL`?L.customer.name.split(` `)[0]:L.customer?.name??``),oe=e=>k(e,w.language,L.customer?.timeZone);var Y=W();C(`1phuqyy`,e=>{s(e=>{m.title=`${e??``} · Buono`},[()=>D().nav.home])});var X=e(Y),Z=u(X),Q=u(Z),se=v(Q,!0),ce=S(Q,2);P(ce,{operation:()=>({document:z,variables:T()})}),_(Z);var le=S(Z,2),$=e=>{N(e,{get error(){return j.error},onAgain:()=>j.reload()})},ue=e=>{I(e,{rows:6})},de=e=>{var n=ae(),a=u(n),s=u(a),m=v(s,!0),h=S(s,2),g=e=>{var t=V(),n=v(t,!0);o(e=>c(n,e),[()=>D().home.empty]),l(e,t)};t(h,e=>{f(G).length===0&&e(g)});var b=S(h,2);i(b,21,()=>f(G).slice(0,5),e=>e.id,(e,t)=>{let n=x(()=>re(f(t).tracking.steps));var a=ie(),s=u(a),p=u(s),m=v(p,!0),h=S(p,2),g=u(h);te(g,{get at(){return f(t).createdAt}});var b=S(g,2),C=v(b,!0);_(h),_(s);var w=S(s,2),T=u(w);ee(T,{get status(){return f(t).status},get label(){return f(t).statusLabel}});var E=S(T,2),k=u(E);i(k,21,()=>f(t).tracking.steps,e=>e.name,(e,t)=>{var n=H();o(()=>d(n,1,r(f(t).state),`s-1317gbu`)),l(e,n)}),_(k);var A=S(k,2),j=v(A);_(E),_(w),_(a),o(e=>{y(a,`data-order`,f(t).number),y(s,`href`,`/?track=${f(t).number??``}`),c(m,f(t).number),c(C,f(t).total.text),c(j,`${e??``}: ${f(t).tracking.steps[f(n)]?.label??``}`)},[()=>O(D().home.step,{n:f(n)+1})]),l(e,a)}),_(b);var C=S(b,2),T=u(C),k=v(T,!0);_(C),_(a);var j=S(a,2),M=u(j),N=u(M),P=v(N,!0),F=S(N,2),I=e=>{var t=V(),n=v(t,!0);o(e=>c(n,e),[()=>D().home.nothing]),l(e,t)};t(F,e=>{f(K).length===0&&e(I)});var L=S(F,2);i(L,21,()=>f(K),({order:e,what:t})=>e.id+t,(e,t)=>{let n=()=>f(t).order,r=()=>f(t).what;var i=U(),a=u(i),s=u(a),d=u(s);{let e=x(()=>r()===`documents`?`alert`:`card`);E(d,{get name(){return f(e)},size:18})}_(s);var m=S(s,2),h=u(m),g=v(h,!0),y=S(h,2),b=v(y,!0);_(m);var C=S(m,2);E(C,{name:`right`,size:18}),_(a),_(i),o(e=>{c(g,e),c(b,n().number)},[()=>r()===`pay`?O(D().home.pay,{amount:n().amountDue.text,when:oe(n().expiresAt)}):r()===`documents`?D().home.documents:D().home.confirmPayment]),p(`click`,a,()=>A({[r()===`pay`?`pay`:`track`]:n().number})),l(e,i)}),_(L),_(M);var R=S(M,2),z=u(R),B=v(z,!0),W=S(z,2),J=e=>{var t=V(),n=v(t,!0);o(e=>c(n,e),[()=>D().home.noRefunds]),l(e,t)};t(W,e=>{f(q).length===0&&e(J)});var Y=S(W,2);i(Y,21,()=>f(q),e=>e.id,(e,t)=>{var n=U(),r=u(n),i=u(r),a=u(i);E(a,{name:`undo`,size:18}),_(i);var s=S(i,2),d=u(s),m=v(d,!0),h=S(d,2),g=v(h,!0);_(s);var y=S(s,2);E(y,{name:`right`,size:18}),_(r),_(n),o(e=>{c(m,e),c(g,f(t).number)},[()=>O(D().home.refundLine,{amount:f(t).amount.text,when:ne(f(t).dueBy,w.language)})]),p(`click`,r,()=>A({track:f(t).number})),l(e,n)}),_(Y),_(R),_(j),_(n),o((e,t,n,r)=>{c(m,e),c(k,t),c(P,n),c(B,r)},[()=>D().home.latest,()=>D().home.view,()=>D().home.waiting,()=>D().home.refunds]),l(e,n)};t(le,e=>{j.error&&!j.data?e($):j.data?e(de,-1):e(ue,1)}),_(X);var fe=S(X,2);R(fe,{}),o(e=>c(se,e),[()=>O(D().home.hello,{name:f(J)})]),l(n,Y),g()}n([`click`]);export{G as default};