"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import { useEffect, useRef } from "react";
import { FieldProblems } from "../problems/FieldProblems.tsx";
import { NewRows } from "../rows/NewRows.tsx";
import { StaleSave } from "./StaleSave.tsx";
import { nameOf, openForms, saves } from "./thisWindow.ts";

/**
 * Above every form: names the version that its saves start from, and takes its lock away when it is left. Shows nothing
 * until a save is refused: because somebody else has saved meanwhile, or because of what is in its fields.
 */
export function OpenForm() {
  const { collectionSlug, data, globalSlug, hasSavePermission, id, isInitializing } = useDocumentInfo();
  const document = nameOf({ collectionSlug, globalSlug, id });
  const updatedAt = typeof data?.updatedAt === "string" ? data.updatedAt : undefined;
  const opened = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (!document) return;
    const leave = openForms.open(document);
    const leaveNow = () => openForms.leaveNow(document);
    window.addEventListener("pagehide", leaveNow);
    return () => {
      window.removeEventListener("pagehide", leaveNow);
      opened.current = undefined;
      leave();
    };
  }, [document]);

  useEffect(() => {
    if (!document) return;
    if (opened.current === document) saves.renew(document, updatedAt);
    else saves.open(document, updatedAt);
    opened.current = document;
  }, [document, updatedAt]);

  return (
    <>
      {hasSavePermission === false && !isInitializing && (
        <span className="clinic-muted">You can read this. It is not yours to change; ask an editor.</span>
      )}
      {document && <StaleSave document={document} />}
      <FieldProblems document={document} />
      <NewRows />
    </>
  );
}
