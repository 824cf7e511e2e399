/**
 * A table that becomes cards in a narrow container, and stays a table for screen readers: its own layout does not change,
 * and its parts, whose layout does, have their roles.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { RenderContext } from "./context.ts";
import { dirOf, filled, heading, langOf } from "./words.ts";

export type Row = { lang?: string | undefined; cells: unknown[] };

/** `columns` are the column heads, the first one that of the rows' names. */
export function renderTable(
  { title, columns, rows }: { title?: string | undefined; columns: string[]; rows: Row[] },
  context: RenderContext,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const heads = columns.map((column) => filled(column, context));
  return html`<table part="table">
    ${title ? html`<caption>${heading(title, context)}</caption>` : nothing}
    <thead role="rowgroup"><tr role="row">${heads.map((column) => html`<th scope="col" role="columnheader" part="column">${column}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map(
      (row) =>
        html`<tr role="row" part="row" lang=${langOf(row)} dir=${dirOf(row)}>${row.cells.map((cell, index) =>
          index === 0
            ? html`<th scope="row" role="rowheader" part="row-name">${cell}</th>`
            : html`<td role="cell" part="cell"><span class="head" aria-hidden="true">${heads[index]}</span>${cell}</td>`,
        )}</tr>`,
    )}</tbody>
  </table>`;
}
