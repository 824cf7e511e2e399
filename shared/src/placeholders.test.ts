import { describe, expect, it } from "vitest";
import { fillContent, fillPlaceholders, placeholderValues, unknownPlaceholders } from "./placeholders.ts";

describe("placeholders", () => {
  const text = "At {{clinic.name}} in {{ clinic.city }}, call {{emergency.number}}.";

  it("are filled with the clinic's values", () => {
    const values = placeholderValues({ name: "Riverside", city: "New York City", emergencyNumber: "911" });

    expect(fillPlaceholders(text, "en", values)).toBe("At Riverside in New York City, call 911.");
  });

  it("read neutral without a clinic, in the reader's language", () => {
    expect(fillPlaceholders(text, "en", {})).toBe(
      "At our clinic in your area, call your local emergency number.",
    );
    expect(fillPlaceholders(text, "es-MX", {})).toBe(
      "At nuestra clínica in su zona, call número de emergencias de su localidad.",
    );
  });

  it("begin with a capital where they begin a sentence, and only there", () => {
    const said = (text: string, locale = "en", before = "") => fillPlaceholders(text, locale, {}, before);

    expect(said("{{clinic.name}} is open. {{clinic.name}}? Ask {{clinic.name}}.")).toBe(
      "Our clinic is open. Our clinic? Ask our clinic.",
    );
    expect(said("¿{{clinic.name}}? ¡Sí! «{{clinic.name}}» y {{clinic.name}}", "es")).toBe(
      "¿Nuestra clínica? ¡Sí! «Nuestra clínica» y nuestra clínica",
    );
    expect(said("{{clinic.name}}", "en", "Call ")).toBe("our clinic");
    expect(said("{{clinic.name}}", "en", "Do not wait. ")).toBe("Our clinic");
    expect(fillPlaceholders("{{clinic.name}}", "en", { "clinic.name": "iPhysio" })).toBe("iPhysio");
  });

  it("do not fill a value a second time", () => {
    expect(fillPlaceholders("{{clinic.name}}", "en", { "clinic.name": "{{clinic.city}}" })).toBe(
      "{{clinic.city}}",
    );
  });

  it("that nobody knows are named to the editor and never shown to a reader", () => {
    expect(unknownPlaceholders("{{clinic.fax}} {{clinic.name}} {{clinic.fax}} {{toString}}")).toEqual([
      "clinic.fax",
      "toString",
    ]);
    expect(fillPlaceholders("Fax: {{clinic.fax}}.", "en", {})).toBe("Fax: .");
  });
});

describe("placeholders in content", () => {
  const text = (text: string) => ({ type: "text", text });
  const paragraph = (...children: unknown[]) => ({ type: "paragraph", children });

  it("are filled in every text, however deep it lies, and in no address", () => {
    const item = {
      url: "https://example.org/{{clinic.name}}",
      names: ["{{clinic.name}}"],
      level: 2,
      none: null,
    };

    expect(fillContent({ items: [item] }, "en", { "clinic.name": "Riverside" })).toEqual({
      items: [{ ...item, names: ["Riverside"] }],
    });
  });

  it("begin with a capital where they begin a sentence of their paragraph", () => {
    const name = text("{{clinic.name}}");
    const bold = { type: "strong", children: [name] };
    const link = { type: "link", url: "/", children: [text("Ask.")] };
    const words = (tree: unknown) =>
      [...JSON.stringify(fillContent(tree, "en", {})).matchAll(/our clinic/gi)].map(([found]) => found);

    expect(words([paragraph(text("Call "), bold, text(". "), name), paragraph(name)])).toEqual([
      "our clinic",
      "Our clinic",
      "Our clinic",
    ]);
    expect(words([paragraph(link, { type: "break" }, bold)])).toEqual(["Our clinic"]);
    expect(words([{ type: "list", items: [{ children: [text("Call us")] }, { children: [name] }] }])).toEqual(
      ["Our clinic"],
    );
  });

  it("are drawn with what dials them where they are numbers, and a link may be", () => {
    const values = placeholderValues({
      name: "Riverside",
      phone: "+1 212-555-0134",
      phoneUrl: "tel:+12125550134",
      emergencyNumber: "116 123",
      emergencyUrl: "tel:116123",
    });
    const draw = (words: string, url?: string) => ({ words, url });
    const call = { words: "+1 212-555-0134", url: "tel:+12125550134" };
    const link = {
      type: "link",
      url: "/",
      children: [{ type: "strong", children: [text("{{clinic.phone}}")] }],
    };
    const content = {
      summary: "Call {{clinic.phone}} or {{emergency.number}}",
      question: "{{clinic.phone}}?",
      answer: [paragraph(text("{{clinic.phone}}"), link)],
    };

    expect(fillContent(content, "en", values, draw)).toEqual({
      summary: ["Call ", call, " or ", { words: "116 123", url: "tel:116123" }, ""],
      question: ["", { ...call, url: "" }, "?"],
      answer: [
        paragraph(text(["", call, ""] as never), {
          ...link,
          children: [{ type: "strong", children: [text(["", { ...call, url: "" }, ""] as never)] }],
        }),
      ],
    });
    expect(fillContent("Call {{clinic.phone}}", "en", values)).toBe("Call +1 212-555-0134");
  });

  it("leave the lines of a text as they are drawn", () => {
    const draw = (words: string) => ({ words });

    expect(fillContent("One\n\nTwo", "en", {}, draw)).toEqual([
      "One",
      { words: "\n" },
      "",
      { words: "\n" },
      "Two",
    ]);
    expect(fillContent("One\nTwo", "en", {})).toBe("One\nTwo");
  });

  it("lead in an address to what dials them, and nowhere without a clinic", () => {
    const link = { url: "tel:{{clinic.phone}}" };

    expect(fillContent(link, "en", { urls: { "clinic.phone": "tel:+12125550134" } }).url).toBe(
      "tel:+12125550134",
    );
    expect(fillContent(link, "en", {}).url).toBe("");
  });

  it("read neutral in English, told apart, where their language has no such words", () => {
    const items = [
      { title: "{{clinic.name}}, {{clinic.city}}." },
      { title: "Ask {{clinic.city}}", lang: "en" },
    ];
    const mark = (english: string) => ({ english });

    expect(fillContent(items, "fr", { "clinic.name": "Riverside" }, mark)).toEqual([
      { title: ["", "Riverside", ", ", { english: "your area" }, "."] },
      { title: "Ask your area", lang: "en" },
    ]);
    expect(fillContent(items[0], "fr", {})).toEqual({ title: "Our clinic, your area." });
  });

  it("read neutral in the language of their item, and of a clinic's disclaimer", () => {
    const items = [{ title: "Ask {{clinic.name}}", lang: "en" }, { title: "Pregunte en {{clinic.name}}" }];
    const clinic = {
      kind: "clinic",
      lang: "en",
      city: "{{clinic.city}}",
      disclaimer: [text("{{clinic.city}}")],
    };

    expect(fillContent(items, "es", {})).toMatchObject([
      { title: "Ask our clinic" },
      { title: "Pregunte en nuestra clínica" },
    ]);
    expect(fillContent(clinic, "es", {})).toMatchObject({
      city: "Your area",
      disclaimer: [{ text: "Su zona" }],
    });
    expect(fillContent({ ...clinic, disclaimerLang: "en" }, "es", {}).disclaimer).toMatchObject([
      { text: "Your area" },
    ]);
  });
});
