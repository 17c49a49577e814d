import{E as e,F as t,P as n,U as r,V as i,W as a,b as o,g as s,p as c}from"./frame-CGEFRURM.js";var l=a(`
    mutation ReorderOrder($input: OrderReorderInput!, $language: String!) {
      orderReorder(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        order {
          ...OrderRow
        }
      }
    }
  `,[i,r]),u=new Map;async function d(r){let i=u.get(r)??crypto.randomUUID();u.set(r,i);let a={input:{number:r,idempotencyKey:i},language:n.language},{data:d,error:f}=await e.api?.client.mutation(l,a)??{},p=d?.orderReorder.errors[0],m=d?.orderReorder.order;m?(u.delete(r),s({kind:`changed`,order:m,event:`ORDER_CREATED`}),c(`/orders/${m.number}`)):(f?.networkError||u.delete(r),o(p&&`message`in p&&p.message||t().state.failed))}export{d as reorder};