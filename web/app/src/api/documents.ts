// What the pages share of what they ask: who is there, and orders as rows. What windows ask is loaded with them.

import { graphql, type ResultOf } from "./graphql.ts";

export const Who = graphql(`
  query Who {
    viewer {
      __typename
      ... on Customer {
        id
        reference
        name
        email
        kind
        country
        language
        timeZone
      }
      ... on Operator {
        id
        name
        scopes
      }
      ... on Service {
        id
        name
        scopes
      }
    }
  }
`);

/** An order in a list: what the table shows, and what its menu needs. */
export const OrderRow = graphql(`
  fragment OrderRow on Order {
    id
    number
    createdAt
    expiresAt
    status
    statusLabel(language: $language)
    total {
      text(language: $language)
    }
    actions(language: $language) {
      kind
      available
      reason
      until
    }
  }
`);

export const Orders = graphql(
  `
    query MyOrders($first: Int!, $after: String, $filter: OrderFilter, $language: String!) {
      orders(first: $first, after: $after, filter: $filter) {
        nodes {
          ...OrderRow
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [OrderRow],
);

/** An order as the overview shows it: where it stands, and what waits for the customer or comes back. */
export const OrderGlance = graphql(
  `
    fragment OrderGlance on Order {
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
  `,
  [OrderRow],
);

/** Why something was not done, in words, and of which field of the input. */
export const Refusal = graphql(`
  fragment Refusal on UserError {
    code
    message
    path
  }
`);

/** Every order of the customer, as it changes. */
export const Changes = graphql(
  `
    subscription OrderUpdates($after: String, $language: String!) {
      orderUpdates(after: $after) {
        cursor
        kind
        sequence
        event {
          id
          kind
        }
        order {
          ...OrderGlance
        }
      }
    }
  `,
  [OrderGlance],
);

export const DocumentLink = graphql(`
  query PurchaseOrder($number: String!, $language: String!) {
    order(number: $number) {
      id
      document(format: HTML, language: $language) {
        url
        expiresAt
      }
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof Who>["viewer"]>;
export type Row = ResultOf<typeof OrderRow>;
export type Status = Row["status"];
export type Action = Row["actions"][number];
