import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compress } from "../build/compress.ts";
import { licences } from "../build/licences.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/graphiql/",
  build: {
    outDir: process.env.BUONO_WEB_DIST ? `${process.env.BUONO_WEB_DIST}/graphiql` : "../dist/graphiql",
    emptyOutDir: true,
    target: "es2023",
    // Nothing is put into a `data:` address: the content security policy stays short.
    assetsInlineLimit: 0,
    // The preloading of modules by a script of its own is for browsers that cannot.
    modulePreload: { polyfill: false },
    // The editor is what it is.
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      // Libraries mark what is not for servers; there is no server here.
      onLog: (level, log, handle) => void (log.code === "MODULE_LEVEL_DIRECTIVE" || handle(level, log)),
    },
  },
  worker: { format: "es" },
  // The font is named by the style sheet only, where Vite does not look for licences.
  plugins: [licences(["@fontsource/fira-code"]), compress()],
});
