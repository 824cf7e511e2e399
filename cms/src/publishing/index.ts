/** From what editors have published to the files that widgets read. */
export { type Fault, publishingFaults } from "./faults.ts";
export { createPreview } from "./preview.ts";
export { type Publisher, startPublisher } from "./publisher.ts";
export { type PublisherOptions, STEPS, type Step } from "./turn.ts";
