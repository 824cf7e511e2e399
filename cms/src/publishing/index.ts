/** From what editors have published to the files that widgets read. */

export type { Fault } from "../compile/faults.ts";
export { publishingFaults } from "./faultStore.ts";
export { type Publisher, startPublisher } from "./publisher.ts";
export { type PublisherOptions, STEPS, type Step } from "./turn.ts";
