/**
 * Bundles what runs outside of Next (the server, the scripts, Payload's config) into cms/dist, for plain Node.
 * Payload's own loader sometimes does nothing and reports success; a bundle needs no loader.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const scripts = dirname(fileURLToPath(import.meta.url));
const cms = dirname(scripts);
const outdir = join(cms, "dist");

const entries = [
  join(cms, "server.ts"),
  join(cms, "src/payload.config.ts"),
  ...readdirSync(scripts)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(scripts, file)),
];

const { dependencies } = JSON.parse(readFileSync(join(cms, "package.json"), "utf8"));
const nameOf = (path) => path.split("/", path.startsWith("@") ? 2 : 1).join("/");
/**
 * What comes into the bundle although cms depends on it: our own packages, which are TypeScript, and the editor, whose
 * Lexical modules await imports at their top level for Node. Node 20 loses track of those in a graph of this size: the
 * process ends in the middle of loading, with code 13 or 0 and no message. Their production builds await nothing.
 */
const BUNDLED = ["@clinic-widgets/shared", "@clinic-widgets/widgets", "@payloadcms/richtext-lexical"];
const isLeftToNode = (path) =>
  isBuiltin(path) || (nameOf(path) in dependencies && !BUNDLED.includes(nameOf(path)));

const packages = {
  name: "packages",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind !== "entry-point" && isLeftToNode(path) ? { path, external: true } : undefined,
    );
  },
};

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries.map((file) => ({ in: file, out: basename(file, ".ts") })),
  outdir,
  bundle: true,
  // Server, scripts and config share their modules, as they would unbundled.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  jsx: "automatic",
  conditions: ["production"],
  outExtension: { ".js": ".mjs" },
  sourcemap: true,
  logLevel: "warning",
  plugins: [packages],
});
