"use client";

import { SaveButton as PayloadSaveButton, useDocumentInfo, useFormModified } from "@payloadcms/ui";
import { AfterTyping } from "./AfterTyping.tsx";

/** Saves what is live at once. */
export function SaveButton() {
  const { globalSlug, id } = useDocumentInfo();
  const isModified = useFormModified();
  return (
    <>
      {!isModified && (id || globalSlug) && (
        <span className="clinic-muted clinic-why">Nothing to save: nothing was changed.</span>
      )}
      <AfterTyping>
        <PayloadSaveButton />
      </AfterTyping>
    </>
  );
}
