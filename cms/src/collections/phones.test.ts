/** Telephone numbers from the save to the files that readers get. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPublisherFixture, type PublisherFixture } from "../../test/publisherFixture.ts";
import { refusals } from "../../test/refusals.ts";
import { databaseKinds } from "../../test/testCms.ts";
import { richText } from "../seed/lexical.ts";

const CLINIC = "riverside";

describe.each(databaseKinds)("telephone numbers on %s", (kind) => {
  let fixture: PublisherFixture;
  let id: string;
  beforeAll(async () => {
    fixture = await openPublisherFixture(kind);
    ({ id } = await fixture.find("clinics", CLINIC));
  });
  afterAll(() => fixture?.close());

  const shown = () => fixture.content(`en/clinics/${CLINIC}.json`);

  it.each([
    ["+49 (030) 123456", "+49 (030) 123456", "tel:+4930123456"],
    ["\u202a+1\u00a0212\u2011555\u20110134\u202c", "+1 212-555-0134", "tel:+12125550134"],
    ["+1 212-555-0134 ext. 5", "+1 212-555-0134 ext. 5", "tel:+12125550134;ext=5"],
    ["(212) 555-0134", "(212) 555-0134", "tel:+12125550134"],
  ])("%s is shown as %s and dialled as %s", async (typed, phone, phoneUrl) => {
    await fixture.change("clinics", CLINIC, { phone: typed });

    expect((await fixture.find("clinics", CLINIC)).phone).toBe(phone);
    expect(shown()).toMatchObject({ phone, phoneUrl });
  });

  it("follow the clinic to another country, and are refused where they could not be dialled", async () => {
    await fixture.change("clinics", CLINIC, { phone: "+1 212-555-0134" });

    expect(await refusals(fixture.save("clinics", id, { phone: "020 7946 0000" }))).toEqual([
      ["phone", expect.stringContaining("is not a complete number in United States")],
    ]);
    await fixture.change("clinics", CLINIC, { phone: "020 7946 0000", address: { country: "GB" } });

    expect(shown().phoneUrl).toBe("tel:+442079460000");
    await fixture.change("clinics", CLINIC, { phone: "+1 212-555-0134", address: { country: "US" } });
  });

  it("that were saved before they were checked stay, and hold up no other change", async () => {
    await fixture.damage("clinics", id, { phone: "555 0134\u202c" });

    await fixture.change("clinics", CLINIC, { city: "New York" });

    expect(shown()).toMatchObject({ city: "New York", phone: "555 0134", phoneUrl: "tel:5550134" });
    expect(await refusals(fixture.save("clinics", id, { phone: "555 0135" }))).toEqual([
      ["phone", expect.any(String)],
    ]);
  });

  it("of emergency are dialled as they are", async () => {
    const number = (number: string) =>
      fixture.cms.payload.updateGlobal({
        slug: "settings",
        data: { emergencyNumbers: [{ country: "US", number }] } as never,
      });

    await number("\u202a116 123\u202c");
    await fixture.publisher.flush();
    expect(shown()).toMatchObject({ emergencyNumber: "116 123", emergencyUrl: "tel:116123" });

    await number("911");
    await fixture.publisher.flush();
    expect(shown()).toMatchObject({ emergencyNumber: "911", emergencyUrl: "tel:911" });
  });

  it("may be what a link leads to, by their placeholder or with their country code", async () => {
    const link = (url: string) => ({
      type: "link",
      version: 3,
      fields: { url, linkType: "custom", newTab: false },
      children: [{ type: "text", text: "Call us", version: 1 }],
    });
    const answer = richText("Call {{clinic.phone}}.");
    const paragraph = { type: "paragraph", version: 1 };
    (answer.root.children as object[]).push(
      { ...paragraph, children: [link("tel:{{ clinic.phone }}"), link("tel:{{emergency.number}}")] },
      { ...paragraph, children: [link("tel:+12125550134;ext=5")] },
    );
    const { slug } = fixture.list("faqs")[0];

    await fixture.change("faqs", slug, { answer: answer as never, _status: "published" });

    const urls = [...JSON.stringify(fixture.list("faqs")[0].answer).matchAll(/"url":"([^"]*)"/g)];
    expect(urls.map(([, url]) => url)).toEqual([
      "tel:{{clinic.phone}}",
      "tel:{{emergency.number}}",
      "tel:+12125550134;ext=5",
    ]);
  });
});
