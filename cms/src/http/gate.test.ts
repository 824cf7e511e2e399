import { afterEach, expect, it, vi } from "vitest";
import { Gate, type Release } from "./gate.ts";

/** Enters, and says so in `order`. */
const entering = (gate: Gate, order: string[], name: string, options?: Parameters<Gate["enter"]>[0]) =>
  gate.enter(options)?.then((release) => {
    order.push(name);
    return release;
  }) as Promise<Release>;

afterEach(() => {
  vi.useRealTimers();
});

it("lets so many in at once, then each as one leaves, those in a hurry first", async () => {
  const gate = new Gate({ atOnce: 2, waiting: 10 });
  const order: string[] = [];
  const [first] = await Promise.all([entering(gate, order, "first"), entering(gate, order, "second")]);
  const patient = entering(gate, order, "patient");
  const hurried = entering(gate, order, "hurried", { hurries: true });
  await Promise.resolve();
  expect(order).toEqual(["first", "second"]);

  first?.();
  first?.();
  (await hurried)();
  await patient;

  expect(order).toEqual(["first", "second", "hurried", "patient"]);
});

it("lets nobody wait when too many do, and passes over who is gone", async () => {
  const gate = new Gate({ atOnce: 1, waiting: 2 });
  const order: string[] = [];
  const inside = await entering(gate, order, "inside");
  let isGone = false;
  void entering(gate, order, "gone", { isGone: () => isGone });
  const last = entering(gate, order, "last");

  expect(gate.enter()).toBeUndefined();
  isGone = true;
  inside();
  await last;

  expect(order).toEqual(["inside", "last"]);
});

it("makes a pause for those who are not in a hurry when it is told to", async () => {
  vi.useFakeTimers();
  const gate = new Gate({ atOnce: 1, waiting: 10 });
  const order: string[] = [];
  const first = await entering(gate, order, "first");
  const patient = entering(gate, order, "patient");
  const hurried = entering(gate, order, "hurried", { hurries: true });

  first(1500);
  (await hurried)();
  await vi.advanceTimersByTimeAsync(1499);
  expect(order).toEqual(["first", "hurried"]);
  await vi.advanceTimersByTimeAsync(1);
  (await patient)();
  (await entering(gate, order, "later"))();

  expect(order).toEqual(["first", "hurried", "patient", "later"]);
});

it("lets in next for whom nobody was let in, or longest ago, however many wait for another", async () => {
  const gate = new Gate({ atOnce: 1, waiting: 10 });
  const order: string[] = [];
  const enter = (whom: string, n: number) => entering(gate, order, `${whom} ${n}`, { for: whom });
  const inside = await enter("flood", 1);
  const waiting = [
    enter("flood", 2),
    enter("flood", 3),
    enter("owner", 1),
    enter("owner", 2),
    enter("guest", 1),
  ];
  for (const turn of waiting) void turn.then((release) => release());

  inside();
  await Promise.all(waiting);

  expect(order).toEqual(["flood 1", "owner 1", "guest 1", "flood 2", "owner 2", "flood 3"]);
});
