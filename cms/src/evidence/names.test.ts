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
    // Groups behind the people, as PubMed has them.
    ["García Ejemplo MJ, van der Example A; GRADE Working Group.", [a, b, { family: "GRADE Working Group" }]],
    ["García Ejemplo MJ, van der Example A, and the Knee Group", [a, b, { family: "Knee Group" }]],
    ["García Ejemplo MJ, van der Example A, for the Knee Group", [a, b, { family: "Knee Group" }]],
    ["García Ejemplo MJ, y van der Example A", [a, b]],
    ["García Ejemplo MJ y van der Example A", [a, b]],
    // Marks of affiliations, degrees, and what files put around a list.
    ["García Ejemplo MJ¹,², van der Example A³†", [a, b]],
    ["García Ejemplo MJ 1, van der Example A 2,3", [a, b]],
    ["García Ejemplo MJ, MD, PhD; van der Example A, PT", [a, b]],
    [
      "García Ejemplo, M. J., & Example, A. (2020)",
      [
        { family: "García Ejemplo", given: "M. J." },
        { family: "Example", given: "A." },
      ],
    ],
    [
      "AU  - García Ejemplo, María\nAU  - Example, Ana",
      [
        { family: "García Ejemplo", given: "María" },
        { family: "Example", given: "Ana" },
      ],
    ],
    [
      "FAU - Example, Ana\nAU  - Example A\nFAU - Lee, Bo\nAU  - Lee B",
      [
        { family: "Example", given: "Ana" },
        { family: "Lee", given: "Bo" },
      ],
    ],
    [
      "author = {Example, Ana and Lee, Bo},",
      [
        { family: "Example", given: "Ana" },
        { family: "Lee", given: "Bo" },
      ],
    ],
    // Scripts without capital letters.
    ["王小明、李华", [{ family: "王小明" }, { family: "李华" }]],
    ["王小明, 李华", [{ family: "王小明" }, { family: "李华" }]],
    ["김철수, 이영희", [{ family: "김철수" }, { family: "이영희" }]],
    ["محمد علي، أحمد حسن", [{ family: "محمد علي" }, { family: "أحمد حسن" }]],
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
    "Cancer Research UK",
    "GBD 2019 Collaborators",
    "Department of Physical Therapy, University of New Town",
    "王, 小明",
    "Vitamin D and the Knee Trial",
    "王明",
  ])("is not seen in the one name %j", (name) => {
    expect(tidyAuthors([{ family: name }])).toEqual([{ family: name }]);
    expect(checkFamilyName(name)).toBe(true);
  });

  it.each([
    ["García Ejemplo, M. J.", "García Ejemplo", "M. J."],
    ["Example A", "Example", "A"],
    ["van der Example AB Jr", "van der Example", "AB Jr"],
    ["O’Example S 3rd", "O’Example", "S 3rd"],
    ["van der Example, A. B., Jr.", "van der Example", "A. B. Jr."],
    ["Example, Jr., Ana B.", "Example", "Ana B. Jr."],
    ["de la Example-Ejemplo, María José", "de la Example-Ejemplo", "María José"],
    ["Example A, MD, PhD", "Example", "A"],
  ])("%j is one author", (pasted, family, given) => {
    expect(tidyAuthors([{ family: pasted }])).toEqual([{ family, given }]);
    expect(checkFamilyName(pasted)).toBe(true);
  });

  it.each([
    'M{\\"u}ller, Hans and Lee, Bo',
    "Example A (ORCID 0000-0001-2345-6789)",
    "AU  - Example",
    "Ana Pérez, MD, PhD",
  ])("is refused with what a file has around a name: %j", (pasted) => {
    expect(checkFamilyName(pasted)).toMatch(/has more in it than a name\. Write the family name here/);
  });

  it.each([
    "Ana Pérez 1, Bob Jones 2 3",
    "Ana Pérez, PhD, Bob Jones, MD",
    "Ana Sofía de la Cruz Pérez, Bob Jones",
  ])("is refused where nobody can tell the parts: %j", (pasted) => {
    expect(checkFamilyName(pasted)).toMatch(/seems to be several people/);
  });

  it.each(["María José García, Ana Pérez", "Ana Pérez & Bob Jones", "Ana Pérez;"])(
    "is refused where it is not clear what the family names are: %j",
    (pasted) => {
      expect(checkFamilyName(pasted)).toMatch(/seems to be several people\. Write one author in each row/);
    },
  );
});
