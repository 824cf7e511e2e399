/**
 * The access table: each role (and nobody) times each collection times each operation times the draft flag
 * times `_status`, by REST, single and bulk. What is expected stands in `expected.ts`; what happened is read back
 * as an administrator, so that a polite answer cannot hide a changed row.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { type Doc, Rest } from "../support/rest.ts";
import {
  CONTENT,
  type Content,
  isDrafted,
  mayCreate,
  mayDeleteForEver,
  mayRead,
  mayReadVersions,
  mayRestoreVersion,
  mayTrash,
  mayUpdate,
  ROLES,
  type Role,
  readsTitles,
  WRITES,
  type Write,
} from "./expected.ts";

const PASSWORD = "correct horse battery staple";
/** The field by which a document is called. */
const TITLE: Record<Content, string> = {
  topics: "title",
  benefits: "title",
  injuries: "name",
  timings: "timing",
  faqs: "question",
  studies: "title",
  structures: "name",
  clinics: "name",
};
/** What nobody but the database sets. */
const OWN = new Set(["id", "createdAt", "updatedAt", "deletedAt", "_status", "demo", "demoHash"]);

eachDatabase("the access table", (database) => {
  let product: Product;
  const as = {} as Record<Role, Rest>;
  const templates = {} as Record<Content, Doc>;
  let serial = 0;

  beforeAll(async () => {
    product = await startProduct({ database, demo: true });
    as.administrator = await bootstrapAdministrator(product);
    as.nobody = new Rest(product.cmsUrl);
    for (const collection of CONTENT) {
      const { body } = await as.administrator.ask<{ docs: Doc[] }>("GET", `/api/${collection}`, undefined, {
        depth: 0,
        limit: 1,
        sort: "createdAt",
      });
      templates[collection] = body.docs[0] as Doc;
    }
    const own = await make("clinics");
    for (const role of ["editor", "author", "clinic-manager"] as const) {
      const email = `${role}@example.org`;
      await as.administrator.create("users", {
        name: role,
        email,
        password: PASSWORD,
        role,
        clinics: role === "clinic-manager" ? [own.id] : [],
      });
      as[role] = await Rest.login(product.cmsUrl, email, PASSWORD);
    }
  });
  afterAll(() => product?.stop());

  /** Complete data for a new document: the seeded one's, under a new name. */
  function dataFor(collection: Content): Record<string, unknown> {
    const copy = Object.fromEntries(Object.entries(templates[collection]).filter(([key]) => !OWN.has(key)));
    return {
      ...(withoutRowIds(copy) as Record<string, unknown>),
      slug: `table-${collection}-${++serial}`,
      [TITLE[collection]]: `Original ${serial}`,
    };
  }
  const make = (collection: Content, status = "published") =>
    as.administrator.create(collection, {
      ...dataFor(collection),
      ...(isDrafted(collection) ? { _status: status } : {}),
    });
  const statusOf = (write: Write) => (write.status === "none" ? {} : { _status: write.status });

  /** What the database holds of a document: its public row, its newest draft, whether it lies in the trash. */
  async function stateOf(collection: Content, id: string) {
    const read = (draft: boolean) =>
      as.administrator.ask<Doc>("GET", `/api/${collection}/${id}`, undefined, {
        draft,
        depth: 0,
        trash: true,
      });
    const [live, latest] = [await read(false), await read(true)];
    return {
      live: live.body[TITLE[collection]],
      status: live.body._status,
      latest: latest.body[TITLE[collection]],
      exists: live.status === 200,
      trashed: Boolean(live.body.deletedAt),
    };
  }

  for (const role of ROLES) {
    describe(`as ${role}`, () => {
      for (const collection of CONTENT) {
        describe(`on ${collection}`, () => {
          const ownClinicsAlone = role === "clinic-manager" && collection === "clinics";
          const readable = mayRead(role) || (readsTitles(role) && !ownClinicsAlone);

          it(`${mayRead(role) ? "reads" : readable ? "reads titles of" : "does not read others'"} published documents`, async () => {
            const { id } = await make(collection);

            const one = await as[role].ask<Doc>("GET", `/api/${collection}/${id}`, undefined, { depth: 0 });
            const list = await as[role].ask<{ docs?: Doc[] }>("GET", `/api/${collection}`, undefined, {
              depth: 0,
              limit: 100,
            });

            expect(one.status === 200).toBe(readable);
            expect((list.body.docs ?? []).some((doc) => doc.id === id)).toBe(readable);
            if (role === "nobody") expect(list.status).toBe(403);
            if (readsTitles(role) && readable) {
              const told = Object.entries(one.body).filter(
                ([key]) =>
                  !["id", "slug", TITLE[collection], "createdAt", "updatedAt", "_status"].includes(key),
              );
              expect(told.filter(([, value]) => saysSomething(value))).toEqual([]);
            }
          });

          if (isDrafted(collection)) {
            it(`${mayRead(role) ? "reads" : "does not read"} drafts`, async () => {
              const { id } = await make(collection, "draft");
              await as.administrator.update(
                collection,
                id,
                { [TITLE[collection]]: "Only in a draft" },
                { draft: true },
              );

              const { body } = await as[role].ask<Doc>("GET", `/api/${collection}/${id}`, undefined, {
                draft: true,
                depth: 0,
              });

              expect(JSON.stringify(body).includes("Only in a draft")).toBe(mayRead(role));
            });
          }

          if (collection !== "structures") {
            it(`${mayReadVersions(role) ? "reads" : "does not read"} the history`, async () => {
              const { status } = await as[role].ask("GET", `/api/${collection}/versions`, undefined, {
                limit: 1,
              });

              expect(status).toBe(mayReadVersions(role) ? 200 : 403);
            });
          }

          const writes = isDrafted(collection) ? WRITES : [{ draft: false, status: "none" } as Write];
          for (const write of writes) {
            const how = `draft=${write.draft}, _status=${write.status}`;

            it(`${mayCreate(role, collection, write) ? "creates" : "does not create"} (${how})`, async () => {
              const data: Record<string, unknown> = { ...dataFor(collection), ...statusOf(write) };

              const { status } = await as[role].ask("POST", `/api/${collection}`, data, {
                draft: write.draft,
              });

              const { body } = await as.administrator.ask<{ totalDocs: number }>(
                "GET",
                `/api/${collection}`,
                undefined,
                { "where[slug][equals]": String(data.slug), draft: true },
              );
              expect({ created: body.totalDocs === 1, refused: isRefusal(status) }).toEqual(
                outcome("created", mayCreate(role, collection, write)),
              );
            });

            for (const bulk of [false, true]) {
              it(`${mayUpdate(role, collection, write) ? "changes" : "does not change"} ${bulk ? "in bulk" : "one"} (${how})`, async () => {
                const { id } = await make(collection);
                const before = await stateOf(collection, id);
                const data = { [TITLE[collection]]: "Changed", ...statusOf(write) };

                const { status } = bulk
                  ? await as[role].ask("PATCH", `/api/${collection}`, data, {
                      "where[id][equals]": id,
                      draft: write.draft,
                    })
                  : await as[role].ask("PATCH", `/api/${collection}/${id}`, data, { draft: write.draft });

                const after = await stateOf(collection, id);
                if (mayUpdate(role, collection, write)) {
                  expect([status, after.latest]).toEqual([200, "Changed"]);
                  // A draft never touches what is public.
                  if (write.draft && write.status !== "published")
                    expect(after).toMatchObject({ live: before.live, status: "published" });
                } else {
                  expect(after).toEqual(before);
                  if (!bulk) expect(isRefusal(status)).toBe(true);
                }
              });
            }
          }

          if (collection !== "structures") {
            for (const bulk of [false, true]) {
              it(`${mayTrash(role) ? "trashes and takes back" : "neither trashes nor takes back"} ${bulk ? "in bulk" : "one"}`, async () => {
                const { id } = await make(collection);
                const patch = (by: Rest, deletedAt: string | null) =>
                  bulk
                    ? by.ask(
                        "PATCH",
                        `/api/${collection}`,
                        { deletedAt },
                        { "where[id][equals]": id, trash: true },
                      )
                    : by.ask("PATCH", `/api/${collection}/${id}`, { deletedAt }, { trash: true });

                await patch(as[role], new Date().toISOString());
                expect((await stateOf(collection, id)).trashed).toBe(mayTrash(role));

                await patch(as.administrator, new Date().toISOString());
                await patch(as[role], null);
                expect((await stateOf(collection, id)).trashed).toBe(!mayTrash(role));
              });
            }
          }

          for (const bulk of [false, true]) {
            it(`${mayDeleteForEver(role) ? "deletes" : "does not delete"} for ever ${bulk ? "in bulk" : "one"}`, async () => {
              const { id } = await make(collection);

              const { status } = bulk
                ? await as[role].ask("DELETE", `/api/${collection}`, undefined, { "where[id][equals]": id })
                : await as[role].ask("DELETE", `/api/${collection}/${id}`);

              expect((await stateOf(collection, id)).exists).toBe(!mayDeleteForEver(role));
              expect(status).toBeLessThan(500);
            });
          }

          if (isDrafted(collection)) {
            it(`${mayRestoreVersion(role, collection) ? "restores" : "does not restore"} an old version, and never changes what is public`, async () => {
              const { id } = await make(collection);
              await as.administrator.update(collection, id, {
                [TITLE[collection]]: "Second",
                _status: "published",
              });
              const { body } = await as.administrator.ask<{ docs: Doc[] }>(
                "GET",
                `/api/${collection}/versions`,
                undefined,
                { "where[parent][equals]": id, sort: "createdAt", limit: 1 },
              );

              const { status } = await as[role].ask(
                "POST",
                `/api/${collection}/versions/${body.docs[0]?.id}`,
              );

              const after = await stateOf(collection, id);
              expect(after).toMatchObject({ live: "Second", status: "published" });
              expect(after.latest === "Second").toBe(!mayRestoreVersion(role, collection));
              expect(isRefusal(status)).toBe(!mayRestoreVersion(role, collection));
            });

            it(`${mayCreate(role, collection, { draft: true, status: "draft" }) ? "duplicates into a draft" : "does not duplicate"}`, async () => {
              const { id } = await make(collection);
              const count = async () =>
                (
                  await as.administrator.ask<{ totalDocs: number }>("GET", `/api/${collection}`, undefined, {
                    draft: true,
                    limit: 1,
                  })
                ).body.totalDocs;
              const before = await count();

              const { status } = await as[role].ask(
                "POST",
                `/api/${collection}/${id}/duplicate`,
                {},
                { draft: true },
              );

              expect((await count()) - before).toBe(
                mayCreate(role, collection, { draft: true, status: "draft" }) ? 1 : 0,
              );
              expect(status).toBeLessThan(500);
            });
          }
        });
      }

      it(`${role === "administrator" ? "manages" : "does not manage"} users`, async () => {
        const email = `made-by-${role}@example.org`;

        const { status } = await as[role].ask("POST", "/api/users", {
          name: "New",
          email,
          password: PASSWORD,
          role: "administrator",
        });

        const { body } = await as.administrator.ask<{ totalDocs: number }>("GET", "/api/users", undefined, {
          "where[email][equals]": email,
        });
        expect({ created: body.totalDocs === 1, refused: isRefusal(status) }).toEqual(
          outcome("created", role === "administrator"),
        );
      });

      it(`${role === "administrator" ? "sees" : "does not see"} other people`, async () => {
        const { body } = await as[role].ask<{ docs?: Doc[] }>("GET", "/api/users", undefined, { limit: 100 });

        const others = (body.docs ?? []).filter((user) => user.email !== `${role}@example.org`);
        expect(others.length > 0).toBe(role === "administrator");
      });

      it(`${role === "administrator" || role === "editor" ? "changes" : "does not change"} the settings`, async () => {
        const { status } = await as[role].ask("POST", "/api/globals/settings", {
          citationStyle: "vancouver",
        });

        expect(isRefusal(status)).toBe(!(role === "administrator" || role === "editor"));
      });

      it.each(["payload-migrations", "payload-jobs", "payload-kv", "outbox", "admin-links"])(
        "reaches nothing of the internal collection %s",
        async (slug) => {
          const read = await as[role].ask<{ docs?: Doc[] }>("GET", `/api/${slug}`);
          const write = await as[role].ask("POST", `/api/${slug}`, { name: "x" });

          expect(read.body.docs ?? []).toEqual([]);
          expect(read.status).toBeGreaterThanOrEqual(400);
          expect(write.status).toBeGreaterThanOrEqual(400);
        },
      );

      it.each(["payload-preferences", "payload-locked-documents"])(
        "writes nothing into other people's %s",
        async (slug) => {
          const { body } = await as[role].ask<{ docs?: { user?: { value?: unknown } }[] }>(
            "GET",
            `/api/${slug}`,
            undefined,
            { depth: 0, limit: 100 },
          );
          const removed = await as[role].ask<{ docs?: Doc[] }>("DELETE", `/api/${slug}`, undefined, {
            "where[createdAt][greater_than]": "2000-01-01",
          });

          if (role === "nobody") expect(body.docs).toBeUndefined();
          expect(removed.body.docs ?? []).toEqual([]);
        },
      );
    });
  }

  describe("the limits that hold for the own account and the own clinic", () => {
    it.each(["editor", "author", "clinic-manager"] as const)(
      "lets a %s not become an administrator",
      async (role) => {
        const { body } = await as[role].ask<{ user: Doc }>("GET", "/api/users/me");

        await as[role].ask("PATCH", `/api/users/${body.user.id}`, { role: "administrator" });

        const { body: user } = await as.administrator.ask<Doc>("GET", `/api/users/${body.user.id}`);
        expect(user.role).toBe(role);
      },
    );

    it("lets a clinic manager change the own clinic's phone, live at once, and nobody else's", async () => {
      const { body: me } = await as["clinic-manager"].ask<{ user: { clinics: (string | Doc)[] } }>(
        "GET",
        "/api/users/me",
        undefined,
        { depth: 0 },
      );
      const own = me.user.clinics.map((clinic) =>
        typeof clinic === "string" ? clinic : clinic.id,
      )[0] as string;
      const other = await make("clinics");

      const allowed = await as["clinic-manager"].ask("PATCH", `/api/clinics/${own}`, {
        phone: "+1 212-555-0199",
      });
      const refused = await as["clinic-manager"].ask("PATCH", `/api/clinics/${other.id}`, {
        phone: "+1 212-555-0199",
      });

      expect([allowed.status, isRefusal(refused.status)]).toEqual([200, true]);
      expect((await as.administrator.ask<Doc>("GET", `/api/clinics/${own}`)).body.phone).toBe(
        "+1 212-555-0199",
      );
      expect((await as.administrator.ask<Doc>("GET", `/api/clinics/${other.id}`)).body.phone).not.toBe(
        "+1 212-555-0199",
      );
    });

    it("lets a clinic manager not choose which topics the own clinic shows", async () => {
      const { body: me } = await as["clinic-manager"].ask<{ user: { clinics: (string | Doc)[] } }>(
        "GET",
        "/api/users/me",
        undefined,
        { depth: 0 },
      );
      const own = me.user.clinics.map((clinic) =>
        typeof clinic === "string" ? clinic : clinic.id,
      )[0] as string;
      const before = (await as.administrator.ask<Doc>("GET", `/api/clinics/${own}`, undefined, { depth: 0 }))
        .body.topics;

      await as["clinic-manager"].ask("PATCH", `/api/clinics/${own}`, { topics: [] });

      expect(
        (await as.administrator.ask<Doc>("GET", `/api/clinics/${own}`, undefined, { depth: 0 })).body.topics,
      ).toEqual(before);
    });

    it("keeps the last administrator", async () => {
      const { body } = await as.administrator.ask<{ user: Doc }>("GET", "/api/users/me");
      const { body: admins } = await as.administrator.ask<{ docs: Doc[] }>("GET", "/api/users", undefined, {
        "where[role][equals]": "administrator",
        limit: 100,
      });
      for (const other of admins.docs.filter((user) => user.id !== body.user.id))
        await as.administrator.ask("DELETE", `/api/users/${other.id}`);

      const demoted = await as.administrator.ask("PATCH", `/api/users/${body.user.id}`, { role: "editor" });
      const deleted = await as.administrator.ask("DELETE", `/api/users/${body.user.id}`);

      expect([demoted.status, deleted.status].every((status) => status >= 400 && status < 500)).toBe(true);
      expect((await as.administrator.ask<{ user: Doc }>("GET", "/api/users/me")).body.user.role).toBe(
        "administrator",
      );
    });

    it("registers nobody without the one-time link, and offers no GraphQL", async () => {
      const { status } = await as.nobody.ask("POST", "/api/users/first-register", {
        name: "Eve",
        email: "eve@example.org",
        password: PASSWORD,
      });

      expect(isRefusal(status)).toBe(true);
      expect(
        (await as.nobody.ask("POST", "/api/graphql", { query: "{ Faqs { docs { id } } }" })).status,
      ).toBe(404);
    });
  });
});

const isRefusal = (status: number) => status === 401 || status === 403 || status === 404;
const outcome = (effect: string, allowed: boolean) => ({ [effect]: allowed, refused: !allowed });

/** Row ids belong to the document that they were made in. */
function withoutRowIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRowIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "id")
      .map(([key, inner]) => [key, withoutRowIds(inner)]),
  );
}

/** An empty list or group tells a reader nothing. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething);
  if (typeof value === "object" && value !== null) return Object.values(value).some(saysSomething);
  return value !== null && value !== undefined && value !== "";
}
