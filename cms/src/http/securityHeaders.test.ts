/** What browsers are told, and what reaches Next. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it } from "vitest";
import { demandHttps, setSecurityHeaders } from "./securityHeaders.ts";

function headersAt(url: string, env = {}, asked: Record<string, string> = {}) {
  const set: Record<string, string> = {};
  const res = {
    setHeader: (name: string, value: string) => (set[name] = value),
  } as unknown as ServerResponse;
  const req = { url, headers: asked } as unknown as IncomingMessage;
  setSecurityHeaders(req, res, env);
  return { set, policy: set["content-security-policy"] ?? "", passedOn: req.headers };
}

it.each(["/admin", "/admin/login", "/admin/collections/faqs/1"])(
  "lets the admin at %s run its own scripts alone",
  (url) => {
    const { policy } = headersAt(url);
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src")) ?? "";

    expect(scripts).toMatch(/^script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='$/);
    expect(policy).toContain("base-uri 'self'");
    expect(policy).toContain("object-src 'none'");
  },
);

it("gives every answer a nonce of its own, and Next the same one, whatever a stranger names", () => {
  const stranger = {
    "content-security-policy": "script-src 'nonce-known'",
    "content-security-policy-report-only": "x",
  };
  const first = headersAt("/admin", {}, { ...stranger });
  const second = headersAt("/admin", {}, { ...stranger });

  expect(first.policy).not.toBe(second.policy);
  expect(first.passedOn).toEqual({ "content-security-policy": first.policy });
});

it("lets text be evaluated in development alone", () => {
  expect(headersAt("/admin", { development: true }).policy).toContain("'unsafe-eval'");
  expect(headersAt("/admin").policy).not.toContain("unsafe");
});

it.each(["/first-administrator?token=x", "/api/first-administrator?token=x", "/API/First-Administrator"])(
  "keeps the page of the one-time link at %s strict",
  (url) => {
    const { set, policy } = headersAt(url);

    expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(policy).not.toContain("script-src");
    expect([set["referrer-policy"], set["x-frame-options"]]).toEqual(["no-referrer", "DENY"]);
  },
);

it.each([
  ["/api/users/me", "no-store"],
  ["/api/users/login", "no-store"],
  ["/api/users?limit=1", "no-store"],
  ["/api/topics/1?draft=true", "no-store"],
  ["/admin/account", "no-store"],
  ["/preview/topics/1", "no-store"],
  ["/_next/static/chunks/a.js", undefined],
])("says of %s whether it is kept: %s", (url, kept) => {
  expect(headersAt(url).set["cache-control"]).toBe(kept);
});

it.each([
  ["https://cms.example.org", "max-age=31536000"],
  ["http://localhost:3000", undefined],
])("asks browsers of %s to come back by https: %s", (publicUrl, said) => {
  const set: Record<string, string> = {};
  demandHttps(
    { setHeader: (name: string, value: string) => (set[name] = value) } as unknown as ServerResponse,
    publicUrl,
  );

  expect(set["strict-transport-security"]).toBe(said);
});
