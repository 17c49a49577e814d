// Fills the variables of a tab in: the number of an order, one of its lines, a key never used before.

import { useGraphiQL } from "@graphiql/react";
import { useCallback, useEffect } from "react";
import type { Order } from "./orders.ts";

type Variables = Record<string, unknown>;

/** Which orders an operation is for; every other operation takes any. */
const SUITABLE: Record<string, string[]> = {
  PayOrder: ["NOT_PAID"],
  ApproveOrder: ["CHECKING"],
  DeliverLine: ["DELIVERING"],
  WithdrawFromOrder: ["DELIVERED", "DELIVERING", "CHECKING"],
};

export interface Filling {
  /** Puts an order into the active tab, with a new key. */
  use(order: Order): void;
  renewKey(): void;
  hasKey: boolean;
}

export function useFilling(orders: Order[]): Filling {
  const editor = useGraphiQL((state) => state.variableEditor);
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]);
  const tabId = tab?.id;
  const operation = tab?.operationName ?? "";

  const change = useCallback(
    (how: (variables: Variables) => Variables) => {
      const text = editor?.getValue() ?? "";
      const before = read(text);
      // Somebody is in the middle of writing them.
      if (!editor || !before) return;
      const after = `${JSON.stringify(how(before), null, 2)}`;
      if (after !== JSON.stringify(before, null, 2)) editor.setValue(after);
    },
    [editor],
  );

  useEffect(() => {
    const order = suitable(orders, operation);
    change((variables) => fillGaps(variables, order));
  }, [change, orders, operation, tabId]);

  return {
    use: (order) => change((variables) => fillGaps({ ...emptied(variables) }, order)),
    renewKey: () => change((variables) => ("idempotencyKey" in variables ? { ...variables, idempotencyKey: newKey() } : variables)),
    hasKey: tab?.variables?.includes('"idempotencyKey"') ?? false,
  };
}

function suitable(orders: Order[], operation: string): Order | undefined {
  const statuses = SUITABLE[operation];
  return orders.find((order) => statuses?.includes(order.status) ?? true) ?? orders[0];
}

function emptied(variables: Variables): Variables {
  const gaps = Object.keys(variables).filter((name) => ["number", "line", "idempotencyKey"].includes(name));
  return { ...variables, ...Object.fromEntries(gaps.map((name) => [name, ""])) };
}

/** Fills what is there and empty; what somebody wrote stays. */
function fillGaps(variables: Variables, order: Order | undefined): Variables {
  const line = order?.lines.find((line) => line.deliveredAt === null) ?? order?.lines[0];
  const fillings: Variables = { number: order?.number, line: line?.id, idempotencyKey: newKey() };
  const entries = Object.entries(variables).map(([name, value]) => [name, value === "" ? (fillings[name] ?? "") : value]);
  return Object.fromEntries(entries) as Variables;
}

function read(text: string): Variables | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Variables) : undefined;
  } catch {
    return undefined;
  }
}

/** `crypto.randomUUID` is there on HTTPS and on this machine only; this works everywhere. */
function newKey(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
