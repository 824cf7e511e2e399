/** Opening hours from the save to the files that readers get. */
import type { ClinicFile } from "@clinic-widgets/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { openPublisherFixture, type PublisherFixture } from "../../test/publisherFixture.ts";
import { refusals } from "../../test/refusals.ts";
import { databaseKinds } from "../../test/testCms.ts";

const CLINIC = "riverside";
const noon = (day: string) => `${day}T12:00:00.000Z`;

describe.each(databaseKinds)("opening hours on %s", (kind) => {
  let fixture: PublisherFixture;
  let id: string;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    ({ id } = await fixture.find("clinics", CLINIC));
  });
  afterAll(() => fixture?.close());

  const shown = (): ClinicFile => fixture.content(`en/clinics/${CLINIC}.json`);
  const saveSettings = async (specialDays: Parsed) => {
    await fixture.cms.payload.updateGlobal({ slug: "settings", data: { specialDays } });
    await fixture.publisher.flush();
  };

  it.each([
    [
      "of several days in one row",
      [{ day: "thursday", lastDay: "friday", opens: "09:00", closes: "17:00" }],
      "thursday 09:00-17:00, friday 09:00-17:00",
    ],
    ["F11 of a whole day", [{ day: "monday", opens: "00:00", closes: "00:00" }], "monday 00:00-00:00"],
    ["of a whole day to 24:00", [{ day: "monday", opens: "00:00", closes: "24:00" }], "monday 00:00-00:00"],
    ["of a whole day by its box", [{ day: "monday", allDay: true, opens: "09:00" }], "monday 00:00-00:00"],
    ["of a long night", [{ day: "monday", opens: "20:00", closes: "08:00" }], "monday 20:00-08:00"],
    [
      "of a closed day",
      [{ day: "sunday" }, { day: "monday", opens: "20:00", closes: "24:00" }],
      "sunday null-null, monday 20:00-00:00",
    ],
  ])("%s", async (_, hours, expected) => {
    await fixture.change("clinics", CLINIC, { hours });

    expect(
      shown()
        .hours.map(({ day, opens, closes }) => `${day} ${opens}-${closes}`)
        .join(", "),
    ).toBe(expected);
  });

  it("come with special days, the clinic's own before those of the settings, and follow both", async () => {
    const christmas = { name: "Christmas", from: noon("2996-12-25") };
    await saveSettings([
      { ...christmas, to: noon("2996-12-26"), where: "chosen", countries: ["US"] },
      { name: "Elsewhere", from: noon("2996-10-03"), where: "chosen", countries: ["DE"] },
    ]);
    const holidays = shown().specialDays;
    await fixture.change("clinics", CLINIC, {
      specialDays: [{ ...christmas, opens: "10:00", closes: "12:00" }],
    });
    const both = shown().specialDays;
    await saveSettings([]);

    expect(holidays).toEqual([{ from: "2996-12-25", to: "2996-12-26", name: "Christmas", hours: [] }]);
    expect(both).toEqual([
      {
        from: "2996-12-25",
        to: "2996-12-25",
        name: "Christmas",
        hours: [{ opens: "10:00", closes: "12:00" }],
      },
      { from: "2996-12-26", to: "2996-12-26", name: "Christmas", hours: [] },
    ]);
    expect(shown().specialDays).toEqual([both?.[0]]);
    expect(fixture.content(`es/clinics/${CLINIC}.json`).specialDays?.[0]).toMatchObject({ lang: "en" });
    await fixture.change("clinics", CLINIC, { specialDays: [] });
    expect(shown().specialDays).toBeUndefined();
  });

  it("need a time zone, and one that was saved without it can still be put in the trash", async () => {
    expect(await refusals(fixture.save("clinics", id, { timezone: "" }))).toEqual([
      ["timezone", expect.stringMatching(/^Opening hours need the time zone/)],
    ]);
    await fixture.damage("clinics", id, { timezone: null });

    await fixture.save("clinics", id, { deletedAt: new Date().toISOString() });
    await fixture.save("clinics", id, { deletedAt: null }, { trash: true });
    await fixture.publisher.flush();

    expect(shown().name).toBeTruthy();
    await fixture.change("clinics", CLINIC, { timezone: "America/New_York" });
  });
});
