/** What the loader leaves on the partner's page for the elements. */
export type Page = {
  /** Where the loader came from: the CMS origin. */
  origin: string;
  /** The page's defaults, from `data-topic`, `data-clinic` and `data-lang` on the first loader script. */
  topic?: string | undefined;
  clinic?: string | undefined;
  lang?: string | undefined;
  /** The locales that this CMS publishes, the default first. A hint that saves requests for locales that do not exist. */
  locales: string[];
  /** Content requests under way, by address; `undefined` once an element took one, and thereby owns its body, or asked by itself. */
  answers: Record<string, Promise<Response> | undefined>;
};

declare global {
  interface Window {
    clinicWidgets?: Page;
  }
}

/** The loader's page object, or `undefined` when the elements came from the npm package. */
export const page = (): Page | undefined => window.clinicWidgets;
