/** People may take over the lock of a document that they may edit, in their own name, one lock at a time: all that the admin sends. */
import type { Access, Payload } from "payload";
import { PUBLIC_COLLECTIONS } from "../database/publicCollections.ts";
import { hasDrafts } from "../documents/payload.ts";
import { ownClinicIds, personOf, type SignedIn } from "./roles.ts";

type Lock = { globalSlug?: string | null; document?: { relationTo: string; value: unknown } | null };

export const takeOver: Access = async ({ data, id, req }) => {
  const person = personOf(req);
  if (!person || id === undefined || !namesOnly(person, data)) return false;
  const lock = await req.payload.findByID({
    collection: "payload-locked-documents",
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  });
  return lock !== null && mayEdit(req.payload, person, lock as Lock);
};

function namesOnly({ id }: SignedIn, data: unknown): boolean {
  const { user, ...others } = (data ?? {}) as { user?: { relationTo?: unknown; value?: unknown } };
  return Object.keys(others).length === 0 && user?.relationTo === "users" && user.value === id;
}

/** Whether `person` may edit what is locked. */
function mayEdit(payload: Payload, person: SignedIn, { globalSlug, document }: Lock): boolean {
  const collection = document?.relationTo ?? "";
  switch (person.role) {
    case "administrator":
      return true;
    case "editor":
      return Boolean(globalSlug) || PUBLIC_COLLECTIONS.has(collection);
    case "author":
      return PUBLIC_COLLECTIONS.has(collection) && hasDrafts(payload, collection);
    case "clinic-manager":
      return collection === "clinics" && ownClinicIds(person).includes(String(document?.value));
  }
}
