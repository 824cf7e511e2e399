import type { ArrayFieldValidation, TextFieldSingleValidation } from "payload";
import { describe, expect, it } from "vitest";
import { checkSectionSlug, differentRowSlugs, rowSlugField } from "./rowSlugs.ts";

describe("the short name of a row", () => {
  const field = rowSlugField("label", "");
  /** A document with an id stands in a collection without drafts, and so is public. */
  const made = (siblingData: object, value?: string, previousSiblingDoc = {}, originalDoc = {}) =>
    field.hooks?.beforeValidate?.[0]?.({
      siblingData,
      value,
      previousSiblingDoc,
      originalDoc,
      collection: { slug: "clinics" },
      req: { payload: { collections: { clinics: { config: { versions: {} } } } } },
    } as never);
  const validate = (value: string | null) =>
    (field.validate as TextFieldSingleValidation)(value, {} as never);

  it("is made from the words beside it, and follows them until it is typed by hand or was public", async () => {
    expect(await made({ label: "First Visit" })).toBe("first-visit");
    expect(await made({ label: "" })).toBeUndefined();
    expect(await made({ label: "First Visit" }, "fi", { label: "Fi", slug: "fi" })).toBe("first-visit");
    expect(await made({ label: "Another Word" }, "by-hand", { label: "First", slug: "by-hand" })).toBe(
      "by-hand",
    );
    expect(
      await made({ label: "Another" }, "first", { label: "First", slug: "first" }, { id: "public" }),
    ).toBe("first");
  });

  it("is refused with a sentence when it is missing or malformed", () => {
    expect(validate("first-visit")).toBe(true);
    expect(validate(null)).toContain("Add a short name");
    expect(validate("First visit")).toContain('"First visit" is not a short name');
  });

  it("belongs to one row", () => {
    const check = (...slugs: (string | undefined)[]) =>
      (differentRowSlugs as ArrayFieldValidation)(
        slugs.map((slug) => ({ slug })),
        {} as never,
      );

    expect(check("a", "b", undefined, undefined)).toBe(true);
    expect(check("a", "b", "a")).toContain('Two rows have the short name "a"');
  });
});

describe("the name of a section", () => {
  it.each([undefined, null, "", "how-it-helps", "about-sources"])("may be %j", (name) => {
    expect(checkSectionSlug(name)).toBe(true);
  });

  it.each([
    ["How It Helps", "cannot stand in an address"],
    ["sources", "has a part named"],
    ["title", "has a part named"],
  ])("may not be %j", (name, reason) => {
    expect(checkSectionSlug(name)).toContain(reason);
  });
});
