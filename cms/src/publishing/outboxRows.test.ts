/** Which files a change concerns, and which of them come first. */
import { expect, it } from "vitest";
import { partSource } from "../compile/parts.ts";
import { settingsOfClinic, settingsOfTopic } from "../compile/settingsParts.ts";
import type { StoredSettings } from "../documents/types.ts";
import { Memory } from "../store/memory.ts";
import type { SnapshotStore } from "../store/types.ts";
import { unitsTouched } from "./outboxRows.ts";

const number = (country: string, number: string) => ({ country, number, id: country });
const day = (more: object) => ({ from: "2026-12-24T12:00:00.000Z", id: "1", where: "chosen", ...more });
const settings = {
  citationStyle: "vancouver",
  disclaimer: { en: "Ask a doctor." },
  emergencyNumbers: [number("US", "911"), number("ES", "112")],
  specialDays: [day({ countries: ["US"] })],
} as unknown as StoredSettings;
const inNewYork = { id: "1", country: "US" };
const inMadrid = { id: "2", country: "ES" };

const nameOf = (slug: string | undefined) => partSource("topics/1", "slug", slug);

const files: Record<string, string[]> = {
  "clinics/1": ["clinics/1", ...settingsOfClinic(settings, inNewYork), nameOf("running")],
  "clinics/2": ["clinics/2", ...settingsOfClinic(settings, inMadrid), nameOf("running")],
  "topics/1": ["topics/1", ...settingsOfTopic(settings), "studies/1"],
  "site/site": ["settings/settings"],
};
function storeWith(sourcesOf: Record<string, string[]>): SnapshotStore {
  const memory = new Memory();
  memory.put(
    Object.entries(sourcesOf).map(([unit, sources]) => ({
      path: unit,
      unit,
      sources,
      revision: "1",
      body: "{}",
    })),
  );
  return memory as unknown as SnapshotStore;
}
type Now = { settings?: StoredSettings; slugs?: Map<string, string>; store?: SnapshotStore };
const touchedBy = (
  collection: string,
  document: string,
  { settings: now = settings, slugs = new Map([["1", "running"]]), store = storeWith(files) }: Now = {},
) => [...unitsTouched(store, { settings: now, slugs })({ id: "row", collection, document })];

it.each([
  ["clinics", "2", ["clinics/2"]],
  ["studies", "1", ["topics/1"]],
  ["topics", "new", ["topics/new"]],
  ["faqs", "on no page", []],
])("a change of %s/%s concerns what it is in", (collection, document, units) => {
  expect(touchedBy(collection, document)).toEqual(units);
});

it.each([
  ["has another text", new Map([["1", "running"]]), ["topics/1"]],
  ["has another slug", new Map([["1", "jogging"]]), ["topics/1", "clinics/1", "clinics/2"]],
  ["is withdrawn", new Map<string, string>(), ["topics/1", "clinics/1", "clinics/2"]],
])(
  "a topic that %s concerns itself first, and the clinics that show it if they name it otherwise",
  (_, slugs, units) => {
    expect(touchedBy("topics", "1", { slugs })).toEqual(units);
  },
);

it("a topic that is published again concerns the clinics that have left it out", () => {
  const store = storeWith({ "clinics/1": ["clinics/1", nameOf(undefined)] });

  expect(touchedBy("topics", "1", { store })).toEqual(["topics/1", "clinics/1"]);
});

const CHANGES: [string, object, string[]][] = [
  ["nothing that readers see", { updatedAt: "2026-12-01" }, []],
  ["the style of citations", { citationStyle: "apa" }, ["topics/1"]],
  ["the disclaimer", { disclaimer: { en: "Ask a clinician." } }, ["clinics/1", "clinics/2"]],
  [
    "the disclaimer in one language",
    { disclaimer: { en: "Ask a doctor.", es: "Consulte." } },
    ["clinics/1", "clinics/2"],
  ],
  ["an emergency number", { emergencyNumbers: [number("US", "911"), number("ES", "061")] }, ["clinics/2"]],
  [
    "an emergency number of elsewhere",
    { emergencyNumbers: [...(settings.emergencyNumbers ?? []), number("FR", "15")] },
    [],
  ],
  [
    "the order of emergency numbers",
    { emergencyNumbers: [...(settings.emergencyNumbers ?? [])].reverse() },
    [],
  ],
  ["no emergency numbers", { emergencyNumbers: null }, ["clinics/1", "clinics/2"]],
  ["a day of a country", { specialDays: [day({ countries: ["US"], closed: true })] }, ["clinics/1"]],
  [
    "a day of one clinic more",
    { specialDays: [day({ countries: ["US"] }), day({ clinics: ["2"] })] },
    ["clinics/2"],
  ],
  ["a day of all clinics", { specialDays: [day({ where: "all" })] }, ["clinics/1", "clinics/2"]],
  ["no days", { specialDays: [] }, ["clinics/1"]],
  ["days that are damaged", { specialDays: "damaged" }, ["clinics/1", "clinics/2"]],
];

it.each(CHANGES)("settings with %s concern the site and what they are in", (_, change, units) => {
  const now = { ...settings, ...change } as StoredSettings;

  expect(touchedBy("settings", "settings", { settings: now }).sort()).toEqual([...units, "site/site"].sort());
});

it("a change concerns every file that names the document as a whole, as an earlier release wrote it", () => {
  const store = storeWith({ "clinics/1": ["clinics/1", "settings/settings", "topics/1"] });

  expect(touchedBy("settings", "settings", { store })).toEqual(["site/site", "clinics/1"]);
  expect(touchedBy("topics", "1", { store })).toEqual(["topics/1", "clinics/1"]);
});
