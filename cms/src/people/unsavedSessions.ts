/**
 * Sessions that the database could not take, because its disk is full. They end with the server: until then whoever may
 * log in can read, and see what takes up the room.
 */
export type Session = { id: string; createdAt: Date | string; expiresAt: Date | string };

/** How long it is not tried again to write a session, after the disk was full. */
const FULL_FOR_MS = 10_000;

export class UnsavedSessions {
  readonly #byPerson = new Map<unknown, Session[]>();
  #fullUntil = 0;

  /** Remembers that the disk is full. */
  noteFullDisk(): void {
    this.#fullUntil = Date.now() + FULL_FOR_MS;
  }

  get isDiskFull(): boolean {
    return Date.now() < this.#fullUntil;
  }

  of(person: unknown): Session[] {
    return this.#byPerson.get(person) ?? [];
  }

  /** Replaces those of `person`. */
  set(person: unknown, sessions: Session[]): void {
    if (sessions.length > 0) this.#byPerson.set(person, sessions);
    else this.#byPerson.delete(person);
  }

  /** All of a person's, those `saved` ones first, each once. */
  with(person: unknown, saved: Session[]): Session[] {
    const ids = new Set(saved.map(({ id }) => id));
    return [...saved, ...this.of(person).filter(({ id }) => !ids.has(id))];
  }
}
