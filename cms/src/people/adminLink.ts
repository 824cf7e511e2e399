/**
 * The one-time link by which the first administrator is made, or one who is locked out gets in again.
 * The database keeps only the token's hash: reading it does not open the door.
 */
import { randomBytes } from "node:crypto";
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from "payload";
import type { Env } from "../config/env.ts";
import { tokenHash } from "./tokenHash.ts";

const COLLECTION = "admin-links";
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** The link was used, has expired, or never existed. */
export class AdminLinkError extends Error {
  override name = "AdminLinkError";
  constructor() {
    super("This link does not work any more. Run npm run admin-link on the server for a new one.");
  }
}

/** A new link, good once within 24 hours. Earlier ones stop working. */
export async function createAdminLink(
  payload: Payload,
  env: Pick<Env, "publicUrl">,
  now = new Date(),
): Promise<string> {
  await payload.delete({
    collection: COLLECTION,
    where: { tokenHash: { exists: true } },
    overrideAccess: true,
  });
  const token = randomBytes(32).toString("base64url");
  await payload.create({
    collection: COLLECTION,
    data: {
      tokenHash: tokenHash(token),
      expiresAt: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    },
    overrideAccess: true,
  });
  return `${env.publicUrl}/first-administrator?token=${token}`;
}

/** Whether the link with this token would work at `now`. */
export const isAdminLinkUsable = async (
  payload: Payload,
  token: string,
  now = new Date(),
): Promise<boolean> => (await findLink(payload, token, now)) !== undefined;

/**
 * Uses the link up: makes the administrator, or gives the one with this e-mail address the new password; wrong tries are forgiven.
 * @throws AdminLinkError when the link does not work; Payload's ValidationError when name, address or password is refused.
 */
export async function redeemAdminLink(
  payload: Payload,
  person: { token: string; name: string; email: string; password: string },
  now = new Date(),
): Promise<void> {
  const req = (await createLocalReq({}, payload)) as PayloadRequest;
  await initTransaction(req);
  try {
    const link = await findLink(payload, person.token, now, req);
    if (!link) throw new AdminLinkError();
    await payload.delete({ collection: COLLECTION, id: link, overrideAccess: true, req });
    const { name, email, password } = person;
    const { docs } = await payload.find({
      collection: "users",
      where: { email: { equals: email.toLowerCase() } },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    });
    const known = docs[0];
    if (known) {
      await payload.update({
        collection: "users",
        id: known.id,
        data: { name, password, role: "administrator" },
        overrideAccess: true,
        req,
      });
    } else {
      await payload.create({
        collection: "users",
        data: { name, email, password, role: "administrator" },
        overrideAccess: true,
        req,
      });
    }
    await commitTransaction(req);
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}

async function findLink(
  payload: Payload,
  token: string,
  now: Date,
  req?: PayloadRequest,
): Promise<string | undefined> {
  if (!/^[\w-]{20,100}$/.test(token)) return undefined;
  const { docs } = await payload.find({
    collection: COLLECTION,
    where: {
      and: [{ tokenHash: { equals: tokenHash(token) } }, { expiresAt: { greater_than: now.toISOString() } }],
    },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req ? { req } : {}),
  });
  return docs[0] ? String(docs[0].id) : undefined;
}
