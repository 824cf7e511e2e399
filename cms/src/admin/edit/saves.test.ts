/** The saves of one window, with a server that answers when the test says so. */
import { beforeEach, expect, it, vi } from "vitest";
import { deferred } from "../../../test/deferred.ts";
import { Saves } from "./saves.ts";

type Sent = { url: string; version: string | null; answer: (status: number, body?: object) => void };

let sent: Sent[];
let saves: Saves;
beforeEach(() => {
  sent = [];
  saves = new Saves("/api", (input, init) => {
    const { promise, resolve } = deferred<Response>();
    sent.push({
      url: String(input),
      version: new Headers(init?.headers).get("if-match"),
      answer: (status, body = {}) => resolve(Response.json(body, { status })),
    });
    return promise;
  });
});

const AUTOSAVE = "/api/faqs/1?autosave=true&draft=true";
const patch = (url: string) => saves.fetch(url, { method: "PATCH", body: "{}" });
const stale = (updatedAt: string) => ({
  errors: [{ name: "APIError", message: "Stale.", data: { updatedAt, differences: [] } }],
});

it("carry the version that was opened, then the one that each save got back", async () => {
  saves.open("faqs/1", "v1");
  const first = patch(AUTOSAVE);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  sent[0]?.answer(200, { doc: { updatedAt: "v2" } });
  await first;
  const second = patch("/api/faqs/1?locale=en");
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  sent[1]?.answer(200, { doc: { updatedAt: "v3" } });
  await second;

  expect(sent.map(({ version }) => version)).toEqual(['"v1"', '"v2"']);
  expect(saves.versionOf("faqs/1")).toBe("v3");
});

it("wait for each other, so that a publish pressed during an autosave is not stale", async () => {
  saves.open("faqs/1", "v1");
  const autosave = patch(AUTOSAVE);
  const publish = patch("/api/faqs/1?publishSpecificLocale=en");
  const other = patch("/api/faqs/2");
  await vi.waitFor(() => expect(sent.map(({ url }) => url)).toEqual(["/api/faqs/2", AUTOSAVE]));
  sent[1]?.answer(200, { doc: { updatedAt: "v2" } });
  await autosave;
  await vi.waitFor(() => expect(sent).toHaveLength(3));
  sent[2]?.answer(200, { doc: { updatedAt: "v3" } });
  sent[0]?.answer(200);

  expect((await publish).ok && (await other).ok).toBe(true);
  expect(sent.map(({ version }) => version)).toEqual([null, '"v1"', '"v2"']);
});

it("go on after one that failed", async () => {
  const failing = new Saves("/api", () => Promise.reject(new TypeError("away")));
  failing.open("faqs/1", "v1");

  await expect(failing.fetch("/api/faqs/1", { method: "PATCH" })).rejects.toThrow("away");
  await expect(failing.fetch("/api/faqs/1", { method: "PATCH" })).rejects.toThrow("away");
  expect(failing.versionOf("faqs/1")).toBe("v1");
});

it("of the settings, which may have never been saved, are saves too", async () => {
  saves.open("globals/settings", undefined);
  const save = saves.fetch("/api/globals/settings?locale=en", { method: "post" });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  sent[0]?.answer(200, { result: { updatedAt: "v1" } });
  await save;

  expect(sent[0]?.version).toBe('"none"');
  expect(saves.versionOf("globals/settings")).toBe("v1");
});

it.each<[string, string | undefined]>([
  ["/api/faqs/1", undefined],
  ["/api/faqs/1", "GET"],
  ["/api/faqs/1/duplicate", "POST"],
  ["/api/faqs/other", "PATCH"],
  ["/admin/faqs/1", "PATCH"],
])("are no other requests: %s by %s", async (url, method) => {
  saves.open("faqs/1", "v1");
  const request = saves.fetch(url, method ? { method } : undefined);
  sent[0]?.answer(200, { doc: { updatedAt: "v2" } });
  await request;

  expect([sent[0]?.version, saves.versionOf("faqs/1")]).toEqual([null, "v1"]);
});

it("that are stale are told with both texts, without a toast for each autosave, until one is not", async () => {
  const listener = vi.fn();
  saves.subscribe(listener);
  saves.open("faqs/1", "v1");
  const autosave = patch(AUTOSAVE);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  sent[0]?.answer(409, stale("v9"));
  expect(await (await autosave).json()).toEqual({ errors: [] });
  expect(saves.staleAnswerOf("faqs/1")).toEqual({ message: "Stale.", updatedAt: "v9", differences: [] });

  const publish = patch("/api/faqs/1");
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  sent[1]?.answer(409, stale("v9"));
  expect(await (await publish).json()).toEqual(stale("v9"));

  saves.startFromNewest("faqs/1");
  const over = patch("/api/faqs/1");
  await vi.waitFor(() => expect(sent).toHaveLength(3));
  sent[2]?.answer(200, { doc: { updatedAt: "v10" } });
  await over;

  expect(sent.map(({ version }) => version)).toEqual(['"v1"', '"v1"', '"v9"']);
  expect(saves.staleAnswerOf("faqs/1")).toBeUndefined();
  expect(listener).toHaveBeenCalledTimes(3);
});

it("do not take another refusal with 409 for a stale save", async () => {
  saves.open("faqs/1", "v1");
  const save = patch(AUTOSAVE);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  sent[0]?.answer(409, { errors: [{ message: "Taken back." }] });

  expect(await (await save).json()).toEqual({ errors: [{ message: "Taken back." }] });
  expect(saves.staleAnswerOf("faqs/1")).toBeUndefined();
});

it("keep to the newest version when the form shows an own older one late, and follow a page loaded again", async () => {
  saves.open("faqs/1", "v1");
  for (const updatedAt of ["v2", "v3"]) {
    const save = patch(AUTOSAVE);
    await vi.waitFor(() => expect(sent.length).toBe(Number(updatedAt.slice(1)) - 1));
    sent.at(-1)?.answer(200, { doc: { updatedAt } });
    await save;
  }

  saves.renew("faqs/1", "v2");
  expect(saves.versionOf("faqs/1")).toBe("v3");
  saves.renew("faqs/1", "v7");
  expect(saves.versionOf("faqs/1")).toBe("v7");
  // A form that is opened with an old page starts from that, also when this window has made it.
  saves.open("faqs/1", "v2");
  expect(saves.versionOf("faqs/1")).toBe("v2");
});
