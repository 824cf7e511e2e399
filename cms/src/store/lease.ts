/**
 * Which of several servers publishes. Time is the database's alone: the clocks of two machines are never compared.
 * Kept by a timer while a turn takes long; a server that dies holds the next one up for the length of its lease.
 */
import { randomUUID } from "node:crypto";
import type { ClientSession, Collection } from "mongodb";
import { LeaseLostError } from "./types.ts";

/** How long a server that dies holds the next one up. */
export const LEASE_MS = 10_000;
const DUPLICATE_KEY = 11_000;

export type LeaseRow = { _id: "lease"; holder: string; expiresAt: Date };

export class Lease {
  readonly #leases: Collection<LeaseRow>;
  readonly #holder = randomUUID();
  readonly #leaseMs: number;
  readonly #later: object;
  #renewal: NodeJS.Timeout | undefined;

  constructor(leases: Collection<LeaseRow>, leaseMs: number) {
    this.#leases = leases;
    this.#leaseMs = leaseMs;
    this.#later = { $add: ["$$NOW", leaseMs] };
  }

  /** Takes the lease, unless another server has it. */
  async take(): Promise<boolean> {
    const mine = {
      $or: [{ $eq: ["$holder", this.#holder] }, { $lte: ["$expiresAt", "$$NOW"] }],
    };
    try {
      const row = await this.#leases.findOneAndUpdate(
        { _id: "lease" },
        // In one step, so that of two servers that find it free one gets it. A missing date counts as over.
        [
          {
            $set: {
              holder: { $cond: [mine, this.#holder, "$holder"] },
              expiresAt: { $cond: [mine, this.#later, "$expiresAt"] },
            },
          },
        ],
        { upsert: true, returnDocument: "after" },
      );
      const taken = row?.holder === this.#holder;
      if (taken) this.#keep();
      else this.#drop();
      return taken;
    } catch (error) {
      // Two servers made the row at once, and this one was second.
      if ((error as { code?: number }).code === DUPLICATE_KEY) return false;
      throw error;
    }
  }

  /** Makes the transaction of `session` fail if another server took over; none can before it ends. */
  async fence(session: ClientSession): Promise<void> {
    const { matchedCount } = await this.#leases.updateOne(
      this.#own(),
      [{ $set: { expiresAt: this.#later } }],
      {
        session,
      },
    );
    if (matchedCount === 1) return;
    this.#drop();
    throw new LeaseLostError("Another server publishes now; what this one was writing is left to it.");
  }

  /** Lets the next server publish at once. */
  async release(): Promise<void> {
    if (!this.#renewal) return;
    this.#drop();
    await this.#leases.deleteOne(this.#own());
  }

  #own = () => ({ _id: "lease" as const, holder: this.#holder });

  #keep(): void {
    this.#renewal ??= setInterval(() => {
      // If this fails the lease may end; the fence will notice.
      this.#leases.updateOne(this.#own(), [{ $set: { expiresAt: this.#later } }]).catch(() => {});
    }, this.#leaseMs / 3).unref();
  }

  #drop(): void {
    clearInterval(this.#renewal);
    this.#renewal = undefined;
  }
}
