import * as v from 'valibot';
import { nearest } from '../nearest.ts';
import { UserError } from '../errors.ts';
import { quoted } from './given.ts';
import type { YamlFile } from './yaml-file.ts';

type Steps = readonly (string | number)[];

/**
 * What the file says, if it says it as the schema wants it. Throws a `UserError` at the place of the first value that is none.
 * A key without a value is as if it were not there. `mappings` are the ways to those that hold one: valibot takes a list for one.
 */
export function readBySchema<Schema extends v.GenericSchema>(
  schema: Schema,
  file: YamlFile,
  mappings: readonly Steps[],
): v.InferOutput<Schema> {
  for (const steps of [[], ...mappings]) {
    const value = valueAt(file.data, steps);
    if (Array.isArray(value)) throw unexpected(file, steps, value, ['a mapping']);
  }
  const read = v.safeParse(schema, file.data === null || file.data === undefined ? {} : withoutNull(file.data));
  if (read.success) return read.output;
  const { steps, issue } = deepest(read.issues[0], []);
  throw unexpected(file, steps, issue.input, wantedBy(issue));
}

function unexpected(file: YamlFile, steps: Steps, input: unknown, wanted: readonly string[]): UserError {
  const where = steps.length === 0 ? 'the file' : `\`${steps.join('.')}\``;
  const [only, ...others] = wanted;
  if (input === undefined && others.length === 0 && only === quoted(`${steps.at(-1)}`))
    return new UserError(`\`${steps.slice(0, -1).join('.')}\` lacks the key ${only}.`, {
      place: file.placeOf(steps.slice(0, -1), 'value'),
      hint: `Write it: ${steps.at(-1)}: …`,
    });
  return new UserError(`${where} is ${shown(input)}, and ${anyOf(wanted)} is expected.`, {
    place: file.placeOf(steps, 'value'),
    hint: hintFor(input, wanted),
  });
}

/** Keys that mean nothing are told, and the rest of the file is in force. */
export function unknownKeys(file: YamlFile, at: Steps, known: readonly string[]): readonly string[] {
  const holder = valueAt(file.data, at);
  if (!isRecord(holder)) return [];
  return Object.keys(holder)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = nearest(key, known);
      return `${file.placeOf([...at, key], 'key')}: ${quoted(key)} is no key here, so it has no effect. ${
        near === undefined ? `Delete it; the keys are ${known.join(', ')}.` : `Write ${quoted(near)}.`
      }`;
    });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(data: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, data);
}

function withoutNull(data: unknown): unknown {
  return isRecord(data) ? Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)) : data;
}

/** Of the ways to read a value, the one that came farthest. */
function deepest(
  issue: v.BaseIssue<unknown>,
  above: Steps,
): { readonly steps: Steps; readonly issue: v.BaseIssue<unknown> } {
  const steps = [...above, ...stepsOf(issue)];
  let best: { readonly steps: Steps; readonly issue: v.BaseIssue<unknown> } = { steps, issue };
  for (const inner of issue.issues ?? []) {
    const found = deepest(inner, steps);
    if (found.steps.length > best.steps.length) best = found;
  }
  return best;
}

function stepsOf(issue: v.BaseIssue<unknown>): Steps {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'empty';
  return typeof value === 'object' ? 'a mapping' : quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

/** valibot's words for what would have been right, made to be read. */
function wantedBy({ expected }: v.BaseIssue<unknown>): readonly string[] {
  const words = (expected ?? '').match(/"[^"]*"|\w+/g) ?? [];
  return [...new Set(words.map((word) => kinds.get(word) ?? word))];
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['Array', 'a list'],
  ['Object', 'a mapping'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
]);

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function hintFor(input: unknown, wanted: readonly string[]): string {
  const [only, ...others] = wanted;
  const words = wanted.filter((word) => word.startsWith('"')).map((word) => word.slice(1, -1));
  const near =
    typeof input === 'string'
      ? (nearest(input, words) ?? words.find((word) => input !== '' && word.startsWith(input.toLowerCase())))
      : undefined;
  if (near !== undefined) return `Write ${quoted(near)}.`;
  return only !== undefined && others.length === 0 ? `Write ${only}.` : 'Write one of them.';
}
