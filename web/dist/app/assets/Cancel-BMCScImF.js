import{$ as e,A as t,B as n,F as r,I as i,J as a,N as o,P as s,U as c,V as l,et as u,lt as d,ot as f,tt as p,ut as m}from"./libraries-BWIsjS6D.js";import{E as h,F as g,N as _,P as v,U as y,V as b,W as x,a as S,b as C,g as w,n as T,o as E,y as D}from"./frame-CGEFRURM.js";import{t as O}from"./Dialog-C-92_Gum.js";var k=x(`
    query Cancellable($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
      }
    }
  `,[b]),A=x(`
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
  `,[b,y]);function j(e,t){let n=e=>e===`PAY`||e===`CANCEL`,r=e.actions.map(e=>n(e.kind)?{...e,available:!1}:e);return{__typename:`OrderCancelPayload`,errors:[],order:{...e,__typename:`Order`,status:`CANCELLED`,statusLabel:t,actions:r}}}var M=i(`<button class="button danger" type="button"> </button>`),N=i(`<button class="button" type="button"> </button> <!>`,1),P=i(`<p> </p>`);function F(n,i){m(i,!0);let y=()=>({number:i.number,language:v.language}),b=new S(k,y),x=f(()=>b.data?.order),F=f(()=>c(x)?.actions.find(({kind:e})=>e===`CANCEL`));async function I(){let e=h.api?.client;if(!c(x)||!e)return;let t=y(),{number:n}=c(x),r=()=>{let n=e.readQuery(k,t,{requestPolicy:`cache-only`})?.data?.order;n&&w({kind:`changed`,order:n,event:null})},a=j(c(x),g().status.CANCELLED),o=e.mutation(A,{input:{number:n},language:t.language,assumed:a}).toPromise();r(),i.onClose();let{data:s,error:l}=await o;r();let u=s?.orderCancel.errors[0],d=s?.orderCancel.order;if(d)return C(_(g().orders.changed,{number:n,status:d.statusLabel}));let f=u&&`message`in u?u.message:l?.graphQLErrors[0]?.message??``,p=l?.networkError?g().lost:`${g().cancel.failed} ${f}`;T({number:n,address:`/orders/${n}`,text:p})}{let d=n=>{var r=N(),d=e(r),f=u(d,!0),m=p(d,2),h=e=>{var t=M(),n=u(t,!0);a(e=>o(n,e),[()=>g().cancel.confirm]),l(`click`,t,I),s(e,t)};t(m,e=>{c(F)?.available&&e(h)}),a(e=>o(f,e),[()=>c(F)?.available?g().state.cancel:g().state.close]),l(`click`,d,function(...e){i.onClose?.apply(this,e)}),s(n,r)},m=f(()=>_(g().cancel.title,{number:i.number}));O(n,{get title(){return c(m)},get onClose(){return i.onClose},narrow:!0,foot:d,children:(n,l)=>{var d=r(),f=e(d),p=e=>{E(e,{get error(){return b.error},onAgain:()=>b.reload()})},m=e=>{var t=P(),n=u(t,!0);a(e=>o(n,e),[()=>c(F)?.available?g().cancel.text:c(F)?.reason]),s(e,t)},h=e=>{D(e,{rows:1})},v=e=>{var t=P(),n=u(t,!0);a(e=>o(n,e),[()=>_(g().state.missingOrder,{number:i.number})]),s(e,t)};t(f,e=>{b.error&&!c(x)?e(p):c(x)?e(m,1):b.isLoading?e(h,2):e(v,-1)}),s(n,d)},$$slots:{foot:!0,default:!0}})}d()}n([`click`]);export{F as default};