/**
 * Documents in one language -> items of the contract. Pure: what relates to others is handed in.
 * Field by field, so that a field that is not named here is never public.
 */
import { type BodyBlock, type RichText, type SourceRef, studyLinks } from "@clinic-widgets/shared";
import type { Doc } from "../documents/localize.ts";
import type { CitationStyle } from "../evidence/citation.ts";
import { doesStudyStand } from "../evidence/findings.ts";
import { cachedCitation } from "./citationCache.ts";
import { attempt, inField, type ReportFault } from "./faults.ts";
import { richTextOf } from "./richText.ts";

type Data = Record<string, any>;

/** What an item needs to know of the topic that it stands on: what readers see there, by id and in order. */
export type CompileContext = {
  locale: string;
  /** The topic's sources as they are shown; what is not shown supports nothing. */
  studies: Map<string, Doc>;
  /** Injuries of the same topic, for links to them. */
  injuries: Map<string, Doc>;
  structures: Map<string, Doc>;
};

/** Leaves out what is not there: the contract tells absence by a missing key. */
const omitEmpty = <T extends Data>(data: T): T =>
  Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as T;
const rowsOf = (value: unknown): Data[] => (value as Data[] | null) ?? [];
const texts = (rows: unknown): string[] => rowsOf(rows).flatMap((row) => (row.text ? [row.text] : []));
/** The ids of a relation, in order. One that is named twice is shown once. */
export const idsOf = (value: unknown): string[] => [
  ...new Set(Array.isArray(value) ? value.map(String) : []),
];

/** "Kużdżał and colleagues, 2025": short enough to stand beside a claim. */
function sourceOf(id: string, { studies, locale }: CompileContext): SourceRef | undefined {
  const study = studies.get(id) as Data | undefined;
  // A claim must not lean on what was retracted; the list of sources still shows it, marked.
  if (!study || !doesStudyStand(study.status)) return undefined;
  return omitEmpty({
    study: study.slug,
    label: sourceLabel(study, locale),
    url: studyLinks(study)[0]?.url,
    number: [...studies.keys()].indexOf(id) + 1,
  }) as SourceRef;
}

/** In other languages the Latin of the sciences, which is read there as it is: English would be marked as that language. */
const OTHERS: Record<string, string> = { en: "and colleagues", es: "y colaboradores" };

function sourceLabel(study: Data, locale: string): string {
  const families = ((study.authors as { family: string }[] | null) ?? []).map((author) => author.family);
  const who =
    families.length > 2
      ? `${families[0]} ${OTHERS[new Intl.Locale(locale).language] ?? "et al."}`
      : new Intl.ListFormat(locale).format(families);
  return [who || study.title, String(study.issued ?? "").slice(0, 4)].filter(Boolean).join(", ");
}

const sourcesOf = (ids: unknown, context: CompileContext): SourceRef[] =>
  inField("studies", () => idsOf(ids).flatMap((id) => sourceOf(id, context) ?? []));

const authorsOf = (study: Data) =>
  inField("authors", () =>
    rowsOf(study.authors).map(({ family, given: initials }) => omitEmpty({ family, given: initials })),
  );

export function studyItem(
  study: Data,
  { citationStyle, locale }: { citationStyle: CitationStyle; locale: string },
  report: ReportFault,
) {
  const level = study.evidenceLevel as Data | null;
  return omitEmpty({
    slug: study.slug,
    lang: study.lang,
    authors: authorsOf(study),
    title: study.title,
    containerTitle: study.containerTitle,
    issued: study.issued,
    volume: study.volume,
    issue: study.issue,
    pages: study.pages,
    doi: study.doi,
    pmid: study.pmid,
    pmcid: study.pmcid,
    url: study.url,
    studyType: study.studyType,
    status: study.status ?? "current",
    evidenceLevel: level?.level
      ? omitEmpty({ scale: level.scale ?? "OCEBM 2011", level: level.level, reason: level.reason })
      : undefined,
    plainSummary: study.plainSummary,
    limitations: inField("limitations", () => texts(study.limitations)),
    population: study.population,
    citation:
      attempt(report, ["citation"], () => cachedCitation(citable(study), citationStyle, locale)) ??
      plainCitation(study, locale),
    links: studyLinks(study),
  });
}

