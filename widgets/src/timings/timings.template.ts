import { html } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { RenderContext } from "../templates/context.ts";
import { sourceLine } from "../templates/sources.ts";
import { type Row, renderTable } from "../templates/table.ts";
import { inside } from "../templates/words.ts";

/** When to use the treatment, as a table. */
export function renderTimings(
  { timings: { items, views } }: FilesOf<"timings">,
  context: RenderContext,
): unknown {
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
