/** Which keys a value has that its JSON Schema does not name; schemas allow them, so that readers of today survive tomorrow. */

export type Schema = {
  $defs?: Record<string, Schema>;
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
};

/** The paths of those keys, such as `items.0.email`. */
export function keysBeyond(root: Schema, value: unknown): string[] {
  return beyond(root, [root], value, "");
}

function beyond(root: Schema, schemas: Schema[], value: unknown, path: string): string[] {
  const shapes = schemas.flatMap((schema) => shapesOf(root, schema, value));
  const below = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (Array.isArray(value)) {
    const items = shapes.flatMap(({ items }) => (items ? [items] : []));
    return value.flatMap((item, index) => beyond(root, items, item, below(String(index))));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const named = shapes.flatMap(({ properties }) => properties?.[key] ?? []);
    return named.length === 0 ? [below(key)] : beyond(root, named, inner, below(key));
  });
}

/** The plain shapes that `schema` stands for, without those that `value` is certainly not. */
function shapesOf(root: Schema, schema: Schema, value: unknown): Schema[] {
  if (schema.$ref !== undefined) return shapesOf(root, resolve(root, schema.$ref), value);
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const shapes = [schema, ...choices.flatMap((choice) => shapesOf(root, choice, value))];
  return shapes.filter((shape) => fits(shape, value));
}

/** By the fields that distinguish shapes, such as `type: "link"`. */
function fits({ properties }: Schema, value: unknown): boolean {
  if (!properties || typeof value !== "object" || value === null) return true;
  return Object.entries(properties).every(([key, property]) => {
    const inner = (value as Record<string, unknown>)[key];
    return property.const === undefined || inner === undefined || property.const === inner;
  });
}

function resolve(root: Schema, ref: string): Schema {
  let found: unknown = root;
  for (const step of ref.replace(/^#\/?/, "").split("/").filter(Boolean))
    found = (found as Record<string, unknown>)[step];
  if (!found) throw new Error(`The schema refers to ${ref}, which is not there.`);
  return found as Schema;
}
