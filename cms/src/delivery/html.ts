/**
 * GET /embed/v1/html/<locale>/<clinic>/<topic>/<element>[.<group>][.<view>].html?<option>=<value>&styles=link
 * GET /embed/v1/frame/<locale>/<clinic>/<topic>/<element>.html?<option>=<value>&styles=link&color-scheme=dark
 * 200 the element rendered on the server; 404 for what the clinic does not show or what is withdrawn, 400 for an unknown query.
 *
 * An option is an attribute of the element: `?heading-level=3&open=first&single`. The definitions of the elements say which
 * there are and which values they have; group and view may be in the path instead.
 */
import {
  type ClinicFile,
  contentPath,
  ELEMENT_NAMES,
  type ElementName,
  type Kind,
  type TopicFile,
} from "@clinic-widgets/shared";
import { StoredFile } from "../store/storedFile.ts";
import type { SnapshotStore } from "../store/types.ts";

/** What draws elements; handed in, as delivery imports no widgets. */
export type Renderer = {
  filesFor(element: ElementName): readonly Kind[];
  /** What can be asked of `element`, and what is wrong with a value. */
  optionsOf(element: ElementName): readonly Option[];
  /** `options` without what the files do not have and the element does without; `missing` is one that it needs. */
  resolveOptions(
    element: ElementName,
    options: Options,
    files: Record<string, unknown>,
  ): { options: Options; missing: string | undefined };
  renderElement(request: RenderRequest, files: Record<string, unknown>, assets: Assets): string;
  renderFrame(request: RenderRequest, files: Record<string, unknown>, assets: Assets): string;
};
/** Files of the build that markup names. */
type Assets = { style: string; frame: string };
/** Attributes of an element; that of a flag is empty. */
type Options = Readonly<Record<string, string | undefined>>;
type Option = { name: string; problemWith(value: string): string | undefined };
type RenderRequest = {
  element: ElementName;
  lang: string;
  clinic: string;
  topic: string;
  options: Options;
  styles: "inline" | "link";
  /** Of a frame, whatever the reader's is. */
  colorScheme?: "light" | "dark" | undefined;
  origin: string;
  now: number;
};
type Asked = Omit<RenderRequest, "origin" | "now"> & { isFrame: boolean };

/** A refusal: status, code and sentence. */
export type Refusal = { status: 400 | 404; code: string; message: string };

/** The options that may be in the path, in the order of their definition. */
const IN_PATH = ["group", "view"];
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
    const asked = parse(path, query, locales, renderer);
    if ("status" in asked) return asked;
    const { isFrame, ...request } = asked;
    const { lang: locale, clinic, topic, element } = request;
    const [main] = renderer.filesFor(element);
    const kinds = [...new Set<Kind>([...renderer.filesFor(element), "clinic", "topic", "site"])];
    const snapshots = kinds.map((kind) => store.snapshot(pathOf(kind, request)));
    const { style = "", frame = "" } = store.build() ?? {};
    const revisions = [style, frame, ...snapshots.map((snapshot) => snapshot?.revision)].join();
    // Not the address, which can be written in many ways: what can be kept is bounded by what there is.
    const keyOf = (options: Options) =>
      JSON.stringify([isFrame, request.colorScheme, locale, clinic, topic, element, request.styles, options]);
    const keptAs = (key: string) => {
      const old = kept.get(key);
      return old && old.revisions === revisions && old.until > now ? old.file : undefined;
    };
    // Before any file is parsed: what is asked for is mostly what was asked for a moment ago.
    const known = keptAs(keyOf(request.options));
    if (known) return known;
    const files = Object.fromEntries(
      kinds.flatMap((kind, index) => {
        const body = snapshots[index]?.body;
        return body === undefined ? [] : [[kind, JSON.parse(body) as Record<string, unknown>]];
      }),
    );
    const clinicFile = files.clinic as ClinicFile | undefined;
    if (!clinicFile) return notFound("unknown-clinic", `There is no clinic "${clinic}".`);
    // Asked for under a former slug, a topic says itself what it is called now.
    const slug = (files.topic as TopicFile | undefined)?.topic ?? topic;
    if (!clinicFile.topics.includes(slug))
      return notFound("unknown-topic", `The clinic "${clinic}" does not show a topic "${topic}".`);
    // Withdrawn, and the clinic's file has not followed yet.
    if (!files.topic || (main && !files[main]))
      return notFound("unknown-topic", `The topic "${topic}" is not published in "${locale}".`);
    const { options, missing } = renderer.resolveOptions(element, request.options, files);
    if (missing)
      return notFound(`unknown-${missing}`, `There is no ${missing} "${request.options[missing]}" here.`);
    const key = keyOf(options);
    const same = keptAs(key);
    if (same) return same;
    const draw = isFrame ? renderer.renderFrame : renderer.renderElement;
    const file = new StoredFile(
      path,
      draw({ ...request, options, origin: publicUrl, now }, files, { style, frame }),
    );
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, { file, revisions, until: now + KEPT_MS });
    return file;
  };
}

