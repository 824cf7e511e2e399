/**
 * Entry of the one file with all elements. The loader fetches it; a page that pins a version puts it into a module script
 * of its own, which then also names the CMS and may carry the page's defaults.
 */
import { registerClinicWidgets } from "./register.ts";

const { url } = import.meta;
const { topic, clinic, lang } = [...document.scripts].find(({ src }) => src === url)?.dataset ?? {};

window.clinicWidgets ??= {
  origin: url.replace(/\/embed\/v1\/.*$/, ""),
  topic,
  clinic,
  lang,
  locales: [],
  answers: {},
};
registerClinicWidgets();
