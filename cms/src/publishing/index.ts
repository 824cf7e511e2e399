/** From what editors have published to the files that widgets read. */

export { type Publisher, startPublisher } from "./publisher.ts";
export type { PublisherOptions, Step } from "./turn.ts";
