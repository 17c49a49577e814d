// One file on its way to the server. What it is, the server tells by its bytes; here is only looked at what
// would be sent in vain.

import { session } from "../session/session.svelte.ts";

/** In bytes, as the server has it unless its operator has set it otherwise. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
export const TYPES = "application/pdf,image/jpeg,image/png";

/** Why a file has not come: a code of the server's, or one of these. */
export type Failure = "EMPTY" | "LOST" | "STOPPED" | (string & {});

/** RFC 8187, section 3.2.1: what stays as it is. */
export const extended = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export class Sending {
  /** How much of it has left: from 0 to 1. */
  part = $state(0);
  failure = $state<Failure | null>(null);
  isDone = $state(false);
  /** Its turn has not come yet. */
  isWaiting = true;
  /** Nobody else sends it. */
  readonly #who = session.who;
  #request: XMLHttpRequest | undefined;
  /** Which try is under way: of what comes back from one before it nothing is heard. */
  #turn = 0;

  constructor(
    readonly file: File,
    readonly address: string,
  ) {}

  get isUnderWay() {
    return !this.isDone && this.failure === null;
  }

  /** Whoever has chosen it is signed in. */
  get isTheirs() {
    return this.#who !== undefined && this.#who === session.who;
  }

  /** Sends it now that it has its turn, or again. */
  async start(): Promise<void> {
    const turn = ++this.#turn;
    this.isWaiting = false;
    this.failure = null;
    this.part = 0;
    if (this.file.size === 0) this.failure = "EMPTY";
    else if (FILE_BYTES_MAX < this.file.size) this.failure = "PAYLOAD_TOO_LARGE";
    if (this.failure) return;
    if (!this.isTheirs) return this.stop();
    let [status, code] = await this.#send();
    // The token may have ended since the page was opened, and much may have happened until there is another.
    if (status === 401 && turn === this.#turn && (await session.renew()) && turn === this.#turn) {
      if (!this.isTheirs) return this.stop();
      [status, code] = await this.#send();
    }
    if (turn !== this.#turn) return;
    this.isDone = status === 200 || status === 201;
    if (!this.isDone) this.failure = code;
  }

  /** Under way or not: only who asks for it again has it sent. */
  stop() {
    if (!this.isUnderWay) return;
    this.#turn++;
    this.isWaiting = false;
    this.failure = "STOPPED";
    this.#request?.abort();
  }

  #send(): Promise<[status: number, code: Failure]> {
    return new Promise((answer) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open("PUT", this.address);
      request.setRequestHeader("authorization", `Bearer ${session.token() ?? ""}`);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.setRequestHeader("content-disposition", `attachment; filename*=UTF-8''${extended(this.file.name)}`);
      request.upload.onprogress = ({ loaded, total }) => {
        if (!this.isTheirs) return this.stop();
        this.part = total === 0 ? 0 : loaded / total;
      };
      request.onload = () => answer([request.status, codeOf(request.responseText)]);
      request.onerror = request.onabort = request.ontimeout = () => answer([0, "LOST"]);
      request.send(this.file);
    });
  }
}

export function codeOf(body: string): Failure {
  try {
    const { errors } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
    return errors?.[0]?.extensions?.code ?? "LOST";
  } catch {
    return "LOST";
  }
}
