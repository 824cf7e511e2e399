/** The demo content as files of the contract, in English and Spanish. */
import { type ContentFile, contentPath, type Kind, LIST_KINDS } from "@clinic-widgets/shared";

export const TOPIC = "dry-needling-for-runners";
export const CLINIC = "riverside";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const files = import.meta.glob<ContentFile>("../fixtures/**/*.json", { eager: true, import: "default" });

export const KINDS: readonly Kind[] = ["site", "clinic", "topic", ...LIST_KINDS];

/** The path of a file below `/embed/v1/`. */
export const pathOf = (kind: Kind, locale: string): string => {
  if (kind === "site") return contentPath({ kind, locale });
  if (kind === "clinic") return contentPath({ kind, locale, clinic: CLINIC });
  return contentPath({ kind, locale, topic: TOPIC });
};

/** A copy of the file of this kind. */
export function fixture(kind: Kind, language: Language): ContentFile {
  const path = pathOf(kind, language).replace("content/", "../fixtures/");
  if (!files[path]) throw new Error(`There is no fixture ${path}.`);
  return structuredClone(files[path]);
}
