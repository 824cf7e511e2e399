/**
 * The one script on a partner's page: less than 1.5 KB that finds the elements and asks for their code
 * and content at the same time. The elements then take its pending answers, so that nothing is asked for twice.
 *
 * It may also be a module, be imported, copied to another host, combined with other scripts, evaluated or written into the
 * page: then the CMS's address is what delivery wrote into it, or `data-origin`.
 *
 * `data-topic`, `data-clinic`, `data-lang`: the page's defaults; `data-eager`: load the code even if no element is in sight,
 * for elements inside foreign shadow roots. Only the first loader script on a page counts, until another one comes in its
 * place, or after the page was complete: then the page was swapped for another.
 */
import { type ContentAddress, contentUrl, ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import { candidateLocales } from "../content/candidate-locales.ts";
import { filesFor } from "../content/files-for.ts";
import { knownPage, type Page, takeDefaults } from "../page.ts";

/** File name of the elements' code; the build fills it in. */
declare const CODE_FILE: string;
/**
 * Comma-joined locales, the default first, and after a space the CMS's address. The build fills in the product's default,
 * without an address, delivery what is configured.
 */
declare const SITE: string;

const PLACE = /\/embed\/v1\/loader\.js/;
const warn = (words: string, cause: unknown = "") => console.warn(`Clinic Widgets: ${words}`, cause);

// Several copies of the snippet may run in any order, a tag manager may have taken ours away again, and what optimizers have
// made of it does not run as the script that carries its attributes.
const running = document.currentScript as HTMLScriptElement | null;
const known = knownPage();
const scripts = [...document.scripts];
const script = [
  known ? running : scripts.find(({ src }) => src && src === running?.src),
  running,
  ...scripts,
].find(
  (one) => one && (PLACE.test(one.src) || one.dataset.topic || one.dataset.clinic || one.dataset.origin),
) as HTMLScriptElement | undefined;
const { dataset } = script ?? document.createElement("script");
const [locales, address] = SITE.split(" ");
const [before] = script && PLACE.test(script.src) ? script.src.split(PLACE) : [];
const origin = (dataset.origin || before || address)?.replace(/\/+$/, "");

if (!origin) warn("the loader does not know where the CMS is. Give its script the attribute data-origin.");
else if (known) {
  const isGone = known.script && !known.script.isConnected;
  const { topic, clinic, lang } = dataset;
  if (
    origin === known.origin &&
    (isGone || (document.readyState === "complete" && (topic || clinic || lang)))
  )
    takeDefaults(known, script);
} else {
  const page: Page = {
    origin,
    written: document.documentElement.lang,
    locales: (locales as string).split(","),
    answers: {},
  };
  window.clinicWidgets = page;
  takeDefaults(page, script);

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
    const late = new Promise((_, reject) => setTimeout(reject, 8_000, "It did not come."));
    const code =
      document.contentType === "text/html"
        ? import(/* @vite-ignore */ `${origin}/embed/v1/${CODE_FILE}`)
        : Promise.reject("This page is sent as XML. Send it as text/html.");
    Promise.race([code, late]).catch((cause) => {
      warn("the elements' code cannot be had.", cause);
      // Lit's policy of Trusted Types has its name, which every browser says.
      const reason = /lit-html/.test(cause) ? "trusted-types" : /XML/.test(cause) ? "xhtml" : "network";
      for (const element of find()) {
        element.dispatchEvent(new CustomEvent("clinic-error", { bubbles: true, detail: { code: reason } }));
      }
    });
  };

  const scan = () => {
    timer = undefined;
    const elements = find();
    const near = elements.filter(
      (element) => location.hash || element.getBoundingClientRect().top < 2 * innerHeight,
    );
    if (near[0] || "eager" in dataset) start(near);
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
