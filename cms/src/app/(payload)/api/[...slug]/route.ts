/**
 * Payload's REST API, for the admin UI and logged-in users alone.
 * A save that lost a race against another is repeated, and restoring an old version makes a draft.
 */
import config from "@payload-config";
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from "@payloadcms/next/routes";
import { getPayload } from "payload";
import { databaseAnswers } from "../../../../database/outage.ts";
import { restWithRetry } from "../../../../database/retry.ts";
import { withOutageAnswers } from "../../../../http/outageAnswer.ts";
import { type Handler, inKnownLocale } from "../../../../http/restRequest.ts";
import { withHostCookie } from "../../../../http/sessionCookie.ts";
import { withoutTokenForPages } from "../../../../http/tokenInAnswer.ts";
import { restoreAsDraft } from "../../../../versions/restoreAsDraft.ts";

const answers = async () => databaseAnswers(await getPayload({ config }));
const publicUrl = async () => (await config).serverURL;
const read = <Context>(handler: Handler<Context>) =>
  withHostCookie(publicUrl, withoutTokenForPages(inKnownLocale(config, withOutageAnswers(answers, handler))));
const write = <Context>(handler: Handler<Context>) => read(restWithRetry(handler));

export const GET = read(REST_GET(config));
export const OPTIONS = REST_OPTIONS(config);
const post = write(REST_POST(config));
export const POST: typeof post = async (request, context) =>
  post(restoreAsDraft(request, await config), context);
export const PATCH = write(REST_PATCH(config));
export const PUT = write(REST_PUT(config));
export const DELETE = write(REST_DELETE(config));
