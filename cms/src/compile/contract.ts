/**
 * Documents in one language -> items of the contract. Pure: what relates to others is handed in.
 * Field by field, so that a field that is not named here is never public.
 */
import {
  type Benefit,
  type BodyBlock,
  type Faq,
  type Finding,
  type Injury,
  type Review,
  type RichText,
  type SourceRef,
  type Study,
  studyLinks,
  type Timing,
  type TopicFile,
} from "@clinic-widgets/shared";
import { dayOf } from "../documents/day.ts";
import type { Localized } from "../documents/types.ts";
import type { CitationStyle, CitedStudy } from "../evidence/citation.ts";
import { doesStudyStand } from "../evidence/findings.ts";
import { plainIdentifiers } from "../evidence/identifiers.ts";
import { telLink } from "../input/phone.ts";
import { withoutTags } from "../input/records.ts";
import { cachedCitation } from "./citationCache.ts";
import { attempt, inField, type ReportFault } from "./faults.ts";
import { richTextOf } from "./richText.ts";
import { idsOf, listOrNothing, rowsOf, textsOf } from "./rows.ts";
import { issuedOn, sourceLabel } from "./sourceLabels.ts";
import { type Fields, type FileContent, omitEmpty, type Unchecked } from "./unchecked.ts";

/** What an item needs to know of the topic that it stands on: what readers see there, by id and in order. */
export type CompileContext = {
  locale: string;
  /** The topic's sources as they are shown; what is not shown supports nothing. */
  studies: Map<string, Localized<"studies">>;
  /** The letters behind their years, by id, where two would be called alike. */
  letters: ReadonlyMap<string, string>;
  /** Injuries of the same topic, for links to them. */
  injuries: Map<string, Localized<"injuries">>;
  structures: Map<string, Localized<"structures">>;
};

function sourceOf(
  id: string,
  { studies, locale, letters }: CompileContext,
): Unchecked<SourceRef> | undefined {
  const study = studies.get(id);
  // A claim must not lean on what was retracted; the list of sources still shows it, marked.
  if (!study || !doesStudyStand(study.status)) return undefined;
  return omitEmpty<SourceRef>({
    study: study.slug,
    label: sourceLabel(study, locale, letters.get(id)),
    url: linksOf(study)[0]?.url,
    number: [...studies.keys()].indexOf(id) + 1,
  });
}

const linksOf = (study: Localized<"studies">) => studyLinks({ ...plainIdentifiers(study), url: study.url });

const sourcesOf = (ids: string[] | null | undefined, context: CompileContext): Unchecked<SourceRef>[] =>
  inField("studies", () => idsOf(ids).flatMap((id) => sourceOf(id, context) ?? []));

const authorsOf = (study: Localized<"studies">) =>
  inField("authors", () =>
    rowsOf(study.authors).map(({ family, given: initials }) =>
      omitEmpty<Study["authors"][number]>({ family, given: initials }),
    ),
  );

export function studyItem(
  study: Localized<"studies">,
  {
    citationStyle,
    locale,
    letter,
  }: { citationStyle: CitationStyle; locale: string; letter?: string | undefined },
  report: ReportFault,
): Unchecked<Study> {
  const level = study.evidenceLevel;
  const { doi, pmid, pmcid } = plainIdentifiers(study);
  return omitEmpty<Study>({
    slug: study.slug,
    // Told by the whole page: `withAnchors`.
    anchor: undefined,
    lang: study.lang,
    authors: authorsOf(study),
    title: plainTitle(study.title),
    language: study.language ?? "en",
    containerTitle: study.containerTitle,
    issued: issuedOn(study),
    volume: study.volume,
    issue: study.issue,
    pages: study.pages,
    doi,
    pmid,
    pmcid,
    url: study.url,
    studyType: study.studyType,
    status: study.status ?? "current",
    evidenceLevel: level?.level
      ? omitEmpty<NonNullable<Study["evidenceLevel"]>>({
          scale: level.scale ?? "OCEBM 2011",
          level: level.level,
          reason: level.reason,
        })
      : undefined,
    plainSummary: study.plainSummary,
    limitations: inField("limitations", () => textsOf(study.limitations)),
    population: study.population,
    citation:
      attempt(report, ["citation"], () => cachedCitation(citable(study, letter), citationStyle, locale)) ??
      plainCitation(study, locale),
    links: linksOf(study),
  });
}

const citable = (study: Localized<"studies">, yearLetter: string | undefined): CitedStudy => ({
  ...omitEmpty<Omit<CitedStudy, "authors" | "issued">>({
    slug: study.slug,
    title: plainTitle(study.title),
    containerTitle: study.containerTitle,
    containerTitleShort: study.containerTitleShort,
    volume: study.volume,
    issue: study.issue,
    pages: study.pages,
    studyType: study.studyType,
    yearLetter,
  }),
  authors: authorsOf(study),
  issued: issuedOn(study),
});

/** A title that was saved with the tags of its record has figures that are raised by them. */
const plainTitle = (title: Localized<"studies">["title"]) =>
  typeof title === "string" ? withoutTags(title) : title;

/** What readers get when the style cannot make a reference of a study: still enough to find it by. */
const plainCitation = (study: Localized<"studies">, locale: string): RichText => [
  {
    type: "paragraph",
    children: [
      {
        type: "text",
        text: `${[sourceLabel(study, locale), study.title, study.containerTitle].filter(Boolean).join(". ")}.`,
      },
    ],
  },
];

