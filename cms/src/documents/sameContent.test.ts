import { describe, expect, it } from "vitest";
import { haveSameContent } from "./sameContent.ts";

describe("haveSameContent", () => {
  it("does not mind how empty values are written, or the order of keys", () => {
    expect(
      haveSameContent({ id: "1", title: { en: "A", es: null }, limits: [] }, { title: { en: "A" } }),
    ).toBe(true);
    expect(
      haveSameContent({ readMore: { url: "/", text: {} } }, { readMore: { text: { es: "" }, url: "/" } }),
    ).toBe(true);
  });

  it("sees a text of one language alone", () => {
    expect(haveSameContent({ title: { en: "A", es: "B" } }, { title: { en: "A", es: "C" } })).toBe(false);
    expect(haveSameContent({ title: { en: "A" } }, { title: { en: "A", es: "B" } })).toBe(false);
  });

  it("sees that rows were moved", () => {
    expect(haveSameContent({ rows: [{ id: "a" }, { id: "b" }] }, { rows: [{ id: "b" }, { id: "a" }] })).toBe(
      false,
    );
  });
});
