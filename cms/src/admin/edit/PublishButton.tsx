"use client";

import {
  PublishButton as PayloadPublishButton,
  useConfig,
  useDocumentInfo,
  useFormModified,
  useLocale,
} from "@payloadcms/ui";
import { localeLabel } from "../../config/localization.ts";
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
    <>
      <WhyNothing />
      <AfterTyping className="clinic-publish">
        <PayloadPublishButton />
      </AfterTyping>
    </>
  );
}

/** Why the button is grey, under the same condition. */
function WhyNothing() {
  const { hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo();
  const isModified = useFormModified();
  const { localization } = useConfig().config;
  const { code } = useLocale();
  if (isModified || unpublishedVersionCount > 0 || !hasPublishedDoc) return null;
  return (
    <span className="clinic-muted clinic-why">
      Nothing to publish
      {localization && localization.localeCodes.length > 1 ? ` in ${localeLabel(code)}` : ""}: nothing was
      changed.
    </span>
  );
}
