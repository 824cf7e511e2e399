/**
 * The adapter half of logging in: a login, a refresh and a logout change the list of sessions and nothing else.
 * Payload writes the whole person back, as it was read before the password was hashed: a role, a password or a name that
 * was changed meanwhile would return, and somebody who was deleted (seen in payload 3.90.2, `auth/sessions.js`,
 * `auth/operations/logout.js` and `refresh.js`, `auth/strategies/local/incrementLoginAttempts.js`).
 */
import type { PayloadRequest, UpdateOneArgs } from "payload";
import type { ClinicDatabase } from "../database/index.ts";
import { inTransaction } from "../database/index.ts";
import { retryOnConflict, writeConflict } from "../database/retry.ts";
import { rowOf } from "../documents/rows.ts";

type Session = { id: string; createdAt: Date | string; expiresAt: Date | string };
type SessionsWrite = UpdateOneArgs & { id: string; data: { sessions: Session[]; hash?: unknown } };

/** Makes `database` write of such a person what the login means: the sessions that it adds, extends or ends. */
export function withSessions(database: ClinicDatabase): ClinicDatabase {
  const updateOne = database.updateOne.bind(database);

  async function writeSessions(args: SessionsWrite, req: Partial<PayloadRequest>): Promise<void> {
    const { collection, data, id } = args;
    const person = await rowOf(database, { collection, id, req });
    const added = data.sessions.filter(({ createdAt }) => isOurs(createdAt));
    // The password that was right may be another one by now. The login is tried again as a whole, and then finds out.
    if (added.length > 0 && person?.hash !== data.hash) throw writeConflict(CHANGED_MEANWHILE);
    if (!person) return;
    const present = (person.sessions ?? []) as Session[];
    const sessions =
      added.length > 0
        ? [...present.filter(hasNotExpired), ...added]
        : present.flatMap((session) => remaining(session, data.sessions));
    // `null` leaves the time of the last change: nobody has changed the person.
    await updateOne({ collection, id, data: { sessions, updatedAt: null }, req, returning: false });
    // The login goes on with this object: its answer then says who the person is now.
    if (added.length > 0) Object.assign(data, person, { sessions });
  }

  database.updateOne = (args) => {
    if (!database.payload.collections[args.collection]?.config.auth || !isSessionsWrite(args))
      return updateOne(args);
    const work = () => inTransaction(database, args.req, (req) => writeSessions(args, req));
    // Inside of a transaction a conflict is its owner's: what was read before is stale, too.
    return args.req?.transactionID ? work() : retryOnConflict(work);
  };
  return database;
}

const CHANGED_MEANWHILE =
  "The login was not finished: the person was changed while the password was checked.";

/**
 * Whether Payload writes back a person whom it has read, to change the sessions. It wants no answer then, unlike for a
 * change of the person, or a new password, which it reads and writes in one transaction.
 */
const isSessionsWrite = (args: UpdateOneArgs): args is SessionsWrite =>
  args.returning === false && args.id !== undefined && Array.isArray(args.data.sessions);

/** Whether the operation that writes has set this time; times that were read are texts. */
const isOurs = (time: Date | string): boolean => time instanceof Date;

/** The session as it is to remain: not, when the operation has left it out, and longer, when it says so. */
function remaining(session: Session, written: Session[]): Session[] {
  const kept = written.find(({ id }) => id === session.id);
  if (!kept) return [];
  return [isOurs(kept.expiresAt) ? { ...session, expiresAt: kept.expiresAt } : session];
}

const hasNotExpired = ({ expiresAt }: Session): boolean => new Date(expiresAt) > new Date();
