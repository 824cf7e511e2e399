/** Words of Payload's that we replace: a key that is renamed would bring its own words back, without a sound. */
import { en } from "@payloadcms/translations/languages/en";
import { expect, it } from "vitest";
import { adminScripts, scriptsIn } from "../../test/packages.ts";
import { adminTranslations } from "./translations.ts";

const scripts = [...adminScripts(), ...scriptsIn("payload")];
/** Keys whose last part is put together: `version:` and the status of a document. */
const COMPOSED = new Set([
  "version:published",
  "version:changed",
  "version:draft",
  "version:previouslyPublished",
  "version:previouslyDraft",
]);

const keys = Object.entries(adminTranslations.en).flatMap(([group, words]) =>
  Object.keys(words).map((name) => [group, name] as const),
);

it.each(keys)("%s:%s is still one of Payload's, and shown", (group, name) => {
  const key = `${group}:${name}`;
  const shown = COMPOSED.has(key) ? "`version:${" : key;

  expect(en.translations).toHaveProperty([group, name]);
  expect(scripts.some((script) => script.includes(shown))).toBe(true);
});
