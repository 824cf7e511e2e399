import Link from "next/link.js";
import { nextSteps } from "./nextSteps.ts";
import type { Overview } from "./overview.ts";
import { RemoveDemoButton } from "./RemoveDemoButton.tsx";

/** Shown until a first page of one's own can be put on a website: what to do next, or that the demo content is loaded. */
export function NextSteps({ overview, adminPath }: { overview: Overview; adminPath: string }) {
  const { role, demo, totals } = overview;
  if (demo.total > 0 && !demo.wasRemoved) {
    return (
      <section className="clinic-panel clinic-panel--soft" aria-labelledby="next-steps">
        <h2 id="next-steps">The demo content is loaded</h2>
        <p>
          Change a text, publish it, and load the demo page again: it shows the new text. When you begin with
          your own content, take the demo content away. What somebody has edited stays.
        </p>
        <RemoveDemoButton />
      </section>
    );
  }
  const steps = nextSteps(totals, adminPath);
  const isDone = role === "clinic-manager" || steps.every((step) => step.done);
  if (isDone && demo.total === 0) return null;
  return (
    <section className="clinic-panel clinic-panel--soft" aria-labelledby="next-steps">
      <h2 id="next-steps">{isDone ? "What is left of the demo content" : "What to do next"}</h2>
      {!isDone && (
        <ol className="clinic-steps">
          {steps.map((step) => (
            <li key={step.href}>
              {step.done ? (
                <span className="clinic-muted">{step.text} (done)</span>
              ) : (
                <Link href={step.href} prefetch={false}>
                  {step.text}
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
      {demo.total > 0 && (
        <>
          <p>
            {demo.total === 1 ? "1 document" : `${demo.total} documents`} of the demo content stayed, because
            somebody edited {demo.total === 1 ? "it" : "them"} or something still needs{" "}
            {demo.total === 1 ? "it" : "them"}.
          </p>
          <RemoveDemoButton />
        </>
      )}
    </section>
  );
}
