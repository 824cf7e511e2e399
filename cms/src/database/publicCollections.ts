/** Whose changes reach the public. A change anywhere else writes no outbox row. */

/** Slugs of the collections that are published. */
export const PUBLIC_COLLECTIONS: ReadonlySet<string> = new Set([
  "topics",
  "benefits",
  "injuries",
  "structures",
  "timings",
  "faqs",
  "studies",
  "clinics",
]);

/** Slugs of the globals that are published. Their outbox rows name the slug as collection and as document. */
export const PUBLIC_GLOBALS: ReadonlySet<string> = new Set(["settings"]);
