import { type InjuriesBlock, type Injury, isSafeUrl } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { OptionValues } from "../options.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { type Row, renderTable } from "../templates/table.ts";
import {
  anchorOf,
  below,
  blockHeading,
  dirOf,
  heading,
  inside,
  joined,
  langOf,
  markLanguage,
  some,
} from "../templates/words.ts";
import type { injuriesOptions } from "./injuries.definition.ts";

/**
 * The topic's injuries, each of its views in page order, or the one that is asked for. Where editors arranged another
 * view, or none, there is that, or a plain list: readers get the injuries.
 */
export function renderInjuries(
  { injuries: { items, views } }: FilesOf<"injuries">,
  context: RenderContext,
  { view }: OptionValues<typeof injuriesOptions>,
): unknown {
  if (items.length === 0) return nothing;
  const asked = views.filter((each) => each.view === view);
  const plain = [{ view: "list" } as InjuriesBlock];
  return [asked, views, plain].find(some)?.map((each) => {
    const draw = each.view === "table" ? injuriesTable : injuriesList;
    return html`<div class="block">${draw(each, items, context)}</div>`;
  });
}

function injuriesTable(view: InjuriesBlock, injuries: Injury[], context: RenderContext): unknown {
  const rows = injuries.map(
    (injury): Row => ({
      ...injury,
      cells: [
        injury.name,
        joined(structuresOf(injury, context), ", "),
        injury.summary || richText(injury.description, context),
      ],
    }),
  );
  return renderTable(view, rows, context);
}

const structuresOf = (injury: Injury, context: RenderContext): unknown[] =>
  injury.structures.map((structure) => markLanguage(structure.name, structure, inside(injury, context)));

function injuriesList(view: InjuriesBlock, injuries: Injury[], context: RenderContext): unknown {
  const inner = view.heading ? below(context) : context;
  return html`${blockHeading(view, context)}
    <ul class="injuries" part="list" role="list">${injuries.map(
      (injury) =>
        html`<li part="injury" lang=${langOf(injury)} dir=${dirOf(injury)}>
          ${heading(injury.name, inner, "name", anchorOf(injury))}
          ${some(injury.alsoKnownAs) ? html`<p class="muted known">${inside(injury, context).texts.alsoKnownAs} ${joined(injury.alsoKnownAs, ", ")}</p>` : nothing}
          ${some(injury.structures) ? html`<ul class="tags" part="structures" role="list">${structuresOf(injury, context).map((name) => html`<li class="tag" part="tag">${name}</li>`)}</ul>` : nothing}
          ${richText(injury.description, inner)}
          ${injury.readMore && isSafeUrl(injury.readMore.url) ? html`<p><a class="more" part="more" href=${injury.readMore.url}>${injury.readMore.label}</a></p>` : nothing}
        </li>`,
    )}</ul>`;
}
