import Link from "next/link.js";
import type { Role } from "../../access/roles.ts";
import { describeNeed, type Need } from "./needs.ts";

/** What waits for somebody: a heading that counts, a sentence that says what to do, and the first items. */
export function NeedsMe({ needs, role }: { needs: Need[]; role: Role | undefined }) {
  return (
    <section className="clinic-panel" aria-labelledby="needs-me">
      <h2 id="needs-me">What needs me</h2>
      {needs.length === 0 && (
        <p className="clinic-muted">Nothing right now: nothing waits to be published or reviewed.</p>
      )}
      {needs.map((need) => {
        const { heading, advice } = describeNeed(need, role);
        return (
          <div key={need.kind + (need.language ?? "")} className={`clinic-need clinic-need--${need.kind}`}>
            <h3>{heading}</h3>
            <p className="clinic-muted">{advice}</p>
            <ul className="clinic-list">
              {need.items.map((item) => (
                <li key={`${item.collection} ${item.id}`}>
                  <Link href={item.href} prefetch={false}>
                    {item.title}
                  </Link>
                  {item.note && <span className="clinic-muted">{item.note}</span>}
                </li>
              ))}
              {need.total > need.items.length && (
                <li className="clinic-muted">and {need.total - need.items.length} more</li>
              )}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
