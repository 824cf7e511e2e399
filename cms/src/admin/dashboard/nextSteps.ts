/** The way from an empty database to a first page, as a short list that ticks itself off. */

export type Step = { text: string; href: string; done: boolean };

/** The steps, given how many documents each collection holds. */
export function nextSteps(totals: Record<string, number>, adminPath: string): Step[] {
  const step = (collection: string, text: string): Step => ({
    text,
    href: `${adminPath}/collections/${collection}/create`,
    done: (totals[collection] ?? 0) > 0,
  });
  return [
    step("studies", "Add your first study: what the rest stands on"),
    step("benefits", "Write a benefit, and what the study showed"),
    step("faqs", "Answer a question that patients ask"),
    step("topics", "Put them on a topic, and publish it"),
    step("clinics", "Add a clinic, and copy its snippet to a website"),
  ];
}
