import { describe, expect, it } from "vitest";
import { checkFindings, doesStudyStand } from "./findings.ts";

describe("the rule that binds claims to studies", () => {
  it("lets every study stand but a retracted one", () => {
    expect(
      ["current", "corrected", "concern", null, undefined, "retracted"].map((status) =>
        doesStudyStand(status),
      ),
    ).toEqual([true, true, true, true, true, false]);
  });

  it("asks a claim of the evidence group for a study, and no other", () => {
    expect(checkFindings({ group: "overview", findings: [] })).toBe(true);
    expect(checkFindings({ group: "evidence", findings: [{ study: "id" }] })).toBe(true);
    for (const findings of [[], null, undefined, [{}]])
      expect(checkFindings({ group: "evidence", findings })).toMatch(/needs at least one study/);
  });
});
