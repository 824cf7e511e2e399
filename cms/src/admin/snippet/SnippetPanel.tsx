import type { CollectionSlug, UIFieldServerProps, Where } from "payload";
import { findDocs, idsOf, isPublic, languagesOf } from "../documents.ts";
import { SnippetBuilder } from "./SnippetBuilder.tsx";

type Choice = { slug: string; title: string };

/** In the sidebar of a topic or a clinic: the lines that put it on a website. */
export async function SnippetPanel({ collectionSlug, data, id, req }: UIFieldServerProps) {
  const slug = typeof data?.slug === "string" ? data.slug : "";
  if (!id || !slug) return null;
  const own: Choice = { slug, title: "" };
  const isClinic = collectionSlug === "clinics";
  const others = isClinic
    ? await choicesOf("topics", "title", { and: [isPublic, { id: { in: idsOf(data.topics) } }] })
    : await choicesOf("clinics", "name", { topics: { in: [id] } });

  async function choicesOf(collection: CollectionSlug, title: string, where: Where): Promise<Choice[]> {
    const { docs } = await findDocs(req, collection, {
      where,
      select: [title, "slug"],
      sort: title,
    });
    return docs.map((doc) => ({ slug: String(doc.slug), title: String(doc[title] ?? doc.slug) }));
  }

  return (
    <section className="clinic-side" aria-labelledby="put-it-on-a-website">
      <h4 id="put-it-on-a-website">Put it on a website</h4>
      {isClinic && others.length === 0 ? (
        <p className="clinic-muted">
          This clinic shows no published topic yet. Choose its topics first; the lines to paste appear here.
        </p>
      ) : (
        <>
          {!isClinic && others.length === 0 && (
            <p className="clinic-muted">
              No clinic shows this topic yet, so the texts will say "our clinic". Add it to a clinic's topics.
            </p>
          )}
          <SnippetBuilder
            origin={req.payload.config.serverURL}
            topics={isClinic ? others : [own]}
            clinics={isClinic ? [own] : others}
            languages={languagesOf(req)}
          />
        </>
      )}
    </section>
  );
}
