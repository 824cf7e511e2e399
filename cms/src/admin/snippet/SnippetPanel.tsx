"use client";

import { useDocumentInfo } from "@payloadcms/ui";
import { useAnswer } from "../usage/useAnswer.ts";
import type { SnippetAnswer } from "./findSnippet.ts";
import { SnippetBuilder } from "./SnippetBuilder.tsx";
import type { Choice } from "./snippet.ts";

/** In the sidebar of a topic or a clinic: the lines that put it on a website, as it was saved last. */
export function SnippetPanel() {
  const { collectionSlug, id } = useDocumentInfo();
  const answer = useAnswer<SnippetAnswer>(id ? `/snippet/${collectionSlug}/${id}` : undefined);
  if (!id || answer?.slug === "") return null;
  return (
    <section className="clinic-side" aria-labelledby="put-it-on-a-website" aria-busy={answer === undefined}>
      <h4 id="put-it-on-a-website">Put it on a website</h4>
      {answer === null && <p className="clinic-muted">This could not be looked up just now.</p>}
      {answer && <Lines answer={answer} isClinic={collectionSlug === "clinics"} />}
    </section>
  );
}

function Lines({ answer, isClinic }: { answer: SnippetAnswer; isClinic: boolean }) {
  const { languages, origin, others, slug } = answer;
  const own: Choice = { slug, title: "" };
  if (isClinic && others.length === 0)
    return (
      <p className="clinic-muted">
        This clinic shows no published topic yet. Choose its topics first; the lines to paste appear here.
      </p>
    );
  return (
    <>
      {!isClinic && others.length === 0 && (
        <p className="clinic-muted">
          No clinic shows this topic yet, so the texts will say "our clinic". Add it to a clinic's topics.
        </p>
      )}
      <SnippetBuilder
        // Its choices are made of what it begins with.
        key={JSON.stringify(answer)}
        origin={origin}
        topics={isClinic ? others : [own]}
        clinics={isClinic ? [own] : others}
        languages={languages}
      />
    </>
  );
}
