"use client";

import { useRowLabel } from "@payloadcms/ui";
import { rowName } from "./rowName.ts";

type Props = {
  /** What a row is called while it is empty. */
  noun: string;
  /** The fields that name it, in order; the first that is filled in is shown. */
  fields?: string[];
  /** The words of what can be chosen in such a field. */
  choices?: Record<string, Record<string, string>>;
  /** Whether the noun stands before the name: blocks of several kinds stand in one list. */
  kind?: boolean;
};

/** The line of a folded row: its own words instead of "Row 03". */
export function RowLabel({ noun, fields = [], choices = {}, kind = false }: Props) {
  const { data, rowNumber = 0 } = useRowLabel<Record<string, unknown>>();
  const name = rowName(data, fields, choices);
  if (kind)
    return (
      <span className="clinic-row-label">
        {rowNumber + 1}. <strong>{noun}</strong>
        {name ? `: ${name}` : ""}
      </span>
    );
  return <span className="clinic-row-label">{name || `${noun} ${rowNumber + 1}`}</span>;
}
