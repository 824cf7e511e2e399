import { studyKind } from "@clinic-widgets/shared/schemas";
import { expect, it } from "vitest";
import { STUDY_KINDS } from "./kinds.ts";

it("every kind of study that editors choose is one that readers get, and the other way round", () => {
  expect(STUDY_KINDS.map(({ value }) => value).sort()).toEqual([...studyKind.options].sort());
});
