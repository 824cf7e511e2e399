"use client";

import { useConfig, useDocumentInfo, useLocale } from "@payloadcms/ui";
import { localeLabel } from "../../config/localization.ts";
import { STANDING_WORDS, type Standing } from "../status.ts";
import { useAnswer } from "../usage/useAnswer.ts";
import { DiscardChanges } from "./DiscardChanges.tsx";
import { LANGUAGE_WORDS, type LanguagesAnswer } from "./languageWords.ts";
import { usePublishes, useRole } from "./role.ts";

/** Above a document: whether readers see it, in the words of the lists; and the way back to what is public. */
export function StatusLine() {
  const { data, hasPublishedDoc, isTrashed, unpublishedVersionCount } = useDocumentInfo();
  const publishes = usePublishes();
  // Payload counts none after a publish; the answer says whether a draft is left, of what another language publishes.
  const hasDraft = unpublishedVersionCount > 0 || data?._status === "draft";
  const standing: Standing = isTrashed
    ? "trash"
    : !hasPublishedDoc
      ? "draft"
      : hasDraft
        ? "changed"
        : "public";
  return (
    <>
      <p className="clinic-status-line">
        <span className={`clinic-status clinic-status--${standing}`}>{STANDING_WORDS[standing]}</span>
        {standing === "changed" && publishes && <DiscardChanges />}
        {standing === "changed" && publishes && <SharedWaits />}
      </p>
      {standing !== "trash" && <Languages />}
    </>
  );
}

/** How each language stands: "English public, Spanish never published". */
function Languages() {
  const { collectionSlug, id } = useDocumentInfo();
  const role = useRole();
  const isAsked = id !== undefined && role !== undefined && role !== "clinic-manager";
  const answer = useAnswer<LanguagesAnswer>(isAsked ? `/languages/${collectionSlug}/${id}` : undefined);
  if (!answer || answer.length < 2) return null;
  return (
    <p className="clinic-languages clinic-muted">
      {answer.map(({ label, standing }) => `${label} ${LANGUAGE_WORDS[standing]}`).join(", ")}
    </p>
  );
}

/** In a language other than the default one: what its publishing does not bring. */
function SharedWaits() {
  const { localization } = useConfig().config;
  const { code } = useLocale();
  if (!localization || code === localization.defaultLocale) return null;
  return (
    <span className="clinic-muted clinic-status-note">
      Publishing here brings the words in {localeLabel(code)}; order, links, studies and new rows go out with{" "}
      {localeLabel(localization.defaultLocale)}.
    </span>
  );
}
