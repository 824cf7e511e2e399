/**
 * What an element is, defined once for its class in the browser and for the server's renderer: styles, options, template.
 * Definitions do nothing by being imported, and need no DOM. The files that elements read are in `content/files-for.ts`,
 * because the loader, which is too small for templates, asks there too.
 */
import { type ElementName, fillContent, placeholderValues } from "@clinic-widgets/shared";
import type { CSSResult } from "lit";
import type { Files, FilesOf } from "./content/files-for.ts";
import { type Options, type OptionValues, readOptions } from "./options.ts";
import type { RenderContext } from "./templates/context.ts";
import { drawPlaceholder } from "./templates/words.ts";

export type Definition<E extends ElementName = ElementName, O extends Options = Options> = {
  name: E;
  /** The element's own, which come after the common ones. */
  styles: CSSResult[];
  options: O;
  /** Whether it shows something that depends on the time of day, such as "Open now": markup of it is soon out of date. */
  showsTime?: boolean;
  /** The element's markup. */
  template(files: FilesOf<E>, context: RenderContext, options: OptionValues<O>): unknown;
};

/** The same with a template that is checked: it may ask for no file and no option that the element has not. */
type Checked<E extends ElementName, O extends Options> = Omit<Definition<E, O>, "template"> & {
  template: (files: FilesOf<E>, context: RenderContext, options: OptionValues<O>) => unknown;
};

export const define = <E extends ElementName, O extends Options>(
  definition: Checked<E, O>,
): Definition<E, O> => definition;

/** What `definition` shows of `files`, whose first one is there. `given` are the options as attributes or properties. */
export const draw = (
  { template, options }: Definition,
  files: Files,
  context: RenderContext,
  given: Readonly<Record<string, unknown>>,
): unknown =>
  template(
    fillContent(
      files,
      context.lang,
      placeholderValues(files.clinic),
      drawPlaceholder,
    ) as FilesOf<ElementName>,
    context,
    readOptions(options, given),
  );
