import { richText as schema } from "@clinic-widgets/shared/schemas";
import { describe, expect, it } from "vitest";
import { richTextOf } from "./richText.ts";

const root = (...children: object[]) => ({ root: { type: "root", children } });
const text = (words: string, format = 0) => ({ type: "text", text: words, format });

describe("the editor's documents", () => {
  it("become the contract's tree: bold, italic, breaks, links, headings", () => {
    const tree = richTextOf(
      root(
        { type: "heading", tag: "h4", children: [text("Title")] },
        {
          type: "paragraph",
          children: [
            text("a", 1),
            text("b", 3),
            { type: "linebreak" },
            { type: "link", fields: { url: "https://a.example" }, children: [text("c", 2)] },
          ],
        },
      ),
    );

    expect(schema.safeParse(tree).success).toBe(true);
    expect(tree).toEqual([
      { type: "heading", level: 2, children: [{ type: "text", text: "Title" }] },
      {
        type: "paragraph",
        children: [
          { type: "strong", children: [{ type: "text", text: "a" }] },
          { type: "strong", children: [{ type: "emphasis", children: [{ type: "text", text: "b" }] }] },
          { type: "break" },
          {
            type: "link",
            url: "https://a.example",
            children: [{ type: "emphasis", children: [{ type: "text", text: "c" }] }],
          },
        ],
      },
    ]);
  });

  it("keep a nested list inside of its item", () => {
    const inner = {
      type: "list",
      listType: "number",
      children: [{ type: "listitem", children: [text("inner")] }],
    };
    const tree = richTextOf(
      root({
        type: "list",
        listType: "bullet",
        children: [
          { type: "listitem", children: [text("outer")] },
          { type: "listitem", children: [inner] },
        ],
      }),
    );

    expect(tree).toEqual([
      {
        type: "list",
        items: [
          {
            children: [{ type: "text", text: "outer" }],
            list: { type: "list", ordered: true, items: [{ children: [{ type: "text", text: "inner" }] }] },
          },
        ],
      },
    ]);
  });

  it("keep what is raised or lowered, also in bold", () => {
    const [paragraph] = richTextOf(
      root({ type: "paragraph", children: [text("5", 64), text("2", 33), text("3", 66)] }),
    );

    expect(schema.safeParse([paragraph]).success).toBe(true);
    expect(paragraph).toMatchObject({
      children: [
        { type: "superscript", children: [{ text: "5" }] },
        { type: "strong", children: [{ type: "subscript", children: [{ text: "2" }] }] },
        { type: "emphasis", children: [{ type: "superscript", children: [{ text: "3" }] }] },
      ],
    });
  });

  it.each([
    [{ start: 1 }, [1, 2], undefined],
    [{ start: 3 }, [3, 4], 3],
    [{ start: 3 }, [undefined, undefined], 3],
    [{}, [undefined, undefined], undefined],
    [{ start: 0 }, [0, 1], 0],
  ])("let a numbered list go on where the editor shows it: %j %j", (list, values, start) => {
    const children = values.map((value) => ({ type: "listitem", value, children: [text("x")] }));
    const [made] = richTextOf(root({ type: "list", listType: "number", ...list, children }));

    expect(schema.safeParse([made]).success).toBe(true);
    expect(made).toEqual({
      type: "list",
      ordered: true,
      ...(start === undefined ? {} : { start }),
      items: expect.any(Array),
    });
  });

  it.each(["javascript:alert(1)", "https://clinic.example@evil.example", "https:/evil.example"])(
    "lose no word to what the contract does not know, and do not follow %s",
    (url) => {
      const tree = richTextOf(
        root(
          { type: "quote", children: [text("quoted")] },
          {
            type: "paragraph",
            children: [{ type: "link", fields: { url }, children: [text("words")] }],
          },
        ),
      );

      expect(tree).toEqual([
        { type: "paragraph", children: [{ type: "text", text: "quoted" }] },
        { type: "paragraph", children: [{ type: "text", text: "words" }] },
      ]);
    },
  );

  it("are empty for what holds nothing", () => {
    expect([
      richTextOf(null),
      richTextOf(undefined),
      richTextOf(root({ type: "paragraph", children: [] })),
    ]).toEqual([[], [], []]);
  });
});
