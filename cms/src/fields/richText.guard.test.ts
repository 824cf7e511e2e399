/** The kinds of nodes that the editor makes: a kind that `richTextFault` does not know would refuse what an editor typed. */
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import { buildConfig, type RichTextAdapter } from "payload";
import { expect, it } from "vitest";
import { databaseAdapter } from "../database/index.ts";
import { richTextFault, richTextField } from "./richText.ts";

type Editor = RichTextAdapter & {
  editorConfig: { features: { nodes: { node: { getType(): string } | { with: { getType(): string } } }[] } };
};
/** Nodes of lexical's own, which every editor has. */
const BASE = ["root", "text", "linebreak", "tab"];

it("are all known to the check of what is sent", async () => {
  const config = await buildConfig({
    secret: "a secret for tests that nobody needs to know",
    db: databaseAdapter({ database: { kind: "sqlite", file: "/nowhere" } }, (database) => database),
    editor: lexicalEditor(),
    collections: [{ slug: "texts", fields: [richTextField({ name: "text", headings: true })] }],
    telemetry: false,
    typescript: { autoGenerate: false },
  });
  const field = config.collections[0]?.flattenedFields.find(({ name }) => name === "text");
  const { editorConfig } = (field as unknown as { editor: Editor }).editor;
  const types = editorConfig.features.nodes.map(({ node }) =>
    "with" in node ? node.with.getType() : node.getType(),
  );

  expect(types).toEqual(expect.arrayContaining(["heading", "list", "listitem", "link"]));
  for (const type of [...BASE, ...types]) {
    const node = type === "text" ? { type, text: "x" } : { type, children: [] };
    const root = type === "root" ? node : { type: "root", children: [node] };
    expect([type, richTextFault({ root })]).toEqual([type, true]);
  }
});
