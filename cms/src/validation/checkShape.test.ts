import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { tidyShape } from "./checkShape.ts";

const fields = [
  { name: "title", type: "text", label: "Title" },
  { name: "words", type: "text", hasMany: true },
  { name: "count", type: "number" },
  { name: "shown", type: "checkbox" },
  { name: "day", type: "date" },
  { name: "updatedAt", type: "date" },
  { name: "kind", type: "select", options: ["a", { value: "b", label: "B" }] },
  { name: "one", type: "relationship", relationTo: "faqs" },
  { name: "many", type: "relationship", relationTo: "faqs", hasMany: true },
  { name: "prose", type: "richText" },
  { name: "rows", type: "array", flattenedFields: [{ name: "label", type: "text" }] },
  {
    name: "body",
    type: "blocks",
    blocks: [{ slug: "text", flattenedFields: [{ name: "heading", type: "text" }] }],
  },
  {
    name: "group",
    type: "group",
    flattenedFields: [
      { name: "inner", type: "text" },
      { name: "list", type: "array", flattenedFields: [] },
    ],
  },
] as unknown as FlattenedField[];

const faultsOf = (data: Record<string, unknown>) => tidyShape(fields, data).map(({ path }) => path);
const deep = (depth: number): unknown =>
  depth === 0 ? { type: "text", text: "x" } : { type: "list", children: [deep(depth - 1)] };

describe("the shape of what is sent", () => {
  it.each([
    {},
    {
      title: "a",
      words: ["b"],
      count: 1.5,
      shown: false,
      day: "2026-04-30",
      kind: "b",
      one: "id",
      many: ["id"],
    },
    {
      title: null,
      words: null,
      count: "3",
      shown: "true",
      day: new Date(),
      kind: null,
      one: { id: 1 },
      many: null,
    },
    {
      prose: {
        root: { type: "root", children: [{ type: "paragraph", children: [{ type: "text", text: "" }] }] },
      },
    },
    {
      rows: [{ id: "1", label: "a" }, { label: "b" }],
      body: [{ blockType: "text", heading: "c" }],
      group: { inner: "d" },
    },
    { unknown: { anything: true } },
  ])("may be %j", (data) => {
    expect(faultsOf(data)).toEqual([]);
  });

  it.each([
    [{ title: 5 }, "title"],
    [{ title: "a\0b" }, "title"],
    [{ title: "x".repeat(2001) }, "title"],
    [{ words: ["a", 5] }, "words"],
    [{ count: "many" }, "count"],
    [{ count: Number.POSITIVE_INFINITY }, "count"],
    [{ shown: "perhaps" }, "shown"],
    [{ day: "someday" }, "day"],
    [{ kind: "c" }, "kind"],
    [{ one: ["id"] }, "one"],
    [{ many: [{ relationTo: "faqs" }] }, "many"],
    [{ prose: { root: { type: "root", children: [deep(60)] } } }, "prose"],
    [{ prose: { root: { type: "root", children: [{ type: "link", fields: { url: 5 } }] } } }, "prose"],
    [{ rows: [null] }, "rows"],
    [{ rows: [{ id: "1" }, { id: "1" }] }, "rows"],
    [{ rows: [{}, { label: 5 }] }, "rows.1.label"],
    [{ body: [{ blockType: "constructor" }] }, "body.0.blockType"],
    [{ body: [{ blockType: "text", heading: {} }] }, "body.0.heading"],
    [{ group: [] }, "group"],
    [{ group: { inner: 5 } }, "group.inner"],
  ])("is refused at the field: %j", (data, path) => {
    expect(faultsOf(data)).toEqual([path]);
  });

  it("is tidied where it can mean one thing only", () => {
    const data: Record<string, unknown> = {
      day: "",
      updatedAt: null,
      kind: "",
      rows: 0,
      body: null,
      group: null,
    };

    expect(faultsOf(data)).toEqual([]);
    expect(data).toEqual({ day: null, kind: null, rows: [], body: [], group: { inner: null, list: [] } });
  });
});
