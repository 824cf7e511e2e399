"use client";

import { useAllFormFields, useDocumentInfo } from "@payloadcms/ui";
import { useEffect, useRef } from "react";
import { newRows, opened, rowIds } from "./newRows.ts";

const LOOK_MS = 50;
/** How long the server may take to draw the fields of a new row. */
const DRAWN_MS = 10_000;
const TYPED_INTO = 'input:not([type="hidden"], :disabled), textarea:not(:disabled), [contenteditable="true"]';

/**
 * Within a form: a row or block that somebody adds is open, stays so, and takes the focus. Payload folds it again when
 * the list begins folded.
 */
export function NewRows() {
  const [fields, dispatchFields] = useAllFormFields();
  const { setDocFieldPreferences } = useDocumentInfo();
  const known = useRef<Set<string> | undefined>(undefined);
  const here = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const added = known.current ? newRows(fields, known.current) : [];
    known.current = rowIds(fields);
    // Several at once were pasted, or come with a row that was copied: the first is the one that was asked for.
    const [row] = added;
    if (!row) return;
    const rows = opened(fields[row.path]?.rows ?? [], row.id);
    dispatchFields({ type: "SET_ROW_COLLAPSED", path: row.path, updatedRows: rows });
    // As Payload itself notes it when somebody opens a row: the next drawing of the form begins so.
    setDocFieldPreferences(row.path, {
      collapsed: rows.filter(({ collapsed }) => collapsed).map(({ id }) => id),
    });
    const form = here.current?.closest("form");
    if (form) void focusIn(form, `${row.path.replaceAll(".", "-")}-row-${row.index}`);
  }, [dispatchFields, fields, setDocFieldPreferences]);

  return <span ref={here} hidden />;
}

/** Puts the focus into the first field of a row once it is drawn, unless somebody types elsewhere meanwhile. */
async function focusIn(form: Element, id: string): Promise<void> {
  for (let left = DRAWN_MS / LOOK_MS; left > 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const active = document.activeElement;
    const row = form.querySelector(`#${CSS.escape(id)}`);
    if (active?.matches(TYPED_INTO) && active.closest("dialog") === null && !row?.contains(active)) return;
    const field = row?.querySelector<HTMLElement>(`.collapsible__content :is(${TYPED_INTO})`);
    // A drawer that is still open would take the focus back when it closes.
    if (!field?.checkVisibility() || document.querySelector("dialog[open] .blocks-drawer__blocks")) continue;
    field.focus();
    return;
  }
}
