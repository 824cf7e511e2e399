import type { CollectionConfig } from "payload";
import { administrators, anyoneLoggedIn, editors, nobody, writersField } from "../access/roles.ts";
import { slugField } from "../fields/slug.ts";
import { textField } from "../fields/text.ts";
import { checkContract } from "../validation/checkContract.ts";
import { refuseWhileReferenced } from "../validation/refuseWhileReferenced.ts";
import { allOrNothing, beginBulk } from "../versions/allOrNothing.ts";
import { copied, demoFields } from "./content.ts";

/** From head to foot. */
const REGIONS = [
  "jaw",
  "neck",
  "chest",
  "shoulder",
  "arm",
  "elbow",
  "wrist",
  "hand",
  "back",
  "pelvis",
  "hip",
  "thigh",
  "knee",
  "lower leg",
  "ankle",
  "foot",
];

/** One document is a muscle, tendon, joint or other tissue, named once; patients read its name beside the injuries that involve it. */
export const Structures: CollectionConfig = {
  slug: "structures",
  labels: { singular: "Muscle or tissue", plural: "Muscles and tissues" },
  admin: {
    group: "Library",
    hideAPIURL: true,
    hidden: ({ user }) => (user as { role?: string } | null)?.role === "clinic-manager",
    useAsTitle: "name",
    defaultColumns: ["name", "kind", "region"],
    listSearchableFields: ["name", "slug"],
    description: "A plain list without drafts: a change is public at once.",
    components: { beforeListTable: ["/src/admin/EmptyListHint#EmptyListHint"] },
  },
  access: {
    create: editors,
    read: anyoneLoggedIn,
    readVersions: nobody,
    update: editors,
    delete: administrators,
    unlock: nobody,
  },
  hooks: {
    beforeOperation: [beginBulk],
    afterChange: [checkContract],
    beforeDelete: [refuseWhileReferenced],
    afterOperation: [allOrNothing],
  },
  versions: false,
  fields: [
    copied(textField({ name: "name", required: true, localized: true })),
    slugField("name"),
    {
      name: "kind",
      access: { read: writersField },
      type: "select",
      required: true,
      defaultValue: "muscle",
      options: [
        { value: "muscle", label: "Muscle" },
        { value: "fascia", label: "Fascia" },
        { value: "tendon", label: "Tendon" },
        { value: "ligament", label: "Ligament" },
        { value: "nerve", label: "Nerve" },
        { value: "joint", label: "Joint" },
        { value: "disc", label: "Disc" },
      ],
    },
    {
      name: "region",
      access: { read: writersField },
      type: "select",
      options: REGIONS.map((value) => ({
        value,
        label: value.replace(/^./, (first) => first.toUpperCase()),
      })),
    },
    ...demoFields,
  ],
};
