// What a customer will read of a step before it is taken: in the customer's language and time zone.

import { fill, LANGUAGES, type Language, type Words } from "../text/text.svelte.ts";
import { moment } from "../text/time.ts";
import type { Line, Order, Wanted } from "./documents.ts";

export interface Document {
  kind: keyof Words["tracking"]["documentKinds"];
  message: string;
}

export type Intent =
  | { kind: "approve" }
  | { kind: "refuse"; reason: string }
  | { kind: "documents"; documents: Document[]; dueAt: string | null }
  | { kind: "deliver"; line: Line; serviceName: string }
  | { kind: "fail"; line: Line; message: string; retryAt: string | null }
  | { kind: "accept"; request: Wanted }
  | { kind: "reject"; request: Wanted; message: string }
  | { kind: "note"; text: string; isVisible: boolean };

export interface Preview {
  status: Order["status"];
  label: string;
  /** What the operator writes or does, as it is shown. */
  said: string[];
  meaning: string[];
}

export function languageOf({ customer }: Pick<Order, "customer">): Language {
  const primary = customer.language.split("-")[0] ?? "";
  return primary in LANGUAGES ? (primary as Language) : "en";
}

/** Null when the customer sees nothing of it. */
export function previewOf(intent: Intent, order: Pick<Order, "status" | "customer" | "lines" | "expiresAt">, words: Words): Preview | null {
  const language = languageOf(order);
  const when = (at: string) => moment(at, language, order.customer.timeZone);
  const named = ({ description }: Line, service: string | null) => [description, service].filter(Boolean).join(", ");
  const at = (status: Order["status"], said: (string | null)[]): Preview => {
    const { means, next, you } = words.meaning[status];
    return {
      status,
      label: words.status[status],
      said: said.filter((it) => it !== null && it.trim() !== "") as string[],
      meaning: [means, fill(next, { expires: when(order.expiresAt) }), you],
    };
  };
  switch (intent.kind) {
    case "approve":
      return at("DELIVERING", []);
    case "refuse":
      return at("CANCELLING", [intent.reason]);
    case "documents": {
      const by = intent.dueAt && fill(words.tracking.by, { when: when(intent.dueAt) });
      return at(
        "DOCUMENTS_REQUESTED",
        intent.documents.map(({ kind, message }) => [words.tracking.documentKinds[kind], message.trim(), by].filter(Boolean).join(", ")),
      );
    }
    case "accept":
      return at(order.status, [`${words.tracking.documentKinds[intent.request.kind]}: ${words.tracking.documentStates.ACCEPTED}`]);
    case "reject":
      return at("DOCUMENTS_REQUESTED", [`${words.tracking.documentKinds[intent.request.kind]}, ${intent.message.trim()}`]);
    case "deliver":
      return at(isLast(order.lines, intent.line) ? "DELIVERED" : "DELIVERING", [named(intent.line, intent.serviceName.trim() || intent.line.serviceName)]);
    case "fail": {
      const retry = intent.retryAt && fill(words.tracking.retry, { when: when(intent.retryAt) });
      return at("DELIVERING", [`${named(intent.line, intent.line.serviceName)}: ${[intent.message.trim(), retry].filter(Boolean).join(", ")}`]);
    }
    case "note":
      return intent.isVisible ? at(order.status, [`${words.tracking.actors.OPERATOR}: ${intent.text.trim()}`]) : null;
  }
}

/** Whether nothing is left to be delivered after it. */
export function isLast(lines: readonly Pick<Line, "id" | "deliveredAt" | "withdrawnAt">[], line: Pick<Line, "id">): boolean {
  return lines.every(({ id, deliveredAt, withdrawnAt }) => id === line.id || deliveredAt !== null || withdrawnAt !== null);
}
