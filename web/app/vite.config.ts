import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { compress } from "../build/compress.ts";

/** Where `npm run dev` finds the API: a demo that runs. */
const SERVER = process.env.BUONO_URL ?? "http://127.0.0.1:8080";
const API = ["/graphql", "/graphiql", "/config.json", "/icon.svg", "/sandbox", "/schema.graphql"];

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  build: {
    outDir: process.env.BUONO_WEB_DIST ? `${process.env.BUONO_WEB_DIST}/app` : "../dist/app",
    emptyOutDir: true,
    target: "es2023",
    // Nothing is put into a `data:` address: the content security policy stays short.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      output: {
        // What every page needs is in two files: large ones compress better than many small ones.
        codeSplitting: {
          groups: [
            { name: "libraries", test: /node_modules\/(?!oauth4webapi)/, priority: 2 },
            {
              name: "frame",
              test: /src\/(api|live|parts\/(?!Dialog|DocumentLink)|session\/(?!SignIn|signIn|oidc)|styles|routing|theme|App|main|text\/text)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    // Tests read the schema.
    fs: { allow: ["../.."] },
    proxy: {
      ...Object.fromEntries(API.map((path) => [path, { target: SERVER, ws: path === "/graphql" }])),
      "^/orders/[^/]+/purchase-order": { target: SERVER },
    },
  },
  plugins: [svelte(), compress()],
  test: { environment: "jsdom", include: ["test/*.test.ts"] },
  // Tests mount components: the browser's build of Svelte, and not the server's.
  ...(process.env.VITEST ? { resolve: { conditions: ["browser"] } } : {}),
});
