/** Each access function, asked by each role and by nobody: what it answers, in one table. */
import type { Access, FieldAccess, PayloadRequest } from "payload";
import { describe, expect, it } from "vitest";
import * as roles from "./roles.ts";

const PEOPLE = ["administrator", "editor", "author", "clinic-manager", "nobody"] as const;
type Person = (typeof PEOPLE)[number];

const requestOf = (role: Person, more: object = {}): PayloadRequest =>
  ({
    user: role === "nobody" ? null : { id: "me", role, clinics: ["own", { id: "other" }] },
    ...more,
  }) as never;

const ask = (access: Access | FieldAccess, role: Person, more: { req?: object; data?: object } = {}) =>
  access({ req: requestOf(role, more.req), data: more.data } as never);

const PUBLIC = { and: [{ _status: { equals: "published" } }, { deletedAt: { exists: false } }] };
const OWN = { id: { in: ["own", "other"] } };
const SELF = { id: { equals: "me" } };

describe("an access function", () => {
  it.each<[string, Access | FieldAccess, unknown[]]>([
    ["nobody", roles.nobody, [false, false, false, false, false]],
    ["administrators", roles.administrators, [true, false, false, false, false]],
    ["editors", roles.editors, [true, true, false, false, false]],
    ["writers", roles.writers, [true, true, true, false, false]],
    ["writersOrTitles", roles.writersOrTitles, [true, true, true, PUBLIC, false]],
    ["anyoneLoggedIn", roles.anyoneLoggedIn, [true, true, true, true, false]],
    [
      "editorsOrOwnClinic",
      roles.editorsOrOwnClinic,
      [true, true, false, { ...OWN, deletedAt: { exists: false } }, false],
    ],
    ["writersOrOwnClinic", roles.writersOrOwnClinic, [true, true, true, OWN, false]],
    ["administratorsOrSelf", roles.administratorsOrSelf, [true, SELF, SELF, SELF, false]],
    [
      "editorsTrashAdministratorsDelete",
      roles.editorsTrashAdministratorsDelete,
      [true, false, false, false, false],
    ],
    ["writersField", roles.writersField, [true, true, true, false, false]],
    ["editorsField", roles.editorsField, [true, true, false, false, false]],
    ["administratorsField", roles.administratorsField, [true, false, false, false, false]],
  ])("%s allows these people and no others", (_, access, expected) => {
    expect(PEOPLE.map((role) => ask(access, role))).toEqual(expected);
  });

  it("lets editors move to the trash what they may not delete", () => {
    const trash = { data: { deletedAt: "2026-01-01T00:00:00.000Z" } };

    expect(PEOPLE.map((role) => ask(roles.editorsTrashAdministratorsDelete, role, trash))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("gives clinic managers no titles in all languages at once, where Payload fails", () => {
    expect(ask(roles.writersOrTitles, "clinic-manager", { req: { locale: "all" } })).toBe(false);
    expect(ask(roles.writersOrTitles, "editor", { req: { locale: "all" } })).toBe(true);
  });

  it("finds no clinic of somebody who looks after none", () => {
    expect(roles.ownClinicIds({ id: "me", role: "clinic-manager", clinics: null })).toEqual([]);
  });
});
