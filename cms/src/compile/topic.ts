/** A topic and its lists -> its six files in every language. */
import { type BodyBlock, contentPath, LIST_KINDS, type ListKind } from "@clinic-widgets/shared";
import * as contract from "@clinic-widgets/shared/schemas";
import type { z } from "zod";
import { type Doc, toldIn } from "../documents/localize.ts";
import type { CitationStyle } from "../evidence/citation.ts";
import { FaultList, faultSentence, part, type Tell } from "../publishing/faults.ts";
import {
  benefitItem,
  bodyBlock,
  faqItem,
  injuryItem,
  type Surroundings,
  structureItem,
  studyItem,
  timingItem,
  topicPage,
} from "./contract.ts";
import { fitted, fittedFile } from "./fit.ts";
import { dataOf, docsOf, itemsOf } from "./items.ts";
import { fieldsOf } from "./read.ts";
import type { Compiled, CompileOptions, ContentData } from "./snapshot.ts";
import { readTopic, type TopicDocs } from "./topicDocs.ts";

/** Compiles the topic with this id. */
export async function compileTopic(id: string, options: CompileOptions): Promise<Compiled> {
  const unit = `topics/${id}`;
  const faults = new FaultList();
  const docs = await readTopic(id, options);
  if (!docs) return { unit, sources: [unit, "settings/settings"], files: [], faults: [] };

  const tell: Tell = (path, reason, isWhole) =>
    faults.add({ collection: "topics", document: id, message: faultSentence(path, reason, isWhole) });
  const slug = contract.slug.safeParse(docs.topic.slug);
  if (!slug.success) tell(["slug"], slug.error.issues[0]?.message ?? "", true);
  const files = slug.success
    ? options.locales.flatMap((locale) => filesIn(locale, slug.data, docs, { options, faults, tell }))
    : [];
  return { unit, sources: docs.sources, files, faults: faults.all() };
}

type Context = { options: CompileOptions; faults: FaultList; tell: Tell };

function filesIn(locale: string, topic: string, docs: TopicDocs, context: Context): ContentData[] {
  const { faults, tell, options } = context;
  const defaultLocale = options.locales[0] as string;
  const inLanguage = (collection: string) => (doc: Doc) =>
    toldIn(fieldsOf(options.payload, collection), doc, locale, defaultLocale);
  const items = (
    collection: keyof TopicDocs["byId"],
    schema: z.ZodType,
    make: (doc: Doc, tell: Tell) => unknown,
  ) =>
    itemsOf({
      collection,
      ids: docs.ids[collection],
      docs: docs.byId[collection],
      schema,
      tell: inLanguage(collection),
      make,
      faults,
    });

  // First what others point to: they point to nothing that is not shown.
  const citationStyle = (docs.settings.citationStyle as CitationStyle | undefined) ?? "vancouver";
  const studies = items("studies", contract.study, (doc, fault) =>
    studyItem(doc, { citationStyle, locale }, fault),
  );
  const structures = items(
    "structures",
    contract.injury.shape.structures.element,
    (doc) => structureItem(doc)[0],
  );
  const around: Surroundings = {
    locale,
    studies: docsOf(studies),
    structures: docsOf(structures),
    injuries: new Map(),
  };
  const injuries = items("injuries", contract.injury, (doc) => injuryItem(doc, around));
  around.injuries = docsOf(injuries);
  const lists: Record<ListKind, unknown[]> = {
    benefits: dataOf(items("benefits", contract.benefit, (doc) => benefitItem(doc, around))),
    injuries: dataOf(injuries),
    timings: dataOf(items("timings", contract.timing, (doc) => timingItem(doc, around))),
    faqs: dataOf(items("faqs", contract.faq, (doc) => faqItem(doc, around))),
    studies: dataOf(studies),
  };

  const told = part(tell, [], () => inLanguage("topics")(docs.topic), true);
  const body = told ? bodyOf(told, tell) : [];
  const page = told && { kind: "topic", locale, topic, ...topicPage(told, body, around, tell) };
  const files: [string, Record<string, unknown> | undefined][] = [
    [contentPath({ kind: "topic", locale, topic }), page && fittedFile(page, tell)],
    ...LIST_KINDS.map((kind): [string, Record<string, unknown>] => [
      contentPath({ kind, locale, topic }),
      { kind, locale, topic, items: lists[kind], views: body.filter((block) => block.block === kind) },
    ]),
  ];
  return files.flatMap(([path, data]) => (data ? [{ path, data }] : []));
}

/** The blocks of the page that hold to the contract. */
function bodyOf(topic: Doc, tell: Tell): BodyBlock[] {
  const blocks = part(tell, ["body"], () => [...((topic.body as Doc[] | null) ?? [])]) ?? [];
  return blocks.flatMap((row, index) => {
    const inBody: Tell = (path, reason) => tell(["body", index, ...path], reason, false);
    const block = part(inBody, [], () => bodyBlock({ ...row, lang: topic.lang }));
    return (block && fitted(contract.bodyBlock, block, inBody)) ?? [];
  });
}
