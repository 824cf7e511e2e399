import { ELEMENT_NAMES } from "@clinic-widgets/shared";
import { describe, expect, it } from "vitest";
import { allFilesFor } from "./content/files-for.ts";
import { DEFINITIONS } from "./definitions.ts";

describe("the definition of clinic-topic", () => {
  it.each(ELEMENT_NAMES.filter((element) => element !== "topic"))(
    "has the styles and the files of %s, which is a part of it",
    (element) => {
      const files = allFilesFor("topic");

      expect(DEFINITIONS.topic.styles).toEqual(expect.arrayContaining(DEFINITIONS[element].styles));
      expect(allFilesFor(element).filter((kind) => !files.includes(kind))).toEqual([]);
    },
  );

  it("has each style once", () => {
    const { styles } = DEFINITIONS.topic;

    expect(new Set(styles).size).toBe(styles.length);
  });
});
