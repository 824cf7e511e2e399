/** When `npm start` loads the demo content, and when it must not. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollectionSlug } from "payload";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { loadDemoContentOnce } from "./demoContent.ts";

const ENGLISH = "When is a good time for runners to book a session?";
const SPANISH = "¿Cuál es un buen momento para que un corredor reserve una sesión?";
const OWN_SETTINGS = { emergencyNumbers: [{ country: "US", number: "999" }], citationStyle: "apa" };

describe.each(databaseKinds)("the demo content at the start on %s", (kind) => {
  let cms: TestCms;
  let dataDir: string;
  const told: string[] = [];
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "clinic-widgets-start-"));
    told.length = 0;
  });
  afterEach(async () => {
    await cms?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const open = async (...locales: [string, ...string[]]) => {
    cms = await openTestCms(kind, undefined, locales);
  };
  const start = () => loadDemoContentOnce(cms.payload, { dataDir }, (sentence) => void told.push(sentence));
  const oldMark = () => join(dataDir, "demo-content-unfinished");
  const count = async (collection: string) =>
    (await cms.payload.count({ collection: collection as CollectionSlug })).totalDocs;
  const settings = (locale: string) =>
    cms.payload.findGlobal({ slug: "settings", depth: 0, locale: locale as never });
  /** The question, if it is public. */
  const question = async (locale: string) => {
    const { docs } = await cms.payload.find({
      collection: "faqs" as CollectionSlug,
      where: { slug: { equals: "when-to-schedule" }, _status: { equals: "published" } },
      locale: locale as never,
    });
    return (docs[0] as { question?: string } | undefined)?.question;
  };
  /** Starts, and is interrupted when the first question stands in the default language alone. */
  const startAndFail = async () => {
    const { update } = cms.payload;
    cms.payload.update = ((options: { collection: string }) => {
      if (options.collection === "faqs") throw new Error("Interrupted.");
      return update.call(cms.payload, options as never);
    }) as never;
    await expect(start()).rejects.toThrow("Interrupted.");
    cms.payload.update = update;
    expect([await count("timings"), await count("faqs"), await count("topics")]).toEqual([5, 1, 0]);
  };
  const expectAll = async () => {
    expect([await count("faqs"), await count("topics"), await count("clinics")]).toEqual([7, 1, 1]);
    expect([await question("en"), await question("es")]).toEqual([ENGLISH, SPANISH]);
    expect(JSON.stringify((await settings("es")).disclaimer)).toContain("Este sitio web");
  };

  it("has the default language first, whichever it is", async () => {
    await open("es", "en");

    await start();

    await expectAll();
    expect(told).toEqual([]);
  });

  it.each([
    ["fr", "de"],
    ["fr", "en"],
    ["en-US", "es"],
  ] as [string, string][])(
    "is left out, and somebody is told, when the languages are %s and %s",
    async (...locales) => {
      await open(...locales);

      await start();

      expect(await count("studies")).toBe(0);
      expect(told).toEqual([expect.stringMatching(/^The demo content is not loaded: .* Put en or es first/)]);
    },
  );

  it("is gone on with where a start was interrupted", async () => {
    await open("en", "es");
    await startAndFail();

    await start();

    await expectAll();
    expect(await cms.payload.kv.keys()).toEqual([]);
  });

  it("is gone on with where a start of the first builds was interrupted, which noted it in the folder", async () => {
    await open("en", "es");
    await startAndFail();
    await cms.payload.kv.clear();
    writeFileSync(oldMark(), "");

    await start();

    await expectAll();
    expect(existsSync(oldMark())).toBe(false);
  });

  it("never comes over what another database holds, whatever the folder says", async () => {
    await open("en", "es");
    const create = (collection: string, data: object) =>
      cms.payload.create({ collection: collection as CollectionSlug, data: data as never });
    await create("structures", { name: "Own", slug: "own", region: "foot" });
    writeFileSync(oldMark(), "");

    await start();
    expect([await count("structures"), await count("topics")]).toEqual([1, 0]);
    expect((await settings("en")).updatedAt).toBeFalsy();
  });

  it("never comes over settings that somebody saved, marked as unfinished or not", async () => {
    await open("en", "es");
    const { disclaimer } = (await import("../seed/documents.ts")).demoSettings("en");
    const data = { ...OWN_SETTINGS, disclaimer } as never;
    await cms.payload.updateGlobal({ slug: "settings", data });

    await start();
    await cms.payload.kv.set("demo-content-unfinished", true);
    await start();

    expect(await count("studies")).toBe(0);
    expect(await settings("en")).toMatchObject({
      citationStyle: "apa",
      emergencyNumbers: [{ number: "999" }],
    });
  });
});
