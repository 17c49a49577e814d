// The one way to the API: queries and mutations over HTTP, subscriptions over the WebSocket, and a
// cache in which each order is once, so that whatever tells of it tells every list that shows it.

import { Client, fetchExchange, mapExchange, subscriptionExchange } from "@urql/core";
import { cacheExchange, type DataField, type OptimisticMutationResolver } from "@urql/exchange-graphcache";
import { openSocket, type Socket } from "../live/socket.svelte.ts";

/** They belong to what they hang under, and have no id. */
export const PARTS = [
  "BankTransfer",
  "BillingDetails",
  "InternalNote",
  "Money",
  "OrderAction",
  "OrderClaim",
  "OrderConnection",
  "OrderDocumentLink",
  "OrderEventConnection",
  "OrderTracking",
  "OrderUpdate",
  "PageInfo",
  "PaymentConnection",
  "PaymentEdge",
  "PaymentFailure",
  "PaymentMethodOption",
  "QrCode",
  "ReceivedTransfer",
  "RefundConnection",
  "RefundEdge",
  "RefundQuote",
  "RefundQuoteLine",
  "TrackingStep",
  "WithdrawalBlocker",
  "WithdrawalRight",
];

/** What implements `UserError`: the cache asks when it reads a fragment on it. */
export const USER_ERRORS = [
  "AlreadyPaidError",
  "ConfirmationMissingError",
  "ConflictError",
  "IdempotencyConflictError",
  "InvalidInputError",
  "NotFoundError",
  "OrderExpiredError",
  "PaymentDeclinedError",
  "PaymentInProgressError",
  "PaymentMethodNotEligibleError",
  "WithdrawalNotAvailableError",
  "WrongStatusError",
];

/** What the page takes for granted goes along with the mutation, and is not sent. With the answer it is forgotten. */
const assumed: OptimisticMutationResolver = (_arguments, _cache, { variables }) => variables.assumed as Record<string, DataField>;

export interface Api {
  client: Client;
  /** There is another token: what is open goes on with it. */
  refresh(): void;
  close(): void;
}

export interface Door {
  token(): string | undefined;
  /** The server does not take the token any more. */
  onRefused(): void;
}

export function openApi(door: Door): Api {
  const socket: Socket = openSocket(door.token);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    fetchOptions: () => ({
      headers: {
        accept: "application/graphql-response+json, application/json;q=0.9",
        authorization: `Bearer ${door.token() ?? ""}`,
      },
    }),
    exchanges: [
      mapExchange({
        onError(error) {
          if ((error.response as Response | undefined)?.status === 401) door.onRefused();
        },
      }),
      cacheExchange({
        keys: Object.fromEntries(PARTS.map((name) => [name, () => null])),
        possibleTypes: { UserError: USER_ERRORS },
        optimistic: { orderCancel: assumed },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe(sink) {
            const request = { query: query ?? "", variables: (variables ?? {}) as Record<string, unknown> };
            return { unsubscribe: socket.follow(request, sink as Parameters<Socket["follow"]>[1]) };
          },
        }),
      }),
    ],
  });
  return { client, refresh: () => socket.refresh(), close: () => socket.close() };
}
