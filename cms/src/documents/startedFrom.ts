/** Which version of a document somebody started from. A version is named by the moment of its save, `updatedAt`. */

/** The version that a request names in its `If-Match` header, if it names one. */
export function versionNamed(headers: Headers | undefined): string | undefined {
  const header = headers?.get("if-match")?.trim() ?? "";
  const version = header.replace(/^W\//, "").replace(/^"(.*)"$/, "$1");
  return version === "" || version === "*" ? undefined : version;
}

/** What stands for the version of something that was never saved, as the settings in the beginning. */
export const NEVER_SAVED = "none";

/** Whether `version` is the one that was saved at `updatedAt`. */
export function isVersionOf(updatedAt: unknown, version: unknown): boolean {
  if (!updatedAt) return version === NEVER_SAVED;
  return momentOf(version) === momentOf(updatedAt);
}

const momentOf = (date: unknown): number => new Date(date as string | Date).getTime();
