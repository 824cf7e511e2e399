/** The states that an element can be in, each as what a CMS would answer. Pure: a file in, a file out. */
import type { BenefitsFile, ContentFile, StudiesFile, StudyStatus } from "@clinic-widgets/shared";
import { fixture, LANGUAGES, type Language } from "./fixtures.ts";
import { mapTexts, withLongWords } from "./texts.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export type State = {
  /** A sentence for whoever looks at it. */
  about: string;
  /** Changes each file before it is answered. */
  file?: (file: ContentFile, language: Language) => unknown;
  /** Whether the CMS never answers, or is away. */
  answers?: "never" | "away";
  /** The age of the copy that an earlier visit has left behind. */
  copyAge?: number;
  /** Whether there is something between the tags. */
  hasFallback?: boolean;
  /** For these elements alone: to all others it makes no difference. */
  only?: readonly string[];
};

const away = { answers: "away" } as const;

/** By the word that is in its address. */
export const STATES: Record<string, State> = {
  full: { about: "Everything that the demo content has." },
  empty: { about: "Published, with nothing in it.", file: emptied },
  loading: { about: "On its way, and nothing between the tags: quiet space.", answers: "never" },
  waiting: { about: "On its way: what is between the tags is shown.", answers: "never", hasFallback: true },
  failing: {
    about: "The CMS is away on the first visit: what is between the tags is shown.",
    ...away,
    hasFallback: true,
  },
  silent: {
    about: "The CMS is away on the first visit, and nothing is between the tags: nothing is shown.",
    ...away,
  },
  stale: { about: "The CMS is away; a copy of yesterday is shown, and says so.", ...away, copyAge: DAY_MS },
  expired: {
    about: "The CMS is away, and the copy is older than 30 days: a neutral line.",
    ...away,
    copyAge: 31 * DAY_MS,
  },
  withdrawn: {
    about: "Taken back by its editors: what is between the tags is shown.",
    file: () => ({ version: 1, gone: true }),
    hasFallback: true,
  },
  "long-words": {
    about: "Words that are longer than a line on a phone.",
    file: (file) => mapTexts(file, withLongWords),
  },
  "fallback-language": {
    about: "Not translated: the topic, the clinic and every second item are in the other language.",
    file: partlyTranslated,
  },
  retracted: {
    about: "Studies that were corrected, doubted and retracted.",
    file: (file) => (file.kind === "studies" ? withEveryStatus(file) : file),
    only: ["studies", "topic"],
  },
  "one-finding": {
    about: "A retracted study is out: one finding is left, with all that a finding can say.",
    file: (file) => (file.kind === "benefits" ? withOneFinding(file) : file),
    only: ["benefits", "topic"],
  },
};

function emptied(file: ContentFile): unknown {
  if ("items" in file) return { ...file, items: [] };
  if (file.kind === "topic") {
    const { keyPoints: _, ...topic } = file;
    return { ...topic, intro: [], body: [] };
  }
  return file.kind === "clinic"
    ? { ...file, bookingLinks: [], hours: [], disclaimer: [] }
    : { ...file, disclaimer: [] };
}

/** Every second item is in the other language, and so is, each as a whole, the topic, the clinic and the disclaimer. */
function partlyTranslated(file: ContentFile, language: Language): unknown {
  const lang = LANGUAGES.find((each) => each !== language) as Language;
  const other = fixture(file.kind, lang);
  if ("items" in file && "items" in other) {
    const items = file.items.map((own, index) => (index % 2 === 1 ? { ...other.items[index], lang } : own));
    return { ...file, items };
  }
  const whole = { ...other, locale: file.locale, lang };
  if (whole.kind === "topic") return { ...whole, body: whole.body.map((block) => ({ ...block, lang })) };
  return whole.kind === "clinic" ? { ...whole, disclaimerLang: lang } : whole;
}

const STATUSES: StudyStatus[] = ["corrected", "concern", "retracted"];

const withEveryStatus = (file: StudiesFile): StudiesFile => ({
  ...file,
  items: file.items.map((study, index) => ({ ...study, status: STATUSES[index] ?? study.status })),
});

const withOneFinding = (file: BenefitsFile): BenefitsFile => ({
  ...file,
  items: file.items.map((benefit) => ({ ...benefit, findings: benefit.findings.slice(0, 1) })),
});
