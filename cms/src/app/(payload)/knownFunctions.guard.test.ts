/** Which server functions the admin has: Payload's, whose names are listed beside it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { isServerFunction } from "./knownFunctions.ts";

it("the names of server functions are those of Payload, each of them", () => {
  const layouts = createRequire(import.meta.url).resolve("@payloadcms/next/layouts");
  const file = layouts.replace(/exports\/layouts\.js$/, "utilities/handleServerFunctions.js");
  const [, list = ""] = /baseServerFunctions = \{([^}]*)\}/.exec(readFileSync(file, "utf8")) ?? [];
  const names = [...list.matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, name]) => name);

  expect(names).toHaveLength(13);
  expect(names.filter((name) => !isServerFunction(name))).toEqual([]);
});

it.each([
  "constructor",
  "toString",
  "__proto__",
  "hasOwnProperty",
  "valueOf",
  "then",
  "",
  "Form-State",
  5,
  null,
  ["form-state"],
  {},
])("%j is none", (name) => {
  expect(isServerFunction(name)).toBe(false);
});
