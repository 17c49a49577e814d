import { tick } from "svelte";
import { expect, test } from "vitest";
import { tell } from "../src/parts/tell.ts";
import { session } from "../src/session/session.svelte.ts";
import { speak } from "../src/text/text.svelte.ts";

test("what did not come about is told to whoever asked for it, and to nobody after", async () => {
  // The page that is only played has no popovers.
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
  await speak("it");
  const person = (id: string) => ({ __typename: "Customer", id }) as typeof session.viewer;
  const told = () => [...document.querySelectorAll(".told .number")].map(({ textContent }) => textContent);
  session.viewer = person("anna");
  tell({ number: "BO26-1", who: "anna", address: "/orders/BO26-1", text: "No." });
  await tick();
  expect(told()).toEqual(["BO26-1"]);
  session.viewer = null;
  await tick();
  expect(told()).toEqual([]);
  // An answer that comes later.
  session.viewer = person("bruno");
  tell({ number: "BO26-2", who: "anna", address: "/orders/BO26-2", text: "No." });
  await tick();
  expect(told()).toEqual([]);
  session.viewer = null;
  tell({ number: "BO26-3", who: undefined, address: "/orders/BO26-3", text: "No." });
  await tick();
  expect(told()).toEqual([]);
});
