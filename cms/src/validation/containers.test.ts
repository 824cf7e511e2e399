/** The rules reach into the containers that our own collections do not use yet. */
import type { FlattenedField } from "payload";
import { describe, expect, it } from "vitest";
import { contractFaults } from "./checkContract.ts";
import { relationsIn } from "./checkRelations.ts";
import { tidyShape } from "./checkShape.ts";
import { trimmed } from "./trimTexts.ts";

const name = { name: "name", type: "text", label: "Name" };
const rows = { name: "rows", type: "array", flattenedFields: [name] };
const tab = (more: object = {}): FlattenedField =>
  ({ name: "tab", type: "tab", flattenedFields: [name, rows], ...more }) as unknown as FlattenedField;

describe("in a tab with a name", () => {
  it("texts are trimmed", () => {
    expect(trimmed([tab()], { tab: { name: " a ", rows: [{ name: "b " }] } })).toEqual({
      tab: { name: "a", rows: [{ name: "b" }] },
    });
  });

  it("values of a wrong kind are refused at their field", () => {
    const faultsOf = (data: object) => tidyShape([tab()], { ...data }).map(({ path }) => path);

    expect(faultsOf({ tab: { name: 5, rows: [{}, { name: {} }] } })).toEqual(["tab.name", "tab.rows.1.name"]);
    expect(faultsOf({ tab: [] })).toEqual(["tab"]);
    expect(faultsOf({ tab: { name: "a" } })).toEqual([]);
  });

  it("none of it means that nothing in it is filled in, as for a group", () => {
    const data: Record<string, unknown> = { tab: null, group: null };
    const group = { name: "group", type: "group", flattenedFields: [tab()] } as unknown as FlattenedField;

    expect(tidyShape([tab(), group], data)).toEqual([]);
    const empty = { name: null, rows: [] };
    expect(data).toEqual({ tab: empty, group: { tab: empty } });
  });

  it("what the contract refuses is named by its field", () => {
    const country = { name: "country", type: "text", label: "Country" };
    const address = tab({ name: "address", flattenedFields: [country] });

    expect(contractFaults("clinics", [address], { address: { country: "Spain" } })).toContainEqual(
      expect.objectContaining({ path: "address.country", label: "Country" }),
    );
  });
});

describe("in blocks that are named as references", () => {
  const blockReferences = [{ slug: "words", flattenedFields: [name] }];
  const body = { name: "body", type: "blocks", blocks: [], blockReferences } as unknown as FlattenedField;

  it("texts are trimmed, and values of a wrong kind refused", () => {
    expect(trimmed([body], { body: [{ blockType: "words", name: " a" }] })).toEqual({
      body: [{ blockType: "words", name: "a" }],
    });
    expect(
      tidyShape([body], { body: [{ blockType: "words", name: 5 }, { blockType: "none" }] })
        .map(({ path }) => path)
        .sort(),
    ).toEqual(["body.0.name", "body.1.blockType"]);
  });
});

describe("in a localized list", () => {
  const study = { name: "study", type: "relationship", relationTo: "studies" };
  const list = { name: "list", type: "array", localized: true, flattenedFields: [study] };
  const idsIn = (data: object) =>
    relationsIn([list as unknown as FlattenedField], { ...data }).map(({ path, ids }) => [path, ...ids]);

  it("relations are found, in one language and in all", () => {
    expect(idsIn({ list: [{ study: "a" }] })).toEqual([["list.0.study", "a"]]);
    expect(idsIn({ list: { en: [{ study: "a" }], es: [{ study: "b" }] } })).toEqual([
      ["list.en.0.study", "a"],
      ["list.es.0.study", "b"],
    ]);
  });
});
