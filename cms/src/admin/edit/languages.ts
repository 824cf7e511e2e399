/** How each language of a document stands: what readers get in it, and what waits. */
import type { FlattenedField, PayloadRequest } from "payload";
import { type Data, isData, visit } from "../../documents/fields.ts";
import { isBlank } from "../../documents/texts.ts";
import { type ContentSlug, configOf, languagesOf, titleFieldOf } from "../documents.ts";
import type { LanguageStanding, LanguagesAnswer } from "./languageWords.ts";

/** The languages of the document `id`, in the order of the settings. */
export async function findLanguages(
  req: PayloadRequest,
  collection: ContentSlug,
  id: string,
): Promise<LanguagesAnswer> {
  const read = (draft: boolean): Promise<Data | null> =>
    req.payload.findByID({
      collection,
      id,
      draft,
      depth: 0,
      locale: "all",
      trash: true,
      disableErrors: true,
      overrideAccess: true,
    }) as Promise<Data | null>;
  const [live, latest] = [await read(false), await read(true)];
  const { flattenedFields } = configOf(req, collection);
  const title = titleFieldOf(req, collection);
  return languagesOf(req).map(({ code, label }) => ({
    code,
    label,
    standing: languageStanding(flattenedFields, title, code, {
      live: live?._status === "published" ? live : undefined,
      latest: latest ?? {},
    }),
  }));
}

/** From the documents in all languages: what readers get, if they get any, and the newest version. */
function languageStanding(
  fields: FlattenedField[],
  title: string,
  locale: string,
  { live, latest }: { live: Data | undefined; latest: Data },
): LanguageStanding {
  if (!live || isBlank(inLanguage(live[title], locale)))
    return Object.keys(textsIn(fields, locale, latest)).length > 0 ? "waiting" : "unwritten";
  const [before, after] = [textsIn(fields, locale, live), textsIn(fields, locale, latest)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => before[name] === after[name]) ? "public" : "changed";
}

const inLanguage = (value: unknown, locale: string): unknown => (isData(value) ? value[locale] : undefined);

/** The texts in one language. They are named by their row, whose place all languages share. */
function textsIn(fields: FlattenedField[], locale: string, doc: Data): Record<string, string> {
  const texts: Record<string, string> = {};
  visit(fields, doc, ({ data, field, isLocalized, value }, inside) => {
    const text = inLanguage(value, locale);
    if (isLocalized && !isBlank(text)) texts[`${data.id ?? ""} ${field.name}`] = JSON.stringify(text);
    if (!isLocalized) inside();
  });
  return texts;
}
