import { describe, expect, it } from "vitest";
import { checkPartialDate, dateIn } from "./dates.ts";

describe("a date of publication", () => {
  it.each([
    ["2025", "2025"],
    ["2025-04", "2025-04"],
    ["2025-04-30", "2025-04-30"],
    ["2025/4/3", "2025-04-03"],
    // As PubMed writes it.
    ["2020 Nov", "2020-11"],
    ["2020 Nov-Dec", "2020-11"],
    ["2020 Nov–Dec;", "2020-11"],
    ["2019 Dec-2020 Jan", "2019-12"],
    ["2025 Apr 30", "2025-04-30"],
    ["2025 Apr 30.", "2025-04-30"],
    ["2025\u00a0Apr\u00a030", "2025-04-30"],
    ["2020 Nov 15-30", "2020-11-15"],
    ["2020 Nov 30-Dec 5", "2020-11-30"],
    ["2019 Dec 30-2020 Jan 5", "2019-12-30"],
    ["Epub 2020 Nov 3", "2020-11-03"],
    ["Epub ahead of print 2020 Nov 3.", "2020-11-03"],
    ["2020 Nov 3; Epub 2020 Oct 1", "2020-11-03"],
    ["2020 Jan 1;15(1):3-8", "2020-01-01"],
    ["DP  - 2020 Nov", "2020-11"],
    // As RIS, CSL and pages write it.
    ["PY  - 2020///", "2020"],
    ["2020/11//", "2020-11"],
    ["2020/11/03/", "2020-11-03"],
    ["2020-11-03T00:00:00Z", "2020-11-03"],
    ["2020.11.03", "2020-11-03"],
    ["Published: 03 November 2020", "2020-11-03"],
    ["Available online 3 November 2020", "2020-11-03"],
    ["Nov 3-10, 2020", "2020-11-03"],
    ["٢٠٢٠", "2020"],
    ["2020 Winter", "2020"],
    ["2020 Spring-Summer", "2020"],
    // As papers do, in English and Spanish.
    ["30 April 2025", "2025-04-30"],
    ["April 30, 2025", "2025-04-30"],
    ["Sept. 2020", "2020-09"],
    ["Nov-Dec 2020", "2020-11"],
    ["2025 abr 30", "2025-04-30"],
    ["30 de abril de 2025", "2025-04-30"],
    ["enero de 2025", "2025-01"],
    ["2025 ago", "2025-08"],
    ["setiembre de 2020", "2020-09"],
    ["3 juillet 2020", "2020-07-03"],
    ["3. Dezember 2020", "2020-12-03"],
    ["3 março 2020", "2020-03-03"],
    ["2025 dic", "2025-12"],
  ])("%j is read as %s", (written, date) => {
    expect(dateIn(written)).toBe(date);
    expect(checkPartialDate(written, 2026)).toBe(true);
  });

  it.each([
    "25",
    "0000",
    "9999",
    "April",
    "2025-13",
    "2025-02-30",
    "2025 Feb 30",
    "2025 Foo",
    "04/30/2025",
    "2020-11/12",
    "next year",
    "2020-2021",
    "2020a",
    "2020 Marathon",
    "2020 Augustine",
    "2020 Jui",
  ])("is not %j, and a sentence says so", (written) => {
    expect(checkPartialDate(written, 2026)).toEqual(expect.stringMatching(/^.{20,}\.$/));
  });

  it("may be in the year to come, and no later", () => {
    expect(checkPartialDate("2027 Jan", 2026)).toBe(true);
    expect(checkPartialDate("2028 Jan", 2026)).toContain("The year 2028 cannot be right");
  });
});
