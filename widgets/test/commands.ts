/** Orders to the browser that runs the tests. */
import { executeServerCommand } from "@web/test-runner-commands";

/** Presses `key`, as a keyboard would. */
export const press = (key: string): Promise<void> => executeServerCommand("send-keys", { press: key });

/**
 * Runs `look` while the page, and the shadow root of `element`, are shown as on paper. Of the drivers only Chromium's can say
 * that a page is printed; so the rules for paper are made to hold on the screen, in every engine.
 */
export function onPaper<T>(element: Element, look: () => T): T {
  const root = element.shadowRoot;
  const sheets = [...(root?.adoptedStyleSheets ?? []), ...(root?.styleSheets ?? []), ...document.styleSheets];
  const rules = sheets
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === "print") as CSSMediaRule[];
  for (const { media } of rules) media.mediaText = "all";
  try {
    return look();
  } finally {
    for (const { media } of rules) media.mediaText = "print";
  }
}
