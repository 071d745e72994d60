import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Puts the page beside the scripts, with the hash of each script that it loads in place of `%sha384:NAME%`. */
function page(source: string): Plugin {
  return {
    name: "page",
    generateBundle(_options, bundle) {
      const html = readFileSync(source, "utf8").replace(/%sha384:([\w.-]+)%/g, (_match, name: string) => {
        const file = bundle[name];
        if (file?.type !== "chunk") {
          throw new Error(`${source} refers to ${name}, which is not built`);
        }
        return `sha384-${createHash("sha384").update(file.code).digest("base64")}`;
      });
      this.emitFile({ type: "asset", fileName: "index.html", source: html });
    },
  };
}

export default defineConfig({
  publicDir: "public",
  plugins: [page("src/page/index.html")],
  build: {
    outDir: "target/classes/web",
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
    lib: {
      entry: {
        "sotto-chat": "src/sotto-chat.ts",
        page: "src/page/page.ts",
        "sotto-microphone": "src/voice/worklet.ts",
      },
      formats: ["es"],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: { output: { minify: true } },
  },
  test: {
    environment: "node",
    include: ["test/**/*.test.{ts,mjs}"],
  },
});
