import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import * as v from 'valibot';
import { closedSchema } from './schema.ts';

/** GitHub's published description of its REST API, as far as requests and answers are held against it. */
export interface Operation {
  readonly id: string;
  /** What is wrong with the request; empty where it is as described. */
  wrongInRequest(query: URLSearchParams, body: unknown): readonly string[];
  /** What is wrong with an answer of this status. */
  wrongInAnswer(status: number, body: unknown): readonly string[];
}

/** The operation that answers this method and path, or undefined where GitHub has none. */
export function findOperation(method: string, path: string): Operation | undefined {
  const { paths } = description();
  // A fixed segment goes before a parameter: /issues/comments/7 is not the comments of issue "comments".
  const template = Object.keys(paths)
    .filter((candidate) => matches(candidate, path))
    .toSorted((a, b) => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0))[0];
  const described = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  if (template === undefined || described === undefined) return undefined;
  return operation(pathValues(template, path), v.parse(operationShape, described));
}

/** What GitHub itself shows as an answer of this name. */
export function exampleAnswer(name: string): unknown {
  return v.parse(v.looseObject({ value: v.unknown() }), description().components['examples']?.[name]).value;
}

const schemaShape = v.record(v.string(), v.unknown());
const contentShape = v.optional(v.record(v.string(), v.looseObject({ schema: v.optional(schemaShape) })));
const parameterShape = v.looseObject({
  name: v.string(),
  in: v.picklist(['path', 'query', 'header']),
  required: v.optional(v.boolean(), false),
  schema: schemaShape,
});
const operationShape = v.looseObject({
  operationId: v.string(),
  parameters: v.optional(v.array(schemaShape), []),
  requestBody: v.optional(v.looseObject({ required: v.optional(v.boolean(), false), content: contentShape })),
  responses: v.record(v.string(), schemaShape),
});
const descriptionShape = v.looseObject({
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
  components: v.record(v.string(), v.record(v.string(), v.unknown())),
});
type Description = v.InferOutput<typeof descriptionShape>;

const require = createRequire(import.meta.url);
let loaded: Description | undefined;

function description(): Description {
  // 13 MB: read when first asked for. The file is named by its path, for the package's index loads all ten of them.
  loaded ??= v.parse(
    descriptionShape,
    JSON.parse(readFileSync(require.resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8')),
  );
  return loaded;
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((segment, at) => (segment.startsWith('{') ? given[at] !== '' : segment === given[at]))
  );
}

function resolve(node: unknown): unknown {
  const reference = v.safeParse(v.looseObject({ $ref: v.string() }), node);
  if (!reference.success) return node;
  const [, , group = '', name = ''] = reference.output.$ref.split('/');
  return resolve(description().components[group]?.[name]);
}

function operation(given: ReadonlyMap<string, string>, described: v.InferOutput<typeof operationShape>): Operation {
  const parameters = described.parameters.map((parameter) => v.parse(parameterShape, resolve(parameter)));
  const bodySchema = described.requestBody?.content?.['application/json']?.schema;
  return {
    id: described.operationId,
    wrongInRequest(query, body) {
      const wrong: string[] = [];
      for (const parameter of parameters) {
        if (parameter.in === 'header') continue;
        const value = parameter.in === 'path' ? given.get(parameter.name) : (query.get(parameter.name) ?? undefined);
        if (value === undefined) {
          if (parameter.required) wrong.push(`the ${parameter.in} parameter ${parameter.name} is missing`);
        } else {
          const type = parameter.schema['type'];
          const typed = type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
          wrong.push(...faults(parameter.schema, typed).map((fault) => `${parameter.name}: ${fault}`));
        }
      }
      for (const name of query.keys()) {
        if (!parameters.some((parameter) => parameter.in === 'query' && parameter.name === name))
          wrong.push(`the query parameter ${name} is not described`);
      }
      if (Number(query.get('per_page') ?? 0) > 100) wrong.push('per_page is at most 100');
      if (bodySchema === undefined) {
        if (body !== undefined) wrong.push('a body is sent, and none is described');
      } else if (body === undefined) {
        if (described.requestBody?.required === true) wrong.push('the body is missing');
      } else {
        wrong.push(...faults(bodySchema, body).map((fault) => `body: ${fault}`), ...undescribed(bodySchema, body));
      }
      return wrong;
    },
    wrongInAnswer(status, body) {
      const answer = v.safeParse(
        v.looseObject({ content: contentShape }),
        resolve(described.responses[String(status)]),
      );
      // Limits, 401 and 5xx are described nowhere; GitHub answers them in the shape of its basic error.
      if (!answer.success)
        return status < 400 ? [`status ${status} is not described`] : faults({ $ref: basicError }, body);
      const schema = answer.output.content?.['application/json']?.schema;
      if (schema === undefined) return body === undefined ? [] : [`status ${status} has no body`];
      return faults(schema, body);
    },
  };
}

const basicError = '#/components/schemas/basic-error';

function pathValues(template: string, path: string): Map<string, string> {
  const given = path.split('/');
  return new Map(
    template.split('/').flatMap((segment, at) => {
      const value = given[at];
      return segment.startsWith('{') && value !== undefined
        ? [[segment.slice(1, -1), decodeURIComponent(value)] as const]
        : [];
    }),
  );
}

/** GitHub ignores fields that it does not know; a misspelt one is found here instead. */
function undescribed(schema: Readonly<Record<string, unknown>>, body: unknown): readonly string[] {
  const known = v.safeParse(v.looseObject({ properties: schemaShape }), resolve(schema));
  const given = v.safeParse(schemaShape, body);
  if (!known.success || !given.success) return [];
  return Object.keys(given.output)
    .filter((name) => !(name in known.output.properties))
    .map((name) => `body: ${name} is not described`);
}

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
formats.default(ajv);
const validators = new Map<string, ValidateFunction>();

function faults(schema: Readonly<Record<string, unknown>>, value: unknown): readonly string[] {
  const key = JSON.stringify(schema);
  let validate = validators.get(key);
  if (validate === undefined) {
    validate = ajv.compile(closedSchema(schema, description().components['schemas'] ?? {}));
    validators.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`);
}
