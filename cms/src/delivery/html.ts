/**
 * GET /embed/v1/html/<locale>/<clinic>/<topic>/<element>[.<group>][.<view>].html?heading-level=2..6&styles=link
 * GET /embed/v1/frame/<locale>/<clinic>/<topic>/<element>.html
 * 200 the element rendered on the server; 404 for what the clinic does not show or what is withdrawn; 400 for an unknown query.
 */
import {
  type ClinicFile,
  contentPath,
  ELEMENT_NAMES,
  type ElementName,
  type Kind,
} from "@clinic-widgets/shared";
import { StoredFile } from "../store/storedFile.ts";
import type { SnapshotStore } from "../store/types.ts";

/** What draws elements; handed in, as delivery imports no widgets. */
export type Renderer = {
  filesFor(element: ElementName): readonly Kind[];
  renderElement(request: RenderRequest, files: Record<string, unknown>, assets: { style: string }): string;
  renderFrame(request: RenderRequest, files: Record<string, unknown>, assets: { style: string }): string;
};
export type RenderRequest = {
  element: ElementName;
  lang: string;
  clinic: string;
  topic: string;
  group?: "overview" | "evidence";
  view?: "table" | "sections" | "list";
  headingLevel?: 2 | 3 | 4 | 5 | 6;
  styles: "inline" | "link";
  origin: string;
  now: number;
};

/** A refusal: status, code and sentence. */
export type Refusal = { status: 400 | 404; code: string; message: string };

const GROUPS = ["overview", "evidence"];
const VIEWS: Partial<Record<ElementName, string[]>> = {
  benefits: ["table", "sections"],
  injuries: ["table", "list"],
};
/** Markup says the day on which it was drawn, for its age: this is how long after midnight it may still say the day before. */
const KEPT_MS = 60_000;
const MOST_KEPT = 500;

type Kept = { file: StoredFile; revisions: string; until: number };

/** Renders elements from the store, keeping what was drawn while its files stay the same. */
export function createHtml({
  store,
  renderer,
  publicUrl,
  locales,
}: {
  store: SnapshotStore;
  renderer: Renderer;
  publicUrl: string;
  locales: readonly string[];
}) {
  const kept = new Map<string, Kept>();

  return (path: string, query: URLSearchParams, now = Date.now()): StoredFile | Refusal => {
    const parsed = parse(path, query, locales);
    if ("status" in parsed) return parsed;
    const { request, isFrame } = {
      request: { ...parsed.request, origin: publicUrl, now },
      isFrame: parsed.isFrame,
    };
    const { lang: locale, clinic, topic, element } = request;
    const read = (kind: Kind): Record<string, unknown> | undefined => {
      const snapshot = store.snapshot(
        contentPath(
          kind === "clinic"
            ? { kind, locale, clinic }
            : kind === "site"
              ? { kind, locale }
              : { kind, locale, topic },
        ),
      );
      return snapshot ? (JSON.parse(snapshot.body) as Record<string, unknown>) : undefined;
    };
    const clinicFile = read("clinic") as ClinicFile | undefined;
    if (!clinicFile) return notFound("unknown-clinic", `There is no clinic "${clinic}".`);
    if (!clinicFile.topics.includes(topic))
      return notFound("unknown-topic", `The clinic "${clinic}" does not show a topic "${topic}".`);
    const files = Object.fromEntries(
      [...new Set<Kind>([...renderer.filesFor(element), "clinic", "topic", "site"])]
        .map((kind) => [kind, read(kind)])
        .filter(([, file]) => file),
    ) as Record<string, Record<string, unknown>>;
    // Withdrawn, and the clinic's file has not followed yet.
    const main = renderer.filesFor(element)[0];
    if (!files.topic || (main && !files[main]))
      return notFound("unknown-topic", `The topic "${topic}" is not published in "${locale}".`);
    const style = store.build()?.style ?? "";
    const revisions = [style, ...Object.values(files).map((file) => file.revision)].join();
    const key = `${path}?${query}`;
    const old = kept.get(key);
    if (old && old.revisions === revisions && old.until > now) return old.file;
    const draw = isFrame ? renderer.renderFrame : renderer.renderElement;
    const file = new StoredFile(path, draw(request as RenderRequest, files, { style }));
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, { file, revisions, until: now + KEPT_MS });
    return file;
  };
}

function parse(
  path: string,
  query: URLSearchParams,
  locales: readonly string[],
): { request: Omit<RenderRequest, "origin" | "now">; isFrame: boolean } | Refusal {
  const [root, lang = "", clinic = "", topic = "", file = "", ...rest] = path.split("/");
  const [name = "", ...parts] = file.replace(/\.html$/, "").split(".");
  if (rest.length > 0 || !file.endsWith(".html")) return notFound("not-found", "There is no such file.");
  if (!locales.includes(lang))
    return notFound("unknown-locale", `There is no content in "${lang}". There is: ${locales.join(", ")}.`);
  const element = ELEMENT_NAMES.find((each) => each === name);
  if (!element)
    return notFound(
      "unknown-element",
      `There is no element "${name}". There are: ${ELEMENT_NAMES.join(", ")}.`,
    );
  const isFrame = root === "frame";
  const group = element === "benefits" && GROUPS.includes(parts[0] ?? "") ? parts.shift() : undefined;
  const view = (VIEWS[element] ?? []).includes(parts[0] ?? "") ? parts.shift() : undefined;
  if (parts.length > 0 || (isFrame && (group || view)))
    return notFound("not-found", `"${file}" is no form of the element "${element}".`);
  const options = parseQuery(query);
  if ("status" in options) return options;
  return {
    isFrame,
    request: {
      element,
      lang,
      clinic,
      topic,
      ...(group ? { group } : {}),
      ...(view ? { view } : {}),
      ...options,
    } as Omit<RenderRequest, "origin" | "now">,
  };
}

function parseQuery(query: URLSearchParams): Pick<RenderRequest, "styles" | "headingLevel"> | Refusal {
  const names = [...query.keys()];
  const level = query.get("heading-level");
  const styles = query.get("styles");
  if (
    new Set(names).size !== names.length ||
    names.some((name) => name !== "heading-level" && name !== "styles")
  ) {
    return {
      status: 400,
      code: "unknown-query",
      message: "Only heading-level and styles can be asked for, each once.",
    };
  }
  if (level !== null && !/^[2-6]$/.test(level))
    return { status: 400, code: "bad-heading-level", message: "heading-level is a number from 2 to 6." };
  if (styles !== null && styles !== "link")
    return {
      status: 400,
      code: "bad-styles",
      message: "styles can only be link; leave it out for inline styles.",
    };
  return {
    styles: styles === "link" ? "link" : "inline",
    ...(level ? { headingLevel: Number(level) as 2 } : {}),
  };
}

const notFound = (code: string, message: string): Refusal => ({ status: 404, code, message });
