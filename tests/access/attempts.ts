/** Reads and writes as each role tries them on a document, and what comes of it. */
import { expect, it } from "vitest";
import type { Answer, Doc, Rest } from "../support/rest.ts";
import { type Collection, dataFor, isDrafted, TITLE, wordIn } from "./documents.ts";
import type { Role, Row } from "./expected.ts";
import { disclosed, done, outcomes, type Setting } from "./setting.ts";

/** The words `draft=true` in the name of an operation, and so on: what is sent. */
type Sent = { query: Record<string, string>; status: Record<string, string> };
type Outcomes = Promise<Record<Role, string>>;
/** One operation, tried by everybody; `sent` comes from the table's row. */
export type Operation = (setting: Setting, collection: Collection, sent: Sent) => Outcomes;

export const CHANGED = "Changed by somebody";

/** One test for each row of the table: everybody tries, and all outcomes are compared at once. */
export function testTable(
  getSetting: () => Setting,
  collection: Collection,
  rows: Row[],
  operations: Record<string, Operation>,
): void {
  it.each(rows)("%s", async (name, expected) => {
    const words = name.split(" ");
    const verb = words.filter((word) => !word.includes("=")).join(" ");
    const { _status, ...query } = Object.fromEntries(
      words.filter((word) => word.includes("=")).map((word) => word.split("=")),
    ) as Record<string, string>;
    const operation = operations[verb];
    if (!operation) throw new Error(`The table says who may "${verb}", but no test tries it.`);

    const found = await operation(getSetting(), collection, { query, status: _status ? { _status } : {} });

    expect(found).toEqual(expected);
  });
}

export const make = ({ admin }: Setting, collection: Collection, status = "published"): Promise<Doc> =>
  admin.create(
    collection,
    { ...dataFor(collection), ...(isDrafted(collection) ? { _status: status } : {}) },
    { draft: status === "draft" },
  );

export async function makeInTrash(setting: Setting, collection: Collection): Promise<Doc> {
  const doc = await make(setting, collection);
  // Nobody is given a clinic that lies in the trash.
  await lookAfter(setting, collection, [doc.id]);
  return setting.admin.update(collection, doc.id, { deletedAt: new Date().toISOString() });
}

/** What a logged-in administrator reads of a document: its public row, its newest draft, and whether it is in the trash. */
export async function stateOf({ admin }: Setting, collection: Collection, id: string) {
  const read = async (draft: boolean) =>
    admin.ask<Doc>("GET", `/api/${collection}/${id}`, undefined, { draft, depth: 0, trash: true });
  const [live, latest] = [await read(false), await read(true)];
  return {
    exists: live.status === 200,
    live: live.body[TITLE[collection]],
    status: live.body._status,
    latest: latest.body[TITLE[collection]],
    isTrashed: Boolean(live.body.deletedAt),
  };
}

/** Everybody reads; `title` and `word` are what the document is called and what only some may read. */
export const read =
  (
    ask: (by: Rest, doc: Doc, collection: Collection) => Promise<Answer<unknown>>,
    {
      prepare = make,
      title = (doc, collection) => String(doc[TITLE[collection]]),
      word = (_, collection) => wordIn(collection),
    }: {
      prepare?: (setting: Setting, collection: Collection) => Promise<Doc>;
      title?: (doc: Doc, collection: Collection) => string;
      word?: (doc: Doc, collection: Collection) => string;
    } = {},
  ): Operation =>
  async (setting, collection) => {
    const doc = await prepare(setting, collection);
    await lookAfter(setting, collection, [doc.id]);
    return outcomes(async (role) =>
      disclosed(await ask(setting.as[role], doc, collection), title(doc, collection), word(doc, collection)),
    );
  };

type Context = { doc: Doc; collection: Collection; sent: Sent; setting: Setting };
/** Whether what was meant has happened; `kept` when the rest of a change has. */
export type Effect = (context: Context & { answer: Answer<unknown> }) => Promise<boolean | "yes" | "kept">;

/** Everybody writes. The document is made again as soon as somebody has changed a row. */
export const write =
  (
    ask: (context: Context & { by: Rest }) => Promise<Answer<unknown>>,
    effect: Effect,
    prepare: (setting: Setting, collection: Collection) => Promise<Doc> = (setting, collection) =>
      make(setting, collection),
  ): Operation =>
  async (setting, collection, sent) => {
    let untouched: { doc: Doc; before: string } | undefined;
    return outcomes(async (role) => {
      const doc = untouched?.doc ?? (await prepare(setting, collection));
      // The powerful come after the manager: a clinic that somebody looks after is not deleted.
      if (role !== "nobody" && role !== "stranger")
        await lookAfter(setting, collection, role === "manager" ? [doc.id] : []);
      const before = untouched?.before ?? (await setting.rows.of(collection));
      const answer = await ask({ by: setting.as[role], doc, collection, sent, setting });
      const after = await setting.rows.of(collection);
      untouched = before === after ? { doc, before } : undefined;
      return done(answer, before !== after && (() => effect({ doc, collection, sent, setting, answer })));
    });
  };

/** Makes these clinics the manager's own. */
async function lookAfter({ admin, idOf }: Setting, collection: Collection, clinics: string[]): Promise<void> {
  if (collection === "clinics") await admin.update("users", idOf.manager, { clinics });
}
