/**
 * A table that becomes cards in a narrow container, and stays a table for screen readers: its own layout does not change,
 * and its parts, whose layout does, have their roles.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";
import { anchorOf, blockHeading, dirOf, inside, langOf, markLanguage } from "./words.ts";

type View = { lang?: string | undefined; heading?: string | undefined; columns?: string[] | undefined };
export type Row = {
  slug: string;
  anchor?: string | undefined;
  lang?: string | undefined;
  cells: [unknown, unknown, unknown];
};

/**
 * The view's columns are the column heads, the first one that of the rows' names; with any other number the table has none.
 * Rows carry their slug, not an `id`, which a list in the same root may have: deep links find both.
 */
export function renderTable(
  view: View,
  rows: Row[],
  context: RenderContext,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const columns = view.columns?.length === 3 && view.columns;
  return html`<table part="table">
    ${view.heading ? html`<caption>${blockHeading(view, context)}</caption>` : nothing}
    ${columns ? html`<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader" part="column">${markLanguage(column, view, context)}</th>`)}</tr></thead>` : nothing}
    <tbody role="rowgroup">${rows.map(
      (row) =>
        html`<tr role="row" part="row" data-row=${anchorOf(row)} lang=${langOf(row)} dir=${dirOf(row)}>${row.cells.map(
          (cell, index) =>
            index === 0
              ? html`<th scope="row" role="rowheader" part="row-name">${cell}</th>`
              : html`<td role="cell" part="cell">${columns ? html`<span class="head" aria-hidden="true">${markLanguage(columns[index] as string, view, inside(row, context))}</span>` : nothing}${cell}</td>`,
        )}</tr>`,
    )}</tbody>
  </table>`;
}
