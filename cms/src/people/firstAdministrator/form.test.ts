import { describe, expect, it } from "vitest";
import { readForm } from "./form.ts";
import { renderDeadLinkPage, renderFormPage } from "./page.ts";

const filled = (part: Record<string, string> = {}) => ({
  token: "t0ken",
  name: " Ana ",
  email: "ana@example.org",
  password: "four unrelated words",
  repeat: "four unrelated words",
  ...part,
});

describe("readForm", () => {
  it("takes a complete form, without the repeated password", () => {
    expect(readForm(filled())).toEqual({
      administrator: {
        token: "t0ken",
        name: "Ana",
        email: "ana@example.org",
        password: "four unrelated words",
      },
    });
  });

  it.each([
    ["name", { name: "  " }, "Write your name"],
    ["email", { email: "ana" }, "Write an e-mail address"],
    ["password", { password: "short", repeat: "short" }, "at least 12 characters"],
    ["repeat", { repeat: "something else" }, "Type the same one twice"],
  ])("answers with a sentence at %s", (field, part, sentence) => {
    expect(readForm(filled(part))).toEqual({ errors: { [field]: expect.stringContaining(sentence) } });
  });

  it("names every field of an empty form", () => {
    expect(readForm({})).toEqual({
      errors: { name: expect.any(String), email: expect.any(String), password: expect.any(String) },
    });
  });
});

describe("renderFormPage", () => {
  it("ties each sentence to its field and keeps what was typed", () => {
    const html = renderFormPage({
      token: "t",
      values: { name: "Ana", password: "secret words here" },
      errors: { email: "Wrong." },
    });

    expect(html).toContain('aria-describedby="email-hint email-fault" aria-invalid="true"');
    expect(html).toContain('<p class="fault" id="email-fault">Wrong.</p>');
    expect(html).toContain('value="Ana"');
    expect(html).not.toContain("secret words here");
  });

  it("shows what was typed as text, whatever it is", () => {
    const html = renderFormPage({ token: '"><script>', values: { name: '"><script>alert(1)</script>' } });

    expect(html).not.toContain("<script>");
  });
});

describe("renderDeadLinkPage", () => {
  it("says how to get another link", () => {
    expect(renderDeadLinkPage("/admin/login")).toContain("npm run admin-link");
  });
});
