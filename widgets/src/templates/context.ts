/** What every template needs besides its content, whose placeholders are filled. */
import { headingLevel } from "../options.ts";
import { type Texts, textsFor } from "../texts/index.ts";

export type RenderContext = {
  /** The language of the files. */
  locale: string;
  /** The language around what is drawn: that of the files, or of an item that fell back to another. */
  lang: string;
  /** Our own words in `lang`. */
  texts: Texts;
  /** How times are written: as in the reader's country, if its language is `lang`. */
  clock: string;
  /** Level of the first heading, 2 to 6. */
  headingLevel: number;
  /** Invalid where there is no "now", as on the server. */
  now: Date;
  /** The ids that are drawn already: what a page shows twice has its address once. */
  ids: Set<string>;
};

const languageOf = (tag: string): string | undefined => tag.toLowerCase().split("-")[0];

/** The context of an element around content in `lang`, for a page in `reader`; `level` is its attribute `heading-level`. */
export const contextFor = (lang: string, level: unknown, now: Date, reader = lang): RenderContext => ({
  locale: lang,
  lang,
  clock: languageOf(reader) === languageOf(lang) ? reader : lang,
  texts: textsFor(lang),
  headingLevel: headingLevel.parse(level),
  now,
  ids: new Set(),
});
