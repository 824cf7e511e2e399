/**
 * Bundles what runs outside of Next (the server, the scripts, Payload's config) into cms/dist, for plain Node.
 * Payload's own loader sometimes does nothing and reports success; a bundle needs no loader.
 * `inputs.json` beside the bundle names the files that are in it: a change of any other file leaves it as it is.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const scripts = dirname(fileURLToPath(import.meta.url));
const cms = dirname(scripts);
const root = dirname(cms);
const outdir = join(cms, "dist");

const entryPoints = [
  ...[
    join(cms, "server.ts"),
    join(cms, "src/payload.config.ts"),
    ...readdirSync(scripts)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(scripts, file)),
  ].map((file) => ({ in: file, out: basename(file, ".ts") })),
  // A file of its own, so that a running server can load it again.
  { in: join(root, "widgets/src/server/index.ts"), out: "renderer" },
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

const { metafile } = await build({
  entryPoints,
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
  metafile: true,
  logLevel: "warning",
  plugins: [packages],
});

const pathOf = (file) => relative(root, resolve(file)).replaceAll(sep, "/");
const inputs = Object.keys(metafile.inputs)
  .map(pathOf)
  .filter((path) => !path.includes("node_modules/"))
  .sort();
writeFileSync(join(outdir, "inputs.json"), `${JSON.stringify(inputs, null, 2)}\n`);

// Only now: a server that runs from the old bundle still loads parts of it.
const written = new Set([...Object.keys(metafile.outputs).map(pathOf), pathOf(join(outdir, "inputs.json"))]);
for (const entry of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && !written.has(pathOf(file))) rmSync(file);
}
