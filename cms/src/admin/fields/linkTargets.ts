/** Where a link in a text may lead without anybody knowing an address by heart: places of our pages, pages of clinics' sites. */
import type { PayloadRequest } from "payload";
import { type Doc, findDocs } from "../documents.ts";

/** An address and what it leads to. */
export type LinkTarget = { url: string; label: string };

/** The sections of topics, the questions, and the pages of clinics' sites that other links lead to already. */
export async function findLinkTargets(req: PayloadRequest): Promise<LinkTarget[]> {
  const [topics, faqs, injuries] = await Promise.all([
    findDocs(req, "topics", { select: ["title", "body"], draft: true, sort: "title" }),
    findDocs(req, "faqs", { select: ["question", "slug", "relatedLinks"], draft: true, sort: "question" }),
    findDocs(req, "injuries", { select: ["readMore"], draft: true, sort: "name" }),
  ]);
  const sections = topics.docs.flatMap((topic) =>
    rowsOf(topic.body).flatMap(({ heading, sectionSlug }) =>
      isText(sectionSlug)
        ? [{ url: `#${sectionSlug}`, label: `${isText(heading) ? heading : sectionSlug}, in ${topic.title}` }]
        : [],
    ),
  );
  const questions = faqs.docs.flatMap(({ question, slug }) =>
    isText(slug) ? [{ url: `#${slug}`, label: String(question ?? slug) }] : [],
  );
  const pages = [
    ...faqs.docs.flatMap(({ relatedLinks }) => rowsOf(relatedLinks)),
    ...injuries.docs.map(readMoreOf),
  ].flatMap(({ label, url }) =>
    isText(url) && url.startsWith("/")
      ? [{ url, label: `${isText(label) ? label : url}, on the clinic’s site` }]
      : [],
  );
  const all = [...sections, ...questions, ...pages];
  return all.filter(({ url }, index) => all.findIndex((each) => each.url === url) === index);
}

const readMoreOf = ({ readMore }: Doc): Record<string, unknown> =>
  typeof readMore === "object" && readMore !== null ? { ...readMore } : {};

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

const rowsOf = (rows: unknown): Record<string, unknown>[] =>
  Array.isArray(rows) ? rows.filter((row) => typeof row === "object" && row !== null) : [];
