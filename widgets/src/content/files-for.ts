/** Which content files an element reads. The loader, the elements and the server renderer all ask here. */
import { type ElementName, type Kind, LIST_KINDS } from "@clinic-widgets/shared";

/**
 * The kinds of file that `element` reads, the one it cannot do without first.
 * Empty when the attribute that names that file is missing.
 */
export function filesFor(
  element: ElementName,
  has: { topic?: unknown; clinic?: unknown } = { topic: 1, clinic: 1 },
): Kind[] {
  const clinic: Kind[] = has.clinic ? ["clinic"] : [];
  const topic: Kind[] = has.topic ? ["topic"] : [];
  const clinicOrSite: Kind[] = has.clinic ? clinic : ["site"];
  if (element === "booking") return has.clinic ? [...clinic, ...topic] : [];
  if (element === "disclaimer") return [...clinicOrSite, ...topic];
  if (!has.topic) return [];
  if (element === "topic") return [...topic, ...clinicOrSite, ...LIST_KINDS];
  return [element === "key-points" ? "topic" : element === "faq" ? "faqs" : element, ...clinic];
}
