/** A topic and its lists -> its six files in every language. */
import { type BodyBlock, contentPath, LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import * as contract from "@clinic-widgets/shared/schemas";
import type { CollectionSlug } from "payload";
import type { z } from "zod";
import { type Doc, localizeOrFallback } from "../documents/localize.ts";
import type { CitationStyle } from "../evidence/citation.ts";
import {
  benefitItem,
  bodyBlock,
  type CompileContext,
  faqItem,
  injuryItem,
  structureItem,
  studyItem,
  timingItem,
  topicPage,
} from "./contract.ts";
import { attempt, FaultList, faultSentence, type ReportFault } from "./faults.ts";
import { dataOf, docsOf, itemsOf } from "./items.ts";
import { pruneFile, pruneToSchema } from "./pruneToSchema.ts";
import { fieldsOf } from "./read.ts";
import type { Compiled, CompileOptions, ContentData } from "./snapshot.ts";
import { readTopic, type TopicDocs } from "./topicDocs.ts";

/** Compiles the topic with this id. */
export async function compileTopic(id: string, options: CompileOptions): Promise<Compiled> {
  const unit = `topics/${id}`;
  const faults = new FaultList();
  const docs = await readTopic(id, options);
  if (!docs) return { unit, sources: [unit, "settings/settings"], files: [], faults: [] };

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
  const inLanguage = (collection: CollectionSlug) => (doc: Doc) =>
    localizeOrFallback(fieldsOf(options.payload, collection), doc, locale, defaultLocale);
  const items = (
    collection: keyof TopicDocs["byId"],
    schema: z.ZodType,
    make: (doc: Doc, report: ReportFault) => unknown,
  ) =>
    itemsOf({
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
  const studies = items("studies", contract.study, (doc, report) =>
    studyItem(doc, { citationStyle, locale }, report),
  );
  const structures = items(
    "structures",
    contract.injury.shape.structures.element,
    (doc) => structureItem(doc)[0],
  );
  const compileContext: CompileContext = {
    locale,
    studies: docsOf(studies),
    structures: docsOf(structures),
    injuries: new Map(),
  };
  const injuries = items("injuries", contract.injury, (doc) => injuryItem(doc, compileContext));
  compileContext.injuries = docsOf(injuries);
  const lists: Record<ListKind, unknown[]> = {
    benefits: dataOf(items("benefits", contract.benefit, (doc) => benefitItem(doc, compileContext))),
    injuries: dataOf(injuries),
    timings: dataOf(items("timings", contract.timing, (doc) => timingItem(doc, compileContext))),
    faqs: dataOf(items("faqs", contract.faq, (doc) => faqItem(doc, compileContext))),
    studies: dataOf(studies),
  };

  const localized = attempt(report, [], () => inLanguage("topics")(docs.topic), true);
  const body = localized ? bodyOf(localized, report) : [];
  const page = localized && {
    kind: "topic",
    locale,
    topic,
    ...topicPage(localized, body, compileContext, report),
  };
  const files: [string, Record<string, unknown> | undefined][] = [
    [contentPath({ kind: "topic", locale, topic }), page && pruneFile(page, report)],
    ...LIST_KINDS.map((kind): [string, Record<string, unknown>] => [
      contentPath({ kind, locale, topic }),
      { kind, locale, topic, items: lists[kind], views: body.filter((block) => block.block === kind) },
    ]),
  ];
  return files.flatMap(([path, data]) => (data ? [{ path, data }] : []));
}

/** The blocks of the page that hold to the contract. */
function bodyOf(topic: Doc, report: ReportFault): BodyBlock[] {
  const blocks = attempt(report, ["body"], () => [...((topic.body as Doc[] | null) ?? [])]) ?? [];
  return blocks.flatMap((row, index) => {
    const inBody: ReportFault = (path, reason) => report(["body", index, ...path], reason, false);
    const block = attempt(inBody, [], () => bodyBlock({ ...row, lang: topic.lang }));
    return (block && pruneToSchema(contract.bodyBlock, block, inBody)) ?? [];
  });
}
