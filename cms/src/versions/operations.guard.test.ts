/** What hooks receive, and when: the rules about drafts, copies, the trash and old versions live on it. */
import type { CollectionConfig, PayloadRequest } from "payload";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testSlug } from "../../test/database.ts";
import { openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";

type HookArgs = {
  args?: Record<string, unknown>;
  operation?: string;
  result?: unknown;
  originalDoc?: { question?: string };
  data?: Record<string, unknown>;
  req: PayloadRequest;
};
type Seen = HookArgs & { hook: string; open: boolean; restoring: unknown };

let seen: Seen[] = [];
let override: Record<string, unknown> | undefined;
/** A hook that records what it receives. */
const note = (hook: string) => (hookArgs: HookArgs) => {
  const { req } = hookArgs;
  const open = Boolean(req.payload.db.sessions?.[String(req.transactionID)]);
  seen.push({ hook, open, restoring: req.context.isRestoringVersion, ...hookArgs });
  if (hook === "beforeOperation" && hookArgs.operation !== "read" && override)
    return { ...hookArgs.args, ...override };
  return hook === "afterOperation" ? hookArgs.result : undefined;
};

let stock: StockPayload;
beforeAll(async () => {
  const collection = questions({
    access: {
      ...questions().access,
      update: (accessArgs) => {
        note("access")(accessArgs as unknown as HookArgs);
        return true;
      },
    },
    hooks: Object.fromEntries(
      ["beforeOperation", "beforeValidate", "beforeChange", "afterChange", "afterOperation"].map((hook) => [
        hook,
        [note(hook)],
      ]),
    ) as CollectionConfig["hooks"],
  });
  stock = await openStockPayload({ collections: [collection] });
});
afterAll(() => stock.close());
beforeEach(() => {
  seen = [];
  override = undefined;
});

const collection = "questions";
const publish = (question: string) =>
  stock.api.create({ collection, data: { question, _status: "published" } });
const of = (hook: string) => seen.filter((each) => each.hook === hook);

it("asks the hooks of a change in their order, all of them before its commit", async () => {
  const { id } = await publish("Order");
  seen = [];

  await stock.api.update({ collection, id, data: { question: "Changed" }, overrideAccess: false });

  expect(seen.map(({ hook }) => hook)).toEqual([
    "beforeOperation",
    "access",
    "beforeValidate",
    "beforeChange",
    "afterChange",
    "afterOperation",
  ]);
  expect(seen.filter(({ open }) => !open)).toEqual([]);
  expect(of("afterOperation").map(({ operation }) => operation)).toEqual(["updateByID"]);
});

it("gives `beforeOperation` the arguments of the request, and uses those that it returns", async () => {
  const { id } = await publish("Public");
  seen = [];
  override = { draft: true };

  await stock.api.update({
    collection,
    id,
    data: { question: "Draft", _status: "draft" },
    draft: false,
    publishSpecificLocale: "en",
  });

  const [before] = of("beforeOperation");
  expect([before?.operation, before?.args]).toMatchObject([
    "update",
    { id, draft: false, trash: false, publishSpecificLocale: "en", data: { question: "Draft" } },
  ]);
  expect(await stock.api.findByID({ collection, id })).toMatchObject({
    question: "Public",
    _status: "published",
  });
});

it("names many documents by `where`, and calls it an update before and after", async () => {
  const { id } = await publish("One of many");
  seen = [];
  const where = { id: { equals: id } };

  await stock.api.update({ collection, where, data: { question: "Many" } });
  await stock.api.delete({ collection, where });

  expect(of("beforeOperation").map(({ operation, args }) => [operation, args?.where])).toEqual([
    ["update", where],
    ["delete", where],
  ]);
  expect(of("afterOperation").map(({ operation }) => operation)).toEqual(["update", "delete"]);
});

it("hands `beforeChange` the newest version as the document, and all fields as its data", async () => {
  const { id } = await publish("Public");
  await stock.api.update({ collection, id, data: { question: "Draft" }, draft: true });
  seen = [];

  await stock.api.update({ collection, id, data: { _status: "published" } });

  const [before] = of("beforeChange");
  expect([before?.originalDoc?.question, before?.data?.question]).toEqual(["Draft", "Draft"]);
});

it("calls a copy a creation from an id", async () => {
  const { id } = await publish("Original");
  seen = [];

  await stock.rest("POST", `/questions/${id}/duplicate?locale=en`, {});

  const [before] = of("beforeOperation");
  expect([before?.operation, before?.args?.duplicateFromID]).toEqual(["create", id]);
});

it("calls a restored version so, marks its changes, and has read its arguments before any hook", async () => {
  const { id } = await publish("Old");
  await stock.api.update({ collection, id, data: { question: "New", _status: "published" } });
  const { docs } = await stock.api.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: "createdAt",
  });
  seen = [];
  override = { draft: true };

  await stock.rest("POST", `/questions/versions/${docs[0]?.id}?draft=false`);

  expect(of("beforeOperation").map(({ operation, args }) => [operation, args?.draft])).toEqual([
    ["restoreVersion", false],
  ]);
  expect(of("beforeChange").map(({ operation, restoring }) => [operation, restoring])).toEqual([
    ["update", true],
  ]);
  // What the hook answered came too late.
  expect(await stock.api.findByID({ collection, id })).toMatchObject({ question: "Old" });
});

it("marks the newest version of a document as its latest", async () => {
  const { id } = await publish("Public");
  await stock.api.update({ collection, id, data: { question: "Draft" }, draft: true });

  const { docs } = await stock.payload.db.findVersions<{ question: unknown }>({
    collection: testSlug(collection),
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    locale: "all",
  });

  expect(docs.map(({ version }) => version)).toMatchObject([{ question: { en: "Draft" }, _status: "draft" }]);
});
