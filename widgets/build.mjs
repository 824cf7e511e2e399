/**
 * Builds what partner pages load into `dist/embed/`: the loader, one file with all elements, the style sheet of
 * server-rendered markup, the script of frames, and `manifest.json`, which names them. Fails when a size budget is exceeded.
 */
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { minify } from "terser";
import { build } from "vite";
import { minifyTemplates } from "./tools/minify-templates.mjs";

// Whatever the environment holds: under another value Vite takes Lit's development build.
process.env.NODE_ENV = "production";

/** Bytes after Brotli, as a patient's browser downloads them. */
const BUDGET = { loader: 1_536, code: 22_900, style: 2_800, frame: 640 };

/** The product's default; delivery writes the configured locales and its address in its place when it serves `loader.js`. */
const LOCALES = "en,es";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "dist/embed");

const code = await bundle("src/embed.ts", "es");
const style = await styleSheet();
const frame = await bundle("src/frame/frame.ts", "iife");
const codeFile = `clinic-widgets-${hashOf(code)}.js`;
const styleFile = `clinic-widgets-${hashOf(style)}.css`;
const frameFile = `clinic-widgets-${hashOf(frame)}.js`;
const loader = await bundle("src/loader/loader.ts", "iife", {
  CODE_FILE: JSON.stringify(codeFile),
  SITE: JSON.stringify(LOCALES),
});

const problems = [
  ...budgetProblems({ loader, code, style, frame }),
  ...(loader.split(`"${LOCALES}"`).length === 2
    ? []
    : [`loader.js must hold "${LOCALES}" exactly once, for delivery to replace.`]),
  ...(/unsafeHTML|ZodError|~standard/.test(code)
    ? ["The elements' code holds zod or unsafeHTML; neither may reach a patient."]
    : []),
];
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

const files = { "loader.js": loader, [codeFile]: code, [styleFile]: style, [frameFile]: frame };
const manifest = {
  script: codeFile,
  style: styleFile,
  frame: frameFile,
  locales: LOCALES,
  integrity: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, integrityOf(text)])),
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(join(target, name), text);
await writeFile(join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

/** One entry with all that it imports, as minified text. */
async function bundle(entry, format, define = {}) {
  const output = await viteBuild({ entry, format, define });
  // Vite leaves the white space in ES modules, because some bundlers read comments there. Ours is the last one.
  const { code } = await minify(output, {
    module: format === "es",
    ecma: 2020,
    compress: { passes: 3 },
    format: { comments: false },
  });
  return code;
}

/** The styles of all elements as text: they are written as modules, so the modules are run. */
async function styleSheet() {
  const text = await viteBuild({ entry: "src/styles/all.ts", format: "es", external: ["lit"] });
  const file = join(here, "dist/styles.mjs");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  const { allStyles } = await import(pathToFileURL(file).href);
  await rm(file);
  return allStyles.map((part) => part.cssText).join("\n");
}

async function viteBuild({ entry, format, define = {}, external = [] }) {
  const [{ output }] = await build({
    root: here,
    configFile: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": '"production"', ...define },
    plugins: [minifyTemplates()],
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: { entry: join(here, entry), formats: [format], name: "clinicWidgetsBundle" },
      rollupOptions: { external, output: { codeSplitting: false } },
    },
  });
  return output[0].code;
}

function budgetProblems(texts) {
  return Object.entries(texts).flatMap(([name, text]) => {
    const size = brotliCompressSync(text).length;
    console.log(
      `${name.padEnd(7)}${String(text.length).padStart(7)} bytes ${String(size).padStart(7)} with Brotli (budget ${BUDGET[name]})`,
    );
    return size > BUDGET[name]
      ? [`${name} is ${size} bytes with Brotli, over its budget of ${BUDGET[name]}: make it smaller.`]
      : [];
  });
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

function integrityOf(text) {
  return `sha384-${createHash("sha384").update(text).digest("base64")}`;
}
