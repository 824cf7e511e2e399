/** What is public now -> content files. What cannot stand is left out with its fault; it never holds back the rest. */
import { compileClinic } from "./clinic.ts";
import { compileSite } from "./site.ts";
import type { Compiled, CompileOptions } from "./snapshot.ts";
import { compileTopic } from "./topic.ts";

/** Compiles a unit such as `topics/<id>`, in every language. Only the database can make it fail. */
export function compileUnit(unit: string, { payload, locales, papers }: CompileOptions): Promise<Compiled> {
  const [kind, id] = unit.split("/") as [string, string];
  if (kind === "topics") return compileTopic(id, { payload, locales, papers });
  if (kind === "clinics") return compileClinic(id, { payload, locales });
  return compileSite({ payload, locales });
}
