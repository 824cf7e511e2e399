/** What lies inside of the packages that we build on, past what they export. For guards. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The path of `file` in the folder of an installed package of the CMS. */
export const inPackage = (name: string, file: string): string =>
  join(import.meta.dirname, "../node_modules", name, file);

/** The JavaScript files of a package, each as its text. Bundles for browsers, which are minified, are left out. */
export const scriptsIn = (name: string): string[] =>
  readdirSync(inPackage(name, "dist"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && !/(^|[/\\])exports[/\\]client[/\\]/.test(file))
    .map((file) => readFileSync(inPackage(name, join("dist", file)), "utf8"));

/** Everything that draws the admin. */
export const adminScripts = (): string[] =>
  ["@payloadcms/ui", "@payloadcms/next", "@payloadcms/richtext-lexical"].flatMap(scriptsIn);

/** Names that the admin puts together as it draws, and the piece of its sources that does so. */
const COMPOSED: [name: RegExp, source: RegExp][] = [
  [/^btn--style-/, /--style-\$\{buttonStyle\}/],
  [/^cell-/, /`cell-\$\{accessor/],
  [/^heading-/, /`heading-\$\{col\.accessor/],
  [/^rs__/, /classNamePrefix: "rs"/],
  [/^global-edit--/, /`global-edit--\$\{globalSlug\}`/],
  [/^document-locked-take-over$/, /modalSlug = 'document-locked'[\s\S]*`\$\{modalSlug\}-take-over`/],
];

/**
 * Whether one of `scripts` gives an element this class or id: it is written out, or its block is (`doc-controls`) and its
 * element or modifier behind a `baseClass` (`__meta`), or it is one of those that are put together.
 */
export function isDrawn(name: string, scripts: readonly string[]): boolean {
  const composed = COMPOSED.find(([pattern]) => pattern.test(name));
  if (composed) return scripts.some((script) => composed[1].test(script));
  const [block = "", ...rest] = name.split(/(?=__|--)/);
  const whole = new RegExp(`["'\`\\s]${name}["'\`\\s]`);
  const named = new RegExp(`["'\`]${block}["'\`]`);
  const part = new RegExp(`\\}${rest.join("")}(?![\\w-])`);
  return scripts.some(
    (script) => whole.test(script) || (rest.length > 0 && named.test(script) && part.test(script)),
  );
}

/** The classes and ids in CSS selectors. */
export const namesIn = (selectors: string): string[] => [
  ...new Set([...selectors.matchAll(/[.#]([a-zA-Z_][\w-]*)/g)].map(([, name = ""]) => name)),
];
