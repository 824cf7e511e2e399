/** Which content files an element reads. The loader, the elements and the server renderer all ask here. */
import { type ElementName, type Kind, LIST_KINDS } from "@clinic-widgets/shared";

/**
 * The kinds of file that `element` reads, the one it cannot do without first.
 * Empty when the attribute that names that file is missing.
 */
export function filesFor(element: ElementName, has: { topic?: unknown; clinic?: unknown }): Kind[] {
  const clinic: Kind[] = has.clinic ? ["clinic"] : [];
  const topic: Kind[] = has.topic ? ["topic"] : [];
  const place: Kind = clinic[0] ?? "site";
  if (element === "booking") return has.clinic ? ["clinic", ...topic] : [];
  if (element === "disclaimer") return [place, ...topic];
  if (!has.topic) return [];
  if (element === "topic") return ["topic", place, ...LIST_KINDS];
  return [element === "key-points" ? "topic" : element === "faq" ? "faqs" : element, ...clinic];
}

/** The kinds of file that `element` reads on a clinic's topic, the one it cannot do without first. */
export const allFilesFor = (element: ElementName): Kind[] => filesFor(element, { topic: true, clinic: true });
