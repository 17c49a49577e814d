// Where in the pages one is: the address says all of it, so that it can be kept, sent and gone back to.

class Place {
  path = $state(location.pathname);
  search = $state.raw(new URLSearchParams(location.search));
}

export const place = new Place();

addEventListener("popstate", read);

function read() {
  if (place.path !== location.pathname) place.path = location.pathname;
  place.search = new URLSearchParams(location.search);
}

export function go(address: string, how: { replace?: boolean } = {}) {
  history[how.replace ? "replaceState" : "pushState"](null, "", address);
  read();
}

/** Changes parameters of the address; null takes one away. */
export function change(parameters: Record<string, string | null>, how: { replace?: boolean } = {}) {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === "") search.delete(name);
    else search.set(name, value);
  }
  // Commas separate values of ours, and are fine in a query.
  const text = search.toString().replaceAll("%2C", ",");
  go(location.pathname + (text ? `?${text}` : ""), how);
}

export type Page = { name: "home" | "orders" | "connect" | "desk" | "missing" } | { name: "order"; number: string };

export function pageAt(path: string): Page {
  const parts = path.split("/").filter(Boolean);
  const [first, second] = parts;
  if (parts.length === 0) return { name: "home" };
  if (first === "orders" && parts.length === 1) return { name: "orders" };
  if (first === "orders" && second && parts.length === 2) return { name: "order", number: decodeURIComponent(second) };
  if ((first === "connect" || first === "desk") && parts.length === 1) return { name: first };
  return { name: "missing" };
}

/** Links to our own pages change the page without loading it again. */
export function onLink(event: MouseEvent) {
  const link = (event.target as Element | null)?.closest?.("a");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || pageAt(url.pathname).name === "missing") return;
  event.preventDefault();
  go(url.pathname + url.search);
}
