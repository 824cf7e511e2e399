import type { FormState } from "payload";
import { expect, it } from "vitest";
import { changesLogin } from "./asked.ts";

const form = (values: Record<string, unknown>): FormState =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { value }])) as FormState;

it.each([
  ["nothing", {}, false],
  ["another name", { name: "Grace" }, false],
  ["the same address, written otherwise", { email: " ADA@example.org" }, false],
  ["another address", { email: "grace@example.org" }, true],
  ["no address", { email: "" }, true],
  ["a field for a new password that is still empty", { password: "", "confirm-password": "" }, false],
  ["a new password", { password: "a" }, true],
])("asks for the current password after %s: %s, %s", (_, values, isAsked) => {
  expect(changesLogin(form({ email: "ada@example.org", ...values }), "ada@example.org")).toBe(isAsked);
});
