/** A product with one person of each role, and the means to see what a request of theirs has done. */
import { ADMINISTRATOR } from "../support/admin.ts";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Database, freshDatabase, type Product, startProduct } from "../support/product.ts";
import { type Answer, Rest } from "../support/rest.ts";
import { openRows, type Rows } from "../support/rows.ts";
import { type Outcome, ROLES, type Role } from "./expected.ts";

export const PASSWORD = "correct horse battery staple";

export type Setting = {
  product: Product;
  /** Each role's own login. */
  as: Record<Role, Rest>;
  /** Each person's id; none for nobody. */
  idOf: Record<Role, string>;
  admin: Rest;
  rows: Rows;
  close(): Promise<void>;
};

export const emailOf = (role: Role): string =>
  role === "administrator" ? ADMINISTRATOR.email : `${role}@example.org`;

export async function openSetting(database: Database): Promise<Setting> {
  const data = freshDatabase(database);
  const product = await startProduct({ ...data, database, demo: false });
  const admin = await bootstrapAdministrator(product);
  const rows = openRows(data.dataDir, data.mongodbUrl);
  const as = { administrator: admin, nobody: new Rest(product.cmsUrl) } as Record<Role, Rest>;
  const idOf = { nobody: "" } as Record<Role, string>;
  const { body } = await admin.ask<{ user: { id: string } }>("GET", "/api/users/me");
  idOf.administrator = body.user.id;
  for (const role of ["editor", "author", "manager", "stranger"] as const) {
    const elsewhere =
      role === "stranger"
        ? [(await admin.create("clinics", { name: "Elsewhere", slug: "elsewhere" })).id]
        : [];
    const person = await admin.create("users", {
      name: role,
      email: emailOf(role),
      password: PASSWORD,
      role: role === "manager" || role === "stranger" ? "clinic-manager" : role,
      clinics: elsewhere,
    });
    idOf[role] = person.id;
    as[role] = await Rest.login(product.cmsUrl, emailOf(role), PASSWORD);
  }
  return {
    product,
    as,
    idOf,
    admin,
    rows,
    async close() {
      await rows.close();
      await product.stop();
      await data.remove();
    },
  };
}

/** What each role brought about, least powerful first, so that one untouched document serves many. */
export async function outcomes(
  attempt: (role: Role) => Promise<string>,
): Promise<Record<Role, Outcome | string>> {
  const found = {} as Record<Role, string>;
  for (const role of [...ROLES].reverse()) found[role] = await attempt(role);
  return found;
}

/** What an answer discloses: the whole (it holds `word`), the title alone, or nothing. */
export function disclosed(answer: Answer<unknown>, title: string, word: string): string {
  const text = JSON.stringify(answer.body);
  // Such addresses do not exist at all; the refusal repeats them.
  if (answer.status === 501) return "no";
  if (answer.status >= 500) return `answered ${answer.status}: ${text}`;
  if (text.includes(word)) return "yes";
  return text.includes(title) ? "titles" : "no";
}

/**
 * What a write has done: `yes` when its effect is there, `no` when it was refused and the rows are as before.
 * Anything else is said in words, which no expectation matches. `effect` is asked when a row has changed.
 */
export async function done(
  answer: Answer<unknown>,
  effect: false | (() => Promise<boolean | "yes" | "kept">),
): Promise<string> {
  const said = `it answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`;
  if (!effect) return isRefusal(answer) ? "no" : `nothing changed, but ${said}`;
  const found = await effect();
  if (!found) return `something else changed, and ${said}`;
  if (answer.status >= 300) return `it was done, but ${said}`;
  return found === true ? "yes" : found;
}

/** A collection that has no address at all is refused with 501. A bulk operation of somebody who may touch none of the documents touches none, which is no fault. */
function isRefusal({ status, body }: Answer<unknown>): boolean {
  const docs = (body as { docs?: unknown[] } | null)?.docs;
  return [401, 403, 404, 501].includes(status) || (status === 200 && docs?.length === 0);
}
