/** What the playground shows: every element in every state, and full with every option. */
import { ELEMENT_NAMES, type ElementName } from "@clinic-widgets/shared";
import { STATES } from "./states.ts";

export type Sample = {
  /** In the address, such as `faq-open-first`. */
  id: string;
  element: ElementName;
  state: string;
  attributes: Record<string, string>;
  about: string;
};

type Option = { attributes: Record<string, string>; about: string };

const option = (attributes: Record<string, string>, about: string): Option => ({ attributes, about });

const OPTIONS: Record<ElementName, Option[]> = {
  faq: [
    option({ open: "first" }, "The first answer is open at first."),
    option({ open: "all" }, "All answers are open at first."),
    option({ single: "" }, "Opening an answer closes the others."),
  ],
  benefits: [
    option({ group: "overview" }, "The general explanation alone."),
    option({ group: "evidence" }, "What is backed by a study alone."),
    option({ group: "overview", view: "table" }, "The general explanation as a table."),
    option({ group: "overview", view: "sections" }, "The general explanation as sections."),
    option({ group: "evidence", view: "table" }, "What is backed by a study, as a table."),
    option({ group: "evidence", view: "sections" }, "What is backed by a study, as sections."),
  ],
  injuries: [option({ view: "table" }, "As a table."), option({ view: "list" }, "As a list.")],
  timings: [],
  studies: [],
  "key-points": [],
  booking: [
    option({ link: "acupuncture-session" }, "Another booking link on the button."),
    option({ compact: "" }, "The button alone, without heading and text."),
    option({ compact: "", hours: "week" }, "The button, and the hours of the week."),
  ],
  disclaimer: [],
  topic: [
    option({ section: "running-injuries" }, "One section alone."),
    option({ section: "title" }, "The title alone."),
    option({ section: "subtitle" }, "The subtitle alone."),
    option({ section: "review" }, "Its review alone."),
    option({ section: "intro" }, "Its first paragraphs alone."),
    option({ prose: "" }, "The text without the lists."),
  ],
};

/** What every element has. */
const COMMON: Option[] = [option({ "heading-level": "4" }, "Headings begin at the fourth level.")];
const NO_CLINIC = option({ clinic: "" }, "No clinic is named: neutral words take its place.");

/** All samples of an element, its states first. */
export const samplesOf = (element: ElementName): Sample[] => [
  ...Object.entries(STATES)
    .filter(([, { only }]) => !only || only.includes(element))
    .map(([state, { about }]) => ({ id: `${element}-${state}`, element, state, attributes: {}, about })),
  // Without a clinic there is nowhere to book.
  ...[...OPTIONS[element], ...COMMON, ...(element === "booking" ? [] : [NO_CLINIC])].map(
    ({ attributes, about }) => ({
      id: [element, ...Object.entries(attributes).flat()].filter(Boolean).join("-"),
      element,
      state: "full",
      attributes,
      about,
    }),
  ),
];

export const SAMPLES: Sample[] = ELEMENT_NAMES.flatMap(samplesOf);
