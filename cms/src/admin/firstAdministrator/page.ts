/** The page of the one-time link: plain HTML that works before, and without, everything else in the admin. */
import { MIN_PASSWORD_LENGTH } from "../../hooks/checkPassword.ts";
import { escapeHtml } from "../html.ts";
import type { FormErrors, FormField } from "./form.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #17302c; --muted: #566b67; --line: #6f8580; --ground: #fff; --accent: #0b6355; --on-accent: #fff; --fault: #a1271f; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef4f2; --muted: #a9bcb7; --line: #7d938e; --ground: #12211e; --accent: #6fc7b5; --on-accent: #0c1f1b; --fault: #ffb3aa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 0 auto; padding: 3rem 1rem; }
svg { color: var(--accent); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0 .5rem; text-wrap: balance; }
p { margin: 0 0 1rem; }
label { display: block; font-weight: 600; margin-top: 1.25rem; }
.hint { color: var(--muted); margin: 0; font-size: .9375rem; }
.fault { color: var(--fault); margin: .25rem 0 0; }
input { width: 100%; min-height: 3rem; margin-top: .25rem; padding: .5rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .5rem; }
input[aria-invalid] { border-color: var(--fault); border-width: 2px; }
button, .button { display: inline-block; margin-top: 1.75rem; min-height: 3rem; padding: .75rem 1.5rem; font: inherit; font-weight: 600; line-height: 1.5; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 1.5rem; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .9375em; }
`;

const MARK =
  '<svg width="40" height="40" viewBox="0 0 24 24" fill="none" aria-hidden="true"><path d="M2.5 17.5C6 17.5 6.6 10 10.4 10s3.7 5.6 7.1 5.6c1.8 0 2.9-.9 4-2.6" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><circle cx="16.2" cy="6.6" r="2.3" fill="currentColor"/></svg>';

/** The form, with what was typed and what is wrong with it. Passwords are never sent back. */
export function renderFormPage({
  token,
  values = {},
  errors = {},
}: {
  token: string;
  values?: Record<string, string>;
  errors?: FormErrors;
}): string {
  const field = (name: FormField, label: string, type: string, autocomplete: string, hint = "") => {
    const described = [hint && `${name}-hint`, errors[name] && `${name}-fault`].filter(Boolean).join(" ");
    return `<label for="${name}">${label}</label>
${hint && `<p class="hint" id="${name}-hint">${hint}</p>`}
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required${type === "password" ? "" : ` value="${escapeHtml(values[name] ?? "")}"`}${described && ` aria-describedby="${described}"`}${errors[name] ? ' aria-invalid="true"' : ""}>
${errors[name] ? `<p class="fault" id="${name}-fault">${escapeHtml(errors[name])}</p>` : ""}`;
  };
  return page(
    "Your administrator account",
    `<p>It may do everything, including giving accounts to others. This link works once.</p>
${errors.form ? `<p class="fault" role="alert">${escapeHtml(errors.form)}</p>` : ""}
<form method="post" novalidate>
<input type="hidden" name="token" value="${escapeHtml(token)}">
${field("name", "Your name", "text", "name")}
${field("email", "E-mail", "email", "username", "You log in with it. If you have an account already, write its address: it gets the new password.")}
${field("password", "Password", "password", "new-password", `At least ${MIN_PASSWORD_LENGTH} characters. A few unrelated words are easy to remember.`)}
${field("repeat", "Password, once more", "password", "new-password")}
<button type="submit">Save and log in</button>
</form>`,
  );
}

/** Shown for a link that was used, is too old or was never made: says how to get another. */
export function renderDeadLinkPage(loginPath: string): string {
  return page(
    "This link does not work any more",
    `<p>It was used already, or it is too old. Nothing was changed.</p>
<p>To get a new one, run <code>npm run admin-link</code> where Clinic Widgets is installed.</p>
<p>If you have an account, you can simply log in.</p>
<a class="button" href="${escapeHtml(loginPath)}">Log in</a>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Clinic Widgets</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${MARK}
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}
