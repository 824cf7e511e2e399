"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import { STANDING_WORDS, type Standing } from "../status.ts";
import { DiscardChanges } from "./DiscardChanges.tsx";
import { usePublishes } from "./role.ts";

/** Above a document: how it stands with readers, in the words of the lists; and the way back to what is public. */
export function StatusLine() {
  const { hasPublishedDoc, isTrashed, unpublishedVersionCount } = useDocumentInfo();
  const publishes = usePublishes();
  const standing: Standing = isTrashed
    ? "trash"
    : !hasPublishedDoc
      ? "draft"
      : unpublishedVersionCount > 0
        ? "changed"
        : "public";
  return (
    <p className="clinic-status-line">
      <span className={`clinic-status clinic-status--${standing}`}>{STANDING_WORDS[standing]}</span>
      {standing === "changed" && publishes && <DiscardChanges />}
    </p>
  );
}
