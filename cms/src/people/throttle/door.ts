/**
 * Stands before Payload and Next: what strangers send is small, whoever tries often waits, and few passwords are hashed
 * at once, so that delivery, on the same machine, has a processor left.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { availableParallelism } from "node:os";
import type { Payload } from "payload";
import { proxiesAt } from "../../config/proxies.ts";
import { databaseAnswers } from "../../database/outage.ts";
import { Gate } from "../../http/gate.ts";
import { placeOf } from "../../http/place.ts";
import { refuse } from "../../http/requestGuard.ts";
import { wholeBodyArrives } from "../../http/wholeBody.ts";
import { refusalOf } from "./refusal.ts";
import { type LoginThrottle, PLACE_HEADER } from "./throttle.ts";

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
type Options = {
  payload: Payload;
  throttle: LoginThrottle;
  trustedProxies: string[];
  /** What answers whatever is let in. */
  next: Handler;
  /** How long whoever is refused waits for that, about: it slows those down who ask again at once. */
  refuseAfterMs?: number;
  /** How long, after a wrong try, others from places that nobody has logged in from wait for their turn. */
  pauseMs?: number;
};

/** A login, with room for whatever a browser adds. */
const MAX_BODY_OF_STRANGERS_BYTES = 16 * 1024;
/** Hashing keeps one processor busy: another remains for delivery. */
const HASHES_AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1));
/** A course of editors who log in together; whoever comes after them would wait for more than ten seconds. */
const WAITING_FOR_A_HASH = 60;
const BUSY_SECONDS = 5;
const BUSY_SENTENCE =
  "Nobody was logged in, and nothing was saved: too many people log in just now. Try again in a few seconds.";
const REFUSE_AFTER_MS = 500;
/** A try costs Payload and hashing some tenths of a second: so a flood of them has a small part of the processors. */
const PAUSE_MS = 3000;
/** Counting asks the database: what came at once is counted in turns, between which delivery answers. */
const COUNTED_AT_ONCE = 4;
const WAITING_TO_BE_COUNTED = 1000;
/** So many wait to be refused; more of them are a flood, and are refused at once. */
const MOST_REFUSED_LATER = 1000;

/** What strangers may send to be let in, or to ask for a new password. */
const TRIES =
  /^\/api\/users\/(login|forgot-password|reset-password|first-register)$|^(\/api)?\/first-administrator$/;
/** A person who is made or changed may get a new password; these end or prolong a login. */
const PEOPLE = /^\/api\/users(\/|$)/;
const WITHOUT_HASH = /^\/api\/users\/(logout|refresh-token|forgot-password|unlock)$/;

/** Lets in what `next` answers, as soon as it may. */
export function guardLogins(options: Options): Handler {
  const {
    payload,
    throttle,
    trustedProxies,
    next,
    refuseAfterMs = REFUSE_AFTER_MS,
    pauseMs = PAUSE_MS,
  } = options;
  const proxies = proxiesAt(trustedProxies);
  let refusedLater = 0;
  const counting = new Gate({ atOnce: COUNTED_AT_ONCE, waiting: WAITING_TO_BE_COUNTED });
  const hashing = new Gate({ atOnce: HASHES_AT_ONCE, waiting: WAITING_FOR_A_HASH });

  return async (req, res) => {
    // Our own word to the hooks behind Payload, which nobody outside may speak.
    delete req.headers[PLACE_HEADER];
    if (!canHaveBody(req)) return next(req, res);
    if (await isTooLong(payload, req)) return refuseLength(res);
    const path = pathOf(req);
    const isTry = req.method === "POST" && TRIES.test(path);
    if (!isTry && !(PEOPLE.test(path) && !WITHOUT_HASH.test(path))) return next(req, res);
    // A change of the own account is counted by the hooks, if it brings a password.
    const place = placeOf(req, proxies);
    req.headers[PLACE_HEADER] = place;
    const counted = isTry ? await countTry(place, res) : undefined;
    if (counted === "busy") return refuseBusy(res);
    if (counted?.wait !== undefined) return refuseLater(res, counted.wait);
    const isWrong = () => counted !== undefined && !wasNoWrongTry(path, res);
    res.once("close", () => {
      if (counted && !isWrong()) counted.giveBack().catch(report);
    });
    if (WITHOUT_HASH.test(path)) return next(req, res);
    if (!(await wholeBodyArrives(req))) return;
    const turn = hashing.enter({
      hurries: counted?.isKnown ?? true,
      for: place,
      isGone: () => res.destroyed,
    });
    if (!turn) return refuseBusy(res);
    const release = await turn;
    res.once("close", () => release(isWrong() ? pauseMs : 0));
    return next(req, res);
  };

  async function countTry(place: string, res: ServerResponse) {
    const turn = counting.enter({ hurries: true, isGone: () => res.destroyed });
    if (!turn) return "busy";
    const release = await turn;
    try {
      return await throttle.tryPlace(place);
    } finally {
      release();
    }
  }

  function refuseLater(res: ServerResponse, seconds: number): void {
    refusedLater++;
    setTimeout(
      () => {
        refusedLater--;
        refuseForNow(res, seconds);
      },
      // Not to the millisecond: those who came at once would come at once again.
      refusedLater > MOST_REFUSED_LATER ? 0 : refuseAfterMs * (0.5 + Math.random()),
    ).unref();
  }

  function report(err: unknown): void {
    payload.logger.error({ err, msg: "A try to log in that was right could not be taken from the count." });
  }
}

const canHaveBody = ({ method }: IncomingMessage): boolean =>
  method !== "GET" && method !== "HEAD" && method !== "OPTIONS";

/** As Payload compares it: without regard to case, and to a slash at the end. */
function pathOf({ url = "/" }: IncomingMessage): string {
  const path = decodeURIComponent(url.split("?")[0] ?? "/");
  return path
    .replace(/\/+/g, "/")
    .replace(/(.)\/$/, "$1")
    .toLowerCase();
}

/** Whether the body is longer than a stranger's may be. Only then is it worth finding out who it is. */
async function isTooLong(payload: Payload, req: IncomingMessage): Promise<boolean> {
  if (Number(req.headers["content-length"] ?? 0) <= MAX_BODY_OF_STRANGERS_BYTES) return false;
  const headers = new Headers();
  for (const name of ["authorization", "cookie", "origin", "sec-fetch-site"] as const) {
    const value = req.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const { user } = await payload.auth({ headers });
  // While the database is away everybody seems to be a stranger. What comes next says so.
  return user === null && (await databaseAnswers(payload));
}

/** A letter that was asked for is a try, whatever comes of it. */
const wasNoWrongTry = (path: string, { statusCode, writableFinished }: ServerResponse): boolean =>
  writableFinished && (statusCode >= 500 || (statusCode < 400 && !path.endsWith("/forgot-password")));

function refuseBusy(res: ServerResponse): void {
  refuse(res, 503, BUSY_SENTENCE, { "retry-after": String(BUSY_SECONDS) });
}

function refuseForNow(res: ServerResponse, seconds: number): void {
  refuse(res, 429, refusalOf(seconds), { "retry-after": String(seconds) });
}

function refuseLength(res: ServerResponse): void {
  const sentence = `Whoever is not logged in may send ${MAX_BODY_OF_STRANGERS_BYTES / 1024} KB at most. Nothing was saved: log in, then save again.`;
  refuse(res, 413, sentence, { connection: "close" });
}
