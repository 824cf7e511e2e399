/** What happens to content when answers are late, wrong or missing, shown with one or two elements. */
import type { ClinicFile, TimingsFile } from "@clinic-widgets/shared";
import { expect } from "@open-wc/testing";
import { Cms, pathOf, TOPIC } from "../../test/cms.ts";
import { ageCopies, copies, reload, spoilCopies, visit } from "../../test/copies.ts";
import { cleanUp, type Mounted, mount, textOf, until } from "../../test/mount.ts";
import { forgetOldCopies, storeCopy } from "../content/copies.ts";

const WORDS = "After Hard Training or Races";
const NAME = "Riverside Acupuncture & Dry Needling";
const GONE = { status: 404, body: { error: { code: "not-found", message: "No." } } };
const AWAY = { status: 503, body: { error: { code: "away", message: "Away." } } };

describe("content", () => {
  let cms: Cms;
  const { now } = Date;

  beforeEach(() => {
    cms = new Cms();
  });
  afterEach(() => {
    Date.now = now;
    return cleanUp();
  });

  const timingsWith = async (words: string) => {
    const file = await cms.content<TimingsFile>("timings");
    const items = file.items.map((timing) => ({ ...timing, timing: words }));
    return { ...file, revision: words, items };
  };
  const republish = async (words: string) => cms.answer("timings", { body: await timingsWith(words) });
  const comeBack = () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  const lookAgain = () => document.dispatchEvent(new Event("visibilitychange"));
  const asked = async (path: string) => (await cms.requests()).filter((each) => each === path).length;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 150));
  const types = ({ sent }: Mounted) => sent.map(({ type }) => type);
  const loaded = async (tag: string, attributes: Record<string, string | undefined> = {}) => {
    const it = mount(cms, tag, attributes);
    await it.event("clinic-load");
    return it;
  };

  describe("that is late", () => {
    const OTHER = "en/topics/other/timings.json";

    it("does not overwrite that of the topic asked for since", async () => {
      await cms.answer("timings", { hold: true });
      await cms.answerAt(OTHER, { body: await timingsWith("Of the other topic") });
      const it = mount(cms, "clinic-timings");
      await until(() => asked(pathOf("timings")), "the first question");

      it.element.setAttribute("topic", "other");
      await it.event("clinic-load");
      await cms.answer("timings", null);
      await settled();

      expect(textOf(it)).to.include("Of the other topic");
      expect(textOf(it)).not.to.include(WORDS);
    });

    it("does not overwrite that of the clinic asked for since", async () => {
      const clinic = await cms.content<ClinicFile>("clinic");
      await cms.answer("clinic", { hold: true });
      await cms.answerAt("en/clinics/hillside.json", { body: { ...clinic, name: "Hillside" } });
      const it = mount(cms, "clinic-faq", { open: "all" });
      await until(() => asked(pathOf("clinic")), "the first question");

      it.element.setAttribute("clinic", "hillside");
      await it.event("clinic-load");
      await cms.answer("clinic", null);
      await settled();

      expect(textOf(it)).to.include("At Hillside in");
      expect(types(it)).to.deep.equal(["clinic-load"]);
    });

    it("says nothing when it is a failure of a question that nobody asks any more", async () => {
      await cms.answerAt(OTHER, { hold: true });
      const it = mount(cms, "clinic-timings", { topic: "other" });
      await until(() => asked(OTHER), "the first question");

      it.element.setAttribute("topic", TOPIC);
      await it.event("clinic-load");
      await cms.answerAt(OTHER, { drop: true });
      await settled();

      expect(types(it)).to.deep.equal(["clinic-load"]);
      expect(textOf(it)).to.include(WORDS);
    });

    it("stays away from an element that left the page and came back to ask for something else", async () => {
      await cms.answerAt(OTHER, { hold: true });
      const it = mount(cms, "clinic-timings", { topic: "other" });
      await until(() => asked(OTHER), "the first question");

      it.element.remove();
      it.element.setAttribute("topic", TOPIC);
      it.container.append(it.element);
      await it.event("clinic-load");
      await cms.answerAt(OTHER, { body: await timingsWith("Of the other topic") });
      await settled();

      expect(textOf(it)).to.include(WORDS);
    });
  });

  it("is asked for again when its element is put back later", async () => {
    const it = await loaded("clinic-timings");
    it.element.remove();
    await republish("Changed meanwhile");
    reload();

    it.container.append(it.element);

    await until(() => textOf(it).includes("Changed meanwhile"), "the new text");
  });

  it("is told of once when its element only moves", async () => {
    const it = await loaded("clinic-timings");

    it.container.append(it.element);
    await settled();

    expect(types(it)).to.deep.equal(["clinic-load"]);
    expect(await asked(pathOf("timings"))).to.equal(1);
  });

  describe("of the clinic", () => {
    it("is not waited for when it is slow, and filled in when it comes", async () => {
      await cms.answer("clinic", { hold: true });
      const it = await loaded("clinic-faq", { open: "all" });
      const meanwhile = textOf(it);

      await cms.answer("clinic", null);

      await until(() => textOf(it).includes(`At ${NAME} in New York City`), "the clinic's name");
      expect(meanwhile).to.include("At our clinic in your area");
      expect(it.sent.map(({ detail }) => detail)).to.deep.equal([{ stale: false }, { stale: false }]);
    });

    it("is waited for a little, so that no name changes before the reader's eyes", async () => {
      await cms.answer("clinic", { hold: true });
      const it = mount(cms, "clinic-faq", { open: "all" });
      await until(() => asked(pathOf("faqs")), "the question");
      await settled();
      const meanwhile = types(it);

      await cms.answer("clinic", null);

      await until(() => textOf(it).includes(`At ${NAME} in New York City`), "the clinic's name");
      expect(meanwhile).to.deep.equal([]);
    });

    it("gives way to neutral words, and its copy goes, when there is no such clinic any more", async () => {
      await visit(cms, "clinic-faq");
      await cms.answer("clinic", GONE);

      const it = await loaded("clinic-faq", { open: "all" });

      expect(textOf(it)).to.include("At our clinic in your area");
      expect((await copies()).filter((url) => url.includes("/clinics/"))).to.deep.equal([]);
      expect(it.sent.map(({ detail }) => detail)).to.deep.equal([{ stale: false }]);
    });

    it("is the last known when it alone cannot be had, and the page is told", async () => {
      await visit(cms, "clinic-faq");
      await cms.answer("clinic", AWAY);

      const it = await loaded("clinic-faq", { open: "all" });

      expect(textOf(it)).to.include(`At ${NAME} in New York City`);
      expect(it.sent.map(({ detail }) => detail)).to.deep.equal([{ code: "server" }, { stale: true }]);
    });

    it("stays on the page where nothing can be stored", async () => {
      const it = await loaded("clinic-faq", { open: "all" });
      await caches.delete("clinic-widgets-1");
      await cms.answer("clinic", AWAY);

      comeBack();
      await it.event("clinic-error");

      expect(textOf(it)).to.include(`At ${NAME} in New York City`);
    });

    it("goes from the page when it was withdrawn while the list cannot be had", async () => {
      const it = await loaded("clinic-faq", { open: "all" });
      await cms.answer("clinic", GONE);
      await cms.answer("faqs", AWAY);

      comeBack();
      await it.event("clinic-error");

      expect(textOf(it)).to.include("At our clinic in your area");
    });
  });

  describe("kept as a copy", () => {
    for (const [name, rule, code] of [
      ["a captive portal answers", { text: "<h1>Log in to the Wi-Fi</h1>" }, "bad-answer"],
      ["a proxy says that it is gone", { status: 410, text: "<h1>Gone</h1>" }, "bad-answer"],
      ["the answer is of another version", { body: { version: 2, kind: "timings" } }, "bad-answer"],
      ["the answer is nothing", { status: 404, body: null }, "bad-answer"],
      ["the server fails", AWAY, "server"],
      ["the connection breaks in the midst of the answer", { cut: true }, "network"],
    ] as const) {
      it(`is shown, and stays, when ${name}`, async () => {
        await visit(cms, "clinic-timings");
        await cms.answer("timings", rule);

        const it = await loaded("clinic-timings");

        expect(textOf(it)).to.include(WORDS);
        expect((await it.event("clinic-error")).detail).to.deep.equal({ code });
        expect((await copies()).some((url) => url.endsWith("timings.json"))).to.equal(true);
      });
    }

    for (const [name, text] of [
      ["is not JSON", "{"],
      ["is another kind of file", '{"version":1,"kind":"weather"}'],
    ] as const) {
      it(`counts as none when it ${name}`, async () => {
        await visit(cms, "clinic-timings");
        await spoilCopies(text);
        await cms.answer("timings", { drop: true });

        const it = mount(cms, "clinic-timings", {}, { fallback: "<p>Please call us.</p>" });
        await it.event("clinic-error");

        expect(types(it)).to.deep.equal(["clinic-error"]);
        expect(it.element.querySelector("p")?.checkVisibility()).to.equal(true);
      });
    }

    it("counts as too old when its date lies far in the future", async () => {
      await visit(cms, "clinic-timings");
      await ageCopies(-31);
      await cms.answer("timings", { drop: true });

      const it = mount(cms, "clinic-timings");
      await it.event("clinic-error");

      expect(textOf(it)).not.to.include(WORDS);
    });

    it("is rather none than an old one when there is no room for the new", async () => {
      await visit(cms, "clinic-timings");
      const { put } = Cache.prototype;
      Cache.prototype.put = () => Promise.reject(new DOMException("No room.", "QuotaExceededError"));
      try {
        await republish("Changed meanwhile");
        const it = await loaded("clinic-timings");

        expect(textOf(it)).to.include("Changed meanwhile");
        await until(async () => (await copies()).length === 0, "no copies");
      } finally {
        Cache.prototype.put = put;
      }
    });

    it("goes with the time, also of a topic that nobody visits any more", async () => {
      await visit(cms, "clinic-timings");
      const young = await copies();
      const file = await cms.content<TimingsFile>("timings");
      await storeCopy(`${cms.origin}/of-an-old-topic.json`, file, now() - 31 * 24 * 60 * 60 * 1000);

      await forgetOldCopies(now());

      expect(await copies()).to.deep.equal(young);
    });

    it("holds the file and the time of the last contact, nothing of the visitor", async () => {
      await visit(cms, "clinic-timings");

      const cache = await caches.open("clinic-widgets-1");
      const url = (await copies()).find((each) => each.endsWith("timings.json")) as string;
      const copy = (await cache.match(url)) as Response;

      expect(await copy.json()).to.deep.equal(await cms.content("timings"));
      expect([...copy.headers.keys()].sort()).to.deep.equal(["content-type", "x-last-contact"]);
      expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, ""]);
    });
  });

  it("is shown though a bad connection takes longer for it than a CMS may take to answer", async () => {
    await cms.answer("timings", { pause: true });
    const it = mount(cms, "clinic-timings");
    await until(() => asked(pathOf("timings")), "the question");
    await new Promise((resolve) => setTimeout(resolve, 9_000));

    await cms.answer("timings", null);
    await it.event("clinic-load");

    expect(textOf(it)).to.include(WORDS);
    expect(types(it)).to.deep.equal(["clinic-load"]);
  });

  it("of a page left open for 31 days gives way to a neutral line when nobody can confirm it", async () => {
    const it = await loaded("clinic-timings");
    await cms.answer("timings", { drop: true });
    reload();

    Date.now = () => now() + 31 * 24 * 60 * 60 * 1000;
    lookAgain();
    await it.event("clinic-error");

    expect(textOf(it)).not.to.include(WORDS);
    expect(textOf(it)).not.to.equal("");
  });

  it("is asked for again when a reader comes back to the tab after a while, and not sooner", async () => {
    const it = await loaded("clinic-timings");
    await republish("Changed meanwhile");
    reload();
    lookAgain();
    await settled();
    const soon = await asked(pathOf("timings"));

    Date.now = () => now() + 10 * 60_000;
    lookAgain();

    await until(() => textOf(it).includes("Changed meanwhile"), "the new text");
    expect(soon).to.equal(1);
  });

  describe("that failed", () => {
    const goOnline = () => window.dispatchEvent(new Event("online"));

    it("comes when the connection does", async () => {
      await cms.answer("timings", { drop: true });
      const it = mount(cms, "clinic-timings");
      await it.event("clinic-error");
      await cms.answer("timings", null);

      goOnline();
      await it.event("clinic-load");

      expect(textOf(it)).to.include(WORDS);
    });

    it("is asked for ten times at most, and told of once", async () => {
      await cms.answer("timings", AWAY);
      const it = mount(cms, "clinic-timings");
      await it.event("clinic-error");

      for (let times = 0; times < 15; times++) {
        goOnline();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }

      await settled();
      expect(await asked(pathOf("timings"))).to.be.within(2, 11);
      expect(types(it)).to.deep.equal(["clinic-error"]);
    });

    it("keeps its line on the page while it is asked for again", async () => {
      await visit(cms, "clinic-timings");
      await cms.answer("timings", AWAY);
      const it = await loaded("clinic-timings");
      await cms.answer("timings", { hold: true });

      goOnline();
      await until(async () => (await asked(pathOf("timings"))) === 3, "the third question");
      const meanwhile = it.root.querySelector("[part~=stale]");
      await cms.answer("timings", null);

      expect(meanwhile).not.to.equal(null);
      await until(() => !it.root.querySelector("[part~=stale]"), "the line to go");
    });
  });

  it("that is as it was is not asked for when the connection comes back", async () => {
    await loaded("clinic-timings");
    reload();

    window.dispatchEvent(new Event("online"));
    await settled();

    expect(await asked(pathOf("timings"))).to.equal(1);
  });

  it("is asked for once by fifty elements, and nothing of theirs stays behind when they go", async () => {
    const balance = new Map<string, number>();
    const originals = [window, document].map((target) => {
      const { addEventListener, removeEventListener } = target;
      const count = (type: string, by: number) => balance.set(type, (balance.get(type) ?? 0) + by);
      target.addEventListener = (type: string, ...rest: [never]) => {
        if (!type.startsWith("clinic-")) count(type, 1);
        addEventListener.call(target, type, ...rest);
      };
      target.removeEventListener = (type: string, ...rest: [never]) => {
        if (!type.startsWith("clinic-")) count(type, -1);
        removeEventListener.call(target, type, ...rest);
      };
      return () => Object.assign(target, { addEventListener, removeEventListener });
    });
    try {
      const tags = ["clinic-faq", "clinic-topic", "clinic-booking", "clinic-timings", "clinic-benefits"];
      const all = Array.from({ length: 50 }, (_, index) => mount(cms, tags[index % 5] as string));
      await Promise.all(all.map((it) => it.event("clinic-load")));
      const requests = await cms.requests();
      const listening = [...balance.values()].reduce((sum, one) => sum + one, 0);
      for (const it of all) it.remove();

      expect(requests).to.have.length(new Set(requests).size);
      expect(listening).to.be.greaterThan(100);
      expect([...balance].filter(([, left]) => left !== 0)).to.deep.equal([]);
    } finally {
      for (const restore of originals) restore();
    }
  });
});
