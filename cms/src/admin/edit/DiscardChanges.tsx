"use client";

import { Button, ConfirmationModal, toast, useConfig, useDocumentInfo, useModal } from "@payloadcms/ui";
import { saves } from "./thisWindow.ts";

/** Asks once, then makes what is public the newest version again; the draft stays among the versions. */
export function DiscardChanges() {
  const { collectionSlug, id } = useDocumentInfo();
  const { openModal } = useModal();
  const { config } = useConfig();
  const modal = `discard-changes-${id}`;

  const handleConfirm = async () => {
    const response = await fetch(`${config.routes.api}/discard-changes/${collectionSlug}/${id}`, {
      method: "POST",
      credentials: "include",
      headers: { "if-match": `"${saves.versionOf(`${collectionSlug}/${id}`) ?? "*"}"` },
    }).catch(() => undefined);
    // The form is loaded again: nothing of the draft may be saved again from it.
    if (response?.ok) return window.location.reload();
    const answer = (await response?.json().catch(() => undefined)) as
      | { errors?: { message: string }[] }
      | undefined;
    toast.error(
      answer?.errors?.[0]?.message ??
        "The changes could not be discarded: the server did not answer. Nothing was changed; try again.",
    );
  };

  return (
    <>
      <Button buttonStyle="none" className="clinic-discard" onClick={() => openModal(modal)}>
        Discard changes
      </Button>
      <ConfirmationModal
        modalSlug={modal}
        heading="Discard the unpublished changes?"
        body="The text becomes what readers see now, in every language. The draft stays in the list of versions, where it can be restored."
        confirmLabel="Discard them"
        confirmingLabel="Discarding…"
        onConfirm={handleConfirm}
      />
    </>
  );
}
