/** The only reader of the environment. Read once, when the server starts; a build never needs it. */
import { join, resolve } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "./configurationError.ts";
import { proxiesAt } from "./proxies.ts";
import { loadOrCreateSecret } from "./secret.ts";

export { ConfigurationError } from "./configurationError.ts";

export type Env = {
  database: { kind: "sqlite"; file: string } | { kind: "mongodb"; url: string };
  /** Signs sessions. At least 32 characters. */
  secret: string;
  /** Origin under which the CMS is reached, without a trailing slash. */
  publicUrl: string;
  /** Everything embedded lies here: database, store, secret. Absolute. */
  dataDir: string;
  /** BCP 47 tags; the first is the default. */
  locales: [string, ...string[]];
  port: number;
  demoPort: number;
  /** Addresses and networks of proxies, whose `X-Forwarded-For` says who asks. */
  trustedProxies: string[];
  /** The admin UI is compiled as it is asked for. */
  development: boolean;
  smtp?: { url: string; from: string };
};

const port = (name: string, usual: number) =>
  z
    .string()
    .default(String(usual))
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535,
      `${name} must be a whole number from 1 to 65535.`,
    )
    .transform(Number);
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const DATA_DIR = "data";

const source = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, {
      error:
        "DATABASE_URL must begin with mongodb:// or mongodb+srv://. Leave it out to use the embedded database.",
      // One fault, one sentence: the next rules read it as such an address.
      abort: true,
    })
    .refine(
      namesDatabase,
      "DATABASE_URL must name the database after the last slash, such as mongodb://host/clinic?replicaSet=rs0.",
    )
    .refine(
      readsFromPrimary,
      "DATABASE_URL must not ask for a readPreference other than primary: what was just saved would not be found.",
    )
    .optional(),
  PAYLOAD_SECRET: z
    .string()
    .min(32, "PAYLOAD_SECRET must have at least 32 characters. Make one with: openssl rand -hex 32")
    .optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: "PUBLIC_URL must be the full address of the CMS, such as https://cms.example.org.",
    })
    .refine(
      isOrigin,
      "PUBLIC_URL must end after the host and its port, such as https://cms.example.org: the CMS cannot lie below a path.",
    )
    .optional(),
  DATA_DIR: z.string().default(DATA_DIR),
  LOCALES: z
    .string()
    .default("en,es")
    .transform(listOf)
    .refine((list) => {
      const languages = list.map(languageOf);
      return list.length > 0 && !languages.includes(undefined) && new Set(languages).size === list.length;
    }, "LOCALES must be different language tags separated by commas, the default first, such as en,es or en,pt-BR."),
  PORT: port("PORT", 3000),
  DEMO_PORT: port("DEMO_PORT", 4000),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform(listOf)
    .refine(
      areProxies,
      "TRUSTED_PROXIES must be the addresses or networks of your proxies, separated by commas, such as 10.0.0.0/8,192.0.2.7.",
    ),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "SMTP_URL must look like smtps://user:password@mail.example.org:465.",
    })
    .optional(),
  SMTP_FROM: z.email("SMTP_FROM must be the e-mail address that messages are sent from.").optional(),
});

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

function areProxies(ranges: string[]): boolean {
  try {
    proxiesAt(ranges);
    return true;
  } catch {
    return false; // The setting's own sentence says what is meant.
  }
}

/** The language that a tag names, however it is written; none when it is no tag that every part of the CMS takes. */
function languageOf(code: string): string | undefined {
  if (!tag.test(code)) return undefined;
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined; // Such as en-12: the parts of a tag are not of any length.
  }
}

/** The part between the hosts and the question mark. `URL` does not read several hosts. */
function namesDatabase(url: string): boolean {
  const [, afterHosts = ""] = /^[^:]+:\/\/[^/?]*(.*)$/.exec(url) ?? [];
  return /^\/[^/?]+/.test(afterHosts);
}

function readsFromPrimary(url: string): boolean {
  const parameters = [...new URLSearchParams(url.split("?")[1] ?? "")];
  return parameters.every(
    ([name, value]) => name.toLowerCase() !== "readpreference" || value.toLowerCase() === "primary",
  );
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return true; // Refused already, with a sentence of its own.
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/** Where everything embedded lies; asked before the rest, which reads the secret there, and makes it when it is missing. */
export const readDataDir = (variables: NodeJS.ProcessEnv = process.env): string =>
  resolve(variables.DATA_DIR || DATA_DIR);

/**
 * The configuration, from `variables` (an empty value counts as missing).
 * With the embedded database a missing secret is made once and stored in `DATA_DIR`.
 * @throws ConfigurationError naming every setting that is wrong.
 */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = source.safeParse(given);
  if (!parsed.success) {
    // Each message is a sentence that names its setting.
    throw new ConfigurationError(parsed.error.issues.map(({ message }) => message).join("\n"));
  }
  const e = parsed.data;
  const dataDir = resolve(e.DATA_DIR);
  if (e.SMTP_URL && !e.SMTP_FROM) {
    throw new ConfigurationError(
      "SMTP_URL is set, but SMTP_FROM is missing: name the address that messages are sent from.",
    );
  }
  if (e.DATABASE_URL && !e.PAYLOAD_SECRET) {
    throw new ConfigurationError(
      "PAYLOAD_SECRET is missing. With DATABASE_URL every server must share one secret of at least 32 characters. Make one with: openssl rand -hex 32",
    );
  }
  return {
    database: e.DATABASE_URL
      ? { kind: "mongodb", url: e.DATABASE_URL }
      : { kind: "sqlite", file: join(dataDir, "cms.sqlite") },
    secret: e.PAYLOAD_SECRET ?? loadOrCreateSecret(dataDir),
    publicUrl: new URL(e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).origin,
    dataDir,
    locales: e.LOCALES as [string, ...string[]],
    port: e.PORT,
    demoPort: e.DEMO_PORT,
    trustedProxies: e.TRUSTED_PROXIES,
    development: variables.NODE_ENV === "development",
    ...(e.SMTP_URL && e.SMTP_FROM ? { smtp: { url: e.SMTP_URL, from: e.SMTP_FROM } } : {}),
  };
}

/** `next build` evaluates the same files without any configuration; it gets harmless values that are never used. */
export const isBuilding = (variables: NodeJS.ProcessEnv = process.env): boolean =>
  variables.NEXT_PHASE === "phase-production-build" || variables.CLINIC_WIDGETS_BUILD === "1";

/** Values for evaluating the config while building: nothing is opened, written or signed with them. */
export function buildEnv(): Env {
  return {
    database: { kind: "sqlite", file: ":memory:" },
    secret: "only-for-evaluating-the-config-in-a-build",
    publicUrl: "http://localhost:3000",
    dataDir: resolve("data"),
    locales: ["en", "es"],
    port: 3000,
    demoPort: 4000,
    trustedProxies: [],
    development: false,
  };
}
