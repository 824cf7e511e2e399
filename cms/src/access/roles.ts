/** Who may do what. Each access function is named after the people whom it allows; everybody else is refused. */
import type { Access, FieldAccess, PayloadRequest, Where } from "payload";

export type Role = "administrator" | "editor" | "author" | "clinic-manager";
export type SignedIn = { id: string; role: Role; clinics?: (string | { id: string })[] | null };

/** The person who makes a request, if anybody is logged in. */
export const personOf = (req: PayloadRequest): SignedIn | undefined => req.user ?? undefined;

const hasRole = (req: PayloadRequest, ...roles: Role[]): boolean => {
  const person = personOf(req);
  return person !== undefined && roles.includes(person.role);
};

export const nobody: Access = () => false;
export const administrators: Access = ({ req }) => hasRole(req, "administrator");
export const editors: Access = ({ req }) => hasRole(req, "administrator", "editor");
/** Everybody who writes content. `draftsOnlyForAuthors` limits authors to drafts. */
export const writers: Access = ({ req }) => hasRole(req, "administrator", "editor", "author");

const isPublic: Where = {
  and: [{ _status: { equals: "published" } }, { deletedAt: { exists: false } }],
};

/** Writers read everything, also drafts; clinic managers read what is public, and field access limits them to titles. */
export const writersOrTitles: Access = ({ req }) => {
  if (hasRole(req, "administrator", "editor", "author")) return true;
  // With `locale: "all"` Payload fails at a rich-text field that field access has removed.
  if (!hasRole(req, "clinic-manager") || req.locale === "all") return false;
  return isPublic;
};
export const anyoneLoggedIn: Access = ({ req }) => personOf(req) !== undefined;

/** Editors may move documents to the trash; only administrators may delete permanently. */
export const editorsTrashAdministratorsDelete: Access = ({ req, data }) =>
  hasRole(req, "administrator") ||
  (hasRole(req, "editor") && Boolean((data as { deletedAt?: unknown } | undefined)?.deletedAt));

/** The ids of the clinics that a clinic manager looks after. */
export const ownClinicIds = (person: SignedIn): string[] =>
  (person.clinics ?? []).map((clinic) => (typeof clinic === "object" ? clinic.id : clinic));

/** Editors may change every clinic, a clinic manager the own ones, except those in the trash. */
export const editorsOrOwnClinic: Access = ({ req }) => {
  if (hasRole(req, "administrator", "editor")) return true;
  const person = personOf(req);
  return person?.role === "clinic-manager"
    ? { id: { in: ownClinicIds(person) }, deletedAt: { exists: false } }
    : false;
};

export const writersOrOwnClinic: Access = ({ req }) => {
  if (hasRole(req, "administrator", "editor", "author")) return true;
  const person = personOf(req);
  return person?.role === "clinic-manager" ? { id: { in: ownClinicIds(person) } } : false;
};

export const administratorsOrSelf: Access = ({ req }) => {
  if (hasRole(req, "administrator")) return true;
  const person = personOf(req);
  return person ? { id: { equals: person.id } } : false;
};

export const writersField: FieldAccess = ({ req }) => hasRole(req, "administrator", "editor", "author");
export const editorsField: FieldAccess = ({ req }) => hasRole(req, "administrator", "editor");
export const administratorsField: FieldAccess = ({ req }) => hasRole(req, "administrator");
