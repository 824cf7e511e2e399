/** The widgets' own words by language. */
import { html } from "lit";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Texts } from "./texts.ts";

export type { Texts } from "./texts.ts";

const LANGUAGES: Record<string, Texts> = { en, es };

const ownTexts = (lang: string): Texts | undefined => LANGUAGES[lang.toLowerCase().split("-")[0] as string];

/** The language of our own words on a page in `lang`: that one, else English. */
export const textLanguageOf = (lang: string): string => (ownTexts(lang) ? lang : "en");

/** The words for `lang`: those of its language, whatever the region, else English and marked as such. */
export const textsFor = (lang: string): Texts => ownTexts(lang) ?? englishElsewhere;

/** English in the middle of another language: a screen reader must change its voice, and the full stop its side. */
export const markEnglish = (words: unknown): unknown => html`<span lang="en" dir="ltr">${words}</span>`;

const marked = (words: unknown): unknown =>
  typeof words === "string"
    ? markEnglish(words)
    : typeof words === "function"
      ? (...values: unknown[]) => markEnglish(words(...values))
      : Object.fromEntries(Object.entries(words as object).map(([name, each]) => [name, marked(each)]));

const englishElsewhere = marked(en) as Texts;
