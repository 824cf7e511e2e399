import { LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import Link from "next/link.js";
import { SnippetBuilder } from "../snippet/SnippetBuilder.tsx";
import type { Overview } from "./overview.ts";

const LIST_WORDS: Record<ListKind, [one: string, many: string]> = {
  benefits: ["benefit", "benefits"],
  injuries: ["injury", "injuries"],
  timings: ["time to use it", "times to use it"],
  faqs: ["question", "questions"],
  studies: ["study", "studies"],
};

/** What readers can see: topics with what stands on them, and the clinics whose sites show them. */
export function PublicNow({ overview, serverUrl }: { overview: Overview; serverUrl: string }) {
  const { clinics, role, topics } = overview;
  return (
    <section className="clinic-panel" aria-labelledby="what-is-public">
      <h2 id="what-is-public">
        {role === "clinic-manager" ? (clinics.length > 1 ? "Your clinics" : "Your clinic") : "What is public"}
      </h2>
      {role === "clinic-manager" && clinics.length > 0 && (
        <p>
          Keep the phone number, opening hours and booking links right: what you save is on your clinic’s
          website at once.
        </p>
      )}
      {role !== "clinic-manager" && topics.length === 0 && (
        <p className="clinic-muted">No topic is published yet.</p>
      )}
      {topics.map((topic) => (
        <div key={topic.id} className="clinic-public">
          <h3>
            <Link href={topic.href} prefetch={false}>
              {topic.title}
            </Link>
          </h3>
          <p className="clinic-muted">
            {LIST_KINDS.filter((kind) => topic.counts[kind] > 0)
              .map((kind) => `${topic.counts[kind]} ${LIST_WORDS[kind][topic.counts[kind] === 1 ? 0 : 1]}`)
              .join(" · ") || "Nothing stands on it yet"}
          </p>
          <p className="clinic-muted">Languages: {topic.languages.map(({ label }) => label).join(", ")}</p>
          {topic.preview && (
            <p>
              <a href={topic.preview} target="_blank" rel="noreferrer">
                Preview
              </a>
            </p>
          )}
          <details className="clinic-disclosure">
            <summary>Put it on a website</summary>
            <SnippetBuilder
              origin={serverUrl}
              topics={[{ slug: topic.slug, title: topic.title }]}
              clinics={clinics
                .filter((clinic) => clinic.topicIds.includes(topic.id))
                .map(({ slug, title }) => ({ slug, title }))}
              languages={topic.languages}
            />
          </details>
        </div>
      ))}
      {role !== "clinic-manager" && <h3 className="clinic-subheading">Clinics</h3>}
      {clinics.length === 0 && (
        <p className="clinic-muted">
          {role === "clinic-manager"
            ? "No clinic has been given to you yet. Ask an administrator."
            : "No clinic yet. A clinic's page holds the snippets for its website."}
        </p>
      )}
      <ul className="clinic-list">
        {clinics.map((clinic) => (
          <li key={clinic.id}>
            <Link href={clinic.href} prefetch={false}>
              {clinic.title}
            </Link>
            <span className="clinic-muted">
              {clinic.topicIds.length === 1 ? "shows 1 topic" : `shows ${clinic.topicIds.length} topics`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
