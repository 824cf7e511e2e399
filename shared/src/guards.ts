/** Small run-time checks for readers that do without zod. They look at what a reader must not get wrong, not at everything. */
import type { ContentFiles, Kind, Tombstone } from "./types.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Whether `value` marks its content as withdrawn. */
export function isTombstone(value: unknown): value is Tombstone {
  return isObject(value) && value.gone === true;
}

/** Whether `value` is a version-1 file of `kind` whose parts can be iterated. Unknown extra fields are fine. */
export function isContentFile<K extends Kind>(value: unknown, kind: K): value is ContentFiles[K] {
  if (!isObject(value) || value.version !== 1 || value.kind !== kind) return false;
  switch (kind) {
    case "site":
      return Array.isArray(value.disclaimer);
    case "clinic":
      return (
        typeof value.name === "string" && Array.isArray(value.bookingLinks) && Array.isArray(value.hours)
      );
    case "topic":
      return typeof value.title === "string" && Array.isArray(value.body);
    default:
      return Array.isArray(value.items) && Array.isArray(value.views);
  }
}
