// Adds to the licences that Vite collects those of packages that no script imports, such as fonts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);

export function licences(packages: string[]): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const file = bundle["licenses.md"];
        // Bundles of workers have none: the licences are those of the whole.
        if (file?.type === "asset") file.source = [String(file.source).trimEnd(), ...packages.map(section)].join("\n\n");
      },
    },
  };
}

function section(name: string): string {
  const folder = dirname(require.resolve(`${name}/package.json`));
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  return `## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trimEnd()}\n`;
}
