/** The day of a date without a time, which Payload stores as noon of Greenwich; none where there is no date. */
export const dayOf = (stored: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(String(stored ?? ""))?.[0];
