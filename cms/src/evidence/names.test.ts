import { describe, expect, it } from "vitest";
import { type CitationStyle, citeStudy } from "./citation.ts";
import { authorsIn, checkFamilyName, tidyAuthors } from "./names.ts";

/** How a reference begins. */
function cited(style: CitationStyle, family: string, given?: string): string {
  const tree = JSON.stringify(
    citeStudy({ authors: [{ family, given }], title: "Title", issued: "2025" }, style, "en"),
  );
  return /"text":"(.*?)[.\s]*(?:\(2025|Title)/.exec(tree)?.[1] ?? tree;
}

describe("an author's name in a reference", () => {
  it.each([
    // Given names, in full and as initials.
    ["García Ejemplo", "María José", "García Ejemplo MJ", "García Ejemplo, M. J"],
    ["Example Second", "Ana", "Example Second A", "Example Second, A"],
    ["Clemente", "FM", "Clemente FM", "Clemente, F. M"],
    ["Smith", "F.M.", "Smith FM", "Smith, F. M"],
    ["Smith", "F. M.", "Smith FM", "Smith, F. M"],
    ["Smith", "f m", "Smith FM", "Smith, F. M"],
    ["Smith", "Mary JA", "Smith MJA", "Smith, M. J. A"],
    ["GARCÍA", "ANA", "GARCÍA A", "GARCÍA, A"],
    // Double names.
    ["Müller-Lüdenscheidt", "Hans-Peter", "Müller-Lüdenscheidt HP", "Müller-Lüdenscheidt, H.-P"],
    ["Sartre", "J-P", "Sartre JP", "Sartre, J.-P"],
    ["Lee", "Min-jun", "Lee MJ", "Lee, M.-J"],
    // Particles.
    ["van der Berg", "Jan", "van der Berg J", "van der Berg, J"],
    ["Beethoven", "Ludwig van", "van Beethoven L", "van Beethoven, L"],
    ["de la Cruz", "Ana", "de la Cruz A", "de la Cruz, A"],
    ["O’Brien", "Éamon", "O’Brien É", "O’Brien, É"],
    // Suffixes.
    ["King", "ML Jr", "King ML Jr", "King, M. L., Jr"],
    ["King Jr.", "Martin Luther", "King ML Jr", "King, M. L., Jr"],
    ["King, III", "M", "King M III", "King, M., III"],
    // Groups, and people with one name.
    ["GRADE Working Group", undefined, "GRADE Working Group", "GRADE Working Group"],
    ["van Gogh Study Group", "", "van Gogh Study Group", "van Gogh Study Group"],
    ["Suharto", undefined, "Suharto", "Suharto"],
    // Accents that are characters of their own.
    ["Exa\u0301mple", "E\u0301lise O\u0308zge", "Exámple ÉÖ", "Exámple, É. Ö"],
    // Other scripts.
    ["Иванов", "Иван Петрович", "Иванов ИП", "Иванов, И. П"],
    ["Παπαδόπουλος", "Γιώργος", "Παπαδόπουλος Γ", "Παπαδόπουλος, Γ"],
    ["王", "明", "王明", "王明"],
    ["김", "민준", "김민준", "김민준"],
    ["محمد", "أحمد علي", "محمد أحمد علي", "محمد أحمد علي"],
    ["शर्मा", "राज", "शर्मा राज", "शर्मा राज"],
  ])("of the family %j, given %j, is %j, after APA %j", (family, given, vancouver, apa) => {
    expect(cited("vancouver", family, given)).toBe(vancouver);
    expect(cited("apa", family, given)).toBe(apa);
  });
});

describe("a list of authors in one field", () => {
  const a = { family: "García Ejemplo", given: "MJ" };
  const b = { family: "van der Example", given: "A" };

  it.each([
    ["García Ejemplo MJ, van der Example A", [a, b]],
    ["García Ejemplo MJ, van der Example A.", [a, { ...b, given: "A." }]],
    ["García Ejemplo MJ1, van der Example A2,3*", [a, b]],
    ["García Ejemplo MJ and van der Example A", [a, b]],
    ["García Ejemplo MJ, van der Example A, et al.", [a, b]],
    ["García Ejemplo MJ; van der Example A; GRADE Working Group", [a, b, { family: "GRADE Working Group" }]],
    [
      "García Ejemplo, María José; Example, Ana",
      [
        { family: "García Ejemplo", given: "María José" },
        { family: "Example", given: "Ana" },
      ],
    ],
    [
      "García Ejemplo, María José and Example, Ana",
      [
        { family: "García Ejemplo", given: "María José" },
        { family: "Example", given: "Ana" },
      ],
    ],
    [
      "García Ejemplo, M. J., Lee, M.-J., &amp; Example, A.",
      [
        { family: "García Ejemplo", given: "M. J." },
        { family: "Lee", given: "M.-J." },
        { family: "Example", given: "A." },
      ],
    ],
    [
      "King ML Jr, Example A",
      [
        { family: "King", given: "ML Jr" },
        { family: "Example", given: "A" },
      ],
    ],
  ])("%j is every one of them", (pasted, authors) => {
    expect(authorsIn(pasted)).toEqual(authors);
    expect(
      tidyAuthors([
        { id: "row", family: pasted },
        { family: "Last", given: "B" },
      ]),
    ).toEqual([{ id: "row", ...authors[0] }, ...authors.slice(1), { family: "Last", given: "B" }]);
  });

  it.each([
    "World Health Organization",
    "National Academies of Sciences, Engineering, and Medicine",
    "University Hospital, New Town",
    "Study Group B",
    "Ortega y Gasset",
    "Suharto",
    "王明",
  ])("is not seen in the one name %j", (name) => {
    expect(tidyAuthors([{ family: name }])).toEqual([{ family: name }]);
    expect(checkFamilyName(name)).toBe(true);
  });

  it("with the initials of one is one author", () => {
    expect(tidyAuthors([{ family: "García Ejemplo, M. J." }])).toEqual([
      { family: "García Ejemplo", given: "M. J." },
    ]);
  });

  it.each(["María José García, Ana Pérez", "Ana Pérez & Bob Jones", "Ana Pérez;"])(
    "is refused where it is not clear what the family names are: %j",
    (pasted) => {
      expect(checkFamilyName(pasted)).toMatch(/seems to be several people\. Write one author in each row/);
    },
  );
});
