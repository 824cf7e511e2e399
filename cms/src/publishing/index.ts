/** From what editors have published to the files that widgets read. */
export type { Fault } from "./compiler.ts";
export { publishingFaults } from "./faults.ts";
export { createPreview } from "./preview.ts";
export { type Publisher, type PublisherOptions, STEPS, type Step, startPublisher } from "./publisher.ts";
