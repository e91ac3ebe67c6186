import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as v from 'valibot';

const require = createRequire(import.meta.url);
const definitions = v.array(v.object({ name: v.string(), examples: v.array(v.looseObject({})) }));
let read: v.InferOutput<typeof definitions> | undefined;

/** Payloads as GitHub has really sent them, for an event. */
export function webhookExamples(event: string): readonly Readonly<Record<string, unknown>>[] {
  const file = require.resolve('@octokit/webhooks-examples/api.github.com/index.json');
  read ??= v.parse(definitions, JSON.parse(readFileSync(file, 'utf8')));
  const found = read.find(({ name }) => name === event)?.examples ?? [];
  if (found.length === 0) throw new Error(`there is no example of ${event}`);
  return found;
}

/** The same payload with other values in it, by path: `workflow_run.head_repository.full_name`. */
export function changed(payload: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(payload);
  for (const [place, value] of Object.entries(values)) {
    const names = place.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce((at, name) => memberOf(at, name), copy);
    if (!isObject(holder)) throw new Error(`the payload has no ${place}`);
    holder[last] = value;
  }
  return copy;
}

function memberOf(holder: unknown, name: string): unknown {
  return isObject(holder) ? holder[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
