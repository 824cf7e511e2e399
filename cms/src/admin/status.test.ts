import { describe, expect, it } from "vitest";
import { standingOf } from "./status.ts";

describe("standingOf", () => {
  it("is public when the newest version is the one that readers get", () => {
    expect(standingOf({ _status: "published" }, { _status: "published" })).toBe("public");
  });

  it("tells public items with a newer draft apart", () => {
    expect(standingOf({ _status: "published" }, { _status: "draft" })).toBe("changed");
  });

  it("is a draft after unpublishing, whatever older versions were", () => {
    expect(standingOf({ _status: "draft" }, { _status: "published" })).toBe("draft");
    expect(standingOf({ _status: "draft" }, { _status: "draft" })).toBe("draft");
  });

  it("is in the trash even though the trash keeps the published status", () => {
    expect(
      standingOf({ _status: "published", deletedAt: "2026-11-01T10:00:00.000Z" }, { _status: "published" }),
    ).toBe("trash");
  });

  it("is public in a collection without drafts", () => {
    expect(standingOf({}, {})).toBe("public");
  });

  it("is missing when nothing is left of it", () => {
    expect(standingOf(undefined, undefined)).toBe("missing");
  });
});
