"use client";

import { PublishButton as PayloadPublishButton } from "@payloadcms/ui";
import { AfterTyping } from "./AfterTyping.tsx";
import { usePublishes } from "./role.ts";

/**
 * Publishes the language that is being edited, for those who publish; the others read who does.
 * Payload's "all languages" beside it is left out by the style sheet: it would publish what another language has not finished.
 */
export function PublishButton() {
  if (!usePublishes())
    return (
      <span className="clinic-muted clinic-drafts-only">You write drafts; an editor publishes them.</span>
    );
  return (
    <AfterTyping className="clinic-publish">
      <PayloadPublishButton />
    </AfterTyping>
  );
}
