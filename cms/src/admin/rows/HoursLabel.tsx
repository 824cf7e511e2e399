"use client";

import { useRowLabel } from "@payloadcms/ui";
import { type Hours, hoursWords } from "./hoursWords.ts";

/** The line of a folded opening period: its day and times. */
export function HoursLabel() {
  const { data } = useRowLabel<Hours>();
  return <span className="clinic-row-label">{hoursWords(data ?? {})}</span>;
}
