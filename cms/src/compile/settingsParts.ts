/** Which parts of the settings are in the files of a topic and of a clinic. */
import type { StoredSettings } from "../documents/types.ts";
import { partSource } from "./parts.ts";
import { idsOf } from "./rows.ts";

export const SETTINGS = "settings/settings";

type Place = { id: string; country: string };
type SpecialDay = NonNullable<StoredSettings["specialDays"]>[number];

/** The clinic as the settings know clinics. */
export const placeOf = ({ id, address }: { id: string; address?: unknown }): Place => ({
  id,
  country: String((address as { country?: unknown } | null | undefined)?.country ?? ""),
});

/** The number for emergencies in a country. The last one counts where there are several. */
export function emergencyNumberOf(settings: StoredSettings, country: string): string | undefined {
  const row = settings.emergencyNumbers?.findLast((each) => String(each.country ?? "") === country);
  return row && String(row.number ?? "").trim();
}

/** The days with other hours that the settings name for a clinic. */
export const specialDaysFor = (settings: StoredSettings, { id, country }: Place): SpecialDay[] =>
  (settings.specialDays ?? []).filter(
    ({ where, countries, clinics }) =>
      where !== "chosen" || ((countries ?? []) as unknown[]).includes(country) || idsOf(clinics).includes(id),
  );

/** Each takes what follows its name in the source. */
const PARTS: Record<string, (settings: StoredSettings, ...rest: string[]) => unknown> = {
  citationStyle: ({ citationStyle }) => citationStyle,
  disclaimer: ({ disclaimer }) => disclaimer,
  emergencyNumber: (settings, country = "") => emergencyNumberOf(settings, country),
  specialDays: (settings, country = "", id = "") => specialDaysFor(settings, { id, country }),
};

/** What is in the part `name` now. Of what is damaged there is nothing in a file; whoever compiles it says what is wrong. */
export function settingsPart(settings: StoredSettings, name: string): unknown {
  const [part = "", ...rest] = name.split(".");
  try {
    return PARTS[part]?.(settings, ...rest);
  } catch {
    return undefined;
  }
}

const sourceOf = (settings: StoredSettings, name: string): string =>
  partSource(SETTINGS, name, settingsPart(settings, name));

/** What of the settings is in the files of a topic. */
export const settingsOfTopic = (settings: StoredSettings): string[] => [sourceOf(settings, "citationStyle")];

/** What of the settings is in the files of a clinic. */
export const settingsOfClinic = (settings: StoredSettings, { id, country }: Place): string[] => [
  sourceOf(settings, "disclaimer"),
  sourceOf(settings, `emergencyNumber.${country}`),
  sourceOf(settings, `specialDays.${country}.${id}`),
];
