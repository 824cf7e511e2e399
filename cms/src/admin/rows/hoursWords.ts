/** An opening period as it is being filled in. */
export type Hours = {
  day?: string | null;
  lastDay?: string | null;
  allDay?: boolean | null;
  opens?: string | null;
  closes?: string | null;
};

const nameOf = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1);

/** "Monday to Friday, 09:00 to 17:00", "Saturday, 20:00 to 08:00 on the next day"; without times it is closed. */
export function hoursWords({ day, lastDay, allDay, opens, closes }: Hours): string {
  if (!day) return "New opening period";
  const days = lastDay && lastDay !== day ? `${nameOf(day)} to ${nameOf(lastDay)}` : nameOf(day);
  if (allDay || (opens === "00:00" && (closes === "00:00" || closes === "24:00")))
    return `${days}, open all day`;
  if (!opens && !closes) return `${days}, closed`;
  const isNight = opens && closes && closes !== "00:00" && closes < opens;
  return `${days}, ${opens || "…"} to ${closes || "…"}${isNight ? " on the next day" : ""}`;
}
