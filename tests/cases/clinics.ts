/** What clinics tell of themselves: hours and telephone numbers. */
import { drawn } from "../support/partner.ts";
import { type Case, fresh, outcomeOf, pageWith, type Stage, TOPIC } from "./stage.ts";

const NEW_YORK = "America/New_York";
const CALL = "<clinic-booking compact></clinic-booking>";

/** A clinic with these fields, as its file says it is there, by its slug. */
async function clinicWith(stage: Stage, fields: Record<string, unknown>): Promise<string> {
  const slug = fresh("clinic");
  await stage.admin.must("POST", "/api/clinics", {
    name: "Case Clinic",
    slug,
    timezone: NEW_YORK,
    phone: "+1 212-555-0134",
    ...fields,
  });
  await stage.soon(() => stage.product.content(`clinics/${slug}.json`));
  return slug;
}

/** What a reader of this page is told at this moment, after `minutes` of looking at it. */
async function told(
  stage: Stage,
  fields: Record<string, unknown>,
  now: string,
  { lang = "en", minutes = 0 } = {},
): Promise<string> {
  const clinic = await clinicWith(stage, fields);
  const html = pageWith(CALL, "", TOPIC, clinic).replace('lang="en"', `lang="${lang}"`);
  const page = await stage.visit({ "/": html }, { now });
  await drawn(page);
  if (minutes > 0) await page.clock.runFor(minutes * 60_000);
  const words = (await page.locator("clinic-booking [part=hours]").textContent()) ?? "";
  await page.context().close();
  return words.replace(/\s+/g, " ").trim();
}

/** Where the button to call leads to, or the sentence of the refusal. */
const dialled =
  (phone: string): Case["now"] =>
  async (stage) => {
    const slug = fresh("clinic");
    const answer = await stage.admin.ask("POST", "/api/clinics", {
      name: "Case Clinic",
      slug,
      phone,
      address: { country: "US" },
    });
    if (answer.status >= 300) return outcomeOf(answer);
    await stage.soon(() => stage.product.content(`clinics/${slug}.json`));
    const page = await stage.visit({ "/": pageWith(CALL, "", TOPIC, slug) });
    await drawn(page);
    const href = await page.locator("clinic-booking [part=phone]").getAttribute("href");
    await page.context().close();
    return href ?? "no link";
  };

const on = (opens: string, closes: string, ...days: string[]) => days.map((day) => ({ day, opens, closes }));

export const CLINICS: Case[] = [
  {
    sample: "F11 a day from 00:00 to 00:00",
    got: "refused: On monday, opening and closing time are the same. Leave both empty for a closed day.",
    right: "Open 24 hours",
    now: (stage) => told(stage, { hours: on("00:00", "00:00", "monday") }, "2026-11-30T12:00:00-05:00"),
  },
  {
    sample: "F12 a night in two periods that touch at midnight",
    got: "Open now, until 12 am",
    right: "Open now, until 8 am",
    now: (stage) =>
      told(
        stage,
        { hours: [...on("20:00", "00:00", "monday"), ...on("00:00", "08:00", "tuesday")] },
        "2026-11-30T23:30:00-05:00",
      ),
  },
  {
    sample: "F13 a clinic that closes while somebody looks",
    got: "Open now, until 5 pm",
    right: "Closed now, opens Tuesday at 9 am",
    now: (stage) =>
      told(stage, { hours: on("09:00", "17:00", "monday", "tuesday") }, "2026-11-30T16:55:00-05:00", {
        minutes: 15,
      }),
  },
  {
    sample: "F14 a holiday",
    got: "Open now, until 5 pm",
    right: "Closed now, opens Monday at 9 amClosed today: Christmas",
    now: (stage) =>
      told(
        stage,
        {
          hours: [{ day: "monday", lastDay: "friday", opens: "09:00", closes: "17:00" }],
          specialDays: [{ name: "Christmas", from: "2026-12-25T12:00:00.000Z" }],
        },
        "2026-12-25T11:00:00-05:00",
      ),
  },
  {
    sample: "F15 the week's hours without JavaScript",
    got: "an empty line",
    right: "Monday – Thursday 9 am – 7 pm",
    async now({ product }) {
      const path = `/embed/v1/html/en/riverside/${TOPIC}/booking.html`;
      const html = await (await fetch(product.cmsUrl + path)).text();
      const row = /<dt>(?:<!--.*?-->)?(Monday.*?)<\/dt><dd>(.*?)<\/dd>/.exec(html.replace(/<!--.*?-->/g, ""));
      return row ? `${row[1]} ${row[2]}`.replace(/\s+/g, " ") : "an empty line";
    },
  },
  {
    sample: "F16 one o'clock in Spanish",
    got: "Abierto ahora, hasta las 1:00",
    right: "Abierto ahora, hasta la 1:00",
    now: (stage) =>
      told(stage, { hours: on("18:00", "01:00", "monday") }, "2026-11-30T20:00:00-05:00", { lang: "es" }),
  },
  {
    sample: "F17 the same weekday of the next week",
    got: "Closed now, opens Monday at 9 am",
    right: "Closed now, opens next Monday at 9 am",
    now: (stage) => told(stage, { hours: on("09:00", "12:00", "monday") }, "2026-11-30T14:30:00-05:00"),
  },
  {
    sample: "F18 the nought for callers from within the country",
    got: "tel:+49030123456",
    right: "tel:+4930123456",
    now: dialled("+49 (030) 123456"),
  },
  {
    sample: "F19 the hidden marks of an address book",
    got: "refused",
    right: "tel:+12125550134",
    now: dialled("\u202a+1\u00a0212-555-0134\u202c"),
  },
  {
    sample: "F19 hyphens that do not break",
    got: "refused",
    right: "tel:+12125550134",
    now: dialled("+1 212\u2011555\u20110134"),
  },
  {
    sample: "F19 an extension",
    got: "refused",
    right: "tel:+12125550134;ext=5",
    now: dialled("+1 212-555-0134 ext. 5"),
  },
];
