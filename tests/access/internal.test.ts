/** The access table of what the server keeps for itself, and of Payload's own collections, by REST. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eachDatabase } from "../support/product.ts";
import { type Answer, type Doc, lexical, Rest } from "../support/rest.ts";
import type { Lock } from "../support/rows.ts";
import { CONTENT_COLLECTIONS, dataFor } from "./documents.ts";
import { CLOSED, CLOSED_COLLECTIONS, LOCKS, PREFERENCES, ROLES } from "./expected.ts";
import { type Attempt, testAttempts } from "./persons.ts";
import { openSetting, PASSWORD, type Setting } from "./setting.ts";

/** Every way to reach a collection's documents, tried on the one that `find` names. */
function everyWay(
  collection: string,
  find: (setting: Setting) => Promise<{ id: string; data: object }>,
): Record<string, Attempt> {
  const path = `/api/${collection}`;
  let data: object;
  const prepare = async (setting: Setting): Promise<Doc> => {
    const found = await find(setting);
    data = found.data;
    return { id: found.id };
  };
  const reading = (ask: (by: Rest, id: string) => Promise<Answer<unknown>>): Attempt => ({
    collection,
    prepare,
    ask: ({ by, doc }) => ask(by, doc.id),
    word: ({ doc }) => doc.id,
  });
  // Nobody may do any of these: whatever they change is one change too many.
  const writing = (ask: (by: Rest, id: string) => Promise<Answer<unknown>>): Attempt => ({
    collection,
    prepare,
    ask: ({ by, doc }) => ask(by, doc.id),
    effect: async () => true,
  });
  return {
    "read one": reading((by, id) => by.ask("GET", `${path}/${id}`)),
    "read a list": reading((by) => by.ask("GET", path, undefined, { limit: 100 })),
    count: { ...reading((by) => by.ask("GET", `${path}/count`)), word: () => "totalDocs" },
    create: writing((by) => by.ask("POST", path, data)),
    update: writing((by, id) => by.ask("PATCH", `${path}/${id}`, data)),
    "bulk update": writing((by, id) => by.ask("PATCH", path, data, { "where[id][equals]": id })),
    delete: writing((by, id) => by.ask("DELETE", `${path}/${id}`)),
    "bulk delete": writing((by, id) => by.ask("DELETE", path, undefined, { "where[id][equals]": id })),
  };
}

/** The document that lies there, else one that could. */
const anyOf =
  (collection: string, data: object) =>
  async ({ rows }: Setting) => ({
    id: (await rows.idsOf(collection))[0] ?? "65f0a0a0a0a0a0a0a0a0a0a0",
    data,
  });

const DATA: Record<(typeof CLOSED_COLLECTIONS)[number], object> = {
  outbox: { collection: "faqs", document: "x" },
  "publishing-faults": { collection: "faqs", document: "x", message: "Something is wrong." },
  "admin-links": { tokenHash: "0".repeat(64), expiresAt: "2999-01-01T00:00:00.000Z" },
  "payload-kv": { key: "x", data: {} },
  "payload-migrations": { name: "x", batch: 1 },
};

