import type { Payload } from "payload";
import type { Logger } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";
import { joinedSentences } from "../compile/faults.ts";
import { FaultStore, publishingFaults } from "./faultStore.ts";

/** As much as a text field takes. */
const ROOM = 2_000;
const sentence = (n: number, length = 300) => `Fault ${n}: ${"x".repeat(length)}.`;
const sentences = (count: number, length?: number) =>
  Array.from({ length: count }, (_, n) => sentence(n, length));

describe("the sentences about one document", () => {
  it("are all told while there is room", () => {
    expect(joinedSentences(["One.", "Two."])).toBe("One. Two.");
  });

  it("are told as far as there is room, and how many more there are", () => {
    const joined = joinedSentences(sentences(10));

    expect(joined).toBe(`${sentences(6).join(" ")} And 4 more.`);
    expect(joined.length).toBeLessThan(ROOM);
  });

  it("are cut where one alone is too long", () => {
    const joined = joinedSentences([sentence(1, 5_000), sentence(2)]);

    expect(joined).toMatch(/^Fault 1: x+… And 1 more\.$/);
    expect(joined.length).toBeLessThan(ROOM);
  });
});

describe.each(databaseKinds)("the faults kept on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  const fault = (document: string, message = "It is left out.") => ({
    collection: "faqs",
    document,
    message,
  });
  const unit = { name: "topics/one", examined: ["faqs/1", "faqs/2", "faqs/3"] };
  const stored = async () => (await publishingFaults(cms.payload)).map(({ document }) => document).sort();

  function book(payload: Payload = cms.payload) {
    const errors: object[] = [];
    const log = { warn: () => {}, error: (told: object) => errors.push(told) } as unknown as Logger;
    return { errors, faults: new FaultStore(payload, log) };
  }

  it("are written whatever their number, and only once", async () => {
    const { errors, faults } = book();
    const met = [...sentences(20).map((message) => fault("1", message)), fault("2")];

    await faults.unitCompiled(unit.name, met, unit.examined);
    const before = await publishingFaults(cms.payload);
    await faults.unitCompiled(unit.name, met, unit.examined);

    expect(await stored()).toEqual(["1", "2"]);
    expect(await publishingFaults(cms.payload)).toEqual(before);
    expect(errors).toEqual([]);
    await faults.unitCompiled(unit.name, [], unit.examined);
    expect(await stored()).toEqual([]);
  });

  it("are written although one of them cannot be, which is tried again the next time", async () => {
    let isBroken = true;
    const payload = Object.create(cms.payload, {
      create: {
        value: (args: { data: { document: string } }) =>
          isBroken && args.data.document === "2"
            ? Promise.reject(new Error("The disk is full."))
            : cms.payload.create(args as never),
      },
    }) as Payload;
    const { errors, faults } = book(payload);
    const met = ["1", "2", "3"].map((document) => fault(document));

    await faults.unitCompiled(unit.name, met, unit.examined);
    expect(await stored()).toEqual(["1", "3"]);
    expect(errors).toMatchObject([{ err: { message: "The disk is full." } }]);

    isBroken = false;
    await faults.unitCompiled(unit.name, met, unit.examined);
    expect(await stored()).toEqual(["1", "2", "3"]);
  });
});
