import{G as e,I as t,K as n,L as r,O as i,U as a,b as o,g as s,p as c}from"./frame-CPgWWQDK.js";var l=n(`
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
  `,[a,e]),u=new Map;async function d(e){let n=u.get(e)??crypto.randomUUID();u.set(e,n);let a={input:{number:e,idempotencyKey:n},language:t.language},{data:d,error:f}=await i.api?.client.mutation(l,a)??{},p=d?.orderReorder.errors[0],m=d?.orderReorder.order;m?(u.delete(e),s({kind:`changed`,order:m,event:`ORDER_CREATED`}),c(`/orders/${m.number}`)):(f?.networkError||u.delete(e),o(p&&`message`in p&&p.message||r().state.failed))}export{d as reorder};