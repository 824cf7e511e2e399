/** What delivery hands to the renderer. */
import type { ContentFiles, ElementName } from "@clinic-widgets/shared";

export type RenderRequest = {
  element: ElementName;
  lang: string;
  clinic: string;
  topic: string;
  group?: "overview" | "evidence" | undefined;
  view?: "table" | "sections" | "list" | undefined;
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
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
