/** The proxies in front of the server, as they are configured. */
import { BlockList, isIP, isIPv4 } from "node:net";

/** Decides which addresses are proxies of ours, whose word about the address before them counts. */
export type Proxies = { has(address: string): boolean };

const RANGE = /^([^/]+)(?:\/(\d{1,3}))?$/;

/** The proxies at `ranges`: single addresses, or networks such as `10.0.0.0/8`. @throws TypeError naming what is neither. */
export function proxiesAt(ranges: readonly string[]): Proxies {
  const list = new BlockList();
  for (const range of ranges) {
    const [, address = "", bits] = RANGE.exec(range) ?? [];
    const version = isIP(address);
    const longest = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : Number(bits);
    if (version === 0 || prefix > longest) throw new TypeError(`${range} is no address and no network.`);
    list.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
  }
  return { has: (address) => isIP(address) !== 0 && list.check(address, isIPv4(address) ? "ipv4" : "ipv6") };
}
