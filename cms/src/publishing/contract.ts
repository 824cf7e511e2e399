/**
 * Documents in one language -> items of the contract. Pure: what relates to others is handed in.
 * Field by field, so that a field that is not named here is never public.
 */
import { type BodyBlock, type SourceRef, studyLinks } from "@clinic-widgets/shared";
import { type CitationStyle, citeStudy } from "../evidence/citation.ts";
import type { Doc } from "./localize.ts";
import { richTextOf } from "./richText.ts";

type Data = Record<string, any>;

/** What an item needs to know of the topic that it stands on. Ids that are not public are missing from the maps. */
export type Surroundings = {
  locale: string;
  citationStyle: CitationStyle;
  /** Published studies by id. */
  studies: Map<string, Doc>;
  /** Ids of the studies that stand: published, not retracted. */
  standing: Set<string>;
  /** 1-based number of each study among the topic's sources. */
  numbers: Map<string, number>;
  /** Injuries of the same topic by id, for links between them. */
  injuries: Map<string, Doc>;
  structures: Map<string, Doc>;
};

/** Leaves out what is not there: the contract tells absence by a missing key. */
const given = <T extends Data>(data: T): T =>
  Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as T;
const texts = (rows: unknown): string[] =>
  ((rows as { text?: string }[] | null) ?? []).flatMap((row) => (row.text ? [row.text] : []));
export const idsOf = (value: unknown): string[] =>
  ((value as unknown[] | null) ?? []).map((item) => String(item));

/** "Kużdżał and colleagues, 2025": short enough to stand beside a claim. */
function sourceOf(id: string, { studies, numbers, locale }: Surroundings): SourceRef | undefined {
  const study = studies.get(id) as Data | undefined;
  if (!study) return undefined;
  return given({
    study: study.slug,
    label: sourceLabel(study, locale),
    url: studyLinks(study)[0]?.url,
    number: numbers.get(id),
  }) as SourceRef;
}

function sourceLabel(study: Data, locale: string): string {
  const families = ((study.authors as { family: string }[] | null) ?? []).map((author) => author.family);
  const spanish = locale.startsWith("es");
  const who =
    families.length > 2
      ? `${families[0]} ${spanish ? "y colaboradores" : "and colleagues"}`
      : families.join(spanish ? " y " : " and ");
  return [who || study.title, String(study.issued ?? "").slice(0, 4)].filter(Boolean).join(", ");
}

const sourcesOf = (ids: unknown, around: Surroundings): SourceRef[] =>
  idsOf(ids).flatMap((id) => {
    // A claim must not lean on what was retracted; the list of sources still shows it, marked.
    const source = around.standing.has(id) ? sourceOf(id, around) : undefined;
    return source ? [source] : [];
  });

export function studyItem(study: Data, { citationStyle, locale }: Surroundings) {
  const level = study.evidenceLevel as Data | null;
  return given({
    slug: study.slug,
    lang: study.lang,
    authors: (study.authors ?? []).map((author: Data) =>
      given({ family: author.family, given: author.given }),
    ),
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
      ? given({ scale: level.scale ?? "OCEBM 2011", level: level.level, reason: level.reason })
      : undefined,
    plainSummary: study.plainSummary,
    limitations: texts(study.limitations),
    population: study.population,
    citation: citeStudy(citable(study), citationStyle, locale),
    links: studyLinks(study),
  });
}

const citable = (study: Data) =>
  given({
    slug: study.slug,
    authors: (study.authors ?? []).map((author: Data) =>
      given({ family: author.family, given: author.given }),
    ),
    title: study.title,
    containerTitle: study.containerTitle,
    containerTitleShort: study.containerTitleShort,
    issued: String(study.issued ?? ""),
    volume: study.volume,
    issue: study.issue,
    pages: study.pages,
    doi: study.doi,
  });

