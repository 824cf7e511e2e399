/** Our style sheet changes what Payload draws: each class, id and variable that it names must be there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { adminScripts, inPackage, isDrawn, namesIn } from "../../test/packages.ts";

const ours = readFileSync(join(import.meta.dirname, "custom.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
/** What `@payloadcms/next/css` leads to. */
const payloads = readFileSync(inPackage("@payloadcms/next", "dist/prod/styles.css"), "utf8");
const scripts = adminScripts();

const selectors = [...ours.matchAll(/([^{}]+)\{/g)].map(([, selector]) => selector).join(" ");
const names = namesIn(selectors).filter((name) => !name.startsWith("clinic"));
const variables = [...new Set([...ours.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([name]) => name))].filter(
  (name) => !name.startsWith("--clinic"),
);

it("finds what it is to compare", () => {
  expect([scripts.length > 500, names.length > 20, variables.length > 40]).toEqual([true, true, true]);
});

it.each(names)("the admin still draws something called %s", (name) => {
  expect(isDrawn(name, scripts)).toBe(true);
});

it.each(variables)("Payload's styles still use %s", (name) => {
  expect(payloads).toMatch(new RegExp(`${name}(?![\\w-])`));
});

it("are in a layer, so that ours win without being more specific", () => {
  expect(payloads).toContain("@layer payload-default{");
  expect(ours).not.toContain("@layer");
});

it("still write the theme on the page's root", () => {
  expect(scripts.some((script) => /"data-theme": theme/.test(script))).toBe(true);
});
