/** What every template needs besides its content. */
import type { PlaceholderValues } from "@clinic-widgets/shared";
import type { Texts } from "../texts/index.ts";

export type RenderContext = {
  lang: string;
  texts: Texts;
  /** What placeholders are filled with. */
  values: PlaceholderValues;
  /** Level of the first heading, 2 to 6. */
  headingLevel: number;
  /** Invalid where there is no "now", as on the server. */
  now: Date;
};
