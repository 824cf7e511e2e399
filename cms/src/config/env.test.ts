import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigurationError, readEnv } from "./env.ts";
import { localeLabel } from "./localization.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "clinic-widgets-env-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const read = (variables: Record<string, string>) =>
  readEnv({ DATA_DIR: dir, ...variables } as unknown as NodeJS.ProcessEnv);

describe("the configuration", () => {
  it("needs nothing: embedded database, English and Spanish, port 3000", () => {
    expect(read({})).toMatchObject({
      database: { kind: "sqlite", file: join(dir, "cms.sqlite") },
      publicUrl: "http://localhost:3000",
      locales: ["en", "es"],
      demoPort: 4000,
    });
  });

  it("makes a secret once and keeps it for its owner alone", () => {
    const first = read({}).secret;

    expect(read({}).secret).toBe(first);
    expect(statSync(join(dir, "secret")).mode & 0o777).toBe(0o600);
  });

  it("follows the port in the default public address", () => {
    expect(read({ PORT: "3456" }).publicUrl).toBe("http://localhost:3456");
  });

  it.each([
    [{ DATABASE_URL: "mongodb://db/cms?replicaSet=rs" }, /PAYLOAD_SECRET is missing/],
    [{ DATABASE_URL: "mongodb://db/?replicaSet=rs" }, /must name the database/],
    [{ DATABASE_URL: "mongodb://u:p@a:1,b:2" }, /must name the database/],
    [{ DATABASE_URL: "mongodb://db/cms?ReadPreference=secondary" }, /must not ask for a readPreference/],
    [{ PUBLIC_URL: "https://example.org/cms" }, /must end after the host/],
    [{ PUBLIC_URL: "https://me@example.org" }, /must end after the host/],
    [{ PUBLIC_URL: "ftp://cms.example.org" }, /full address of the CMS/],
    [{ DATABASE_URL: "mongodb://db/cms", PAYLOAD_SECRET: "short" }, /at least 32 characters/],
    [{ DATABASE_URL: "postgres://db" }, /must begin with mongodb:\/\//],
    [{ LOCALES: "en,en" }, /LOCALES must be different language tags/],
    [{ LOCALES: "en,pt-BR,pt-br" }, /LOCALES must be different language tags/],
    [{ LOCALES: "en-12" }, /LOCALES must be different language tags/],
    [{ LOCALES: "en,ab-cd-ef" }, /LOCALES must be different language tags/],
    [{ LOCALES: "english" }, /LOCALES must be different language tags/],
    [{ LOCALES: "," }, /LOCALES must be different language tags/],
    [{ PORT: "abc" }, /^PORT must be a whole number from 1 to 65535\.$/],
    [{ PORT: "70000" }, /^PORT must be a whole number from 1 to 65535\.$/],
    [{ DEMO_PORT: "40.5" }, /^DEMO_PORT must be a whole number/],
    [{ PUBLIC_URL: "cms.example.org" }, /full address of the CMS/],
    [{ SMTP_URL: "smtp://mail.example.org" }, /SMTP_FROM is missing/],
    [{ TRUSTED_PROXIES: "10.0.0.0/8,proxy" }, /TRUSTED_PROXIES must be the addresses or networks/],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, /TRUSTED_PROXIES must be the addresses or networks/],
  ])("refuses %o with a sentence", (variables, sentence) => {
    expect(() => read(variables)).toThrow(ConfigurationError);
    expect(() => read(variables)).toThrow(sentence);
  });

  it("takes every language that can be named", () => {
    const locales = ["pt-BR", "es-419", "zh-Hant-TW", "cmn", "ar"];

    expect(read({ LOCALES: locales.join(", ") }).locales).toEqual(locales);
    expect(locales.map(localeLabel)).toEqual(locales.map(() => expect.any(String)));
  });

  it("takes several hosts, and a readPreference that says primary", () => {
    const url = "mongodb://u:p@a:1,b:2/cms?replicaSet=rs&readPreference=primary";

    expect(read({ DATABASE_URL: url, PAYLOAD_SECRET: "x".repeat(32) }).database).toEqual({
      kind: "mongodb",
      url,
    });
  });

  it("refuses a kept secret that was cut short, and keeps the file", () => {
    writeFileSync(join(dir, "secret"), "cut");

    expect(() => read({})).toThrow(/shorter than 32 characters. Put it back from a backup, or delete/);
    expect(readFileSync(join(dir, "secret"), "utf8")).toBe("cut");
  });

  it("hides a kept secret that others could read, and leaves nothing beside it", () => {
    read({});
    chmodSync(join(dir, "secret"), 0o644);

    read({});

    expect(statSync(join(dir, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(["secret"]);
  });
});
