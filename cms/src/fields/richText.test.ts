import { describe, expect, it } from "vitest";
import { richText } from "../seed/lexical.ts";
import { checkLinkAddress, checkRichText, richTextField } from "./richText.ts";

const link = (url: string) => ({
  type: "root",
  children: [{ type: "link", fields: { url }, children: [{ type: "text", text: "here" }] }],
});

describe("rich text", () => {
  it("may hold the placeholders that widgets fill, and no others", () => {
    expect(checkRichText(richText("Call {{clinic.phone}}.").root as never)).toBe(true);
    expect(checkRichText(richText("Write to {{clinc.name}}.").root as never)).toMatch(
      /\{\{clinc\.name\}\} is not a placeholder/,
    );
  });

  it("may not hold a placeholder that is partly bold, because nobody could fill it", () => {
    const partlyBold = (end: string) => ({
      type: "root",
      children: [
        {
          type: "paragraph",
          children: [
            { type: "text", text: "{{clinic" },
            { type: "text", text: end, format: 1 },
          ],
        },
      ],
    });

    expect(checkRichText(partlyBold(".fax}}") as never)).toMatch(/clinic\.fax/);
    expect(checkRichText(partlyBold(".name}}") as never)).toMatch(/in one piece/);
  });

  it("refuses a link that a browser would run", () => {
    expect(checkRichText(link("https://example.org"))).toBe(true);
    expect(checkRichText(link("javascript:alert(1)"))).toMatch(/cannot be followed/);
  });

  it("asks for a word where there must be one", () => {
    const { validate } = richTextField({ name: "answer", required: true });
    const check = (value: unknown) => validate?.(value as never, {} as never);

    for (const empty of [null, undefined, {}, richText("  ")])
      expect(check(empty)).toBe("Write a text before you publish.");
    expect(check(richText("A word"))).toBe(true);
  });
});

it.each([
  ["https://example.org/page", true],
  ["/contact", true],
  ["#marathon-safety", true],
  ["tel:+12125550134", true],
  ["www.example.org", "Begin with https://"],
  ["javascript:alert(1)", "is not an address"],
  ["https://{{clinic.name}}", "is not an address"],
  ["", "Add the address"],
  [null, "Add the address"],
  // What the dialog begins with.
  ["https://", "Add the address"],
])("the dialog of a link says of %s: %s", (address, answer) => {
  const said = checkLinkAddress(address);

  if (answer === true) expect(said).toBe(true);
  else expect(said).toContain(answer);
});
