/** Draws the page: a toolbar whose choices are in the address, and every sample once for each combination of them. */
/// <reference types="vite/client" />
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { registerClinicWidgets } from "../src/register.ts";
import { answerElements, leaveCopies, RIGHT_TO_LEFT, sourceOf } from "./cms.ts";
import { CLINIC, type Language, TOPIC } from "./fixtures.ts";
import { keepPlace, returnToPlace } from "./place.ts";
import { type Sample, samplesOf } from "./samples.ts";
import { STATES } from "./states.ts";

/** What each sample is drawn in: all that is chosen, combined. The first is chosen where the address says nothing. */
const CHOICES = {
  width: { title: "Width", values: { page: "Page", phone: "390 px" } },
  language: { title: "Language", values: { en: "English", es: "Español" } },
  colours: { title: "Colours", values: { light: "Light", dark: "Dark" } },
  direction: { title: "Direction", values: { ltr: "Left to right", rtl: "Right to left" } },
} as const;
type ChoiceName = keyof typeof CHOICES;
type Setting = Record<ChoiceName, string>;

const FALLBACK: Record<string, string> = {
  en: "Between the tags: please call us.",
  es: "Entre las etiquetas: llámenos, por favor.",
};

const form = document.querySelector("form") as HTMLFormElement;
const main = document.querySelector("main") as HTMLElement;
const query = new URLSearchParams(location.search);

/** An element with attributes (empty ones too) and children. */
function make(
  tag: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function chosen(name: ChoiceName): string[] {
  const known = Object.keys(CHOICES[name].values);
  const asked = query.getAll(name).filter((value) => known.includes(value));
  return asked.length > 0 ? asked : known.slice(0, 1);
}

function drawToolbar(): void {
  for (const [name, values] of [
    ["element", ELEMENT_NAMES],
    ["state", [...Object.keys(STATES), "options"]],
  ] as const) {
    const select = form.elements.namedItem(name) as HTMLSelectElement;
    for (const value of values) select.append(make("option", { value }, value));
    select.value = query.get(name) ?? "";
  }
  for (const [name, { title, values }] of Object.entries(CHOICES)) {
    const boxes = Object.entries(values).map(([value, words]) => {
      const box = make("input", { type: "checkbox", name, value }) as HTMLInputElement;
      box.checked = chosen(name as ChoiceName).includes(value);
      return make("label", {}, box, words);
    });
    form.append(make("fieldset", {}, make("legend", {}, title), ...boxes));
  }
  form.addEventListener("change", () => {
    const next = new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)]));
    for (const name of ["element", "state"]) if (!next.get(name)) next.delete(name);
    keepPlace();
    location.search = String(next);
  });
}

function settings(): Setting[] {
  return (Object.keys(CHOICES) as ChoiceName[]).reduce<Setting[]>(
    (all, name) => all.flatMap((setting) => chosen(name).map((value) => ({ ...setting, [name]: value }))),
    [{} as Setting],
  );
}

/** The sample's attributes as a page would write them. */
function tagOf({ element, attributes }: Sample): string {
  const words = Object.entries(attributes).filter(([name]) => name !== "clinic");
  const own = words.map(([name, value]) => (value ? ` ${name}="${value}"` : ` ${name}`));
  const clinic = "clinic" in attributes ? "" : ` clinic="${CLINIC}"`;
  return `<clinic-${element} topic="${TOPIC}"${clinic}${own.join("")}>`;
}

function drawCell({ element, state, attributes }: Sample, setting: Setting): HTMLElement {
  const { language, colours, direction, width } = setting as Setting & { language: Language };
  const lang = direction === "rtl" ? RIGHT_TO_LEFT : language;
  const fallback = STATES[state]?.hasFallback ? [make("p", {}, FALLBACK[language] as string)] : [];
  const src = sourceOf(state, language);
  // What all cells share is said by the toolbar.
  const differing = (Object.keys(CHOICES) as ChoiceName[]).filter((name) => chosen(name).length > 1);
  const words = differing.map((name) => (CHOICES[name].values as Record<string, string>)[setting[name]]);
  return make(
    "figure",
    { class: `cell ${width}` },
    ...(words.length > 0 ? [make("figcaption", {}, words.join(" · "))] : []),
    make(
      "div",
      { class: `ground ${colours}`, lang, dir: direction },
      make(`clinic-${element}`, { topic: TOPIC, clinic: CLINIC, src, ...attributes }, ...fallback),
    ),
  );
}

function drawSample(sample: Sample, all: Setting[]): HTMLElement {
  const options = Object.entries(sample.attributes).map(([name, value]) =>
    name === "clinic" ? "no clinic" : value ? `${name}="${value}"` : name,
  );
  return make(
    "article",
    { id: sample.id },
    make(
      "header",
      {},
      make(
        "h3",
        {},
        make("a", { href: `#${sample.id}` }, options.join(" ") || sample.state.replaceAll("-", " ")),
      ),
      make("p", { class: "about" }, sample.about),
      ...(options.length > 0 ? [make("code", {}, tagOf(sample))] : []),
    ),
    make("div", { class: "cells" }, ...all.map((setting) => drawCell(sample, setting))),
  );
}

function isWanted({ element, state, attributes }: Sample): boolean {
  const [wantedElement, wantedState] = [query.get("element"), query.get("state")];
  const isOption = Object.keys(attributes).length > 0;
  return (
    (!wantedElement || wantedElement === element) &&
    (!wantedState || (wantedState === "options" ? isOption : wantedState === state && !isOption))
  );
}

/** Ends when every element that gets an answer has drawn it. */
function whenDrawn(): Promise<void> {
  const waiting = new Set<EventTarget>();
  for (const { element, state, id } of ELEMENT_NAMES.flatMap(samplesOf))
    if (STATES[state]?.answers !== "never")
      for (const each of document.getElementById(id)?.querySelectorAll(`clinic-${element}`) ?? [])
        waiting.add(each);
  return new Promise((resolve) => {
    const hear = ({ target }: Event) => {
      if (target) waiting.delete(target);
      if (waiting.size === 0) resolve();
    };
    for (const type of ["clinic-load", "clinic-error"]) main.addEventListener(type, hear);
  });
}

drawToolbar();
answerElements();
await leaveCopies();
const all = settings();
for (const element of ELEMENT_NAMES) {
  const samples = samplesOf(element).filter(isWanted);
  if (samples.length === 0) continue;
  main.append(
    make(
      "section",
      { "aria-label": element },
      make("h2", {}, `<clinic-${element}>`),
      ...samples.map((sample) => drawSample(sample, all)),
    ),
  );
}
const drawn = whenDrawn();
// Only now, so that no answer comes before somebody listens.
registerClinicWidgets();
await drawn;
returnToPlace();
document.documentElement.dataset.ready = "";
import.meta.hot?.on("vite:beforeFullReload", keepPlace);
