/** Which requests come from pages of others, by what browsers of every kind say of them. */
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { isFromForeignPage } from "./foreignPage.ts";

const OWN = "https://cms.example.org";
type Said = { origin?: string; "sec-fetch-site"?: string };
const isForeign = (headers: Said, url = "/api/users/login", method = "POST") =>
  isFromForeignPage({ method, url, headers } as unknown as IncomingMessage, OWN);

const FOREIGN: [string, Said][] = [
  ["a form of another website", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["the same in a browser without Sec-Fetch-Site", { origin: "https://evil.example" }],
  ["another host of the domain", { origin: "https://blog.example.org", "sec-fetch-site": "same-site" }],
  ["a frame that hides its origin", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["the same in a browser without Sec-Fetch-Site", { origin: "null" }],
  ["a page without a referrer", { "sec-fetch-site": "cross-site" }],
  ["our host without https", { origin: "http://cms.example.org" }],
  ["our host at another port", { origin: `${OWN}:8443` }],
  ["a host that begins like ours", { origin: `${OWN}.evil.example` }],
  ["an empty origin", { origin: "" }],
  ["a site that no browser says", { "sec-fetch-site": "same-origin, cross-site" }],
];
const OURS: [string, Said][] = [
  ["the admin", { origin: OWN, "sec-fetch-site": "same-origin" }],
  ["the admin in a browser without Sec-Fetch-Site", { origin: OWN }],
  ["a form that a person sends again", { origin: OWN, "sec-fetch-site": "none" }],
  ["a page of ours that sends no referrer", { origin: "null", "sec-fetch-site": "same-origin" }],
  ["a program", {}],
];

describe.each([
  ["POST", "/api/users/login"],
  ["POST", "/api/users/logout"],
  ["POST", "/api/users/reset-password"],
  ["POST", "/api/users/refresh-token"],
  ["POST", "/admin/login"],
  ["PATCH", "/api/faqs/1"],
  ["PUT", "/api/payload-preferences/x"],
  ["DELETE", "/api/faqs/1"],
])("%s %s", (method, url) => {
  it.each(FOREIGN)("from %s is refused: %o", (_, said) => expect(isForeign(said, url, method)).toBe(true));
  it.each(OURS)("from %s is let in: %o", (_, said) => expect(isForeign(said, url, method)).toBe(false));
});

it("lets readers come from anywhere", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"])
    expect(
      isForeign({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, "/admin", method),
    ).toBe(false);
});

it("takes the form of the one-time link, whose page names no origin, and none of another website", () => {
  expect(isForeign({ origin: "null" }, "/first-administrator")).toBe(false);
  expect(isForeign({ origin: "https://evil.example" }, "/first-administrator")).toBe(true);
  expect(isForeign({ origin: "null", "sec-fetch-site": "cross-site" }, "/first-administrator")).toBe(true);
});
