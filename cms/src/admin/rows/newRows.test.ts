import type { FormState } from "payload";
import { expect, it } from "vitest";
import { newRows, opened, rowIds } from "./newRows.ts";

const fields: FormState = {
  title: { value: "x" },
  items: { rows: [{ id: "a" }, { id: "b", isLoading: true }] },
  "items.0.points": { rows: [{ id: "c", isLoading: true }] },
};

it("finds the rows that somebody has added, and not those that are drawn again", () => {
  expect([...rowIds(fields)]).toEqual(["a", "b", "c"]);
  expect(newRows(fields, new Set(["a", "c"]))).toEqual([{ path: "items", index: 1, id: "b" }]);
  expect(newRows(fields, new Set())).toHaveLength(2);
  expect(newRows(fields, rowIds(fields))).toEqual([]);
});

it("opens one row and leaves the others", () => {
  const rows = [
    { id: "a", collapsed: true },
    { id: "b", collapsed: true },
  ];

  expect(opened(rows, "b")).toEqual([
    { id: "a", collapsed: true },
    { id: "b", collapsed: false },
  ]);
});
