/**
 * What is published must hold to the contract: an editor gets a fault here, at its field, instead of finding an item
 * missing from the page later. The fields' own validators run first and say more; this catches what they miss.
 */
import * as contract from "@clinic-widgets/shared/schemas";
import {
  type CollectionAfterChangeHook,
  type FlattenedField,
  ValidationError,
  type ValidationFieldError,
} from "payload";
import type { z } from "zod";
import { bodyBlock } from "../compile/blocks.ts";
import { clinicFileData } from "../compile/clinicFile.ts";
import {
  benefitItem,
  type CompileContext,
  faqItem,
  injuryItem,
  studyItem,
  timingItem,
  topicPage,
} from "../compile/contract.ts";
import type { ReportFault } from "../compile/faults.ts";
import { richTextOf } from "../compile/richText.ts";
import { fieldsIn, hasRows, isGroup } from "../documents/containers.ts";
import type { Localized } from "../documents/types.ts";

/** Checked as a document in the language that is saved. */
type Check<Slug extends PublicSlug> = {
  item: (doc: Localized<Slug>, context: CompileContext, report: ReportFault) => unknown;
  schema: z.ZodType;
};
type PublicSlug =
  | "topics"
  | "benefits"
  | "injuries"
  | "timings"
  | "faqs"
  | "studies"
  | "structures"
  | "clinics";

/** Set when the file is written, not by the document. */
const ENVELOPE = { version: true, kind: true, locale: true, revision: true, publishedAt: true } as const;
const topicSchema = contract.topicFile.omit({ ...ENVELOPE, topic: true });
const clinicSchema = contract.clinicFile.omit({ ...ENVELOPE, clinic: true });

const CHECKS: { [Slug in PublicSlug]: Check<Slug> } = {
  topics: {
    item: (topic, context, report) => topicPage(topic, (topic.body ?? []).map(bodyBlock), context, report),
    schema: topicSchema,
  },
  benefits: { item: benefitItem, schema: contract.benefit },
  injuries: { item: injuryItem, schema: contract.injury },
  timings: { item: timingItem, schema: contract.timing },
  faqs: { item: faqItem, schema: contract.faq },
  studies: {
    item: (study, _, report) => studyItem(study, { citationStyle: "vancouver", locale: "en" }, report),
    schema: contract.study,
  },
  structures: {
    item: ({ slug, name }) => ({ slug, name }),
    schema: contract.injury.shape.structures.element,
  },
  clinics: {
    item: (clinic, _, report) =>
      clinicFileData(
        clinic,
        {
          disclaimer: { text: richTextOf(clinic.disclaimer) },
          emergencyNumber: undefined,
          specialDays: undefined,
          topics: [],
        },
        report,
      ),
    schema: clinicSchema,
  },
};

/** Related documents are not checked here: every id finds one that is current. */
class AnyDocument<Doc> extends Map<string, Doc> {
  readonly #make: (id: string) => Doc;
  constructor(make: (id: string) => Doc) {
    super();
    this.#make = make;
  }
  override has = () => true;
  override get(id: string): Doc {
    const doc = this.#make(id);
    this.set(id, doc);
    return doc;
  }
}
const named = (id: string) => ({ id, slug: "related", name: "Related" });
const study = (id: string): Localized<"studies"> => ({
  id,
  slug: "related",
  title: "Related",
  issued: "2000",
  status: "current",
});

/** Runs after the change, when all fields have been validated, and before the commit: throwing rolls it back. */
export const checkContract: CollectionAfterChangeHook = ({ collection, data, req }) => {
  const isPublic = collection.versions?.drafts ? data._status === "published" : true;
  if (!isPublic || data.deletedAt || req.locale === "all") return;
  const errors = contractFaults(collection.slug, collection.flattenedFields, data);
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req }, req.t);
};

const isPublicSlug = (slug: string): slug is PublicSlug => Object.hasOwn(CHECKS, slug);

/** What is saved is taken for a document of its collection; whether its fields hold what they should is what is found out. */
const itemOf = <Slug extends PublicSlug>(
  collection: Slug,
  doc: object,
  context: CompileContext,
  report: ReportFault,
): unknown => CHECKS[collection].item(doc as Localized<Slug>, context, report);

/** A sentence for each field whose value the contract refuses. */
export function contractFaults(
  collection: string,
  fields: FlattenedField[],
  doc: object,
): ValidationFieldError[] {
  if (!isPublicSlug(collection)) return [];
  const context: CompileContext = {
    locale: "en",
    studies: new AnyDocument(study),
    letters: new Map(),
    injuries: new AnyDocument(named),
    structures: new AnyDocument(named),
  };
  const issues: { path: readonly PropertyKey[]; message: string }[] = [];
  const item = itemOf(collection, doc, context, (path, message) => issues.push({ path, message }));
  issues.push(...(CHECKS[collection].schema.safeParse(item).error?.issues ?? []));
  const faults = issues.map((issue) => {
    const { path, label } = fieldAt(fields, issue.path.map(String));
    return {
      path,
      label,
      message: `Readers cannot be sent this: ${issue.message} Mend it here, then publish again.`,
    };
  });
  return [...new Map(faults.map((fault) => [fault.path, fault])).values()];
}

/** Fields that have another name in the contract than in the form. */
const OTHER_NAMES: Record<string, string> = { slug: "sectionSlug", block: "blockType" };

/** The field at a path of the contract, or the last field on that path which the form has. */
function fieldAt(fields: FlattenedField[], path: string[], prefix = ""): { path: string; label: string } {
  const [name = "", ...rest] = path;
  const field =
    fields.find((each) => each.name === name) ?? fields.find((each) => each.name === OTHER_NAMES[name]);
  if (!field) return { path: prefix.replace(/\.$/, ""), label: name };
  const here = {
    path: `${prefix}${field.name}`,
    label: String(("label" in field && field.label) || field.name),
  };
  // After a list the path has the index of a row.
  const inner = hasRows(field) ? rest.slice(1) : isGroup(field) ? rest : [];
  const start = hasRows(field) ? `${here.path}.${rest[0]}.` : `${here.path}.`;
  return inner.length > 0 ? fieldAt(fieldsIn(field), inner, start) : here;
}
