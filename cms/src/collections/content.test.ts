import type { Field } from "payload";
import { expect, it } from "vitest";
import { contentFields } from "./content.ts";

type Part = { name?: string; access?: { read?: unknown }; fields?: object[]; tabs?: object[] };

const text = (name: string): Field => ({ name, type: "text" });

it("leaves clinic managers the title and the slug alone, wherever the others are", () => {
  const fields = contentFields("title", [
    { type: "row", fields: [text("title"), text("a")] },
    { type: "collapsible", label: "More", fields: [text("slug"), text("b")] },
    { type: "group", label: "More", fields: [text("c")] },
    {
      type: "tabs",
      tabs: [
        { label: "More", fields: [text("d")] },
        { name: "e", fields: [text("inside")] },
      ],
    },
    { name: "f", type: "group", fields: [text("inside")] },
    { name: "panel", type: "ui", admin: {} },
  ]);

  const closed: string[] = [];
  const open: string[] = [];
  const sort = (field: object): void => {
    const { name, access, fields: inner, tabs } = field as Part;
    if (name) (access?.read ? closed : open).push(name);
    else for (const each of inner ?? tabs ?? []) sort(each);
  };
  for (const field of fields) sort(field);

  expect(closed).toEqual(["a", "b", "c", "d", "e", "f", "demo", "demoHash"]);
  expect(open).toEqual(["title", "slug", "panel", "_status", "emptyDraft"]);
});
