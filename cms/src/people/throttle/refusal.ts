/** The sentence for whoever has tried too often, the same whether there is such an account or not. */
export function refusalOf(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const pause = seconds < 60 ? "a minute" : minutes === 1 ? "a minute" : `${minutes} minutes`;
  return `Nobody was logged in: there were too many tries. Wait ${pause}, then try again. If you do not know the password, ask for a new one with "Forgot password?".`;
}
