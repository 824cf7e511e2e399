/** What `npm test` is asked for: `npm test -- [--repeat N] [PATH...]`. */
import { UserError } from "./project.mjs";

/**
 * @param {string[]} args
 * @returns {{ paths: string[], repeat: number }} `repeat`: 1 without the option
 * @throws UserError for an option that is none, or says no number of times
 */
export function readTestOptions(args) {
  const paths = [];
  let repeat = 1;
  for (let index = 0; index < args.length; index++) {
    const [name, inline] = args[index].split("=", 2);
    if (name === "--repeat") repeat = timesOf(inline ?? args[++index]);
    else if (name.startsWith("-"))
      throw new UserError(`npm test has no option ${name}. For example: npm test -- --repeat 5 tests/e2e`);
    else paths.push(args[index]);
  }
  if (repeat > 1 && paths.length === 0)
    throw new UserError("Name the tests to repeat, for example: npm test -- --repeat 5 tests/e2e");
  return { paths, repeat };
}

function timesOf(value) {
  const times = Number(value);
  if (Number.isInteger(times) && times >= 2) return times;
  throw new UserError(
    "--repeat needs a number of times, 2 or more, for example: npm test -- --repeat 5 tests/e2e",
  );
}
