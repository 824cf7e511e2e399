/** What is found by its unit, after everything that can happen to a file. */
import { expect, it } from "vitest";
import { Memory } from "./memory.ts";

const snapshot = (path: string, unit: string) => ({ path, unit, sources: [], revision: "1", body: "{}" });
const shownIn = (memory: Memory) =>
  Object.fromEntries(
    [...memory.units()].map((unit) => [unit, [...memory.snapshotsOf(unit)].map(({ path }) => path).sort()]),
  );

it("finds the files of a unit, those that changed hands too, and none that are gone", () => {
  const memory = new Memory();
  memory.put([snapshot("a", "topics/1"), snapshot("b", "topics/1"), snapshot("c", "topics/2")]);
  expect(shownIn(memory)).toEqual({ "topics/1": ["a", "b"], "topics/2": ["c"] });

  memory.put([snapshot("b", "topics/2")]);
  expect(shownIn(memory)).toEqual({ "topics/1": ["a"], "topics/2": ["b", "c"] });

  memory.apply({ put: [snapshot("d", "topics/3")], remove: ["a", "c", "none such"] });
  expect(shownIn(memory)).toEqual({ "topics/2": ["b"], "topics/3": ["d"] });
  expect([...memory.snapshotsOf("topics/1")]).toEqual([]);
});
