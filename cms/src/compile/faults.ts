/** What the compiler could not publish, and why: collected while it compiles, and said to editors. */

/** The collection that holds what could not be published, for the dashboard. */
export const FAULTS = "publishing-faults";

/** Why a published document, or a part of it, is not on the sites. */
export type Fault = { collection: string; document: string; message: string };

/** Says what is wrong at the field `path`; `isWhole` when readers see nothing of its document for it. */
export type ReportFault = (path: readonly PropertyKey[], reason: string, isWhole: boolean) => void;

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

/** Runs `make` for the part at `path`, which the others can do without; reports what it throws. */
export function attempt<T>(
  report: ReportFault,
  path: readonly PropertyKey[],
  make: () => T,
  isWhole = false,
): T | undefined {
  try {
    return make();
  } catch (error) {
    report(error instanceof FieldError ? [...path, error.field] : path, (error as Error).message, isWhole);
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

export const documentOf = ({ collection, document }: Fault): string => `${collection}/${document}`;

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

  #each(join: (messages: string[]) => string[]): Fault[] {
    return [...this.#messages].flatMap(([key, messages]) => {
      const [collection = "", document = ""] = key.split("/");
      return join([...messages]).map((message) => ({ collection, document, message }));
    });
  }
}
