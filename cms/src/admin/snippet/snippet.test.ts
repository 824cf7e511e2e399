import { readFileSync } from "node:fs";
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
  const frame = { ...choice, topic: "dry-needling-for-runners", locale: "en" };
  const script = (text: string) => /<script>[\s\S]*<\/script>/.exec(text)?.[0] ?? "";

  it("is a frame that can be used without its script, and a script of ten lines", () => {
    const lines = frameSnippet(frame).split("\n");

    expect(lines[0]).toBe(
      '<iframe src="https://cms.example.org/embed/v1/frame/en/riverside/dry-needling-for-runners/faq.html" title="Questions" lang="en" width="100%" height="640" style="border: 0"></iframe>',
    );
    expect(lines).toHaveLength(11);
  });

  it("says in the frame's language what it is; in English where we do not speak it", () => {
    const openings = ["es", "es-MX", "ar"].map((locale) => frameSnippet({ ...frame, locale }).split("\n")[0]);

    expect(openings.map((text) => / title=.* lang="[^"]*"/.exec(text ?? "")?.[0])).toEqual([
      ' title="Preguntas" lang="es"',
      ' title="Preguntas" lang="es-MX"',
      ' title="Questions" lang="en"',
    ]);
  });

  it("cannot break out of an attribute or of the script", () => {
    const text = frameSnippet({ ...frame, topic: '"><script>', origin: "https://cms.example.org/</script>" });

    expect(text).not.toMatch(/"><script>/);
    expect(text.match(/<\/script>/g)).toHaveLength(1);
  });

  it.each(["README.md", "demo/docs/index.html"])("is what %s shows", (path) => {
    const page = readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8")
      .replaceAll("%CMS%", frame.origin)
      .replace(
        /&(lt|gt|quot|amp);/g,
        (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "",
      );

    expect(page).toContain(frameSnippet(frame));
  });

  describe("its script", () => {
    type Told = { origin?: string; data?: unknown };
    /** A page with two frames, and what the first one's height is once it has told this. */
    const heightAfter = (...told: (Told | "beforeprint" | "afterprint")[]): string => {
      const frames = [{}, {}].map((contentWindow) => ({ contentWindow, style: { height: "" } }));
      const listeners: Record<string, ((event: object) => void)[]> = {};
      const code = script(frameSnippet(frame)).replace(/<\/?script>/g, "");
      const run = new Function("document", "addEventListener", code);
      // Twice, as when each frame was pasted with its script.
      for (let copy = 0; copy < 2; copy++)
        run({ querySelectorAll: () => frames }, (type: string, listener: () => void) => {
          listeners[type] = [...(listeners[type] ?? []), listener];
        });
      for (const one of told) {
        const type = typeof one === "string" ? one : "message";
        const event =
          typeof one === "string"
            ? { type }
            : { type, origin: frame.origin, source: frames[0]?.contentWindow, ...one };
        for (const listener of listeners[type] ?? []) listener(event);
      }
      expect(frames[1]?.style.height).toBe("");
      return frames[0]?.style.height ?? "";
    };
    const heights = { type: "clinic-height", height: 443, print: 2002 };

    it("gives a frame the height that it tells, on paper that of paper", () => {
      expect(heightAfter({ data: heights })).toBe("443px");
      expect(heightAfter({ data: heights }, "beforeprint")).toBe("2002px");
      expect(heightAfter({ data: heights }, "beforeprint", "afterprint")).toBe("443px");
    });

    it.each([
      ["another page's frame", { origin: "https://other.example", data: heights }],
      ["another window", { source: {}, data: heights }],
      ["a message of another kind", { data: { type: "other", height: 443 } }],
      ["no message at all", { data: null }],
      ["words", { data: "clinic-height" }],
      ["no height", { data: { type: "clinic-height" } }],
      ["nothing", { data: { ...heights, height: 0 } }],
      ["less than nothing", { data: { ...heights, height: -5 } }],
      ["more than any content has", { data: { ...heights, height: 100_000 } }],
      ["a style", { data: { ...heights, height: "1px; position: fixed" } }],
    ])("does nothing for %s", (_, told) => {
      expect(heightAfter(told)).toBe("");
    });

    it("does nothing when it is printed before anything was told", () => {
      expect(heightAfter("beforeprint", "afterprint")).toBe("");
    });
  });

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
