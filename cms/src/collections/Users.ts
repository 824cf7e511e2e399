import type { CollectionConfig } from "payload";
import {
  administrators,
  administratorsField,
  administratorsOrSelf,
  nobody,
  personOf,
} from "../access/roles.ts";
import { relationsField } from "../fields/relations.ts";
import { tellOwner, tellOwnerOfReset } from "../people/changeLetter.ts";
import { checkPassword } from "../people/checkPassword.ts";
import { askForCurrentPassword } from "../people/currentPassword.ts";
import { passwordEndpoints } from "../people/forgotPassword.ts";
import { keepLastAdministrator } from "../people/keepLastAdministrator.ts";
import { findByTokenHash, hashResetToken } from "../people/resetTokens.ts";
import { hashForNobody } from "../people/throttle/hiddenAccounts.ts";
import {
  countLogin,
  forgiveTries,
  giveBackFailure,
  noteNewPassword,
  welcomeLogin,
} from "../people/throttle/hooks.ts";
import { checkRelations } from "../validation/checkRelations.ts";
import { allOrNothing, beginBulk } from "../versions/allOrNothing.ts";

/** One document is a person who logs in; nobody reads it but the person and administrators. */
export const Users: CollectionConfig = {
  slug: "users",
  labels: { singular: "Person", plural: "People" },
  admin: {
    group: "People",
    hideAPIURL: true,
    // Everybody else finds the own account under the picture at the top.
    hidden: ({ user }) => (user as { role?: string } | null)?.role !== "administrator",
    useAsTitle: "name",
    defaultColumns: ["name", "email", "role"],
    listSearchableFields: ["name", "email"],
    components: { beforeListTable: ["/src/admin/EmptyListHint#EmptyListHint"] },
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // Payload would lock the account for everybody, its owner too. `people/throttle` counts instead.
    maxLoginAttempts: 0,
    cookies: { sameSite: "Lax" },
  },
  access: {
    admin: ({ req }) => personOf(req) !== undefined,
    create: administrators,
    read: administratorsOrSelf,
    update: administratorsOrSelf,
    delete: administrators,
    readVersions: nobody,
    unlock: administrators,
  },
  hooks: {
    beforeOperation: [
      askForCurrentPassword,
      beginBulk,
      findByTokenHash,
      checkPassword,
      countLogin,
      hashForNobody,
      noteNewPassword,
    ],
    beforeChange: [checkRelations, hashResetToken],
    afterChange: [tellOwner],
    afterLogin: [welcomeLogin],
    afterOperation: [allOrNothing, keepLastAdministrator, forgiveTries, tellOwnerOfReset],
    afterError: [giveBackFailure],
  },
  // Hooks ask for it, whatever the answer is to show.
  forceSelect: { email: true },
  // Two people never share an address, and a copy would be a person without one.
  disableDuplicate: true,
  endpoints: [
    ...passwordEndpoints,
    {
      // Comes before Payload's own, which lets whoever arrives first become administrator.
      path: "/first-register",
      method: "post",
      handler: () =>
        Response.json(
          {
            errors: [
              { message: "The first administrator is made with the one-time link that the server prints." },
            ],
          },
          { status: 403 },
        ),
    },
  ],
  fields: [
    {
      name: "currentPasswordField",
      type: "ui",
      admin: {
        components: { Field: "/src/admin/account/CurrentPassword#CurrentPassword" },
        disableBulkEdit: true,
        disableListColumn: true,
      },
    },
    { name: "name", type: "text", required: true },
    {
      name: "role",
      type: "select",
      required: true,
      defaultValue: "author",
      saveToJWT: true,
      access: { create: administratorsField, update: administratorsField },
      options: [
        { value: "administrator", label: "Administrator: everything" },
        { value: "editor", label: "Editor: all content, published or not" },
        { value: "author", label: "Author: drafts only" },
        { value: "clinic-manager", label: "Clinic manager: the own clinic’s profile" },
      ],
    },
    {
      ...relationsField({
        name: "clinics",
        to: "clinics",
        description: "The clinics that a clinic manager looks after.",
      }),
      saveToJWT: true,
      access: { create: administratorsField, update: administratorsField },
      admin: {
        condition: (data) => data?.role === "clinic-manager",
        description: "The clinics that a clinic manager looks after.",
      },
    },
  ],
};
