/** Casts that switch the types off are allowed at these seams alone; anywhere else the types can say what is meant. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** How many each file may have, and why. */
const SEAMS: Record<string, { casts: number; why: string }> = {
  "cms/src/documents/payload.ts": { casts: 1, why: "data whose fields are known only when the CMS runs" },
  "cms/src/database/index.ts": {
    casts: 1,
    why: "Payload types its adapter as the union of all installed ones",
  },
  "cms/src/database/transactions.ts": {
    casts: 1,
    why: "the adapter's writing calls differ in all but `req`",
  },
  "cms/src/database/mongodb/index.ts": { casts: 2, why: "the inside of Payload's MongoDB adapter" },
  "cms/src/database/sqlite/index.ts": { casts: 1, why: "the inside of Payload's SQLite adapter" },
  "cms/src/database/sqlite/schema.ts": { casts: 1, why: "the schema tools of Payload's SQLite adapter" },
  "cms/src/people/throttle/throttle.ts": { casts: 1, why: "the client below Payload's MongoDB adapter" },
  "cms/src/publishing/outboxRows.ts": { casts: 1, why: "the name of a collection of Mongoose's" },
  "cms/src/versions/oneLanguage/adapter.ts": {
    casts: 1,
    why: "a version that is not written answers nothing",
  },
  "widgets/src/clinic-element.ts": {
    casts: 1,
    why: "an element's properties by the names that its definition gives them",
  },
  "widgets/src/loader/loader.ts": {
    casts: 1,
    why: "a timer in the place of an idle callback, in the fewest bytes",
  },
  "cms/test/database.ts": { casts: 3, why: "collections of a test's own; the inside of the adapters" },
  "cms/test/publisherFixture.ts": { casts: 1, why: "a log that says nothing" },
  "cms/test/stockPayload.ts": { casts: 1, why: "Payload with collections of a test's own" },
  "cms/test/testCms.ts": {
    casts: 3,
    why: "the inside of the adapters; a request and a person with only what hooks read",
  },
  "tests/support/axe.ts": { casts: 1, why: "what axe has put into a page" },
  "tests/support/product.ts": { casts: 1, why: "an answer in JSON, of whatever type the test expects" },
  "tests/bench/delivery.ts": { casts: 1, why: "a handler of a package that is older than Node's types" },
};

const CASTS = /\bas never\b|\bas unknown as\b|\bas (?:CollectionSlug|GlobalSlug)\b|\bas "[a-zA-Z-]+"/g;

const sources = ["cms", "shared", "widgets", "tests", "demo"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.split(sep).join("/")}`)
    .filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !/(^|\/)(node_modules|dist|\.next|\.cache)\/|\.test\.tsx?$|payload-types\.ts$|\.d\.ts$/.test(file),
    ),
);

it("stay at the seams that this table names, with no more of them than it says", () => {
  const found = sources.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8").replace(
      /^import [^;]*;|^export (?:\*|\{)[^;]*;/gm,
      "",
    );
    const casts = text.match(CASTS)?.length ?? 0;
    return casts > 0 ? [[file, casts] as const] : [];
  });

  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(SEAMS).map(([file, { casts }]) => [file, casts])),
  );
});
