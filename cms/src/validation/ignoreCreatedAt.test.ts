/** Whichever way a person sends a time of creation, the server's own stays. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hashCheaply } from "../../test/cheapHashing.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";

const PASSWORD = "a long enough pass phrase";
const SENT = "1999-12-31T23:59:59.000Z";
const LATER = "2999-12-31T23:59:59.000Z";

type Doc = { id: string; createdAt: string; updatedAt: string; version?: Doc } & Record<string, unknown>;

/** What each kind of document needs to be saved. */
const DOCUMENTS: Record<string, (serial: number) => object> = {
  topics: (serial) => ({ title: "A topic", slug: `topic-${serial}` }),
  benefits: (serial) => ({ title: "A benefit", slug: `benefit-${serial}`, group: "overview" }),
  injuries: (serial) => ({ name: "An injury", slug: `injury-${serial}` }),
  timings: (serial) => ({ timing: "Before", slug: `timing-${serial}` }),
  faqs: (serial) => ({ question: "Why?", slug: `faq-${serial}` }),
  studies: (serial) => ({ title: "A study", slug: `study-${serial}` }),
  structures: (serial) => ({ name: `Structure ${serial}`, kind: "muscle", region: "knee" }),
  clinics: (serial) => ({ name: "A clinic", slug: `clinic-${serial}` }),
  users: (serial) => ({ name: "Bo", email: `bo-${serial}@example.org`, password: PASSWORD, role: "author" }),
};
const DRAFTED = ["topics", "benefits", "injuries", "timings", "faqs", "studies"];

describe.each(databaseKinds)("the time of creation on %s", (kind) => {
  let cms: TestCms;
  let headers: Record<string, string>;
  let serial = 0;
  beforeAll(async () => {
    hashCheaply();
    cms = await openTestCms(kind);
    const email = "ada@example.org";
    await cms.payload.create({
      collection: "users",
      data: { name: "Ada", role: "administrator", email, password: PASSWORD },
    });
    const answer = await cms.rest("POST", "/users/login", { email, password: PASSWORD });
    headers = { authorization: `JWT ${((await answer.json()) as { token: string }).token}` };
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await cms?.close();
  });

  async function must(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ doc: Doc; docs: Doc[]; result: Doc } & Doc> {
    const answer = await cms.rest(method, `${path}${path.includes("?") ? "&" : "?"}locale=en`, body, headers);
    const read = await answer.json();
    expect([path, answer.status, answer.ok ? undefined : read]).toEqual([
      path,
      expect.any(Number),
      undefined,
    ]);
    return read as never;
  }
  const draftOf = (collection: string) => (DRAFTED.includes(collection) ? "?draft=true" : "");
  const create = async (collection: string, more: object = {}) =>
    (
      await must("POST", `/${collection}${draftOf(collection)}`, {
        ...DOCUMENTS[collection]?.(++serial),
        ...more,
      })
    ).doc;
  /** Every time of creation that the database has of the document, its versions included. */
  async function timesOf(collection: string, id: string): Promise<string[]> {
    const { db } = cms.payload;
    const row = await db.findOne<Doc>({ collection: collection as "topics", where: { id: { equals: id } } });
    if (!DRAFTED.includes(collection)) return [String(row?.createdAt)];
    const { docs } = await db.findVersions<Doc>({
      collection: collection as "topics",
      where: { parent: { equals: id } },
      pagination: false,
    });
    return [row, ...docs.map(({ version }) => version)].map((each) =>
      new Date(String(each?.createdAt)).toISOString(),
    );
  }
  const isNow = (time: string) => Math.abs(Date.now() - new Date(time).getTime()) < 60_000;

  describe.each(Object.keys(DOCUMENTS))("of %s", (collection) => {
    it("is the server's when it is made", async () => {
      const doc = await create(collection, { createdAt: SENT });

      expect(isNow(doc.createdAt), doc.createdAt).toBe(true);
      expect((await timesOf(collection, doc.id)).filter((time) => !isNow(time))).toEqual([]);
    });

    it("stays as it is in a save, a save in bulk, and beside other changes, which are saved", async () => {
      const { id, createdAt } = await create(collection);
      const path = `/${collection}/${id}${draftOf(collection)}`;

      for (const sent of [SENT, LATER, null, ""]) await must("PATCH", path, { createdAt: sent });
      await must("PATCH", `/${collection}?where[id][equals]=${id}${draftOf(collection).replace("?", "&")}`, {
        createdAt: SENT,
      });

      expect(new Set(await timesOf(collection, id))).toEqual(new Set([createdAt]));
    });
  });

  describe.each(DRAFTED)("of a draft of %s", (collection) => {
    it("stays as it is at autosave, with what a whole form sends, and when a version is restored", async () => {
      const { id, createdAt, ...form } = await create(collection);
      const path = `/${collection}/${id}`;

      await must("PATCH", `${path}?draft=true&autosave=true`, { ...form, createdAt: SENT });
      const { docs } = await must("GET", `/${collection}/versions?where[parent][equals]=${id}`);
      await must("POST", `/${collection}/versions/${docs[0]?.id}?draft=true`, { createdAt: SENT });

      expect(new Set(await timesOf(collection, id))).toEqual(new Set([createdAt]));
    });

    it("is the copy's own", async () => {
      const { id } = await create(collection);

      const { doc } = await must("POST", `/${collection}/${id}/duplicate`, {
        createdAt: SENT,
        slug: `copy-${++serial}`,
      });

      expect((await timesOf(collection, doc.id)).filter((time) => !isNow(time))).toEqual([]);
    });
  });

  it("of the settings stays as it is", async () => {
    await must("POST", "/globals/settings", { disclaimer: richText("Ask a doctor."), createdAt: SENT });
    const first = await must("GET", "/globals/settings");

    await must("POST", "/globals/settings", { createdAt: LATER, updatedAt: first.updatedAt });

    expect(isNow(first.createdAt), first.createdAt).toBe(true);
    expect((await must("GET", "/globals/settings")).createdAt).toBe(first.createdAt);
  });

  it("of the own account stays as it is", async () => {
    const { user } = (await must("GET", "/users/me")) as unknown as { user: Doc };

    await must("PATCH", `/users/${user.id}`, { name: "Ada L.", createdAt: SENT });

    const row = await cms.payload.findByID({ collection: "users", id: user.id });
    expect([row.name, row.createdAt]).toEqual(["Ada L.", user.createdAt]);
  });

  it("is still refused at its field when it is none", async () => {
    const answer = await cms.rest("POST", "/faqs?locale=en&draft=true", { createdAt: true }, headers);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("This is not a date.");
  });

  it("is the server's to set, where it imports", async () => {
    const { createdAt } = await cms.payload.create({
      collection: "faqs",
      data: { question: "Why?", slug: "imported", createdAt: SENT },
      draft: true,
    });

    expect(createdAt).toBe(SENT);
  });
});
