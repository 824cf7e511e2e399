/** The page that a new topic begins with: each kind of block once, with a heading, so that nothing that is chosen is left out. */
import { isBlank } from "../documents/texts.ts";

/** In the languages that we have words for; the headings of another one are empty until somebody writes them. */
const HEADINGS: Record<string, Record<string, string>> = {
  en: {
    text: "How it helps",
    overview: "Benefits at a glance",
    evidence: "What studies showed",
    injuries: "What it may help with",
    timings: "When to use it",
    booking: "Would you like to try it?",
    faqs: "Questions",
    studies: "Sources",
  },
  es: {
    text: "Cómo ayuda",
    overview: "Los beneficios de un vistazo",
    evidence: "Lo que mostraron los estudios",
    injuries: "Para qué puede servir",
    timings: "Cuándo usarla",
    booking: "¿Le gustaría probarla?",
    faqs: "Preguntas",
    studies: "Fuentes",
  },
};

type StartBlock = { blockType: string; heading?: string; group?: string; view?: string };

/** The blocks of a new topic, with headings in `locale`. */
export function startPage(locale: string): StartBlock[] {
  const words = HEADINGS[locale] ?? {};
  const block = (blockType: string, name: string, more: Partial<StartBlock> = {}): StartBlock => ({
    blockType,
    ...more,
    ...(words[name] ? { heading: words[name] } : {}),
  });
  return [
    block("text", "text"),
    block("benefits", "overview", { group: "overview", view: "table" }),
    block("benefits", "evidence", { group: "evidence", view: "sections" }),
    block("injuries", "injuries", { view: "list" }),
    block("timings", "timings"),
    block("booking", "booking"),
    block("faqs", "faqs"),
    block("studies", "studies"),
    { blockType: "disclaimer" },
  ];
}

/** Whether `body`, in all its languages, is the page of a new topic and nothing more. */
export function isStartPage(body: unknown): boolean {
  const start = startPage("en");
  return (
    Array.isArray(body) &&
    body.length === start.length &&
    body.every((row: Record<string, unknown>, index) =>
      Object.entries(row).every(
        ([name, value]) =>
          isBlank(value) || name === "id" || isStartValue(start[index] as StartBlock, index, name, value),
      ),
    )
  );
}

function isStartValue(start: StartBlock, index: number, name: string, value: unknown): boolean {
  if (name !== "heading") return start[name as keyof StartBlock] === value;
  return Object.entries(value as Record<string, unknown>).every(
    ([locale, heading]) => isBlank(heading) || startPage(locale)[index]?.heading === heading,
  );
}
