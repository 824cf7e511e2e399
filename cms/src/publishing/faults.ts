/** Why something published is not on the sites, kept where the dashboard reads it. */
import type { Payload } from "payload";
import type { Logger } from "pino";

const COLLECTION = "publishing-faults" as "users";

/** Why a published document, or a part of it, is not on the sites. */
export type Fault = { collection: string; document: string; message: string };
type KeptFault = Fault & { id: string };

/** Says what is wrong at the field `path`; `isWhole` when readers see nothing of its document for it. */
export type Tell = (path: readonly PropertyKey[], reason: string, isWhole: boolean) => void;

/** What a function of the compiler met in one field of a document. */
export class FieldError extends Error {
  override name = "FieldError";
  readonly field: string;
  constructor(field: string, cause: unknown) {
    super((cause as Error).message, { cause });
    this.field = field;
  }
}

/** Runs `make`, and gives what it throws the name of the field that it reads. */
export function inField<T>(field: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof FieldError ? error : new FieldError(field, error);
  }
}

/** Runs `make` for the part at `path`, which the others can do without; tells what it throws. */
export function part<T>(
  tell: Tell,
  path: readonly PropertyKey[],
  make: () => T,
  isWhole = false,
): T | undefined {
  try {
    return make();
  } catch (error) {
    tell(error instanceof FieldError ? [...path, error.field] : path, (error as Error).message, isWhole);
    return undefined;
  }
}

/** What an editor reads. Rows are counted from one, as the admin counts them: "bookingLinks > 2 > url". */
export function faultSentence(path: readonly PropertyKey[], reason: string, isWhole: boolean): string {
  const field = path.map((key) => (typeof key === "number" ? key + 1 : String(key))).join(" > ");
  const what = field ? `The field "${field}"` : "It";
  const left = isWhole ? "is left out" : "is shown without it";
  return `${what} is not as readers need it (${reason}), and so this ${left}. Open the document, mend the field, and publish it again.`;
}

/** A stored text has no room for more (`checkShape`), and nobody reads so many at once. */
const MAX_MESSAGE = 1_900;

/** The sentences in a row, as many as there is room for, and how many more there are. */
export function joinedSentences(sentences: readonly string[]): string {
  let text = "";
  for (const [index, sentence] of sentences.entries()) {
    const longer = text ? `${text} ${sentence}` : sentence;
    if (longer.length > MAX_MESSAGE)
      return text
        ? `${text} And ${sentences.length - index} more.`
        : joinedSentences([`${sentence.slice(0, MAX_MESSAGE - 1)}…`, ...sentences.slice(1)]);
    text = longer;
  }
  return text;
}

const documentOf = ({ collection, document }: Fault): string => `${collection}/${document}`;

/** The faults met while compiling, each sentence about a document once. */
export class FaultList {
  readonly #messages = new Map<string, Set<string>>();

  add(fault: Fault): void {
    const key = documentOf(fault);
    this.#messages.set(key, (this.#messages.get(key) ?? new Set()).add(fault.message));
  }

  all(): Fault[] {
    return this.#each((messages) => messages);
  }

  /** One fault for each document, which says all that is wrong with it, or as much as there is room for. */
  byDocument(): Fault[] {
    return this.#each((messages) => [joinedSentences(messages)]);
  }

  #each(told: (messages: string[]) => string[]): Fault[] {
    return [...this.#messages].flatMap(([key, messages]) => {
      const [collection = "", document = ""] = key.split("/");
      return told([...messages]).map((message) => ({ collection, document, message }));
    });
  }
}

/**
 * Keeps the stored faults equal to what the units last met. A document may be in several units: its fault goes when none
 * of them meets it any more. Faults are for editors; that they cannot be written never stops a publish.
 */
export class FaultBook {
  readonly #payload: Payload;
  readonly #log: Logger;
  readonly #byUnit = new Map<string, Fault[]>();
  /** What is stored; this server alone writes it while it publishes. */
  #kept: KeptFault[] | undefined;

  constructor(payload: Payload, log: Logger) {
    this.#payload = payload;
    this.#log = log;
  }

  /** Another server may have published in the meantime. */
  forget(): void {
    this.#byUnit.clear();
    this.#kept = undefined;
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
    const stored = this.#kept ?? (await this.#attempt(() => publishingFaults(this.#payload)));
    if (!stored) return;
    this.#kept = stored;
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
      this.#kept = undefined;
      this.#log.error({ err, msg: "The faults of what was published could not be kept for the dashboard." });
    }
  }

  async #remove(fault: KeptFault): Promise<void> {
    await this.#payload.db.deleteMany({ collection: COLLECTION, where: { id: { equals: fault.id } } });
    this.#kept = this.#kept?.filter((each) => each !== fault);
  }

  async #add(fault: Fault): Promise<void> {
    const kept = await this.#payload.create({
      collection: COLLECTION,
      data: fault as never,
      overrideAccess: true,
    });
    this.#kept?.push({ ...fault, id: String(kept.id) });
  }
}

/** Every fault that is known. */
export async function publishingFaults(payload: Payload): Promise<KeptFault[]> {
  const { docs } = await payload.find({
    collection: COLLECTION,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs as unknown as KeptFault[];
}
