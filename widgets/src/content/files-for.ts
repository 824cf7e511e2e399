/** Which content files an element reads. The loader, the elements and the server renderer all ask here. */
import {
  type ContentFiles,
  type ElementName,
  isListKind,
  type Kind,
  LIST_KINDS,
} from "@clinic-widgets/shared";

export type Files = Partial<ContentFiles>;

/** The kind of file that an element cannot do without. The disclaimer takes the clinic's or the site's. */
type MainKind<E extends ElementName> = E extends "disclaimer"
  ? never
  : E extends "booking"
    ? "clinic"
    : E extends "faq"
      ? "faqs"
      : E extends "key-points"
        ? "topic"
        : E & Kind;

/** What the template of an element gets: any file may be missing but that one. */
export type FilesOf<E extends ElementName> = Files & Pick<ContentFiles, MainKind<E>>;

/**
 * The kinds of file that `element` reads whatever its options, the one it cannot do without first.
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

/** The same with these options: the text of a topic alone is in no list. The loader has no room to know of options. */
export const filesWith = (
  element: ElementName,
  { prose, ...has }: { topic?: unknown; clinic?: unknown; prose?: unknown },
): Kind[] => filesFor(element, has).filter((kind) => !prose || !isListKind(kind));

/** The kinds of file that `element` reads on a clinic's topic, the one it cannot do without first. */
export const allFilesFor = (element: ElementName, options: { prose?: unknown } = {}): Kind[] =>
  filesWith(element, { ...options, topic: true, clinic: true });
