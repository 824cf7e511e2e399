/** Which files a change concerns, and which of them come first. */
import { expect, it } from "vitest";
import { Memory } from "../store/memory.ts";
import type { SnapshotStore } from "../store/types.ts";
import { unitsTouched } from "./outboxRows.ts";

const files: Record<string, string[]> = {
  "clinics/1": ["clinics/1", "settings/settings", "topics/1"],
  "clinics/2": ["clinics/2", "settings/settings", "topics/1"],
  "topics/1": ["topics/1", "settings/settings", "studies/1"],
  "site/site": ["settings/settings"],
};
const memory = new Memory();
memory.put(
  Object.entries(files).map(([unit, sources]) => ({ path: unit, unit, sources, revision: "1", body: "{}" })),
);
const touchedBy = (collection: string, document: string) => [
  ...unitsTouched(memory as unknown as SnapshotStore)({ id: "row", collection, document }),
];

it.each([
  ["topics", "1", ["topics/1", "clinics/1", "clinics/2"]],
  ["clinics", "2", ["clinics/2"]],
  ["studies", "1", ["topics/1"]],
  ["settings", "settings", ["site/site", "clinics/1", "clinics/2", "topics/1"]],
  ["topics", "new", ["topics/new"]],
  ["faqs", "on no page", []],
])("a change of %s/%s concerns its own files first", (collection, document, units) => {
  expect(touchedBy(collection, document)).toEqual(units);
});
