/** The sentences for whoever has tried too often, the same whether there is such an account or not. */
const NOBODY = "Nobody was logged in: there were too many tries.";

/** What was not done, and `seconds` later to try it again. */
export function refusalOf(seconds: number, refused = NOBODY): string {
  const minutes = Math.ceil(seconds / 60);
  const pause = minutes <= 1 ? "a minute" : `${minutes} minutes`;
  return `${refused} Wait ${pause}, then try again. If you do not know the password, ask for a new one with "Forgot password?".`;
}
