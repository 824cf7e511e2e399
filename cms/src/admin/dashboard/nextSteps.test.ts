import { describe, expect, it } from "vitest";
import { nextSteps } from "./nextSteps.ts";

describe("nextSteps", () => {
  it("begins with the study and ends with the clinic's website", () => {
    const hrefs = nextSteps({}, "/admin").map((step) => step.href);

    expect(hrefs[0]).toBe("/admin/collections/studies/create");
    expect(hrefs.at(-1)).toBe("/admin/collections/clinics/create");
  });

  it("ticks off what exists", () => {
    const done = nextSteps({ studies: 2, topics: 0 }, "/admin").filter((step) => step.done);

    expect(done.map((step) => step.href)).toEqual(["/admin/collections/studies/create"]);
  });
});
