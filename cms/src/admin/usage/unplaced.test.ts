import { describe, expect, it } from "vitest";
import { startPage } from "../../fields/startPage.ts";
import { unplacedIn, unplacedWords } from "./unplaced.ts";

const nothing = { benefits: [], injuries: 0, timings: 0, faqs: 0, studies: 0 };
const all = { benefits: ["overview", "evidence", "evidence"], injuries: 1, timings: 2, faqs: 3, studies: 1 };

describe("what is chosen and in no block", () => {
  it("is all of it, in a page without blocks", () => {
    expect(unplacedIn([], all, 2).map(unplacedWords)).toEqual([
      "1 benefit with a general explanation is in no block.",
      "2 benefits backed by a study are in no block.",
      "1 injury is in no block.",
      "2 times to use it are in no block.",
      "3 questions are in no block.",
      "1 source is in no block.",
      "No block calls to book: 2 clinics that show this topic have booking links.",
    ]);
  });

  it("is none of it, in the page that a new topic begins with", () => {
    expect(unplacedIn(startPage("en"), all, 1)).toEqual([]);
  });

  it("is what a block of another group does not show", () => {
    const body = [{ blockType: "benefits", group: "overview" }, { blockType: "text" }];

    expect(unplacedIn(body, { ...nothing, benefits: ["evidence", "overview"] }, 0)).toEqual([
      { block: "benefits", group: "evidence", count: 1 },
    ]);
  });

  it("is nothing where nothing is chosen", () => {
    expect(unplacedIn([], nothing, 0)).toEqual([]);
  });
});
