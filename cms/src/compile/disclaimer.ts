/** Which disclaimer holds where. */
import type { RichText } from "@clinic-widgets/shared";
import { isEmpty } from "../documents/texts.ts";
import type { EditorText } from "../documents/types.ts";
import type { Disclaimer } from "./clinicFile.ts";
import { attempt, type ReportFault } from "./faults.ts";
import { richTextOf } from "./richText.ts";

type Options = { locale: string; defaultLocale: string; report: ReportFault };

/**
 * The first that says something: of each text in turn, the reader's language, then the default one; and rather one in
 * another language than none. `texts` are localized values, the most particular first.
 */
export function disclaimerOf(
  texts: readonly unknown[],
  { locale, defaultLocale, report }: Options,
): Disclaimer {
  const written = (text: unknown, lang: string) => ({ text: proseIn(text, lang, report), lang });
  const candidates = [
    ...texts.flatMap((text) => [written(text, locale), written(text, defaultLocale)]),
    ...texts.flatMap((text) => Object.keys((text ?? {}) as object).map((each) => written(text, each))),
  ];
  const found = candidates.find((candidate) => candidate.text.length > 0);
  if (!found) return { text: [] };
  return found.lang === locale ? { text: found.text } : found;
}

/** What is damaged says nothing, and the next text stands in for it. */
function proseIn(text: unknown, lang: string, report: ReportFault): RichText {
  const value = (text as Record<string, unknown> | null | undefined)?.[lang];
  return attempt(report, ["disclaimer"], () => (isEmpty(value) ? [] : richTextOf(value as EditorText))) ?? [];
}
