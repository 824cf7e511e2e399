import { describe, expect, it } from "vitest";
import { checkPlaceholders, valueField } from "./text.ts";

describe("text fields", () => {
  it("take the placeholders that widgets fill", () => {
    expect(checkPlaceholders("Call {{clinic.phone}} or {{ emergency.number }}, {always}.")).toBe(true);
    expect(checkPlaceholders(["In {{clinic.city}}", "Elsewhere"])).toBe(true);
    expect(checkPlaceholders(null)).toBe(true);
  });

  it("refuse those that nobody knows, by name", () => {
    expect(checkPlaceholders(["Benefit", "Fax {{clinic.fax}}"])).toMatch(/^\{\{clinic\.fax\}\} is not/);
  });

  it.each([
    "Call {{clinic.phone}",
    "Call {clinic.phone}}",
    "Call {{clinic.phone",
    "{{ {{clinic.name}} }}",
    "{{{clinic.name}}}}",
  ])("refuse what would leave braces on the page: %s", (text) => {
    expect(checkPlaceholders(text)).toMatch(/Write it in one piece/);
  });

  it("hold none where they are what placeholders are filled with", () => {
    const validate = valueField({ name: "name" }).validate as (value: unknown, options: unknown) => unknown;
    const options = { req: { payload: { config: {} }, t: String } };

    expect(validate("Riverside {{clinic.city}}", options)).toMatch(/without \{\{ and \}\}/);
    expect(validate("Riverside", options)).toBe(true);
  });
});
