/** A CMS that takes questions and does not answer them, shown to readers who were here before and to those who were not. */
import type { ClinicFile, TimingsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms, pathOf } from "../../test/cms.ts";
import { ageCopies, visit } from "../../test/copies.ts";
import { cleanUp, type Mounted, mount, mountRendered, textOf, until } from "../../test/mount.ts";
import { holdTimers, type Timers } from "../../test/timers.ts";

const WORDS = "After Hard Training or Races";
const NAME = "Riverside Acupuncture & Dry Needling";
const PATIENCE_MS = 2_500;

describe("a CMS that hangs", () => {
  let cms: Cms;
  let timers: Timers | undefined;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(async () => {
    timers?.restore();
    timers = undefined;
    for (const kind of ["timings", "clinic", "faqs", "injuries"]) await cms.answer(kind, null);
    await cleanUp();
  });

  const line = ({ root }: Mounted) => root.querySelector("[part~=stale]");
  const details = ({ sent }: Mounted) => sent.map(({ detail }) => detail);
  const asked = async (kind: string) => (await cms.requests()).filter((path) => path === pathOf(kind)).length;
  /** A second visit, as far as the question. */
  const return_ = async (tag: string, kind: string, attributes: Record<string, string> = {}) => {
    const before = await asked(kind);
    timers = holdTimers();
    const it = mount(cms, tag, attributes);
    await until(async () => (await asked(kind)) > before, "the question");
    return it;
  };
  const republished = async () => {
    const file = await cms.content<TimingsFile>("timings");
    const items = file.items.map((timing) => ({ ...timing, timing: "Changed meanwhile" }));
    return { ...file, revision: "changed", items };
  };

  for (const [name, rule] of [
    ["at all", { hold: true }],
    ["to the end", { pause: true }],
  ] as const) {
    it(`and does not answer ${name}, does not keep a returning reader waiting for what is there`, async () => {
      await visit(cms, "clinic-timings");
      await cms.answer("timings", rule);
      const it = await return_("clinic-timings", "timings");

      timers?.pass(PATIENCE_MS - 1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const early = textOf(it);
      timers?.pass(1);
      await it.event("clinic-load");

      expect(early).not.to.include(WORDS);
      expect(textOf(it)).to.include(WORDS);
      expect(line(it)?.checkVisibility()).to.equal(true);
      expect(details(it)).to.deep.equal([{ code: "network" }, { stale: true }]);
    });

    it(`and did not answer ${name}, is believed when it does after all`, async () => {
      await visit(cms, "clinic-timings");
      await cms.answer("timings", { ...rule, body: await republished() });
      const it = await return_("clinic-timings", "timings");
      timers?.pass(PATIENCE_MS);
      await it.event("clinic-load");

      await cms.answer("timings", { body: await republished() });

      await until(() => textOf(it).includes("Changed meanwhile"), "the answer");
      await until(() => details(it).length === 3, "the event");
      expect(line(it)).to.equal(null);
      expect(details(it).at(-1)).to.deep.equal({ stale: false });
    });
  }

  it("and then says that the content was withdrawn, is believed too", async () => {
    await visit(cms, "clinic-timings");
    await cms.answer("timings", { hold: true });
    const it = await return_("clinic-timings", "timings");
    timers?.pass(PATIENCE_MS);
    await it.event("clinic-load");

    await cms.answer("timings", { body: { version: 1, gone: true } });

    await until(() => textOf(it) === "", "the withdrawal");
    expect(details(it).at(-1)).to.deep.equal({ code: "gone" });
  });

  it("and is given up later, leaves the copy and its line, and tells the page once", async () => {
    await visit(cms, "clinic-timings");
    await cms.answer("timings", { hold: true });
    const it = await return_("clinic-timings", "timings");
    timers?.pass(PATIENCE_MS);
    await it.event("clinic-load");

    timers?.pass(8_000);
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(textOf(it)).to.include(WORDS);
    expect(line(it)).not.to.equal(null);
    expect(details(it)).to.deep.equal([{ code: "network" }, { stale: true }]);
  });

  it("for the clinic alone lets the copy of the clinic be shown with the newest list", async () => {
    await visit(cms, "clinic-faq");
    await cms.answer("clinic", { hold: true });
    const it = await return_("clinic-faq", "clinic", { open: "all" });

    timers?.pass(PATIENCE_MS);
    await it.event("clinic-load");
    const meanwhile = textOf(it);
    await cms.answer("clinic", { body: { ...(await cms.content<ClinicFile>("clinic")), name: "Hillside" } });

    expect(meanwhile).to.include(`At ${NAME} in New York City`);
    await until(() => textOf(it).includes("At Hillside in"), "the clinic's new name");
  });

  it("shows no copy that is too old", async () => {
    await visit(cms, "clinic-timings");
    await ageCopies(31);
    await cms.answer("timings", { hold: true });
    const it = await return_("clinic-timings", "timings");

    timers?.pass(PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(it.sent).to.deep.equal([]);
    expect(textOf(it)).not.to.include(WORDS);
  });

  it("has the time that it always had for a reader who was never here", async () => {
    // Of this list no other test here has a copy, whose writing may still be on its way.
    await cms.answer("injuries", { hold: true });
    const it = await return_("clinic-injuries", "injuries");
    timers?.pass(PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const meanwhile = [...it.sent];

    timers?.pass(8_000);

    expect((await it.event("clinic-error")).detail).to.deep.equal({ code: "network" });
    expect(meanwhile).to.deep.equal([]);
  });

  it("changes nothing that a reader sees already, when a page that was left is looked at again", async () => {
    const it = mount(cms, "clinic-timings");
    await it.event("clinic-load");
    await cms.answer("timings", { hold: true });
    timers = holdTimers();
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await until(async () => (await asked("timings")) === 2, "the second question");

    timers.pass(PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(line(it)).to.equal(null);
    expect(details(it)).to.deep.equal([{ stale: false }]);
  });

  it("leaves the server's markup as it is", async () => {
    await visit(cms, "clinic-timings");
    const rendered = await cms.rendered("timings");
    await cms.answer("timings", { hold: true });
    timers = holdTimers();
    const it = mountRendered(rendered);
    const before = it.root.querySelector(".content");
    await until(async () => (await asked("timings")) === 2, "the question");

    timers.pass(PATIENCE_MS);
    await it.event("clinic-load");

    expect(it.root.querySelector(".content")).to.equal(before);
  });
});
