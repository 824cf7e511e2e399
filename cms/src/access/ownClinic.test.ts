import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestCms, type TestCms } from "../../test/testCms.ts";

describe.each(databaseKinds)("a clinic manager on %s", (kind) => {
  let cms: TestCms;
  beforeAll(async () => {
    cms = await openTestCms(kind);
  });
  afterAll(() => cms?.close());

  it("changes the own clinic, and takes it back from the trash no more than any other", async () => {
    const { id } = await cms.payload.create({
      collection: "clinics",
      data: { name: "Own", slug: "own" } as never,
    });
    const user = { id: "manager", collection: "users", role: "clinic-manager", clinics: [id] };
    const save = (data: object) =>
      cms.payload.update({
        collection: "clinics",
        id,
        data,
        trash: true,
        overrideAccess: false,
        user: user as never,
      });
    expect((await save({ city: "Riverside" })).city).toBe("Riverside");
    await cms.payload.update({ collection: "clinics", id, data: { deletedAt: new Date().toISOString() } });

    await expect(save({ deletedAt: null })).rejects.toThrow("not allowed");

    await cms.payload.update({ collection: "clinics", id, trash: true, data: { deletedAt: null } });
    expect((await save({ city: "Riverside again" })).city).toBe("Riverside again");
  });
});