const citable = (study: Data) =>
  omitEmpty({
    slug: study.slug,
    authors: authorsOf(study),
    title: study.title,
    containerTitle: study.containerTitle,
    containerTitleShort: study.containerTitleShort,
    issued: String(study.issued ?? ""),
    volume: study.volume,
    issue: study.issue,
    pages: study.pages,
    doi: study.doi,
  });

/** What readers get when the style cannot make a reference of a study: still enough to find it by. */
const plainCitation = (study: Data, locale: string): RichText => [
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
export function benefitItem(benefit: Data, context: CompileContext) {
  const findings = inField("findings", () =>
    rowsOf(benefit.findings).flatMap((finding) => findingOf(finding, context) ?? []),
  );
  if (benefit.group === "evidence" && findings.length === 0) return undefined;
  const body = inField("body", () => richTextOf(benefit.body));
  return omitEmpty({
    slug: benefit.slug,
    lang: benefit.lang,
    group: benefit.group,
    title: benefit.title,
    plainEnglish: benefit.plainEnglish,
    whyItMatters: benefit.whyItMatters,
    body: body.length > 0 ? body : undefined,
    findings,
  });
}

function findingOf(finding: Data, context: CompileContext) {
  const source = sourceOf(String(finding.study), context);
  if (!source) return undefined;
  return omitEmpty({
    study: source.study,
    source,
    label: finding.label,
    result: richTextOf(finding.result),
    design: finding.design,
    designNote: finding.designNote,
    population: finding.population,
    participants: finding.participants,
    directness: finding.directness,
    limits: texts(finding.limits),
  });
}

export function injuryItem(injury: Data, { structures }: CompileContext) {
  const { label, url } = (injury.readMore as Data | null) ?? {};
  return omitEmpty({
    slug: injury.slug,
    lang: injury.lang,
    name: injury.name,
    alsoKnownAs: injury.alsoKnownAs ?? [],
    structures: inField("structures", () =>
      idsOf(injury.structures).flatMap((id) => structureItem(structures.get(id))),
    ),
    description: inField("description", () => richTextOf(injury.description)),
    summary: injury.summary,
    readMore: label && url ? { label, url } : undefined,
  });
}

export const structureItem = (structure: Data | undefined) =>
  structure ? [omitEmpty({ slug: structure.slug, lang: structure.lang, name: structure.name })] : [];

export const timingItem = (timing: Data, context: CompileContext) =>
  omitEmpty({
    slug: timing.slug,
    lang: timing.lang,
    timing: timing.timing,
    purpose: timing.purpose,
    benefits: timing.benefits,
    studies: sourcesOf(timing.studies, context),
  });

export const faqItem = (faq: Data, context: CompileContext) =>
  omitEmpty({
    slug: faq.slug,
    lang: faq.lang,
    question: faq.question,
    answer: inField("answer", () => richTextOf(faq.answer)),
    relatedInjuries: inField("relatedInjuries", () =>
      idsOf(faq.relatedInjuries).flatMap((id) => {
        const injury = context.injuries.get(id) as Data | undefined;
        return injury ? [omitEmpty({ slug: injury.slug, lang: injury.lang, name: injury.name })] : [];
      }),
    ),
    relatedLinks: inField("relatedLinks", () =>
      rowsOf(faq.relatedLinks).map(({ slug, label, url }) => ({ slug, label, url })),
    ),
    studies: sourcesOf(faq.studies, context),
  });

/** The page itself, without its lists and with `body`, the blocks that it was given. */
export function topicPage(topic: Data, body: BodyBlock[], context: CompileContext, report: ReportFault) {
  const keyPoints = attempt(report, ["keyPoints"], () =>
    rowsOf(topic.keyPoints?.items).map((item) => ({
      text: item.text,
      studies: sourcesOf(item.studies, context),
    })),
  );
  return omitEmpty({
    lang: topic.lang,
    title: topic.title,
    subtitle: topic.subtitle,
    intro: attempt(report, ["intro"], () => richTextOf(topic.intro)),
    keyPoints: keyPoints?.length ? { heading: topic.keyPoints.heading ?? "", items: keyPoints } : undefined,
    body,
    review: attempt(report, ["review"], () => reviewOf(topic)),
  });
}

function reviewOf(topic: Data) {
  const { reviewedOn, nextReviewOn } = (topic.review as Data | null) ?? {};
  const day = (date: unknown) => (date ? String(date).slice(0, 10) : undefined);
  return reviewedOn ? omitEmpty({ reviewedOn: day(reviewedOn), nextReviewOn: day(nextReviewOn) }) : undefined;
}

/** A block of the page, with its topic's `lang` when that fell back; lists of them are the views of a topic's lists. */
export function bodyBlock(block: Data): BodyBlock {
  const { blockType, id, lang, heading } = block;
  const columns = block.columns?.length > 0 ? block.columns : undefined;
  const common = { block: blockType, id: String(id), lang, heading };
  switch (blockType) {
    case "text":
      return omitEmpty({
        ...common,
        slug: block.sectionSlug,
        paragraphs: richTextOf(block.paragraphs),
      }) as never;
    case "benefits":
      return omitEmpty({
        ...common,
        group: block.group,
        view: block.view,
        subheading: block.subheading,
        studyBoxHeading: block.studyBoxHeading,
        columns,
      }) as never;
    case "injuries":
      return omitEmpty({ ...common, view: block.view, columns }) as never;
    case "timings":
      return omitEmpty({ ...common, columns }) as never;
    case "booking": {
      const text = richTextOf(block.text);
      return omitEmpty({
        ...common,
        text: text.length > 0 ? text : undefined,
        bullets: texts(block.bullets),
      }) as never;
    }
    default:
      return omitEmpty(common) as never;
  }
}

/** The disclaimer that holds for a clinic, and the language that it is written in when it is not the file's. */
export type Disclaimer = { text: RichText; lang?: string | undefined };

type ClinicContext = {
  disclaimer: Disclaimer;
  /** By country. */
  emergencyNumbers: Map<string, string>;
  topics: string[];
};

export function clinicFileData(clinic: Data, context: ClinicContext, report: ReportFault) {
  const address = (clinic.address as Data | null) ?? {};
  return omitEmpty({
    lang: clinic.lang,
    name: clinic.name,
    city: clinic.city,
    address: address.country ? addressOf(address) : undefined,
    phone: clinic.phone,
    email: clinic.email,
    website: clinic.website,
    timezone: clinic.timezone,
    hours: attempt(report, ["hours"], () => hoursOf(clinic.hours)) ?? [],
    bookingLinks:
      attempt(report, ["bookingLinks"], () =>
        rowsOf(clinic.bookingLinks).map(({ slug, label, url, kind }) => ({ slug, label, url, kind })),
      ) ?? [],
    theme: attempt(report, ["theme"], () => themeOf((clinic.theme as Data | null) ?? {})) ?? {},
    disclaimer: context.disclaimer.text,
    disclaimerLang: context.disclaimer.lang,
    // Without one, texts say "your local emergency number" in the reader's language.
    emergencyNumber: context.emergencyNumbers.get(String(address.country ?? "")),
    topics: context.topics,
  });
}

const addressOf = ({ street, unit, locality, region, postalCode, country }: Data) =>
  omitEmpty({ street, unit, locality, region, postalCode, country });

const hoursOf = (hours: unknown) =>
  rowsOf(hours).map(({ day, opens, closes }) => ({ day, opens: opens || null, closes: closes || null }));

const themeOf = ({ accent, accentText, radius }: Data) => omitEmpty({ accent, accentText, radius });
