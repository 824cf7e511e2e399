/** As much of WebDriver (https://www.w3.org/TR/webdriver2/) as the tests need: JSON over HTTP. */

/** Keys that are no character, as WebDriver writes them. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** @param {string} driver its URL @param {Record<string, unknown>} capabilities */
export async function openSession(driver, capabilities) {
  const { sessionId } = await ask(driver, "POST", "/session", {
    capabilities: { alwaysMatch: capabilities },
  });
  const send = (method, path, body) => ask(driver, method, `/session/${sessionId}${path}`, body);
  return {
    goto: (url) => send("POST", "/url", { url }),

    /** Runs a function on the page with an argument, waits for it, and brings back what it returns. */
    async evaluate(read, argument) {
      const { value, error } = await send("POST", "/execute/async", {
        script: `const [argument, finish] = arguments;
          new Promise((resolve) => resolve((${read})(argument)))
            .then((value) => finish({ value }), (error) => finish({ error: String(error) }));`,
        args: [argument ?? null],
      });
      if (error) throw new Error(error);
      return value;
    },

    async press(key) {
      const value = KEYS[key] ?? key;
      const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
      await send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },

    resize: (size) => send("POST", "/window/rect", size),
    close: () => send("DELETE", ""),
  };
}

async function ask(driver, method, path, body) {
  const response = await fetch(driver + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(`WebDriver: ${method} ${path} answered ${value.error}: ${value.message}`);
}
