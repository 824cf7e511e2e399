/** A password that can be guessed opens everything. What guessing costs is estimated; rules about characters do not help. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import { type CollectionBeforeOperationHook, type PayloadRequest, ValidationError } from "payload";
import { accountsToUpdate } from "./accounts.ts";

export const MIN_PASSWORD_LENGTH = 12;
/** As powers of ten: a billion guesses, which nobody makes through our door, and few make with a stolen database. */
const ENOUGH_GUESSES = 9;

/** Whoever guesses tries what stands on every page of ours. */
const PRODUCT = ["clinic", "widgets", "clinic widgets", "clinicwidgets", "payload"];
const WORDS = "A few unrelated words are easy to remember.";

/** Reading its lists takes a moment and some memory, and most servers' days pass without a new password. */
let estimator: ZxcvbnFactory | undefined;
const estimate = (password: string, known: string[]) => {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
  return estimator.check(password, known);
};

type Person = { email?: unknown; name?: unknown };

/** The address and its parts, the name and its parts: all that somebody who knows the person tries first. */
const wordsOf = ({ email, name }: Person): string[] =>
  [email, name].flatMap((value) =>
    typeof value === "string"
      ? [value, ...value.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length > 2)
      : [],
  );

/** The sentence for a password that is too easy to guess, or `true`. `known` are more words that belong to the person. */
export function checkPasswordStrength(
  password: string,
  person: Person = {},
  known: string[] = [],
): string | true {
  if (password.length < MIN_PASSWORD_LENGTH)
    return `The password is too short. Use at least ${MIN_PASSWORD_LENGTH} characters. ${WORDS}`;
  const { guessesLog10, feedback } = estimate(password, [...wordsOf(person), ...known, ...PRODUCT]);
  if (guessesLog10 >= ENOUGH_GUESSES) return true;
  return `The password is easy to guess. ${feedback.warning ? `${feedback.warning} ` : ""}${WORDS}`;
}

export const checkPassword: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== "create" && operation !== "update" && operation !== "resetPassword") return;
  const { data = {} } = args as { data?: Person & { password?: unknown; token?: unknown } };
  const { password } = data;
  if (typeof password !== "string" || password === "") return;
  const people = operation === "update" ? await accountsToUpdate(args, req) : await personOf(req, data.token);
  const known = people.flatMap(wordsOf);
  const checked = checkPasswordStrength(password, data, known);
  if (checked !== true)
    throw new ValidationError(
      {
        collection: collection.slug,
        errors: [{ path: "password", label: "Password", message: checked }],
        req,
      },
      req.t,
    );
};

/** The person whose letter has brought the token. */
async function personOf(req: PayloadRequest, token: unknown): Promise<Person[]> {
  if (typeof token !== "string") return [];
  const { docs } = await req.payload.find({
    collection: "users",
    where: { resetPasswordToken: { equals: token } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return docs;
}
