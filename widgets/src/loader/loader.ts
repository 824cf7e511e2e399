/**
 * The one script on a partner's page: a classic script of about 1 KB that finds the elements and asks for their code
 * and content at the same time. The elements then take its pending answers, so that nothing is asked for twice.
 *
 * `data-topic`, `data-clinic`, `data-lang`: the page's defaults; `data-eager`: load the code even if no element is in sight,
 * for elements inside foreign shadow roots. Only the first loader script on a page counts, until another one comes in its
 * place, or after the page was complete: then the page was swapped for another.
 */
import { type ContentAddress, contentUrl, ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import { candidateLocales } from "../content/candidate-locales.ts";
import { filesFor } from "../content/files-for.ts";
import { type Page, takeDefaults } from "../page.ts";

/** File name of the elements' code; the build fills it in. */
declare const CODE_FILE: string;
/** Comma-joined locales, the default first; the build fills in the product's default, delivery what is configured. */
declare const LOCALES: string;

const script = document.currentScript as HTMLScriptElement | null;

const known = window.clinicWidgets;

if (script && known) {
  const isGone = known.script && !known.script.isConnected;
  const { topic, clinic, lang } = script.dataset;
  if (
    script.src.startsWith(`${known.origin}/`) &&
    (isGone || (document.readyState === "complete" && (topic || clinic || lang)))
  )
    takeDefaults(known, script);
} else if (script) {
  // Several copies of the snippet may run in any order, and a tag manager may have taken ours away again.
  const first = [...document.scripts].find(({ src }) => src === script.src) ?? script;
  const base = script.src.replace(/[^/]*$/, "");
  const page: Page = {
    origin: base.replace(/\/embed\/v1\/$/, ""),
    locales: LOCALES.split(","),
    answers: {},
  };
  window.clinicWidgets = page;
  takeDefaults(page, first);

  const selector = ELEMENT_NAMES.map((name) => `clinic-${name}`).join();
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Safari knows no idle time; it takes the options for a delay of none.
  const idle = window.requestIdleCallback || (setTimeout as unknown as typeof requestIdleCallback);

  const request = (element: HTMLElement) => {
    const origin = element.getAttribute("src") || page.origin;
    const topic = element.getAttribute("topic") || page.topic;
    const clinic = element.getAttribute("clinic") || page.clinic;
    const wanted = element.lang || page.lang || element.closest<HTMLElement>("[lang]")?.lang || "en";
    const locale = candidateLocales(wanted, page.locales)[0];
    for (const kind of filesFor(element.localName.slice(7) as ElementName, { topic, clinic })) {
      const url = contentUrl(origin, { kind, locale, topic, clinic } as ContentAddress);
      if (url in page.answers) continue;
      const answer = fetch(url, { credentials: "omit" });
      page.answers[url] = answer;
      // The element that takes the answer deals with a failure.
      answer.catch(() => {});
    }
  };

  const find = () => [...document.querySelectorAll<HTMLElement>(selector)];

  const start = (elements: HTMLElement[]) => {
    for (const element of elements) request(element);
    if (started) return;
    started = true;
    observer.disconnect();
    // Without code, or as long as it does not come, the fallback between the tags stays, and the page gets the event that the
    // elements would send. (All of these are outside of shadow roots, so the event need not be composed.)
    const late = new Promise((_, reject) => setTimeout(reject, 8_000));
    Promise.race([import(/* @vite-ignore */ base + CODE_FILE), late]).catch(() => {
      for (const element of find()) {
        element.dispatchEvent(
          new CustomEvent("clinic-error", { bubbles: true, detail: { code: "network" } }),
        );
      }
    });
  };

  const scan = () => {
    timer = undefined;
    const elements = find();
    const near = elements.filter(
      (element) => location.hash || element.getBoundingClientRect().top < 2 * innerHeight,
    );
    if (near[0] || "eager" in first.dataset) start(near);
    else if (elements[0]) idle(() => start(elements), { timeout: 2_000 });
  };

  // Elements that the page adds before the code is there; afterwards the browser itself upgrades them.
  const observer = new MutationObserver(() => {
    if (!timer) timer = setTimeout(scan, 100);
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", scan);
  scan();
}
