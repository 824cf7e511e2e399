/** Load on one address of this machine, by a worker thread of its own: servers in this process keep their thread. */
import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p97_5: number };

/**
 * Asks `url` over `connections` kept-alive connections for `seconds`, on loopback only. Times are in milliseconds.
 * @throws when the address is not on this machine, or an answer is not 2xx.
 */
export async function load(
  url: string,
  {
    connections = 16,
    seconds = 3,
    headers = {},
  }: { connections?: number; seconds?: number; headers?: Record<string, string> } = {},
): Promise<Load> {
  const { hostname } = new URL(url);
  if (hostname !== "127.0.0.1" && hostname !== "localhost")
    throw new Error(`The load would leave this machine: ${url}`);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    workers: 1,
    headers: { "accept-encoding": "br", ...headers },
  });
  if (result.errors || result.non2xx || !result["2xx"])
    throw new Error(`${url} answered ${result.non2xx} times not 2xx, and ${result.errors} times not at all.`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p97_5: result.latency.p97_5 };
}
