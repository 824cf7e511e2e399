/** The page of the one-time link: plain HTML that works before, and without, everything else in the admin. */

import { escapeHtml } from "@clinic-widgets/shared";
import { plainPage } from "../../http/plainPage.ts";
import { MIN_PASSWORD_LENGTH } from "../checkPassword.ts";
import type { FormErrors, FormField } from "./form.ts";

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
  return plainPage(
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
  return plainPage(
    "This link does not work any more",
    `<p>It was used already, or it is too old. Nothing was changed.</p>
<p>To get a new one, run <code>npm run admin-link</code> where Clinic Widgets is installed.</p>
<p>If you have an account, you can simply log in.</p>
<a class="button" href="${escapeHtml(loginPath)}">Log in</a>`,
  );
}
