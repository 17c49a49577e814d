// Chromium for tests: it reaches one server, and whatever is meant for any other is written down and cut off.

import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { chromium } from "playwright-core";

/** Those of the tests that are written in Rust, too. */
const FLAGS = readFileSync(new URL("chromium.flags", import.meta.url), "utf8").trim().split("\n");

/** Chromium asks these for itself, whatever the flags. If a page does, the page's own events tell. */
const BROWSERS_OWN = [
  "accounts.google.com",
  "android.clients.google.com",
  "clients2.google.com",
  "content-autofill.googleapis.com",
  "optimizationguide-pa.googleapis.com",
  "redirector.gvt1.com",
  "update.googleapis.com",
];

/** `elsewhere` gets the first line of each request that is not for the host, or for one of several, separated by `;`. */
export async function open(host, elsewhere) {
  const trap = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (bytes) => {
      const [line] = bytes.toString("latin1").split("\r\n");
      const [, asked] = /^[A-Z]+ (?:\w+:\/\/)?([^:/ ]+)/.exec(line) ?? [];
      if (!BROWSERS_OWN.includes(asked)) elsewhere.push(line);
      socket.destroy();
    });
  });
  await new Promise((resolve) => trap.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      ...FLAGS,
      `--proxy-server=http://127.0.0.1:${trap.address().port}`,
      // Without the first, the other servers of this machine would need no proxy.
      `--proxy-bypass-list=<-loopback>;${host}`,
    ],
  });
  const close = async () => {
    await browser.close();
    trap.close();
  };
  return { browser, close };
}
