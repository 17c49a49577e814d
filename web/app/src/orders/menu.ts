// What the "…" of an order offers, and why not. The server decides; here it is only put in order.

import type { Action, Row } from "../api/documents.ts";

type Kind = Action["kind"];

/** An unpaid order is cancelled, a paid one is withdrawn from: only the one that is meant is shown. */
export function menuOf({ status, actions }: Pick<Row, "status" | "actions">): Action[] {
  const wasPaid = !["NOT_PAID", "EXPIRED"].includes(status);
  const of = (kind: Kind) => actions.find((action) => action.kind === kind);
  const [withdraw, cancel, reorder] = [of("WITHDRAW"), of("CANCEL"), of("REORDER")];
  const leaving = cancel?.available || !wasPaid ? cancel : withdraw;
  // Nobody sends what nobody has asked for. Ordering again is for what is over: elsewhere it would only be in the way.
  const again = status === "EXPIRED" || status === "CANCELLED" ? reorder : undefined;
  const upload = of("UPLOAD_DOCUMENT");
  const asked = upload?.available ? upload : undefined;
  return [of("VIEW_HTML"), of("TRACK"), asked, of("PAY"), leaving, again].filter((action) => action !== undefined);
}
