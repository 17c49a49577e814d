import{K as e}from"./frame-CPgWWQDK.js";var t=e(`
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
`),n=e(`
  query DownloadDocument($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Document {
        downloadUrl
      }
    }
  }
`);function r(e,t){let[n,r]=e<1e6?[Math.max(1,Math.round(e/1e3)),`kilobyte`]:[e/1e6,`megabyte`];return new Intl.NumberFormat(t,{style:`unit`,unit:r,maximumFractionDigits:1}).format(n)}export{n,t as r,r as t};