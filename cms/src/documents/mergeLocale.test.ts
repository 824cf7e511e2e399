import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { onlyLocale, withPublishedLocale, withTextsFrom } from "./mergeLocale.ts";

const text = { name: "text", type: "textarea", localized: true } as FlattenedField;
const fields = [
  { name: "title", type: "text", localized: true },
  { name: "doi", type: "text" },
  { name: "limits", type: "array", flattenedFields: [text] },
  { name: "body", type: "blocks", blocks: [{ slug: "text", flattenedFields: [text] }] },
  { name: "readMore", type: "group", flattenedFields: [text, { name: "url", type: "text" }] },
] as FlattenedField[];

const live = {
  title: { en: "Old", es: "Viejo" },
  doi: "10.1/old",
  limits: [
    { id: "a", text: { en: "First", es: "Primero" } },
    { id: "b", text: { en: "Second", es: "Segundo" } },
  ],
  body: [{ id: "t", blockType: "text", text: { en: "Body", es: "Cuerpo" } }],
  readMore: { text: { en: "More", es: "Más" }, url: "/old" },
};

describe("publishing the default language", () => {
  it("leaves the other language as it is public, and shares what has no language", () => {
    const next = {
      ...live,
      title: { en: "New", es: "Borrador" },
      doi: "10.1/new",
      readMore: { text: { en: "New", es: "Borrador" }, url: "/new" },
    };

    expect(withPublishedLocale(fields, next, live, "en")).toMatchObject({
      title: { en: "New", es: "Viejo" },
      doi: "10.1/new",
      readMore: { text: { en: "New", es: "Más" }, url: "/new" },
    });
  });

  it("keeps each translation in its own row when rows were moved or removed", () => {
    const next = { ...live, limits: [{ id: "b", text: { en: "Second", es: "Primero" } }] };

    expect(withPublishedLocale(fields, next, live, "en").limits).toEqual([
      { id: "b", text: { en: "Second", es: "Segundo" } },
    ]);
  });

  it("shows a new row in the published language alone", () => {
    const next = {
      ...live,
      body: [{ id: "n", blockType: "text", text: { en: "New", es: "Borrador" } }, ...live.body],
    };

    expect(withPublishedLocale(fields, next, live, "en").body).toEqual([
      { id: "n", blockType: "text", text: { en: "New" } },
      { id: "t", blockType: "text", text: { en: "Body", es: "Cuerpo" } },
    ]);
  });

  it("does not bring a withdrawn language back", () => {
    expect(withPublishedLocale(fields, live, undefined, "en").title).toEqual({ en: "Old" });
  });
});

describe("publishing another language", () => {
  const publish = (next: Record<string, unknown>) =>
    withTextsFrom(fields, live, next, (value, old) => onlyLocale(value, old, "es"));

  it("publishes its texts, and leaves the default language and what all share as they are public", () => {
    const next = {
      ...live,
      title: { en: "Half done", es: "Nuevo" },
      doi: "10.1/half-done",
      readMore: { text: { en: "Half done", es: "Nuevo" }, url: "/half-done" },
    };

    expect(publish(next)).toEqual({
      ...live,
      title: { en: "Old", es: "Nuevo" },
      readMore: { text: { en: "More", es: "Nuevo" }, url: "/old" },
    });
  });

  it("leaves rows that are new, moved or removed to the default language", () => {
    const next = {
      ...live,
      limits: [
        { id: "n", text: { en: "Half done", es: "Fila nueva" } },
        { id: "b", text: { en: "Half done", es: "El segundo" } },
      ],
      body: [{ id: "n", blockType: "text", text: { es: "Bloque nuevo" } }],
    };

    expect(publish(next)).toEqual({
      ...live,
      limits: [
        { id: "a", text: { en: "First", es: "Primero" } },
        { id: "b", text: { en: "Second", es: "El segundo" } },
      ],
    });
  });

  it("takes a text away that was emptied", () => {
    expect(publish({ ...live, title: { en: "Old", es: null } }).title).toEqual({ en: "Old", es: null });
  });
});
