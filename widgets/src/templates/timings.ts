import type { TimingsFile } from "@clinic-widgets/shared";
import { html } from "lit";
import type { RenderContext } from "./context.ts";
import { sourceLine } from "./sources.ts";
import { renderTable } from "./table.ts";
import { filled } from "./words.ts";

/** When to use the treatment, as a table. */
export function renderTimings({ items, views }: TimingsFile, context: RenderContext): unknown {
  const { heading: title, columns = [] } = views[0] ?? {};
  const rows = items.map((timing) => ({
    lang: timing.lang,
    cells: [
      filled(timing.timing, context),
      filled(timing.purpose, context),
      html`${filled(timing.benefits, context)}${sourceLine(timing.studies, context)}`,
    ],
  }));
  return renderTable({ title, columns, rows }, context);
}
