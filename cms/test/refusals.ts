import type { Parsed } from "./parsed.ts";

/** The fields at which a save was refused, each with its sentence; none when it was saved. */
export async function refusals(save: Promise<unknown>): Promise<[path: string, message: string][]> {
  const thrown: Parsed = await save.then(
    () => undefined,
    (error: unknown) => error,
  );
  return (thrown?.data?.errors ?? []).map(({ path, message }: Parsed) => [path, message]);
}
