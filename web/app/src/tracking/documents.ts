// An order as a whole, and its history: what tracking asks and follows.

import { OrderRow } from "../api/documents.ts";
import { graphql, type ResultOf } from "../api/graphql.ts";

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
      amountReceived {
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
        documents {
          id
          fileName
        }
      }
    }
  `,
  [OrderRow],
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

export type Detail = ResultOf<typeof OrderDetail>;
export type HistoryEntry = ResultOf<typeof Entry>;
