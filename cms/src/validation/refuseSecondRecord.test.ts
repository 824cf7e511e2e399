/** Publishing a second record of a paper is refused, and nothing else is. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Parsed } from "../../test/parsed.ts";
import { refusals } from "../../test/refusals.ts";
import { saveAsBefore } from "../../test/savedBefore.ts";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";

describe.each(databaseKinds)("a second record of a paper on %s", (kind) => {
  let cms: TestCms;
  let number = 0;
  let doi: string;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());
  beforeEach(() => {
    doi = `10.1000/example.${++number}`;
  });

  const study = (data: object) => ({
    title: `Record ${++number}`,
    authors: [{ family: "Example", given: "A" }],
    issued: "2025",
    studyType: "case-report",
    status: "current",
    ...data,
  });
  const create = async (data: object, _status = "published"): Promise<string> => {
    const options = { collection: "studies", data: { ...study(data), _status }, draft: _status === "draft" };
    return String((await cms.payload.create(options as never)).id);
  };
  const save = (id: string, data: object, more: object = {}) =>
    cms.payload.update({
      collection: "studies",
      id,
      data,
      trash: true,
      ...more,
    } as never) as Promise<unknown>;
  const publish = (id: string, data: object = {}) => save(id, { ...data, _status: "published" });
  const saveBefore = (id: string, data: object) => saveAsBefore(cms.payload, "studies", id, data);

  it.each([
    ["doi", () => ({ doi: doi.toUpperCase() }), () => ({ doi: `https://doi.org/${doi}` })],
    ["pmid", () => ({ pmid: `77${number}` }), () => ({ pmid: `PMID: 77${number}.`, doi: `${doi}.b` })],
    ["pmcid", () => ({ pmcid: `PMC88${number}` }), () => ({ pmcid: `pmc88${number}` })],
  ])("is refused at the field %s, with a link to the first", async (field, first, second) => {
    const [one, other] = [first(), second()];
    const known = await create({ title: "The first record", ...one });

    const [[path, message] = [], ...others] = await refusals(create(other));

    expect([path, others]).toEqual([field, []]);
    expect(message).toContain(`“The first record” has this`);
    expect(message).toContain(`/admin/collections/studies/${known} is the record of this paper.`);
    const { totalDocs } = await cms.payload.count({
      collection: "studies",
      where: { [field]: { equals: (one as Parsed)[field] } },
    });
    expect(totalDocs).toBe(1);
  });

  it("may be drafted, and published once its number is another one", async () => {
    await create({ doi });
    const draft = await create({ doi }, "draft");
    expect(await refusals(publish(draft))).toEqual([["doi", expect.any(String)]]);

    await save(draft, { doi: `${doi}.2` }, { draft: true });

    await publish(draft);
  });

  it("may be published while the first is a draft, or in the trash, and the first not afterwards", async () => {
    const first = await create({ doi });
    await save(first, { deletedAt: new Date().toISOString() });
    await create({ doi });

    const back = await refusals(save(first, { deletedAt: null, _status: "published" }));

    expect(back).toEqual([["doi", expect.any(String)]]);
  });

  it("is refused, too, when an identifier is given to a record that is public", async () => {
    await create({ doi });
    const other = await create({ pmid: `55${number}` });

    expect(await refusals(publish(other, { doi }))).toEqual([["doi", expect.any(String)]]);
  });

  it("is refused when both are published in one go, and neither is then", async () => {
    const [one, other] = [await create({ doi }, "draft"), await create({ doi }, "draft")];

    const attempt = save(undefined as never, { _status: "published" }, { where: { doi: { equals: doi } } });

    await expect(attempt).rejects.toThrow(/Nothing was changed/);
    for (const id of [one, other])
      expect(await cms.payload.findByID({ collection: "studies", id })).toMatchObject({ _status: "draft" });
  });

  it("that was public before may be changed and retracted as it is, but not be given another's number", async () => {
    const [first, second] = [await create({ doi }), await create({ pmid: `66${number}` })];
    await saveBefore(second, { doi: `https://doi.org/${doi}` });

    await publish(second, { title: "Corrected title" });
    await publish(first, { status: "retracted" });
    await publish(second, { status: "corrected" });

    const pmid = `67${number}`;
    const third = await create({ pmid });
    expect(await refusals(publish(second, { pmid }))).toEqual([["pmid", expect.any(String)]]);
    await publish(third, { status: "retracted" });
  });

  it("is no matter of translations", async () => {
    const [first, second] = [await create({ doi }), await create({ pmid: `68${number}` })];
    await saveBefore(second, { doi });

    const spanish = { locale: "es", publishSpecificLocale: "es" };
    for (const id of [first, second])
      await save(id, { plainSummary: "En pocas palabras.", _status: "published" }, spanish);
  });
});
