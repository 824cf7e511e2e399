/** The demo content as files of the contract, for tests in Node. */
import { readFileSync } from "node:fs";
import type { ContentFiles, Kind } from "@clinic-widgets/shared";

const BASE = new URL("../fixtures/", import.meta.url);

const PATHS: Record<Kind, string> = {
  site: "site.json",
  clinic: "clinics/riverside.json",
  topic: "topics/dry-needling-for-runners.json",
  benefits: "topics/dry-needling-for-runners/benefits.json",
  injuries: "topics/dry-needling-for-runners/injuries.json",
  timings: "topics/dry-needling-for-runners/timings.json",
  faqs: "topics/dry-needling-for-runners/faqs.json",
  studies: "topics/dry-needling-for-runners/studies.json",
};

export const KINDS = Object.keys(PATHS) as Kind[];

export const fixtureFile = <K extends Kind>(kind: K, locale = "en"): ContentFiles[K] =>
  JSON.parse(readFileSync(new URL(`${locale}/${PATHS[kind]}`, BASE), "utf8"));

export const fixtureFiles = (locale = "en"): ContentFiles =>
  Object.fromEntries(KINDS.map((kind) => [kind, fixtureFile(kind, locale)])) as ContentFiles;
