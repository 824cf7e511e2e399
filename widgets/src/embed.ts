/**
 * Entry of the one file with all elements. The loader fetches it; a page that pins a version puts it into a module script
 * of its own, which then also names the CMS and may carry the page's defaults.
 */
import { knownPage, takeDefaults } from "./page.ts";
import { registerClinicWidgets } from "./register.ts";

const { url } = import.meta;
const script = [...document.scripts].find(({ src }) => src === url);

if (!knownPage()) {
  const page = { origin: url.replace(/\/embed\/v1\/.*$/, ""), locales: [], answers: {} };
  window.clinicWidgets = page;
  takeDefaults(page, script);
}
registerClinicWidgets();
