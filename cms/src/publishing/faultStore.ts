/** Why something published is not on the sites, stored where the dashboard reads it. */
import type { Payload } from "payload";
import type { Logger } from "pino";
import { documentOf, FAULTS, type Fault, FaultList } from "../compile/faults.ts";

type StoredFault = Fault & { id: string };

/**
 * Keeps the stored faults equal to what the units last met. A document may be in several units: its fault goes when none
 * of them meets it any more. Faults are for editors; that they cannot be written never stops a publish.
 */
export class FaultStore {
  readonly #payload: Payload;
  readonly #log: Logger;
  readonly #byUnit = new Map<string, Fault[]>();
  /** What is stored; this server alone writes it while it publishes. */
  #stored: StoredFault[] | undefined;

  constructor(payload: Payload, log: Logger) {
    this.#payload = payload;
    this.#log = log;
  }

  /** Another server may have published in the meantime. */
  forget(): void {
    this.#byUnit.clear();
    this.#stored = undefined;
  }

  /** What compiling `unit` met. `examined` are the documents that were looked at, as `collection/id`. */
  async unitCompiled(unit: string, faults: Fault[], examined: Iterable<string>): Promise<void> {
    for (const fault of faults) this.#log.warn({ msg: "Something published was left out.", ...fault });
    const before = (this.#byUnit.get(unit) ?? []).map(documentOf);
    if (faults.length > 0) this.#byUnit.set(unit, faults);
    else this.#byUnit.delete(unit);
    await this.#write(new Set([...examined, ...before, ...faults.map(documentOf)]));
  }

  /** Documents that are in no unit have no fault. */
  async onNoPage(documents: Iterable<string>): Promise<void> {
    await this.#write(new Set(documents));
  }

  /** Every unit was compiled: what none of them met is over. */
  async reconciled(): Promise<void> {
    await this.#write(undefined);
  }

  async #write(examined: ReadonlySet<string> | undefined): Promise<void> {
    const concerns = (fault: Fault) => !examined || examined.has(documentOf(fault));
    const met = new FaultList();
    for (const fault of [...this.#byUnit.values()].flat()) if (concerns(fault)) met.add(fault);
    const wanted = new Map(met.byDocument().map((fault) => [documentOf(fault), fault]));
    const stored = this.#stored ?? (await this.#attempt(() => publishingFaults(this.#payload)));
    if (!stored) return;
    this.#stored = stored;
    for (const fault of stored.filter(concerns)) {
      if (wanted.get(documentOf(fault))?.message === fault.message) wanted.delete(documentOf(fault));
      else await this.#attempt(() => this.#remove(fault));
    }
    for (const fault of wanted.values()) await this.#attempt(() => this.#add(fault));
  }

  /** One that fails does not keep the others back; what is stored is then read again the next time. */
  async #attempt<T>(access: () => Promise<T>): Promise<T | undefined> {
    try {
      return await access();
    } catch (err) {
      this.#stored = undefined;
      this.#log.error({ err, msg: "The faults of what was published could not be kept for the dashboard." });
    }
  }

  async #remove(fault: StoredFault): Promise<void> {
    await this.#payload.db.deleteMany({ collection: FAULTS, where: { id: { equals: fault.id } } });
    this.#stored = this.#stored?.filter((each) => each !== fault);
  }

  async #add(fault: Fault): Promise<void> {
    const created = await this.#payload.create({
      collection: FAULTS,
      data: fault,
      overrideAccess: true,
    });
    this.#stored?.push({ ...fault, id: String(created.id) });
  }
}

/** Every fault that is known. */
export async function publishingFaults(payload: Payload): Promise<StoredFault[]> {
  const { docs } = await payload.find({
    collection: FAULTS,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs;
}
