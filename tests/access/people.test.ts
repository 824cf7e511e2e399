/** The access table of people and settings, by REST, and the limits that hold for one's own account. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eachDatabase } from "../support/product.ts";
import { type Answer, type Doc, lexical, Rest } from "../support/rest.ts";
import { SETTINGS, USERS } from "./expected.ts";
import { type Attempt, testAttempts } from "./persons.ts";
import { emailOf, openSetting, PASSWORD, type Setting } from "./setting.ts";

const NEW_NAME = "Renamed by somebody";
const NEW_PASSWORD = "another correct horse battery";
/** What no answer may hold, whoever asks. */
const SECRETS = ["hash", "salt", "resetPasswordToken"];

let serial = 0;
const makePerson = ({ admin }: Setting, role = "author"): Promise<Doc> =>
  admin.create("users", {
    name: "Bystander",
    email: `person-${++serial}@example.org`,
    password: PASSWORD,
    role,
  });
const person = ({ admin }: Setting, id: string): Promise<Doc> => admin.must("GET", `/api/users/${id}`);
const newPerson = (role: string) => ({
  name: "Newcomer",
  email: `newcomer-${++serial}@example.org`,
  password: PASSWORD,
  role,
});
const isThere = async ({ admin }: Setting, email: string): Promise<boolean> =>
  (await admin.ask<{ totalDocs: number }>("GET", "/api/users", undefined, { "where[email][equals]": email }))
    .body.totalDocs === 1;

/** Changes a bystander. */
const changing = (data: object, isChanged: (setting: Setting, other: Doc) => Promise<boolean>): Attempt => ({
  collection: "users",
  prepare: (setting) => makePerson(setting),
  ask: ({ by, doc }) => by.ask("PATCH", `/api/users/${doc.id}`, data),
  effect: ({ setting, doc }) => isChanged(setting, doc),
});
/** Changes the own account; what may not be changed is kept. Each role tries with its own login. */
const changingOwn = (data: () => object, isChanged: (me: Doc) => boolean): Attempt => ({
  collection: "users",
  ask: ({ by, ownId }) => by.ask("PATCH", `/api/users/${ownId || "nobody"}`, data()),
  async effect({ setting, ownId }) {
    return isChanged(await person(setting, ownId)) ? "yes" : "kept";
  },
});
const creating = (role: string, path = "/api/users"): Attempt => {
  let wanted: ReturnType<typeof newPerson>;
  return {
    collection: "users",
    ask: ({ by }) => {
      wanted = newPerson(role);
      return by.ask("POST", path, wanted);
    },
    effect: ({ setting }) => isThere(setting, wanted.email),
  };
};
const reading = (ask: (by: Rest, other: Doc, ownId: string) => Promise<Answer<unknown>>): Attempt => ({
  collection: "users",
  prepare: (setting) => makePerson(setting),
  ask: ({ by, doc, ownId }) => ask(by, doc, ownId),
  word: ({ doc }) => String(doc.email),
});

const users: Record<string, Attempt> = {
  "read the own account": {
    ...reading((by, _, ownId) => by.ask("GET", `/api/users/${ownId || "nobody"}`)),
    word: ({ role }) => `"${emailOf(role)}"`,
  },
  "read another's": reading((by, { id }) => by.ask("GET", `/api/users/${id}`)),
  "read another's in a list": reading((by) => by.ask("GET", "/api/users", undefined, { limit: 200 })),
  "find another by the e-mail address": reading((by, { email }) =>
    by.ask("GET", "/api/users", undefined, { "where[email][equals]": String(email) }),
  ),
  create: creating("author"),
  "create an administrator": creating("administrator"),
  "register as the first": creating("administrator", "/api/users/first-register"),
  "change the own name": changingOwn(
    () => ({ name: NEW_NAME }),
    (me) => me.name === NEW_NAME,
  ),
  "change another's name": changing({ name: NEW_NAME }, async (setting, { id }) => {
    return (await person(setting, id)).name === NEW_NAME;
  }),
  "change another's role": changing({ role: "administrator" }, async (setting, { id }) => {
    return (await person(setting, id)).role === "administrator";
  }),
  "change another's password": changing({ password: NEW_PASSWORD }, async ({ product }, { email }) => {
    await Rest.login(product.cmsUrl, String(email), NEW_PASSWORD);
    return true;
  }),
  "change another's name in bulk": {
    ...changing({}, async (setting, { id }) => (await person(setting, id)).name === NEW_NAME),
    ask: ({ by, doc }) => by.ask("PATCH", "/api/users", { name: NEW_NAME }, { "where[id][equals]": doc.id }),
  },
  "delete another": {
    ...changing({}, async (setting, { email }) => !(await isThere(setting, String(email)))),
    ask: ({ by, doc }) => by.ask("DELETE", `/api/users/${doc.id}`),
  },
  "delete another in bulk": {
    ...changing({}, async (setting, { email }) => !(await isThere(setting, String(email)))),
    ask: ({ by, doc }) => by.ask("DELETE", "/api/users", undefined, { "where[id][equals]": doc.id }),
  },
};

