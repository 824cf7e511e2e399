/** Everything that is public of a topic: its lists, what they rest on, and whose changes concern it. */
import { LIST_KINDS } from "@clinic-widgets/shared";
import type { Stored, StoredSettings } from "../documents/types.ts";
import { readPapers, withSharedRetraction } from "./papers.ts";
import { type ReadOptions, readByIds, readSettings } from "./read.ts";
import { idsOf } from "./rows.ts";
import { settingsOfTopic } from "./settingsParts.ts";
import type { CompileOptions } from "./snapshot.ts";

type Kind = (typeof LIST_KINDS)[number] | "structures";

export type TopicDocs = {
  topic: Stored<"topics">;
  settings: StoredSettings;
  /** In the order in which readers see them, also of those that are not public. */
  ids: Record<Kind, string[]>;
  /** Those that are public. */
  byId: { [K in Kind]: Map<string, Stored<K>> };
  /** Also what is not public, and other records of the same papers: when they change, the topic may. */
  sources: string[];
};

/** Nothing when the topic itself is not public. */
export async function readTopic(
  id: string,
  { payload, draft = false, papers: readShared = () => readPapers(payload) }: CompileOptions,
): Promise<TopicDocs | undefined> {
  const read: ReadOptions = { payload, draft };
  const topic = (await readByIds(read, "topics", [id])).get(id);
  if (!topic) return undefined;
  const listed = {
    benefits: idsOf(topic.benefits),
    injuries: idsOf(topic.injuries),
    timings: idsOf(topic.timings),
    faqs: idsOf(topic.faqs),
  };
  const [benefits, injuries, timings, faqs] = await Promise.all([
    readByIds(read, "benefits", listed.benefits),
    readByIds(read, "injuries", listed.injuries),
    readByIds(read, "timings", listed.timings),
    readByIds(read, "faqs", listed.faqs),
  ]);
  const ids = {
    ...listed,
    studies: studyIdsOf(topic, inOrder(listed.benefits, benefits), [
      ...inOrder(listed.timings, timings),
      ...inOrder(listed.faqs, faqs),
    ]),
    structures: distinct(inOrder(listed.injuries, injuries).flatMap((doc) => idsOf(doc.structures))),
  };
  const [studies, structures, settings, papers] = await Promise.all([
    readByIds(read, "studies", ids.studies),
    readByIds(read, "structures", ids.structures),
    readSettings(payload),
    readShared(),
  ]);
  const named = [...LIST_KINDS, "structures" as const].flatMap((kind) =>
    ids[kind].map((each) => `${kind}/${each}`),
  );
  const otherRecords = ids.studies.flatMap((each) => papers.othersOf(each)).map((each) => `studies/${each}`);
  return {
    topic,
    settings,
    ids,
    byId: {
      benefits,
      injuries,
      timings,
      faqs,
      studies: withSharedRetraction(studies, papers),
      structures,
    },
    sources: [...new Set([`topics/${id}`, ...settingsOfTopic(settings), ...named, ...otherRecords])],
  };
}

/** The topic's own sources in its order, then those that its key points and items rest on. */
function studyIdsOf(
  topic: Stored<"topics">,
  benefits: Stored<"benefits">[],
  items: (Stored<"timings"> | Stored<"faqs">)[],
): string[] {
  const keyPoints = rowsOf(topic.keyPoints?.items);
  return distinct([
    ...idsOf(topic.studies),
    ...keyPoints.flatMap((item) => idsOf(item.studies)),
    ...benefits
      .flatMap((benefit) => rowsOf(benefit.findings))
      .flatMap(({ study }) => (study ? [String(study)] : [])),
    ...items.flatMap((item) => idsOf(item.studies)),
  ]);
}

const inOrder = <Doc>(ids: string[], docs: Map<string, Doc>): Doc[] =>
  ids.flatMap((id) => docs.get(id) ?? []);
const distinct = (ids: string[]): string[] => [...new Set(ids)];

/** What is damaged names nothing here; its fault is met where its item is made. */
const rowsOf = <Row>(rows: Row[] | null | undefined): Row[] =>
  Array.isArray(rows) ? rows.filter((row) => typeof row === "object" && row !== null) : [];
