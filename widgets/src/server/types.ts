/** What delivery hands to the renderer. */
import type { ContentFiles, ElementName } from "@clinic-widgets/shared";
import type { OptionAttributes } from "./options.ts";

export type RenderRequest = {
  element: ElementName;
  lang: string;
  clinic: string;
  topic: string;
  /** Attributes of the element, as on its tag. Odd values are the default. */
  options?: OptionAttributes | undefined;
  /** Inline by default: a linked style sheet would hold the partner's page while our origin hangs. */
  styles: "inline" | "link";
  /** Of a frame, for pages that are always dark or always light. By default it follows the reader. */
  colorScheme?: "light" | "dark" | undefined;
  /** The CMS origin, without a trailing slash. */
  origin: string;
  /** The time of rendering, in milliseconds. */
  now: number;
};

export type RenderFiles = Partial<ContentFiles>;

/** Paths of files relative to `/embed/v1/`: the style sheet, and the script that frames load besides the elements. */
export type RenderAssets = { style: string; frame: string };
