import { checkTimezone, type Text } from "./checks.ts";

/** `true`, or a sentence for a zone that is none, or that is missing beside hours: without it nobody knows when "now" is. */
export function checkZoneOfHours(zone: Text, clinic: unknown): string | true {
  if (zone) return checkTimezone(zone);
  const { hours, specialDays } = clinic as { hours?: unknown[] | null; specialDays?: unknown[] | null };
  return hours?.length || specialDays?.length
    ? "Opening hours need the time zone of the clinic, such as America/New_York. Add it: readers elsewhere are told whether the clinic is open now."
    : true;
}
