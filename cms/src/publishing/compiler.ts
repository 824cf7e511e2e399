/**
 * What is public now -> content files. An item that cannot stand is left out with its fault;
 * it never holds back the rest.
 */
import { createHash } from "node:crypto";
import { contentPath, directionOf, LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import * as contract from "@clinic-widgets/shared/schemas";
import type { FlattenedField, Payload } from "payload";
import type { z } from "zod";
import type { CitationStyle } from "../evidence/citation.ts";
import { doesStudyStand } from "../evidence/findings.ts";
import { localeLabel } from "../localization.ts";
import type { Snapshot } from "../store/types.ts";
import {
  benefitItem,
  clinicFileData,
  type Disclaimer,
  faqItem,
  idsOf,
  injuryItem,
  type Surroundings,
  studyItem,
  timingItem,
  topicPage,
} from "./contract.ts";
import { type Doc, inLocale, isComplete } from "./localize.ts";
import { type ReadOptions, readByIds, readSettings } from "./read.ts";

/** Why something published is not on the sites. */
export type Fault = { collection: string; document: string; message: string };

/** The files of one unit; none when its document is not public. */
export type Compiled = { unit: string; sources: string[]; files: ContentData[]; faults: Fault[] };
export type ContentData = { path: string; data: Record<string, unknown> };

type Options = { payload: Payload; locales: readonly string[]; draft?: boolean };

const ITEM_SCHEMAS = {
  benefits: contract.benefit,
  injuries: contract.injury,
  timings: contract.timing,
  faqs: contract.faq,
  studies: contract.study,
} satisfies Record<ListKind, z.ZodType>;

/** The topic with this id, in every language, with its lists. */
export async function compileTopic(
  id: string,
  { payload, locales, draft = false }: Options,
): Promise<Compiled> {
  const read: ReadOptions = { payload, draft };
  const unit = `topics/${id}`;
  const sources = new Set([unit, "settings/settings"]);
  const faults: Fault[] = [];
  const topic = (await readByIds(read, "topics", [id])).get(id);
  if (!topic) return { unit, sources: [...sources], files: [], faults };

  const note = (collection: string, ids: Iterable<string>) => {
    for (const each of ids) sources.add(`${collection}/${each}`);
  };
  const listed = (kind: ListKind) => idsOf(topic[kind]);
  const [benefits, injuries, timings, faqs] = (await Promise.all(
    (["benefits", "injuries", "timings", "faqs"] as const).map((kind) => readByIds(read, kind, listed(kind))),
  )) as [Map<string, Doc>, Map<string, Doc>, Map<string, Doc>, Map<string, Doc>];
  // Also what is not public counts as a source: when it is published, the topic changes.
  for (const kind of LIST_KINDS) note(kind, listed(kind));

  const studyIds = orderedStudyIds(topic, { benefits, timings, faqs });
  note("studies", studyIds);
  const structureIds = [...injuries.values()].flatMap((injury) => idsOf(injury.structures));
  note("structures", structureIds);
  const [studies, structures, settings] = await Promise.all([
    readByIds(read, "studies", studyIds),
    readByIds(read, "structures", structureIds),
    readSettings(payload),
  ]);

  const publicStudyIds = studyIds.filter((each) => studies.has(each));
  const shared = {
    citationStyle: (settings.citationStyle as CitationStyle | undefined) ?? "vancouver",
    standing: new Set(
      publicStudyIds.filter((each) => doesStudyStand(studies.get(each)?.status as string | undefined)),
    ),
    numbers: new Map(publicStudyIds.map((each, index) => [each, index + 1])),
  };
  const defaultLocale = locales[0] as string;
  const slug = String(topic.slug);
  const files: ContentData[] = [];

  for (const locale of locales) {
    const told = (collection: string, docs: Map<string, Doc>) =>
      new Map(
        [...docs].map(([key, doc]) => [
          key,
          toldIn(fieldsOf(payload, collection), doc, locale, defaultLocale),
        ]),
      );
    const surroundings: Surroundings = {
      ...shared,
      locale,
      studies: told("studies", studies),
      injuries: told("injuries", injuries),
      structures: told("structures", structures),
    };
    const items: Record<ListKind, unknown[]> = {
      benefits: itemsOf(
        "benefits",
        listed("benefits"),
        told("benefits", benefits),
        (doc) => benefitItem(doc, surroundings),
        faults,
      ),
      injuries: itemsOf(
        "injuries",
        listed("injuries"),
        surroundings.injuries,
        (doc) => injuryItem(doc, surroundings),
        faults,
      ),
      timings: itemsOf(
        "timings",
        listed("timings"),
        told("timings", timings),
        (doc) => timingItem(doc, surroundings),
        faults,
      ),
      faqs: itemsOf("faqs", listed("faqs"), told("faqs", faqs), (doc) => faqItem(doc, surroundings), faults),
      studies: itemsOf(
        "studies",
        publicStudyIds,
        surroundings.studies,
        (doc) => studyItem(doc, surroundings),
        faults,
      ),
    };
    const page = topicPage(toldIn(fieldsOf(payload, "topics"), topic, locale, defaultLocale), surroundings);
    files.push({
      path: contentPath({ kind: "topic", locale, topic: slug }),
      data: { kind: "topic", locale, topic: slug, ...page },
    });
    for (const kind of LIST_KINDS) {
      const views = (page.body as { block: string }[]).filter((block) => block.block === kind);
      files.push({
        path: contentPath({ kind, locale, topic: slug }),
        data: { kind, locale, topic: slug, items: items[kind], views },
      });
    }
  }
  return {
    unit,
    sources: [...sources],
    files: checked(files, { collection: "topics", document: id }, faults),
    faults: unique(faults),
  };
}

/** The clinic with this id, in every language. */
export async function compileClinic(
  id: string,
  { payload, locales, draft = false }: Options,
): Promise<Compiled> {
  const read: ReadOptions = { payload, draft };
  const unit = `clinics/${id}`;
  const faults: Fault[] = [];
  const clinic = (await readByIds(read, "clinics", [id])).get(id);
  const topicIds = clinic ? idsOf(clinic.topics) : [];
  const sources = [unit, "settings/settings", ...topicIds.map((each) => `topics/${each}`)];
  if (!clinic) return { unit, sources, files: [], faults };
  const [topics, settings] = await Promise.all([readByIds(read, "topics", topicIds), readSettings(payload)]);
  const emergencyNumbers = new Map(
    ((settings.emergencyNumbers as { country: string; number: string }[] | null) ?? []).map(
      ({ country, number }) => [country, number],
    ),
  );
  const defaultLocale = locales[0] as string;
  const slug = String(clinic.slug);
  const files = locales.map((locale) => {
    const told = toldIn(
      fieldsOf(payload, "clinics").filter((field) => field.name !== "disclaimer"),
      clinic,
      locale,
      defaultLocale,
    );
    const disclaimer = disclaimerIn(
      hasAnyText(clinic.disclaimer) ? clinic.disclaimer : settings.disclaimer,
      locale,
      defaultLocale,
    );
    const data = clinicFileData(told, {
      disclaimer,
      emergencyNumbers,
      topics: topicIds.flatMap((each) => (topics.has(each) ? [String(topics.get(each)?.slug)] : [])),
    });
    return {
      path: contentPath({ kind: "clinic", locale, clinic: slug }),
      data: { kind: "clinic", locale, clinic: slug, ...data },
    };
  });
  return {
    unit,
    sources,
    files: checked(files, { collection: "clinics", document: id }, faults),
    faults: unique(faults),
  };
}

/** What holds without a clinic. */
export async function compileSite({ payload, locales }: Options): Promise<Compiled> {
  const settings = await readSettings(payload);
  const defaultLocale = locales[0] as string;
  const faults: Fault[] = [];
  const files = locales.map((locale) => {
    const { text, lang } = disclaimerIn(settings.disclaimer, locale, defaultLocale);
    return {
      path: contentPath({ kind: "site", locale }),
      data: {
        kind: "site",
        locale,
        ...(lang ? { lang } : {}),
        disclaimer: clinicFileData({}, { disclaimer: { text }, emergencyNumbers: new Map(), topics: [] })
          .disclaimer,
        locales: locales.map((code) => ({ code, label: localeLabel(code), direction: directionOf(code) })),
      },
    };
  });
  return {
    unit: "site/site",
    sources: ["settings/settings"],
    files: checked(files, { collection: "settings", document: "settings" }, faults),
    faults,
  };
}

/** The topic's own sources in its order, then those that its key points and items rest on. */
function orderedStudyIds(
  topic: Doc,
  lists: { benefits: Map<string, Doc>; timings: Map<string, Doc>; faqs: Map<string, Doc> },
): string[] {
  const inOrder = (kind: "benefits" | "timings" | "faqs") =>
    idsOf(topic[kind]).flatMap((id) => lists[kind].get(id) ?? []);
  const keyPoints = ((topic.keyPoints as { items?: { studies?: unknown }[] } | null)?.items ?? []).flatMap(
    (item) => idsOf(item.studies),
  );
  const findings = inOrder("benefits").flatMap((benefit) =>
    ((benefit.findings as { study?: unknown }[] | null) ?? []).flatMap((finding) =>
      finding.study ? [String(finding.study)] : [],
    ),
  );
  const named = [...inOrder("timings"), ...inOrder("faqs")].flatMap((item) => idsOf(item.studies));
  return [...new Set([...idsOf(topic.studies), ...keyPoints, ...findings, ...named])];
}

const fieldsOf = (payload: Payload, collection: string): FlattenedField[] =>
  payload.collections[collection as "users"]?.config.flattenedFields ?? [];

/** The document in `locale`, or as a whole in the default one and marked with its language. */
function toldIn(fields: FlattenedField[], doc: Doc, locale: string, defaultLocale: string): Doc {
  if (locale === defaultLocale || isComplete(fields, doc, locale, defaultLocale))
    return inLocale(fields, doc, locale);
  return { ...inLocale(fields, doc, defaultLocale), lang: defaultLocale };
}

function disclaimerIn(value: unknown, locale: string, defaultLocale: string): Disclaimer {
  const byLocale = (value ?? {}) as Record<string, unknown>;
  return hasText(byLocale[locale]) || locale === defaultLocale
    ? { text: byLocale[locale] }
    : { text: byLocale[defaultLocale], lang: defaultLocale };
}
const hasText = (value: unknown): boolean => JSON.stringify(value ?? null).includes('"text":"');
const hasAnyText = (value: unknown): boolean => Object.values((value ?? {}) as object).some(hasText);

function itemsOf(
  kind: ListKind,
  ids: string[],
  docs: Map<string, Doc>,
  make: (doc: Doc) => unknown,
  faults: Fault[],
): unknown[] {
  return ids.flatMap((id) => {
    const doc = docs.get(id);
    if (!doc) return [];
    try {
      const item = make(doc);
      if (item === undefined) return [];
      const parsed = ITEM_SCHEMAS[kind].safeParse(item);
      if (parsed.success) return [item];
      faults.push({ collection: kind, document: id, message: faultSentence(parsed.error) });
    } catch (error) {
      faults.push({
        collection: kind,
        document: id,
        message: `It could not be made ready for readers: ${(error as Error).message}`,
      });
    }
    return [];
  });
}

/** The files that hold to the contract. Those that do not are left out with a fault. */
function checked(files: ContentData[], document: Omit<Fault, "message">, faults: Fault[]): ContentData[] {
  return files.filter(({ data }) => {
    const schema = contract.schemas[data.kind as keyof typeof contract.schemas] as z.ZodType;
    const parsed = schema.safeParse({
      ...data,
      version: 1,
      revision: "unpublished",
      publishedAt: "2000-01-01T00:00:00.000Z",
    });
    if (!parsed.success) faults.push({ ...document, message: faultSentence(parsed.error) });
    return parsed.success;
  });
}

function faultSentence(error: z.ZodError): string {
  const [first] = error.issues;
  return `The field "${first?.path.join(".") ?? ""}" is not as readers need it: ${first?.message ?? "unknown fault"}. Open the document, mend the field, and publish it again.`;
}

const unique = (faults: Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [`${fault.collection}/${fault.document}`, fault])).values(),
];

/** The file as it is stored. `publishedAt` is when this content was first written: an old one is kept while the content is the same. */
export function snapshotOf(
  { path, data }: ContentData,
  { unit, sources }: Pick<Compiled, "unit" | "sources">,
  old: Snapshot | undefined,
  now: Date,
): Snapshot {
  const revision = createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 20);
  const sorted = [...sources].sort();
  if (old?.revision === revision) return { ...old, unit, sources: sorted };
  const { kind, locale, ...content } = data;
  return {
    path,
    unit,
    sources: sorted,
    revision,
    body: JSON.stringify({ version: 1, kind, locale, revision, publishedAt: now.toISOString(), ...content }),
  };
}
