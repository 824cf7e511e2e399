/** What the first administrator fills in, and what may be wrong with it, as sentences for the fields. */
import { z } from "zod";
import { checkPasswordStrength } from "../checkPassword.ts";

const form = z
  .object({
    token: z.string(),
    name: z.string().trim().min(1, "Write your name, so that others know who you are."),
    email: z
      .string()
      .trim()
      .pipe(z.email("Write an e-mail address such as ana@example.org; you log in with it.")),
    password: z.string(),
    repeat: z.string(),
  })
  .superRefine(({ email, name, password, repeat }, { addIssue }) => {
    const checked = checkPasswordStrength(password, { email, name });
    if (checked !== true) addIssue({ code: "custom", path: ["password"], message: checked });
    else if (password !== repeat)
      addIssue({
        code: "custom",
        path: ["repeat"],
        message: "This differs from the password above. Type the same one twice.",
      });
  });

export type FormField = "name" | "email" | "password" | "repeat";
/** `form` is for what no single field can correct. */
export type FormErrors = Partial<Record<FormField | "form", string>>;
export type FirstAdministrator = Omit<z.infer<typeof form>, "repeat">;

/** Reads the submitted `values`: the administrator, or a sentence for each field that is wrong. */
export function readForm(
  values: Record<string, string>,
): { administrator: FirstAdministrator } | { errors: FormErrors } {
  const parsed = form.safeParse({ token: "", name: "", email: "", password: "", repeat: "", ...values });
  if (parsed.success) {
    const { repeat: _, ...administrator } = parsed.data;
    return { administrator };
  }
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) errors[issue.path[0] as FormField] ??= issue.message;
  return { errors };
}
