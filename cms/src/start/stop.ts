/** A stop that loses nothing: what was asked is answered, what is being written is written. */
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { SnapshotStore } from "../store/types.ts";
import type { Parts } from "./cms.ts";

/** Container runtimes wait for 10 s by default, and kill then. */
const REQUESTS_MS = 6000;
/** There a page keeps a connection open to hear of changes, which never ends by itself. */
const DEVELOPMENT_REQUESTS_MS = 1000;
const PUBLISHER_MS = 2000;
const CLOSING_MS = 1500;

/** Finishes open requests, the publisher's turn and the connections, each within its time, and not one after it. */
export async function stopServer({
  server,
  store,
  parts,
  log,
}: {
  server: Server;
  store: SnapshotStore;
  parts: Parts;
  log: Logger;
}): Promise<void> {
  const { closeDevelopment } = parts;
  await within(closeDevelopment ? DEVELOPMENT_REQUESTS_MS : REQUESTS_MS, closeServer(server));
  server.closeAllConnections();
  // Its work is repeatable: what it does not finish, the next one does.
  await within(PUBLISHER_MS, parts.publisher?.stop());
  await within(CLOSING_MS, Promise.all([store.close(), parts.payload?.destroy(), closeDevelopment?.()]));

  async function within(limitMs: number, work: Promise<unknown> | undefined): Promise<void> {
    const late = pause(limitMs, "late" as const, { ref: true });
    const outcome = await Promise.race([Promise.resolve(work).catch(() => {}), late]);
    if (outcome === "late")
      log.warn({ msg: "Something did not end in time and is left behind; nothing is lost." });
  }
}

/** Ends when the last open request is answered. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Connections are kept alive for a next request, which will not come.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(idle);
}
