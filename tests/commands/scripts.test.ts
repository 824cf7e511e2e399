/** What the commands say before they do anything. */
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";

const { checkNode } = await import("../../scripts/lib/install.mjs" as string);
const { checkPort } = await import("../../scripts/lib/processes.mjs" as string);

describe("the commands", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  it("refuse a Node that is too old with a sentence", () => {
    expect(() => checkNode("20.18.3")).toThrow(
      "Clinic Widgets needs Node 20.19 or later; this is Node 20.18.3.",
    );
    expect(() => checkNode("18.20.0")).toThrow(/20\.19 or later/);
  });

  it.each(["20.19.0", "22.4.1", "24.0.0"])("take Node %s", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it("name the port that is in use, and how to choose another", async () => {
    server = createServer();
    await new Promise<void>((resolve) => server?.listen(0, resolve));
    const { port } = server.address() as { port: number };

    await expect(checkPort(port, "PORT")).rejects.toThrow(
      `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 10} npm start`,
    );
  });
});
