"use client";

import { SaveButton as PayloadSaveButton } from "@payloadcms/ui";
import { AfterTyping } from "./AfterTyping.tsx";

/** Saves what is live at once. */
export function SaveButton() {
  return (
    <AfterTyping>
      <PayloadSaveButton />
    </AfterTyping>
  );
}
