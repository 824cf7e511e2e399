/** Records of studies as citation managers and databases hand them out. */
import { lexical } from "../support/rest.ts";
import { type Case, fresh, outcomeOf, type Stage, topicWith } from "./stage.ts";

type PublicStudy = { title: string; doi?: string; citation: unknown; links: { url: string }[] };

const complete = (fields: Record<string, unknown>): Record<string, unknown> => ({
  title: "Case study",
  slug: fresh("case"),
  authors: [{ family: "Example", given: "A" }],
  issued: "2025",
  studyType: "case-report",
  status: "current",
  _status: "published",
  ...fields,
});

/** Publishes a study with these fields, on a topic of its own, and returns what readers get of it. */
async function published(stage: Stage, fields: Record<string, unknown>): Promise<PublicStudy> {
  const study = await stage.admin.must("POST", "/api/studies", complete(fields));
  const topic = await topicWith(stage, { studies: [study.id] });
  const list = await stage.soon(() =>
    stage.product.content<{ items: PublicStudy[] } | null>(`topics/${topic}/studies.json`),
  );
  return list.items[0] as PublicStudy;
}

/** The text of rich text, without marks. */
function plain(node: unknown): string {
  if (Array.isArray(node)) return node.map(plain).join("");
  if (typeof node !== "object" || node === null) return "";
  const { text, children, items } = node as Record<string, unknown>;
  return typeof text === "string" ? text : plain(children ?? items ?? []);
}

/** The identifier and the link that come of a DOI as it was pasted. */
const doi =
  (pasted: string): Case["now"] =>
  async (stage) => {
    const study = await published(stage, { doi: pasted });
    return `${study.doi}, ${study.links[0]?.url}`;
  };

const citation =
  (fields: Record<string, unknown>): Case["now"] =>
  async (stage) =>
    plain((await published(stage, fields)).citation);

