// What the pages share of what they ask: who is there, an order as a row, and an order as a whole.

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

export const Entry = graphql(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`);

/** An order as the tracking window shows it. */
export const OrderDetail = graphql(
  `
    fragment OrderDetail on Order {
      ...OrderRow
      paidAt
      deliveredAt
      cancelledAt
      net {
        text(language: $language)
      }
      tax {
        text(language: $language)
      }
      reduction {
        amount
        text(language: $language)
      }
      amountDue {
        amount
        text(language: $language)
      }
      billing {
        name
        address
        country
        vatNumber
        email
      }
      lines {
        id
        description
        serviceName
        kind
        period
        quantity
        net {
          text(language: $language)
        }
        withdrawalExcluded
        withdrawnAt
        deliveredAt
        failure
        retryAt
      }
      tracking {
        cursor
        sequence
        estimatedDelivery
        steps {
          name
          state
          startedAt
          endedAt
          label(language: $language)
          hint(language: $language)
        }
      }
      withdrawal {
        status
        endsAt
        blockers {
          code
          message(language: $language)
        }
      }
      payments {
        id
        method
        status
        actionUrl
        createdAt
        amount {
          text(language: $language)
        }
        failure {
          code
          message
        }
      }
      refunds {
        id
        status
        dueBy
        createdAt
        settledAt
        amount {
          text(language: $language)
        }
      }
      documentRequests {
        id
        kind
        status
        message
        dueAt
      }
    }
  `,
  [OrderRow],
);

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

export const OneOrder = graphql(
  `
    query OneOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...OrderDetail
        events(first: 3) {
          nodes {
            ...Entry
          }
        }
      }
    }
  `,
  [OrderDetail, Entry],
);

export const History = graphql(
  `
    query History($number: String!, $first: Int!, $after: String, $language: String!) {
      order(number: $number) {
        id
        events(first: $first, after: $after) {
          nodes {
            ...Entry
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  `,
  [Entry],
);

/** One order, entry by entry. */
export const Track = graphql(
  `
    subscription TrackOrder($number: String!, $after: String, $language: String!) {
      orderTracking(number: $number, after: $after) {
        cursor
        kind
        sequence
        event {
          ...Entry
        }
        order {
          ...OrderDetail
        }
      }
    }
  `,
  [OrderDetail, Entry],
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

export const Cancel = graphql(
  `
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
  `,
  [OrderRow, Refusal],
);

export const Reorder = graphql(
  `
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
  `,
  [OrderRow, Refusal],
);

export type Viewer = NonNullable<ResultOf<typeof Who>["viewer"]>;
export type Row = ResultOf<typeof OrderRow>;
export type Detail = ResultOf<typeof OrderDetail>;
export type HistoryEntry = ResultOf<typeof Entry>;
export type Status = Row["status"];
export type Action = Row["actions"][number];
