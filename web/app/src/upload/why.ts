// Why a file has not come, in words.

import { t } from "../text/text.svelte.ts";
import type { Sending } from "./sending.svelte.ts";

/** Codes of the server's that come to the same for whoever sends. */
const AS: Record<string, string> = { SERVER_BUSY: "RATE_LIMITED", TOO_MANY_CONNECTIONS: "RATE_LIMITED" };

/** A code without words of its own is still an answer: the file was not taken. */
export function why({ failure }: Pick<Sending, "failure">): string {
  const { wrong } = t().upload;
  const code = failure ?? "LOST";
  return wrong[AS[code] ?? code] ?? wrong["REFUSED"] ?? "";
}
