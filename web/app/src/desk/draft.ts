// A step while it is written: what is meant by it, what is missing, and sending it.

import type { Language } from "../text/text.svelte.ts";
import { Approve, Deliver, Fail, Note, Refuse, RequestDocuments, Review, type Line, type Wanted } from "./documents.ts";
import type { StepKind } from "./may.ts";
import type { Document, Intent } from "./preview.ts";
import { take } from "./take.ts";

export interface Draft {
  text: string;
  /** As a field of a form has it: local, without a zone. */
  at: string;
  serviceName: string;
  isVisible: boolean;
  /** What is written about each that is chosen. */
  documents: Record<string, string | undefined>;
}

export function intentOf(kind: StepKind, { line, request }: { line?: Line | undefined; request?: Wanted | undefined }, draft: Draft): Intent {
  const at = draft.at === "" ? null : new Date(draft.at).toISOString();
  if (kind === "approve") return { kind };
  if (kind === "refuse") return { kind, reason: draft.text };
  if (kind === "note") return { kind, text: draft.text, isVisible: draft.isVisible };
  if (kind === "documents") {
    const chosen = Object.entries(draft.documents).filter((pair): pair is [Document["kind"], string] => pair[1] !== undefined);
    return { kind, documents: chosen.map(([of, message]) => ({ kind: of, message })), dueAt: at };
  }
  if (kind === "accept" || kind === "reject") {
    if (!request) throw new Error(`${kind} is of a request`);
    return kind === "accept" ? { kind, request } : { kind, request, message: draft.text };
  }
  if (!line) throw new Error(`${kind} is of a line`);
  if (kind === "deliver") return { kind, line, serviceName: draft.serviceName };
  return { kind, line, message: draft.text, retryAt: at };
}

export type Complaints = Partial<Record<"text" | "at" | "documents", "fillIn" | "toCome" | "atLeastOne">>;

export function complaintsOf(intent: Intent, now: number): Complaints {
  const written = { refuse: "reason", fail: "message", reject: "message", note: "text" }[intent.kind as "refuse"];
  const text = written && (intent as unknown as Record<string, string>)[written];
  const at = intent.kind === "fail" ? intent.retryAt : intent.kind === "documents" ? intent.dueAt : null;
  return {
    ...(text !== undefined && text.trim() === "" ? { text: "fillIn" as const } : {}),
    ...(at !== null && Date.parse(at) <= now ? { at: "toCome" as const } : {}),
    ...(intent.kind === "documents" && intent.documents.length === 0 ? { documents: "atLeastOne" as const } : {}),
  };
}

/** Those that were there when the window was opened: of others nothing is decided. */
const looked = ({ documents }: Wanted) => documents.map(({ id }) => id);

export function send(intent: Intent, number: string, language: Language) {
  switch (intent.kind) {
    case "approve":
      return take(Approve, { input: { number }, language });
    case "refuse":
      return take(Refuse, { input: { number, reason: intent.reason.trim() }, language });
    case "documents": {
      const documents = intent.documents.map(({ kind, message }) => ({ kind, message: message.trim() || null }));
      return take(RequestDocuments, { input: { number, documents, dueAt: intent.dueAt }, language });
    }
    case "accept":
      return take(Review, { input: { request: intent.request.id, accepted: true, documents: looked(intent.request) }, language });
    case "reject":
      return take(Review, {
        input: { request: intent.request.id, accepted: false, message: intent.message.trim(), documents: looked(intent.request) },
        language,
      });
    case "deliver":
      return take(Deliver, { input: { number, line: intent.line.id, serviceName: intent.serviceName.trim() || null }, language });
    case "fail":
      return take(Fail, { input: { number, line: intent.line.id, message: intent.message.trim(), retryAt: intent.retryAt }, language });
    case "note":
      return take(Note, { input: { number, text: intent.text.trim(), visibleToCustomer: intent.isVisible }, language });
  }
}
