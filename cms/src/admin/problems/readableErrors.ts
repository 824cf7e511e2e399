/**
 * The answer to a save that was refused, so that Payload's form says all of it. Its notice cuts a sentence at the first
 * colon and makes a list of what follows (`elements/Toasts/fieldErrors.js` of ui 3.90.2); `message`, beside the errors,
 * is shown as it is.
 */

type FieldError = { path?: string; message?: string };
type Refused = { message?: string; data?: { errors?: FieldError[] } | null };

/** What is said of a field that no form shows: the sentence is for the whole document. */
const NO_FIELD = new Set(["", "_status", "id"]);

/** `answer` with sentences that are shown whole; anything else comes back as it is. */
export function readableErrors(answer: unknown): unknown {
  const errors = errorsIn(answer);
  if (errors.length === 0) return answer;
  const count = new Set(errors.flatMap(fieldsOf).map(({ path }) => path)).size;
  if (count === 0) return { ...(answer as object), message: refusalIn(answer) };
  const [first, ...others] = errors;
  return { ...(answer as object), errors: [{ ...first, message: countSentence(count) }, ...others] };
}

/** The sentence that refuses the whole document, if `answer` has one. */
export function refusalIn(answer: unknown): string | undefined {
  const sentences = errorsIn(answer).flatMap((error) => {
    const inner = error.data?.errors ?? [];
    if (inner.length === 0) return [error.message];
    return inner.filter(({ path = "" }) => NO_FIELD.has(path)).map(({ message }) => message);
  });
  return sentences.filter(Boolean).join(" ") || undefined;
}

/** What the notice and the line above the form say of fields that are refused. */
export const countSentence = (count: number): string =>
  count === 1
    ? "1 field needs a change first. What is wrong is written below it."
    : `${count} fields need a change first. What is wrong is written below each.`;

function errorsIn(answer: unknown): Refused[] {
  const errors = (answer as { errors?: unknown } | null | undefined)?.errors;
  return Array.isArray(errors)
    ? errors.filter((each): each is Refused => typeof each === "object" && each !== null)
    : [];
}

const fieldsOf = (error: Refused): FieldError[] =>
  Array.isArray(error.data?.errors) ? error.data.errors.filter(({ path = "" }) => !NO_FIELD.has(path)) : [];
