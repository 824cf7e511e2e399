/** Times as people say them. */

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60_000],
  ["hour", 3_600_000],
  ["day", 86_400_000],
];

/** How long before `now` the moment `at` was; after a week its date. Needs no time zone, which the server does not know. */
export function agoWords(at: string, now: Date, language = "en"): string {
  const passed = now.getTime() - Date.parse(at);
  if (Number.isNaN(passed)) return "";
  if (passed < 60_000) return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "second");
  if (passed >= 7 * 86_400_000) {
    return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));
  }
  const [unit, length] = STEPS.findLast(([, size]) => passed >= size) ?? ["minute", 60_000];
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(
    -Math.floor(passed / length),
    unit,
  );
}
