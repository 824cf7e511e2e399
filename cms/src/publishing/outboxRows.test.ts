/** Which files a change concerns, and which of them come first. */
import { expect, it } from "vitest";
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

const files: Record<string, string[]> = {
  "clinics/1": ["clinics/1", ...settingsOfClinic(settings, inNewYork), "topics/1"],
  "clinics/2": ["clinics/2", ...settingsOfClinic(settings, inMadrid), "topics/1"],
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
const touchedBy = (collection: string, document: string, now = settings, store = storeWith(files)) => [
  ...unitsTouched(store, now)({ id: "row", collection, document }),
];

it.each([
  ["topics", "1", ["topics/1", "clinics/1", "clinics/2"]],
  ["clinics", "2", ["clinics/2"]],
  ["studies", "1", ["topics/1"]],
  ["topics", "new", ["topics/new"]],
  ["faqs", "on no page", []],
])("a change of %s/%s concerns its own files first", (collection, document, units) => {
  expect(touchedBy(collection, document)).toEqual(units);
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

  expect(touchedBy("settings", "settings", now).sort()).toEqual([...units, "site/site"].sort());
});

it("a change of the settings concerns every file that names them as a whole, as an earlier release wrote it", () => {
  const store = storeWith({ "clinics/1": ["clinics/1", "settings/settings"], "topics/1": ["topics/1"] });

  expect(touchedBy("settings", "settings", settings, store)).toEqual(["site/site", "clinics/1"]);
});
