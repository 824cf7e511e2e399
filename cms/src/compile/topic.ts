/** A topic and its lists -> its six files in every language. */
import { type BodyBlock, contentPath, LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import * as contract from "@clinic-widgets/shared/schemas";
import type { CollectionSlug } from "payload";
import type { z } from "zod";
import { localizeOrFallback } from "../documents/localize.ts";
import type { Localized, Stored } from "../documents/types.ts";
import type { CitationStyle } from "../evidence/citation.ts";
import { withAnchors } from "./anchors.ts";
import { bodyBlock } from "./blocks.ts";
import {
  benefitItem,
  type CompileContext,
  faqItem,
  injuryItem,
  structureItem,
  studyItem,
  timingItem,
  topicPage,
} from "./contract.ts";
import { attempt, FaultList, faultSentence, type ReportFault } from "./faults.ts";
import { formerSlugsOf } from "./formerSlugs.ts";
import { dataOf, docsOf, itemsOf } from "./items.ts";
import { pruneFile, pruneToSchema } from "./pruneToSchema.ts";
import { fieldsOf } from "./read.ts";
import type { Compiled, CompileOptions, ContentData } from "./snapshot.ts";
import { sourceLabel, yearLetters } from "./sourceLabels.ts";
import { readTopic, type TopicDocs } from "./topicDocs.ts";
import type { FileContent, Unchecked } from "./unchecked.ts";

/** Compiles the topic with this id. */
export async function compileTopic(id: string, options: CompileOptions): Promise<Compiled> {
  const unit = `topics/${id}`;
  const faults = new FaultList();
  const docs = await readTopic(id, options);
  if (!docs) return { unit, sources: [unit], files: [], faults: [] };

  const report: ReportFault = (path, reason, isWhole) =>
    faults.add({ collection: "topics", document: id, message: faultSentence(path, reason, isWhole) });
  const slug = contract.slug.safeParse(docs.topic.slug);
  if (!slug.success) report(["slug"], slug.error.issues[0]?.message ?? "", true);
  const files = slug.success
    ? options.locales.flatMap((locale) => filesIn(locale, slug.data, docs, { options, faults, report }))
    : [];
  return { unit, sources: docs.sources, files, faults: faults.all() };
}

type Context = { options: CompileOptions; faults: FaultList; report: ReportFault };

function filesIn(locale: string, topic: string, docs: TopicDocs, context: Context): ContentData[] {
  const { faults, report, options } = context;
  const defaultLocale = options.locales[0] as string;
  const inLanguage =
    <Slug extends CollectionSlug>(collection: Slug) =>
    (doc: Stored<Slug>): Localized<Slug> =>
      localizeOrFallback<Slug>(fieldsOf(options.payload, collection), doc, locale, defaultLocale);
  const items = <Slug extends keyof TopicDocs["byId"], Data>(
    collection: Slug,
    schema: z.ZodType<Data>,
    make: (doc: Localized<Slug>, report: ReportFault) => Unchecked<NoInfer<Data>> | undefined,
  ) =>
    itemsOf<Slug, Data>({
      collection,
      ids: docs.ids[collection],
      docs: docs.byId[collection],
      schema,
      localize: inLanguage(collection),
      make,
      faults,
    });

  // First what others point to: they point to nothing that is not shown.
  const citationStyle = (docs.settings.citationStyle as CitationStyle | undefined) ?? "vancouver";
  const letters = yearLetters(readable(docs, inLanguage("studies")), locale);
  const studies = items("studies", contract.study, (doc, report) =>
    studyItem(doc, { citationStyle, locale, letter: letters.get(doc.id) }, report),
  );
  const structures = items(
    "structures",
    contract.injury.shape.structures.element,
    (doc) => structureItem(doc)[0],
  );
  const compileContext: CompileContext = {
    locale,
    studies: docsOf(studies),
    letters,
    structures: docsOf(structures),
    injuries: new Map(),
  };
  const injuries = items("injuries", contract.injury, (doc) => injuryItem(doc, compileContext));
  compileContext.injuries = docsOf(injuries);
  const benefits = items("benefits", contract.benefit, (doc) => benefitItem(doc, compileContext));
  const timings = items("timings", contract.timing, (doc) => timingItem(doc, compileContext));
  const faqs = items("faqs", contract.faq, (doc) => faqItem(doc, compileContext));

  const localized = attempt(report, [], () => inLanguage("topics")(docs.topic), true);
  const body = localized ? bodyOf(localized, report) : [];
  const page =
    localized &&
    pruneFile(
      "topic",
      { kind: "topic", locale, topic, ...topicPage(localized, body, compileContext, report) },
      report,
    );
  const of = { locale, topic };
  const shown = withAnchors(
    {
      benefits: dataOf(benefits),
      injuries: dataOf(injuries),
      timings: dataOf(timings),
      faqs: dataOf(faqs),
      studies: dataOf(studies),
    },
    body,
  );
  const lists: { [K in ListKind]: FileContent<K> } = {
    benefits: { kind: "benefits", ...of, items: shown.benefits, views: viewsOf(body, "benefits") },
    injuries: { kind: "injuries", ...of, items: shown.injuries, views: viewsOf(body, "injuries") },
    timings: { kind: "timings", ...of, items: shown.timings, views: viewsOf(body, "timings") },
    faqs: { kind: "faqs", ...of, items: shown.faqs, views: viewsOf(body, "faqs") },
    studies: { kind: "studies", ...of, items: shown.studies, views: viewsOf(body, "studies") },
  };
  const files = [...(page ? [page] : []), ...LIST_KINDS.map((kind) => lists[kind])];
  const addresses = [topic, ...formerSlugsOf(docs.topic)];
  return addresses.flatMap((address) =>
    files.map((data) => ({ path: contentPath({ ...data, topic: address }), data })),
  );
}

/** The sources in their order, without damaged ones: what is wrong with those is told where their items are made. */
const readable = (
  { ids, byId }: TopicDocs,
  localize: (doc: Stored<"studies">) => Localized<"studies">,
): Map<string, Localized<"studies">> =>
  new Map(
    ids.studies.flatMap((id) => {
      const doc = byId.studies.get(id);
      try {
        const study = doc && localize(doc);
        return study && sourceLabel(study, "en") ? [[id, study] as const] : [];
      } catch {
        return [];
      }
    }),
  );

/** The blocks of the page that show one list. */
const viewsOf = <K extends ListKind>(body: BodyBlock[], kind: K): Extract<BodyBlock, { block: K }>[] =>
  body.filter((block): block is Extract<BodyBlock, { block: K }> => block.block === kind);

/** The blocks of the page that hold to the contract. */
function bodyOf(topic: Localized<"topics">, report: ReportFault): BodyBlock[] {
  const blocks = attempt(report, ["body"], () => [...(topic.body ?? [])]) ?? [];
  return blocks.flatMap((row, index) => {
    const inBody: ReportFault = (path, reason) => report(["body", index, ...path], reason, false);
    const block = attempt(inBody, [], () => bodyBlock({ ...row, lang: topic.lang }));
    return (block && pruneToSchema(contract.bodyBlock, block, inBody)) ?? [];
  });
}
