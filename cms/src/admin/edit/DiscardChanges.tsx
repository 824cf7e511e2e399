"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import { ConfirmedAction } from "../ConfirmedAction.tsx";
import { saves } from "./thisWindow.ts";

/** Asks once, then makes what is public the newest version again; the draft stays among the versions. */
export function DiscardChanges() {
  const { collectionSlug, id } = useDocumentInfo();
  return (
    <ConfirmedAction
      label="Discard changes"
      button={{ buttonStyle: "none", className: "clinic-discard" }}
      modalSlug={`discard-changes-${id}`}
      heading="Discard the unpublished changes?"
      body="The text becomes what readers see now, in every language. The draft stays in the list of versions, where it can be restored."
      confirmLabel="Discard them"
      confirmingLabel="Discarding…"
      path={`/discard-changes/${collectionSlug}/${id}`}
      headers={() => ({ "if-match": `"${saves.versionOf(`${collectionSlug}/${id}`) ?? "*"}"` })}
      failure="The changes could not be discarded: the server did not answer. Nothing was changed; try again."
      // The form is loaded again: nothing of the draft may be saved again from it.
      onEnd={(done) => done && window.location.reload()}
    />
  );
}
