"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import Link from "next/link.js";
import { ConfirmedAction } from "../ConfirmedAction.tsx";
import { usePublishes } from "../edit/role.ts";
import { STANDING_WORDS } from "../status.ts";
import { useAnswer } from "../usage/useAnswer.ts";
import type { OtherRecord, SamePaperAnswer } from "./otherRecords.ts";

/** In the sidebar of a study whose paper has another record: which one, and the way to make one of the two. */
export function SamePaper() {
  const { id } = useDocumentInfo();
  const publishes = usePublishes();
  const answer = useAnswer<SamePaperAnswer>(id ? `/same-paper/${id}` : undefined);
  if (!id || !answer || answer.others.length === 0) return null;
  return (
    <section className="clinic-side" aria-labelledby="same-paper">
      <h4 id="same-paper">Same paper</h4>
      <p className="clinic-notice">
        {answer.others.length === 1
          ? "Another record of this paper exists."
          : "Other records of this paper exist."}{" "}
        A paper needs one record only, so that its retraction is not missed.
      </p>
      <ul className="clinic-list">
        {answer.others.map((other) => (
          <li key={other.id}>
            <Link href={other.href} prefetch={false}>
              {other.title}
            </Link>
            <span className="clinic-muted">{STANDING_WORDS[other.standing]}</span>
            <span className="clinic-muted">Same {other.shared.join(" and ")}.</span>
            {other.different.length > 0 && (
              <span className="clinic-notice">
                Another {other.different.join(" and ")}: one of the two is wrong.
              </span>
            )}
            {publishes && <Merge other={other} into={String(id)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks once, then merges the other record into the one that is open. */
const Merge = ({ other, into }: { other: OtherRecord; into: string }) => (
  <ConfirmedAction
    label="Merge it into this one"
    button={{ buttonStyle: "secondary", size: "small" }}
    modalSlug={`merge-${other.id}`}
    heading="Merge the other record into this one?"
    body={`Whatever names “${other.title}” will name this record. It takes over the numbers that it lacks, and a retraction; the other one goes to the trash.`}
    confirmLabel="Merge them"
    confirmingLabel="Merging…"
    path={`/merge-studies/${other.id}/${into}`}
    failure="The records could not be merged: the server did not answer. Nothing was changed; try again."
    // The form is loaded again: this record may have taken over a number.
    onEnd={(done) => done && window.location.reload()}
  />
);
