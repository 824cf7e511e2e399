/**
 * A table that becomes cards in a narrow container, and stays a table for screen readers: its own layout does not change,
 * and its parts, whose layout does, have their roles.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";
import { blockHeading, dirOf, inside, langOf, said } from "./words.ts";

type View = { lang?: string | undefined; heading?: string | undefined; columns?: string[] | undefined };
export type Row = { lang?: string | undefined; cells: unknown[] };

/** The view's columns are the column heads, the first one that of the rows' names. */
export function renderTable(
  view: View,
  rows: Row[],
  context: RenderContext,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const { columns = [] } = view;
  return html`<table part="table">
    ${view.heading ? html`<caption>${blockHeading(view, context)}</caption>` : nothing}
    <thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th scope="col" role="columnheader" part="column">${said(column, view, context)}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map(
      (row) =>
        html`<tr role="row" part="row" lang=${langOf(row)} dir=${dirOf(row)}>${row.cells.map((cell, index) =>
          index === 0
            ? html`<th scope="row" role="rowheader" part="row-name">${cell}</th>`
            : html`<td role="cell" part="cell"><span class="head" aria-hidden="true">${said(columns[index] ?? "", view, inside(row, context))}</span>${cell}</td>`,
        )}</tr>`,
    )}</tbody>
  </table>`;
}
