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
  /** The CMS origin, without a trailing slash. */
  origin: string;
  /** The time of rendering, in milliseconds. */
  now: number;
};

export type RenderFiles = Partial<ContentFiles>;

/** `style`: path of the style sheet's file, relative to `/embed/v1/`. */
export type RenderAssets = { style: string };
