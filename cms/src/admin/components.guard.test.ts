/** Our React parts are named by paths in strings, and put into places that Payload names: a wrong one is left out in silence. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateImportMap, type SanitizedConfig } from "payload";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { inPackage, scriptsIn } from "../../test/packages.ts";

const CMS = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "clinic-widgets-parts-"));
let config: SanitizedConfig;
/** What Payload would import for the admin. */
let map = "";
beforeAll(async () => {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "");
  config = await (await import("../payload.config.ts")).default;
  const importMapFile = join(folder, "importMap.js");
  writeFileSync(importMapFile, "");
  const { importMap } = config.admin;
  await generateImportMap(
    { ...config, admin: { ...config.admin, importMap: { ...importMap, baseDir: CMS, importMapFile } } },
    { log: false, force: true },
  );
  map = readFileSync(importMapFile, "utf8");
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Every path of ours anywhere in the config. */
function pathsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === "string") return value.startsWith("/src/") ? [value] : [];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.values(value).flatMap((inner) => pathsIn(inner, seen));
}

it("finds each of our parts, and nothing that is not there", () => {
  const paths = [...new Set(pathsIn(config))];
  const missing = paths.filter((path) => {
    const [file = "", name] = path.split("#");
    const source = [".tsx", ".ts"].map((end) => join(CMS, file + end)).find(existsSync);
    return (
      !source ||
      !new RegExp(`export (async function|function|const) ${name}\\b`).test(readFileSync(source, "utf8"))
    );
  });

  expect(paths.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

it("puts each of them into the import map, by the very path", () => {
  const left = pathsIn(config).filter((path) => !map.includes(`"${path}":`));

  expect([...new Set(left)]).toEqual([]);
});

it.each([
  // Where the first administrator would be made by whoever comes first.
  ["@payloadcms/next", "createFirstUser: CreateFirstUserView"],
  ["@payloadcms/next", "components.edit.Status"],
  ["@payloadcms/next", "components?.edit?.PublishButton"],
  ["@payloadcms/next", "components?.edit?.UnpublishButton"],
  ["@payloadcms/next", "components?.elements?.SaveButton"],
  ["@payloadcms/next", "beforeListTable"],
  ["@payloadcms/next", "components?.edit?.beforeDocumentControls"],
  ["@payloadcms/next", "components?.elements?.beforeDocumentControls"],
])("%s still has a place for %s", (name, place) => {
  const plain = (text: string) => text.replaceAll("?.", ".");

  expect(scriptsIn(name).some((script) => plain(script).includes(plain(place)))).toBe(true);
});

it("saves by PATCH with the browser's own fetch, and shows what that throws", () => {
  const api = readFileSync(inPackage("@payloadcms/ui", "dist/utilities/api.js"), "utf8");
  const form = readFileSync(inPackage("@payloadcms/ui", "dist/forms/Form/index.js"), "utf8");

  expect(api).toMatch(/method: 'PATCH'\s*\};\s*return fetch\(url, formattedOptions\)/);
  expect(form).toMatch(/catch \(err\) \{[^}]*errorToast\(err\.message\)/);
  // Each error of an answer is a toast: none where there is none.
  expect(form).toMatch(/nonFieldErrors\.forEach\(err_?\d* => \{\s*errorToast/);
});

it("cuts a sentence at its first colon, unless it comes beside the errors; errors of fields come with their paths", () => {
  const form = readFileSync(inPackage("@payloadcms/ui", "dist/forms/Form/index.js"), "utf8");
  const toast = readFileSync(inPackage("@payloadcms/ui", "dist/elements/Toasts/fieldErrors.js"), "utf8");

  // When these fail, `readableErrors.ts` may go, or must say it in another place.
  expect(toast).toContain("message.indexOf(':')");
  expect(form).toMatch(/if \(json\.message\) \{\s*errorToast\(json\.message\);\s*return;/);
  expect(form).toMatch(/if \(dataError\?\.path\) \{\s*newFieldErrs\.push/);
});

it("draws the message of a field within the field, and rows that fold by the form's state", () => {
  const error = readFileSync(inPackage("@payloadcms/ui", "dist/fields/FieldError/index.js"), "utf8");
  const reducer = readFileSync(inPackage("@payloadcms/ui", "dist/forms/Form/fieldReducer.js"), "utf8");
  const row = readFileSync(inPackage("@payloadcms/ui", "dist/fields/Array/ArrayRow.js"), "utf8");

  expect(error).toMatch(/baseClass = 'field-error'[\s\S]*className: baseClass/);
  for (const action of ["SET_ROW_COLLAPSED", "ADD_SERVER_ERRORS", "UPDATE"])
    expect(reducer).toContain(`case '${action}':`);
  expect(row).toMatch(/`\$\{parentPath\.split\("\."\)\.join\("-"\)\}-row-\$\{rowIndex\}`/);
});

it("marks a row that it adds as not drawn yet, and keeps one open that says so", () => {
  const reducer = readFileSync(inPackage("@payloadcms/ui", "dist/forms/Form/fieldReducer.js"), "utf8");
  const folded = readFileSync(
    inPackage("@payloadcms/ui", "dist/forms/fieldSchemasToFormState/isRowCollapsed.js"),
    "utf8",
  );

  expect(reducer).toMatch(/case 'ADD_ROW':[\s\S]{0,700}isLoading: true/);
  expect(folded).toContain("if (previousRow && 'collapsed' in previousRow)");
});

it("leaves the page at the end of a login that can be set, and lets components outside of it ask who is logged in", () => {
  const auth = readFileSync(inPackage("@payloadcms/ui", "dist/providers/Auth/index.js"), "utf8");

  expect(auth).toContain("setTokenExpirationMs(userResponse.exp * 1000)");
  expect(auth).toContain("setUser: setNewUser");
  expect(auth).toMatch(/redirectToInactivityRoute\(\);\s*\}, expiresInMs\)/);
});

it("draws the icons that we name, and a dialog of a link with the fields that we change", () => {
  const scripts = [...scriptsIn("@payloadcms/ui"), ...scriptsIn("@payloadcms/richtext-lexical")];
  const link = readFileSync(
    inPackage("@payloadcms/richtext-lexical", "dist/features/link/server/baseFields.js"),
    "utf8",
  );

  for (const drawn of ["popup-button", "clickable-arrow", "data-button-key"])
    expect(scripts.some((script) => script.includes(drawn))).toBe(true);
  expect(link).toMatch(/name: 'linkType'[\s\S]*name: 'url'/);
});

it("lets a picker of days be told what is picked, and calls another handler to clear it", () => {
  const picker = readFileSync(inPackage("@payloadcms/ui", "dist/elements/DatePicker/DatePicker.js"), "utf8");

  expect(picker).toMatch(/\.\.\.overrides\s*\};/);
  expect(picker).toMatch(/onClick: \(\) => onChange\(null\)/);
});

it("still hands a rich text to the form when the browser is idle, after half a second at most", () => {
  const field = readFileSync(inPackage("@payloadcms/richtext-lexical", "dist/field/Field.js"), "utf8");
  const idle = readFileSync(
    inPackage("@payloadcms/richtext-lexical", "dist/utilities/useRunDeprioritized.js"),
    "utf8",
  );

  // When this fails and the form hears at once, `AfterTyping` can go.
  expect(field).toMatch(/runDeprioritized\(updateFieldValue\)/);
  expect(idle).toMatch(/timeout = t0 === undefined \? 500 : t0/);
});

it("sends what forms ask of the server through a function that may be wrapped, inside of our providers", () => {
  const functions = readFileSync(
    inPackage("@payloadcms/ui", "dist/providers/ServerFunctions/index.js"),
    "utf8",
  );
  const root = readFileSync(inPackage("@payloadcms/next", "dist/layouts/Root/index.js"), "utf8");

  expect(functions).toMatch(/name: 'copy-data-from-locale',\s*args: rest/);
  expect(functions).toMatch(/slugify\s*\},\s*children/);
  expect(root).toMatch(/_jsx\(RootProvider|_jsxs\(RootProvider/);
  expect(root).toMatch(/serverFunction: serverFunction/);
});
