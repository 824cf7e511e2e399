import { describe, expect, it } from "vitest";
import { placementOf, usageNotice } from "./placement.ts";

describe("placementOf", () => {
  it("tells what readers get apart from what the draft says", () => {
    expect(placementOf({ live: true, latest: true })).toBe("public");
    expect(placementOf({ live: true, latest: false })).toBe("leaving");
    expect(placementOf({ live: false, latest: true })).toBe("draft");
  });
});

describe("usageNotice", () => {
  it("says plainly when an item is published but on no topic", () => {
    expect(usageNotice({ public: true, placements: [], named: false })).toContain(
      "on no topic: nobody sees it",
    );
  });

  it("does not alarm the author of a draft that is on no topic yet", () => {
    expect(usageNotice({ public: false, placements: [], named: false })).not.toContain("nobody sees it");
  });

  it("says nothing when a public topic shows it", () => {
    expect(usageNotice({ public: true, placements: ["public"], named: false })).toBe("");
  });

  it("says that the topic must be published when only its draft has the item", () => {
    expect(usageNotice({ public: true, placements: ["draft"], named: false })).toContain(
      "when the topic is published",
    );
  });

  it("counts a study that others name as used", () => {
    expect(usageNotice({ public: true, placements: [], named: true })).toContain("the items below name it");
  });
});
