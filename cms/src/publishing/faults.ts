/** Why something published is not on the sites, kept where the dashboard reads it. */
import type { Payload } from "payload";
import type { Fault } from "./compiler.ts";

const COLLECTION = "publishing-faults" as "users";

/** Replaces what was known of the documents in `examined` (as `collection/id`) by `faults`. */
export async function replaceFaults(
  payload: Payload,
  examined: ReadonlySet<string>,
  faults: readonly Fault[],
): Promise<void> {
  const known = await publishingFaults(payload);
  const keyOf = (fault: Fault) => `${fault.collection}/${fault.document}`;
  const wanted = new Map(faults.map((fault) => [keyOf(fault), fault]));
  for (const fault of known) {
    const still = wanted.get(keyOf(fault));
    if (still?.message === fault.message) wanted.delete(keyOf(fault));
    else if (still || examined.has(keyOf(fault)))
      await payload.delete({ collection: COLLECTION, id: fault.id, overrideAccess: true });
  }
  for (const fault of wanted.values())
    await payload.create({ collection: COLLECTION, data: fault as never, overrideAccess: true });
}

/** Every fault that is known. */
export async function publishingFaults(payload: Payload): Promise<(Fault & { id: string })[]> {
  const { docs } = await payload.find({
    collection: COLLECTION,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs as unknown as (Fault & { id: string })[];
}
