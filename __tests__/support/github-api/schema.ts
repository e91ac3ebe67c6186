import * as v from 'valibot';

/**
 * A JSON schema that stands alone: the given one with all the named schemas that it reaches, and no others, for the
 * whole description has thousands. What OpenAPI 3.0 says otherwise than JSON schema (`nullable`) is translated.
 */
export function closedSchema(
  schema: Readonly<Record<string, unknown>>,
  named: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const reached: Record<string, unknown> = {};
  const translate = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(translate);
    const parsed = v.safeParse(v.record(v.string(), v.unknown()), node);
    if (!parsed.success) return node;
    const { nullable, ...others } = parsed.output;
    const rest = typeof nullable === 'boolean' ? others : parsed.output; // else it is the name of a field
    const name =
      typeof rest['$ref'] === 'string' ? /^#\/components\/schemas\/(.+)$/.exec(rest['$ref'])?.[1] : undefined;
    if (name !== undefined && !(name in reached)) {
      reached[name] = true; // before its own references are followed: schemas name themselves
      reached[name] = translate(named[name]);
    }
    const translated = Object.fromEntries(
      Object.entries(rest)
        .filter(([key]) => !annotations.has(key) || isPropertyMap(rest))
        .map(([key, value]) => [key, translate(value)]),
    );
    return nullable === true ? { anyOf: [translated, { type: 'null' }] } : translated;
  };
  const root = v.parse(v.record(v.string(), v.unknown()), translate(schema));
  return { allOf: [root], components: { schemas: reached } };
}

/** Said for readers only; an example may hold what looks like a schema. */
const annotations = new Set(['example', 'examples', 'externalDocs', 'deprecated', 'description', 'default']);

/** The map below `properties` has names of fields as keys, and a field may well be called `description`. */
function isPropertyMap(node: Readonly<Record<string, unknown>>): boolean {
  return Object.values(node).every((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
}
