/** Nobody overwrites what they have not seen: a save that says what it started from is refused when that is not the newest. */
import type { CollectionSlug } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../../test/parsed.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../../test/testCms.ts";
import { uncheckedData } from "../../documents/payload.ts";
import { richText } from "../../seed/lexical.ts";

const PERSON = { email: "ada@example.org", password: "a long enough pass phrase" };
const PUBLISHED = { _status: "published" };

describe.each(databaseKinds)("a save that started from an old version, on %s", (kind) => {
  let cms: TestCms;
  let authorization: string;
  let number = 0;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    await cms.payload.create({
      collection: "users",
      data: { ...PERSON, name: "Ada", role: "administrator" },
    });
    const { token } = await cms.payload.login({ collection: "users", data: PERSON });
    authorization = `JWT ${token}`;
  });
  afterAll(() => cms?.close());

  const ask = async (
    method: string,
    path: string,
    body?: object,
    headers: object = {},
  ): Promise<{ status: number; doc: Parsed; error: Parsed; body: Parsed }> => {
    const response = await cms.rest(method, path, body, { authorization, ...headers });
    const answer: Parsed = await response.json();
    return {
      status: response.status,
      doc: answer.doc ?? answer.result ?? answer,
      error: answer.errors?.[0],
      body: answer,
    };
  };
  const create = async (collection: string, data: object, query = ""): Promise<Parsed> => {
    number++;
    const { status, doc, body } = await ask("POST", `/${collection}?locale=en&depth=0${query}`, {
      slug: `${collection}-${number}`,
      ...data,
    });
    expect([status, body]).toMatchObject([201, {}]);
    return doc;
  };
  const faq = (more: object = {}) =>
    create("faqs", { question: "Does it hurt?", answer: richText("A little."), ...more });
  const newest = async (id: string, locale = "en") =>
    (await ask("GET", `/faqs/${id}?draft=true&depth=0&locale=${locale}`)).doc;
  const patch = (id: string, data: object, query = "draft=true", headers: object = {}) =>
    ask("PATCH", `/faqs/${id}?locale=en&depth=0&${query}`, data, headers);
  const from = (version: string) => ({ "if-match": `"${version}"` });

  describe.each<[string, (version: string, data: object) => [object, object]]>([
    ["as the document has it", (version, data) => [{ ...data, updatedAt: version }, {}]],
    ["in the header If-Match", (version, data) => [data, from(version)]],
  ])("that it names %s", (_, named) => {
    const save = (id: string, version: string, data: object, query?: string) => {
      const [body, headers] = named(version, data);
      return patch(id, body, query, headers);
    };

    it.each<[string, object, string, string]>([
      ["a draft", {}, "draft=true", "draft"],
      ["an autosave", {}, "draft=true&autosave=true", "draft"],
      ["an autosave over what is public", PUBLISHED, "draft=true&autosave=true", "draft"],
      ["a publish", {}, "draft=false", "published"],
      ["a publish of one language", PUBLISHED, "publishSpecificLocale=en", "published"],
      ["a publish of another language", PUBLISHED, "publishSpecificLocale=es", "published"],
    ])("is refused as %s, and the saves that follow each other are not", async (_, first, query, status) => {
      const { id, updatedAt } = await faq(first);
      const data = { question: "First?", answer: richText("A little."), _status: status };

      const saved = await save(id, updatedAt, data, query);
      const again = await save(id, saved.doc.updatedAt, { ...data, question: "Second?" }, query);
      const stale = await save(id, updatedAt, { ...data, question: "Stale?" }, query);

      expect([saved.status, again.status, stale.status]).toEqual([200, 200, 409]);
      const locale = query.endsWith("es") ? "es" : "en";
      expect((await newest(id, locale)).question).toBe("Second?");
      expect(stale.error.message).toMatch(
        /^Your change was not saved, because somebody else saved this[^:]*Your words are still here[^:]*$/,
      );
      expect(stale.error.data).toMatchObject({
        updatedAt: (await newest(id)).updatedAt,
        differences: [{ label: "Question", yours: ["Stale?"], saved: ["Second?"] }],
      });
    });

    it("is refused although only another language was saved meanwhile", async () => {
      const { id, updatedAt } = await faq();
      await ask("PATCH", `/faqs/${id}?locale=es&draft=true`, { question: "¿Duele?" });

      const stale = await save(id, updatedAt, { question: "Mine?" });

      expect(stale.status).toBe(409);
      expect((await newest(id, "es")).question).toBe("¿Duele?");
    });
  });

  it("is refused after each of these, by whoever has the form open", async () => {
    const changes: [string, (id: string) => Promise<unknown>][] = [
      [
        "a change of many",
        (id) => ask("PATCH", `/faqs?locale=en&draft=true&where[id][equals]=${id}`, { question: "Many?" }),
      ],
      ["an unpublish", (id) => patch(id, { _status: "draft" }, "draft=false")],
      [
        "a restored version",
        async (id) => {
          const { docs } = await cms.payload.findVersions({
            collection: "faqs",
            where: { parent: { equals: id } },
            sort: "createdAt",
          });
          await ask("POST", `/faqs/versions/${docs[0]?.id}?draft=true`);
        },
      ],
      ["a publish of one language that leaves a draft of another", (id) => publishEnglish(id)],
    ];
    const statuses: unknown[] = [];
    for (const [name, change] of changes) {
      const { id } = await faq(PUBLISHED);
      await ask("PATCH", `/faqs/${id}?locale=es&draft=true`, { question: "¿Borrador?" });
      const { updatedAt } = await newest(id);
      await change(id);
      const changed = await newest(id);
      const stale = await patch(id, { question: "Stale?", updatedAt });
      const fresh = await patch(id, { question: "Fresh?", updatedAt: changed.updatedAt });
      statuses.push([name, stale.status, fresh.status]);
    }

    expect(statuses).toEqual(changes.map(([name]) => [name, 409, 200]));
  });
  const publishEnglish = (id: string) =>
    patch(id, { question: "English?", ...PUBLISHED }, "publishSpecificLocale=en");

  it("goes on from the answer of a publish that left a draft", async () => {
    const { id } = await faq(PUBLISHED);
    await ask("PATCH", `/faqs/${id}?locale=es&draft=true`, { question: "¿Borrador?" });

    const published = await publishEnglish(id);
    const next = await patch(
      id,
      { question: "And on?" },
      "draft=true&autosave=true",
      from(published.doc.updatedAt),
    );

    expect(next.status).toBe(200);
  });

  it("is one of many at once: the first is saved, the others are refused", async () => {
    const { id, updatedAt } = await faq();

    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        patch(id, { question: `At once ${n}?`, updatedAt }, "draft=true&autosave=true"),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await newest(id)).question).toBe(winner?.doc.question);
  });

  it("is no save that names no version, none that restores, and no change made along with another document", async () => {
    const { id, updatedAt } = await faq();
    await patch(id, { question: "Second?" });

    const unnamed = await patch(id, { question: "Third?" });
    const any = await patch(id, { question: "Fourth?" }, "draft=true", { "if-match": "*" });
    const many = await ask(
      "PATCH",
      `/faqs?locale=en&draft=true&where[id][equals]=${id}`,
      { question: "Fifth?" },
      from(updatedAt),
    );

    expect([unnamed.status, any.status, many.status]).toEqual([200, 200, 200]);
  });

  it("is refused at a clinic, which has no drafts", async () => {
    const { id, updatedAt } = await create("clinics", { name: "Riverside", city: "Albany" });
    const save = (data: object, headers: object = {}) =>
      ask("PATCH", `/clinics/${id}?locale=en&depth=0`, data, headers);

    const saved = await save({ city: "Boston", updatedAt });
    const stale = await save({ city: "Chicago", updatedAt });
    const staleByHeader = await save({ city: "Chicago" }, from(updatedAt));
    const fresh = await save({ city: "Denver" }, from(saved.doc.updatedAt));

    expect([saved.status, stale.status, staleByHeader.status, fresh.status]).toEqual([200, 409, 409, 200]);
    expect(stale.error.data.differences).toEqual([{ label: "City", yours: ["Chicago"], saved: ["Boston"] }]);
  });

  it("is refused at the settings, also where nobody had saved them", async () => {
    const save = (data: object, headers: object) =>
      ask(
        "POST",
        "/globals/settings?locale=en&depth=0",
        { disclaimer: richText("Words."), ...data },
        headers,
      );

    const first = await save({ citationStyle: "apa" }, from("none"));
    const second = await save({ citationStyle: "harvard1" }, from("none"));
    const third = await save({ citationStyle: "harvard1" }, from(first.doc.updatedAt));
    const fourth = await save({ citationStyle: "apa", updatedAt: first.doc.updatedAt }, {});

    expect([first.status, second.status, third.status, fourth.status]).toEqual([200, 409, 200, 409]);
    expect(second.error.data.differences).toEqual([
      { label: "Style of references", yours: ["harvard1"], saved: ["apa"] },
    ]);
  });

  it("shows what relations name by its title, and nothing of what may not be read", async () => {
    const study = await create("studies", { title: "A study" }, "&draft=true");
    const { id, updatedAt } = await faq();
    await patch(id, { question: "Second?" });

    const asked = await patch(id, { studies: [study.id], updatedAt });
    const unknown = cms.payload.update({
      collection: "faqs" as CollectionSlug,
      id,
      data: uncheckedData({ studies: [study.id], updatedAt }),
      draft: true,
    });

    expect(asked.error.data.differences).toContainEqual({ label: "Studies", yours: ["A study"], saved: [] });
    const error = await unknown.catch((thrown: Parsed) => thrown);
    expect(JSON.stringify((error as Parsed).data)).not.toContain("A study");
  });
});
