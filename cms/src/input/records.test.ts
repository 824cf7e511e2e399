import { describe, expect, it } from "vitest";
import { plainRecord, withoutTags } from "./records.ts";

describe("a text of a record", () => {
  it.each([
    ["Pain &amp; function in runners &lt;40 years", "Pain & function in runners <40 years"],
    ["Pain &#38; function, &#x3C;40&nbsp;years", "Pain & function, <40\u00a0years"],
    ["&amp;lt; and &amp;amp;", "&lt; and &amp;"],
    ["AT&T, R&D; p < 0.05 and n > 3", "AT&T, R&D; p < 0.05 and n > 3"],
    ["runners <40 years and >60 years", "runners <40 years and >60 years"],
    ["a <b and c> d", "a <b and c> d"],
    ["Counts of 10<sup>5</sup> cells and VO<sub>2</sub>max", "Counts of 10⁵ cells and VO₂max"],
    ["10&lt;sup&gt;5&lt;/sup&gt; cells", "10⁵ cells"],
    ["10<sup>-12</sup> and 10<sup>−3</sup> m<sup>2</sup>", "10⁻¹² and 10⁻³ m²"],
    ["10<sup>5.5</sup>, 10<sup>1,000</sup>", "10^5.5, 10^1,000"],
    ["10<sup>5/2</sup>", "10^(5/2)"],
    ["2<sup>n</sup>, 10<sup>2x</sup>, Ca<sup>2+</sup>, Na<sup>+</sup>", "2ⁿ, 10²ˣ, Ca²⁺, Na⁺"],
    ["the 1<sup>st</sup>, la 2<sup>a</sup> y el 1.<sup>er</sup>", "the 1st, la 2ª y el 1.er"],
    ["Brand<sup>TM</sup>, Name<sup>®</sup>, result<sup>*</sup>", "Brand™, Name®, result*"],
    ["HbA<sub>1c</sub>, VO<sub>2max</sub>, V<sub>E</sub>", "HbA₁c, VO₂max, VE"],
    ["10<sup><i>5</i></sup> of <i>Homo sapiens</i>, <b>bold</b>", "10⁵ of Homo sapiens, bold"],
    ['A <span class="x">word</span><br/>and <jats:italic>another</jats:italic>', "A word and another"],
    ["<mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>5</mml:mn></mml:msup></mml:math> cells", "10⁵ cells"],
    [
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><msub><mi>VO</mi><mrow><mn>2</mn></mrow></msub></math>',
      "VO₂",
    ],
    ["10⁵ and VO₂", "10⁵ and VO₂"],
  ])("%s reads %s", (pasted, plain) => {
    expect(plainRecord(pasted)).toBe(plain);
  });

  it("saved before keeps what is no tag", () => {
    expect(withoutTags("10<sup>5</sup> &amp; <40")).toBe("10⁵ &amp; <40");
  });
});
