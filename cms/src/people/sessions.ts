/**
 * The adapter half of logging in: a login, a refresh and a logout change the list of sessions and nothing else.
 * Payload writes the whole person back, as it was read before the password was hashed: a role, a password or a name that
 * was changed meanwhile would return, and somebody who was deleted (seen in payload 3.90.2, `auth/sessions.js`,
 * `auth/operations/logout.js` and `refresh.js`, `auth/strategies/local/incrementLoginAttempts.js`).
 */
import type { CollectionSlug, PayloadRequest, UpdateOneArgs } from "payload";
import type { ClinicDatabase } from "../database/index.ts";
import { inTransaction } from "../database/index.ts";
import { isDiskFull, noteWriteError, retryOnConflict, writeConflict } from "../database/retry.ts";
import { rowOf } from "../documents/rows.ts";
import { type Session, UnsavedSessions } from "./unsavedSessions.ts";

type SessionsWrite = UpdateOneArgs & { id: string; data: { sessions: Session[]; hash?: unknown } };

/** Makes `database` write of such a person what the login means: the sessions that it adds, extends or ends. */
export function withSessions(database: ClinicDatabase): ClinicDatabase {
  const updateOne = database.updateOne.bind(database);
  const findOne = database.findOne.bind(database);
  const commit = database.commitTransaction.bind(database);
  const unsaved = new UnsavedSessions();
  /** Transactions in which a login has added its session, with the request that each belongs to. */
  const adding = new Map<string | number, Request>();
  const isPeople = (collection: CollectionSlug) =>
    Boolean(database.payload.collections[collection]?.config.auth);

  async function addSessions({ collection, data, id }: SessionsWrite, added: Session[], req: Request) {
    const person = await rowOf(database, { collection, id, req });
    // The password that was right may be another one by now. The login is tried again as a whole, and then finds out.
    if (!person || person.hash !== data.hash) throw writeConflict(CHANGED_MEANWHILE);
    const sessions = [...sessionsOf(person).filter(hasNotExpired), ...added];
    if (unsaved.isDiskFull) unsaved.set(id, [...unsaved.of(id).filter(hasNotExpired), ...added.map(asRead)]);
    else await saveSessions({ collection, id, sessions }, req);
    // The login goes on with this object: its answer then says who the person is now.
    Object.assign(data, person, { sessions });
  }

  async function saveSessions({ collection, id, sessions }: Saved, req: Request) {
    const transaction = await req.transactionID;
    if (transaction) adding.set(transaction, req);
    try {
      // `null` leaves the time of the last change: nobody has changed the person.
      await updateOne({ collection, id, data: { sessions, updatedAt: null }, req, returning: false });
    } catch (error) {
      throw isDiskFull(error) ? repeatUnsaved(req, error) : error;
    }
  }

  /** The login is repeated as a whole, and then holds its session in memory. */
  function repeatUnsaved(req: Request, cause: unknown): Error {
    unsaved.noteFullDisk();
    const conflict = writeConflict(DISK_IS_FULL, cause);
    // After a failed commit Payload takes the session back, which fails, too: that error takes this one's place.
    noteWriteError(req, conflict);
    return conflict;
  }

  async function changeSessions({ collection, data, id }: SessionsWrite, req: Request) {
    const person = await rowOf({ findOne }, { collection, id, req });
    if (!person) return;
    const saved = sessionsOf(person);
    const sessions = saved.flatMap((session) => remaining(session, data.sessions));
    unsaved.set(
      id,
      unsaved.of(id).flatMap((session) => remaining(session, data.sessions)),
    );
    // What the database need not know is also done while its disk is full.
    if (sessions.length === saved.length && sessions.every((session, index) => session === saved[index]))
      return;
    await updateOne({ collection, id, data: { sessions, updatedAt: null }, req, returning: false });
  }

  database.updateOne = async (args) => {
    if (!isPeople(args.collection)) return updateOne(args);
    if (isSessionsWrite(args)) {
      const added = args.data.sessions.filter(({ createdAt }) => isOurs(createdAt));
      const work = () =>
        inTransaction(database, args.req, (req) =>
          added.length > 0 ? addSessions(args, added, req) : changeSessions(args, req),
        );
      // Inside of a transaction a conflict is its owner's: what was read before is stale, too.
      return args.req?.transactionID ? work() : retryOnConflict(work);
    }
    const written = await updateOne(args);
    // A new password ends logins. Those that remain were in the row that has been read, and are written now.
    if (args.id !== undefined && "sessions" in args.data) unsaved.set(args.id, []);
    return written;
  };

  database.findOne = (async (args) => {
    const found = await findOne<{ id: string; sessions?: Session[] }>(args);
    if (found && isPeople(args.collection) && unsaved.of(found.id).length > 0)
      found.sessions = unsaved.with(found.id, found.sessions ?? []);
    return found;
  }) as typeof findOne;

  const rollback = database.rollbackTransaction.bind(database);
  database.rollbackTransaction = async (transaction) => {
    adding.delete(await transaction);
    await rollback(transaction);
  };
  database.commitTransaction = async (transaction) => {
    const id = await transaction;
    const login = adding.get(id);
    adding.delete(id);
    try {
      await commit(id);
    } catch (error) {
      throw login && isDiskFull(error) ? repeatUnsaved(login, error) : error;
    }
  };
  return database;
}

type Request = Partial<PayloadRequest>;
type Saved = { collection: CollectionSlug; id: string; sessions: Session[] };

const CHANGED_MEANWHILE =
  "The login was not finished: the person was changed while the password was checked.";
const DISK_IS_FULL = "The login could not be saved, because the disk is full. It is tried again without.";

/**
 * Whether Payload writes back a person whom it has read, to change the sessions. It wants no answer then, unlike for a
 * change of the person, or a new password, which it reads and writes in one transaction.
 */
const isSessionsWrite = (args: UpdateOneArgs): args is SessionsWrite =>
  args.returning === false && args.id !== undefined && Array.isArray(args.data.sessions);

/** Whether the operation that writes has set this time; times that were read are texts. */
const isOurs = (time: Date | string): boolean => time instanceof Date;

const sessionsOf = (person: object): Session[] => (person as { sessions?: Session[] | null }).sessions ?? [];

/** As it comes out of a database. */
const asRead = ({ id, createdAt, expiresAt }: Session): Session => ({
  id,
  createdAt: new Date(createdAt).toISOString(),
  expiresAt: new Date(expiresAt).toISOString(),
});

/** The session as it is to remain: not, when the operation has left it out, and longer, when it says so. */
function remaining(session: Session, written: Session[]): Session[] {
  const kept = written.find(({ id }) => id === session.id);
  if (!kept) return [];
  return [isOurs(kept.expiresAt) ? { ...session, expiresAt: kept.expiresAt } : session];
}

const hasNotExpired = ({ expiresAt }: Session): boolean => new Date(expiresAt) > new Date();
