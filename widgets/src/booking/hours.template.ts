import {
  addDays,
  type ClinicFile,
  localTime,
  type Moment,
  type OpeningState,
  openingStateAt,
  type Span,
  type SpecialDay,
  specialDayOn,
  tellsHours,
  timeOf,
  weekOf,
} from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { RenderContext } from "../templates/context.ts";
import { markLanguage, some } from "../templates/words.ts";
import { dateWords, daysWords, relativeDayWords, timeWords, weekdayWords } from "../texts/dates.ts";

/** A week without dates, from a Monday on. */
const MONDAY = "2023-01-02";
/** More than a year of holidays would hide the telephone. */
const MOST_DAYS = 5;

const isTimeless = ({ now }: RenderContext): boolean => Number.isNaN(now.getTime());

/** Whether the clinic is open, in words; where there is no "now", the room for them, so that nothing shifts when they come. */
export function renderNow(clinic: ClinicFile, context: RenderContext): unknown {
  if (!tellsHours(clinic)) return nothing;
  const state = isTimeless(context) ? undefined : openingStateAt(clinic, context.now);
  return html`<p class="hours" part="hours">${
    state
      ? html`<span class=${state.open ? "dot" : "dot off"} aria-hidden="true"></span>${stateWords(state, context)}${renderAhead(clinic, context)}`
      : nothing
  }</p>`;
}

/** "Open now, until 7 pm", "Closed now, opens Monday at 9 am". */
export function stateWords(state: OpeningState, { texts, lang, clock }: RenderContext): unknown {
  const at = ({ time }: Moment) => timeWords(time, clock);
  if (state.open) {
    if (!state.until) return texts.openAllDay;
    const { until, later } = state;
    return later ? texts.openUntilDay(weekdayWords(until.date, lang), at(until)) : texts.openUntil(at(until));
  }
  if (!state.opens) return texts.closed;
  const { date, inDays } = state.opens;
  if (inDays === 0) return texts.opensToday(at(state.opens));
  if (inDays === 7) return texts.opensNext(weekdayWords(date, lang), at(state.opens));
  return texts.opensOn((inDays < 7 ? weekdayWords : dateWords)(date, lang), at(state.opens));
}

/** "Closed tomorrow: Christmas", today and the day before. */
function renderAhead(clinic: ClinicFile, context: RenderContext): unknown {
  const today = localTime(clinic.timezone, context.now)?.date ?? "";
  const { texts, lang } = context;
  return [0, 1].map((inDays) => {
    const day = specialDayOn(clinic, addDays(today, inDays));
    if (!day) return nothing;
    const when = relativeDayWords(inDays, lang);
    const words = some(day.hours) ? texts.openOn(when, specialWords(day, context)) : texts.closedOn(when);
    return html`<br /><span part="special-day">${words}${nameOf(day, context, ": ")}</span>`;
  });
}

/** The hours of the week, days with the same ones joined, and the next days with other ones. */
export function renderWeek(clinic: ClinicFile, context: RenderContext): unknown {
  const { texts, lang } = context;
  const rows: unknown[] = [];
  const row = (days: string, hours: unknown) => rows.push(html`<div><dt>${days}</dt><dd>${hours}</dd></div>`);
  const week = some(clinic.hours) ? weekOf(clinic).map((spans) => hoursOf(spans, context)) : [];
  for (let first = 0; first < week.length; ) {
    let last = first;
    while (week[last + 1] === week[first]) last++;
    row(daysWords(addDays(MONDAY, first), addDays(MONDAY, last), lang, true), week[first]);
    first = last + 1;
  }
  const today = (!isTimeless(context) && localTime(clinic.timezone, context.now)?.date) || "";
  for (const day of (clinic.specialDays ?? []).filter(({ to }) => to >= today).slice(0, MOST_DAYS)) {
    const hours = some(day.hours) ? specialWords(day, context) : texts.closedDay;
    row(daysWords(day.from, day.to, lang, false), [hours, nameOf(day, context, " · ")]);
  }
  return some(rows)
    ? html`<dl class="week" part="week" aria-label=${texts.openingHours}>${rows}</dl>`
    : nothing;
}

const nameOf = (day: SpecialDay, context: RenderContext, before: string): unknown =>
  day.name ? [before, markLanguage(day.name, day, context)] : nothing;

function hoursOf(spans: Span[], context: RenderContext): string {
  const { texts } = context;
  if (!some(spans)) return texts.closedDay as string;
  if (spans[0]?.[1] === 24 * 60 && spans[0][0] === 0) return texts.openAllDay as string;
  return spansWords(
    spans.map((span) => span.map(timeOf) as [string, string]),
    context,
  );
}

const specialWords = ({ hours }: SpecialDay, context: RenderContext): string =>
  spansWords(
    hours.map(({ opens, closes }) => [opens, closes]),
    context,
  );

/** "9 am – 12 pm, 1 pm – 7 pm". */
const spansWords = (spans: [string, string][], { texts, clock }: RenderContext): string =>
  spans
    .map((span) =>
      span[0] === span[1] ? texts.allDay : span.map((time) => timeWords(time, clock)).join("\u00a0– "),
    )
    .join(", ");
