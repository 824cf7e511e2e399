/** The contract, version 1, as zod schemas. The CMS validates with these; widgets use only the types. */
import { z } from "zod";
import { clinicFile, siteFile } from "./clinic.ts";
import { benefitsFile, faqsFile, injuriesFile, studiesFile, timingsFile } from "./lists.ts";
import { topicFile } from "./topic.ts";

export * from "./blocks.ts";
export * from "./clinic.ts";
export * from "./common.ts";
export * from "./lists.ts";
export * from "./rich-text.ts";
export * from "./topic.ts";

/** One schema per kind of content file, keyed by the file's `kind`. */
export const schemas = {
  site: siteFile,
  clinic: clinicFile,
  topic: topicFile,
  benefits: benefitsFile,
  injuries: injuriesFile,
  timings: timingsFile,
  faqs: faqsFile,
  studies: studiesFile,
} as const;

/** Left behind by a withdrawn file in exports to static hosts: delete your copy, hide what you show. */
export const tombstone = z.object({ version: z.literal(1), gone: z.literal(true) });

/** The body of every 4xx and 5xx answer below `/embed/v1/`. */
export const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** JSON Schema (2020-12) of one kind of file, for readers in other languages. */
export const jsonSchemaOf = (kind: keyof typeof schemas): unknown =>
  z.toJSONSchema(schemas[kind], { io: "input", unrepresentable: "any", reused: "ref" });
