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
import { restWithRetry } from "../../../../database/retry.ts";
import { restoreAsDraft } from "../../../../hooks/restoreAsDraft.ts";
import { inKnownLocale } from "../../../../restRequest.ts";

export const GET = inKnownLocale(config, REST_GET(config));
export const OPTIONS = REST_OPTIONS(config);
const post = inKnownLocale(config, restWithRetry(REST_POST(config)));
export const POST: typeof post = (request, context) => post(restoreAsDraft(request), context);
export const PATCH = inKnownLocale(config, restWithRetry(REST_PATCH(config)));
export const PUT = inKnownLocale(config, restWithRetry(REST_PUT(config)));
export const DELETE = inKnownLocale(config, restWithRetry(REST_DELETE(config)));
