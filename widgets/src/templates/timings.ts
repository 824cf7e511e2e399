import type { TimingsFile } from "@clinic-widgets/shared";
import { html } from "lit";
import type { RenderContext } from "./context.ts";
import { sourceLine } from "./sources.ts";
import { type Row, renderTable } from "./table.ts";
import { inside } from "./words.ts";

/** When to use the treatment, as a table. */
export function renderTimings({ items, views }: TimingsFile, context: RenderContext): unknown {
  const rows = items.map(
    (timing): Row => ({
      ...timing,
      cells: [
        timing.timing,
        timing.purpose,
        html`${timing.benefits}${sourceLine(timing.studies, inside(timing, context))}`,
      ],
    }),
  );
  return renderTable(views[0] ?? {}, rows, context);
}
