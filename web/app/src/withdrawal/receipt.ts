// The acknowledgement as a file to keep: what was stated, and when it was received, to the second.

import { fill, type Language } from "../text/text.svelte.ts";
import type { LaterWords } from "../text/later/en.ts";
import { date, exactly } from "../text/time.ts";
import type { Received } from "./documents.ts";

interface Facts {
  number: string;
  statement: Received;
  timeZone: string | undefined;
  language: Language;
  words: LaterWords;
}

export function receipt({ number, statement, timeZone, language, words }: Facts): string {
  const { withdraw, tracking } = words;
  const lines = statement.lines.map(({ description, serviceName }) => `  - ${[description, serviceName].filter(Boolean).join(", ")}`);
  const refund = statement.refund;
  return [
    withdraw.receipt.toUpperCase(),
    "",
    `${withdraw.receiptNumber}: ${statement.id}`,
    `${withdraw.receivedAt}: ${exactly(statement.receivedAt, language, timeZone)} (${statement.receivedAt})`,
    `${withdraw.contract}: ${fill(tracking.title, { number })}`,
    "",
    withdraw.sentence,
    ...lines,
    "",
    `${withdraw.name}: ${statement.name}`,
    `${withdraw.email}: ${statement.email}`,
    ...(statement.reason ? [`${withdraw.reason}: ${withdraw.reasons[statement.reason]}`] : []),
    ...(refund ? ["", `${withdraw.back}: ${refund.amount.text}. ${fill(withdraw.refundBy, { when: date(refund.dueBy, language) })}`] : []),
    "",
    withdraw.receivedHint,
    "",
  ].join("\n");
}

/** Hands a text to the browser as a file. */
export function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
