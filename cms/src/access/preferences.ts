/**
 * The adapter half of preferences: what the admin remembers for a person, such as the columns of a list and which rows are
 * folded. Whoever is logged in may write them, and Payload takes any key, any value and any number. Its endpoint writes by
 * `upsert`, past the hooks of the collection, and pages of the admin by `create` and `update` (seen in payload 3.90.2,
 * `preferences/operations/update.js`, and `upsertPreferences.js` of @payloadcms/ui): all of them come by here.
 */
import { APIError, type PayloadRequest, type Where } from "payload";
import type { ClinicDatabase } from "../database/index.ts";

/** As the admin names them: `nav`, `collection-topics`, `collection-topics-<id>`, `topics-faqs.items`. */
const KEY = /^[\w.-]{1,200}$/;
/** A list of columns takes some hundred bytes, and each folded row of a document 27. */
const MAX_BYTES = 32 * 1024;
const MAX_DEPTH = 20;
/** Each document that a person has opened may leave one behind. */
const MAX_PREFERENCES = 500;

const PREFERENCES = "payload-preferences";

type Person = { relationTo: string; value: unknown };
type Written = { key?: unknown; value?: unknown; user?: Person };

/**
 * Makes `database` refuse preferences that the admin would not write. Of a person's, those go that were not written for the
 * longest time, when there are more than `max`: to refuse the newest would leave the admin's lists empty.
 */
export const withPreferenceLimits =
  (max = MAX_PREFERENCES) =>
  (database: ClinicDatabase): ClinicDatabase => {
    const create = database.create.bind(database);
    const updateOne = database.updateOne.bind(database);

    async function forgetOldest({ user }: Written, req: Partial<PayloadRequest> | undefined): Promise<void> {
      if (!user) return;
      const own: Where[] = [
        { "user.value": { equals: user.value } },
        { "user.relationTo": { equals: user.relationTo } },
      ];
      const of = { collection: PREFERENCES, ...(req ? { req } : {}) } as const;
      const { docs } = await database.find<{ updatedAt: string }>({
        ...of,
        where: { and: own },
        sort: "-updatedAt",
        limit: 1,
        page: max,
        pagination: true,
      });
      // By time and not by number: when many are written at once, each of them finds the same ones too many.
      const older: Where[] = docs.map(({ updatedAt }) => ({ updatedAt: { less_than: updatedAt } }));
      if (older.length > 0) await database.deleteMany({ ...of, where: { and: [...own, ...older] } });
    }

    database.create = async (args) => {
      if (args.collection !== PREFERENCES) return create(args);
      refuse(args.data);
      const created = await create(args);
      await forgetOldest(args.data, args.req);
      return created;
    };
    database.updateOne = async (args) => {
      if (args.collection !== PREFERENCES) return updateOne(args);
      refuse(args.data);
      const updated = await updateOne(args);
      // Only an `upsert` makes new ones.
      if (args.options?.upsert) await forgetOldest(args.data, args.req);
      return updated;
    };
    return database;
  };

function refuse({ key, value }: Written): void {
  if (typeof key !== "string" || !KEY.test(key))
    throw refusal(
      "Its key may have letters, digits, dots, hyphens and underscores, 200 at most, such as collection-topics.",
      400,
    );
  if (isDeeper(value, MAX_DEPTH))
    throw refusal(`Its value may have ${MAX_DEPTH} lists and objects inside of each other at most.`, 400);
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? "");
  if (bytes > MAX_BYTES)
    throw refusal(
      `Its value has ${bytes.toLocaleString("en")} bytes, and there is room for ${MAX_BYTES.toLocaleString("en")}. Preferences are for how lists and forms look, not for content.`,
      413,
    );
}

const refusal = (reason: string, status: number) =>
  new APIError(`The preference was not saved. ${reason}`, status, undefined, true);

const isDeeper = (value: unknown, depth: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (depth === 0 || Object.values(value).some((each) => isDeeper(each, depth - 1)));
