/** What stands in each element's shadow root when the server draws it: the element's styles and its template, at its defaults. */
import { type ElementName, fillContent, type Kind, placeholderValues } from "@clinic-widgets/shared";
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import type { CSSResult } from "lit";
import { headingLevelOf } from "../attributes.ts";
import { benefitsStyles } from "../benefits/benefits.styles.ts";
import { renderBenefits } from "../benefits/benefits.template.ts";
import { bookingStyles } from "../booking/booking.styles.ts";
import { renderBooking } from "../booking/booking.template.ts";
import { allFilesFor } from "../content/files-for.ts";
import { renderContentFrame } from "../content-frame.ts";
import { disclaimerStyles } from "../disclaimer/disclaimer.styles.ts";
import { renderDisclaimer } from "../disclaimer/disclaimer.template.ts";
import { faqStyles } from "../faq/faq.styles.ts";
import { renderFaq } from "../faq/faq.template.ts";
import { injuriesStyles } from "../injuries/injuries.styles.ts";
import { renderInjuries } from "../injuries/injuries.template.ts";
import { keyPointsStyles } from "../key-points/key-points.styles.ts";
import { renderKeyPoints } from "../key-points/key-points.template.ts";
import { studiesStyles } from "../studies/studies.styles.ts";
import { renderStudies } from "../studies/studies.template.ts";
import { commonStyles } from "../styles/common.styles.ts";
import type { RenderContext } from "../templates/context.ts";
import { markEnglish, textsFor } from "../texts/index.ts";
import { timingsStyles } from "../timings/timings.styles.ts";
import { renderTimings } from "../timings/timings.template.ts";
import { topicStyles } from "../topic/topic.styles.ts";
import { renderTopic } from "../topic/topic.template.ts";
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
