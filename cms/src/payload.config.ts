/** A table of contents of the CMS; the rules are in the files that it names. */
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import { en } from "@payloadcms/translations/languages/en";
import { buildConfig } from "payload";
import { closePayloadCollections } from "./access/payloadCollections.ts";
import { withPreferenceLimits } from "./access/preferences.ts";
import { sayLocked } from "./access/sayLocked.ts";
import { secureCookies } from "./access/secureCookies.ts";
import { adminConfig, adminEndpoints, adminTranslations, followOpenForms } from "./admin/index.ts";
import { collections } from "./collections/index.ts";
import { Settings } from "./collections/Settings.ts";
import { emailAdapter } from "./config/email.ts";
import { buildEnv, isBuilding, readEnv } from "./config/env.ts";
import { localization } from "./config/localization.ts";
import { loggerOptions } from "./config/log.ts";
import { answerBadRequests } from "./database/badRequests.ts";
import { databaseAdapter } from "./database/index.ts";
import { markTransientErrors } from "./database/retry.ts";
import { withSessions } from "./people/sessions.ts";
import { searchFolded } from "./search/searchFolded.ts";
import { tidyValuesEverywhere } from "./validation/plugin.ts";
import { withVersions } from "./versions/adapter.ts";
import { publishOneLanguage } from "./versions/oneLanguage/plugin.ts";
import { refuseStaleSaves } from "./versions/stale/plugin.ts";

const env = isBuilding() ? buildEnv() : readEnv();

const config = buildConfig({
  serverURL: env.publicUrl,
  secret: env.secret,
  csrf: [env.publicUrl],
  cors: [env.publicUrl],
  db: databaseAdapter(env, withVersions, withSessions, withPreferenceLimits()),
  email: emailAdapter(env),
  editor: lexicalEditor(),
  localization: localization(env.locales),
  admin: adminConfig,
  i18n: { supportedLanguages: { en }, translations: adminTranslations },
  collections,
  globals: [Settings],
  endpoints: adminEndpoints,
  hooks: { afterError: [answerBadRequests, sayLocked, markTransientErrors] },
  plugins: [
    tidyValuesEverywhere,
    searchFolded,
    refuseStaleSaves,
    publishOneLanguage,
    followOpenForms,
    secureCookies(env.publicUrl),
  ],
  graphQL: { disable: true },
  telemetry: false,
  logger: { options: loggerOptions },
  bodyParser: { limits: { fieldSize: 2 * 1024 * 1024 } },
  typescript: { autoGenerate: false },
});

// Payload adds its own collections last.
export default config.then(closePayloadCollections);
