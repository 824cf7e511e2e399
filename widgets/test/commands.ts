/** Orders to the browser that runs the tests. */
import { executeServerCommand } from "@web/test-runner-commands";

/** Presses `key`, as a keyboard would. */
export const press = (key: string): Promise<void> => executeServerCommand("send-keys", { press: key });

/** Shows the page as on a screen or on paper, or with other preferences. */
export const emulateMedia = (features: {
  media?: "print" | "screen";
  forcedColors?: "active" | "none";
}): Promise<void> => executeServerCommand("emulate-media", features);
