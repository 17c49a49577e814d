import "./workers.ts";
import "./style.css";
import { createRoot } from "react-dom/client";
import { ask, hear, show } from "./handoff.ts";
import { createIdentity, readPeople } from "./identity.ts";
import { Page } from "./page.tsx";
import { createTransport } from "./transport.ts";

const place = document.getElementById("page")!;

try {
  const identity = createIdentity();
  // The editor measures its font once, so it has to be there.
  const [people, handed] = await Promise.all([readPeople(), ask(), document.fonts.load('15px "Fira Code"')]);
  identity.become(handed?.token ?? people[0]?.token);
  hear((old, token) => {
    // Whoever is somebody else here stays so.
    if (old !== identity.token()) return;
    if (old !== undefined && token !== undefined) identity.renew(token);
    else identity.become(token);
  });
  if (handed?.operation) show(handed.operation);
  createRoot(place).render(<Page identity={identity} people={people} transport={createTransport(identity)} />);
} catch (error) {
  place.textContent = `GraphiQL cannot start: ${error instanceof Error ? error.message : error} Reload the page to try again.`;
}
