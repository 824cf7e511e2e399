/** The lines that a web developer pastes into a page. */
import { type ElementName, EMBED_PATH, escapeHtml, framePath } from "@clinic-widgets/shared";

/** A topic or a clinic, as its lines name it and as an editor chooses it. */
export type Choice = { slug: string; title: string };

/** What can be put on a page, in the words of editors; the whole page first. */
export const SNIPPET_PARTS: readonly { element: ElementName; label: string }[] = [
  { element: "topic", label: "The whole topic" },
  { element: "key-points", label: "Key points" },
  { element: "benefits", label: "Benefits" },
  { element: "injuries", label: "Injuries" },
  { element: "timings", label: "When to use it" },
  { element: "faq", label: "Questions" },
  { element: "studies", label: "Sources" },
  { element: "booking", label: "Booking" },
  { element: "disclaimer", label: "Disclaimer" },
];

export type SnippetChoice = {
  /** Where the CMS is reached, without a trailing slash. */
  origin: string;
  element: ElementName;
  topic: string;
  /** Left out, the widgets speak of "our clinic" and cannot offer booking. */
  clinic?: string;
  /** Left out, the widget follows the language of the page around it. */
  locale?: string;
};

/** The script and the element, for a page that one can edit the HTML of. */
export function scriptSnippet({ origin, element, topic, clinic, locale }: SnippetChoice): string {
  const attributes = Object.entries({ topic, clinic, lang: locale })
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escapeHtml(value ?? "")}"`)
    .join("");
  const tag = `clinic-${element}`;
  return `<script src="${escapeHtml(origin)}${EMBED_PATH}loader.js" async></script>\n<${tag}${attributes}></${tag}>`;
}

/** The frame, for site builders that allow nothing else. It needs a clinic, because its address names one. */
export function frameSnippet({
  origin,
  element,
  topic,
  clinic,
  locale,
}: SnippetChoice & { clinic: string; locale: string }): string {
  const url = origin + EMBED_PATH + framePath({ locale, clinic, topic, element });
  const title = SNIPPET_PARTS.find((part) => part.element === element)?.label ?? element;
  return `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" lang="${escapeHtml(locale)}" loading="lazy" style="width: 100%; height: 40rem; border: 0"></iframe>`;
}
