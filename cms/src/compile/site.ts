/** The settings -> what holds without a clinic, in every language. */
import { contentPath, directionOf } from "@clinic-widgets/shared";
import { localeLabel } from "../config/localization.ts";
import { disclaimerOf } from "./disclaimer.ts";
import { FaultList, faultSentence, type ReportFault } from "./faults.ts";
import { pruneFile } from "./pruneToSchema.ts";
import { readSettings } from "./read.ts";
import { SETTINGS } from "./settingsParts.ts";
import type { Compiled, CompileOptions } from "./snapshot.ts";
import { type FileContent, omitEmpty } from "./unchecked.ts";

export async function compileSite({ payload, locales }: CompileOptions): Promise<Compiled> {
  const settings = await readSettings(payload);
  const defaultLocale = locales[0] as string;
  const faults = new FaultList();
  const report: ReportFault = (path, reason, isWhole) =>
    faults.add({
      collection: "settings",
      document: "settings",
      message: faultSentence(path, reason, isWhole),
    });
  const files = locales.flatMap((locale) => {
    const { text, lang } = disclaimerOf([settings.disclaimer], { locale, defaultLocale, report });
    const data = omitEmpty<FileContent<"site">>({
      kind: "site",
      locale,
      lang,
      disclaimer: text,
      locales: locales.map((code) => ({ code, label: localeLabel(code), direction: directionOf(code) })),
    });
    const file = pruneFile("site", data, report);
    return file ? [{ path: contentPath({ kind: "site", locale }), data: file }] : [];
  });
  return { unit: "site/site", sources: [SETTINGS], files, faults: faults.all() };
}
