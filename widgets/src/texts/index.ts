/** The widgets' own words by language. */
import { matchLocale } from "@clinic-widgets/shared";
import { en } from "./en.ts";
import { es } from "./es.ts";
import type { Texts } from "./texts.ts";

export type { Texts } from "./texts.ts";

const LANGUAGES: Record<string, Texts> = { en, es };

/** The words for `lang`: its own, else its language's, else English. */
export const textsFor = (lang: string): Texts =>
  LANGUAGES[matchLocale(lang, Object.keys(LANGUAGES)) ?? "en"] ?? en;
