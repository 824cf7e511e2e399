import { resolve } from "node:path";
import { defineConfig } from "vite";

const page = (path: string) => resolve(import.meta.dirname, path);

/** Four pages, as a partner would build them; the address of the CMS is filled in by `server.mjs`. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "dist",
    emptyOutDir: true,
    modulePreload: false,
    // Fonts stay files of their own, so that the browser fetches only those that a page uses.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: [page("index.html"), page("topic.html"), page("corredores/index.html"), page("docs/index.html")],
    },
  },
});
