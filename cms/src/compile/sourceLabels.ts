/** What a source is called beside a claim. */
import type { Localized } from "../documents/types.ts";
import { plainDate } from "../evidence/dates.ts";

type Study = Localized<"studies">;

/** A draft that is previewed, and a study that was saved long ago, may have the date as PubMed writes it. */
export const issuedOn = ({ issued }: Pick<Study, "issued">): string => plainDate(String(issued ?? ""));

/** In other languages the Latin of the sciences, which is read there as it is: English would be marked as that language. */
const OTHERS: Record<string, string> = { en: "and colleagues", es: "y colaboradores" };

/** "Kużdżał and colleagues, 2025b": short enough to stand beside a claim. */
export function sourceLabel(study: Study, locale: string, letter = ""): string {
  const families = (study.authors ?? []).flatMap(({ family }) => family ?? []);
  const who =
    families.length > 2
      ? `${families[0]} ${OTHERS[new Intl.Locale(locale).language] ?? "et al."}`
      : new Intl.ListFormat(locale).format(families);
  return [who || study.title, `${issuedOn(study).slice(0, 4)}${letter}`].filter(Boolean).join(", ");
}

/** The letter behind the year of each source, by id, where several would have the same label: a, b, … in their order. */
export function yearLetters(studies: ReadonlyMap<string, Study>, locale: string): Map<string, string> {
  const alike = new Map<string, string[]>();
  for (const [id, study] of studies) {
    const label = sourceLabel(study, locale);
    alike.set(label, [...(alike.get(label) ?? []), id]);
  }
  return new Map(
    [...alike.values()]
      .filter((ids) => ids.length > 1)
      .flatMap((ids) => ids.map((id, index) => [id, letterOf(index)] as const)),
  );
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";
/** a to z, then aa, ab, … */
const letterOf = (index: number): string =>
  (index < ALPHABET.length ? "" : letterOf(Math.floor(index / ALPHABET.length) - 1)) +
  (ALPHABET[index % ALPHABET.length] as string);
