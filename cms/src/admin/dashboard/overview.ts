/** What the dashboard shows, read from the database as the person who looks at it. */
import { LIST_KINDS } from "@clinic-widgets/shared";
import type { CollectionSlug, PayloadRequest } from "payload";
import { personOf, type Role } from "../../access/roles.ts";
import { wasDemoRemoved } from "../../seed/remove.ts";
import { CONTENT, findDocs, hasField, isPublic } from "../documents.ts";
import { type Change, findChanges } from "./findChanges.ts";
import { findWritten } from "./findIncomplete.ts";
import { findBenefitsLeftOut, findNeeds } from "./findNeeds.ts";
import { describeTopics, findClinics, type PublicClinic, type PublicTopic } from "./findPublic.ts";
import { findPublicStudies } from "./findStudies.ts";
import type { Need } from "./needs.ts";

export type Overview = {
  role: Role | undefined;
  needs: Need[];
  changes: Change[];
  topics: PublicTopic[];
  clinics: PublicClinic[];
  /** How many documents each collection holds, drafts included. */
  totals: Record<string, number>;
  /** For administrators: how many documents came with the demo content, and whether somebody has taken it away since. */
  demo: { total: number; wasRemoved: boolean };
};

const NO_DEMO = { total: 0, wasRemoved: false };

/** Everything that the dashboard of whoever is logged in shows, as of `now`. A clinic manager's is about the own clinics. */
export async function loadOverview(req: PayloadRequest, now: Date): Promise<Overview> {
  const role = personOf(req)?.role;
  const clinics = await findClinics(req);
  if (role === "clinic-manager") {
    const changes = await findChanges(req, ["clinics"]);
    return { role, needs: [], changes, topics: [], clinics, totals: {}, demo: NO_DEMO };
  }
  const [{ docs: liveTopics }, studies, written] = await Promise.all([
    findDocs(req, "topics", {
      where: isPublic,
      select: ["title", "slug", "keyPoints", ...LIST_KINDS],
      sort: "title",
    }),
    findPublicStudies(req),
    findWritten(req),
  ]);
  const leftOut = await findBenefitsLeftOut(req, studies);
  const [needs, changes, topics, totals, demo] = await Promise.all([
    findNeeds(req, { topics: liveTopics, leftOut, studies, written }, now),
    findChanges(req, [...CONTENT, "structures", "clinics"]),
    describeTopics(req, liveTopics, leftOut, written),
    countAll(req),
    role === "administrator" ? findDemo(req) : NO_DEMO,
  ]);
  return { role, needs, changes, topics, clinics, totals, demo };
}

async function countAll(req: PayloadRequest): Promise<Record<string, number>> {
  const count = async (collection: CollectionSlug) => {
    const { total } = await findDocs(req, collection, { limit: 1, select: ["id"] });
    return [collection, total] as const;
  };
  return Object.fromEntries(await Promise.all(([...CONTENT, "clinics"] as const).map(count)));
}

async function findDemo(req: PayloadRequest): Promise<Overview["demo"]> {
  const seeded = ([...CONTENT, "structures", "clinics"] as const).filter((collection) =>
    hasField(req, collection, "demo"),
  );
  const counts = await Promise.all(
    seeded.map((collection) => req.payload.count({ collection, where: { demo: { equals: true } } })),
  );
  const total = counts.reduce((sum, { totalDocs }) => sum + totalDocs, 0);
  return { total, wasRemoved: total > 0 && (await wasDemoRemoved(req.payload)) };
}
