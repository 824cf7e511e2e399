import { type BookingBlock, type BookingLink, type ClinicFile, isSafeUrl } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { Files } from "../content/files-for.ts";
import type { OptionValues } from "../options.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { blockHeading, dirOf, inside, langOf, markLanguage, ownId, some } from "../templates/words.ts";
import type { bookingOptions } from "./booking.definition.ts";
import { renderNow, renderWeek } from "./hours.template.ts";

/** The call to action: the first link, or the one that is asked for, is the button; the others open below it. */
export function renderBooking(
  { clinic, topic }: Files,
  context: RenderContext,
  { link, compact, hours: shown = compact ? "now" : "week" }: OptionValues<typeof bookingOptions>,
): unknown {
  const block = topic?.body.find((each): each is BookingBlock => each.block === "booking");
  const links = clinic ? linksOf(clinic, link) : [];
  const actions = clinic ? renderActions(compact ? links.slice(0, 1) : links, clinic, context) : nothing;
  const hours = clinic && shown !== "none" ? renderNow(clinic, context) : nothing;
  const week = clinic && shown === "week" ? renderWeek(clinic, context) : nothing;
  const phone = clinic ? renderPhone(clinic) : nothing;
  const reachable = actions !== nothing || phone !== nothing;
  if (compact || !block || !(block.heading || block.text || some(block.bullets))) {
    return clinic && reachable
      ? html`<div class="card" part="card">${hours}<p class="name" part="name">${clinic.name}</p>${actions}${phone}${week}</div>`
      : nothing;
  }
  return html`<section class="booking" part="booking" id=${ownId("book", context)}>
    <div part="text" lang=${langOf(block)} dir=${dirOf(block)}>
      ${blockHeading(block, inside(block, context))}${block.text ? richText(block.text, context) : nothing}
      ${some(block.bullets) ? html`<ul>${block.bullets.map((bullet) => html`<li>${bullet}</li>`)}</ul>` : nothing}
    </div>
    ${reachable ? html`<div class="actions" part="actions">${actions}${hours}${phone}${week}</div>` : nothing}
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
    html`<a class=${part} part=${part} data-booking-link=${link.slug} data-kind=${link.kind} href=${link.url}>${markLanguage(link.label, clinic, context)}</a>`;
  return html`${anchor(first, "button")}${
    others.length > 0
      ? html`<details class="menu" part="menu"><summary class="button second" part="menu-button">${context.texts.otherVisits}</summary><ul role="list">${others.map((link) => html`<li>${anchor(link, "menu-link")}</li>`)}</ul></details>`
      : nothing
  }`;
}

const renderPhone = ({ phone, phoneUrl = "" }: ClinicFile): unknown =>
  phone
    ? html`<p class="phone">${isSafeUrl(phoneUrl) ? html`<a class="target" part="phone" dir="ltr" href=${phoneUrl}>${phone}</a>` : html`<bdi part="phone">${phone}</bdi>`}</p>`
    : nothing;
