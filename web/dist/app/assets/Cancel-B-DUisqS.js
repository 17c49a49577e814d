import{$ as e,A as t,B as n,F as r,I as i,J as a,N as o,P as s,U as c,V as l,dt as u,et as d,ot as f,tt as p,ut as m}from"./libraries-zdXiaTf4.js";import{F as h,G as g,I as _,K as v,L as y,O as b,U as x,a as S,b as C,g as w,n as T,o as E,y as D}from"./frame-CPgWWQDK.js";import{t as O}from"./Dialog-C9y6RJsD.js";var k=v(`
    query Cancellable($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
      }
    }
  `,[x]),A=v(`
    mutation CancelOrder($input: OrderCancelInput!, $language: String!) {
      orderCancel(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...OrderRow
        }
      }
    }
  `,[x,g]);function j(e,t){let n=e=>e===`PAY`||e===`CANCEL`,r=e.actions.map(e=>n(e.kind)?{...e,available:!1}:e);return{__typename:`OrderCancelPayload`,errors:[],order:{...e,__typename:`Order`,status:`CANCELLED`,statusLabel:t,actions:r}}}var M=i(`<button class="button danger" type="button"> </button>`),N=i(`<button class="button" type="button"> </button> <!>`,1),P=i(`<p> </p>`);function F(n,i){u(i,!0);let g=()=>({number:i.number,language:_.language}),v=new S(k,g),x=f(()=>v.data?.order),F=f(()=>c(x)?.actions.find(({kind:e})=>e===`CANCEL`));async function I(){let e=b.api?.client;if(!c(x)||!e)return;let t=g(),{who:n}=b,{number:r}=c(x),a=()=>{let n=e.readQuery(k,t,{requestPolicy:`cache-only`})?.data?.order;n&&w({kind:`changed`,order:n,event:null})},o=j(c(x),y().status.CANCELLED),s=e.mutation(A,{input:{number:r},language:t.language,assumed:o}).toPromise();a(),i.onClose();let{data:l,error:u}=await s;a();let d=l?.orderCancel.errors[0],f=l?.orderCancel.order;if(f)return C(h(y().orders.changed,{number:r,status:f.statusLabel}));let p=d&&`message`in d?d.message:u?.graphQLErrors[0]?.message??``,m=u?.networkError?y().lost:`${y().cancel.failed} ${p}`;T({number:r,who:n,address:`/orders/${r}`,text:m})}{let u=n=>{var r=N(),u=e(r),f=d(u,!0),m=p(u,2),h=e=>{var t=M(),n=d(t,!0);a(e=>o(n,e),[()=>y().cancel.confirm]),l(`click`,t,I),s(e,t)};t(m,e=>{c(F)?.available&&e(h)}),a(e=>o(f,e),[()=>c(F)?.available?y().state.cancel:y().state.close]),l(`click`,u,function(...e){i.onClose?.apply(this,e)}),s(n,r)},m=f(()=>h(y().cancel.title,{number:i.number}));O(n,{get title(){return c(m)},get onClose(){return i.onClose},narrow:!0,foot:u,children:(n,l)=>{var u=r(),f=e(u),p=e=>{E(e,{get error(){return v.error},onAgain:()=>v.reload()})},m=e=>{var t=P(),n=d(t,!0);a(e=>o(n,e),[()=>c(F)?.available?y().cancel.text:c(F)?.reason]),s(e,t)},g=e=>{D(e,{rows:1})},_=e=>{var t=P(),n=d(t,!0);a(e=>o(n,e),[()=>h(y().state.missingOrder,{number:i.number})]),s(e,t)};t(f,e=>{v.error&&!c(x)?e(p):c(x)?e(m,1):v.isLoading?e(g,2):e(_,-1)}),s(n,u)},$$slots:{foot:!0,default:!0}})}m()}n([`click`]);export{F as default};