/** The benefit, or `undefined` when it claims evidence and no study that stands supports it. */
export function benefitItem(benefit: Data, around: Surroundings) {
  const findings = ((benefit.findings as Data[] | null) ?? []).flatMap((finding) => {
    const id = String(finding.study);
    const source = around.standing.has(id) ? sourceOf(id, around) : undefined;
    if (!source) return [];
    return [
      given({
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
      }),
    ];
  });
  if (benefit.group === "evidence" && findings.length === 0) return undefined;
  const body = richTextOf(benefit.body);
  return given({
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

export function injuryItem(injury: Data, { structures }: Surroundings) {
  const { label, url } = (injury.readMore as Data | null) ?? {};
  return given({
    slug: injury.slug,
    lang: injury.lang,
    name: injury.name,
    alsoKnownAs: injury.alsoKnownAs ?? [],
    structures: idsOf(injury.structures).flatMap((id) => {
      const structure = structures.get(id) as Data | undefined;
      return structure ? [{ slug: structure.slug, name: structure.name }] : [];
    }),
    description: richTextOf(injury.description),
    summary: injury.summary,
    readMore: label && url ? { label, url } : undefined,
  });
}

export const timingItem = (timing: Data, around: Surroundings) =>
  given({
    slug: timing.slug,
    lang: timing.lang,
    timing: timing.timing,
    purpose: timing.purpose,
    benefits: timing.benefits,
    studies: sourcesOf(timing.studies, around),
  });

export const faqItem = (faq: Data, around: Surroundings) =>
  given({
    slug: faq.slug,
    lang: faq.lang,
    question: faq.question,
    answer: richTextOf(faq.answer),
    relatedInjuries: idsOf(faq.relatedInjuries).flatMap((id) => {
      const injury = around.injuries.get(id) as Data | undefined;
      return injury ? [{ slug: injury.slug, name: injury.name }] : [];
    }),
    relatedLinks: ((faq.relatedLinks as Data[] | null) ?? []).map(({ slug, label, url }) => ({
      slug,
      label,
      url,
    })),
    studies: sourcesOf(faq.studies, around),
  });

/** The page itself, without its lists. */
export function topicPage(topic: Data, around: Surroundings) {
  const keyPoints = ((topic.keyPoints?.items as Data[] | null) ?? []).map((item) => ({
    text: item.text,
    studies: sourcesOf(item.studies, around),
  }));
  const { reviewedOn, nextReviewOn } = (topic.review as Data | null) ?? {};
  const day = (date: unknown) => (date ? String(date).slice(0, 10) : undefined);
  return given({
    lang: topic.lang,
    title: topic.title,
    subtitle: topic.subtitle,
    intro: richTextOf(topic.intro),
    keyPoints:
      keyPoints.length > 0 ? { heading: topic.keyPoints.heading ?? "", items: keyPoints } : undefined,
    body: ((topic.body as Data[] | null) ?? []).map(bodyBlock),
    review: reviewedOn ? given({ reviewedOn: day(reviewedOn), nextReviewOn: day(nextReviewOn) }) : undefined,
  });
}

function bodyBlock(block: Data): BodyBlock {
  const { blockType, id, heading } = block;
  const columns = block.columns?.length > 0 ? block.columns : undefined;
  const common = { block: blockType, id: String(id), heading };
  switch (blockType) {
    case "text":
      return given({ ...common, slug: block.sectionSlug, paragraphs: richTextOf(block.paragraphs) }) as never;
    case "benefits":
      return given({
        ...common,
        group: block.group,
        view: block.view,
        subheading: block.subheading,
        studyBoxHeading: block.studyBoxHeading,
        columns,
      }) as never;
    case "injuries":
      return given({ ...common, view: block.view, columns }) as never;
    case "timings":
      return given({ ...common, columns }) as never;
    case "booking": {
      const text = richTextOf(block.text);
      return given({
        ...common,
        text: text.length > 0 ? text : undefined,
        bullets: texts(block.bullets),
      }) as never;
    }
    default:
      return given(common) as never;
  }
}

/** The disclaimer that holds for a clinic, and the language that it is written in. */
export type Disclaimer = { text: unknown; lang?: string | undefined };

export function clinicFileData(
  clinic: Data,
  {
    disclaimer,
    emergencyNumbers,
    topics,
  }: { disclaimer: Disclaimer; emergencyNumbers: Map<string, string>; topics: string[] },
) {
  const address = (clinic.address as Data | null) ?? {};
  const theme = (clinic.theme as Data | null) ?? {};
  return given({
    lang: clinic.lang,
    name: clinic.name,
    city: clinic.city,
    address: address.country
      ? given({
          street: address.street,
          unit: address.unit,
          locality: address.locality,
          region: address.region,
          postalCode: address.postalCode,
          country: address.country,
        })
      : undefined,
    phone: clinic.phone,
    email: clinic.email,
    website: clinic.website,
    timezone: clinic.timezone,
    hours: ((clinic.hours as Data[] | null) ?? []).map(({ day, opens, closes }) => ({
      day,
      opens: opens || null,
      closes: closes || null,
    })),
    bookingLinks: ((clinic.bookingLinks as Data[] | null) ?? []).map(({ slug, label, url, kind }) => ({
      slug,
      label,
      url,
      kind,
    })),
    theme: given({ accent: theme.accent, accentText: theme.accentText, radius: theme.radius }),
    disclaimer: richTextOf(disclaimer.text),
    disclaimerLang: disclaimer.lang,
    emergencyNumber: emergencyNumbers.get(String(address.country ?? "")),
    topics,
  });
}
