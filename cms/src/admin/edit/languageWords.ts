/** How a language of a document stands, in the words that editors read. */

/** `unwritten` has no text yet, `waiting` has one that no reader has seen. */
export type LanguageStanding = "public" | "changed" | "waiting" | "unwritten";

export type LanguagesAnswer = { code: string; label: string; standing: LanguageStanding }[];

export const LANGUAGE_WORDS: Record<LanguageStanding, string> = {
  public: "public",
  changed: "public with changes",
  waiting: "never published",
  unwritten: "not written",
};
