import type { SanitizedConfig } from "payload";
import { describe, expect, it } from "vitest";
import { inKnownLocale } from "./restRequest.ts";

const config = Promise.resolve({
  localization: { defaultLocale: "en", localeCodes: ["en", "es"] },
} as SanitizedConfig);
const seen = inKnownLocale(config, async (request: Request) => new Response(request.url));
const ask = async (path: string, init?: RequestInit) =>
  (await seen(new Request(`http://cms${path}`, init), undefined)).text();

describe("inKnownLocale", () => {
  it("names the default language where none is named", async () => {
    expect(await ask("/api/faqs")).toBe("http://cms/api/faqs?locale=en");
  });

  it("refuses a language that is not configured", async () => {
    expect(await ask("/api/faqs?locale=de")).toContain("Nothing was saved");
  });

  it("leaves a read by POST alone, whose language is in its body", async () => {
    const init = {
      method: "POST",
      headers: {
        "X-Payload-HTTP-Method-Override": "GET",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "depth=0&locale=es",
    };

    expect(await ask("/api/faqs", init)).toBe("http://cms/api/faqs");
  });
});
