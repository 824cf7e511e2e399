"use client";

import { Button, ConfirmationModal, toast, useConfig, useModal } from "@payloadcms/ui";
import { useRouter } from "next/navigation.js";

const MODAL = "remove-demo-content";

/** Asks once, then removes the demo content that nobody has edited. */
export function RemoveDemoButton() {
  const { openModal } = useModal();
  const router = useRouter();
  const { config } = useConfig();

  const handleConfirm = async () => {
    const response = await fetch(`${config.routes.api}/remove-demo-content`, {
      method: "POST",
      credentials: "include",
    }).catch(() => undefined);
    const answer = (await response?.json().catch(() => undefined)) as
      | { message?: string; errors?: { message: string }[] }
      | undefined;
    if (response?.ok) toast.success(answer?.message);
    else
      toast.error(
        answer?.errors?.[0]?.message ??
          "The demo content could not be removed: the server did not answer. Try again.",
      );
    router.refresh();
  };

  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(MODAL)}>
        Remove demo content that nobody has touched
      </Button>
      <ConfirmationModal
        modalSlug={MODAL}
        heading="Remove the demo content?"
        body="Everything that came with the demo and was never edited is deleted for good, and disappears from the demo pages. What somebody has edited stays."
        confirmLabel="Remove it"
        confirmingLabel="Removing…"
        onConfirm={handleConfirm}
      />
    </>
  );
}
