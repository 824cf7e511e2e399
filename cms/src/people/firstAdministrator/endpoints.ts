/**
 * The page of the one-time link. It is no admin view: while there is no user, Payload sends each of those to
 * create-first-user, and afterwards it refuses that one.
 *   GET  /first-administrator?token=…   200 the form; 410 when the link does not work any more
 *   POST /first-administrator           form or JSON { token, name, email, password }
 *        303 (form) or 200 (JSON), logged in; 422 a sentence for each field that is wrong; 410 as above
 */
import { type Endpoint, generatePayloadCookie, type PayloadRequest, ValidationError } from "payload";
import { retryOnConflict } from "../../database/retry.ts";
import { AdminLinkError, isAdminLinkUsable, redeemAdminLink } from "../adminLink.ts";
import { type FirstAdministrator, type FormErrors, type FormField, readForm } from "./form.ts";
import { renderDeadLinkPage, renderFormPage } from "./page.ts";

export const firstAdministratorEndpoints: Endpoint[] = [
  {
    method: "get",
    path: "/first-administrator",
    handler: async (req) => {
      const token = req.searchParams.get("token") ?? "";
      const usable = await isAdminLinkUsable(req.payload, token);
      return usable ? page(200, renderFormPage({ token })) : deadLink(req, false);
    },
  },
  {
    method: "post",
    path: "/first-administrator",
    handler: async (req) => {
      const { values, json } = await readBody(req);
      const token = values.token ?? "";
      if (!(await isAdminLinkUsable(req.payload, token))) return deadLink(req, json);
      const refuse = (errors: FormErrors) =>
        json ? faults(errors) : page(422, renderFormPage({ token, values, errors }));
      const form = readForm(values);
      if ("errors" in form) return refuse(form.errors);
      const errors = await redeem(req, form.administrator);
      return errors ? refuse(errors) : logIn(req, form.administrator, json);
    },
  },
];

/** What was sent, as strings. A program that sends JSON has no need to repeat the password. */
async function readBody(req: PayloadRequest): Promise<{ values: Record<string, string>; json: boolean }> {
  const text = (await req.text?.()) ?? "";
  if (!req.headers.get("content-type")?.includes("json"))
    return { values: Object.fromEntries(new URLSearchParams(text)), json: false };
  const sent: unknown = parseJson(text);
  const fields = Object.entries(typeof sent === "object" && sent !== null ? sent : {});
  const values: Record<string, string> = Object.fromEntries(
    fields.filter(([, value]) => typeof value === "string"),
  );
  return { values: { repeat: values.password ?? "", ...values }, json: true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Read as an empty form: the answer then names every field that is missing.
    return undefined;
  }
}

/** Makes the administrator; answers with what the collection's own rules say against it. */
async function redeem(
  req: PayloadRequest,
  administrator: FirstAdministrator,
): Promise<FormErrors | undefined> {
  try {
    await redeemAdminLink(req.payload, administrator);
    return undefined;
  } catch (error) {
    // Somebody else was quicker with the same link.
    if (error instanceof AdminLinkError) return { form: error.message };
    if (!(error instanceof ValidationError)) throw error;
    const known: readonly string[] = ["name", "email", "password"] satisfies FormField[];
    return Object.fromEntries(
      error.data.errors.map(({ path, message }) => [known.includes(path) ? path : "form", message]),
    );
  }
}

async function logIn(
  req: PayloadRequest,
  { email, password }: FirstAdministrator,
  json: boolean,
): Promise<Response> {
  const { cookiePrefix, routes } = req.payload.config;
  const { auth } = req.payload.collections.users.config;
  // Repeated here: the link is used up, so that the request as a whole could not be repeated.
  const { token } = await retryOnConflict(() =>
    req.payload.login({ collection: "users", data: { email, password } }),
  );
  const headers = new Headers({ "cache-control": "no-store" });
  if (token)
    headers.set("set-cookie", generatePayloadCookie({ collectionAuthConfig: auth, cookiePrefix, token }));
  if (json) return Response.json({ message: "The administrator was created." }, { headers });
  headers.set("location", routes.admin);
  return new Response(null, { status: 303, headers });
}

const deadLink = (req: PayloadRequest, json: boolean): Response =>
  json
    ? Response.json({ errors: [{ message: new AdminLinkError().message }] }, { status: 410 })
    : page(410, renderDeadLinkPage(`${req.payload.config.routes.admin}/login`));

const faults = (errors: FormErrors): Response =>
  Response.json(
    { errors: Object.entries(errors).map(([path, message]) => ({ path, message })) },
    { status: 422 },
  );

function page(status: number, html: string): Response {
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      // Its policy is set by the door, `http/securityHeaders.ts`: Next would leave out one that is named here.
      "cache-control": "no-store",
    },
  });
}
