/** Where a request comes from, as far as it can be limited: an IPv4 address, or the network that an IPv6 user has. */
import type { IncomingMessage } from "node:http";
import { isIP, isIPv4 } from "node:net";
import type { Proxies } from "../config/proxies.ts";

/**
 * The place that a request comes from. Each proxy of ours adds, at the end of `X-Forwarded-For`, who has asked it; what
 * stands before the first address that is none of ours may have been made up.
 */
export function placeOf(req: IncomingMessage, proxies: Proxies): string {
  let address = readAddress(req.socket.remoteAddress ?? "") ?? "unknown";
  const named = String(req.headers["x-forwarded-for"] ?? "").split(",");
  while (proxies.has(address) && named.length > 0) {
    const before = readAddress(named.pop() ?? "");
    if (!before) break;
    address = before;
  }
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** Without port, brackets and zone; an IPv4 address that is written as IPv6 is one. */
function readAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(bare) !== 6) return isIPv4(bare) ? bare : undefined;
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join(".") : bare;
}

/** A home or an office is given a /64, within which each of its devices takes new addresses as it likes. */
const networkOf = (address: string): string =>
  `${groupsOf(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  // The parser of URLs writes an IPv4 tail as two groups.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [start = "", end] = short.split("::");
  const numbers = (part: string) => (part ? part.split(":").map((group) => Number.parseInt(group, 16)) : []);
  const [first, last] = [numbers(start), numbers(end ?? "")];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
