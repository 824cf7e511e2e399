import { resolve } from "node:path";
import { defineConfig } from "vite";

/** `npm run playground`. Never built: the page is for those who change the elements. */
export default defineConfig({
  root: import.meta.dirname,
  // The elements, the contract and the fixtures lie beside it.
  server: { strictPort: true, fs: { allow: [resolve(import.meta.dirname, "../..")] } },
  // Found at the first start already, so that no page is loaded twice.
  optimizeDeps: { include: ["lit"] },
  cacheDir: resolve(import.meta.dirname, "../dist/playground"),
});
