/** The demo content as documents of the CMS, in one language. What relates to others names their slugs. */
import benefits from "./content/benefits.json" with { type: "json" };
import clinic from "./content/clinic.json" with { type: "json" };
import esBenefits from "./content/es/benefits.json" with { type: "json" };
import esClinic from "./content/es/clinic.json" with { type: "json" };
import esFaqs from "./content/es/faqs.json" with { type: "json" };
import esInjuries from "./content/es/injuries.json" with { type: "json" };
import esSettings from "./content/es/settings.json" with { type: "json" };
import esStructures from "./content/es/structures.json" with { type: "json" };
import esStudies from "./content/es/studies.json" with { type: "json" };
import esTimings from "./content/es/timings.json" with { type: "json" };
import esTopic from "./content/es/topic.json" with { type: "json" };
import faqs from "./content/faqs.json" with { type: "json" };
import injuries from "./content/injuries.json" with { type: "json" };
import settings from "./content/settings.json" with { type: "json" };
import structures from "./content/structures.json" with { type: "json" };
import studies from "./content/studies.json" with { type: "json" };
import timings from "./content/timings.json" with { type: "json" };
import topic from "./content/topic.json" with { type: "json" };
import { richText } from "./lexical.ts";

export type Data = Record<string, unknown>;
/** The id of the document with this slug. */
export type IdOf = (collection: DemoCollection, slug: string) => string;

/** The languages of the demo content; the first is complete, the others translate it. */
export const DEMO_LOCALES = ["en", "es"] as const;
export type DemoLocale = (typeof DEMO_LOCALES)[number];

/** The order in which the collections can be filled: each needs only those before it. */
export const DEMO_COLLECTIONS = [
  "structures",
  "studies",
  "injuries",
  "benefits",
  "timings",
  "faqs",
  "topics",
  "clinics",
] as const;
export type DemoCollection = (typeof DEMO_COLLECTIONS)[number];

/** `translation` laid over `original`: lists by position, documents by slug. */
function translated<T>(original: T, translation: unknown): T {
  if (translation === undefined || translation === null) return original;
  if (Array.isArray(original) && Array.isArray(translation)) {
    const bySlug = new Map(translation.flatMap((item) => (item?.slug ? [[item.slug, item]] : [])));
    // A block's slug names its section: such lists go by position.
    const slugged = original.length > 0 && original.every((item) => item?.slug);
    return original.map((item, index) =>
      translated(item, slugged ? bySlug.get(item.slug) : translation[index]),
    ) as T;
  }
  if (typeof original === "object" && original !== null) {
    return Object.fromEntries(
      Object.entries(original).map(([key, value]) => [key, translated(value, (translation as Data)[key])]),
    ) as T;
  }
  return translation as T;
}

const inLocale = <T>(locale: DemoLocale, original: T, spanish: unknown): T =>
  locale === "es" ? translated(original, spanish) : original;
const rows = (texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

/** Every document of a collection in `locale`. */
export function demoDocuments(collection: DemoCollection, locale: DemoLocale, idOf: IdOf): Data[] {
  const ids = (to: DemoCollection, slugs: readonly string[]) => slugs.map((slug) => idOf(to, slug));
  const slugsOf = (items: readonly { slug: string }[]) => items.map((item) => item.slug);
  switch (collection) {
    case "structures":
      return inLocale(locale, structures, esStructures).map((structure) => ({ ...structure }));
    case "studies":
      return inLocale(locale, studies, esStudies).map(({ order: _, limitations, ...study }) => ({
        ...study,
        status: "current",
        limitations: rows(limitations),
      }));
    case "injuries":
      return inLocale(locale, injuries, esInjuries).map(
        ({ order: _, description, structures: names, ...injury }, index) => ({
          ...injury,
          description: richText(description),
          // Injuries name their structures in English, whatever the language of the text.
          structures: (injuries[index]?.structures ?? names).map((name) =>
            idOf("structures", structures.find((structure) => structure.name === name)?.slug ?? name),
          ),
        }),
      );
    case "benefits":
      return inLocale(locale, benefits as Benefit[], esBenefits).map(
        ({ order: _, body, findings, ...benefit }) => ({
          ...benefit,
          ...(body ? { body: richText(body) } : {}),
          findings: (findings ?? []).map(({ study, result, limits, ...finding }) => ({
            ...finding,
            study: idOf("studies", study),
            result: richText(result),
            limits: rows(limits),
          })),
        }),
      );
    case "timings":
      return inLocale(locale, timings, esTimings).map(({ order: _, ...timing }) => timing);
    case "faqs":
      return inLocale(locale, faqs as Faq[], esFaqs).map(({ order: _, answer, relatedInjuries, ...faq }) => ({
        ...faq,
        answer: richText(answer),
        relatedInjuries: ids("injuries", relatedInjuries),
      }));
    case "topics": {
      const { intro, keyPoints, body, ...page } = inLocale(locale, topic as Topic, esTopic);
      return [
        {
          ...page,
          intro: richText(intro),
          keyPoints: { heading: keyPoints.heading, items: rows(keyPoints.items) },
          body: body.map(blockData),
          benefits: ids("benefits", slugsOf(benefits)),
          injuries: ids("injuries", slugsOf(injuries)),
          timings: ids("timings", slugsOf(timings)),
          faqs: ids("faqs", slugsOf(faqs)),
          studies: ids("studies", slugsOf(studies)),
          review: { reviewedOn: "2026-10-12T12:00:00.000Z", nextReviewOn: "2027-04-12T12:00:00.000Z" },
        },
      ];
    }
    case "clinics": {
      const { fictional: _, address, ...profile } = inLocale(locale, clinic, esClinic);
      const { note: _note, ...place } = address;
      return [{ ...profile, address: place, topics: [idOf("topics", topic.slug)] }];
    }
  }
}

/** The settings in `locale`. */
export function demoSettings(locale: DemoLocale): Data {
  const { disclaimer, emergencyNumbers, citationStyle } = inLocale(locale, settings, esSettings);
  return {
    disclaimer: richText(disclaimer),
    emergencyNumbers: Object.entries(emergencyNumbers).map(([country, number]) => ({ country, number })),
    citationStyle,
  };
}

type Prose = { type: "paragraph"; text: string } | { type: "list"; items: string[] };
type Benefit = {
  slug: string;
  order: number;
  body?: string[];
  findings?: { study: string; result: string; limits: string[] }[];
};
type Faq = { slug: string; order: number; answer: Prose[]; relatedInjuries: string[] };
type TopicBlock = { block: string; slug?: string; paragraphs?: string[]; text?: string; bullets?: string[] };
type Topic = {
  slug: string;
  intro: string[];
  keyPoints: { heading: string; items: string[] };
  body: TopicBlock[];
};

function blockData({ block, slug, paragraphs, text, bullets, ...rest }: TopicBlock): Data {
  return {
    blockType: block,
    ...rest,
    ...(slug ? { sectionSlug: slug } : {}),
    ...(paragraphs ? { paragraphs: richText(paragraphs) } : {}),
    ...(text ? { text: richText(text) } : {}),
    ...(bullets ? { bullets: rows(bullets) } : {}),
  };
}
