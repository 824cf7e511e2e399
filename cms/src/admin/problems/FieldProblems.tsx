"use client";

import {
  Button,
  useAllFormFields,
  useForm,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
  useWindowInfo,
} from "@payloadcms/ui";
import type { FormState } from "payload";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { BEFORE_SAVE, saves } from "../edit/thisWindow.ts";
import { controlOf, placeOf, rowOf } from "./places.ts";
import { openedAround, type Problem, problemsIn, unchanged } from "./problems.ts";
import { countSentence } from "./readableErrors.ts";

const LOOK_MS = 50;
/** How long a row that was folded may take to draw its fields. */
const DRAWN_MS = 3000;

/**
 * Above a form that was not saved or published: how many fields are refused, with the way to each, and what is said of
 * the whole document. It goes to the first one by itself.
 */
export function FieldProblems({ document }: { document: string | undefined }) {
  const here = useRef<HTMLDivElement>(null);
  const problems = useProblems();
  const refusal = useRefusal(document);
  const lead = useLead(here);
  const isProcessing = useFormProcessing();
  const mustLead = useRef(false);
  const [next, setNext] = useState(1);

  useEffect(() => {
    if (isProcessing) mustLead.current = true;
    const [first] = problems;
    if (isProcessing || !mustLead.current || !first) return;
    mustLead.current = false;
    setNext(1);
    lead(first.path);
  }, [isProcessing, lead, problems]);

  const handleNext = () => {
    const problem = problems[next % problems.length];
    setNext((next % problems.length) + 1);
    if (problem) lead(problem.path);
  };
  const { breakpoints } = useWindowInfo();
  const notice = (
    <div className="clinic-problems" role="alert">
      {refusal && <span>{refusal}</span>}
      {problems.length > 0 && <span>{countSentence(problems.length)}</span>}
      {problems.length > 1 && (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={handleNext}>
          Go to the next one
        </Button>
      )}
    </div>
  );
  return (
    <>
      <span ref={here} hidden />
      {/* The controls of a phone have no room for it, and nothing in them can be fixed to the window. */}
      {breakpoints?.m ? createPortal(notice, window.document.body) : notice}
    </>
  );
}

/**
 * The refused fields. Payload's form forgets some: all of them at an autosave, and a rich text when it is drawn. Those that
 * nobody has changed since are refused still.
 */
function useProblems(): Problem[] {
  const [fields, dispatchFields] = useAllFormFields();
  const { setSubmitted } = useForm();
  const isSubmitted = useFormSubmitted();
  const isProcessing = useFormProcessing();
  const isModified = useFormModified();
  const problems = useMemo(() => (isSubmitted ? problemsIn(fields) : []), [fields, isSubmitted]);
  const known = useRef<Problem[]>([]);
  const before = useRef({ isSubmitted, isProcessing });

  useEffect(() => {
    const { isSubmitted: wasSubmitted, isProcessing: wasProcessing } = before.current;
    before.current = { isSubmitted, isProcessing };
    if (isProcessing) return;
    // The server has answered: to a save, in two steps, or to what was typed.
    if (wasProcessing || (isSubmitted && (isModified || known.current.length === 0))) {
      known.current = problems;
      return;
    }
    if (!isSubmitted && !wasSubmitted) return;
    const left = unchanged(known.current, fields);
    if (left.length > 0 && !isSubmitted) setSubmitted(true);
    const errors = left.filter(({ path }) => fields[path]?.valid !== false);
    if (errors.length > 0) dispatchFields({ type: "ADD_SERVER_ERRORS", errors });
  }, [dispatchFields, fields, isModified, isProcessing, isSubmitted, problems, setSubmitted]);

  useEffect(() => {
    // The server decides again: a field may be right since another one was changed, and Payload would not ask.
    const forget = () => {
      known.current = [];
      for (const { path } of problems)
        dispatchFields({ type: "UPDATE", path, valid: true, errorMessage: undefined });
    };
    window.addEventListener(BEFORE_SAVE, forget);
    return () => window.removeEventListener(BEFORE_SAVE, forget);
  }, [dispatchFields, problems]);

  return problems;
}

const none = () => undefined;

/** Why the last save of this document was refused as a whole. */
const useRefusal = (document: string | undefined): string | undefined =>
  useSyncExternalStore(
    useCallback((listener) => saves.subscribe(listener), []),
    () => (document ? saves.refusalOf(document) : undefined),
    none,
  );

/** What opens the rows around a field, scrolls to it and gives it the focus. */
function useLead(here: React.RefObject<HTMLElement | null>): (path: string) => void {
  const { dispatchFields, getFields } = useForm();
  return useCallback(
    (path) => {
      const form = here.current?.closest("form");
      if (!form) return;
      for (const { path: list, rows } of openedAround(getFields() as FormState, path))
        dispatchFields({ type: "SET_ROW_COLLAPSED", path: list, updatedRows: rows });
      void whenDrawn(form, path).then((place) => {
        place?.scrollIntoView({ block: "center" });
        if (place) controlOf(place)?.focus({ preventScroll: true });
      });
    },
    [dispatchFields, getFields, here],
  );
}

/** Payload draws fields when they come near the window: the row is brought there first. */
async function whenDrawn(form: Element, path: string): Promise<HTMLElement | undefined> {
  for (let left = DRAWN_MS / LOOK_MS; left > 0; left--) {
    const place = placeOf(form, path);
    if (place?.checkVisibility()) return place;
    rowOf(form, path)?.scrollIntoView({ block: "center" });
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return placeOf(form, path);
}
