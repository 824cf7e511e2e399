/** What stands in each element's shadow root when the server draws it: the element's styles and its template, at its defaults. */
import { type ElementName, fillContent, type Kind, placeholderValues } from "@clinic-widgets/shared";
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import type { CSSResult } from "lit";
import { headingLevelOf } from "../attributes.ts";
import { allFilesFor } from "../content/files-for.ts";
import { renderContentFrame } from "../content-frame.ts";
import { benefitsStyles } from "../styles/benefits.styles.ts";
import { bookingStyles } from "../styles/booking.styles.ts";
import { commonStyles } from "../styles/common.styles.ts";
import { disclaimerStyles } from "../styles/disclaimer.styles.ts";
import { faqStyles } from "../styles/faq.styles.ts";
import { injuriesStyles } from "../styles/injuries.styles.ts";
import { keyPointsStyles } from "../styles/key-points.styles.ts";
import { studiesStyles } from "../styles/studies.styles.ts";
import { timingsStyles } from "../styles/timings.styles.ts";
import { topicStyles } from "../styles/topic.styles.ts";
import { renderBenefits } from "../templates/benefits.ts";
import { renderBooking } from "../templates/booking.ts";
import type { RenderContext } from "../templates/context.ts";
import { renderDisclaimer } from "../templates/disclaimer.ts";
import { renderFaq } from "../templates/faq.ts";
import { renderInjuries } from "../templates/injuries.ts";
import { renderKeyPoints } from "../templates/key-points.ts";
import { renderStudies } from "../templates/studies.ts";
import { renderTimings } from "../templates/timings.ts";
import { renderTopic } from "../templates/topic.ts";
import { markEnglish, textsFor } from "../texts/index.ts";
import type { RenderFiles, RenderRequest } from "./types.ts";

type Files = Required<RenderFiles>;

type Drawing = {
  styles: CSSResult;
  draw(files: Files, context: RenderContext, request: RenderRequest): unknown;
};

/** Files that an element can do without may be missing; the one that it cannot is checked before. */
const DRAWINGS: Record<ElementName, Drawing> = {
  faq: {
    styles: faqStyles,
    draw: ({ faqs }, context) => renderFaq(faqs, context, { open: "none", single: false }),
  },
  benefits: {
    styles: benefitsStyles,
    draw: ({ benefits }, context, { group, view }) =>
      renderBenefits(benefits, context, { group, view: view === "list" ? undefined : view }),
  },
  injuries: {
    styles: injuriesStyles,
    draw: ({ injuries }, context, { view }) =>
      renderInjuries(injuries, context, { view: view === "sections" ? undefined : view }),
  },
  timings: { styles: timingsStyles, draw: ({ timings }, context) => renderTimings(timings, context) },
  studies: { styles: studiesStyles, draw: ({ studies }, context) => renderStudies(studies, context) },
  "key-points": { styles: keyPointsStyles, draw: ({ topic }, context) => renderKeyPoints(topic, context) },
  booking: {
    styles: bookingStyles,
    draw: ({ clinic, topic }, context) => renderBooking({ clinic, topic }, context, { compact: false }),
  },
  disclaimer: { styles: disclaimerStyles, draw: (files, context) => renderDisclaimer(files, context) },
  topic: { styles: topicStyles, draw: (files, context) => renderTopic(files, context, { prose: false }) },
};

/** The style sheet of `element`. */
export const stylesOf = (element: ElementName): string =>
  commonStyles.cssText + DRAWINGS[element].styles.cssText;

/** The markup in the shadow root, without styles. */
export function renderShadowRoot(request: RenderRequest, files: RenderFiles): string {
  const { lang, element, headingLevel } = request;
  const context: RenderContext = {
    locale: lang,
    lang,
    texts: textsFor(lang),
    headingLevel: headingLevelOf(headingLevel),
    // Written once and read at any time: an invalid date tells the templates that there is no "now".
    now: new Date(Number.NaN),
  };
  const content = DRAWINGS[element].draw(filled(files, lang, markEnglish) as Files, context, request);
  const markup = collectResultSync(render(renderContentFrame(lang, content)));
  // Lit's marks are for hydration, which we do not do.
  return markup.replace(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, "");
}

const filled = (files: RenderFiles, lang: string, mark?: typeof markEnglish): RenderFiles =>
  fillContent(files, lang, placeholderValues(files.clinic), mark);

/** What to call a page around the element: its heading, else the topic's title, else the clinic. */
export function titleOf({ element, lang }: RenderRequest, handedIn: RenderFiles): string {
  const files = filled(handedIn, lang);
  const main = files[allFilesFor(element)[0] as Kind];
  const heading = main && "views" in main ? main.views[0]?.heading : undefined;
  return heading ?? files.topic?.title ?? files.clinic?.name ?? "";
}
