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

/** What readers who hear a page are told a frame is, by language. */
const FRAME_TITLES: Record<string, Record<ElementName, string>> = {
  en: {
    topic: "About this treatment",
    "key-points": "Key points",
    benefits: "Benefits",
    injuries: "Injuries",
    timings: "When to use it",
    faq: "Questions",
    studies: "Sources",
    booking: "Booking",
    disclaimer: "Disclaimer",
  },
  es: {
    topic: "Sobre este tratamiento",
    "key-points": "Puntos clave",
    benefits: "Beneficios",
    injuries: "Lesiones",
    timings: "Cuándo se usa",
    faq: "Preguntas",
    studies: "Fuentes",
    booking: "Reservar",
    disclaimer: "Aviso legal",
  },
};

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

/** The frame, and the script that gives it the height of its content. It needs a clinic, because its address names one. */
export function frameSnippet({
  origin,
  element,
  topic,
  clinic,
  locale,
}: SnippetChoice & { clinic: string; locale: string }): string {
  const url = origin + EMBED_PATH + framePath({ locale, clinic, topic, element });
  const language = locale.split("-")[0] ?? "";
  const [lang, titles] = FRAME_TITLES[language] ? [locale, FRAME_TITLES[language]] : ["en", FRAME_TITLES.en];
  const attributes = Object.entries({ src: url, title: titles?.[element] ?? "", lang })
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  // Not loading="lazy": what is not loaded when a page is printed is missing on paper.
  return `<iframe${attributes} width="100%" height="640" style="border: 0"></iframe>\n${frameScript(origin)}`;
}

/**
 * For any number of frames, and harmless when it is on a page twice. It believes the frame itself at the CMS's address, and
 * no height that no content has. Without it the frame scrolls.
 */
const frameScript = (origin: string): string => `<script>
  function fitClinicFrames({ type, origin, source, data }) {
    for (const frame of document.querySelectorAll("iframe")) {
      if (source === frame.contentWindow && origin === ${JSON.stringify(new URL(origin).origin)} && data?.type === "clinic-height") frame.clinicHeight = data;
      const height = frame.clinicHeight?.[type === "beforeprint" ? "print" : "height"];
      if (height > 0 && height < 100000) frame.style.height = height + "px";
    }
  }
  for (const type of ["message", "beforeprint", "afterprint"]) addEventListener(type, fitClinicFrames);
</script>`;