/** The benefit, or `undefined` when it claims evidence and no study that stands supports it. */
export function benefitItem(
  benefit: Localized<"benefits">,
  context: CompileContext,
): Unchecked<Benefit> | undefined {
  const findings = inField("findings", () =>
    rowsOf(benefit.findings).flatMap((finding) => findingOf(finding, context) ?? []),
  );
  if (benefit.group === "evidence" && findings.length === 0) return undefined;
  return omitEmpty<Benefit>({
    slug: benefit.slug,
    // Told by the whole page: `withAnchors`.
    anchor: undefined,
    lang: benefit.lang,
    group: benefit.group,
    title: benefit.title,
    plainEnglish: benefit.plainEnglish,
    whyItMatters: benefit.whyItMatters,
    body: inField("body", () => listOrNothing(richTextOf(benefit.body))),
    findings,
  });
}

type FindingRow = NonNullable<Localized<"benefits">["findings"]>[number];

function findingOf(finding: FindingRow, context: CompileContext): Unchecked<Finding> | undefined {
  const source = sourceOf(String(finding.study), context);
  if (!source) return undefined;
  return omitEmpty<Finding>({
    study: source.study,
    source,
    label: finding.label,
    result: richTextOf(finding.result),
    design: finding.design,
    designNote: finding.designNote,
    population: finding.population,
    participants: finding.participants,
    directness: finding.directness,
    limits: textsOf(finding.limits),
  });
}

export function injuryItem(injury: Localized<"injuries">, { structures }: CompileContext): Unchecked<Injury> {
  const { label, url } = injury.readMore ?? {};
  return omitEmpty<Injury>({
    slug: injury.slug,
    // Told by the whole page: `withAnchors`.
    anchor: undefined,
    lang: injury.lang,
    name: injury.name,
    alsoKnownAs: injury.alsoKnownAs ?? [],
    structures: inField("structures", () =>
      idsOf(injury.structures).flatMap((id) => structureItem(structures.get(id))),
    ),
    description: inField("description", () => richTextOf(injury.description)),
    summary: injury.summary,
    readMore: label && url ? { label, url: telLink(url) } : undefined,
  });
}

type StructureRef = Injury["structures"][number];

export const structureItem = (structure: Localized<"structures"> | undefined): Unchecked<StructureRef>[] =>
  structure
    ? [omitEmpty<StructureRef>({ slug: structure.slug, lang: structure.lang, name: structure.name })]
    : [];

export const timingItem = (timing: Localized<"timings">, context: CompileContext): Unchecked<Timing> =>
  omitEmpty<Timing>({
    slug: timing.slug,
    // Told by the whole page: `withAnchors`.
    anchor: undefined,
    lang: timing.lang,
    timing: timing.timing,
    purpose: timing.purpose,
    benefits: timing.benefits,
    studies: sourcesOf(timing.studies, context),
  });

export const faqItem = (faq: Localized<"faqs">, context: CompileContext): Unchecked<Faq> =>
  omitEmpty<Faq>({
    slug: faq.slug,
    // Told by the whole page: `withAnchors`.
    anchor: undefined,
    lang: faq.lang,
    question: faq.question,
    answer: inField("answer", () => richTextOf(faq.answer)),
    relatedInjuries: inField("relatedInjuries", () =>
      idsOf(faq.relatedInjuries).flatMap((id) => {
        const injury = context.injuries.get(id);
        return injury
          ? [
              omitEmpty<Faq["relatedInjuries"][number]>({
                slug: injury.slug,
                lang: injury.lang,
                name: injury.name,
              }),
            ]
          : [];
      }),
    ),
    relatedLinks: inField("relatedLinks", () =>
      rowsOf(faq.relatedLinks).map(
        ({ slug, label, url }): Fields<Faq["relatedLinks"][number]> => ({
          slug,
          label,
          url: url && telLink(url),
        }),
      ),
    ),
    studies: sourcesOf(faq.studies, context),
  });

type TopicPage = Omit<FileContent<"topic">, "kind" | "locale" | "topic">;
type KeyPoint = NonNullable<TopicFile["keyPoints"]>["items"][number];

/** The page itself, without its lists and with `body`, the blocks that it was given. */
export function topicPage(
  topic: Localized<"topics">,
  body: Unchecked<BodyBlock>[],
  context: CompileContext,
  report: ReportFault,
): Unchecked<TopicPage> {
  const keyPoints = attempt(report, ["keyPoints"], () =>
    rowsOf(topic.keyPoints?.items).map(
      (item): Fields<KeyPoint> => ({ text: item.text, studies: sourcesOf(item.studies, context) }),
    ),
  );
  return omitEmpty<TopicPage>({
    lang: topic.lang,
    title: topic.title,
    subtitle: topic.subtitle,
    intro: attempt(report, ["intro"], () => richTextOf(topic.intro)),
    keyPoints: keyPoints?.length ? { heading: topic.keyPoints?.heading ?? "", items: keyPoints } : undefined,
    body,
    review: attempt(report, ["review"], () => reviewOf(topic)),
  });
}

function reviewOf(topic: Localized<"topics">): Unchecked<Review> | undefined {
  const { reviewedOn, nextReviewOn } = topic.review ?? {};
  return reviewedOn
    ? omitEmpty<Review>({ reviewedOn: dayOf(reviewedOn), nextReviewOn: dayOf(nextReviewOn) })
    : undefined;
}
