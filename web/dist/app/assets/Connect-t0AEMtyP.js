import{$ as e,B as t,C as n,F as r,H as i,L as a,O as o,P as s,T as c,V as l,W as u,Y as d,Z as f,at as p,dt as m,g as h,ht as ee,it as g,j as _,nt as v,pt as y,q as te,rt as ne,st as b,tt as x,ut as re}from"./libraries-B6TXN8SZ.js";import{H as ie,U as ae,W as S,c as oe,u as C,w}from"./frame-pbDolvLY.js";var T=`{
  orders(first: 5) {
    nodes {
      number
      createdAt
      statusLabel
      total {
        text
      }
    }
  }
}`,E=(e,t)=>e.replaceAll(`
`,`\n${t}`);function se(e){let t=e.replace(/^http/,`ws`);return[{name:`curl`,needs:`curl`,text:`export TOKEN='…'

curl -s ${e}/graphql \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"query": "${T.replace(/\s+/g,` `)}"}'`},{name:`urql`,needs:`npm install @urql/core graphql-ws`,text:`import { Client, fetchExchange, gql, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";

const authorization = \`Bearer \${process.env.TOKEN}\`;
const socket = createClient({ url: "${t}/graphql", connectionParams: { authorization } });

const client = new Client({
  url: "${e}/graphql",
  fetchOptions: { headers: { authorization } },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});

const { data } = await client.query(gql\`
  ${E(T,`  `)}
\`, {});
console.log(data.orders.nodes);`},{name:`Apollo`,needs:`npm install @apollo/client graphql rxjs`,text:`import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";

const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({
    uri: "${e}/graphql",
    headers: { authorization: \`Bearer \${process.env.TOKEN}\` },
  }),
});

const { data } = await client.query({ query: gql\`
  ${E(T,`  `)}
\` });
console.log(data.orders.nodes);`},{name:`Python`,needs:`Python 3`,text:`import json, os, urllib.request

query = """
${T}
"""
request = urllib.request.Request(
    "${e}/graphql",
    data=json.dumps({"query": query}).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['TOKEN']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as answer:
    for order in json.load(answer)["data"]["orders"]["nodes"]:
        print(order["number"], order["statusLabel"], order["total"]["text"])`}]}function ce(e){try{let t=e.split(`.`)[1]??``,{exp:n}=JSON.parse(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)));return n===void 0?null:new Date(n*1e3).toISOString()}catch{return null}}var le=a(`<div class="s-h8mlfn"><dt class="s-h8mlfn"> </dt> <dd class="s-h8mlfn"><code class="s-h8mlfn"> </code></dd> <dd class="s-h8mlfn"><!></dd></div>`),ue=a(`<button type="button"> </button>`),de=a(`<div class="stack"><div class="head s-h8mlfn"><h1 tabindex="-1"> </h1> <p class="quiet"> </p></div> <section class="card s-h8mlfn" aria-labelledby="addresses"><h2 id="addresses"> </h2> <dl class="s-h8mlfn"></dl></section> <section class="card s-h8mlfn" aria-labelledby="token"><h2 id="token"> </h2> <p class="quiet"> <!></p> <p class="token s-h8mlfn"><code class="s-h8mlfn"> </code></p> <div class="row"><button class="button" type="button"> </button> <!></div></section> <section class="card s-h8mlfn" aria-labelledby="snippets"><h2 id="snippets"> </h2> <div class="row" role="group" aria-labelledby="snippets"></div> <p class="quiet small"><code class="s-h8mlfn"> </code></p> <pre tabindex="0" role="region" class="s-h8mlfn"><code class="s-h8mlfn"> </code></pre> <div><!></div></section></div>`);function D(a,l){m(l,!0);let{origin:T}=location,E=T.replace(/^http/,`ws`),D=se(T),O=p(!1),k=p(ne(D[0].name)),A=b(()=>D.find(e=>e.name===u(k))),j=b(()=>w.phase===`in`?w.token()??``:``),M=b(()=>ce(u(j))),N=b(()=>[[S().connect.http,`${T}/graphql`],[S().connect.socket,`${E}/graphql`],[S().connect.sse,`${T}/graphql/stream`],[S().connect.schema,`${T}/schema.graphql`]]);var P=de();c(`1id5hga`,e=>{te(e=>{f.title=`${e??``} · Buono`},[()=>S().connect.title])});var F=e(P),I=e(F),fe=x(I,!0),pe=v(I,2),me=x(pe,!0);y(F);var L=v(F,2),R=e(L),he=x(R,!0),z=v(R,2);o(z,21,()=>u(N),([e,t])=>e,(t,n)=>{var i=b(()=>ee(u(n),2));let a=()=>u(i)[0],o=()=>u(i)[1];var c=le(),l=e(c),f=x(l,!0),p=v(l,2),m=e(p),h=x(m,!0);y(p);var g=v(p,2),_=e(g);C(_,{get text(){return o()},get what(){return a()}}),y(g),y(c),d(()=>{s(f,a()),s(h,o())}),r(t,c)}),y(z),y(L);var B=v(L,2),V=e(B),ge=x(V,!0),H=v(V,2),U=e(H,!0),_e=v(U),ve=e=>{var n=t();d(e=>s(n,` ${e??``}`),[()=>ie(S().connect.lives,{when:oe(u(M),ae.language,w.customer?.timeZone)})]),r(e,n)};_(_e,e=>{u(M)&&e(ve)}),y(H);var W=v(H,2),ye=e(W),be=x(ye,!0);y(W);var G=v(W,2),K=e(G),xe=x(K,!0),Se=v(K,2);{let e=b(()=>S().connect.token);C(Se,{get text(){return u(j)},get what(){return u(e)}})}y(G),y(B);var q=v(B,2),J=e(q),Ce=x(J,!0),Y=v(J,2);o(Y,21,()=>D,e=>e.name,(e,t)=>{var a=ue();let o;var c=x(a,!0);d(()=>{o=n(a,1,`button`,null,o,{primary:u(t).name===u(k)}),h(a,`aria-pressed`,u(t).name===u(k)),s(c,u(t).name)}),i(`click`,a,()=>g(k,u(t).name,!0)),r(e,a)}),y(Y);var X=v(Y,2),Z=e(X),we=x(Z,!0);y(X);var Q=v(X,2),Te=e(Q),Ee=x(Te,!0);y(Q);var $=v(Q,2),De=e($);C(De,{get text(){return u(A).text},get what(){return u(A).name}}),y($),y(q),y(P),d((e,t,n,r,i,a,o,c)=>{s(fe,e),s(me,t),s(he,n),s(ge,r),s(U,i),s(be,a),h(K,`aria-pressed`,u(O)),s(xe,o),s(Ce,c),s(we,u(A).needs),h(Q,`aria-label`,u(A).name),s(Ee,u(A).text)},[()=>S().connect.title,()=>S().connect.lead,()=>S().connect.endpoint,()=>S().connect.token,()=>S().connect.tokenHint,()=>u(O)?u(j):`•`.repeat(24),()=>u(O)?S().connect.hide:S().connect.show,()=>S().connect.snippets]),i(`click`,K,()=>g(O,!u(O))),r(a,P),re()}l([`click`]);export{D as default};