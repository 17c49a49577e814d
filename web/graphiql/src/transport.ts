// How documents reach the server: queries and mutations by HTTP, subscriptions by WebSocket, each
// with the token of the moment. When the person changes, the socket is opened anew.

import type { Fetcher, FetcherOpts, FetcherParams, Observable } from "@graphiql/toolkit";
import { getOperationAST, parse, type ExecutionResult, type OperationTypeNode } from "graphql";
import { createClient, type Client } from "graphql-ws";
import type { Identity } from "./identity.ts";

const ENDPOINT = "/graphql";
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";
/** The server knows the token, or the lack of one, and will not let it in: trying again is useless. */
const FORBIDDEN = 4403;
const RETRIES_MAX = 10;
const RETRY_WAIT_MAX_MS = 30_000;

export interface Transport {
  fetcher: Fetcher;
  ask<T>(query: string): Promise<T>;
  /** Calls the listener after each answer to a mutation. */
  onMutation(listener: (result: ExecutionResult) => void): () => void;
}

export function createTransport(identity: Identity): Transport {
  const client = connect(identity);
  const listeners = new Set<(result: ExecutionResult) => void>();

  async function post(params: FetcherParams, headers?: Record<string, unknown>): Promise<ExecutionResult> {
    const response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { accept: ACCEPT, "content-type": "application/json", ...authorization(identity), ...texts(headers) },
      body: JSON.stringify(params),
    });
    return (await response.json()) as ExecutionResult;
  }

  async function change(params: FetcherParams, options?: FetcherOpts): Promise<ExecutionResult> {
    const result = await post(params, options?.headers);
    for (const listener of listeners) listener(result);
    return result;
  }

  return {
    fetcher(params, options) {
      const { kind, operationName } = chosen(params);
      const request = { ...params, operationName };
      if (kind === "subscription") return follow(client, request);
      return kind === "mutation" ? change(request, options) : post(request, options?.headers);
    },
    async ask<T>(query: string) {
      const { data, errors } = await post({ query });
      if (errors?.[0]) throw new Error(errors[0].message);
      return data as T;
    },
    onMutation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function connect(identity: Identity): Client {
  let open: WebSocket | undefined;
  const client = createClient({
    url: () => new URL(ENDPOINT, location.href).href.replace(/^http/, "ws"),
    connectionParams: () => authorization(identity),
    retryAttempts: RETRIES_MAX,
    retryWait: (retries) => sleep(retries === 0 ? 0 : Math.min(250 * 2 ** retries, RETRY_WAIT_MAX_MS)),
    shouldRetry: (problem) => isClose(problem) && problem.code !== FORBIDDEN,
    on: {
      connected: (socket) => (open = socket as WebSocket),
      closed: () => (open = undefined),
    },
  });
  identity.onRenewal(() => open?.send(JSON.stringify({ type: "ping", payload: authorization(identity) })));
  identity.onChange(() => client.terminate());
  return client;
}

/** A subscription, as something to subscribe to: stopping it is told to the server at once. */
function follow(client: Client, { query, variables, operationName }: FetcherParams): Observable<ExecutionResult> {
  const request = {
    query,
    variables: variables as Record<string, unknown> | null,
    operationName: operationName ?? null,
  };
  const subscribe = (observer: Observer) => {
    const unsubscribe = client.subscribe(request, {
      next: (result) => observer.next(result as ExecutionResult),
      error: (problem) => observer.error(readable(problem)),
      complete: () => observer.complete(),
    });
    return { unsubscribe };
  };
  // The older forms of `subscribe`, with a function for each, nobody uses here.
  return { subscribe: subscribe as Observable<ExecutionResult>["subscribe"] };
}

interface Observer {
  next(result: ExecutionResult): void;
  error(problem: unknown): void;
  complete(): void;
}

interface Chosen {
  kind?: OperationTypeNode;
  operationName: string | null;
}

/** Which operation is meant. Just after a change of tab, GraphiQL still names that of the old one. */
function chosen({ query, operationName = null }: FetcherParams): Chosen {
  try {
    const document = parse(query);
    const operation = getOperationAST(document, operationName) ?? getOperationAST(document);
    return operation ? { kind: operation.operation, operationName: operation.name?.value ?? null } : { operationName };
  } catch {
    // The server says better what is wrong with it.
    return { operationName };
  }
}

function authorization(identity: Identity): Record<string, string> {
  const token = identity.token();
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** What was typed under "Headers": any JSON, of which only texts can be headers. */
function texts(headers: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

function isClose(problem: unknown): problem is { code: number; reason: string } {
  return typeof problem === "object" && problem !== null && "code" in problem && "reason" in problem;
}

/** GraphiQL prints errors as JSON, and of a closed socket that would be nothing. */
function readable(problem: unknown): unknown {
  if (isClose(problem)) return { message: `The server closed the connection: ${problem.code} ${problem.reason}`.trim() };
  if (problem instanceof Event) return { message: "The server cannot be reached." };
  return problem;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
