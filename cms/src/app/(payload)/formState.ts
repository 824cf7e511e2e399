/**
 * What a form asks while somebody types: how its fields are, and who has the document open. As Payload answers it, with
 * three differences: the lock is for those who may edit the document; it is made before the form is drawn, so that
 * whoever closes the window meanwhile leaves no lock behind; and nobody is offered to load a stale form again over what
 * was typed, because its save will be refused with both texts.
 */
import { buildFormStateHandler } from "@payloadcms/ui/utilities/buildFormState";
import { canAccessAdmin, type ServerFunction } from "payload";
import { holdLock } from "../../access/holdLock.ts";

type Asked = Parameters<typeof buildFormStateHandler>[0];

export const formState: ServerFunction = async (args) => {
  await canAccessAdmin({ req: args.req });
  const lockedState = await holdLock(args.req, args);
  const answer = await buildFormStateHandler({
    ...(args as Asked),
    returnLockStatus: false,
    checkForStaleData: false,
  });
  return lockedState ? { ...answer, lockedState } : answer;
};
