/** What a role may not do although an access function lets it in: the hooks that say no, or less. */
import { describe, expect, it } from "vitest";
import { draftsOnlyForAuthors } from "./draftsOnlyForAuthors.ts";
import { restoreForEditors } from "./restoreForEditors.ts";
import { titlesAsPublic } from "./titlesAsPublic.ts";

type Hook = typeof draftsOnlyForAuthors;

const PEOPLE = ["administrator", "editor", "author", "clinic-manager", undefined] as const;

/** What the hook says to `role`: "refused", else what it gives back. */
async function ask(
  hook: Hook,
  role: string | undefined,
  operation: string,
  args: object = {},
  overrideAccess = false,
) {
  const req = { user: role ? { id: "me", role } : null, t: (key: string) => key };
  try {
    return await hook({ args, operation, overrideAccess, req } as never);
  } catch (error) {
    return (error as Error).name === "Forbidden" ? "refused" : error;
  }
}

describe("restoring a version", () => {
  it("is for those who decide what it holds", async () => {
    const answers = PEOPLE.map((role) => ask(restoreForEditors, role, "restoreVersion"));

    expect(await Promise.all(answers)).toEqual([undefined, undefined, "refused", "refused", "refused"]);
    expect(await ask(restoreForEditors, "author", "update")).toBeUndefined();
    expect(await ask(restoreForEditors, undefined, "restoreVersion", {}, true)).toBeUndefined();
  });
});

describe("reading as a clinic manager", () => {
  it("is reading what is public, whatever is asked for", async () => {
    const args = { id: "x", draft: true };
    const answers = PEOPLE.map((role) => ask(titlesAsPublic, role, "read", args));

    expect(await Promise.all(answers)).toEqual([
      undefined,
      undefined,
      undefined,
      { id: "x", draft: false },
      undefined,
    ]);
    expect(await ask(titlesAsPublic, "clinic-manager", "update", args)).toBeUndefined();
    expect(await ask(titlesAsPublic, "clinic-manager", "read", args, true)).toBeUndefined();
  });
});

describe("writing as an author", () => {
  it.each([
    ["a draft", { draft: true, data: { title: "x" } }, undefined],
    ["what is public at once", { data: { title: "x" } }, "refused"],
    ["a draft that says it is public", { draft: true, data: { _status: "published" } }, "refused"],
    ["all languages at once", { draft: true, data: {}, publishAllLocales: true }, "refused"],
    ["all languages back", { draft: true, data: {}, unpublishAllLocales: true }, "refused"],
  ])("%s", async (_, args, expected) => {
    expect(await ask(draftsOnlyForAuthors, "author", "update", args)).toBe(expected);
    expect(await ask(draftsOnlyForAuthors, "editor", "update", args)).toBeUndefined();
    expect(await ask(draftsOnlyForAuthors, "author", "read", args)).toBeUndefined();
  });

  it("takes nothing out of the trash by the empty field that autosave sends", async () => {
    const args = { draft: true, data: { title: "x", deletedAt: null } };

    await ask(draftsOnlyForAuthors, "author", "update", args);

    expect(args.data).toEqual({ title: "x" });
  });
});
