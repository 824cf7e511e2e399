import { buildConfig, type Field, type FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { testSlug } from "../../test/database.ts";
import { fieldsIn, mapConfig } from "./containers.ts";
import { type Data, map, visit } from "./fields.ts";

const text = (name: string): Field => ({ name, type: "text", localized: true });
const number = (name: string): Field => ({ name, type: "number" });
const block = (slug: string) => ({ slug, fields: [{ type: "row" as const, fields: [text("heading")] }] });

/** Every container that Payload has, each with a text inside. New ones each time: Payload changes what it is configured with. */
const containers = (): Field[] => [
  text("title"),
  { type: "row", fields: [text("inRow")] },
  { type: "collapsible", label: "Collapsible", fields: [text("inCollapsible")] },
  { type: "group", label: "Unnamed", fields: [text("inUnnamedGroup")] },
  { name: "group", type: "group", fields: [{ type: "row", fields: [text("text")] }, number("count")] },
  {
    type: "tabs",
    tabs: [
      { label: "Unnamed", fields: [text("inUnnamedTab")] },
      { name: "tab", fields: [text("text"), { name: "inner", type: "group", fields: [text("text")] }] },
    ],
  },
  {
    name: "rows",
    type: "array",
    fields: [
      { type: "collapsible", label: "Inside", fields: [text("text")] },
      number("count"),
      { name: "deep", type: "array", fields: [text("text")] },
    ],
  },
  { name: "body", type: "blocks", blocks: [block("words"), block("more")] },
  { name: "referenced", type: "blocks", blocks: [], blockReferences: [block("shared")] },
  { name: "panel", type: "ui", admin: {} },
  { name: "backlinks", type: "join", collection: testSlug("links"), on: "to" },
];
const localized = { localized: true } as const;
const localizedContainers: Field[] = [
  { name: "group", type: "group", ...localized, fields: [text("text")] },
  { type: "tabs", tabs: [{ name: "tab", ...localized, fields: [text("text")] }] },
  {
    name: "rows",
    type: "array",
    ...localized,
    fields: [text("text"), { name: "deep", type: "array", fields: [text("text")] }],
  },
  { name: "body", type: "blocks", ...localized, blocks: [block("words")] },
];

const config = await buildConfig({
  secret: "for a test",
  db: { defaultIDType: "text", init: () => ({}) as never },
  localization: { locales: ["en", "es"], defaultLocale: "en" },
  collections: [
    { slug: "containers", fields: containers() },
    { slug: "localized", fields: localizedContainers },
    { slug: "links", fields: [{ name: "to", type: "relationship", relationTo: testSlug("containers") }] },
  ],
  telemetry: false,
});
const fieldsOf = (slug: string): FlattenedField[] =>
  config.collections.find((collection) => collection.slug === slug)?.flattenedFields ?? [];

const doc = {
  title: "a",
  inRow: "b",
  inCollapsible: "c",
  inUnnamedGroup: "d",
  group: { text: "e", count: 1 },
  inUnnamedTab: "f",
  tab: { text: "g", inner: { text: "h" } },
  rows: [
    { id: "1", text: "i", count: 2, deep: [{ id: "1.1", text: "j" }] },
    { id: "2", text: "k", deep: [] },
  ],
  body: [
    { id: "3", blockType: "words", heading: "l" },
    { id: "4", blockType: "more", heading: "m" },
  ],
  referenced: [{ id: "5", blockType: "shared", heading: "n" }],
  backlinks: { docs: ["o"] },
  unknown: "p",
};

/** The path of each text that a visit meets. */
function textsIn(fields: FlattenedField[], data: Data): string[] {
  const paths: string[] = [];
  visit(fields, data, ({ field, value, path }, inside) => {
    if (field.type === "text" && typeof value === "string" && field.name !== "id") paths.push(path);
    inside();
  });
  return paths;
}
const inCapitals = (fields: FlattenedField[], data: Data): Data =>
  map(fields, data, ({ field, value }, inside) =>
    field.type === "text" && typeof value === "string" && !["id", "blockType"].includes(field.name)
      ? value.toUpperCase()
      : inside(),
  );

describe("the fields of a document", () => {
  const fields = fieldsOf("containers");

  it("are found in every container, each where its value is", () => {
    expect(textsIn(fields, doc)).toEqual([
      "title",
      "inRow",
      "inCollapsible",
      "inUnnamedGroup",
      "group.text",
      "inUnnamedTab",
      "tab.text",
      "tab.inner.text",
      "rows.0.text",
      "rows.0.deep.0.text",
      "rows.1.text",
      "body.0.heading",
      "body.1.heading",
      "referenced.0.heading",
    ]);
  });

  it("are changed in every container, in a copy", () => {
    const before = structuredClone(doc);

    const changed = inCapitals(fields, doc);

    const capitals = JSON.parse(JSON.stringify(doc), (key, value) =>
      typeof value === "string" && !["id", "blockType", "unknown"].includes(key)
        ? value.toUpperCase()
        : value,
    );
    expect(changed).toEqual({ ...capitals, backlinks: doc.backlinks });
    expect(doc).toEqual(before);
  });

  it("are left alone inside of what the visitor does not go into", () => {
    const seen: string[] = [];
    visit(fields, doc, ({ path }, inside) => {
      seen.push(path);
      if (path !== "rows" && path !== "tab") inside();
    });

    expect(seen).toContain("rows");
    expect(seen.filter((path) => /^(rows|tab)\./.test(path))).toEqual([]);
  });

  it("are met without a value, too, and stay without one", () => {
    const seen: string[] = [];
    visit(fields, { group: {} }, ({ path, value }, inside) => {
      if (value === undefined) seen.push(path);
      inside();
    });

    expect(seen).toEqual(expect.arrayContaining(["title", "group.text", "tab", "rows", "body"]));
    expect(map(fields, { group: {} }, ({ value }, inside) => inside(value))).toEqual({ group: {} });
  });

  it.each([
    { group: null, tab: null, rows: null, body: null },
    { group: "text", tab: [], rows: {}, body: 5 },
    { rows: [null, "text"], body: [null, { blockType: "unknown", heading: "a" }, {}] },
  ])("stay as they are where a container is not what it should be: %j", (data) => {
    expect(textsIn(fields, data)).toEqual([]);
    expect(inCapitals(fields, data)).toEqual(data);
  });

  it("are known without a document, those of all blocks together", () => {
    const names = (field: FlattenedField): string[] => [field.name, ...fieldsIn(field).flatMap(names)];

    expect(fields.flatMap(names).filter((name) => name === "heading")).toHaveLength(3);
    expect(fields.flatMap(names).filter((name) => name === "text")).toHaveLength(5);
  });

  it("are not walked past a block that is given by its slug alone", () => {
    const body = { name: "body", type: "blocks", blocks: [], blockReferences: ["words"] };

    expect(() => textsIn([body as never], { body: [{ blockType: "words" }] })).toThrow(
      'The block "words" of the field "body" is given by its slug.',
    );
  });
});

describe("a localized container", () => {
  const fields = fieldsOf("localized");
  const english = {
    group: { text: "a" },
    tab: { text: "b" },
    rows: [{ id: "1", text: "c", deep: [{ id: "1.1", text: "d" }] }],
    body: [{ id: "2", blockType: "words", heading: "e" }],
  };
  const inBoth = {
    group: { en: english.group, es: { text: "A" } },
    tab: { en: english.tab, es: null },
    rows: { en: english.rows, es: [] },
    body: { en: english.body, es: [{ id: "3", blockType: "words", heading: "É" }] },
  };

  it("is walked in one language", () => {
    expect(textsIn(fields, english)).toEqual([
      "group.text",
      "tab.text",
      "rows.0.text",
      "rows.0.deep.0.text",
      "body.0.heading",
    ]);
    expect(inCapitals(fields, english)).toMatchObject({
      tab: { text: "B" },
      rows: [{ deep: [{ text: "D" }] }],
    });
  });

  it("is walked in all languages", () => {
    expect(textsIn(fields, inBoth)).toEqual([
      "group.en.text",
      "group.es.text",
      "tab.en.text",
      "rows.en.0.text",
      "rows.en.0.deep.0.text",
      "body.en.0.heading",
      "body.es.0.heading",
    ]);
    expect(inCapitals(fields, inBoth)).toMatchObject({
      group: { en: { text: "A" }, es: { text: "A" } },
      tab: { en: { text: "B" }, es: null },
      rows: { en: [{ text: "C", deep: [{ text: "D" }] }], es: [] },
    });
  });

  it("is localized itself, and what it contains belongs to one language", () => {
    const said = new Map<string, [boolean, boolean]>();
    visit([...fields, ...fieldsOf("containers").slice(0, 1)], english, (place, inside) => {
      said.set(place.path, [place.isLocalized, place.isInsideLocalized]);
      inside();
    });

    expect([said.get("title"), said.get("group"), said.get("group.text")]).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    expect(said.get("rows.0.deep.0.text")).toEqual([false, true]);
  });
});

describe("two documents side by side", () => {
  const fields = fieldsOf("containers");
  const other = {
    title: "A",
    tab: { inner: { text: "H" } },
    rows: [
      { id: "2", text: "K" },
      { id: "1", text: "I", deep: [{ id: "1.2" }, { id: "1.1", text: "J" }] },
    ],
    body: [{ id: "4", blockType: "more", heading: "M" }],
  };
  /** Of each text, where the other document has it, and what it says there. */
  const pairs = (data: Data, second?: Data) => {
    const found: Record<string, [string | undefined, unknown]> = {};
    const see: Parameters<typeof visit>[2] = (place, inside) => {
      const { field, path, value } = place;
      if (field.type === "text" && typeof value === "string" && field.name !== "id")
        found[path] = [place.otherPath, place.other?.[field.name]];
      inside();
    };
    visit(fields, data, see, second);
    return found;
  };

  it("have their rows matched by id, wherever they are", () => {
    expect(pairs(doc, other)).toMatchObject({
      title: ["title", "A"],
      "group.text": ["group.text", undefined],
      "tab.inner.text": ["tab.inner.text", "H"],
      "rows.0.text": ["rows.1.text", "I"],
      "rows.0.deep.0.text": ["rows.1.deep.1.text", "J"],
      "rows.1.text": ["rows.0.text", "K"],
      "body.0.heading": [undefined, undefined],
      "body.1.heading": ["body.0.heading", "M"],
    });
  });

  it("match no rows without ids", () => {
    expect(pairs({ rows: [{ text: "a" }] }, { rows: [{ text: "A" }] })["rows.0.text"]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("are matched language by language in a localized container", () => {
    const rows = (en: string, es: string) => ({
      rows: { en: [{ id: "1", text: en }], es: [{ id: "1", text: es }] },
    });
    const found: unknown[] = [];
    visit(
      fieldsOf("localized"),
      rows("a", "á"),
      ({ field, path, other: second, otherPath }, inside) => {
        if (field.name === "text" && path.startsWith("rows.")) found.push([path, otherPath, second?.text]);
        inside();
      },
      rows("A", "Á"),
    );

    expect(found).toEqual([
      ["rows.en.0.text", "rows.en.0.text", "A"],
      ["rows.es.0.text", "rows.es.0.text", "Á"],
    ]);
  });

  it("are one without the other where there is none", () => {
    expect(pairs(doc)["rows.0.text"]).toEqual([undefined, undefined]);
  });
});

it("finds the fields of a configuration that are the document's own", () => {
  const seen: string[] = [];
  const changed = mapConfig(containers(), (field) => {
    seen.push("name" in field ? String(field.name) : "no name");
    return { ...field, custom: { seen: true } };
  });

  expect(seen).toEqual(
    "title inRow inCollapsible inUnnamedGroup group inUnnamedTab tab rows body referenced panel backlinks".split(
      " ",
    ),
  );
  expect(changed).toMatchObject([
    { custom: { seen: true } },
    { type: "row", fields: [{ name: "inRow", custom: { seen: true } }] },
    { type: "collapsible", fields: [{ custom: { seen: true } }] },
    { type: "group", fields: [{ custom: { seen: true } }] },
    { name: "group", custom: { seen: true } },
    { tabs: [{ fields: [{ custom: { seen: true } }] }, { name: "tab", custom: { seen: true } }] },
    ...Array.from({ length: 5 }, () => ({ custom: { seen: true } })),
  ]);
});
