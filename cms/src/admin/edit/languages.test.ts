import type { PayloadRequest } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, EDITOR, openTestCms, requestAs, type TestCms } from "../../../test/testCms.ts";
import { richText } from "../../seed/lexical.ts";
import { findLanguages } from "./languages.ts";

describe.each(databaseKinds)("the languages of a document, on %s", (kind) => {
  let cms: TestCms;
  let req: PayloadRequest;
  beforeAll(async () => {
    cms = await openTestCms(kind);
    req = { ...requestAs(cms.payload, EDITOR), i18n: { language: "en" } } as unknown as PayloadRequest;
  });
  afterAll(async () => {
    await cms?.close();
  });

  it("say what readers get in each, and what waits", async () => {
    const created = await cms.payload.create({
      collection: "faqs",
      data: { question: "First?", slug: "first", relatedLinks: [] },
      draft: true,
      locale: "en",
    } as never);
    const { id } = created as unknown as { id: string };
    const words = async () =>
      (await findLanguages(req, "faqs", id)).map(({ code, standing }) => `${code} ${standing}`);
    const save = (data: object, locale: string, publishes = false) =>
      cms.payload.update({
        collection: "faqs",
        id,
        data: { ...data, _status: publishes ? "published" : "draft" },
        locale,
        ...(publishes ? { publishSpecificLocale: locale } : { draft: true }),
      } as never);

    expect(await words()).toEqual(["en waiting", "es unwritten"]);

    await save({ answer: richText("An answer.") }, "en", true);
    expect(await words()).toEqual(["en public", "es unwritten"]);

    await save({ question: "¿Primera?", answer: richText("Una respuesta.") }, "es");
    expect(await words()).toEqual(["en public", "es waiting"]);

    await save({ question: "¿Primera?", answer: richText("Una respuesta.") }, "es", true);
    expect(await words()).toEqual(["en public", "es public"]);

    await save({ question: "Changed?" }, "en");
    expect(await words()).toEqual(["en changed", "es public"]);

    await save({ relatedLinks: [{ label: "A link", slug: "a-link", url: "https://example.org" }] }, "en");
    expect((await words())[1]).toBe("es public");
  });
});
