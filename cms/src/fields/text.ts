/** Text fields whose placeholders are checked, so that no reader ever sees a raw `{{...}}`. */
import { PLACEHOLDERS, unknownPlaceholders } from "@clinic-widgets/shared";
import type {
  TextareaField,
  TextareaFieldValidation,
  TextField,
  TextFieldManyValidation,
  TextFieldSingleValidation,
} from "payload";
import { text, textarea } from "payload/shared";

/** The sentence for placeholders in `value` that nothing fills, or `true`. */
export function checkPlaceholders(value: unknown): string | true {
  const unknown = (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === "string" ? unknownPlaceholders(part) : [],
  );
  if (unknown.length === 0) return true;
  return `{{${unknown[0]}}} is not a placeholder that can be filled. Use one of ${PLACEHOLDERS.map((name) => `{{${name}}}`).join(", ")}.`;
}

type Options = Omit<TextField, "type" | "validate" | "hasMany" | "minRows" | "maxRows">;

const validateText: TextFieldSingleValidation = (value, options) => {
  const checked = checkPlaceholders(value);
  return checked === true ? text(value as never, options as never) : checked;
};

/** One line. */
export const textField = (options: Options): TextField =>
  ({ ...options, type: "text", validate: validateText }) as TextField;

/** Several short words, such as column heads. */
export const wordsField = (options: Options): TextField =>
  ({
    ...options,
    type: "text",
    hasMany: true,
    validate: ((value, validation) => {
      const checked = checkPlaceholders(value);
      return checked === true ? text(value as never, validation as never) : checked;
    }) satisfies TextFieldManyValidation,
  }) as TextField;

const validateTextarea: TextareaFieldValidation = (value, options) => {
  const checked = checkPlaceholders(value);
  return checked === true ? textarea(value, options) : checked;
};

/** A sentence or two. */
export const sentencesField = (options: Omit<TextareaField, "type" | "validate">): TextareaField => ({
  ...options,
  type: "textarea",
  validate: validateTextarea,
});
