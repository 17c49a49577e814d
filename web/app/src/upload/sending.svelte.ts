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
  #request: XMLHttpRequest | undefined;
  #isStopped = false;

  constructor(
    readonly file: File,
    readonly address: string,
  ) {}

  get isUnderWay() {
    return !this.isDone && this.failure === null;
  }

  async start(): Promise<void> {
    this.failure = null;
    this.part = 0;
    this.#isStopped = false;
    if (this.file.size === 0) this.failure = "EMPTY";
    else if (FILE_BYTES_MAX < this.file.size) this.failure = "PAYLOAD_TOO_LARGE";
    if (this.failure) return;
    let [status, code] = await this.#send();
    // The token may have ended since the page was opened.
    if (status === 401 && !this.#isStopped && (await session.renew())) [status, code] = await this.#send();
    this.isDone = status === 200 || status === 201;
    if (!this.isDone) this.failure = this.#isStopped ? "STOPPED" : code;
  }

  stop() {
    this.#isStopped = true;
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
      request.upload.onprogress = ({ loaded, total }) => (this.part = total === 0 ? 0 : loaded / total);
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
