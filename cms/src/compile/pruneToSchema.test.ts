import { describe, expect, it } from "vitest";
import { faultSentence } from "./faults.ts";
import { pruneFile } from "./pruneToSchema.ts";

const prose = (text: unknown) => [{ type: "paragraph", children: [{ type: "text", text }] }];
const clinic = (data: object = {}) => ({
  kind: "clinic",
  locale: "en",
  clinic: "riverside",
  name: "Riverside",
  hours: [],
  bookingLinks: [],
  theme: {},
  disclaimer: prose("Words."),
  topics: [],
  ...data,
});
const link = (data: object = {}) => ({
  slug: "book",
  label: "Book",
  url: "https://example.com",
  kind: "any",
  ...data,
});

/** The file as it is public, and the fields that were told as faults. */
function fit(data: Record<string, unknown>) {
  const told: string[] = [];
  const file = pruneFile("clinic", data, (path, _, isWhole) =>
    told.push(path.join(".") + (isWhole ? " (whole)" : "")),
  );
  return { file, told };
}

describe("a file that breaks the contract", () => {
  it("stays as it is when nothing is wrong", () => {
    expect(fit(clinic())).toEqual({ file: clinic(), told: [] });
  });

  it("loses the field alone that is wrong", () => {
    expect(fit(clinic({ phone: 5, theme: { accent: "red", radius: 4 } }))).toEqual({
      file: clinic({ theme: { radius: 4 } }),
      told: ["phone", "theme.accent"],
    });
  });

  it("loses the row alone that is wrong, also when the next one is wrong too", () => {
    const links = [
      link({ url: "javascript:alert(1)" }),
      link({ url: "https://clinic.example@evil.example" }),
      link({ slug: "B A D" }),
      link(),
    ];

    expect(fit(clinic({ bookingLinks: links })).file).toEqual(clinic({ bookingLinks: [link()] }));
  });

  it("loses a group when a field that the group needs is wrong", () => {
    expect(fit(clinic({ address: { country: "Spain", street: "Calle Mayor" } })).file).toEqual(clinic());
  });

  it("is left out when readers cannot do without the field", () => {
    expect(fit(clinic({ name: "", phone: 5 }))).toEqual({ file: undefined, told: ["name (whole)"] });
  });

  it("never loses a paragraph out of a text", () => {
    expect(fit(clinic({ disclaimer: [...prose("Do not"), ...prose(5)] })).file).toBeUndefined();
  });
});

it("tells the editor the field, with rows as the admin counts them", () => {
  expect(faultSentence(["bookingLinks", 1, "url"], "not a link", false)).toBe(
    'The field "bookingLinks > 2 > url" is not as readers need it (not a link), and so this is shown without it. Open the document, mend the field, and publish it again.',
  );
});
