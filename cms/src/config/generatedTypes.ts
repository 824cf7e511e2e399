/** How Payload's types of the collections are written: `cms/src/payload-types.ts`. */
import type { SanitizedConfig } from "payload";
import { generateTypes } from "payload/node";

type JSONSchema = Parameters<NonNullable<SanitizedConfig["typescript"]["schema"]>[number]>[0]["jsonSchema"];

/** The command that writes the types; the drift test names it. */
export const COMMAND = "npm run generate";

/** Writes the types of what `config` asks for to `file`. */
export const writeTypes = (config: SanitizedConfig, file: string): Promise<void> =>
  generateTypes(
    {
      ...config,
      typescript: {
        ...config.typescript,
        outputFile: file,
        schema: [...(config.typescript.schema ?? []), ({ jsonSchema }) => withAnyLocale(jsonSchema)],
        postProcess: [
          ...(config.typescript.postProcess ?? []),
          ({ compiledTypes }) => withCommand(compiledTypes),
        ],
      },
    },
    { log: false },
  );

/** Languages come from `LOCALES` when the server starts, so no list of them can be a type. This is the one place that says so. */
const withAnyLocale = (schema: JSONSchema): JSONSchema => ({
  ...schema,
  properties: {
    ...schema.properties,
    locale: { type: "string" },
    fallbackLocale: {
      oneOf: [
        { type: "string" },
        { type: "array", items: { type: "string" } },
        { type: "boolean", enum: [false] },
        { type: "null" },
      ],
    },
  },
});

/** Payload's banner names its own command, which does not know our configuration. */
const withCommand = (types: string): string => types.replace("`payload generate:types`", `\`${COMMAND}\``);
