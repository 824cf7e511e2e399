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

it("finds the copy of a row, and neither the rows in it nor a new row with other words", () => {
  const list = (...texts: string[]): FormState => ({
    ...Object.fromEntries(
      texts.flatMap((text, index) => [
        [`items.${index}.id`, { value: `row-${index}` }],
        [`items.${index}.text`, { value: text }],
        [`items.${index}.points`, { value: 1, rows: [{ id: `point-${index}` }] }],
        [`items.${index}.points.0.id`, { value: `point-${index}` }],
      ]),
    ),
    items: { rows: texts.map((_, index) => ({ id: `row-${index}` })) },
  });
  const known = new Set(["row-0", "point-0", "row-2", "point-2"]);

  expect(newRows(list("First", "First", "Last"), known)).toEqual([{ path: "items", index: 1, id: "row-1" }]);
  expect(newRows(list("First", "Of somebody else", "Last"), known)).toEqual([]);
  expect(newRows(list("First", "First"), new Set())).toEqual([]);
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
