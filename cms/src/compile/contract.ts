/**
 * Documents in one language -> items of the contract. Pure: what relates to others is handed in.
 * Field by field, so that a field that is not named here is never public.
 */
import {
  type Benefit,
  type BenefitsBlock,
  type BodyBlock,
  type BookingBlock,
  type BookingLink,
  type ClinicFile,
  type Faq,
  type Finding,
  type InjuriesBlock,
  type Injury,
  type OpeningHours,
  type Review,
  type RichText,
  type SourceRef,
  type SpecialDay,
  type Study,
  studyLinks,
  type TextBlock,
  type Theme,
  type Timing,
  type TimingsBlock,
  type TopicFile,
} from "@clinic-widgets/shared";
import { dayOf } from "../documents/day.ts";
import { periodsOf } from "../documents/openingPeriods.ts";
import type { Localized } from "../documents/types.ts";
import type { CitationStyle, CitedStudy } from "../evidence/citation.ts";
import { doesStudyStand } from "../evidence/findings.ts";
import { plainIdentifiers } from "../evidence/identifiers.ts";
import { emergencyUrl, phoneUrl, plainPhone, telLink } from "../input/phone.ts";
import { withoutTags } from "../input/records.ts";
import { cachedCitation } from "./citationCache.ts";
import { attempt, inField, type ReportFault } from "./faults.ts";
import { richTextOf } from "./richText.ts";
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

const rowsOf = <Row>(rows: Row[] | null | undefined): Row[] => rows ?? [];
const texts = (rows: { text?: string | null }[] | null | undefined): string[] =>
  rowsOf(rows).flatMap((row) => (row.text ? [row.text] : []));
const listOrNothing = <Item>(list: Item[] | null | undefined): Item[] | undefined =>
  list && list.length > 0 ? list : undefined;
/** The ids of a relation, in order. One that is named twice is shown once. */
export const idsOf = (value: unknown): string[] => [
  ...new Set(Array.isArray(value) ? value.map(String) : []),
];

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
    limitations: inField("limitations", () => texts(study.limitations)),
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
    limits: texts(finding.limits),
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

/** A block as editors arrange it, with its topic's `lang` when that fell back. */
type BlockRow = NonNullable<Localized<"topics">["body"]>[number] & { lang?: string | undefined };

/** A block of the page; lists of them are the views of a topic's lists. */
export function bodyBlock(row: BlockRow): Unchecked<BodyBlock> {
  const common = { id: String(row.id), lang: row.lang, heading: row.heading };
  switch (row.blockType) {
    case "text":
      return omitEmpty<TextBlock>({
        block: row.blockType,
        ...common,
        slug: row.sectionSlug,
        paragraphs: richTextOf(row.paragraphs),
      });
    case "benefits":
      return omitEmpty<BenefitsBlock>({
        block: row.blockType,
        ...common,
        group: row.group,
        view: row.view,
        subheading: row.subheading,
        studyBoxHeading: row.studyBoxHeading,
        columns: listOrNothing(row.columns),
      });
    case "injuries":
      return omitEmpty<InjuriesBlock>({
        block: row.blockType,
        ...common,
        view: row.view,
        columns: listOrNothing(row.columns),
      });
    case "timings":
      return omitEmpty<TimingsBlock>({
        block: row.blockType,
        ...common,
        columns: listOrNothing(row.columns),
      });
    case "booking":
      return omitEmpty<BookingBlock>({
        block: row.blockType,
        ...common,
        text: listOrNothing(richTextOf(row.text)),
        bullets: texts(row.bullets),
      });
    case "faqs":
    case "studies":
    case "disclaimer":
      return omitEmpty<PlainBlock>({ block: row.blockType, ...common });
    default:
      return unknownBlock(row);
  }
}

type PlainBlock = Extract<BodyBlock, { block: "faqs" | "studies" | "disclaimer" }>;

/** A row of a kind that editors cannot choose, as a damaged one is: the contract refuses it. */
const unknownBlock = (row: never): Unchecked<BodyBlock> => ({
  block: (row as { blockType?: never }).blockType,
});

/** The disclaimer that holds for a clinic, and the language that it is written in when it is not the file's. */
export type Disclaimer = { text: RichText; lang?: string | undefined };

/** Its disclaimer is chosen by itself. */
type LocalizedClinic = Omit<Localized<"clinics">, "disclaimer">;

type ClinicContext = {
  disclaimer: Disclaimer;
  emergencyNumber: string | undefined;
  specialDays: Unchecked<SpecialDay>[] | undefined;
  topics: string[];
};

type ClinicData = Omit<FileContent<"clinic">, "kind" | "locale" | "clinic">;

export function clinicFileData(
  clinic: LocalizedClinic,
  context: ClinicContext,
  report: ReportFault,
): Unchecked<ClinicData> {
  const address = clinic.address ?? {};
  return omitEmpty<ClinicData>({
    lang: clinic.lang,
    name: clinic.name,
    city: clinic.city,
    address: address.country ? addressOf(address) : undefined,
    ...phoneOf(clinic.phone, address.country),
    email: clinic.email,
    website: clinic.website,
    timezone: clinic.timezone,
    hours: attempt(report, ["hours"], () => hoursOf(clinic.hours)) ?? [],
    specialDays: context.specialDays,
    bookingLinks:
      attempt(report, ["bookingLinks"], () =>
        rowsOf(clinic.bookingLinks).map(
          ({ slug, label, url, kind }): Fields<BookingLink> => ({
            slug,
            label,
            url: url && telLink(url),
            kind,
          }),
        ),
      ) ?? [],
    theme: attempt(report, ["theme"], () => themeOf(clinic.theme ?? {})) ?? {},
    disclaimer: context.disclaimer.text,
    disclaimerLang: context.disclaimer.lang,
    // Without one, texts say "your local emergency number" in the reader's language.
    ...emergencyOf(context.emergencyNumber),
    topics: context.topics,
  });
}

/** A number as readers see it, and what dials it. A damaged one is for the contract to refuse. */
const phoneOf = (phone: LocalizedClinic["phone"], country: string | null | undefined) =>
  typeof phone === "string" && phone
    ? { phone: plainPhone(phone), phoneUrl: phoneUrl(phone, country) }
    : { phone, phoneUrl: undefined };

const emergencyOf = (number: string | undefined) => ({
  emergencyNumber: number && plainPhone(number),
  emergencyUrl: number && emergencyUrl(number),
});

const addressOf = ({
  street,
  unit,
  locality,
  region,
  postalCode,
  country,
}: NonNullable<LocalizedClinic["address"]>) =>
  omitEmpty<NonNullable<ClinicFile["address"]>>({ street, unit, locality, region, postalCode, country });

const hoursOf = (hours: LocalizedClinic["hours"]): Fields<OpeningHours>[] => rowsOf(hours).flatMap(periodsOf);

const themeOf = ({ accent, accentText, radius }: NonNullable<LocalizedClinic["theme"]>) =>
  omitEmpty<Theme>({ accent, accentText, radius });
