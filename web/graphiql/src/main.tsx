import "./workers.ts";
import "./style.css";
import { createRoot } from "react-dom/client";
import { createIdentity, readPeople } from "./identity.ts";
import { Page } from "./page.tsx";
import { createTransport } from "./transport.ts";

const place = document.getElementById("page")!;

try {
  const identity = createIdentity();
  // The editor measures its font once, so it has to be there.
  const [people] = await Promise.all([readPeople(), document.fonts.load('15px "Fira Code"')]);
  identity.become(people[0]?.token);
  createRoot(place).render(<Page identity={identity} people={people} transport={createTransport(identity)} />);
} catch (error) {
  place.textContent = `GraphiQL cannot start: ${error instanceof Error ? error.message : error} Reload the page to try again.`;
}
