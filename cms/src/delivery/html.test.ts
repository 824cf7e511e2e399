/** Addresses of elements, answered by the renderer that ships. */
import { readFileSync } from "node:fs";
import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import * as widgets from "@clinic-widgets/widgets/server";
import { describe, expect, it } from "vitest";
import { DEFINITIONS } from "../../../widgets/src/definitions.ts";
import { headingLevel } from "../../../widgets/src/options.ts";
import { valuesOf } from "../../../widgets/test/options.ts";
import { StoredFile } from "../store/storedFile.ts";
import type { SnapshotStore } from "../store/types.ts";
import { createHtml } from "./html.ts";

const FIXTURES = new URL("../../../widgets/fixtures/", import.meta.url);
const TOPIC = "riverside/dry-needling-for-runners";
const NOW = Date.UTC(2026, 10, 20);

/** How addresses are answered, how many elements that took drawing, and how many files reading. */
function openHtml() {
  const drawn: string[] = [];
  const read: string[] = [];
  const revised = new Map<string, string>();
  const store = {
    snapshot: (path: string) => {
      const body = readFileSync(new URL(path.replace(/^content\//, ""), FIXTURES), "utf8");
      return {
        revision: revised.get(path) ?? (JSON.parse(body) as { revision: string }).revision,
        get body() {
          read.push(path);
          return body;
        },
      };
    },
    build: () => ({ style: "clinic-widgets-1.css", frame: "clinic-widgets-2.js" }),
  } as unknown as SnapshotStore;
  const html = createHtml({
    store,
    renderer: {
      ...widgets,
      renderElement: (...given) => {
        drawn.push(given[0].element);
        return widgets.renderElement(...given);
      },
    },
    publicUrl: "https://cms.example",
    locales: ["en", "es"],
  });
  const ask = (file: string, root = "html") => {
    const [path, query] = file.split("?");
    return html(`${root}/en/${TOPIC}/${path}`, new URLSearchParams(query), NOW);
  };
  const textOf = (file: string, root?: string): string => {
    const answer = ask(file, root);
    return answer instanceof StoredFile ? answer.identity.toString() : `${answer.status} ${answer.code}`;
  };
  return { ask, textOf, drawn, read, revised };
}

describe("the address of an element", () => {
  it.each([
    ["faq.html?open=first&single", / open="first" single /],
    ["benefits.html?group=evidence&view=table", / group="evidence" view="table" /],
    ["injuries.html?view=list&heading-level=4", / view="list" heading-level="4" /],
    ["booking.html?compact&link=acupuncture-session", / link="acupuncture-session" compact /],
    ["topic.html?section=conclusion&prose=", / section="conclusion" prose /],
  ])("takes options by the names of its attributes, and puts them on the tag: %s", (file, attributes) => {
    expect(openHtml().textOf(file)).toMatch(attributes);
  });

  it("takes group and view in the path or behind it, for the same answer", () => {
    const { ask, drawn } = openHtml();

    expect(ask("benefits.evidence.html?view=table")).toBe(ask("benefits.evidence.table.html"));
    expect(ask("benefits.html?view=table&group=evidence")).toBe(ask("benefits.evidence.table.html"));
    expect(drawn).toEqual(["benefits"]);
  });

  it.each(
    ELEMENT_NAMES.flatMap((element) =>
      valuesOf({ ...DEFINITIONS[element].options, headingLevel }).flatMap(([name, values]) =>
        values.filter((value) => value !== "nowhere").map((value) => [element, `${name}=${value}`]),
      ),
    ),
  )("draws a frame of %s by %s as it draws the element", (element, query) => {
    const { textOf } = openHtml();

    const alone = textOf(`${element}.html?${query}`);

    expect(alone).toMatch(/^<clinic-/);
    expect(textOf(`${element}.html?${query}`, "frame")).toContain(alone);
  });

  it("takes a colour scheme for a frame, and for nothing else", () => {
    const { textOf } = openHtml();

    const [own, dark, light] = ["", "?color-scheme=dark", "?color-scheme=light"].map((query) =>
      textOf(`faq.html${query}`, "frame"),
    );

    expect(new Set([own, dark, light]).size).toBe(3);
    expect(textOf("faq.html?color-scheme=dim", "frame")).toBe("400 bad-color-scheme");
    expect(textOf("faq.html?color-scheme=dark")).toBe("400 unknown-query");
  });

  it.each(
    ELEMENT_NAMES.flatMap((element) =>
      widgets.optionsOf(element).map(({ name }) => [element, name] as const),
    ),
  )("refuses an odd value for %s %s", (element, name) => {
    expect(openHtml().textOf(`${element}.html?${name}=Odd%20value`)).toBe(`400 bad-${name}`);
  });

  it.each([
    ["faq.html?open=wide", "400 bad-open"],
    ["faq.html?open=", "400 bad-open"],
    ["faq.html?single=true", "400 bad-single"],
    ["faq.html?compact", "400 unknown-query"],
    ["faq.html?__proto__=1", "400 unknown-query"],
    ["faq.html?open=all&open=all", "400 unknown-query"],
    ["benefits.table.html?view=table", "400 unknown-query"],
    ["benefits.html?view=list", "400 bad-view"],
    ["topic.html?section=history", "404 unknown-section"],
    ["benefits.table.evidence.html", "404 not-found"],
    ["benefits.list.html", "404 not-found"],
    ["faq.first.html", "404 not-found"],
  ])("refuses %s with %s", (file, refusal) => {
    expect(openHtml().textOf(file)).toBe(refusal);
  });

  it("refuses a form in the path of a frame", () => {
    expect(openHtml().textOf("benefits.table.html", "frame")).toBe("404 not-found");
  });

  it("says what can be asked for", () => {
    expect(openHtml().ask("faq.html?view=table")).toMatchObject({
      message: "Only open, single, heading-level, styles can be asked for here, each once.",
    });
  });

  it("draws once what is the same in another order, or with the slug of a booking link that there is not", () => {
    const { ask, drawn } = openHtml();

    const files = new Set([
      ask("booking.html?compact&styles=link"),
      ask("booking.html?styles=link&compact="),
      ask("booking.html?link=nowhere&compact&styles=link"),
      ask("booking.html?link=nobody&compact&styles=link"),
    ]);

    expect(files.size).toBe(1);
    expect(drawn).toEqual(["booking"]);
  });

  it("reads each file once, and none again while all of them are the same", () => {
    const { ask, drawn, read, revised } = openHtml();

    ask("faq.html?open=first");
    const files = read.splice(0);
    ask("faq.html?open=first");

    expect(files).toHaveLength(new Set(files).size);
    expect(read).toEqual([]);

    for (const path of files) {
      revised.set(path, "later");
      ask("faq.html?open=first");
    }
    expect(drawn).toHaveLength(1 + files.length);
  });
});
