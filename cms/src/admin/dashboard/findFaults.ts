/** What the publisher could not publish, and why. */
import type { PayloadRequest } from "payload";
import { FAULTS, type Fault } from "../../compile/faults.ts";
import { isCollection } from "../../documents/payload.ts";
import { type Doc, findDocs, type Item, itemOf, titleFieldOf } from "../documents.ts";
import { type Need, SHOWN } from "./needs.ts";

/** How many faults there are, the newest ones named. The collection itself is closed; their items are read as the person. */
export async function findFaults(req: PayloadRequest): Promise<Need> {
  const { docs, totalDocs } = await req.payload.find({
    collection: FAULTS,
    sort: "-createdAt",
    limit: SHOWN,
    depth: 0,
  });
  const items = await Promise.all(
    docs.map(async (fault) => ({ ...(await itemAt(req, fault)), note: fault.message })),
  );
  return { kind: "faults", total: totalDocs, items };
}

/** The document that a fault is about, or the settings. */
async function itemAt(req: PayloadRequest, { collection, document: id }: Fault): Promise<Item> {
  if (!isCollection(req.payload, collection)) {
    const href = `${req.payload.config.routes.admin}/globals/${collection}`;
    return { collection, id, title: "Settings", href };
  }
  const { docs } = await findDocs(req, collection, {
    where: { id: { equals: id } },
    select: [titleFieldOf(req, collection)],
    draft: true,
    trash: true,
  });
  return itemOf(req, collection, docs[0] ?? ({ id } satisfies Doc));
}
