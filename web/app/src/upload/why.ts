// Why a file has not come, in words.

import { t } from "../text/text.svelte.ts";
import type { Sending } from "./sending.svelte.ts";

/** Of what is not known by its code it is not known either whether it has arrived. */
export function why({ failure }: Pick<Sending, "failure">): string {
  const { wrong } = t().upload;
  return (failure && wrong[failure]) || wrong["LOST"] || "";
}
