/** The rules that editors rely on, by REST against the built product: what is refused, where it says so, and what is kept. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { eachDatabase, type Product, startProduct } from "../support/product.ts";
import { type Answer, type Doc, lexical, Rest } from "../support/rest.ts";

const PASSWORD = "correct horse battery staple";
const TOPIC = "dry-needling-for-runners";

type Refusal = { errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[] };

/** The sentences of a refusal by field. */
const atFields = ({ body }: Answer): Record<string, string> =>
  Object.fromEntries(
    ((body as Refusal).errors?.[0]?.data?.errors ?? []).map(({ path, message }) => [path, message]),
  );
/** The sentence of a refusal that belongs to no field. */
const sentenceOf = ({ body }: Answer): string | undefined => (body as Refusal).errors?.[0]?.message;

eachDatabase("the rules", (database) => {
  let product: Product;
  let admin: Rest;
  let nobody: Rest;
  let serial = 0;

  beforeAll(async () => {
    product = await startProduct({ database, demo: true });
    admin = await bootstrapAdministrator(product);
    nobody = new Rest(product.cmsUrl);
  });
  afterAll(() => product?.stop());

  const unique = (word: string) => `${word}-${++serial}`;
  const faq = (data: Record<string, unknown> = {}) => ({
    question: `Question ${++serial}?`,
    answer: lexical("An answer."),
    ...data,
  });
  const draft = (collection: string, id: string, query = {}) =>
    admin.must("GET", `/api/${collection}/${id}`, undefined, { draft: true, depth: 0, ...query });
  const live = (collection: string, id: string, query = {}) =>
    admin.must("GET", `/api/${collection}/${id}`, undefined, { depth: 0, fallbackLocale: "none", ...query });
  async function person(role: string, data: Record<string, unknown> = {}): Promise<Rest> {
    const email = `${unique(role)}@example.org`;
    await admin.create("users", { name: role, email, password: PASSWORD, role, ...data });
    return Rest.login(product.cmsUrl, email, PASSWORD);
  }

  describe("a value of a wrong kind", () => {
    const proto = JSON.parse('{"__proto__":{"a":1}}') as unknown;

    it.each([
      ["faqs", { question: ["a"] }, "question"],
      ["faqs", { question: { a: 1 } }, "question"],
      ["faqs", { question: proto }, "question"],
      ["faqs", { question: "x".repeat(300_000) }, "question"],
      ["faqs", { slug: ["a"] }, "slug"],
      ["faqs", { answer: "words" }, "answer"],
      ["faqs", { answer: { root: null } }, "answer"],
      ["faqs", { answer: { root: { type: "root", children: [null] } } }, "answer"],
      ["faqs", { answer: { root: { type: "root", children: [{ type: "weird" }] } } }, "answer"],
      ["faqs", { review: 5 }, "review"],
      ["faqs", { review: { reviewedOn: ["2020-01-01"] } }, "review.reviewedOn"],
      ["faqs", { relatedInjuries: [null] }, "relatedInjuries"],
      ["faqs", { relatedInjuries: [["a"]] }, "relatedInjuries"],
      ["faqs", { relatedLinks: 5 }, "relatedLinks"],
      ["faqs", { relatedLinks: [{ label: ["a"], url: {}, slug: 5 }] }, "relatedLinks.0.label"],
      ["faqs", { relatedLinks: [{ id: "same" }, { id: "same" }] }, "relatedLinks"],
      ["faqs", { _status: { a: 1 } }, "_status"],
      ["faqs", { deletedAt: "yesterday" }, "deletedAt"],
      ["faqs", { createdAt: true }, "createdAt"],
      ["topics", { body: ["a"] }, "body"],
      ["topics", { body: [{ blockType: "recipe" }] }, "body.0.blockType"],
      ["topics", { body: [{ blockType: "__proto__" }] }, "body.0.blockType"],
      ["topics", { body: [{ blockType: "benefits", columns: [1, null] }] }, "body.0.columns"],
      ["topics", { keyPoints: { items: [{ text: ["a"] }] } }, "keyPoints.items.0.text"],
      ["topics", { benefits: [{ relationTo: "benefits" }] }, "benefits"],
      ["studies", { studyType: "poem" }, "studyType"],
      ["studies", { doi: 5 }, "doi"],
      ["benefits", { findings: [{ study: [] }] }, "findings.0.study"],
      ["benefits", { findings: [{ participants: "many" }] }, "findings.0.participants"],
    ])("in %s %j is told at the field, in a draft as in public", async (collection, change, path) => {
      const { body } = await admin.ask<{ docs: Doc[] }>("GET", `/api/${collection}`, undefined, { limit: 1 });
      const { id, updatedAt } = body.docs[0] as Doc;

      for (const query of [{ draft: true }, {}]) {
        const answer = await admin.ask("PATCH", `/api/${collection}/${id}`, change, query);
        const many = await admin.ask("PATCH", `/api/${collection}`, change, {
          ...query,
          "where[id][equals]": id,
        });
        expect([answer.status, many.status]).toEqual([400, 400]);
        expect(atFields(answer)).toMatchObject({ [path]: expect.stringMatching(/\w+ .*\.$/) });
      }
      expect((await live(collection, id)).updatedAt).toBe(updatedAt);
    });

    it.each([
      ["structures", "name", ["a"]],
      ["structures", "kind", {}],
      ["clinics", "phone", 5],
      ["clinics", "hours", [{ day: ["monday"], opens: 5, closes: {} }]],
      ["clinics", "bookingLinks", [null]],
      ["clinics", "theme", { accent: 5, radius: "x" }],
      ["users", "name", { a: 1 }],
      ["users", "role", ["administrator"]],
    ])("in %s is refused where changes are live at once (%s)", async (collection, field, value) => {
      const { body } = await admin.ask<{ docs: Doc[] }>("GET", `/api/${collection}`, undefined, { limit: 1 });
      const doc = body.docs[0] as Doc;

      const answer = await admin.ask("PATCH", `/api/${collection}/${doc.id}`, { [field]: value });

      expect(answer.status).toBe(400);
      expect(Object.keys(atFields(answer))[0]).toMatch(new RegExp(`^${field}`));
      expect((await live(collection, doc.id)).updatedAt).toBe(doc.updatedAt);
    });

    it.each(["null", "[]", "5", '"words"'])("as the whole body (%s) is refused", async (body) => {
      const { id } = await admin.bySlug("faqs", "marathon-safety");

      for (const [method, path] of [
        ["POST", "/api/faqs"],
        ["PATCH", `/api/faqs/${id}`],
      ] as const) {
        const answer = await admin.ask(method, path, JSON.parse(body), { draft: true });
        expect([answer.status, sentenceOf(answer)]).toEqual([
          400,
          expect.stringContaining("Send one JSON object"),
        ]);
      }
    });

    it("in a filter or an id is a 4xx, never a 500", async () => {
      for (const path of [
        "faqs?where=x",
        "faqs?where[id][in]=x,y",
        "faqs?where[nope][equals]=x",
        "faqs/x",
        "faqs/versions/x",
      ]) {
        const { status } = await admin.ask("GET", `/api/${path}`);
        expect(status === 200 || (status >= 400 && status < 500), path).toBe(true);
      }
      for (const path of ["topics/x", "faqs/x"])
        expect((await admin.ask("GET", `/preview/${path}`)).status, path).toBe(404);
    });

    it("empties a group or a list that is sent as null", async () => {
      const { id } = await admin.create("faqs", {
        ...faq({ review: { reviewedOn: "2026-01-01" }, relatedLinks: [{ label: "A", url: "/a" }] }),
        _status: "published",
      });

      await admin.update("faqs", id, { review: null, relatedLinks: null, _status: "published" });

      const doc = await live("faqs", id);
      expect((doc.review as { reviewedOn?: string | null }).reviewedOn ?? null).toBeNull();
      expect(doc.relatedLinks).toEqual([]);
    });
  });

  describe("a text", () => {
    it("keeps its spaces while it is a draft, and loses those around it in public", async () => {
      const { id } = await admin.create("faqs", faq({ question: "Half a " }), { draft: true });
      expect((await draft("faqs", id)).question).toBe("Half a ");

      await admin.update("faqs", id, { question: "  Half a question?  ", _status: "published" });

      expect((await live("faqs", id)).question).toBe("Half a question?");
    });

    it("of spaces alone is none", async () => {
      const answer = await admin.ask("POST", "/api/faqs", {
        ...faq({ question: "   " }),
        _status: "published",
      });

      expect([answer.status, Object.keys(atFields(answer))]).toEqual([
        400,
        expect.arrayContaining(["question"]),
      ]);
    });

    it("with an unknown placeholder is refused wherever it stands", async () => {
      const { id } = await admin.bySlug("topics", TOPIC);

      const answer = await admin.ask("PATCH", `/api/topics/${id}`, {
        subtitle: "{{clinic.fax}}",
        keyPoints: { heading: "{{a}}", items: [{ text: "{{b}}" }] },
        body: [
          { blockType: "text", heading: "{{c}}", paragraphs: lexical("{{d}}") },
          { blockType: "booking", bullets: [{ text: "{{e}}" }] },
          { blockType: "timings", columns: ["{{f}}"] },
        ],
        _status: "published",
      });

      expect(Object.keys(atFields(answer)).sort()).toEqual([
        "body.0.heading",
        "body.0.paragraphs",
        "body.1.bullets.0.text",
        "body.2.columns",
        "keyPoints.heading",
        "keyPoints.items.0.text",
        "subtitle",
      ]);
    });
  });

  describe("column heads", () => {
    const page = (columns: string[], row: Record<string, unknown> = {}) => ({
      title: unique("Heads"),
      intro: lexical("Words."),
      body: [{ ...row, blockType: "timings", columns }],
    });
    const headsOf = (doc: Doc) => (doc.body as { id: string; columns?: string[] }[])[0]?.columns;

    it("are three or none, in each language, and anything else is kept in the draft", async () => {
      const { id } = await admin.create("topics", page(["When", "What for"]), { draft: true });
      const refused = await admin.ask("PATCH", `/api/topics/${id}`, { _status: "published" });
      const kept = headsOf(await draft("topics", id));

      const [row] = (await draft("topics", id)).body as { id: string }[];
      const heads = ["When", "What for", "What it may do"];
      await admin.update("topics", id, { ...page(heads, { id: row?.id }), _status: "published" });

      const only = { locale: "es", publishSpecificLocale: "es" };
      const spanish = page(["Momento"], { id: row?.id });
      await admin.update("topics", id, spanish, { locale: "es", draft: true });
      const refusedInSpanish = await admin.ask(
        "PATCH",
        `/api/topics/${id}`,
        { ...spanish, _status: "published" },
        only,
      );
      const keptInSpanish = headsOf(await draft("topics", id, { locale: "es", fallbackLocale: "none" }));
      await admin.update("topics", id, { ...page([], { id: row?.id }), _status: "published" }, only);

      expect([refused.status, atFields(refused)]).toEqual([
        400,
        { "body.0.columns": expect.stringMatching(/three columns, and here are 2 heads/) },
      ]);
      expect([refusedInSpanish.status, atFields(refusedInSpanish)]).toEqual([
        400,
        { "body.0.columns": expect.stringMatching(/three columns, and here is 1 head\./) },
      ]);
      expect([kept, keptInSpanish]).toEqual([["When", "What for"], ["Momento"]]);
      expect(headsOf(await live("topics", id))).toEqual(heads);
      expect(headsOf(await live("topics", id, { locale: "es" })) ?? []).toEqual([]);
    });
  });

  describe("a slug", () => {
    it("follows the title until it is published", async () => {
      const word = unique("how");
      const { id } = await admin.create("faqs", {}, { draft: true });
      let slug: unknown;
      for (const question of ["H", word, `${word} many?`]) {
        // As autosave does: with the slug that came back, and what a document not in the trash says of it.
        const saved = await admin.update(
          "faqs",
          id,
          { question, slug, deletedAt: null, _status: "draft" },
          { draft: true, autosave: true },
        );
        slug = saved.slug;
      }
      expect(slug).toBe(`${word}-many`);

      await admin.update("faqs", id, { answer: lexical("Six."), _status: "published" });
      const changed = await admin.update("faqs", id, { question: "Quite another?", slug }, { draft: true });

      expect(changed.slug).toBe(slug);
    });

    it("stays as it was typed by hand", async () => {
      const { id } = await admin.create("faqs", faq(), { draft: true });
      const slug = unique("by-hand");
      await admin.update("faqs", id, { slug }, { draft: true });

      expect((await admin.update("faqs", id, { question: "Renamed?", slug }, { draft: true })).slug).toBe(
        slug,
      );
    });

    it("made from a title is free, also of what is a draft or lies in the trash", async () => {
      const question = `Namesake ${unique("x")}`;
      const base = question.toLowerCase().replaceAll(" ", "-");
      const first = await admin.create("faqs", { question }, { draft: true });
      const second = await admin.create("faqs", { question }, { draft: true });
      await admin.update("faqs", second.id, { deletedAt: new Date().toISOString() });
      const third = await admin.create("faqs", faq({ question, _status: "published" }));

      expect([first.slug, second.slug, third.slug]).toEqual([base, `${base}-2`, `${base}-3`]);
    });

    it("is not needed twice by drafts that have none yet", async () => {
      const [one, two] = [
        await admin.create("faqs", {}, { draft: true }),
        await admin.create("faqs", {}, { draft: true }),
      ];

      expect([one.slug ?? null, two.slug ?? null]).toEqual([null, null]);
    });

    it("of a section or a link is one of its own within the document", async () => {
      const { id } = await admin.bySlug("topics", TOPIC);
      const text = (sectionSlug: string) => ({ blockType: "text", sectionSlug, paragraphs: lexical("x") });

      const twice = await admin.ask("PATCH", `/api/topics/${id}`, {
        body: [text("same"), text("same")],
        _status: "published",
      });
      const malformed = await admin.ask("PATCH", `/api/topics/${id}`, {
        body: [text("How it helps")],
        _status: "published",
      });
      const links = await admin.ask("POST", "/api/faqs", {
        ...faq({ relatedLinks: [1, 2].map((n) => ({ label: "Same", slug: "same", url: `/${n}` })) }),
        _status: "published",
      });

      expect(atFields(twice).body).toContain('section name "same"');
      expect(atFields(malformed)["body.0.sectionSlug"]).toContain("cannot stand in an address");
      expect(atFields(links).relatedLinks).toContain('short name "same"');
    });
  });

  describe("a copy", () => {
    it.each([{}, { draft: true }, { draft: false }])(
      "is a draft with a title and a slug of its own (%j)",
      async (query) => {
        const question = `Original ${unique("x")}`;
        const { id } = await admin.create("faqs", faq({ question, _status: "published" }));

        const copy = await admin.must("POST", `/api/faqs/${id}/duplicate`, {}, query);

        expect(copy).toMatchObject({
          question: `${question} (copy)`,
          slug: `${question.toLowerCase().replaceAll(" ", "-")}-copy`,
          _status: "draft",
        });
        expect((await live("faqs", copy.id))._status).toBe("draft");
      },
    );
  });

  describe("numbers, names of papers, addresses and hours", () => {
    it("takes pasted addresses of papers, and keeps the plain numbers", async () => {
      const { id } = await admin.bySlug("studies", "kuzdzal-2025");

      const saved = await admin.update("studies", id, {
        doi: " https://doi.org/10.1007/s40279-025-02175-9",
        pmid: "PMID: 39928077",
        pmcid: "https://pmc.ncbi.nlm.nih.gov/articles/PMC12011942/",
        _status: "published",
      });

      expect(saved).toMatchObject({
        doi: "10.1007/s40279-025-02175-9",
        pmid: "39928077",
        pmcid: "PMC12011942",
      });
    });

    it.each([
      ["studies", { issued: "9999" }, "issued"],
      ["studies", { evidenceLevel: { level: 1.5 } }, "evidenceLevel.level"],
      ["studies", { url: "example.com" }, "url"],
      ["benefits", { findings: [{ participants: 1.5 }] }, "findings.0.participants"],
      ["injuries", { readMore: { label: "More", url: "www.example.com" } }, "readMore.url"],
    ])("refuses in %s %j", async (collection, change, path) => {
      const { body } = await admin.ask<{ docs: Doc[] }>("GET", `/api/${collection}`, undefined, { limit: 1 });

      const answer = await admin.ask("PATCH", `/api/${collection}/${(body.docs[0] as Doc).id}`, {
        ...change,
        _status: "published",
      });

      expect([answer.status, atFields(answer)]).toEqual([
        400,
        expect.objectContaining({ [path]: expect.stringMatching(/\.$/) }),
      ]);
    });

    it.each([
      [[{ day: "monday", opens: "09:00", closes: "09:00" }], "opens and closes at 09:00"],
      [[{ day: "monday", opens: "09:00" }], "one of the two times is missing"],
      [
        [
          { day: "sunday", opens: "20:00", closes: "02:00" },
          { day: "monday", opens: "01:00", closes: "09:00" },
        ],
        "overlap",
      ],
    ])("refuses the hours %j", async (hours, words) => {
      const { id } = await admin.bySlug("clinics", "riverside");

      expect(atFields(await admin.ask("PATCH", `/api/clinics/${id}`, { hours })).hours).toContain(words);
    });

    it.each([
      [[{ day: "monday", opens: "17:00", closes: "09:00" }]],
      [[{ day: "monday", opens: "09:00", closes: "24:00" }]],
      [[{ day: "monday", lastDay: "sunday", allDay: true }]],
    ])("takes the hours %j", async (hours) => {
      const { id } = await admin.bySlug("clinics", "riverside");

      expect((await admin.ask("PATCH", `/api/clinics/${id}`, { hours })).status).toBe(200);
    });

    it("asks for the time zone of hours, at its field", async () => {
      const hours = [{ day: "monday", opens: "09:00", closes: "17:00" }];
      const answer = await admin.ask("POST", "/api/clinics", {
        name: "No zone",
        slug: unique("zone"),
        hours,
      });

      expect(atFields(answer).timezone).toContain("need the time zone");
    });
  });

  describe("a relation", () => {
    it("to what went to the trash stays, so that the text can be saved; a new one is refused, and named", async () => {
      const study = await admin.create("studies", { title: "Soon gone" }, { draft: true });
      const { id } = await admin.create("faqs", faq({ studies: [study.id] }), { draft: true });
      await admin.update("studies", study.id, { deletedAt: new Date().toISOString() });

      const kept = await admin.update(
        "faqs",
        id,
        { question: "Kept?", studies: [study.id] },
        { draft: true },
      );
      const published = await admin.ask("PATCH", `/api/faqs/${id}`, { _status: "published" });
      const added = await admin.ask("POST", "/api/faqs", faq({ studies: [study.id] }), { draft: true });
      const { id: topic } = await admin.bySlug("topics", TOPIC);
      const inRow = await admin.ask(
        "PATCH",
        `/api/topics/${topic}`,
        { keyPoints: { items: [{ text: "a", studies: [study.id] }] } },
        { draft: true },
      );

      expect([kept.question, published.status, added.status, inRow.status]).toEqual(["Kept?", 200, 400, 400]);
      expect(atFields(added).studies).toContain("chosen under “Studies”");
      expect(Object.keys(atFields(inRow))).toEqual(["keyPoints.items.0.studies"]);
    });

    it("in a draft keeps what it names from being deleted for ever", async () => {
      const structure = await admin.create("structures", { name: unique("Muscle"), kind: "muscle" });
      const injury = await admin.create("injuries", { name: unique("Injury") }, { draft: true });
      await admin.update("injuries", injury.id, { structures: [structure.id] }, { draft: true });
      const study = await admin.create("studies", { title: "Named" }, { draft: true });
      const question = await admin.create("faqs", faq({ _status: "published" }));
      await admin.update("faqs", question.id, { studies: [study.id] }, { draft: true });

      const refused = [
        await admin.ask("DELETE", `/api/structures/${structure.id}`),
        await admin.ask("DELETE", `/api/studies/${study.id}`),
        await admin.ask("DELETE", "/api/studies", undefined, { "where[id][equals]": study.id }),
      ];

      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
      expect(sentenceOf(refused[0] as Answer)).toContain(String(injury.name));
      expect(sentenceOf(refused[1] as Answer)).toContain(String(question.question));
    });

    it("shows its title to everybody who may read titles, drafts only to those who write them", async () => {
      const { id, title } = await admin.bySlug("topics", TOPIC);
      await admin.update("topics", id, { title: "Words of a draft" }, { draft: true });
      // What the admin asks for the words of a relation.
      const ask = async (by: Rest) =>
        (
          await by.ask<{ docs?: Doc[] }>("GET", "/api/topics", undefined, {
            "where[id][in]": id,
            "select[title]": true,
            depth: 0,
            draft: true,
          })
        ).body.docs?.map((doc) => doc.title);

      expect(await ask(await person("author"))).toEqual(["Words of a draft"]);
      expect(await ask(await person("clinic-manager"))).toEqual([title]);
      expect(await ask(nobody)).toBeUndefined();
    });
  });

  describe("restoring an old version", () => {
    it("changes a clinic, which has no drafts, and is not for its manager", async () => {
      const clinic = await admin.create("clinics", { name: "First name", slug: unique("clinic") });
      await admin.update("clinics", clinic.id, { name: "Second name" });
      const manager = await person("clinic-manager", { clinics: [clinic.id] });
      const { body } = await admin.ask<{ docs: Doc[] }>("GET", "/api/clinics/versions", undefined, {
        "where[parent][equals]": clinic.id,
        sort: "createdAt",
      });
      const path = `/api/clinics/versions/${(body.docs[0] as Doc).id}`;

      expect((await manager.ask("POST", path)).status).toBe(403);
      expect((await admin.ask("POST", path)).status).toBe(200);
      expect((await live("clinics", clinic.id)).name).toBe("First name");
    });

    it("of what is public makes a draft, however it is asked", async () => {
      const { id } = await admin.create("faqs", faq({ question: "First", _status: "published" }));
      await admin.update("faqs", id, { question: "Second", _status: "published" });
      const { body } = await admin.ask<{ docs: Doc[] }>("GET", "/api/faqs/versions", undefined, {
        "where[parent][equals]": id,
        sort: "createdAt",
      });

      for (const query of [{}, { draft: false }, { draft: true }]) {
        await admin.ask("POST", `/api/faqs/versions/${(body.docs[0] as Doc).id}`, undefined, query);
        expect(await live("faqs", id)).toMatchObject({ question: "Second", _status: "published" });
        expect(await draft("faqs", id)).toMatchObject({ question: "First", _status: "draft" });
      }
    });
  });

  describe("a clinic's manager", () => {
    it("changes profile, hours and booking links of the own clinic alone, single and in bulk", async () => {
      const own = await admin.create("clinics", {
        name: "Own",
        slug: unique("own"),
        timezone: "Europe/Madrid",
      });
      const other = await admin.create("clinics", { name: "Other", slug: unique("other") });
      const manager = await person("clinic-manager", { clinics: [own.id] });
      const mine = {
        phone: "+1 212-555-0199",
        hours: [{ day: "monday", opens: "09:00", closes: "17:00" }],
        bookingLinks: [{ label: "Book", url: "https://example.org/book" }],
      };
      const { id: topic } = await admin.bySlug("topics", TOPIC);
      const notMine = { slug: "taken-over", topics: [topic], theme: { accent: "#000000" }, demo: true };

      for (const change of [mine, notMine]) {
        await manager.ask("PATCH", `/api/clinics/${own.id}`, change);
        await manager.ask("PATCH", "/api/clinics", change, { "where[id][in]": `${own.id},${other.id}` });
        await manager.ask("PATCH", `/api/clinics/${other.id}`, change);
      }
      const trashed = await manager.ask("PATCH", `/api/clinics/${own.id}`, {
        deletedAt: new Date().toISOString(),
      });

      const after = await live("clinics", own.id);
      expect(after).toMatchObject({ phone: mine.phone, slug: own.slug });
      expect(after.topics ?? []).toEqual([]);
      expect([
        (after.hours as unknown[]).length,
        (after.theme as { accent?: string })?.accent ?? null,
      ]).toEqual([1, null]);
      expect((await live("clinics", other.id)).phone ?? null).toBeNull();
      expect(trashed.status).toBe(403);
      await expect
        .poll(() => product.content(`clinics/${own.slug}.json`), { timeout: 30_000 })
        .toMatchObject({ phone: mine.phone });
    });
  });

  describe("accounts", () => {
    const administrators = async (by: Rest) =>
      (
        await by.ask<{ totalDocs?: number }>("GET", "/api/users", undefined, {
          "where[role][equals]": "administrator",
        })
      ).body.totalDocs ?? 0;
    const every = { "where[role][equals]": "administrator" };

    it("always have an administrator: one by one, in bulk, and when two remove each other at once", async () => {
      const me = (await admin.must("GET", "/api/users/me")).user as Doc;
      const email = `${unique("second")}@example.org`;
      const { id } = await admin.create("users", {
        name: "B",
        email,
        password: PASSWORD,
        role: "administrator",
      });
      const second = await Rest.login(product.cmsUrl, email, PASSWORD);

      const bulk = [
        await admin.ask("PATCH", "/api/users", { role: "editor" }, every),
        await admin.ask("DELETE", "/api/users", undefined, every),
      ];
      expect(bulk.map(({ status }) => status)).toEqual([400, 400]);
      expect(sentenceOf(bulk[0] as Answer)).toContain("nobody would be an administrator");
      expect(await administrators(admin)).toBe(2);

      await Promise.all([
        admin.ask("PATCH", `/api/users/${id}`, { role: "editor" }),
        second.ask("PATCH", `/api/users/${me.id}`, { role: "editor" }),
      ]);
      expect((await administrators(admin)) + (await administrators(second))).toBe(1);

      // Whoever won makes the first administrator one again.
      if ((await administrators(second)) === 1)
        await second.update("users", me.id, { role: "administrator" });
      await admin.must("DELETE", `/api/users/${id}`);
      const alone = [
        await admin.ask("PATCH", `/api/users/${me.id}`, { role: "editor" }),
        await admin.ask("DELETE", `/api/users/${me.id}`),
      ];
      expect(alone.map(({ status }) => status)).toEqual([400, 400]);
      expect((await admin.update("users", me.id, { name: "Still here" })).name).toBe("Still here");
    });

    it("answer a forgotten password alike for everybody, with what to do where no e-mail is sent", async () => {
      const answers = await Promise.all(
        ["ada@example.org", "nobody@example.org"].map((email) =>
          nobody.ask("POST", "/api/users/forgot-password", { email }),
        ),
      );

      expect(answers[0]).toEqual(answers[1]);
      expect([answers[0]?.status, sentenceOf(answers[0] as Answer)]).toEqual([
        501,
        expect.stringContaining("npm run admin-link"),
      ]);
    });

    it("are unlocked by administrators alone, and there is nothing to verify", async () => {
      const email = `${unique("locked")}@example.org`;
      await admin.create("users", { name: "L", email, password: PASSWORD, role: "author" });
      const by = [nobody, await person("editor"), await person("author"), admin];

      const unlocked = await Promise.all(by.map((each) => each.ask("POST", "/api/users/unlock", { email })));

      expect(unlocked.map(({ status }) => status)).toEqual([403, 403, 403, 200]);
      expect((await nobody.ask("POST", "/api/users/verify/token")).status).toBe(404);
    });
  });

  describe("publishing one language", () => {
    type Block = { id: string; heading?: string | null };
    const headings = async (id: string, locale: string) =>
      ((await live("topics", id, { locale })).body as Block[]).map((block) => block.heading ?? null);
    const only = (locale: string) => ({ locale, publishSpecificLocale: locale });
    const block = (heading: string) => ({ blockType: "text", heading, paragraphs: lexical(heading) });
    const rowsOf = async (id: string, locale: string) =>
      (await draft("topics", id, { locale, fallbackLocale: "none" })).body as Block[];

    /** A topic with blocks A and B, public in both languages. */
    async function topicInTwoLanguages(): Promise<string> {
      const { id } = await admin.create("topics", {
        title: unique("Topic"),
        intro: lexical("Intro"),
        keyPoints: { heading: "Points", items: [{ text: "One" }, { text: "Two" }] },
        body: [block("A"), block("B")],
        _status: "published",
      });
      const doc = await draft("topics", id);
      const points = (doc.keyPoints as { items: Block[] }).items;
      await admin.update(
        "topics",
        id,
        {
          title: "Tema",
          intro: lexical("Entrada"),
          keyPoints: {
            heading: "Puntos",
            items: points.map((row, i) => ({ ...row, text: ["Uno", "Dos"][i] })),
          },
          body: (doc.body as Block[]).map((row, i) => ({ ...row, ...block(["A es", "B es"][i] as string) })),
          _status: "published",
        },
        only("es"),
      );
      return id;
    }

    it("leaves the other one's public words with their blocks, whatever was moved, removed or added", async () => {
      const id = await topicInTwoLanguages();
      const spanish = await rowsOf(id, "es");
      await admin.update(
        "topics",
        id,
        { title: "Tema a medias", body: spanish.map((row) => ({ ...row, heading: "A medias" })) },
        { locale: "es", draft: true },
      );
      const [a, b] = (await rowsOf(id, "en")) as [Block, Block];

      await admin.update("topics", id, { body: [block("C"), b, a], _status: "published" }, only("en"));
      expect(await headings(id, "en")).toEqual(["C", "B", "A"]);
      expect(await headings(id, "es")).toEqual([null, "B es", "A es"]);
      expect((await live("topics", id, { locale: "es" })).title).toBe("Tema");

      const [first, , last] = (await rowsOf(id, "en")) as [Block, Block, Block];
      await admin.update("topics", id, { body: [last, first], _status: "published" }, only("en"));
      expect(await headings(id, "en")).toEqual(["A", "C"]);
      expect(await headings(id, "es")).toEqual(["A es", null]);

      const points = async (locale: string) =>
        ((await live("topics", id, { locale })).keyPoints as { items: { text: string }[] }).items.map(
          ({ text }) => text,
        );
      expect([await points("en"), await points("es")]).toEqual([
        ["One", "Two"],
        ["Uno", "Dos"],
      ]);
      // What is half done in Spanish waits for its own publication.
      expect((await draft("topics", id, { locale: "es" })).title).toBe("Tema a medias");
    });

    it("publishes Spanish without the English that is half done", async () => {
      const id = await topicInTwoLanguages();
      const before = (await live("topics", id)).title;
      const english = await rowsOf(id, "en");
      await admin.update(
        "topics",
        id,
        { title: "Half done", body: english.map((row) => ({ ...row, heading: "Half" })) },
        { draft: true },
      );

      await admin.update("topics", id, { title: "Tema nuevo", _status: "published" }, only("es"));

      expect((await live("topics", id)).title).toBe(before);
      expect(await headings(id, "en")).toEqual(["A", "B"]);
      expect((await live("topics", id, { locale: "es" })).title).toBe("Tema nuevo");
      expect((await draft("topics", id)).title).toBe("Half done");
    });

    it("publishes Spanish without the rows and links of an unfinished English draft", async () => {
      type Finding = { id: string; study: string; label?: string };
      type Item = { slug: string; lang?: string; findings: { study: string; label: string }[] };
      const slug = unique("shared");
      const studies = ["first", "second"].map((name) =>
        admin.create("studies", {
          title: unique("Study"),
          slug: `${name}-of-two`,
          authors: [{ family: "Nightingale" }],
          issued: "2025",
          studyType: "case-report",
          status: "current",
          _status: "published",
        }),
      );
      const [a, b] = (await Promise.all(studies)) as [Doc, Doc];
      const finding = (label: string, study: Doc) => ({
        study: study.id,
        label,
        result: lexical("It eased."),
        design: "case-report",
        directness: "direct",
      });
      const { id } = await admin.create("benefits", {
        title: "Less pain",
        slug,
        group: "evidence",
        plainEnglish: "It may ease pain.",
        findings: [finding("One report", a)],
        _status: "published",
      });
      const intro = lexical("Intro");
      await admin.create("topics", { title: slug, slug, intro, benefits: [id], _status: "published" });
      const findings = async (locale: string) =>
        (await draft("benefits", id, { locale, fallbackLocale: "none" })).findings as Finding[];
      const item = async (locale: string) => {
        const file = await product.content<{ items: Item[] } | null>(`topics/${slug}/benefits.json`, locale);
        return file?.items[0];
      };
      const publicFindings = async (locale: string) =>
        (await item(locale))?.findings.map(({ label, study }) => [label, study]);
      const publishSpanish = async (label: string) => {
        const [first, ...rest] = await findings("es");
        await admin.update(
          "benefits",
          id,
          {
            title: "Menos dolor",
            plainEnglish: "Puede aliviar el dolor.",
            findings: [{ ...first, label, result: lexical("Alivió.") }, ...rest],
            _status: "published",
          },
          only("es"),
        );
      };
      await publishSpanish("Un informe");
      await expect
        .poll(() => publicFindings("es"), { timeout: 15_000 })
        .toEqual([["Un informe", "first-of-two"]]);
      const english = await item("en");

      const [row] = await findings("en");
      await admin.update(
        "benefits",
        id,
        { findings: [{ ...row, study: b.id }, finding("A new report", a)] },
        { draft: true },
      );
      await publishSpanish("El informe");

      await expect
        .poll(() => publicFindings("es"), { timeout: 15_000 })
        .toEqual([["El informe", "first-of-two"]]);
      expect(await item("en")).toEqual(english);
      expect((await findings("en")).map(({ label, study }) => [label, study])).toEqual([
        ["One report", b.id],
        ["A new report", a.id],
      ]);

      await admin.update("benefits", id, { _status: "published" }, only("en"));
      await expect
        .poll(() => publicFindings("en"), { timeout: 15_000 })
        .toEqual([
          ["One report", "second-of-two"],
          ["A new report", "first-of-two"],
        ]);
    });

    it("keeps a translation that is public when the default language is published again and again", async () => {
      const id = await topicInTwoLanguages();

      for (const query of [only("en"), only("en"), {}])
        await admin.update("topics", id, { subtitle: unique("Again"), _status: "published" }, query);

      expect((await live("topics", id, { locale: "es" })).title).toBe("Tema");
      expect(await headings(id, "es")).toEqual(["A es", "B es"]);
    });

    it("takes no text in every language at once: it would be dropped", async () => {
      const { id } = await admin.create("faqs", faq(), { draft: true });

      const answer = await admin.ask("PATCH", `/api/faqs/${id}`, { question: "x" }, { locale: "all" });

      expect([answer.status, sentenceOf(answer)]).toEqual([400, expect.stringContaining("in one language")]);
    });
  });
});
