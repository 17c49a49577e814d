// What a withdrawal asks and does.

import { OrderRow, Refusal } from "../api/documents.ts";
import { graphql, type ResultOf } from "../api/graphql.ts";

const Statement = graphql(`
  fragment Statement on Withdrawal {
    id
    receivedAt
    name
    email
    reason
    comment
    lines {
      id
      description
      serviceName
    }
    refund {
      id
      status
      dueBy
      amount {
        text(language: $language)
      }
    }
  }
`);

export const WithdrawalView = graphql(
  `
    query WithdrawalView($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderRow
        customer {
          id
          name
          email
          timeZone
        }
        lines {
          id
          description
          serviceName
          planCode
          kind
          withdrawalExcluded
          withdrawnAt
        }
        withdrawal {
          status
          endsAt
          blockers {
            code
            message(language: $language)
          }
          quote {
            dueBy
            paid {
              amount
              currency
            }
            lines {
              usedDays
              periodDays
              line {
                id
              }
              paid {
                amount
                text(language: $language)
              }
              deduction {
                amount
                text(language: $language)
              }
              refund {
                amount
                text(language: $language)
              }
            }
          }
          withdrawal {
            ...Statement
          }
        }
      }
    }
  `,
  [OrderRow, Statement],
);

export const Withdraw = graphql(
  `
    mutation WithdrawFromOrder($input: OrderWithdrawInput!, $language: String!) {
      orderWithdraw(input: $input) {
        errors {
          __typename
          ...Refusal
        }
        withdrawal {
          ...Statement
        }
        order {
          ...OrderRow
          withdrawal {
            status
            endsAt
          }
        }
      }
    }
  `,
  [OrderRow, Refusal, Statement],
);

export type Withdrawable = NonNullable<ResultOf<typeof WithdrawalView>["order"]>;
export type Received = ResultOf<typeof Statement>;
