/** A day without a time, as it is stored: noon of Greenwich, which is another day in part of the world. */

/** The same day at noon where the browser is, which is what a picker shows. */
export function localNoon(stored: string | null | undefined): Date | undefined {
  const date = stored ? new Date(stored) : undefined;
  if (!date || Number.isNaN(date.getTime())) return undefined;
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

/** What is stored for a day that was picked where the browser is. */
export const storedDay = (picked: Date): string =>
  new Date(Date.UTC(picked.getFullYear(), picked.getMonth(), picked.getDate(), 12)).toISOString();
