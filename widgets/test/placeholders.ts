/** Content with placeholders wherever the CMS lets editors write them, and in more texts than that. */
import { type ClinicFile, PLACEHOLDERS } from "@clinic-widgets/shared";
import { hostile } from "./hostile.ts";

/** A copy of `file` with every placeholder after every text. */
export const withPlaceholders = <T>(file: T): T =>
  withBehind(file, PLACEHOLDERS.map((name) => ` {{${name}}}`).join(""));

/** A copy of `file` with `words` after every text, but for what placeholders are filled with. */
export function withBehind<T>(file: T, words: string): T {
  const { revision, name, city, phone, phoneUrl, emergencyNumber, emergencyUrl } =
    file as Partial<ClinicFile>;
  const values = { revision, name, city, phone, phoneUrl, emergencyNumber, emergencyUrl };
  const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { ...hostile(file, "https://example.org/", words), ...present };
}
