/** What on the dashboard asks somebody to act, in the order in which it matters to readers. */
import type { Role } from "../../access/roles.ts";
import { type Doc, type Item, idsOf } from "../documents.ts";

type NeedKind =
  | "faults"
  | "evidence"
  | "retracted"
  | "same-paper"
  | "reviews"
  | "drafts"
  | "no-topic"
  | "translations";

/** One thing to do: how many items it concerns, and the first of them. `note` says more about a single item. */
export type Need = { kind: NeedKind; total: number; items: (Item & { note?: string })[]; language?: string };

const ORDER: NeedKind[] = [
  "faults",
  "evidence",
  "retracted",
  "same-paper",
  "reviews",
  "drafts",
  "no-topic",
  "translations",
];

/** How many items of a kind are named; the rest is a number. */
export const SHOWN = 6;

/** Joins what several collections have of one kind. */
export function mergeNeeds(kind: Need["kind"], parts: readonly Pick<Need, "total" | "items">[]): Need {
  return {
    kind,
    total: parts.reduce((sum, part) => sum + part.total, 0),
    items: parts.flatMap((part) => part.items).slice(0, SHOWN),
  };
}

/** `needs` without empty ones, most urgent first. */
export function sortNeeds(needs: readonly Need[]): Need[] {
  return needs.filter((need) => need.total > 0).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** A need as a heading and a sentence that says what to do about it, for somebody of `role`. */
export function describeNeed(
  { kind, total, language }: Need,
  role: Role | undefined,
): { heading: string; advice: string } {
  const one = total === 1;
  const publishes = role === "administrator" || role === "editor";
  switch (kind) {
    case "faults":
      return {
        heading: one ? "1 item could not be published" : `${total} items could not be published`,
        advice: `Readers do not see ${one ? "it" : "them"} as last published. Mend what is said below, and publish again.`,
      };
    case "evidence":
      return {
        heading: one ? "1 benefit is left out of its pages" : `${total} benefits are left out of their pages`,
        advice: `No published study stands behind ${one ? "it" : "them"}. Add a finding of a study that stands, or publish the study.`,
      };
    case "retracted":
      return {
        heading: one
          ? "1 public item names a retracted study"
          : `${total} public items name a retracted study`,
        advice: `Readers see ${one ? "its text" : "their texts"} without the study. Change what rests on it, take the study out, and publish.`,
      };
    case "same-paper":
      return {
        heading: `${total} records are of a paper that has another record`,
        advice:
          "Open one of them and merge the two. If they are different papers, correct the number that is wrong.",
      };
    case "reviews":
      return {
        heading: one ? "1 review is due" : `${total} reviews are due`,
        advice: "Read the text again, then set the new review date.",
      };
    case "drafts":
      return {
        heading: one ? "1 draft waits to be published" : `${total} drafts wait to be published`,
        advice: publishes
          ? `Read ${one ? "it" : "each one"} and publish it, or go on writing.`
          : "You can go on writing; an editor publishes.",
      };
    case "no-topic":
      return {
        heading: one ? "1 published item stands on no topic" : `${total} published items stand on no topic`,
        advice: one
          ? "Nobody sees it. Add it to a topic, or unpublish it."
          : "Nobody sees them. Add each one to a topic, or unpublish it.",
      };
    case "translations":
      return {
        heading: one
          ? `1 item is not complete in ${language}`
          : `${total} items are not complete in ${language}`,
        advice:
          "One text without a translation is enough: readers of that language then get all of it in the default language. Translate what is missing, then publish that language.",
      };
  }
}

const DAY_MS = 86_400_000;

/** What to say about a review date, seen from `now`; days are whole and in UTC, as the field stores them. */
export function reviewNote(nextReviewOn: string, now: Date): string {
  const days = Math.round(
    (Date.parse(nextReviewOn.slice(0, 10)) - Date.parse(now.toISOString().slice(0, 10))) / DAY_MS,
  );
  if (days < 0) return days === -1 ? "1 day late" : `${-days} days late`;
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}

/** The benefits "backed by a study" that readers do not get, because none of their findings names a study in `standing`. */
export function benefitsLeftOut(benefits: readonly Doc[], standing: ReadonlySet<string>): Doc[] {
  return benefits.filter(
    (benefit) =>
      benefit.group === "evidence" && !studiesOfBenefit(benefit).some((study) => standing.has(study)),
  );
}

/** The studies that the findings of `benefit` name. */
export function studiesOfBenefit(benefit: Doc): string[] {
  const findings = Array.isArray(benefit.findings) ? (benefit.findings as { study?: unknown }[]) : [];
  return findings.flatMap((finding) => idsOf(finding.study));
}
