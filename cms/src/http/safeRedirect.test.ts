import { describe, expect, it } from "vitest";
import { withoutForeignRedirect } from "./safeRedirect.ts";

const PUBLIC = "https://cms.example.org";
const login = (target: string) => `/admin/login?redirect=${encodeURIComponent(target)}`;

describe("a redirect after the login", () => {
  it.each([
    "/admin",
    "/admin/",
    "/admin/collections/faqs/1?locale=es&depth=1#field-question",
    "/admin/collections/../globals/settings",
  ])("to %s is left as it is", (target) => {
    expect(withoutForeignRedirect(login(target), PUBLIC)).toBeUndefined();
  });

  it.each([
    "/admin/../..//evil.example",
    "/admin/%2e%2e/%2e%2e//evil.example",
    "/admin/..//evil.example",
    "/admin/..\\..\\\\evil.example",
    "/admin\\..\\..\\\\evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%2fevil.example",
    "/admin/%252e%252e/%252fevil.example",
    "/admin/%5c%5cevil.example",
    "/\t/evil.example",
    "/admin/..\n/..//evil.example",
    " /admin",
    "https://evil.example/admin",
    "https:evil.example",
    "javascript:alert(1)",
    "/javascript:alert(1)",
    "data:text/html,x",
    "/admin@evil.example",
    "/administrator",
    "/api/users/logout",
    "/embed/v1/loader.js",
    "",
    "admin",
  ])("to %j is taken out", (target) => {
    expect(withoutForeignRedirect(login(target), PUBLIC)).toBe("/admin/login");
  });

  it("is taken out alone, however often it is named", () => {
    const url = "/admin/login?a=1&redirect=%2Fadmin&redirect=%2F%2Fevil.example&b=2";

    expect(withoutForeignRedirect(url, PUBLIC)).toBe("/admin/login?a=1&b=2");
    expect(withoutForeignRedirect("/admin/login", PUBLIC)).toBeUndefined();
    expect(withoutForeignRedirect("/admin/login?a=1", PUBLIC)).toBeUndefined();
  });
});
