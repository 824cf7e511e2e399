import {
  type BookingBlock,
  type BookingLink,
  type ClinicFile,
  isSafeUrl,
  type OpeningState,
  openingStateAt,
  type TopicFile,
} from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import { timeWords } from "../texts/dates.ts";
import type { RenderContext } from "./context.ts";
import { richText } from "./rich-text.ts";
import { dirOf, filled, heading, langOf, some } from "./words.ts";

export type BookingFiles = { clinic?: ClinicFile | undefined; topic?: TopicFile | undefined };
export type BookingOptions = { link?: string | undefined; compact: boolean };

/** The call to action: the first link, or the one that is asked for, is the button; the others open below it. */
export function renderBooking(
  { clinic, topic }: BookingFiles,
  context: RenderContext,
  { link, compact }: BookingOptions,
): unknown {
  const block = topic?.body.find((each): each is BookingBlock => each.block === "booking");
  const actions = clinic ? renderActions(clinic, context, link) : nothing;
  if (compact || !block) {
    if (!clinic) return nothing;
    return html`<div class="card" part="card">${renderHours(clinic, context)}<p class="name" part="name">${clinic.name}</p>${actions}${renderPhone(clinic)}</div>`;
  }
  return html`<section class="booking" part="booking" lang=${langOf(topic ?? {})} dir=${dirOf(topic ?? {})}>
    <div part="text">
      ${block.heading ? heading(filled(block.heading, context), context) : nothing}${block.text ? richText(block.text, context) : nothing}
      ${some(block.bullets) ? html`<ul>${block.bullets.map((bullet) => html`<li>${filled(bullet, context)}</li>`)}</ul>` : nothing}
    </div>
    ${clinic ? html`<div class="actions" part="actions">${actions}${renderHours(clinic, context)}${renderPhone(clinic)}</div>` : nothing}
  </section>`;
}

function renderActions(
  { bookingLinks }: ClinicFile,
  { texts }: RenderContext,
  wanted: string | undefined,
): unknown {
  const links = bookingLinks.filter((link) => isSafeUrl(link.url));
  const first = links.find((link) => link.slug === wanted) ?? links[0];
  if (!first) return nothing;
  const others = links.filter((link) => link !== first);
  const anchor = (link: BookingLink, part: string) =>
    html`<a class=${part} part=${part} data-booking-link=${link.slug} href=${link.url}>${link.label}</a>`;
  return html`${anchor(first, "button")}${
    others.length > 0
      ? html`<details class="menu" part="menu"><summary class="button second" part="menu-button">${texts.otherVisits}</summary><ul role="list">${others.map((link) => html`<li>${anchor(link, "menu-link")}</li>`)}</ul></details>`
      : nothing
  }`;
}

/** Whether the clinic is open, in words; nothing where there is no "now". */
function renderHours({ hours, timezone }: ClinicFile, context: RenderContext): unknown {
  const state = Number.isNaN(context.now.getTime())
    ? undefined
    : openingStateAt(hours, timezone, context.now);
  return state
    ? html`<p class="hours" part="hours"><span class=${state.open ? "dot" : "dot off"} aria-hidden="true"></span>${hoursWords(state, context)}</p>`
    : nothing;
}

/** "Open now, until 7 pm", "Closed now, opens Monday at 9 am". */
export function hoursWords(
  state: OpeningState,
  { texts, lang }: Pick<RenderContext, "texts" | "lang">,
): string {
  if (state.open) return texts.openUntil(timeWords(state.until, lang));
  if (!state.opens) return texts.closed;
  const { day, at, inDays } = state.opens;
  const time = timeWords(at, lang);
  return inDays === 0 ? texts.opensToday(time) : texts.opensOn(texts.weekdays[day], time);
}

const renderPhone = ({ phone }: ClinicFile): unknown =>
  phone
    ? html`<p class="phone"><a part="phone" dir="ltr" href=${`tel:${phone.replace(/[^\d+]/g, "")}`}>${phone}</a></p>`
    : nothing;
