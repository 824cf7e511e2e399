import { describe, expect, it } from "vitest";
import { Agenda } from "./agenda.ts";
import type { Row } from "./outboxRows.ts";

const row = (id: string): Row => ({ id, collection: "faqs", document: id });
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `topics/${index}`);

/** An agenda of rows by name with the units that each touches. */
function agendaOf(units: Record<string, string[]>): Agenda {
  const agenda = new Agenda();
  agenda.takeUp(Object.keys(units).map(row), ({ id }) => units[id] as string[]);
  return agenda;
}
const idsOf = (rows: Row[]) => rows.map(({ id }) => id);

describe("the agenda", () => {
  it("takes few units at a time, and those of the smallest change first", () => {
    const agenda = agendaOf({ study: many(5000), withdrawal: ["topics/a", "topics/b"] });

    const part = agenda.next(0, 5);

    expect(part).toHaveLength(5);
    expect(part.slice(0, 3)).toEqual(["topics/0", "topics/a", "topics/b"]);
  });

  it("lets the oldest change get on, however many small ones come", () => {
    const agenda = agendaOf({ study: many(5000), a: ["topics/a"], b: ["topics/b"], c: ["topics/c"] });

    expect(agenda.next(0, 3)).toContain("topics/0");
  });

  it("lets a row go with the last of its units, and not before", () => {
    const agenda = agendaOf({ both: ["topics/a", "topics/b"], one: ["topics/a"] });

    expect(idsOf(agenda.finishedBy("topics/a"))).toEqual(["one"]);
    agenda.done("topics/a");
    expect(idsOf(agenda.finishedBy("topics/b"))).toEqual(["both"]);
  });

  it("names the rows that touch nothing", () => {
    expect(idsOf(agendaOf({ unused: [], used: ["topics/a"] }).withoutUnits())).toEqual(["unused"]);
  });

  it("reconciles only while no row waits for its place", () => {
    const agenda = agendaOf({ change: ["topics/b"] });
    agenda.reconcile(["topics/x", "topics/y"]);

    expect(agenda.next(0, 2)).toEqual(["topics/b", "topics/x"]);
  });

  it("puts aside what fails, longer each time, and goes on with the rest", () => {
    const agenda = agendaOf({ change: ["topics/a", "topics/b"] });

    const first = agenda.failed("topics/a", 0);

    expect(agenda.next(0, 9)).toEqual(["topics/b"]);
    expect(agenda.next(first, 9)).toEqual(["topics/a", "topics/b"]);
    expect(agenda.failed("topics/a", first)).toBeGreaterThan(first);
    expect(idsOf(agenda.finishedBy("topics/b"))).toEqual([]);
  });

  it("tries at once what failed when a new change touches it", () => {
    const agenda = agendaOf({ old: ["topics/a"] });
    agenda.failed("topics/a", 0);

    agenda.takeUp([row("old"), row("mend")], () => ["topics/a"]);

    expect(agenda.next(0, 9)).toEqual(["topics/a"]);
  });

  it("forgets rows that another server has worked off", () => {
    const agenda = agendaOf({ gone: ["topics/a"], here: ["topics/b"] });

    agenda.takeUp([row("here")], () => []);

    expect(agenda.next(0, 9)).toEqual(["topics/b"]);
  });

  it("ends a reconciliation once, and says when it saw less than everything", () => {
    const agenda = new Agenda();
    agenda.reconcile(["topics/a", "topics/b"]);
    agenda.done("topics/a");
    expect(agenda.endReconciliation()).toBeUndefined();
    agenda.failed("topics/b", 0);

    expect(agenda.endReconciliation()).toBe("in part");
    expect(agenda.endReconciliation()).toBeUndefined();
    agenda.reconcile(["topics/a"]);
    agenda.done("topics/a");
    expect(agenda.endReconciliation()).toBe("whole");
  });
});
