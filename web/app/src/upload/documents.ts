// What an order's documents are asked with: those that are wanted, and what came for them.

import { graphql, type ResultOf } from "../api/graphql.ts";

export const Requested = graphql(`
  query RequestedDocuments($number: String!, $language: String!) {
    order(number: $number) {
      id
      number
      status
      statusLabel(language: $language)
      actions(language: $language) {
        kind
        available
        reason
        until
      }
      documentRequests {
        id
        kind
        status
        message
        dueAt
        uploadUrl
        documents {
          id
          fileName
          size
          uploadedAt
        }
      }
    }
  }
`);

/** A link is good for five minutes: it is asked for when it is used. */
export const Download = graphql(`
  query DownloadDocument($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Document {
        downloadUrl
      }
    }
  }
`);

export type Wanted = NonNullable<ResultOf<typeof Requested>["order"]>["documentRequests"][number];
