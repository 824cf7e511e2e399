/**
 * "Copy this text to another language": the words of one language become a draft in another, for somebody to translate.
 * Payload's own copy hands on the status that it read, and so publishes the copy of a public text
 * (`utilities/copyDataFromLocale.js` of @payloadcms/ui 3.90.2); it also matches rows by their position.
 */
import { APIError, type CollectionSlug, type PayloadRequest } from "payload";
import { z } from "zod";
import { localeLabel } from "../../config/localization.ts";
import { type Data, map } from "../../documents/fields.ts";
import { nestedRequest } from "../../documents/nestedRequest.ts";
import { hasDrafts, isCollection, uncheckedData, valuesOf } from "../../documents/payload.ts";
import { haveSameContent } from "../../documents/sameContent.ts";
import { isEmpty } from "../../documents/texts.ts";

/** What the admin sends, in Payload's words. The settings come without a collection. */
const COPY = z.object({
  collectionSlug: z.string().optional(),
  docID: z.union([z.string(), z.number()]).optional(),
  fromLocale: z.string(),
  toLocale: z.string(),
  overrideData: z.boolean().optional(),
});

/** Copies the texts of a document into another language, as a draft, in the name of whoever asks. Answers with the document. */
export async function copyTexts(req: PayloadRequest, asked: unknown): Promise<Data> {
  const parsed = COPY.safeParse(asked);
  if (!parsed.success)
    throw refusal("Nothing was copied: say which document, from which language, to which.");
  const { collectionSlug = "", docID: id, fromLocale: from, toLocale: to, overrideData } = parsed.data;
  const locales = localesOf(req);
  const unknown = [from, to].find((locale) => !locales.includes(locale));
  if (unknown !== undefined)
    throw refusal(
      `Nothing was copied: there is no content in the language "${unknown}". There is: ${locales.join(", ")}.`,
    );
  if (from === to) throw refusal("Nothing was copied: choose another language than the one to copy from.");
  if (!isCollection(req.payload, collectionSlug) || !hasDrafts(req.payload, collectionSlug))
    throw refusal(
      `Nothing was copied: there are no drafts here, and the copy would be on all sites at once. Switch to ${localeLabel(to)}, write the text there and save it.`,
    );
  if (id === undefined) throw refusal("Nothing was copied: save the document first, then copy it.");

  const document = { collection: collectionSlug, id };
  const [source, target] = [await readDraft(req, document, from), await readDraft(req, document, to)];
  const { flattenedFields } = req.payload.collections[collectionSlug].config;
  const copied = map(
    flattenedFields,
    target,
    ({ field, value, other, isLocalized }, inside) => {
      if (!isLocalized) return inside();
      const text = other?.[field.name];
      return !isEmpty(text) && (overrideData || isEmpty(value)) ? text : value;
    },
    source,
  );
  const changes = Object.entries(copied).filter(
    ([name, value]) => !haveSameContent({ value }, { value: target[name] }),
  );
  if (changes.length === 0) return target;
  const draft = await req.payload.update({
    ...document,
    locale: to,
    fallbackLocale: false,
    depth: 0,
    // The status is said, because that of a public document would publish it.
    data: uncheckedData({ ...Object.fromEntries(changes), _status: "draft" }),
    draft: true,
    overrideAccess: false,
    overrideLock: false,
    req: nestedRequest(req),
  });
  return valuesOf(draft);
}

/** The newest version in `locale`, as the person who asks may read it. */
async function readDraft(
  req: PayloadRequest,
  document: { collection: CollectionSlug; id: string | number },
  locale: string,
): Promise<Data> {
  const doc = await req.payload.findByID({
    ...document,
    locale,
    fallbackLocale: false,
    draft: true,
    depth: 0,
    overrideAccess: false,
    req: nestedRequest(req),
  });
  return valuesOf(doc);
}

const localesOf = ({ payload }: PayloadRequest): string[] =>
  payload.config.localization ? payload.config.localization.localeCodes : [];

const refusal = (sentence: string) => new APIError(sentence, 400, undefined, true);