eachDatabase("who reaches what the server keeps for itself", (database) => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting(database);
    // What the publisher still has to do would change rows by itself.
    await vi.waitFor(async () => expect(await setting.rows.idsOf("outbox")).toEqual([]), 15_000);
  });
  afterAll(() => setting?.close());

  describe.each(CLOSED_COLLECTIONS)("%s", (collection) => {
    testAttempts(() => setting, CLOSED, everyWay(collection, anyOf(collection, DATA[collection])));
  });

  /** Somebody who plays no part here. */
  let bystander: { id: string; rest: Rest };
  beforeAll(async () => {
    const email = "bystander@example.org";
    const person = { name: "Bystander", email, password: PASSWORD, role: "editor" };
    const { id } = await setting.admin.create("users", person);
    bystander = { id, rest: await Rest.login(setting.product.cmsUrl, email, PASSWORD) };
  });

  describe("payload-locked-documents", () => {
    const collection = "payload-locked-documents";
    const path = `/api/${collection}`;
    const lockOn = (on: Lock["on"], user = bystander.id) => setting.rows.insertLock({ on, user });
    const ways = everyWay(collection, async ({ idOf }) => ({
      id: await lockOn("settings"),
      data: { globalSlug: "settings", user: { relationTo: "users", value: idOf.editor } },
    }));
    const user = (value: string) => ({ user: { relationTo: "users", value } });
    const takeOver = (
      on: () => Promise<Lock["on"]>,
      ask = (by: Rest, id: string, ownId: string) => by.ask("PATCH", `${path}/${id}`, user(ownId)),
    ): Attempt => ({
      collection,
      prepare: async () => ({ id: await lockOn(await on()) }),
      ask: ({ by, doc, ownId }) => ask(by, doc.id, ownId),
      async effect({ doc, ownId }) {
        const { body } = await setting.admin.ask<{ user?: { value: string } }>(
          "GET",
          `${path}/${doc.id}`,
          undefined,
          { depth: 0 },
        );
        return body.user?.value === ownId;
      },
    });
    const question = async () => ({
      collection: "faqs",
      id: (await setting.admin.create("faqs", dataFor("faqs"))).id,
    });
    testAttempts(() => setting, LOCKS, {
      "read one": ways["read one"] as Attempt,
      "read a list": ways["read a list"] as Attempt,
      create: ways.create as Attempt,
      "take over a question": takeOver(question),
      "take over the clinic": takeOver(async () => {
        const { id } = await setting.admin.create("clinics", dataFor("clinics"));
        await setting.admin.update("users", setting.idOf.manager, { clinics: [id] });
        return { collection: "clinics", id };
      }),
      "take over the settings": takeOver(async () => "settings"),
      "take over an account": takeOver(async () => ({ collection: "users", id: bystander.id })),
      "take over in bulk": takeOver(question, (by, id, ownId) =>
        by.ask("PATCH", path, user(ownId), { "where[id][equals]": id }),
      ),
      "give to another": takeOver(question, (by, id) => by.ask("PATCH", `${path}/${id}`, user(bystander.id))),
      "take over for something else": takeOver(question, (by, id, ownId) =>
        by.ask("PATCH", `${path}/${id}`, { ...user(ownId), globalSlug: "settings" }),
      ),
      "free the own": {
        collection,
        prepare: async ({ idOf }, role) => ({ id: await lockOn("settings", idOf[role] || bystander.id) }),
        ask: ({ by, doc }) => by.ask("DELETE", `${path}/${doc.id}`),
        effect: async ({ doc }) => !(await setting.rows.idsOf(collection)).includes(doc.id),
      },
      "free another's": ways.delete as Attempt,
      "free another's in bulk": ways["bulk delete"] as Attempt,
    });
  });

  describe("payload-preferences", () => {
    const path = "/api/payload-preferences";
    const others = everyWay("payload-preferences", async () => {
      const { id } = await bystander.rest.must("POST", `${path}/theirs`, { value: { sort: "title" } });
      return { id, data: { value: { sort: "stolen" } } };
    });
    const ofOthers = Object.fromEntries(
      ["read", "update", "bulk update", "bulk delete"].map((way) => [
        `${way} another's`,
        others[way === "read" ? "read one" : way] as Attempt,
      ]),
    );
    let last: Answer<unknown>;
    testAttempts(() => setting, PREFERENCES, {
      ...ofOthers,
      "read another's in a list": others["read a list"] as Attempt,
      "write and read an own one": {
        collection: "payload-preferences",
        async ask({ by, role }) {
          last = await by.ask("POST", `${path}/own-${role}`, { value: { sort: role } });
          return last;
        },
        async effect({ setting: { as }, role }) {
          const { body } = await as[role].ask("GET", `${path}/own-${role}`);
          return JSON.stringify(body).includes(`"sort":"${role}"`);
        },
      },
    });
  });

  it("looks for a preference that is to be deleted among one's own", async () => {
    const path = "/api/payload-preferences/only-one";
    await setting.admin.must("POST", path, { value: { sort: "title" } });

    for (const role of ROLES.slice(1)) await setting.as[role].ask("DELETE", path);

    expect((await setting.admin.must("GET", path)).value).toEqual({ sort: "title" });
  });

  it("has a row for every collection that there is", async () => {
    const { body } = await setting.admin.ask<{ collections: object }>("GET", "/api/access");

    const known = [
      ...CONTENT_COLLECTIONS,
      ...CLOSED_COLLECTIONS,
      "users",
      "payload-locked-documents",
      "payload-preferences",
    ];
    expect(Object.keys(body.collections).filter((slug) => !known.includes(slug))).toEqual([]);
    expect(Object.keys(body.collections)).toEqual(expect.arrayContaining([...CONTENT_COLLECTIONS]));
  });

  it("offers no GraphQL and runs no jobs for anybody", async () => {
    for (const role of ROLES) {
      const by = setting.as[role];
      const query = await by.ask("POST", "/api/graphql", { query: "{ Faqs { docs { id } } }" });
      const jobs = await by.ask("GET", "/api/payload-jobs/run");

      expect([role, query.status]).toEqual([role, 404]);
      expect([role, [401, 403, 404].includes(jobs.status)]).toEqual([role, true]);
    }
  });

  describe("what the admin's own panels ask", () => {
    it("tells nobody anything who is not logged in, and clinic managers no draft", async () => {
      const { admin, as } = setting;
      const faq = await admin.create("faqs", { ...dataFor("faqs"), _status: "published" });
      const topic = await admin.create("topics", {
        ...dataFor("topics"),
        intro: lexical("Public."),
        faqs: [faq.id],
        _status: "published",
      });
      await admin.update("topics", topic.id, { title: "A secret title" }, { draft: true });
      const paths = [`/api/where-used/faqs/${faq.id}`, `/api/topic-items/${topic.id}`];

      for (const path of paths) {
        expect((await as.nobody.ask("GET", path)).status).toBe(401);
        const answer = await as.manager.ask("GET", path);
        expect(answer.status).toBeLessThan(500);
        expect(JSON.stringify(answer.body)).not.toContain("A secret title");
      }
      expect(JSON.stringify((await admin.ask("GET", paths[0] as string)).body)).toContain(topic.id);
    });

    it("lets administrators alone remove the demo content", async () => {
      const answers: Record<string, number> = {};
      for (const role of ROLES)
        answers[role] = (await setting.as[role].ask("POST", "/api/remove-demo-content")).status;

      expect(answers).toEqual({
        administrator: 200,
        editor: 403,
        author: 403,
        manager: 403,
        stranger: 403,
        nobody: 401,
      });
    });
  });
});
