// A step with money while it is written: what is missing, and sending it.

import type { Language } from "../text/text.svelte.ts";
import type { MoneyStepKind } from "./cases.ts";
import { RecordPayment, RecordRefund, RetryRefund, SettlePayment, SettleRefund } from "./moneyDocuments.ts";
import { take } from "./take.ts";

export interface MoneyDraft {
  outcome: "" | "SUCCEEDED" | "FAILED";
  reason: string;
  amount: string;
  reference: string;
  /** As fields of a form have it: a local moment, or a day. */
  at: string;
  day: string;
  /** Whether the refund is paid out by hand this time. */
  payOut: boolean;
}

export type MoneyField = Exclude<keyof MoneyDraft, "payOut">;

/** What each step needs, in the order in which it is asked. */
export const FIELDS: Record<MoneyStepKind, MoneyField[]> = {
  settlePayment: ["outcome", "reason"],
  settleRefund: ["outcome", "reason"],
  retryRefund: [],
  recordRefund: ["day", "reference"],
  recordPayment: ["amount", "reference", "at"],
  recordSurplus: ["amount", "reference", "at"],
};

export type MoneyComplaint = "fillIn" | "amountWrong" | "notYet";

export function complaintsOf(kind: MoneyStepKind, draft: MoneyDraft, now: Date): Partial<Record<MoneyField, MoneyComplaint>> {
  const found: Partial<Record<MoneyField, MoneyComplaint>> = {};
  for (const field of FIELDS[kind]) {
    const value = draft[field].trim();
    if (value === "") found[field] = "fillIn";
    else if (field === "amount" && !/^\d+([.,]\d{1,2})?$/.test(value)) found[field] = "amountWrong";
    else if (field === "at" && now.getTime() < Date.parse(value)) found[field] = "notYet";
    else if (field === "day" && localDay(now) < value) found[field] = "notYet";
  }
  return found;
}

export const localDay = (now: Date) => localMoment(now).slice(0, 10);

/** As a field for a local moment wants it: to the minute, without a zone. */
export function localMoment(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The key is one for this very step: a lost answer is asked for again, and nothing is recorded twice. */
export function send(kind: MoneyStepKind, id: string, number: string, draft: MoneyDraft, idempotencyKey: string, language: Language) {
  const [reason, reference] = [draft.reason.trim(), draft.reference.trim()];
  const outcome = draft.outcome === "SUCCEEDED" ? ("SUCCEEDED" as const) : ("FAILED" as const);
  switch (kind) {
    case "settlePayment":
      return take(SettlePayment, { input: { id, outcome, reason }, language });
    case "settleRefund":
      return take(SettleRefund, { input: { id, outcome, reason }, language });
    case "retryRefund":
      return take(RetryRefund, { input: { id, payOut: draft.payOut }, language });
    case "recordRefund":
      return take(RecordRefund, { input: { refund: id, paidOn: draft.day, reference, idempotencyKey }, language });
    case "recordPayment":
    case "recordSurplus": {
      const surplus = kind === "recordSurplus";
      const input = { number, surplus, amount: draft.amount.trim().replace(",", "."), reference, receivedAt: new Date(draft.at).toISOString(), idempotencyKey };
      return take(RecordPayment, { input, language });
    }
  }
}
