import type { FormState } from "payload";
import { expect, it } from "vitest";
import { openedAround, problemsIn, unchanged } from "./problems.ts";

const refused = (value: unknown, errorMessage = "No.") => ({ value, valid: false, errorMessage });

it("finds the refused fields that are shown", () => {
  const fields: FormState = {
    title: refused("x", "Too short."),
    group: { value: null, valid: false },
    hidden: { ...refused("x"), passesCondition: false },
    slug: { value: "x", valid: true },
  };

  expect(problemsIn(fields)).toEqual([{ path: "title", message: "Too short.", value: '"x"' }]);
});

it("knows those that nobody has changed", () => {
  const before = problemsIn({
    kept: refused("x"),
    changed: refused("x"),
    gone: refused("x"),
    still: refused(1),
  });
  const after: FormState = {
    kept: { value: "x", valid: true },
    changed: { value: "y", valid: true },
    still: refused(2),
  };

  expect(unchanged(before, after).map(({ path }) => path)).toEqual(["kept"]);
});

it("opens each row around a field, and no other", () => {
  const row = (id: string, collapsed: boolean) => ({ id, collapsed });
  const fields: FormState = {
    body: { rows: [row("a", true), row("b", true)] },
    "body.1.items": { rows: [row("c", false), row("d", true)] },
  };

  expect(openedAround(fields, "body.1.items.1.text")).toEqual([
    { path: "body", rows: [row("a", true), row("b", false)] },
    { path: "body.1.items", rows: [row("c", false), row("d", false)] },
  ]);
  expect(openedAround(fields, "body.1.items.0.text").map(({ path }) => path)).toEqual(["body"]);
  expect(openedAround(fields, "title")).toEqual([]);
});
