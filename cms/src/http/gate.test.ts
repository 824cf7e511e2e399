import { expect, it } from "vitest";
import { Gate, type Release } from "./gate.ts";

/** Enters, and says so in `order`. */
const entering = (gate: Gate, order: string[], name: string, options?: Parameters<Gate["enter"]>[0]) =>
  gate.enter(options)?.then((release) => {
    order.push(name);
    return release;
  }) as Promise<Release>;

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
