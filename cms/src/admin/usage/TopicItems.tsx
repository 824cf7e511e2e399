"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import Link from "next/link.js";
import { STANDING_WORDS } from "../status.ts";
import { NotOnPage } from "./NotOnPage.tsx";
import type { TopicItemsAnswer } from "./usage.ts";
import { useAnswer } from "./useAnswer.ts";

/** In the sidebar of a topic: which of its items readers do not get, or not as they read here. */
export function TopicItems() {
  const { id } = useDocumentInfo();
  const answer = useAnswer<TopicItemsAnswer>(id ? `/topic-items/${id}` : undefined);
  if (!id) return null;
  return (
    <section className="clinic-side" aria-labelledby="items-of-this-topic" aria-busy={answer === undefined}>
      <h4 id="items-of-this-topic">Items of this topic</h4>
      {answer === null && <p className="clinic-muted">This could not be looked up just now.</p>}
      {answer && <Items answer={answer} />}
      {answer && <NotOnPage unplaced={answer.unplaced} />}
    </section>
  );
}

function Items({ answer }: { answer: TopicItemsAnswer }) {
  const { total, unsettled } = answer;
  if (total === 0)
    return (
      <p className="clinic-muted">
        Nothing stands on it yet. Choose benefits, injuries, questions and studies.
      </p>
    );
  if (unsettled.length === 0)
    return (
      <p className="clinic-muted">
        {total === 1 ? "Its one item is public." : `All ${total} items are public.`}
      </p>
    );
  return (
    <>
      <p className="clinic-notice">
        {unsettled.length} of {total} {unsettled.length === 1 ? "is" : "are"} not public as written:
      </p>
      <ul className="clinic-list">
        {unsettled.map((item) => (
          <li key={`${item.collection} ${item.id}`}>
            {item.standing === "missing" ? (
              <span>An item that no longer exists</span>
            ) : (
              <Link href={item.href} prefetch={false}>
                {item.title}
              </Link>
            )}
            <span className="clinic-muted">{STANDING_WORDS[item.standing]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
