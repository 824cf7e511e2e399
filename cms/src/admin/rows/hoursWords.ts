/** An opening period as it is being filled in. */
export type Hours = { day?: string | null; opens?: string | null; closes?: string | null };

/** "Monday, 09:00 to 17:00"; a day without times is closed. */
export function hoursWords({ day, opens, closes }: Hours): string {
  if (!day) return "New opening period";
  const name = day.charAt(0).toUpperCase() + day.slice(1);
  return opens || closes ? `${name}, ${opens || "…"} to ${closes || "…"}` : `${name}, closed`;
}
