/** The browser tests find their way through the admin by Payload's classes and ids. A lost one should be named here first. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { adminScripts, isDrawn, namesIn } from "./packages.ts";

const TESTS = join(import.meta.dirname, "../../tests");
const files = ["editing", "e2e", "support"].flatMap((folder) =>
  readdirSync(join(TESTS, folder))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(TESTS, folder, file), "utf8")),
);
const locators = files.flatMap((text) =>
  [...text.matchAll(/(?:locator|typeInto)\((?:\w+, )?(["'`])(.*?)\1/g)].map(([, , selector]) => selector),
);
/** Those that are not ours, and not named after a field. */
const names = namesIn(locators.join(" ")).filter((name) => !/^(clinic|field|next-steps)/.test(name));
const scripts = adminScripts();

it("finds what it is to compare", () => {
  expect(names).toEqual(expect.arrayContaining(["action-save", "confirm-action", "step-nav", "rs__option"]));
});

it.each(names)("the admin still draws something called %s", (name) => {
  expect(isDrawn(name, scripts)).toBe(true);
});

it("still says when a form is ready, and names each field after its path", () => {
  expect(scripts.some((script) => script.includes('"data-form-ready": !processing'))).toBe(true);
  expect(scripts.some((script) => script.includes("`field-${path"))).toBe(true);
});
