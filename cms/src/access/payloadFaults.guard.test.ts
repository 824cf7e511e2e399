/** What Payload lets through that access functions should decide. */
import { readFileSync } from "node:fs";
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import type { CollectionConfig, PayloadRequest } from "payload";
import { afterEach, describe, expect, it } from "vitest";
import { inPackage } from "../../test/packages.ts";
import { FAULT, openStockPayload, people, questions, type StockPayload } from "../../test/stockPayload.ts";

type MakeLock = (args: {
  id: string;
  collectionSlug: string;
  req: Partial<PayloadRequest>;
}) => Promise<{ isLocked: boolean }>;

const PERSON = { email: "ada@example.org", password: "a long enough pass phrase" };
const LOCKS = "payload-locked-documents";

let stock: StockPayload | undefined;
afterEach(async () => {
  await stock?.close();
  stock = undefined;
});

async function open(...collections: CollectionConfig[]): Promise<StockPayload> {
  stock = await openStockPayload({ collections });
  return stock;
}

describe(FAULT, () => {
  it("locks a document, when its form asks, for somebody who may neither read nor change it", async () => {
    const nobody = () => false;
    const closed = questions({ access: { create: () => true, read: nobody, update: nobody } });
    const { api, payload } = await open(people(), closed);
    const person = await api.create({ collection: "people", data: PERSON });
    const { id } = await api.create({ collection: "questions", data: { question: "Whose?" }, draft: true });
    const { handleFormStateLocking } = (await import(
      inPackage("@payloadcms/ui", "dist/utilities/handleFormStateLocking.js")
    )) as { handleFormStateLocking: MakeLock };

    const req = { payload, user: { ...person, collection: "people" } } as unknown as PayloadRequest;
    const answer = await handleFormStateLocking({ id, collectionSlug: "questions", req });

    expect(answer.isLocked).toBe(true);
    expect((await api.count({ collection: LOCKS })).totalDocs).toBe(1);
  });

  it("takes the lock away from whoever is typing, at each autosave", async () => {
    const { api, payload, rest } = await open(people(), questions());
    const person = await api.create({ collection: "people", data: PERSON });
    const { id } = await api.create({ collection: "questions", data: { question: "Mine" }, draft: true });
    await payload.db.create({
      collection: LOCKS,
      data: {
        document: { relationTo: "questions", value: id },
        user: { relationTo: "people", value: person.id },
      },
    });
    const { token } = await api.login({ collection: "people", data: PERSON });

    const answer = await rest(
      "PATCH",
      `/questions/${id}?locale=en&draft=true&autosave=true`,
      { question: "Still mine" },
      { authorization: `JWT ${token}` },
    );

    expect([answer.status, (await api.count({ collection: LOCKS })).totalDocs]).toEqual([200, 0]);
  });

  it("fails to read, in all languages at once, what has a rich text that one may not read", async () => {
    const { api, rest } = await open(
      questions({
        fields: [
          {
            name: "answer",
            type: "richText",
            localized: true,
            editor: lexicalEditor(),
            access: { read: ({ req }) => Boolean(req.user) },
          },
        ],
      }),
    );
    const root = { type: "root", children: [], version: 1, direction: null, format: "", indent: 0 };
    await api.create({
      collection: "questions",
      locale: "en",
      data: { answer: { root }, _status: "published" },
    });

    const inOne = await rest("GET", "/questions?locale=en");
    const inAll = await rest("GET", "/questions?locale=all");

    expect([inOne.status, inAll.status]).toEqual([200, 500]);
  });

  it("looks server functions up by any name, those that every object inherits included", () => {
    const source = readFileSync(
      inPackage("@payloadcms/next", "dist/utilities/handleServerFunctions.js"),
      "utf8",
    );

    expect(source).toMatch(/baseServerFunctions\[fnKey\]/);
    expect(source).not.toMatch(/hasOwn/);
    expect(source).not.toMatch(/Object\.create\(null\)|__proto__: null/);
  });
});
