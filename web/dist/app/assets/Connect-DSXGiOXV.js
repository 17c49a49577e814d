import{A as e,B as t,D as n,I as r,J as i,K as a,N as o,P as s,Q as c,S as l,U as u,V as d,X as f,et as p,ft as m,h,it as g,lt as _,mt as ee,nt as v,ot as y,rt as b,tt as x,ut as te,w as ne,z as re}from"./libraries-BWIsjS6D.js";import{E as S,F as C,N as ie,P as ae,d as w,l as T}from"./frame-CGEFRURM.js";var E=`{
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
        print(order["number"], order["statusLabel"], order["total"]["text"])`}]}function se(e){try{let t=e.split(`.`)[1]??``,{exp:n}=JSON.parse(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)));return n===void 0?null:new Date(n*1e3).toISOString()}catch{return null}}var ce=r(`<div class="s-h8mlfn"><dt class="s-h8mlfn"> </dt> <dd class="s-h8mlfn"><code class="s-h8mlfn"> </code></dd> <dd class="s-h8mlfn"><!></dd></div>`),le=r(`<button type="button"> </button>`),ue=r(`<div class="stack"><div class="head s-h8mlfn"><h1 tabindex="-1"> </h1> <p class="quiet"> </p></div> <section class="card s-h8mlfn" aria-labelledby="addresses"><h2 id="addresses"> </h2> <dl class="s-h8mlfn"></dl></section> <section class="card s-h8mlfn" aria-labelledby="token"><h2 id="token"> </h2> <p class="quiet"> <!></p> <p class="token s-h8mlfn"><code class="s-h8mlfn"> </code></p> <div class="row"><button class="button" type="button"> </button> <!></div></section> <section class="card s-h8mlfn" aria-labelledby="snippets"><h2 id="snippets"> </h2> <div class="row" role="group" aria-labelledby="snippets"></div> <p class="quiet small"><code class="s-h8mlfn"> </code></p> <pre tabindex="0" role="region" class="s-h8mlfn"><code class="s-h8mlfn"> </code></pre> <div><!></div></section></div>`);function O(t,r){te(r,!0);let{origin:E}=location,D=E.replace(/^http/,`ws`),O=oe(E),k=g(!1),A=g(v(O[0].name)),j=y(()=>O.find(e=>e.name===u(A))),M=y(()=>S.phase===`in`?S.token()??``:``),N=y(()=>se(u(M))),de=y(()=>[[C().connect.http,`${E}/graphql`],[C().connect.socket,`${D}/graphql`],[C().connect.sse,`${E}/graphql/stream`],[C().connect.schema,`${E}/schema.graphql`]]);var P=ue();ne(`1id5hga`,e=>{a(e=>{f.title=`${e??``} · Buono`},[()=>C().connect.title])});var F=c(P),I=c(F),fe=p(I,!0),pe=x(I,2),me=p(pe,!0);m(F);var L=x(F,2),R=c(L),he=p(R,!0),z=x(R,2);n(z,21,()=>u(de),([e,t])=>e,(e,t)=>{var n=y(()=>ee(u(t),2));let r=()=>u(n)[0],a=()=>u(n)[1];var l=ce(),d=c(l),f=p(d,!0),h=x(d,2),g=c(h),_=p(g,!0);m(h);var v=x(h,2),b=c(v);w(b,{get text(){return a()},get what(){return r()}}),m(v),m(l),i(()=>{o(f,r()),o(_,a())}),s(e,l)}),m(z),m(L);var B=x(L,2),V=c(B),ge=p(V,!0),H=x(V,2),U=c(H,!0),_e=x(U),ve=e=>{var t=re();i(e=>o(t,` ${e??``}`),[()=>ie(C().connect.lives,{when:T(u(N),ae.language,S.customer?.timeZone)})]),s(e,t)};e(_e,e=>{u(N)&&e(ve)}),m(H);var W=x(H,2),ye=c(W),be=p(ye,!0);m(W);var G=x(W,2),K=c(G),xe=p(K,!0),Se=x(K,2);{let e=y(()=>C().connect.token);w(Se,{get text(){return u(M)},get what(){return u(e)}})}m(G),m(B);var q=x(B,2),J=c(q),Ce=p(J,!0),Y=x(J,2);n(Y,21,()=>O,e=>e.name,(e,t)=>{var n=le();let r;var a=p(n,!0);i(()=>{r=l(n,1,`button`,null,r,{primary:u(t).name===u(A)}),h(n,`aria-pressed`,u(t).name===u(A)),o(a,u(t).name)}),d(`click`,n,()=>b(A,u(t).name,!0)),s(e,n)}),m(Y);var X=x(Y,2),Z=c(X),we=p(Z,!0);m(X);var Q=x(X,2),Te=c(Q),Ee=p(Te,!0);m(Q);var $=x(Q,2),De=c($);w(De,{get text(){return u(j).text},get what(){return u(j).name}}),m($),m(q),m(P),i((e,t,n,r,i,a,s,c)=>{o(fe,e),o(me,t),o(he,n),o(ge,r),o(U,i),o(be,a),h(K,`aria-pressed`,u(k)),o(xe,s),o(Ce,c),o(we,u(j).needs),h(Q,`aria-label`,u(j).name),o(Ee,u(j).text)},[()=>C().connect.title,()=>C().connect.lead,()=>C().connect.endpoint,()=>C().connect.token,()=>C().connect.tokenHint,()=>u(k)?u(M):`•`.repeat(24),()=>u(k)?C().connect.hide:C().connect.show,()=>C().connect.snippets]),d(`click`,K,()=>b(k,!u(k))),s(t,P),_()}t([`click`]);export{O as default};