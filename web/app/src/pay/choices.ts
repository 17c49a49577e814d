// How an order can be paid, sorted for the eye: what is registered first, and at the end what is not
// possible, with its reason. And where a payment stands.

import type { Method, Payable } from "./documents.ts";

export interface Choice {
  /** Of the radio button. */
  value: string;
  method: Method["kind"];
  mean: string | null;
  label: string;
  /** The kind of paying, where the label is that of a means. */
  kind: string | null;
  isDefault: boolean;
}

/** These are paid with something that was registered before. */
const NEED_MEANS: Method["kind"][] = ["CARD", "SEPA_DIRECT_DEBIT", "PAYPAL"];

export interface Choices {
  registered: Choice[];
  others: Choice[];
  /** Without a reason: nothing of this kind is registered. */
  notPossible: { label: string; reason: string | null }[];
}

export function choicesOf(methods: Method[]): Choices {
  const registered = methods
    .filter(({ eligible }) => eligible)
    .flatMap(({ kind, label, means }) =>
      means.map((mean) => ({ value: mean.id, method: kind, mean: mean.id, label: mean.label, kind: label, isDefault: mean.isDefault })),
    );
  const needsMeans = ({ kind }: Method) => NEED_MEANS.includes(kind);
  const others = methods
    .filter((method) => method.eligible && !needsMeans(method))
    .map(({ kind, label }) => ({ value: kind, method: kind, mean: null, label, kind: null, isDefault: false }));
  const notPossible = methods
    .filter((method) => !method.eligible || (needsMeans(method) && method.means.length === 0))
    .map(({ label, reason }) => ({ label, reason }));
  return { registered, others, notPossible };
}

/** What was asked to be done with means, and is not answered yet. */
export interface Assumed {
  removed: readonly string[];
  /** The default of its kind from now on. */
  usual: readonly string[];
}

export function assumedOf(methods: readonly Method[], { removed, usual }: Assumed): Method[] {
  return methods.map((method) => {
    const means = method.means.filter(({ id }) => !removed.includes(id));
    const chosen = means.find(({ id }) => usual.includes(id));
    return { ...method, means: chosen ? means.map((mean) => ({ ...mean, isDefault: mean === chosen })) : means };
  });
}

/** What is chosen before anything is: the default card, or else whatever comes first. */
export function firstChoice({ registered, others }: Choices): string {
  const usual = registered.find(({ method, isDefault }) => method === "CARD" && isDefault);
  return (usual ?? registered.find(({ isDefault }) => isDefault) ?? registered[0] ?? others[0])?.value ?? "";
}

export type Stage = { is: "open" } | { is: "paid" } | { is: "over" } | { is: "action"; url: string } | { is: "pending"; method: Method["kind"] };

/** Where paying stands. Told honestly: money that may be on its way is not asked for again. */
export function stageOf({ status, payments }: Pick<Payable, "status" | "payments">): Stage {
  if (status === "EXPIRED" || status === "CANCELLED") return { is: "over" };
  if (status !== "NOT_PAID") return { is: "paid" };
  const live = payments.findLast((payment) => payment.status === "REQUIRES_ACTION" || payment.status === "PENDING");
  if (!live) return { is: "open" };
  return live.actionUrl && live.status === "REQUIRES_ACTION" ? { is: "action", url: live.actionUrl } : { is: "pending", method: live.method };
}
