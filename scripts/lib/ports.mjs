/** The ports that the product listens on: free before it starts, answering after. */
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "./project.mjs";

/**
 * @param {Record<string, number>} ports by the variable that sets them
 * @param {string} command to say how to choose others
 * @throws UserError naming every port that cannot be used, or two variables that name the same one
 */
export async function checkPorts(ports, command) {
  const [[first, port], second] = Object.entries(ports);
  if (second && second[1] === port) {
    throw new UserError(
      `${first} and ${second[0]} are both ${port}, but the CMS and the demo site need one each. Set one of them to another number: ${second[0]}=${port + 10} ${command}`,
    );
  }
  const taken = [];
  for (const [variable, port] of Object.entries(ports)) {
    const fault = await faultOf(port);
    if (fault) taken.push({ variable, port, fault });
  }
  if (taken.length === 0) return;
  const faults = taken.map(({ port, fault }) => `Port ${port} ${fault}.`).join(" ");
  const others = taken.map(({ variable, port }) => `${variable}=${port < 1024 ? port + 8000 : port + 10}`);
  throw new UserError(
    `${faults} Stop what uses ${taken.length > 1 ? "them" : "it"}, or choose other ports: ${others.join(" ")} ${command}`,
  );
}

/** @param {number} port @returns {Promise<string | undefined>} */
function faultOf(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) =>
      resolve(
        error.code === "EADDRINUSE" ? "is in use" : `cannot be opened (${error.code ?? error.message})`,
      ),
    );
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
}

/** Waits until `url` answers 200. @param {string} url @param {number} [patienceMs] */
export async function waitFor(url, patienceMs = 120_000) {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(150);
  }
  throw new UserError(`${url} did not answer within ${patienceMs / 1000} seconds. The lines above say why.`);
}

/** A port that nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
