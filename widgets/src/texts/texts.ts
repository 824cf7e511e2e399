/** Every word of the widgets' own. */
import type { Directness, StudyKind, StudyStatus } from "@clinic-widgets/shared";

export type PlainTexts = {
  loading: string;
  stale: string;
  whoWasStudied: string;
  kindOfStudy: string;
  cannotTell: string;
  source: (number: number) => string;
  sources: string;
  participants: (count: number) => string;
  studyKinds: Record<StudyKind, string>;
  directness: Record<Directness, string>;
  alsoKnownAs: string;
  relatedInjuries: string;
  links: Record<"doi" | "pubmed" | "pmc" | "web", string>;
  aboutStudy: string;
  evidenceLevel: (level: number) => string;
  status: Record<Exclude<StudyStatus, "current">, string>;
  otherVisits: string;
  openUntil: (time: string) => string;
  openUntilDay: (day: string, time: string) => string;
  openAllDay: string;
  closed: string;
  opensToday: (time: string) => string;
  opensOn: (day: string, time: string) => string;
  opensNext: (day: string, time: string) => string;
  openingHours: string;
  closedDay: string;
  allDay: string;
  closedOn: (day: string) => string;
  openOn: (day: string, hours: string) => string;
  /** `number` as it is drawn. */
  emergency: (number: unknown) => unknown[];
  emergencyUnknown: string;
  reviewed: (date: string) => string;
  nextReview: (date: string) => string;
};

/** The same words as templates draw them: marked with their language where they are in another than the reader's. */
export type Texts = Drawn<PlainTexts>;

type Drawn<T> = T extends string
  ? unknown
  : T extends (...values: infer V) => unknown
    ? (...values: V) => unknown
    : { [K in keyof T]: Drawn<T[K]> };
