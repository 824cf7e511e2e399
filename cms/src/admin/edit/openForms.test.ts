/** When the lock of a form goes: when it is left, also while a request is on its way that makes the lock again. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deferred } from "../../../test/deferred.ts";
import { OpenForms } from "./openForms.ts";

let released: string[];
let forms: OpenForms;
beforeEach(() => {
  vi.useFakeTimers();
  released = [];
  forms = new OpenForms(async (document) => released.push(document));
});
afterEach(() => vi.useRealTimers());

const afterLeaving = () => vi.advanceTimersByTimeAsync(1000);

it("goes when the form is left", async () => {
  const leave = forms.open("faqs/1");
  forms.ask("faqs/1", Promise.resolve());
  leave();
  expect(released).toEqual([]);
  await afterLeaving();

  expect(released).toEqual(["faqs/1"]);
});

it("goes once more when a request ends that was on its way", async () => {
  const { promise, resolve } = deferred<void>();
  const leave = forms.open("faqs/1");
  forms.ask("faqs/1", promise);
  leave();
  await afterLeaving();
  expect(released).toEqual(["faqs/1"]);
  resolve();
  await afterLeaving();

  expect(released).toEqual(["faqs/1", "faqs/1"]);
});

it("goes also when that request fails", async () => {
  const { promise, reject } = deferred<void>();
  const leave = forms.open("faqs/1");
  forms.ask("faqs/1", promise);
  leave();
  await afterLeaving();
  reject(new Error("away"));
  await afterLeaving();

  expect(released).toEqual(["faqs/1", "faqs/1"]);
});

it("stays when the form is only drawn again, or open a second time", async () => {
  const leave = forms.open("faqs/1");
  forms.ask("faqs/1", Promise.resolve());
  leave();
  const leaveAgain = forms.open("faqs/1");
  await afterLeaving();
  expect(released).toEqual([]);
  leaveAgain();
  await afterLeaving();

  expect(released).toEqual(["faqs/1"]);
});

it("stays when the form was opened again while the request was on its way", async () => {
  const { promise, resolve } = deferred<void>();
  const leave = forms.open("faqs/1");
  forms.ask("faqs/1", promise);
  leave();
  await afterLeaving();
  forms.open("faqs/1");
  resolve();
  await afterLeaving();

  expect(released).toEqual(["faqs/1"]);
});

it("is not asked for where nothing was typed", async () => {
  forms.open("faqs/1")();
  forms.leaveNow("faqs/1");
  await afterLeaving();

  expect(released).toEqual([]);
});

it("goes at once when the window is closed", () => {
  forms.open("faqs/1");
  forms.ask("faqs/1", new Promise(() => {}));
  forms.leaveNow("faqs/1");

  expect(released).toEqual(["faqs/1"]);
});
