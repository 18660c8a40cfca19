import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import babel from "@rolldown/plugin-babel";
import react, { reactCompilerPreset } from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Where the development build finds the core: `STANDPOINT_DEV_CORE`, or the dev server's usual port. */
const core = process.env["STANDPOINT_DEV_CORE"] ?? "http://127.0.0.1:4870";

const proxy = { "/call": core, "/events": core };

const NO_WORDS = "\0no-words";

/** React Aria brings its words in thirty languages; the window speaks one, and starts sooner without the rest. */
const oneLanguage: Plugin = {
  name: "one-language",
  enforce: "pre",
  apply: "build",
  resolveId: {
    filter: { id: /(?:^|\/)[a-z]{2}-[A-Z]{2}\.m?js$/ },
    handler: (id, importer) => (/react-(aria|stately)/.test(importer ?? "") && !id.includes("en-US") ? NO_WORDS : null),
  },
  load: { filter: { id: /no-words$/ }, handler: (id) => (id === NO_WORDS ? "export default undefined" : null) },
};

/** What pdf.js reads beside its own code, when a document refers to it: character maps, fonts, colours, decoders. */
const pdfData: Plugin = {
  name: "pdf-data",
  generateBundle() {
    const root = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
    for (const folder of ["cmaps", "standard_fonts", "iccs", "wasm"]) {
      for (const file of readdirSync(join(root, folder)).filter((name) => !/quickjs|QUICKJS|\.wasm$/.test(name))) {
        this.emitFile({ type: "asset", fileName: `assets/pdf/${folder}/${file}`, source: readFileSync(join(root, folder, file)) });
      }
    }
  },
};

export default defineConfig({
  plugins: [oneLanguage, pdfData, react(), babel({ presets: [reactCompilerPreset()] })],
  build: {
    target: ["safari18", "chrome130"],
    // Everything is a file: the window's policy allows neither inline scripts nor inline styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 4871, strictPort: true, proxy },
  preview: { port: 4872, strictPort: true, proxy },
  test: { include: ["src/**/*.test.ts"] },
});
