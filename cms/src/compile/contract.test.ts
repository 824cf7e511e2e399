import { describe, expect, it } from "vitest";
import type { Localized } from "../documents/types.ts";
import { type CompileContext, timingItem } from "./contract.ts";

/** The short name of a study by `families`, as it stands beside a claim in `locale`. */
function labelOf(locale: string, families: string[]): string | undefined {
  const study: Localized<"studies"> = {
    id: "1",
    slug: "trial-2025",
    issued: "2025-04",
    authors: families.map((family) => ({ family })),
  };
  const context: CompileContext = {
    locale,
    letters: new Map(),
    studies: new Map([["1", study]]),
    injuries: new Map(),
    structures: new Map(),
  };
  return timingItem({ id: "2", studies: ["1"] }, context).studies?.[0]?.label ?? undefined;
}

describe("the short name of a study", () => {
  it.each([
    ["en", ["Cho"], "Cho, 2025"],
    ["en", ["Cho", "Rivera"], "Cho and Rivera, 2025"],
    ["en-GB", ["Cho", "Rivera", "Ilves"], "Cho and colleagues, 2025"],
    ["es-MX", ["Cho", "Rivera"], "Cho y Rivera, 2025"],
    ["es", ["Cho", "Rivera", "Ilves"], "Cho y colaboradores, 2025"],
    ["fr", ["Cho", "Rivera"], "Cho et Rivera, 2025"],
    ["fr", ["Cho", "Rivera", "Ilves"], "Cho et al., 2025"],
  ])("is in the language %s for %j", (locale, families, label) => {
    expect(labelOf(locale, families)).toBe(label);
  });
});
