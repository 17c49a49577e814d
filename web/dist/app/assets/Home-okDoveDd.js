import{$ as e,A as t,B as n,C as r,D as i,I as a,J as o,K as s,N as c,P as l,Q as u,S as d,U as f,V as p,X as m,Y as h,et as g,ft as _,h as v,lt as y,ot as b,tt as x,ut as S,w as C}from"./libraries-BWIsjS6D.js";import{A as w,H as T,P as E,S as D,U as O,W as k,a as A,c as j,d as M,i as N,m as P,n as F,o as ee,r as te,t as I,v as L,w as R}from"./frame-CliuBP5C.js";import{t as z}from"./Windows-go5Y3o8J.js";import{n as ne}from"./history-X4pSezUB.js";var B=E(`
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
  `,[w]);function V(e){let t=t=>e.payments.some(e=>e.status===t);return e.status===`DOCUMENTS_REQUESTED`?[{order:e,what:`documents`}]:e.status!==`NOT_PAID`||t(`PENDING`)?[]:[{order:e,what:t(`REQUIRES_ACTION`)?`confirm`:`pay`}]}var H=a(`<p class="quiet"> </p>`),U=a(`<span></span>`),re=a(`<li class="s-1317gbu"><a class="order s-1317gbu"><span class="number s-1317gbu"> </span> <span class="quiet small"><!> · <span class="number"> </span></span></a> <span class="state s-1317gbu"><!> <span class="progress s-1317gbu"><span class="bars s-1317gbu" aria-hidden="true"></span> <span class="quiet small"> </span></span></span></li>`),W=a(`<li><button class="task s-1317gbu" type="button"><span class="mark s-1317gbu"><!></span> <span class="s-1317gbu"><strong class="s-1317gbu"> </strong> <span class="quiet small number"> </span></span> <!></button></li>`),ie=a(`<div class="columns s-1317gbu"><section class="card latest s-1317gbu" aria-labelledby="latest"><h2 id="latest"> </h2> <!> <ul></ul> <p><a class="button primary" href="/orders"> </a></p></section> <div class="stack aside s-1317gbu"><section class="card s-1317gbu" aria-labelledby="waiting"><h2 id="waiting"> </h2> <!> <ul></ul></section> <section class="card s-1317gbu" aria-labelledby="refunds"><h2 id="refunds"> </h2> <!> <ul></ul></section></div></div>`),G=a(`<div class="stack"><div class="row head s-1317gbu"><h1 tabindex="-1"> </h1> <!></div> <!></div> <!>`,1);function K(n,a){S(a,!0);let w=()=>({language:O.language}),E=new N(B,w);h(()=>P(e=>(e.kind===`reread`||e.event===`ORDER_CREATED`||e.event?.startsWith(`REFUND`))&&E.reload()));let K=b(()=>E.data?.orders.nodes??[]),q=b(()=>f(K).flatMap(V)),J=b(()=>f(K).flatMap(e=>e.refunds.filter(({status:e})=>e===`PENDING`).map(t=>({...t,number:e.number})))),Y=b(()=>R.customer?.kind===`INDIVIDUAL`?R.customer.name.split(` `)[0]:R.customer?.name??``),ae=e=>j(e,O.language,R.customer?.timeZone);var X=G();C(`1phuqyy`,e=>{s(e=>{m.title=`${e??``} · Buono`},[()=>k().nav.home])});var Z=e(X),Q=u(Z),$=u(Q),oe=g($,!0),se=x($,2);F(se,{operation:()=>({document:B,variables:w()})}),_(Q);var ce=x(Q,2),le=e=>{A(e,{get error(){return E.error},onAgain:()=>E.reload()})},ue=e=>{L(e,{rows:6})},de=e=>{var n=ie(),a=u(n),s=u(a),m=g(s,!0),h=x(s,2),y=e=>{var t=H(),n=g(t,!0);o(e=>c(n,e),[()=>k().home.empty]),l(e,t)};t(h,e=>{f(K).length===0&&e(y)});var S=x(h,2);i(S,21,()=>f(K).slice(0,5),e=>e.id,(e,t)=>{let n=b(()=>ne(f(t).tracking.steps));var a=re(),s=u(a),p=u(s),m=g(p,!0),h=x(p,2),y=u(h);I(y,{get at(){return f(t).createdAt}});var S=x(y,2),C=g(S,!0);_(h),_(s);var w=x(s,2),E=u(w);te(E,{get status(){return f(t).status},get label(){return f(t).statusLabel}});var D=x(E,2),O=u(D);i(O,21,()=>f(t).tracking.steps,e=>e.name,(e,t)=>{var n=U();o(()=>d(n,1,r(f(t).state),`s-1317gbu`)),l(e,n)}),_(O);var A=x(O,2),j=g(A);_(D),_(w),_(a),o(e=>{v(a,`data-order`,f(t).number),v(s,`href`,`/?track=${f(t).number??``}`),c(m,f(t).number),c(C,f(t).total.text),c(j,`${e??``}: ${f(t).tracking.steps[f(n)]?.label??``}`)},[()=>T(k().home.step,{n:f(n)+1})]),l(e,a)}),_(S);var C=x(S,2),w=u(C),E=g(w,!0);_(C),_(a);var A=x(a,2),j=u(A),N=u(j),P=g(N,!0),F=x(N,2),L=e=>{var t=H(),n=g(t,!0);o(e=>c(n,e),[()=>k().home.nothing]),l(e,t)};t(F,e=>{f(q).length===0&&e(L)});var R=x(F,2);i(R,21,()=>f(q),({order:e,what:t})=>e.id+t,(e,t)=>{let n=()=>f(t).order,r=()=>f(t).what;var i=W(),a=u(i),s=u(a),d=u(s);{let e=b(()=>r()===`documents`?`alert`:`card`);D(d,{get name(){return f(e)},size:18})}_(s);var m=x(s,2),h=u(m),v=g(h,!0),y=x(h,2),S=g(y,!0);_(m);var C=x(m,2);D(C,{name:`right`,size:18}),_(a),_(i),o(e=>{c(v,e),c(S,n().number)},[()=>r()===`pay`?T(k().home.pay,{amount:n().amountDue.text,when:ae(n().expiresAt)}):r()===`documents`?k().home.documents:k().home.confirmPayment]),p(`click`,a,()=>M({[r()===`pay`?`pay`:`track`]:n().number})),l(e,i)}),_(R),_(j);var z=x(j,2),B=u(z),V=g(B,!0),G=x(B,2),Y=e=>{var t=H(),n=g(t,!0);o(e=>c(n,e),[()=>k().home.noRefunds]),l(e,t)};t(G,e=>{f(J).length===0&&e(Y)});var X=x(G,2);i(X,21,()=>f(J),e=>e.id,(e,t)=>{var n=W(),r=u(n),i=u(r),a=u(i);D(a,{name:`undo`,size:18}),_(i);var s=x(i,2),d=u(s),m=g(d,!0),h=x(d,2),v=g(h,!0);_(s);var y=x(s,2);D(y,{name:`right`,size:18}),_(r),_(n),o(e=>{c(m,e),c(v,f(t).number)},[()=>T(k().home.refundLine,{amount:f(t).amount.text,when:ee(f(t).dueBy,O.language)})]),p(`click`,r,()=>M({track:f(t).number})),l(e,n)}),_(X),_(z),_(A),_(n),o((e,t,n,r)=>{c(m,e),c(E,t),c(P,n),c(V,r)},[()=>k().home.latest,()=>k().home.view,()=>k().home.waiting,()=>k().home.refunds]),l(e,n)};t(ce,e=>{E.error&&!E.data?e(le):E.data?e(de,-1):e(ue,1)}),_(Z);var fe=x(Z,2);z(fe,{}),o(e=>c(oe,e),[()=>T(k().home.hello,{name:f(Y)})]),l(n,X),y()}n([`click`]);export{K as default};