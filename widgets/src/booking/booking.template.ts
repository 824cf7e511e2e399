import {
  type BookingBlock,
  type BookingLink,
  type ClinicFile,
  isSafeUrl,
  type OpeningState,
  openingStateAt,
  telUrl,
} from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { Files } from "../content/files-for.ts";
import type { OptionValues } from "../options.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { blockHeading, dirOf, inside, langOf, markLanguage, some } from "../templates/words.ts";
import { timeWords, weekdayWords } from "../texts/dates.ts";
import type { bookingOptions } from "./booking.definition.ts";

/** The call to action: the first link, or the one that is asked for, is the button; the others open below it. */
export function renderBooking(
  { clinic, topic }: Files,
  context: RenderContext,
  { link, compact }: OptionValues<typeof bookingOptions>,
): unknown {
  const block = topic?.body.find((each): each is BookingBlock => each.block === "booking");
  const links = clinic ? linksOf(clinic, link) : [];
  const actions = clinic ? renderActions(compact ? links.slice(0, 1) : links, clinic, context) : nothing;
  const hours = clinic ? renderHours(clinic, context) : nothing;
  const phone = clinic ? renderPhone(clinic) : nothing;
  const reachable = actions !== nothing || phone !== nothing;
  if (compact || !block || !(block.heading || block.text || some(block.bullets))) {
    return clinic && reachable
      ? html`<div class="card" part="card">${hours}<p class="name" part="name">${clinic.name}</p>${actions}${phone}</div>`
      : nothing;
  }
  return html`<section class="booking" part="booking" id="book">
    <div part="text" lang=${langOf(block)} dir=${dirOf(block)}>
      ${blockHeading(block, inside(block, context))}${block.text ? richText(block.text, context) : nothing}
      ${some(block.bullets) ? html`<ul>${block.bullets.map((bullet) => html`<li>${bullet}</li>`)}</ul>` : nothing}
    </div>
    ${reachable ? html`<div class="actions" part="actions">${actions}${hours}${phone}</div>` : nothing}
  </section>`;
}

/** The clinic's booking links, the wanted one first. */
function linksOf({ bookingLinks }: ClinicFile, wanted: string | undefined): BookingLink[] {
  const links = bookingLinks.filter((link) => isSafeUrl(link.url));
  return [...links.filter(({ slug }) => slug === wanted), ...links.filter(({ slug }) => slug !== wanted)];
}

function renderActions(
  [first, ...others]: BookingLink[],
  clinic: ClinicFile,
  context: RenderContext,
): unknown {
  if (!first) return nothing;
  const anchor = (link: BookingLink, part: string) =>
    html`<a class=${part} part=${part} data-booking-link=${link.slug} href=${link.url}>${markLanguage(link.label, clinic, context)}</a>`;
  return html`${anchor(first, "button")}${
    others.length > 0
      ? html`<details class="menu" part="menu"><summary class="button second" part="menu-button">${context.texts.otherVisits}</summary><ul role="list">${others.map((link) => html`<li>${anchor(link, "menu-link")}</li>`)}</ul></details>`
      : nothing
  }`;
}

/** Whether the clinic is open, in words; where there is no "now", the room for them, so that nothing shifts when they come. */
function renderHours({ hours, timezone }: ClinicFile, context: RenderContext): unknown {
  const isTimeless = Number.isNaN(context.now.getTime());
  const state = openingStateAt(hours, timezone, isTimeless ? new Date(0) : context.now);
  if (!state) return nothing;
  return html`<p class="hours" part="hours">${
    isTimeless
      ? nothing
      : html`<span class=${state.open ? "dot" : "dot off"} aria-hidden="true"></span>${hoursWords(state, context)}`
  }</p>`;
}

/** "Open now, until 7 pm", "Closed now, opens Monday at 9 am". */
function hoursWords(state: OpeningState, { texts, lang }: RenderContext): unknown {
  if (state.open) return texts.openUntil(timeWords(state.until, lang));
  if (!state.opens) return texts.closed;
  const { day, at, inDays } = state.opens;
  const time = timeWords(at, lang);
  return inDays === 0 ? texts.opensToday(time) : texts.opensOn(weekdayWords(day, lang), time);
}

const renderPhone = ({ phone }: ClinicFile): unknown =>
  phone
    ? html`<p class="phone"><a class="target" part="phone" dir="ltr" href=${telUrl(phone)}>${phone}</a></p>`
    : nothing;