const SETTINGS_PATH = "/api/globals/settings";
const settingsNow = ({ admin }: Setting) => admin.must("GET", SETTINGS_PATH);
const style = async (setting: Setting, citationStyle: string) =>
  setting.admin.must("POST", SETTINGS_PATH, { disclaimer: lexical("Closedword"), citationStyle });

const updatingSettings = (draft: boolean): Attempt => ({
  collection: "settings",
  prepare: (setting) => style(setting, "vancouver"),
  ask: ({ by }) => by.ask("POST", SETTINGS_PATH, { citationStyle: "apa" }, { draft }),
  effect: async ({ setting }) => (await settingsNow(setting)).citationStyle === "apa",
});
/** The oldest version of two, with the style that it holds. */
const makeVersion = async (setting: Setting): Promise<Doc> => {
  await style(setting, "harvard1");
  const { body } = await setting.admin.ask<{ docs: Doc[] }>("GET", `${SETTINGS_PATH}/versions`, undefined, {
    sort: "-createdAt",
    limit: 1,
  });
  await style(setting, "vancouver");
  return body.docs[0] as Doc;
};
const settings: Record<string, Attempt> = {
  read: {
    ...updatingSettings(false),
    ask: ({ by }) => by.ask("GET", SETTINGS_PATH),
    word: () => "Closedword",
  },
  "list versions": {
    collection: "settings",
    prepare: makeVersion,
    ask: ({ by }) => by.ask("GET", `${SETTINGS_PATH}/versions`),
    word: () => "Closedword",
  },
  "read a version": {
    collection: "settings",
    prepare: makeVersion,
    ask: ({ by, doc }) => by.ask("GET", `${SETTINGS_PATH}/versions/${doc.id}`),
    word: () => "Closedword",
  },
  "update draft=true": updatingSettings(true),
  "update draft=false": updatingSettings(false),
  "restore a version": {
    collection: "settings",
    prepare: makeVersion,
    ask: ({ by, doc }) => by.ask("POST", `${SETTINGS_PATH}/versions/${doc.id}`),
    effect: async ({ setting }) => (await settingsNow(setting)).citationStyle === "harvard1",
  },
};

eachDatabase("who may do what with people and settings", (database) => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting(database);
  });
  afterAll(() => setting?.close());

  describe("users", () => {
    testAttempts(() => setting, USERS, {
      ...users,
      "change the own role": changingOwn(
        () => ({ role: "administrator" }),
        (me) => me.role === "administrator",
      ),
      "change the own clinics": changingOwn(
        () => ({ clinics: [clinic] }),
        (me) => JSON.stringify(me.clinics).includes(clinic),
      ),
    });
    let clinic: string;
    beforeAll(async () => {
      clinic = (await setting.admin.create("clinics", { name: "Wanted", slug: "wanted" })).id;
    });

    it("tells nobody, not even administrators, what a password is kept as", async () => {
      const { body } = await setting.admin.ask<{ docs: Doc[] }>("GET", "/api/users", undefined, {
        limit: 200,
      });

      expect(body.docs.length).toBeGreaterThan(4);
      for (const secret of SECRETS) expect(JSON.stringify(body)).not.toContain(`"${secret}"`);
    });
  });

  describe("settings", () => {
    testAttempts(() => setting, SETTINGS, settings);
  });

  it("keeps the last administrator, whatever is asked for", async () => {
    const { admin, idOf } = setting;
    const { body } = await admin.ask<{ docs: Doc[] }>("GET", "/api/users", undefined, {
      "where[role][equals]": "administrator",
      limit: 200,
    });
    for (const other of body.docs.filter(({ id }) => id !== idOf.administrator))
      await admin.must("DELETE", `/api/users/${other.id}`);

    const own = `/api/users/${idOf.administrator}`;
    const answers = [
      await admin.ask("PATCH", own, { role: "editor" }),
      await admin.ask("PATCH", "/api/users", { role: "editor" }, { "where[role][equals]": "administrator" }),
      await admin.ask("DELETE", own),
      await admin.ask("DELETE", "/api/users", undefined, { "where[role][equals]": "administrator" }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    for (const { body: said } of answers)
      expect(JSON.stringify(said)).toContain("nobody would be an administrator any more");
    expect((await admin.must("GET", own)).role).toBe("administrator");
  });

  it("logs nobody in with a wrong password, and says the same whether the account exists", async () => {
    const nobody = new Rest(setting.product.cmsUrl);
    const answers = await Promise.all(
      ["editor@example.org", "unknown@example.org"].map((email) =>
        nobody.ask("POST", "/api/users/login", { email, password: "not the right pass phrase" }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });
});
