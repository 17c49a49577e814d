// What the first load takes: every script and style sheet that is fetched until the page is there and
// live, as gzip sends them. Paint and shift are measured; time is only printed.

import assert from "node:assert/strict";
import { step } from "./stage.mjs";

const SCRIPT_BYTES_MAX = 60 * 1024;
const STYLE_BYTES_MAX = 12 * 1024;
const SHIFT_MAX = 0.1;

export async function size(demo, stage) {
  for (const path of ["/", "/orders"]) {
    await step(`${path} is light, and nothing jumps`, async () => {
      const context = await stage.visitor({ locale: "it-IT" });
      await context.addInitScript(() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      const files = [];
      context.on("response", (response) => /\.(js|css)$/.test(new URL(response.url()).pathname) && files.push(response.url()));
      const page = await stage.page(context, "anna", path);
      await page.locator('[data-live="live"]').waitFor();
      await page.locator("[data-order]").first().waitFor();
      const bytes = async (ending) => {
        const sizes = files.filter((file) => file.endsWith(ending)).map(gzipped);
        return (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
      };
      const [script, style] = [await bytes(".js"), await bytes(".css")];
      const { shift, paint } = await page.evaluate(() => ({
        shift: globalThis.shift,
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      }));
      console.log(`    scripts ${kib(script)}, styles ${kib(style)}, layout shift ${shift.toFixed(3)}, first contentful paint ${Math.round(paint)} ms`);
      assert(script <= SCRIPT_BYTES_MAX, `scripts: ${script} bytes`);
      assert(style <= STYLE_BYTES_MAX, `styles: ${style} bytes`);
      assert(shift <= SHIFT_MAX, `shift: ${shift}`);
      await context.close();
    });
  }
}

async function gzipped(url) {
  // Node's `fetch` would decode it, and tell nothing of its size.
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (part) => (bytes += part.length)).on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