export const RECORDS: Case[] = [
  {
    sample: "F01 a DOI with two prefixes",
    got: "https://doi.org/10.1000/example.2025.30, https://doi.org/https://doi.org/10.1000/example.2025.30",
    right: "10.1000/example.2025.30, https://doi.org/10.1000/example.2025.30",
    now: doi("doi: https://doi.org/10.1000/example.2025.30"),
  },
  {
    sample: "F02 a DOI with the full stop of its sentence",
    got: "10.1000/example.2025.7., https://doi.org/10.1000/example.2025.7.",
    right: "10.1000/example.2025.7, https://doi.org/10.1000/example.2025.7",
    now: doi("10.1000/example.2025.7."),
  },
  {
    sample: "F02 a DOI with the comma after it",
    got: "10.1000/example.2025.7b,, https://doi.org/10.1000/example.2025.7b,",
    right: "10.1000/example.2025.7b, https://doi.org/10.1000/example.2025.7b",
    now: doi("10.1000/example.2025.7b,"),
  },
  {
    sample: "F03 an old DOI, percent-encoded",
    got: "10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A, https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%253C197::AID-EXMP3%253E3.0.CO;2-A",
    right:
      "10.1002/(SICI)1099-0000(199923/24)37:3/4<197::AID-EXMP3>3.0.CO;2-A, https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A",
    now: doi("https://doi.org/10.1002/(SICI)1099-0000(199923/24)37:3/4%3C197::AID-EXMP3%3E3.0.CO;2-A"),
  },
  {
    sample: "F03 a DOI with tracking parameters",
    got: "10.1000/example.2025.11?utm_source=newsletter&utm_medium=email, https://doi.org/10.1000/example.2025.11?utm_source=newsletter&utm_medium=email",
    right: "10.1000/example.2025.11, https://doi.org/10.1000/example.2025.11",
    now: doi("https://doi.org/10.1000/example.2025.11?utm_source=newsletter&utm_medium=email"),
  },
  {
    sample: "F04 one paper as two records",
    got: "accepted",
    right: "refused, and the first record is named",
    async now({ admin }) {
      const first = complete({ title: "First record", doi: "10.1000/example.2025.1" });
      await admin.must("POST", "/api/studies", first);
      const second = complete({ title: "Second record", doi: "https://dx.doi.org/10.1000/EXAMPLE.2025.1" });
      const outcome = outcomeOf(await admin.ask("POST", "/api/studies", second));
      return outcome.startsWith("refused") && outcome.includes("First record")
        ? "refused, and the first record is named"
        : outcome;
    },
  },
  {
    sample: "F05 given names in full",
    got: "García Ejemplo M a r í a J o s é. Case study. 2025.",
    right: "García Ejemplo MJ. Case study. 2025.",
    now: citation({ authors: [{ family: "García Ejemplo", given: "María José" }] }),
  },
  {
    sample: "F05 another family name of two parts, and one short given name",
    got: "Prueba Muestra A n a. Case study. 2025.",
    right: "Prueba Muestra A. Case study. 2025.",
    now: citation({ authors: [{ family: "Prueba Muestra", given: "Ana" }] }),
  },
  {
    sample: "F06 a title with entities",
    got: "Pain &amp; function in runners &lt;40 years",
    right: "Pain & function in runners <40 years",
    now: async (stage) =>
      (await published(stage, { title: "Pain &amp; function in runners &lt;40 years" })).title,
  },
  {
    sample: "F07 raised and lowered figures in a title",
    got: "Counts of 105 cells and VO2max",
    right: "Counts of 10⁵ cells and VO₂max",
    now: async (stage) =>
      (await published(stage, { title: "Counts of 10<sup>5</sup> cells and VO<sub>2</sub>max" })).title,
  },
  {
    sample: "F08 the date of a reference in Spanish",
    got: "30 de abril de 2025;55(4):811-44.",
    right: "2025 abr 30;55(4):811-44.",
    async now(stage) {
      const { admin, product, soon } = stage;
      const study = await admin.must(
        "POST",
        "/api/studies",
        complete({ issued: "2025-04-30", volume: "55", issue: "4", pages: "811-844" }),
      );
      const topic = await topicWith(stage, { studies: [study.id] });
      const list = await soon(() =>
        product.content<{ items: PublicStudy[] } | null>(`topics/${topic}/studies.json`, "es"),
      );
      return /(\d[^.]*;55\(4\):811-44\.)/.exec(plain(list.items[0]?.citation))?.[1] ?? "no date";
    },
  },
  {
    sample: "F09 two studies of one name and year at a question",
    got: "Example, 2025; Example, 2025",
    right: "Example, 2025a; Example, 2025b",
    async now(stage) {
      const studies = [];
      for (const title of ["Case study one", "Case study two"])
        studies.push((await stage.admin.must("POST", "/api/studies", complete({ title }))).id);
      const faq = await stage.admin.must("POST", "/api/faqs", {
        question: "Two studies?",
        slug: fresh("two-studies"),
        answer: lexical("Yes."),
        studies,
        _status: "published",
      });
      const topic = await topicWith(stage, { faqs: [faq.id] });
      const list = await stage.soon(() =>
        stage.product.content<{ items: { studies: { label: string }[] }[] } | null>(
          `topics/${topic}/faqs.json`,
        ),
      );
      return (list.items[0]?.studies ?? []).map(({ label }) => label).join("; ");
    },
  },
  {
    sample: "F10 the language of an English paper on a Spanish page",
    got: "es",
    right: "en",
    async now({ visit }) {
      const page = await visit({
        "/": `<!doctype html><html lang="es"><title>x</title><script src="CMS/embed/v1/loader.js" data-topic="dry-needling-for-runners" data-clinic="riverside" async></script><clinic-studies></clinic-studies></html>`,
      });
      const reference = page.locator("clinic-studies li").first();
      await reference.waitFor();
      return reference.evaluate((item) => item.querySelector("[lang]")?.getAttribute("lang") ?? "es");
    },
  },
  ...["cross-sectional-study", "preprint", "meta-analysis", "laboratory-study"].map((studyType) => ({
    sample: `F31 a study of the kind ${studyType}`,
    got: "refused",
    right: "accepted",
    now: async ({ admin }: Stage) =>
      outcomeOf(await admin.ask("POST", "/api/studies", complete({ studyType }))),
  })),
];
