/** Content of which a part fell back to English, as the CMS publishes it; every text ends with its language in brackets. */
import type { Kind } from "@clinic-widgets/shared";
import type { Cms } from "./cms.ts";
import { withBehind } from "./placeholders.ts";

export type Part = "topic" | "clinic" | "items";
type Data = Record<string, unknown>;

/** Makes `cms` answer in `locale` with the Spanish fixtures, and with the English ones for `parts`. */
export async function translatePartly(cms: Cms, kinds: Kind[], locale: string, parts: Part[]): Promise<void> {
  for (const kind of kinds) {
    const own: Data = { ...withBehind(await cms.content<Data>(kind, "es"), ` [${locale}]`), locale };
    const english: Data = withBehind(await cms.content<Data>(kind, "en"), " [en]");
    if (kind === "studies")
      for (const file of [own, english]) file.items = inTheirLanguages(file.items, english.items);
    await cms.answer(kind, { body: fileOf(own, english, parts) }, locale);
  }
}

/** References are in the language of their paper, on every page. */
const inTheirLanguages = (own: unknown, english: unknown): Data[] =>
  (own as Data[]).map((study, index) => ({
    ...study,
    language: "en",
    citation: ((english as Data[])[index] as Data).citation,
  }));

function fileOf(own: Data, english: Data, parts: Part[]): Data {
  const { kind, locale } = own;
  const has = (part: Part) => parts.includes(part);
  if (kind === "clinic") return has("clinic") ? { ...fellBack(own, english), locale } : own;
  if (kind === "topic")
    return has("topic")
      ? { ...fellBack(own, english), locale, body: allFellBack(own.body, english.body) }
      : own;
  if (kind === "site") return own;
  return {
    ...own,
    items: has("items") ? allFellBack(own.items, english.items) : own.items,
    views: has("topic") ? allFellBack(own.views, english.views) : own.views,
  };
}

/** What a document takes from others, and what falls back by itself. */
const OF_OTHERS = new Set(["studies", "structures", "relatedInjuries", "citation", "source", "disclaimer"]);

const fellBack = (own: Data, english: Data): Data => ({ ...(merged(own, english) as Data), lang: "en" });
const allFellBack = (own: unknown, english: unknown): Data[] =>
  (english as Data[]).map((each, index) => fellBack((own as Data[])[index] as Data, each));

function merged(own: unknown, english: unknown): unknown {
  if (Array.isArray(english)) return english.map((each, index) => merged((own as Data[])?.[index], each));
  if (typeof english !== "object" || english === null) return english;
  return Object.fromEntries(
    Object.entries(english).map(([key, value]) => {
      const mine = (own as Data | undefined)?.[key];
      return [key, OF_OTHERS.has(key) ? mine : merged(mine, value)];
    }),
  );
}
