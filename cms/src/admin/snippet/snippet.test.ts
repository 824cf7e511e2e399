import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { describe, expect, it } from "vitest";
import { frameSnippet, SNIPPET_PARTS, scriptSnippet } from "./snippet.ts";

const choice = {
  origin: "https://cms.example.org",
  element: "faq",
  topic: "running",
  clinic: "riverside",
} as const;

describe("scriptSnippet", () => {
  it("loads the script from the CMS and names topic and clinic on the element", () => {
    expect(scriptSnippet(choice)).toBe(
      '<script src="https://cms.example.org/embed/v1/loader.js" async></script>\n<clinic-faq topic="running" clinic="riverside"></clinic-faq>',
    );
  });

  it("names a language only when one was chosen", () => {
    expect(scriptSnippet({ ...choice, locale: "es" })).toContain(
      '<clinic-faq topic="running" clinic="riverside" lang="es">',
    );
  });

  it("leaves out a clinic that was not chosen", () => {
    expect(scriptSnippet({ ...choice, clinic: undefined })).toContain(
      '<clinic-faq topic="running"></clinic-faq>',
    );
  });

  it("cannot break out of an attribute", () => {
    expect(scriptSnippet({ ...choice, topic: '"><script>' })).not.toContain('"><script>');
  });
});

describe("frameSnippet", () => {
  it("points at the element's own page", () => {
    expect(frameSnippet({ ...choice, locale: "es" })).toContain(
      'src="https://cms.example.org/embed/v1/frame/es/riverside/running/faq.html"',
    );
  });
});

describe("SNIPPET_PARTS", () => {
  it("offers every element once", () => {
    expect(SNIPPET_PARTS.map((part) => part.element).sort()).toEqual([...ELEMENT_NAMES].sort());
  });
});
