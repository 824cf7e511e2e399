/** From what editors have published to the files that widgets read. */

export { createPreview } from "../preview/preview.ts";
export { type Fault, publishingFaults } from "./faults.ts";
export { type Publisher, startPublisher } from "./publisher.ts";
export { type PublisherOptions, STEPS, type Step } from "./turn.ts";
