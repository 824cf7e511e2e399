/**
 * A libsql client with two persistent connections: one that reads what is committed, and one that writes.
 * The client that Payload opens by itself makes a connection per transaction and leaves closing it to the garbage
 * collector, and lets transactions run into each other (SQLITE_BUSY).
 */
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import {
  type Client,
  createClient,
  type InStatement,
  type Replicated,
  type ResultSet,
  Sqlite3Transaction,
  type Transaction,
} from "@libsql/client/sqlite3";
import Database from "libsql";
import { DatabaseBusyError, WriteQueue } from "./writeQueue.ts";

/** How long another process (a backup, a migration) may hold the file before a write gives up. */
const FOREIGN_LOCK_MS = 5000;
const FOREIGN_LOCK_PAUSE_MS = 25;

const JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024;

/** The client for `file`, which is made if it is missing. Whoever waits longer than `waitMs` for a turn to write is refused. */
export class SqliteClient implements Client {
  readonly protocol = "file";
  closed = false;
  readonly #writer: Database.Database;
  readonly #reader: Client;
  readonly #queue: WriteQueue;
  readonly #foreignLockMs: number;

  constructor(file: string, waitMs: number) {
    this.#queue = new WriteQueue(waitMs);
    this.#foreignLockMs = Math.min(FOREIGN_LOCK_MS, waitMs);
    this.#writer = new Database(file);
    this.#writer.exec(`PRAGMA busy_timeout = ${FOREIGN_LOCK_MS}`);
    // With a write-ahead log readers see the last commit and wait for nobody.
    this.#writer.exec("PRAGMA journal_mode = WAL");
    this.#writer.exec(`PRAGMA journal_size_limit = ${JOURNAL_LIMIT_BYTES}`);
    // FULL: each commit is on the disk before it is confirmed. NORMAL would survive a killed process, but lose the
    // last commits when the power fails. Editors save rarely; the few milliseconds are worth it.
    this.#writer.exec("PRAGMA synchronous = FULL");
    // From here on `#begin` waits: SQLite itself would stop the whole process for as long, delivery included.
    this.#writer.exec("PRAGMA busy_timeout = 0");
    this.#reader = createClient({ url: pathToFileURL(file).href });
  }

  /** Prepares the reading connection. To be called once, before anything is read. */
  async open(): Promise<void> {
    await this.#reader.execute(`PRAGMA busy_timeout = ${FOREIGN_LOCK_MS}`);
    await this.#reader.execute("PRAGMA query_only = ON");
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    const sql = typeof statement === "string" ? statement : statement.sql;
    if (/^\s*select\b/i.test(sql)) return this.#reader.execute(statement);
    return this.#inTransaction((transaction) => transaction.execute(statement));
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#inTransaction((transaction) => transaction.batch(statements));
  }

  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    return this.withoutForeignKeys(() => this.batch(statements));
  }

  async executeMultiple(sql: string): Promise<void> {
    return this.#inTransaction((transaction) => transaction.executeMultiple(sql));
  }

  /** Waits for a turn and begins. The turn lasts until the transaction is committed or rolled back. */
  async transaction(): Promise<Transaction> {
    const endTurn = await this.#queue.take();
    try {
      await this.#begin();
    } catch (error) {
      endTurn();
      throw error;
    }
    return new WriteTransaction(this.#writer, endTurn);
  }

  /** Takes the file's one lock for writers, which another process may hold. */
  async #begin(): Promise<void> {
    const giveUpAt = Date.now() + this.#foreignLockMs;
    for (;;) {
      try {
        this.#writer.exec("BEGIN IMMEDIATE");
        return;
      } catch (error) {
        if (!String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY")) throw error;
        if (Date.now() > giveUpAt) throw new DatabaseBusyError(this.#foreignLockMs / 1000);
      }
      await pause(FOREIGN_LOCK_PAUSE_MS);
    }
  }

  /**
   * Runs `work` with foreign keys unchecked. A migration that rebuilds a table drops the old one, and SQLite would
   * delete every row that refers to it. The setting cannot change inside of a transaction.
   */
  async withoutForeignKeys<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#writer.exec("PRAGMA foreign_keys = OFF");
    try {
      return await work();
    } finally {
      this.#writer.exec("PRAGMA foreign_keys = ON");
    }
  }

  async sync(): Promise<Replicated> {
    throw new Error("An embedded database has no remote copy to synchronize with.");
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#reader.close();
    try {
      this.#writer.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch {
      // A full disk, perhaps. The log stays beside the file, and the next start reads both.
    }
    this.#writer.close();
  }

  async #inTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const transaction = await this.transaction();
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } finally {
      transaction.close();
    }
  }
}

/** A transaction on the persistent writer connection. Once over, it refuses: the connection may be in the next one by then. */
class WriteTransaction implements Transaction {
  closed = false;
  readonly #database: Database.Database;
  readonly #statements: Sqlite3Transaction;
  readonly #endTurn: () => void;

  constructor(database: Database.Database, endTurn: () => void) {
    this.#database = database;
    this.#statements = new Sqlite3Transaction(database, "number");
    this.#endTurn = endTurn;
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    this.#check();
    return this.#statements.execute(statement);
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    this.#check();
    return this.#statements.batch(statements);
  }

  async executeMultiple(sql: string): Promise<void> {
    this.#check();
    return this.#statements.executeMultiple(sql);
  }

  async commit(): Promise<void> {
    this.#check();
    try {
      await this.#statements.commit();
    } finally {
      this.close();
    }
  }

  async rollback(): Promise<void> {
    this.close();
  }

  /** Ends the transaction. What is not committed by now is undone. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    try {
      // After some errors (a full disk) SQLite has rolled back by itself.
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
    } finally {
      this.#endTurn();
    }
  }

  #check(): void {
    if (this.closed)
      throw new Error(
        "This write came after its transaction had ended. Await every write before the operation returns.",
      );
  }
}
