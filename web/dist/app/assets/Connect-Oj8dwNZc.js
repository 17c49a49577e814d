import{A as e,B as t,D as n,I as r,J as i,K as a,N as o,P as s,Q as c,S as l,U as u,V as d,X as f,dt as p,et as m,gt as h,h as g,it as _,mt as v,nt as y,ot as b,rt as x,tt as S,ut as ee,w as te,z as ne}from"./libraries-zdXiaTf4.js";import{F as re,I as ie,L as C,O as w,d as T,l as ae}from"./frame-CPgWWQDK.js";var E=`{
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
}`,D=(e,t)=>e.replaceAll(`
`,`\n${t}`);function oe(e){let t=e.replace(/^http/,`ws`);return[{name:`curl`,needs:`curl`,text:`export TOKEN='…'

curl -s ${e}/graphql \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"query": "${E.replace(/\s+/g,` `)}"}'`},{name:`urql`,needs:`npm install @urql/core graphql-ws`,text:`import { Client, fetchExchange, gql, subscriptionExchange } from "@urql/core";
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
  ${D(E,`  `)}
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
  ${D(E,`  `)}
\` });
console.log(data.orders.nodes);`},{name:`Python`,needs:`Python 3`,text:`import json, os, urllib.request

query = """
${E}
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
        print(order["number"], order["statusLabel"], order["total"]["text"])`}]}function se(e){try{let t=e.split(`.`)[1]??``,{exp:n}=JSON.parse(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)));return n===void 0?null:new Date(n*1e3).toISOString()}catch{return null}}var ce=r(`<div class="s-h8mlfn"><dt class="s-h8mlfn"> </dt> <dd class="s-h8mlfn"><code class="s-h8mlfn"> </code></dd> <dd class="s-h8mlfn"><!></dd></div>`),le=r(`<button type="button"> </button>`),ue=r(`<div class="stack"><div class="head s-h8mlfn"><h1 tabindex="-1"> </h1> <p class="quiet"> </p></div> <section class="card s-h8mlfn" aria-labelledby="addresses"><h2 id="addresses"> </h2> <dl class="s-h8mlfn"></dl></section> <section class="card s-h8mlfn" aria-labelledby="token"><h2 id="token"> </h2> <p class="quiet"> <!></p> <p class="token s-h8mlfn"><code class="s-h8mlfn"> </code></p> <div class="row"><button class="button" type="button"> </button> <!></div></section> <section class="card s-h8mlfn" aria-labelledby="snippets"><h2 id="snippets"> </h2> <div class="row" role="group" aria-labelledby="snippets"></div> <p class="quiet small"><code class="s-h8mlfn"> </code></p> <pre tabindex="0" role="region" class="s-h8mlfn"><code class="s-h8mlfn"> </code></pre> <div><!></div></section></div>`);function O(t,r){p(r,!0);let{origin:E}=location,D=E.replace(/^http/,`ws`),O=oe(E),k=_(!1),A=_(y(O[0].name)),j=b(()=>O.find(e=>e.name===u(A))),M=b(()=>w.phase===`in`?w.token()??``:``),N=b(()=>se(u(M))),de=b(()=>[[C().connect.http,`${E}/graphql`],[C().connect.socket,`${D}/graphql`],[C().connect.sse,`${E}/graphql/stream`],[C().connect.schema,`${E}/schema.graphql`]]);var P=ue();te(`1id5hga`,e=>{a(e=>{f.title=`${e??``} · Buono`},[()=>C().connect.title])});var F=c(P),I=c(F),fe=m(I,!0),pe=S(I,2),L=m(pe,!0);v(F);var R=S(F,2),z=c(R),me=m(z,!0),B=S(z,2);n(B,21,()=>u(de),([e,t])=>e,(e,t)=>{var n=b(()=>h(u(t),2));let r=()=>u(n)[0],a=()=>u(n)[1];var l=ce(),d=c(l),f=m(d,!0),p=S(d,2),g=c(p),_=m(g,!0);v(p);var y=S(p,2),x=c(y);T(x,{get text(){return a()},get what(){return r()}}),v(y),v(l),i(()=>{o(f,r()),o(_,a())}),s(e,l)}),v(B),v(R);var V=S(R,2),H=c(V),he=m(H,!0),U=S(H,2),W=c(U,!0),ge=S(W),_e=e=>{var t=ne();i(e=>o(t,` ${e??``}`),[()=>re(C().connect.lives,{when:ae(u(N),ie.language,w.customer?.timeZone)})]),s(e,t)};e(ge,e=>{u(N)&&e(_e)}),v(U);var G=S(U,2),ve=c(G),ye=m(ve,!0);v(G);var K=S(G,2),q=c(K),be=m(q,!0),xe=S(q,2);{let e=b(()=>C().connect.token);T(xe,{get text(){return u(M)},get what(){return u(e)}})}v(K),v(V);var J=S(V,2),Y=c(J),Se=m(Y,!0),X=S(Y,2);n(X,21,()=>O,e=>e.name,(e,t)=>{var n=le();let r;var a=m(n,!0);i(()=>{r=l(n,1,`button`,null,r,{primary:u(t).name===u(A)}),g(n,`aria-pressed`,u(t).name===u(A)),o(a,u(t).name)}),d(`click`,n,()=>x(A,u(t).name,!0)),s(e,n)}),v(X);var Z=S(X,2),Ce=c(Z),we=m(Ce,!0);v(Z);var Q=S(Z,2),Te=c(Q),Ee=m(Te,!0);v(Q);var $=S(Q,2),De=c($);T(De,{get text(){return u(j).text},get what(){return u(j).name}}),v($),v(J),v(P),i((e,t,n,r,i,a,s,c)=>{o(fe,e),o(L,t),o(me,n),o(he,r),o(W,i),o(ye,a),g(q,`aria-pressed`,u(k)),o(be,s),o(Se,c),o(we,u(j).needs),g(Q,`aria-label`,u(j).name),o(Ee,u(j).text)},[()=>C().connect.title,()=>C().connect.lead,()=>C().connect.endpoint,()=>C().connect.token,()=>C().connect.tokenHint,()=>u(k)?u(M):`•`.repeat(24),()=>u(k)?C().connect.hide:C().connect.show,()=>C().connect.snippets]),d(`click`,q,()=>x(k,!u(k))),s(t,P),ee()}t([`click`]);export{O as default};