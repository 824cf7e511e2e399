/** Whose lock one may take over: that of a document which one may edit, and in one's own name alone. */
import { describe, expect, it } from "vitest";
import { takeOver } from "./takeOver.ts";

type Lock = { globalSlug?: string; document?: { relationTo: string; value: string } };

const MINE = { user: { relationTo: "users", value: "me" } };
const on = (relationTo: string, value = "any"): Lock => ({ document: { relationTo, value } });

/** What `role` is answered that wants to take over `lock`; there is none when it is `null`. */
function ask(
  role: string | undefined,
  lock: Lock | null,
  data: unknown = MINE,
  id: string | undefined = "lock",
) {
  const drafted = (drafts: boolean) => ({ config: { versions: { drafts } } });
  const payload = {
    findByID: async () => lock,
    collections: { faqs: drafted(true), clinics: drafted(false), users: drafted(false) },
  };
  const user = role ? { id: "me", role, clinics: ["own"] } : null;
  return takeOver({ req: { user, payload }, data, id } as never);
}

describe("the lock", () => {
  const ROLES = ["administrator", "editor", "author", "clinic-manager"];

  it.each<[string, Lock, boolean[]]>([
    ["of a question", on("faqs"), [true, true, true, false]],
    ["of the own clinic", on("clinics", "own"), [true, true, false, true]],
    ["of another clinic", on("clinics", "other"), [true, true, false, false]],
    ["of the settings", { globalSlug: "settings" }, [true, true, false, false]],
    ["of an account", on("users"), [true, false, false, false]],
  ])("%s is taken over by these people and no others", async (_, lock, expected) => {
    expect(await Promise.all(ROLES.map((role) => ask(role, lock)))).toEqual(expected);
  });

  it.each<[string, Promise<unknown> | unknown]>([
    ["by nobody", ask(undefined, on("faqs"))],
    [
      "for somebody else",
      ask("administrator", on("faqs"), { user: { relationTo: "users", value: "other" } }),
    ],
    [
      "for something that is no person",
      ask("administrator", on("faqs"), { user: { relationTo: "faqs", value: "me" } }),
    ],
    ["with another change", ask("administrator", on("faqs"), { ...MINE, globalSlug: "settings" })],
    ["without saying for whom", ask("administrator", on("faqs"), null)],
    ["that is gone", ask("administrator", null)],
  ])("is not taken over %s", async (_, answer) => {
    expect(await answer).toBe(false);
  });

  it("is taken over one at a time", async () => {
    const all = takeOver({ req: { user: { id: "me", role: "administrator" } }, data: MINE } as never);

    expect(await all).toBe(false);
  });
});
