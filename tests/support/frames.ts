/** Frames on a partner's page, by the lines that the README shows. (A test beside the admin's builder holds both together.) */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const [, IFRAME = "", SCRIPT = ""] =
  /^(<iframe .*<\/iframe>)\n(<script>[\s\S]*?<\/script>)$/m.exec(README) ?? [];
const ORIGIN = "https://cms.example.org";

/** The frame of `file`, such as `faq.html?open=first`. */
export const iframe = (cmsUrl: string, file = "faq.html"): string =>
  IFRAME.replace(ORIGIN, cmsUrl).replace("faq.html", file);

/** The script that gives frames their height. */
export const frameScript = (cmsUrl: string): string => SCRIPT.replace(ORIGIN, cmsUrl);
