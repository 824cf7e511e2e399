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
  /** Level of the first heading, 2 to 6. */
  headingLevel: number;
  /** Invalid where there is no "now", as on the server. */
  now: Date;
};

/** The context of an element around content in `lang`; `level` is its attribute `heading-level`. */
export const contextFor = (lang: string, level: unknown, now: Date): RenderContext => ({
  locale: lang,
  lang,
  texts: textsFor(lang),
  headingLevel: headingLevel.parse(level),
  now,
});
