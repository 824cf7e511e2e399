/** How Payload's REST API takes requests and errors: our answers to failures, and our own endpoints, hang on it. */
import { APIError, type Endpoint } from "payload";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testSlug } from "../../test/database.ts";
import { openStockPayload, questions, type StockPayload } from "../../test/stockPayload.ts";

/** Like a driver's error: only a method of the object says its labels. */
const failure = Object.assign(new Error("A secret of the database."), {
  hasErrorLabel: (label: string) => label === "TransientTransactionError",
});
let thrown: unknown[] = [];
const answering = (path: string, name: string): Endpoint => ({
  path,
  method: "get",
  handler: (req) => Response.json({ name, params: req.routeParams }),
});

let stock: StockPayload;
beforeAll(async () => {
  stock = await openStockPayload({
    collections: [
      questions({
        endpoints: [answering("/versions", "ours")],
        hooks: {
          afterRead: [
            ({ doc }) => {
              if (doc.question === "driver") throw failure;
              if (doc.question === "sentence") throw new APIError("A sentence.", 409, undefined, true);
            },
          ],
        },
      }),
    ],
    endpoints: [answering("/where-used/:collection/:id", "where-used"), answering("/access", "ours")],
    hooks: {
      afterError: [
        ({ error, req }) => {
          thrown.push(error);
          req.responseHeaders = new Headers({ "x-first": "1" });
          if (error === failure)
            return { status: 503, response: { errors: [{ message: "The first hook's." }] } };
        },
        ({ error, result }) => {
          thrown.push(result);
          return error === failure ? { status: 507 } : undefined;
        },
      ],
    },
  });
  for (const question of ["driver", "sentence"]) {
    const data = { question: { en: question } };
    await stock.payload.db.create({ collection: testSlug("questions"), data, locale: "all" });
  }
});
afterAll(() => stock.close());
beforeEach(() => {
  thrown = [];
});

const get = (question: string) =>
  stock.rest("GET", `/questions?locale=en&where[question][equals]=${question}`);

it("hands each hook the error itself, passes on what the last one says, and the headers that one set", async () => {
  const answer = await get("driver");

  expect(thrown).toEqual([failure, { errors: [{ message: "The first hook's." }] }]);
  expect([answer.status, answer.headers.get("x-first")]).toEqual([507, "1"]);
  expect(await answer.text()).not.toContain("secret");
});

it("shows the sentence of a public error, with its status, in the shape that our own answers have", async () => {
  const answer = await get("sentence");

  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ errors: [{ message: "A sentence." }] });
});

it("asks our endpoints before its own, on the same path", async () => {
  const ofCollection = await stock.rest("GET", "/questions/versions");
  const ofRoot = await stock.rest("GET", "/access");
  const withParams = await stock.rest("GET", "/where-used/faqs/1");

  expect([await ofCollection.json(), await ofRoot.json()]).toMatchObject([
    { name: "ours" },
    { name: "ours" },
  ]);
  expect(await withParams.json()).toEqual({ name: "where-used", params: { collection: "faqs", id: "1" } });
});

it.each(["x-payload-http-method-override", "x-http-method-override"])(
  "takes a POST with %s for a read, with the language in its body",
  async (header) => {
    await stock.payload.db.create({
      collection: testSlug("questions"),
      data: { question: { es: "en español" } },
      locale: "all",
    });

    const answer = await stock.rest(
      "POST",
      "/questions",
      { locale: "es", where: { question: { equals: "en español" } } },
      { [header]: "GET" },
    );

    expect(((await answer.json()) as { docs: object[] }).docs[0]).toMatchObject({ question: "en español" });
  },
);
