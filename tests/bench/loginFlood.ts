/**
 * How long a reader waits for a list of questions while nothing else happens, and while the login is flooded: from one
 * place, and from ever new ones, each try with another account. Both in one run, in turns, on the same machine.
 */
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";
import { bootstrapAdministrator } from "../support/firstAdministrator.ts";
import { type Database, startProduct } from "../support/product.ts";
import { timeOf } from "./reader.ts";
import { percentile } from "./statistics.ts";

const PATH = "/embed/v1/content/en/topics/dry-needling-for-runners/faqs.json";
const ROUNDS = 2;
const SECONDS = 6;
/** A busy day: ten readers a second would do for most clinics. */
const READ_EVERY_MS = 10;
const FLOOD_CONNECTIONS = 60;
/** More than the server lets through in all. */
const DIFFERENT_TRIES = 5000;

export type FloodResult = {
  database: Database;
  flood: "from one place" | "from ever new places";
  tries: number;
  refused: number;
  quietP50: number;
  quietP99: number;
  floodP50: number;
  floodP99: number;
  ratioOfP99: number;
};

export async function measureLoginFlood(database: Database): Promise<FloodResult[]> {
  const results: FloodResult[] = [];
  for (const flood of ["from one place", "from ever new places"] as const) {
    const product = await startProduct({ database, demo: true, env: { TRUSTED_PROXIES: "127.0.0.1,::1" } });
    try {
      await bootstrapAdministrator(product);
      const quiet: number[] = [];
      const flooded: number[] = [];
      const tries = { made: 0, refused: 0 };
      await read(product.cmsUrl + PATH, SECONDS);
      for (let round = 0; round < ROUNDS; round++) {
        quiet.push(...(await read(product.cmsUrl + PATH, SECONDS)));
        const running = floodLogin(product.cmsUrl, flood === "from one place", SECONDS + 2);
        await pause(1000);
        flooded.push(...(await read(product.cmsUrl + PATH, SECONDS)));
        const { requests, non2xx } = await running;
        tries.made += requests.total;
        tries.refused += non2xx;
        await pause(1000);
      }
      const [quietP99, floodP99] = [percentile(quiet, 99), percentile(flooded, 99)];
      results.push({
        database,
        flood,
        tries: tries.made,
        refused: tries.refused,
        quietP50: percentile(quiet, 50),
        quietP99,
        floodP50: percentile(flooded, 50),
        floodP99,
        ratioOfP99: floodP99 / quietP99,
      });
    } finally {
      await product.stop();
    }
  }
  return results;
}

/** Reads again and again, whether the answer before has come or not, as readers do. Milliseconds for each. */
async function read(url: string, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: Promise<number>[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    times.push(timeOf(url, agent));
    await pause(READ_EVERY_MS);
  }
  const all = await Promise.all(times);
  agent.destroy();
  return all;
}

/** Wrong passwords, as fast as answers come, from a thread of its own. */
function floodLogin(origin: string, fromOnePlace: boolean, seconds: number): Promise<autocannon.Result> {
  return autocannon({
    url: `${origin}/api/users/login`,
    method: "POST",
    connections: FLOOD_CONNECTIONS,
    duration: seconds,
    workers: 1,
    headers: { "content-type": "application/json" },
    requests: Array.from({ length: DIFFERENT_TRIES }, (_, n) => ({
      headers: { "x-forwarded-for": fromOnePlace ? "198.51.100.7" : `2001:db8:${n.toString(16)}::1` },
      body: JSON.stringify({ email: `person-${n}@example.org`, password: "not the right pass phrase" }),
    })),
  });
}
