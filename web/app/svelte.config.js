import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Class names that depend on the content alone: the same sources give the same bytes.
    cssHash: ({ hash, css }) => `s-${hash(css)}`,
    modernAst: true,
    runes: true,
    discloseVersion: false,
  },
};
