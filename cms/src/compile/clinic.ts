/** A clinic -> its file in every language. */
import { contentPath } from "@clinic-widgets/shared";
import * as contract from "@clinic-widgets/shared/schemas";
import { localizeOrFallback } from "../documents/localize.ts";
import { clinicFileData } from "./clinicFile.ts";
import { disclaimerOf } from "./disclaimer.ts";
import { attempt, FaultList, faultSentence, type ReportFault } from "./faults.ts";
import { formerSlugsOf } from "./formerSlugs.ts";
import { partSource } from "./parts.ts";
import { pruneFile } from "./pruneToSchema.ts";
import { fieldsOf, readByIds, readSettings } from "./read.ts";
import { idsOf } from "./rows.ts";
import { emergencyNumberOf, placeOf, settingsOfClinic } from "./settingsParts.ts";
import type { Compiled, CompileOptions } from "./snapshot.ts";
import { specialDaysOf } from "./specialDays.ts";

/** Compiles the clinic with this id. */
export async function compileClinic(
  id: string,
  { payload, locales, draft = false }: CompileOptions,
): Promise<Compiled> {
  const read = { payload, draft };
  const unit = `clinics/${id}`;
  const clinic = (await readByIds(read, "clinics", [id])).get(id);
  if (!clinic) return { unit, sources: [unit], files: [], faults: [] };

  const faults = new FaultList();
  const report: ReportFault = (path, reason, isWhole) =>
    faults.add({ collection: "clinics", document: id, message: faultSentence(path, reason, isWhole) });
  const topicIds = idsOf(clinic.topics);
  const [topics, settings] = await Promise.all([readByIds(read, "topics", topicIds), readSettings(payload)]);
  const defaultLocale = locales[0] as string;
  // Disclaimer and names of days are chosen by themselves: one in Spanish alone leaves the rest of the clinic as it is.
  const fields = fieldsOf(payload, "clinics").filter(
    (field) => field.name !== "disclaimer" && field.name !== "specialDays",
  );
  const slug = String(clinic.slug);
  const place = placeOf(clinic);
  const today = new Date().toISOString().slice(0, 10);
  const files = locales.flatMap((locale) => {
    const localized = attempt(
      report,
      [],
      () => localizeOrFallback(fields, clinic, locale, defaultLocale),
      true,
    );
    const data =
      localized &&
      clinicFileData(
        localized,
        {
          disclaimer: disclaimerOf([clinic.disclaimer, settings.disclaimer], {
            locale,
            defaultLocale,
            report,
          }),
          emergencyNumber: emergencyNumberOf(settings, place.country),
          specialDays: attempt(report, ["specialDays"], () =>
            specialDaysOf(clinic, settings, { locale, defaultLocale, today }),
          ),
          topics: topicIds.flatMap((each) => publicSlug(topics.get(each)?.slug)),
        },
        report,
      );
    const file = data && pruneFile("clinic", { kind: "clinic", locale, clinic: slug, ...data }, report);
    const addresses = file ? [slug, ...formerSlugsOf(clinic)] : [];
    return addresses.flatMap((address) =>
      file ? [{ path: contentPath({ kind: "clinic", locale, clinic: address }), data: file }] : [],
    );
  });
  const sources = [
    unit,
    ...settingsOfClinic(settings, place),
    ...topicIds.map((each) => slugSource(each, topics.get(each)?.slug)),
  ];
  return { unit, sources, files, faults: faults.all() };
}

/** A topic without a slug that holds has no files. */
const publicSlug = (slug: unknown): string[] => {
  const parsed = contract.slug.safeParse(slug);
  return parsed.success ? [parsed.data] : [];
};

/** A clinic's files say of its topics what they are called, and nothing else. */
const slugSource = (topic: string, slug: unknown): string => partSource(`topics/${topic}`, "slug", slug);
