// What the desk asks, follows and does with orders. Money has documents of its own.

import { Refusal } from "../api/documents.ts";
import { graphql, type ResultOf } from "../api/graphql.ts";
import { OrderDetail } from "../tracking/documents.ts";

/** An order as a queue shows it. */
export const DeskRow = graphql(`
  fragment DeskRow on Order {
    id
    number
    createdAt
    paidAt
    status
    statusLabel(language: $language)
    total {
      text(language: $language)
    }
    claim {
      operator
      since
      until
    }
    customer {
      id
      name
      reference
      country
    }
    lines {
      id
      failure
      retryAt
    }
    tracking {
      sequence
      steps {
        name
        state
        startedAt
      }
    }
  }
`);

/** One queue, those that wait longest first. */
export const Queue = graphql(
  `
    query Queue($status: [OrderStatus!], $first: Int!, $after: String, $language: String!) {
      orders(first: $first, after: $after, filter: { status: $status }, orderBy: { field: CREATED_AT, direction: ASC }) {
        totalCount
        nodes {
          ...DeskRow
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [DeskRow],
);

/** Everybody's orders, as they change and as operators take them. */
export const DeskUpdates = graphql(
  `
    subscription DeskUpdates($after: String, $language: String!) {
      orderUpdates(after: $after) {
        cursor
        kind
        sequence
        event {
          id
          kind
        }
        order {
          ...DeskRow
        }
      }
    }
  `,
  [DeskRow],
);

/** What operators see of an order beyond what its customer sees. */
export const DeskDetail = graphql(
  `
    fragment DeskDetail on Order {
      ...DeskRow
      ...OrderDetail
      transfers {
        reference
        receivedAt
        amount {
          text(language: $language)
        }
      }
      total {
        amount
        currency
      }
      documentRequests {
        id
        documents {
          id
          size
          uploadedAt
        }
      }
      refunds {
        id
        route
        payoutOn
        payoutReference
      }
      internalNotes {
        at
        operator
        text
      }
      customer {
        id
        name
        reference
        email
        kind
        country
        language
        timeZone
      }
    }
  `,
  [DeskRow, OrderDetail],
);

export const DeskOrder = graphql(
  `
    query DeskOrder($number: String!, $language: String!) {
      order(number: $number) {
        ...DeskDetail
      }
    }
  `,
  [DeskDetail],
);

const Step = graphql(
  `
    fragment Step on OrderStepPayload {
      errors {
        __typename
        ...Refusal
      }
      order {
        ...DeskDetail
      }
    }
  `,
  [Refusal, DeskDetail],
);

export const Claim = graphql(
  `
    mutation DeskClaim($input: OrderClaimInput!, $language: String!) {
      step: orderClaim(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const Approve = graphql(
  `
    mutation DeskApprove($input: OrderNumberInput!, $language: String!) {
      step: orderApprove(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const Refuse = graphql(
  `
    mutation DeskRefuse($input: OrderRefuseInput!, $language: String!) {
      step: orderRefuse(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const RequestDocuments = graphql(
  `
    mutation DeskRequestDocuments($input: OrderRequestDocumentsInput!, $language: String!) {
      step: orderRequestDocuments(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const Review = graphql(
  `
    mutation DeskReview($input: DocumentReviewInput!, $language: String!) {
      step: documentReview(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const Deliver = graphql(
  `
    mutation DeskDeliver($input: OrderLineDeliverInput!, $language: String!) {
      step: orderLineDeliver(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const Fail = graphql(
  `
    mutation DeskFail($input: OrderLineFailInput!, $language: String!) {
      step: orderLineFail(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export const Note = graphql(
  `
    mutation DeskNote($input: OrderNoteInput!, $language: String!) {
      step: orderNote(input: $input) {
        ...Step
      }
    }
  `,
  [Step],
);

export type Row = ResultOf<typeof DeskRow>;
export type Order = ResultOf<typeof DeskDetail>;
export type Line = Order["lines"][number];
/** A document that was asked for. */
export type Wanted = Order["documentRequests"][number];
