/** Text fields whose placeholders are checked, so that no reader ever sees a raw `{{...}}`. */
import { fillPlaceholders, PLACEHOLDERS, unknownPlaceholders } from "@clinic-widgets/shared";
import type {
  FieldHook,
  TextareaField,
  TextareaFieldValidation,
  TextField,
  TextFieldManyValidation,
  TextFieldSingleValidation,
  Validate,
} from "payload";
import { text, textarea } from "payload/shared";
import { tidyLine, tidySentences } from "./pasted.ts";

const BRACES = /\{\{|\}\}/;

/** `true`, or a sentence for a placeholder in `value` that nothing fills. */
export function checkPlaceholders(value: unknown): string | true {
  const parts = [value].flat().filter((part) => typeof part === "string");
  const [unknown] = parts.flatMap(unknownPlaceholders);
  if (unknown !== undefined)
    return `{{${unknown}}} is not a placeholder that can be filled. Use one of ${PLACEHOLDERS.map((name) => `{{${name}}}`).join(", ")}.`;
  return (
    !parts.some((part) => BRACES.test(fillPlaceholders(part, "en", {}))) ||
    "Readers would see the braces of a placeholder that is not whole. Write it in one piece, as in {{clinic.name}}, and all of it bold or none."
  );
}

type Options = Omit<TextField, "type" | "validate" | "hasMany" | "minRows" | "maxRows">;

/** Payload's own check of both kinds of text; its type there knows only one. */
const checkWords = text as Validate<string | string[]> as TextFieldManyValidation;

const validateText: TextFieldSingleValidation = (value, options) => {
  const checked = checkPlaceholders(value);
  return checked === true ? text(value, options) : checked;
};

const validateValue: TextFieldSingleValidation = (value, options) =>
  BRACES.test(String(value))
    ? "Write this without {{ and }}: the placeholders of other texts are filled with it."
    : text(value, options);

/** What is pasted into it becomes what it means. */
const tidied = <T extends { hooks?: TextField["hooks"] }>(options: T, tidy: FieldHook): T => ({
  ...options,
  hooks: { ...options.hooks, beforeValidate: [tidy, ...(options.hooks?.beforeValidate ?? [])] },
});

/** A text of one line. */
export const textField = (options: Options): TextField =>
  ({ ...tidied(options, tidyLine), type: "text", validate: validateText }) as TextField;

/** Words of a record, as they stand there: no placeholder is looked for in them. */
export const recordField = (options: Options & Pick<TextField, "validate">): TextField =>
  ({ ...tidied(options, tidyLine), type: "text" }) as TextField;

/** A text of one line that placeholders are filled with, and that must not contain any. */
export const valueField = (options: Options): TextField =>
  ({ ...tidied(options, tidyLine), type: "text", validate: validateValue }) as TextField;

/** A list of short texts, such as column heads; `check` validates all of them together. */
export const wordsField = (
  options: Options,
  check: (words: string[]) => string | true = () => true,
): TextField =>
  ({
    ...tidied(options, tidyLine),
    type: "text",
    hasMany: true,
    validate: ((value, validation) => {
      const [fault] = [checkPlaceholders(value), check(value ?? [])].filter((answer) => answer !== true);
      return fault ?? checkWords(value, validation);
    }) satisfies TextFieldManyValidation,
  }) as TextField;

const validateTextarea: TextareaFieldValidation = (value, options) => {
  const checked = checkPlaceholders(value);
  return checked === true ? textarea(value, options) : checked;
};

/** A text of one or two sentences. */
export const sentencesField = (options: Omit<TextareaField, "type" | "validate">): TextareaField => ({
  ...tidied(options, tidySentences),
  type: "textarea",
  validate: validateTextarea,
});
