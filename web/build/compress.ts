// Writes each built file again, compressed: the server only chooses. Compressors out of the lockfile,
// so that the bytes are the same whichever Node, zlib or processor builds them.

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { gzipSync } from "fflate";
import type { Plugin } from "vite";

const { compress: brotli } = createRequire(import.meta.url)("brotli-wasm") as typeof import("brotli-wasm");

/** A smaller file gains less than its headers cost. */
const BYTES_MIN = 1024;
/** Brotli's best takes a second for each 100 KB; of the editor, which is larger, it would save 7 %. */
const BEST_BYTES_MAX = 256 * 1024;
const TEXT = /\.(html|js|css|svg|json|md|ttf)$/;

export function compress(): Plugin {
  let folder = "";
  return {
    name: "compress",
    apply: "build",
    // Workers are bundled by builds of their own, with plugins of their own: this one sees the whole.
    configResolved: (config) => void (folder = resolve(config.root, config.build.outDir)),
    closeBundle: {
      order: "post",
      handler() {
        for (const path of filesBelow(folder).filter((path) => TEXT.test(path))) {
          const bytes = readFileSync(path);
          if (bytes.length < BYTES_MIN) continue;
          writeIfSmaller(`${path}.gz`, gzipSync(bytes, { level: 9, mtime: 0 }), bytes.length);
          writeIfSmaller(`${path}.br`, brotli(bytes, { quality: bytes.length <= BEST_BYTES_MAX ? 11 : 9 }), bytes.length);
        }
      },
    },
  };
}

function filesBelow(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function writeIfSmaller(path: string, bytes: Uint8Array, than: number) {
  if (bytes.length < than) writeFileSync(path, bytes);
  else rmSync(path, { force: true });
}
