// The orders that the person of the moment can see, for filling variables in.

import { useCallback, useEffect, useState } from "react";
import type { Identity } from "./identity.ts";
import type { Transport } from "./transport.ts";

export interface Order {
  number: string;
  status: string;
  statusLabel: string;
  total: { text: string };
  lines: { id: string; deliveredAt: string | null }[];
}

export interface Visible {
  who: string;
  orders: Order[];
}

interface Answer {
  viewer: { __typename: string; name: string } | null;
  orders?: { nodes: Order[] };
}

const WHO = `viewer { __typename ... on Customer { name } ... on Operator { name } ... on Service { name } }`;
const ORDERS = `orders(first: 30) { nodes { number status statusLabel(language: "en") total { text } lines { id deliveredAt } } }`;

const NOBODY: Visible = { who: "nobody: catalog and prices only", orders: [] };

/** Follows the identity, and every change made from this page. */
export function useVisible(identity: Identity, transport: Transport): Visible & { refresh: () => void } {
  const [visible, setVisible] = useState(NOBODY);
  const refresh = useCallback(async () => {
    const token = identity.token();
    const found = token ? await look(transport) : NOBODY;
    // Another person may have come in between.
    if (token === identity.token()) setVisible(found);
  }, [identity, transport]);
  useEffect(() => {
    void refresh();
    const forget = [identity.onChange(refresh), transport.onMutation(refresh)];
    return () => forget.forEach((each) => each());
  }, [identity, transport, refresh]);
  return { ...visible, refresh };
}

async function look(transport: Transport): Promise<Visible> {
  try {
    const { viewer, orders } = await transport.ask<Answer>(`{ ${WHO} ${ORDERS} }`);
    return { who: viewer ? `${viewer.__typename} ${viewer.name}` : NOBODY.who, orders: orders?.nodes ?? [] };
  } catch (error) {
    return { who: error instanceof Error ? error.message : "The server cannot be reached.", orders: [] };
  }
}
