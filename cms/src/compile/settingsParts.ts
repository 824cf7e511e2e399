/**
 * Which part of the settings is in a file. A file names the part as one of its sources, with a digest of what was in it,
 * such as `settings/settings#citationStyle=9f86d081884c`: a change of the rest of the settings compiles it not again.
 */
import { createHash } from "node:crypto";
import type { StoredSettings } from "../documents/types.ts";
import { idsOf } from "./contract.ts";

export const SETTINGS = "settings/settings";

type Place = { id: string; country: string };
type SpecialDay = NonNullable<StoredSettings["specialDays"]>[number];

const addressOf = ({ address }: { address?: unknown }): string =>
  String((address as { country?: unknown } | null | undefined)?.country ?? "");

/** The clinic as the settings know clinics. */
export const placeOf = (clinic: { id: string; address?: unknown }): Place => ({
  id: clinic.id,
  country: addressOf(clinic),
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

const digestOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("hex")
    .slice(0, 12);

function sourceOf(settings: StoredSettings, name: string): string {
  const [part = "", ...rest] = name.split(".");
  return `${SETTINGS}#${name}=${digestOf(attemptedValue(() => PARTS[part]?.(settings, ...rest)))}`;
}

/** Of what is damaged, nothing is in a file; whoever compiles it says what is wrong. */
function attemptedValue(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What of the settings is in the files of a topic. */
export const settingsOfTopic = (settings: StoredSettings): string[] => [sourceOf(settings, "citationStyle")];

/** What of the settings is in the files of a clinic. */
export const settingsOfClinic = (settings: StoredSettings, { id, country }: Place): string[] => [
  sourceOf(settings, "disclaimer"),
  sourceOf(settings, `emergencyNumber.${country}`),
  sourceOf(settings, `specialDays.${country}.${id}`),
];

/** Tells of a source whether it is a part of the settings that was another one than it is now. */
export function hasOtherSettings(settings: StoredSettings): (source: string) => boolean {
  const now = new Map<string, string>();
  return (source) => {
    if (!source.startsWith(SETTINGS)) return false;
    const name = /^settings\/settings#(.+)=[0-9a-f]{12}$/.exec(source)?.[1];
    // A release before this one named the settings as a whole.
    if (name === undefined) return true;
    const current = now.get(name) ?? sourceOf(settings, name);
    now.set(name, current);
    return source !== current;
  };
}

/** The document that a source is, or is a part of. */
export const documentOfSource = (source: string): string => source.replace(/#.*$/s, "");
