/** Requests that the database or a parser chokes on are the sender's fault: 400 with a sentence, alike on both databases. */
import type { AfterErrorHook } from "payload";

const SENTENCE =
  "The request could not be understood: an id, a filter or the body is not in the right form. Nothing was changed.";
/** What MongoDB's driver and Mongoose throw for a value that a field cannot hold, and JavaScript for a body that is no JSON. */
const NAMES = new Set(["BSONError", "CastError", "SyntaxError"]);
/** What busboy, which reads forms, says of half a form. */
const HALF_A_FORM =
  /^(Unexpected end of (form|multipart)|Malformed (part header|content type)|Multipart: Boundary not found|Request is not eligible for file upload)/i;

export const answerBadRequests: AfterErrorHook = ({ error }) => {
  const { name = "", message = "" } = (error ?? {}) as Partial<Error>;
  if (!NAMES.has(name) && !HALF_A_FORM.test(message)) return;
  return { status: 400, response: { errors: [{ name: "BadRequest", message: SENTENCE }] } };
};
