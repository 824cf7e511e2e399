"use client";

import { toast, useAllFormFields, useForm } from "@payloadcms/ui";
import type { FormState } from "payload";
import { useEffect, useRef } from "react";
import { BEFORE_SAVE } from "../edit/thisWindow.ts";
import { type Unplaced, unplacedWords } from "./unplaced.ts";

/** What is chosen and in no block, each with a button that adds one. Says it once more when the topic is published so. */
export function NotOnPage({ unplaced }: { unplaced: Unplaced[] }) {
  const [fields] = useAllFormFields();
  const { addFieldRow } = useForm();
  const left = unplaced.filter((each) => !hasBlock(fields, each));
  useWarning(unplaced);
  if (left.length === 0) return null;

  const handleAdd = ({ block, group }: Unplaced) =>
    addFieldRow({
      path: "body",
      schemaPath: "topics.body",
      blockType: block,
      rowIndex: placeFor(fields, block),
      subFieldState: group ? { group: { value: group, initialValue: group, valid: true } } : {},
    });
  return (
    <>
      <p className="clinic-notice">Readers of this page do not get:</p>
      <ul className="clinic-list">
        {left.map((each) => (
          <li key={`${each.block} ${each.group}`}>
            {unplacedWords(each)}{" "}
            <button type="button" className="clinic-link-button" onClick={() => handleAdd(each)}>
              {each.block === "booking" ? "Add a booking call" : "Add a block for them"}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether the form, which may be newer than what was saved, has a block for `unplaced`. */
function hasBlock(fields: FormState, { block, group }: Unplaced): boolean {
  const rows = fields.body?.rows ?? [];
  return rows.some(
    ({ blockType }, index) =>
      blockType === block && (!group || fields[`body.${index}.group`]?.value === group),
  );
}

/** Questions, sources and the disclaimer end a page; everything else goes before them. */
const LAST = ["booking", "faqs", "studies", "disclaimer"];

function placeFor(fields: FormState, block: string): number {
  const rows = fields.body?.rows ?? [];
  const later = LAST.includes(block) ? LAST.slice(LAST.indexOf(block) + 1) : LAST;
  const at = rows.findIndex(({ blockType }) => later.includes(String(blockType)));
  return at < 0 ? rows.length : at;
}

/** Publishing goes through, and what readers will not find is said with it. */
function useWarning(unplaced: Unplaced[]): void {
  const latest = useRef(unplaced);
  latest.current = unplaced;
  useEffect(() => {
    const warn = () => {
      if (latest.current.length > 0)
        toast.warning(
          `Readers of this page do not get all that is chosen. ${latest.current.map(unplacedWords).join(" ")}`,
        );
    };
    window.addEventListener(BEFORE_SAVE, warn);
    return () => window.removeEventListener(BEFORE_SAVE, warn);
  }, []);
}
