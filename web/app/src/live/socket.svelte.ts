// The WebSocket: opened while something is followed, opened again when it breaks, and the state of it
// for who shows it. After a break each subscription goes on at the cursor of its last update.

import { createClient, type Client, type FormattedExecutionResult, type Sink } from "graphql-ws";
import { after, banner, IDLE, waitBefore, type Connection, type Happening } from "./connection.ts";

/** The server knows the token, or the lack of one, and will not let it in: trying again is useless. */
export const FORBIDDEN = 4403;
const PING_EVERY_MS = 10_000;
const ACKNOWLEDGE_WITHIN_MS = 10_000;

class Line {
  connection = $state.raw<Connection>(IDLE);
  now = $state(Date.now());
  banner = $derived(banner(this.connection, this.now));
  isLive = $derived(this.connection.state === "live");
  #wake: (() => void) | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  hears(happening: Happening) {
    this.connection = after(this.connection, happening);
    this.now = Date.now();
    if (this.connection.since === null) {
      clearInterval(this.#clock);
      this.#clock = undefined;
    } else {
      this.#clock ??= setInterval(() => (this.now = Date.now()), 250);
    }
  }

  /** Waits before the next try, unless it is told not to. */
  wait(retries: number): Promise<void> {
    const ms = waitBefore(retries, Math.random());
    this.hears({ type: "waiting", until: Date.now() + ms });
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  tryNow() {
    this.#wake?.();
  }
}

export const line = new Line();

export interface Socket {
  follow(request: FollowRequest, sink: Sink<FormattedExecutionResult<Record<string, unknown>, unknown>>): () => void;
  /** Tells the server the token of now, without a break. */
  refresh(): void;
  close(): void;
}

export interface FollowRequest {
  query: string;
  variables: Record<string, unknown>;
}

export function openSocket(token: () => string | undefined): Socket {
  const authorization = () => ({ authorization: `Bearer ${token() ?? ""}` });
  let open: WebSocket | undefined;
  const client: Client = createClient({
    url: () => new URL("/graphql", location.href).href.replace(/^http/, "ws"),
    connectionParams: authorization,
    keepAlive: PING_EVERY_MS,
    connectionAckWaitTimeout: ACKNOWLEDGE_WITHIN_MS,
    lazyCloseTimeout: 1_000,
    retryAttempts: Number.MAX_SAFE_INTEGER,
    retryWait: (retries) => line.wait(retries),
    shouldRetry: (problem) => closeCode(problem) !== FORBIDDEN,
    on: {
      connecting: () => line.hears({ type: "trying", at: Date.now() }),
      connected: (socket) => {
        open = socket as WebSocket;
        line.hears({ type: "connected" });
      },
      closed: (event) => {
        open = undefined;
        const { code, wasClean } = event as CloseEvent;
        line.hears(code === 1000 && wasClean ? { type: "released" } : { type: "lost", at: Date.now() });
      },
    },
  });
  const online = () => line.tryNow();
  addEventListener("online", online);
  return {
    follow: (request, sink) => client.subscribe(resumable(request, sink), sink),
    refresh: () => open?.send(JSON.stringify({ type: "ping", payload: authorization() })),
    close() {
      removeEventListener("online", online);
      void client.dispose();
      line.hears({ type: "released" });
    },
  };
}

/**
 * The client sends the same request again after a break. Its variables are read each time, and by then
 * they have the cursor of the last update: nothing is missed, and nothing comes twice.
 */
function resumable({ query, variables }: FollowRequest, sink: Sink<FormattedExecutionResult<Record<string, unknown>, unknown>>) {
  let cursor: string | undefined;
  const next = sink.next.bind(sink);
  sink.next = (result) => {
    cursor = cursorOf(result) ?? cursor;
    next(result);
  };
  return {
    query,
    get variables() {
      return cursor === undefined ? variables : { ...variables, after: cursor };
    },
  };
}

/** Every field of `Subscription` answers with an update that has a cursor. */
export function cursorOf(result: { data?: unknown }): string | undefined {
  const [update] = Object.values((result.data ?? {}) as Record<string, { cursor?: string } | null>);
  return update?.cursor;
}

export function closeCode(problem: unknown): number | undefined {
  const code = (problem as { code?: unknown } | null)?.code;
  return typeof code === "number" ? code : undefined;
}
