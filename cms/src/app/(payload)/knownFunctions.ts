/**
 * The names of the admin's server functions. Payload looks a name up in a plain object, and so finds what every object
 * inherits: `constructor` would answer with the whole request (`handleServerFunctions` of @payloadcms/next 3.90.2).
 */
const KNOWN: ReadonlySet<string> = new Set([
  "copy-data-from-locale",
  "form-state",
  "get-default-layout",
  "get-folder-results-component-and-data",
  "get-upcoming-scheduled-publish",
  "render-document",
  "render-document-slots",
  "render-field",
  "render-list",
  "render-widget",
  "schedule-publish",
  "slugify",
  "table-state",
]);

/** Whether there is such a function; `name` comes from outside and may be anything. */
export const isServerFunction = (name: unknown): boolean => typeof name === "string" && KNOWN.has(name);
