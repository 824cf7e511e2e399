"use client";

import { toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation.js";
import { ConfirmedAction } from "../ConfirmedAction.tsx";

/** Asks once, then removes the demo content that nobody has edited. */
export function RemoveDemoButton() {
  const router = useRouter();
  return (
    <ConfirmedAction
      label="Remove demo content that nobody has touched"
      button={{ buttonStyle: "secondary", margin: false }}
      modalSlug="remove-demo-content"
      heading="Remove the demo content?"
      body="Everything that came with the demo and was never edited is deleted for good, and disappears from the demo pages. What somebody has edited stays."
      confirmLabel="Remove it"
      confirmingLabel="Removing…"
      path="/remove-demo-content"
      failure="The demo content could not be removed: the server did not answer. Try again."
      onEnd={(done) => {
        if (done) toast.success(done.message);
        router.refresh();
      }}
    />
  );
}
