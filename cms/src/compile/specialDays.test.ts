import { expect, it } from "vitest";
import type { Stored, StoredSettings } from "../documents/types.ts";
import { specialDaysOf } from "./specialDays.ts";

const noon = (day: string) => `${day}T12:00:00.000Z`;
const CLOSED = { from: noon("2026-12-24"), to: noon("2026-12-26") };
const MORNING = { from: noon("2026-12-25"), opens: "09:00", closes: "12:00" };
const AFTERNOON = { from: noon("2026-12-25"), opens: "14:00", closes: "24:00" };

/** What readers of a clinic in Spain get, in short. */
function told(own: object[], shared: object[] = [], today = "2026-11-30", locale = "en"): string {
  const clinic = { id: "c1", address: { country: "ES" }, specialDays: own } as unknown as Stored<"clinics">;
  const settings = { specialDays: shared } as unknown as StoredSettings;
  const days = specialDaysOf(clinic, settings, { locale, defaultLocale: "en", today }) ?? [];
  return days
    .map(({ from, to, name, lang, hours }) => {
      const times = (hours ?? []).map((each) => `${each.opens}-${each.closes}`).join(",") || "closed";
      return [from, to === from ? "" : `to ${to}`, times, name, lang && `(${lang})`]
        .filter(Boolean)
        .join(" ");
    })
    .join("; ");
}

it.each([
  ["none", told([]), ""],
  ["a closed range", told([CLOSED]), "2026-12-24 to 2026-12-26 closed"],
  ["a day with a break", told([MORNING, AFTERNOON]), "2026-12-25 09:00-12:00,14:00-00:00"],
  ["a whole day", told([{ ...MORNING, allDay: true }]), "2026-12-25 00:00-00:00"],
  [
    "a day within a range, whichever comes first",
    told([CLOSED, MORNING]),
    "2026-12-24 closed; 2026-12-25 09:00-12:00; 2026-12-26 closed",
  ],
  [
    "the clinic's own before a shared one",
    told([MORNING], [{ ...MORNING, opens: null, closes: null }]),
    "2026-12-25 09:00-12:00",
  ],
  ["one for all clinics", told([], [{ ...CLOSED, where: "all" }]), "2026-12-24 to 2026-12-26 closed"],
  [
    "one for its country",
    told([], [{ ...CLOSED, where: "chosen", countries: ["PT", "ES"] }]),
    "2026-12-24 to 2026-12-26 closed",
  ],
  [
    "one that names it",
    told([], [{ ...CLOSED, where: "chosen", clinics: ["c1"] }]),
    "2026-12-24 to 2026-12-26 closed",
  ],
  ["none of another country", told([], [{ ...CLOSED, where: "chosen", countries: ["US"] }]), ""],
  [
    "none whose clinics were deleted",
    told([], [{ ...CLOSED, where: "chosen", countries: [], clinics: [] }]),
    "",
  ],
  ["none that is over", told([CLOSED], [], "2026-12-28"), ""],
  ["one that is not over everywhere", told([CLOSED], [], "2026-12-27"), "2026-12-26 closed"],
  [
    "its name in the reader's language",
    told([{ ...MORNING, name: { en: "Christmas", es: "Navidad" } }], [], "2026-11-30", "es"),
    "2026-12-25 09:00-12:00 Navidad",
  ],
  [
    "its name in the default language, marked",
    told([{ ...MORNING, name: { en: "Christmas" } }], [], "2026-11-30", "es"),
    "2026-12-25 09:00-12:00 Christmas (en)",
  ],
  ["a row that was only begun", told([{}, CLOSED]), "2026-12-24 to 2026-12-26 closed"],
])("%s", (_, found, expected) => {
  expect(found).toBe(expected);
});

it("stops at a range that somebody mistyped", () => {
  expect(told([{ from: noon("2026-12-24"), to: noon("9026-12-26") }])).toBe(
    "2026-12-24 to 2028-01-27 closed",
  );
});
