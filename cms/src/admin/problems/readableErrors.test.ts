import { describe, expect, it } from "vitest";
import { readableErrors, refusalIn } from "./readableErrors.ts";

const refused = (...errors: { path: string; message: string }[]) => ({
  errors: [
    { message: `The following fields are invalid: ${errors.map(({ path }) => path)}`, data: { errors } },
  ],
});
const SENTENCE = "The text in English is not complete: question, answer. Switch to English; then publish.";

describe("what a form says of a refused save", () => {
  it.each([
    ["of the whole document", refused({ path: "_status", message: SENTENCE }), SENTENCE],
    ["without fields", { errors: [{ message: SENTENCE }] }, SENTENCE],
    ["twice", { errors: [{ message: "One: two." }, { message: "Three." }] }, "One: two. Three."],
  ])("is the whole sentence: %s", (_, answer, message) => {
    expect(readableErrors(answer)).toEqual({ ...answer, message });
    expect(refusalIn(answer)).toBe(message);
  });

  it("is how many fields need a change, with the errors left at their fields", () => {
    const errors = [
      { path: "question", message: "Write: a, b." },
      { path: "body.0.heading", message: "No." },
      { path: "_status", message: SENTENCE },
    ];
    const answer = readableErrors(refused(...errors)) as ReturnType<typeof refused>;

    expect(answer.errors[0]?.message).toMatch(/^2 fields need a change/);
    expect(answer.errors[0]?.data.errors).toEqual(errors);
    expect(refusalIn(refused(...errors))).toBe(SENTENCE);
    expect((readableErrors(refused(errors[0] as never)) as typeof answer).errors[0]?.message).toMatch(
      /^1 field needs/,
    );
  });

  it.each([[null], [undefined], ["text"], [{}], [{ errors: [] }], [{ errors: "x" }], [{ message: "a" }]])(
    "is left as it is where there is no error: %j",
    (answer) => {
      expect(readableErrors(answer)).toBe(answer);
      expect(refusalIn(answer)).toBeUndefined();
    },
  );
});
