"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import Link from "next/link.js";
import { PLACEMENT_WORDS, usageNotice } from "./placement.ts";
import type { WhereUsedAnswer } from "./usage.ts";
import { useAnswer } from "./useAnswer.ts";

/** In the sidebar of an item: the topics that it stands on, and a plain word when nobody can see it. */
export function WhereUsed() {
  const { id, collectionSlug } = useDocumentInfo();
  const answer = useAnswer<WhereUsedAnswer>(id ? `/where-used/${collectionSlug}/${id}` : undefined);
  if (!id) return null;
  return (
    <section className="clinic-side" aria-labelledby="where-it-stands" aria-busy={answer === undefined}>
      <h4 id="where-it-stands">Where it stands</h4>
      {answer === null && <p className="clinic-muted">This could not be looked up just now.</p>}
      {answer && <Places answer={answer} />}
    </section>
  );
}

function Places({ answer }: { answer: WhereUsedAnswer }) {
  const { topics, namedBy } = answer;
  const notice = usageNotice({
    public: answer.public,
    placements: topics.map((topic) => topic.placement),
    named: namedBy.length > 0,
  });
  return (
    <>
      {notice && <p className={answer.public ? "clinic-notice" : "clinic-muted"}>{notice}</p>}
      {topics.length > 0 && (
        <ul className="clinic-list">
          {topics.map((topic) => (
            <li key={topic.id}>
              <Link href={topic.href} prefetch={false}>
                {topic.title}
              </Link>
              <span className="clinic-muted">{PLACEMENT_WORDS[topic.placement]}</span>
            </li>
          ))}
        </ul>
      )}
      {namedBy.length > 0 && (
        <>
          <h5>Named as a source by</h5>
          <ul className="clinic-list">
            {namedBy.map((item) => (
              <li key={`${item.collection} ${item.id}`}>
                <Link href={item.href} prefetch={false}>
                  {item.title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
