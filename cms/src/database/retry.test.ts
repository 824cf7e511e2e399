/** What an editor is told when the database fails, by REST. The errors are those of MongoDB's driver. */
import { MongoNetworkError, MongoServerError } from "mongodb";
import type { CollectionConfig } from "payload";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, faqs, openTestPayload, type TestPayload } from "../../test/database.ts";
import { unconfirmedCommit } from "./retry.ts";

const away = () => new MongoNetworkError("connection 1 to 127.0.0.1:27017 closed");
const FAILURES: Record<string, () => Error> = {
  "an outage": away,
  "a commit that nobody confirmed": () => unconfirmedCommit(away()),
  "a full disk": () =>
    new MongoServerError({ ok: 0, code: 14031, codeName: "OutOfDiskSpace", errmsg: "No space left" }),
};

const failing: CollectionConfig = {
  ...faqs,
  hooks: {
    afterChange: [
      ({ doc }) => {
        const failure = FAILURES[doc.question as string];
        if (failure) throw failure();
      },
    ],
  },
};

describe.each(databaseKinds)("a failure of the database on %s", (kind) => {
  let test: TestPayload;
  beforeAll(async () => {
    test = await openTestPayload({ kind, collections: [failing] });
  });
  afterAll(() => test?.close());

  it.each([
    ["an outage", 503, "nothing was read or saved"],
    ["a commit that nobody confirmed", 503, "It may have been saved: reload the page"],
    ["a full disk", 507, "the disk of the server is full"],
  ])("is told for what it is: %s", async (question, status, sentence) => {
    const answer = await test.rest("POST", "/faqs?locale=en", { question, _status: "published" });

    expect(answer.status).toBe(status);
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
  });
});
