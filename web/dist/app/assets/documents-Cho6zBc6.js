import{K as e,U as t}from"./frame-CPgWWQDK.js";var n=e(`
  fragment Entry on OrderEvent {
    id
    sequence
    at
    kind
    actor
    label(language: $language)
    detail(language: $language)
  }
`),r=e(`
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
  `,[t]),i=e(`
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
  `,[r,n]),a=e(`
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
  `,[n]),o=e(`
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
  `,[r,n]);export{o as a,r as i,a as n,i as r,n as t};