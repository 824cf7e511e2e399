import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { proxiesAt } from "../config/proxies.ts";
import { placeOf } from "./place.ts";

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

const NONE = proxiesAt([]);
const PROXIES = proxiesAt(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]);

describe("the place that a request comes from", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::ffff:cb00:7109", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    [undefined, "unknown"],
  ])("is for %s the place %s", (address, place) => {
    expect(placeOf(request(address), NONE)).toBe(place);
  });

  it.each([
    ["without a proxy, nobody's word", NONE, "10.0.0.1", "198.51.100.1", "10.0.0.1"],
    ["from a stranger, nobody's word", PROXIES, "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["from our proxy, what it says", PROXIES, "10.0.0.1", "198.51.100.1", "198.51.100.1"],
    [
      "from a chain of ours, what the first says",
      PROXIES,
      "10.0.0.1",
      "198.51.100.1, 192.0.2.7",
      "198.51.100.1",
    ],
    ["not what a stranger adds before", PROXIES, "10.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["from a proxy in IPv6", PROXIES, "fd00::1", "2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["with a port", PROXIES, "10.0.0.1", "198.51.100.1:4711", "198.51.100.1"],
    ["with brackets and a port", PROXIES, "10.0.0.1", "[2001:db8:1:2::1]:4711", "2001:db8:1:2::/64"],
    ["the proxy, when it says nothing", PROXIES, "10.0.0.1", undefined, "10.0.0.1"],
    ["the proxy, when it says nonsense", PROXIES, "10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"],
    ["a proxy that asks by itself", PROXIES, "10.0.0.1", "10.0.0.2", "10.0.0.2"],
  ])("is %s", (_, proxies, address, forwarded, place) => {
    expect(placeOf(request(address, forwarded), proxies)).toBe(place);
  });

  it.each(["proxy", "10.0.0.0/33", "10.0.0.0/-1", "fd00::/129", "10.0.0"])(
    "knows no proxy at %s",
    (range) => {
      expect(() => proxiesAt([range])).toThrow(range);
    },
  );
});
