/** Which content some markup shows, so that server-rendered markup is replaced only when its content changed. */
import type { ContentFile, ContentFiles } from "@clinic-widgets/shared";

/** One line that differs whenever any of `files` does. */
export const revisionOf = (files: Partial<ContentFiles>): string =>
  Object.values(files)
    .filter((file): file is ContentFile => file !== undefined)
    .map(({ kind, locale, revision }) => `${kind}:${locale}:${revision}`)
    .sort()
    .join(" ");
