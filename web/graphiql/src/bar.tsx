// The bar above GraphiQL: who asks, and for which order.

import { useState } from "react";
import type { Identity, Person } from "./identity.ts";
import type { Order, Visible } from "./orders.ts";

interface Props {
  identity: Identity;
  people: Person[];
  visible: Visible & { refresh: () => void };
  onUse: (order: Order) => void;
  onReset: () => void;
}

export function Bar({ identity, people, visible, onUse, onReset }: Props) {
  return (
    <header className="bar">
      <a className="bar-home" href="/">
        Buono
      </a>
      <Role identity={identity} people={people} />
      <output className="bar-who" aria-label="Who asks" title={visible.who}>
        {visible.who}
      </output>
      <label>
        <span className="hidden-visually">Put an order into the variables</span>
        <select
          name="order"
          value=""
          disabled={visible.orders.length === 0}
          onPointerDown={visible.refresh}
          onChange={(event) => {
            const order = visible.orders.find(({ number }) => number === event.target.value);
            if (order) onUse(order);
          }}
        >
          <option value="">Use order …</option>
          {visible.orders.map((order) => (
            <option key={order.number} value={order.number}>
              {order.number} · {order.statusLabel} · {order.total.text}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={onReset} title="Put the tabs back as they came">
        Reset tabs
      </button>
    </header>
  );
}

const NOBODY = "";
const PASTED = "a token of your own";

function Role({ identity, people }: Pick<Props, "identity" | "people">) {
  const [role, setRole] = useState(people.find(({ token }) => token === identity.token())?.name ?? PASTED);
  const choose = (name: string) => {
    setRole(name);
    identity.become(people.find((person) => person.name === name)?.token);
  };
  return (
    <>
      {people.length > 0 && (
        <label>
          <span className="bar-label">as</span>
          <select name="role" value={role} onChange={(event) => choose(event.target.value)}>
            {people.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
            <option value={NOBODY}>nobody</option>
            <option>{PASTED}</option>
          </select>
        </label>
      )}
      {role === PASTED && (
        <label className="bar-token">
          <span className="bar-label">Token</span>
          {/* Not of type `password`: browsers would offer to keep it. */}
          <input
            name="token"
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="Paste a token: it is not kept"
            onChange={(event) => identity.become(event.target.value)}
          />
        </label>
      )}
    </>
  );
}
