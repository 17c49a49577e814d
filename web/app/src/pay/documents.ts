// What paying asks and does.

import { OrderRow, Refusal } from "../api/documents.ts";
import { graphql, type ResultOf } from "../api/graphql.ts";

const Payments = graphql(`
  fragment Payments on Order {
    id
    amountDue {
      amount
      text(language: $language)
    }
    amountReceived {
      amount
      text(language: $language)
    }
    transfers {
      reference
      receivedAt
      amount {
        text(language: $language)
      }
    }
    payments {
      id
      method
      status
      actionUrl
    }
  }
`);

export const PayOptions = graphql(
  `
    query PayOptions($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
        ...Payments
        paymentMethods {
          kind
          label(language: $language)
          eligible
          reason(language: $language)
          means {
            id
            label
            isDefault
          }
          transfer {
            payee
            iban
            reference
            amount {
              text(language: $language)
            }
            qrCode {
              size
              path
            }
          }
        }
      }
    }
  `,
  [OrderRow, Payments],
);

export const PayOrder = graphql(
  `
    mutation PayOrder($input: OrderPayInput!, $language: String!) {
      orderPay(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        payment {
          id
          status
          failure {
            code
            message
          }
        }
        order {
          ...OrderRow
          ...Payments
        }
      }
    }
  `,
  [OrderRow, Payments, Refusal],
);

const Mean = graphql(
  `
    fragment Mean on PaymentMeanPayload {
      errors {
        __typename
        ...Refusal
      }
      paymentMean {
        id
      }
    }
  `,
  [Refusal],
);

export const RegisterMean = graphql(
  `
    mutation RegisterMean($input: PaymentMeanRegisterInput!) {
      done: paymentMeanRegister(input: $input) {
        ...Mean
      }
    }
  `,
  [Mean],
);

export const RemoveMean = graphql(
  `
    mutation RemoveMean($input: PaymentMeanInput!) {
      done: paymentMeanRemove(input: $input) {
        ...Mean
      }
    }
  `,
  [Mean],
);

export const MakeDefault = graphql(
  `
    mutation MakeDefault($input: PaymentMeanInput!) {
      done: paymentMeanSetDefault(input: $input) {
        ...Mean
      }
    }
  `,
  [Mean],
);

export type Payable = NonNullable<ResultOf<typeof PayOptions>["order"]>;
export type Method = Payable["paymentMethods"][number];
export type Transfer = NonNullable<Method["transfer"]>;
