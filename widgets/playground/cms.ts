/**
 * A CMS inside of the page: elements ask `https://playground.invalid/<state>/<language>` for content, and what they get is
 * made from the fixtures. No request leaves the page, so a state that fails or never ends costs nothing.
 */
import { type ContentFile, directionOf, EMBED_PATH } from "@clinic-widgets/shared";
import { fixture, KINDS, LANGUAGES, type Language, pathOf } from "./fixtures.ts";
import { STATES } from "./states.ts";
import { inArabicLetters, mapTexts } from "./texts.ts";

const ORIGIN = "https://playground.invalid";
/** An example of the languages that are written from right to left. */
export const RIGHT_TO_LEFT = "ar";
/** Where elements keep copies: see `src/content/copies.ts`. */
const COPIES = "clinic-widgets-1";

/** What an element in `state` takes as `src`. */
export const sourceOf = (state: string, language: Language): string => `${ORIGIN}/${state}/${language}`;

/** Answers what elements ask; everything else goes to the network as before. */
export function answerElements(): void {
  const network = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    return url.startsWith(`${ORIGIN}/`) ? answer(url.slice(ORIGIN.length + 1)) : network(input, init);
  };
}

/** Leaves the copies behind that an earlier visit would have left. */
export async function leaveCopies(): Promise<void> {
  await caches.delete(COPIES);
  const copies = await caches.open(COPIES);
  for (const [state, { copyAge }] of Object.entries(STATES)) {
    if (copyAge === undefined) continue;
    const headers = { "x-last-contact": String(Date.now() - copyAge) };
    for (const language of LANGUAGES)
      for (const locale of [language, RIGHT_TO_LEFT])
        for (const kind of KINDS) {
          const body = JSON.stringify(written(fixture(kind, language), locale));
          await copies.put(
            `${sourceOf(state, language)}${EMBED_PATH}${pathOf(kind, locale)}`,
            new Response(body, { headers }),
          );
        }
  }
}

async function answer(address: string): Promise<Response> {
  const [name = "", language, ...rest] = address.split("/");
  const state = STATES[name];
  const path = `/${rest.join("/")}`.slice(EMBED_PATH.length);
  const locale = rest[3] ?? "";
  const kind = KINDS.find((each) => pathOf(each, locale) === path);
  if (state?.answers === "never") return new Promise(() => {});
  if (state?.answers === "away") throw new TypeError("The CMS of this state is away.");
  if (!state || !kind || (locale !== language && locale !== RIGHT_TO_LEFT))
    return Response.json({ error: { code: "not-found", message: `There is no ${path}.` } }, { status: 404 });
  const file = fixture(kind, language as Language);
  const changed = (state.file?.(file, language as Language) ?? file) as ContentFile;
  // No copy of it: the next visit is a first one again.
  return Response.json(written(changed, locale), { headers: { "cache-control": "no-store" } });
}

/** The file in the letters of its locale; what fell back to another language is in that one's. */
const written = (file: ContentFile, locale: string): ContentFile =>
  directionOf(locale) === "rtl"
    ? { ...mapTexts(file, inArabicLetters, (object) => "lang" in object), locale }
    : file;
