/** The widgets' own words by language. */
import { matchLocale } from "@clinic-widgets/shared";
import { html } from "lit";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Texts } from "./texts.ts";

export type { Texts } from "./texts.ts";

const LANGUAGES: Record<string, Texts> = { en, es };

const ownLanguage = (lang: string): string | undefined => matchLocale(lang, Object.keys(LANGUAGES));

/** The language that our own words are in where `lang` is spoken: that one, else English. */
export const spokenFor = (lang: string): string => (ownLanguage(lang) ? lang : "en");

/** The words for `lang`: its own, else its language's, else English and marked as such. */
export const textsFor = (lang: string): Texts => LANGUAGES[ownLanguage(lang) ?? ""] ?? englishElsewhere;

/** English in the middle of another language: a screen reader must change its voice, and the full stop its side. */
const marked = (words: unknown): unknown =>
  typeof words === "string"
    ? html`<span lang="en" dir="ltr">${words}</span>`
    : typeof words === "function"
      ? (...values: unknown[]) => marked(words(...values))
      : Object.fromEntries(Object.entries(words as object).map(([name, each]) => [name, marked(each)]));

const englishElsewhere = marked(en) as Texts;