const pathOf = (
  kind: Kind,
  { lang: locale, clinic, topic }: Pick<RenderRequest, "lang" | "clinic" | "topic">,
) =>
  contentPath(
    kind === "clinic"
      ? { kind, locale, clinic }
      : kind === "site"
        ? { kind, locale }
        : { kind, locale, topic },
  );

function parse(
  path: string,
  query: URLSearchParams,
  locales: readonly string[],
  renderer: Renderer,
): Asked | Refusal {
  const [root, lang = "", clinic = "", topic = "", file = "", ...rest] = path.split("/");
  const [name = "", ...words] = file.replace(/\.html$/, "").split(".");
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
  const known = renderer.optionsOf(element);
  const inPath = parseWords(words, known);
  if (!inPath || (isFrame && words.length > 0))
    return notFound("not-found", `"${file}" is no form of the element "${element}".`);
  const inQuery = parseQuery(
    query,
    known.filter((option) => !(option.name in inPath)),
    isFrame ? ["styles", "color-scheme"] : ["styles"],
  );
  if ("status" in inQuery) return inQuery;
  const given: Options = { ...inPath, ...inQuery.options };
  // In the order of the definition, whatever that of the address is.
  const options = Object.fromEntries(
    known.filter((option) => option.name in given).map((option) => [option.name, given[option.name]]),
  );
  return { ...inQuery, isFrame, element, lang, clinic, topic, options };
}

/** The options that `words` of the path are values of; `undefined` when one of them is none. */
function parseWords(words: string[], known: readonly Option[]): Options | undefined {
  const left = [...words];
  const options: Record<string, string | undefined> = {};
  for (const { name, problemWith } of known.filter((option) => IN_PATH.includes(option.name)))
    if (left[0] !== undefined && !problemWith(left[0])) options[name] = left.shift();
  return left.length > 0 ? undefined : options;
}

function parseQuery(
  query: URLSearchParams,
  known: readonly Option[],
  others: readonly string[],
): Pick<RenderRequest, "styles" | "colorScheme" | "options"> | Refusal {
  const asked = [...query.keys()];
  const names = [...known.map((option) => option.name), ...others];
  if (new Set(asked).size !== asked.length || asked.some((name) => !names.includes(name)))
    return {
      status: 400,
      code: "unknown-query",
      message: `Only ${names.join(", ")} can be asked for here, each once.`,
    };
  for (const { name, problemWith } of known) {
    const value = query.get(name);
    const message = value === null ? undefined : problemWith(value);
    if (message) return { status: 400, code: `bad-${name}`, message };
  }
  const { styles, "color-scheme": colorScheme, ...options } = Object.fromEntries(query);
  if (styles !== undefined && styles !== "link")
    return {
      status: 400,
      code: "bad-styles",
      message: "styles can only be link; leave it out for inline styles.",
    };
  if (colorScheme !== undefined && colorScheme !== "light" && colorScheme !== "dark")
    return {
      status: 400,
      code: "bad-color-scheme",
      message: "color-scheme is light or dark; leave it out to follow the reader.",
    };
  return { styles: styles ?? "inline", colorScheme, options };
}

const notFound = (code: string, message: string): Refusal => ({ status: 404, code, message });
