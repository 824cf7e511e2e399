import type { Benefit, BenefitsBlock, Finding } from "@clinic-widgets/shared";
import { html, nothing } from "lit";
import type { FilesOf } from "../content/files-for.ts";
import type { OptionValues } from "../options.ts";
import type { RenderContext } from "../templates/context.ts";
import { richText } from "../templates/rich-text.ts";
import { sourceLink } from "../templates/sources.ts";
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
import type { benefitsOptions } from "./benefits.definition.ts";

const GROUPS = ["overview", "evidence"] as const;

/**
 * The topic's benefits, each of its views in page order, or the one that is asked for. Where editors arranged another
 * view, or none, there is that, or plain sections: readers get the benefits.
 */
export function renderBenefits(
  { benefits: { items, views } }: FilesOf<"benefits">,
  context: RenderContext,
  { group, view }: OptionValues<typeof benefitsOptions>,
): unknown {
  const arranged = group ? views.filter((each) => each.group === group) : views;
  const asked = arranged.filter((each) => each.view === view);
  const plain = GROUPS.filter((each) => !group || each === group).map(
    (each) => ({ group: each, view: "sections" }) as BenefitsBlock,
  );
  const drawn = [asked, arranged, plain].find(some)?.flatMap((each) => {
    const shown = items.filter((item) => item.group === each.group);
    const draw = each.view === "table" ? benefitsTable : benefitsSections;
    return shown.length === 0 ? [] : html`<div class="block">${draw(each, shown, context)}</div>`;
  });
  return some(drawn) ? drawn : nothing;
}

function benefitsTable(view: BenefitsBlock, benefits: Benefit[], context: RenderContext): unknown {
  const last = (benefit: Benefit) =>
    view.group === "evidence"
      ? benefit.findings.map((finding) => html`<span class="finding">${finding.label}</span>`)
      : benefit.whyItMatters;
  const rows = benefits.map(
    (benefit): Row => ({
      ...benefit,
      cells: [benefit.title, benefit.plainEnglish, last(benefit)],
    }),
  );
  return renderTable(view, rows, context);
}

function benefitsSections(view: BenefitsBlock, benefits: Benefit[], context: RenderContext): unknown {
  const { heading: title, subheading } = view;
  const inner = title ? below(context) : context;
  return html`<div class="sections" part="sections">
    ${blockHeading(view, context)}${subheading ? html`<p class="sub muted" part="subheading">${markLanguage(subheading, view, context)}</p>` : nothing}
    ${benefits.map(
      (benefit, index) =>
        html`<section part="section" lang=${langOf(benefit)} dir=${dirOf(benefit)}>
          ${heading(html`<span class="number" part="number">${index + 1}</span> <span class="words">${benefit.title}</span>`, inner, "section-heading", anchorOf(benefit))}
          ${benefit.body ? richText(benefit.body, inner) : html`<p>${benefit.plainEnglish}</p>`}
          ${benefit.findings.map((finding) => studyBox(finding, view, inside(benefit, below(inner))))}
        </section>`,
    )}
  </div>`;
}

function studyBox(finding: Finding, view: BenefitsBlock, context: RenderContext): unknown {
  const { texts } = context;
  const { studyBoxHeading } = view;
  const { population, participants } = finding;
  const who = joined([population, participants && texts.participants(participants)], "; ");
  const kind = joined([texts.studyKinds[finding.design], finding.designNote], ", ");
  return html`<div class="study" part="study">
    ${studyBoxHeading ? heading(markLanguage(studyBoxHeading, view, context), context, "study-heading") : nothing}
    <div part="result">${richText(finding.result, context)}</div>
    <dl>
      ${some(who) ? html`<div><dt>${texts.whoWasStudied}</dt><dd>${who}<span class="muted directness">${texts.directness[finding.directness]}</span></dd></div>` : nothing}
      <div><dt>${texts.kindOfStudy}</dt><dd>${kind}</dd></div>
      ${some(finding.limits) ? html`<div><dt>${texts.cannotTell}</dt><dd><ul>${finding.limits.map((limit) => html`<li>${limit}</li>`)}</ul></dd></div>` : nothing}
    </dl>
    <p class="origin">${sourceLink(finding.source, context)}${finding.source.number ? html`<span class="muted">${texts.source(finding.source.number)}</span>` : nothing}</p>
  </div>`;
}
