import { goQuoted } from './go-quoted.ts';
import { goBoolean } from './go-values.ts';
import type { Flag, GrammarProblem } from './model.ts';
import { lastValue, type MountField, mountFields, sourceKeys, targetKeys } from './mount-fields.ts';
import { nearest } from '../nearest.ts';

/** What BuildKit refuses in the value of `RUN --mount=`; what a variable holds it reads only while it builds. */
export function mountProblem(flag: Flag): GrammarProblem | undefined {
  const value = flag.value ?? '';
  if (value === '')
    return error(flag, 'failed to parse csv mounts: EOF', 'Write type= and the folder as target=/path.');
  const fields = mountFields(value);
  if (fields === undefined) return undefined;
  const mount: Mount = { type: 'bind' };
  for (const field of fields) {
    const problem = fieldProblem(flag, field, mount);
    if (problem !== undefined) return problem;
  }
  return wholeProblem(flag, fields, mount);
}

const types = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];

/** What the fields so far have said: BuildKit reads them in order, so a key may come too early for its type. */
interface Mount {
  /** Undefined from the variable on that holds it. */
  type: string | undefined;
}

const switches = ['readonly', 'ro', 'readwrite', 'rw', 'required'];
const keys = [
  'type',
  'from',
  ...sourceKeys,
  ...targetKeys,
  ...switches,
  'id',
  'sharing',
  'mode',
  'uid',
  'gid',
  'size',
  'env',
];

function fieldProblem(flag: Flag, field: MountField, mount: Mount): GrammarProblem | undefined {
  const { text, key, value } = field;
  const known = value === undefined ? switches : keys;
  if (!known.includes(key)) {
    const near = nearest(key, known);
    const advice = near === undefined ? `Write one of ${known.join(', ')}.` : `Write ${near}.`;
    const message =
      value === undefined ? `invalid field '${text}' must be a key=value pair` : `unexpected key '${key}' in '${text}'`;
    return error(flag, message, advice);
  }
  const foreign = foreignKey(flag, key, mount.type);
  if (foreign !== undefined) return foreign;
  return value === undefined ? undefined : valueProblem(flag, key, value, mount);
}

/** The types to which a key belongs alone, as far as BuildKit looks at it while it reads the key. */
const owners: ReadonlyMap<string, readonly string[]> = new Map([
  ['required', ['secret', 'ssh']],
  ['size', ['tmpfs']],
]);

function foreignKey(flag: Flag, key: string, type: string | undefined): GrammarProblem | undefined {
  const owner = owners.get(key);
  if (owner === undefined || type === undefined || owner.includes(type)) return undefined;
  const advice = `Delete ${key}, which belongs to ${owner.map((each) => `type=${each}`).join(' and ')}, or write that type before it.`;
  return error(flag, `unexpected key '${key}' for mount type '${type}'`, advice);
}

function valueProblem(flag: Flag, key: string, value: string, mount: Mount): GrammarProblem | undefined {
  const dollar = value.indexOf('$');
  if (key === 'from') {
    if (dollar === -1 || dollar === value.length - 1) return undefined;
    const message = "'from' doesn't support variable expansion, define alias stage instead";
    return error(flag, message, 'Write `FROM … AS name` with the variable, and `from=name` here.');
  }
  if (key === 'type') {
    mount.type = isPlain(value) ? value.toLowerCase() : undefined;
    if (mount.type === undefined || types.includes(mount.type)) return undefined;
    const type = nearest(value, types);
    const advice = type === undefined ? `Write one of ${types.join(', ')}.` : `Write type=${type}.`;
    return error(flag, `unsupported mount type ${goQuoted(value)}`, advice);
  }
  if (!isPlain(value)) return undefined;
  switch (key) {
    case 'sharing':
      if (['shared', 'private', 'locked'].includes(value.toLowerCase())) return undefined;
      return error(flag, `unsupported sharing value ${goQuoted(value)}`, 'Write shared, private or locked.');
    case 'mode':
      if (isUnsigned(value, 8)) return undefined;
      return error(flag, `invalid value ${value} for mode`, 'Write the permissions in octal digits, such as 0755.');
    case 'uid':
    case 'gid':
      if (isUnsigned(value, 10)) return undefined;
      return error(flag, `invalid value ${value} for ${key}`, 'Write the number: names are not looked up here.');
    case 'size':
      if (isSize(value)) return undefined;
      return error(flag, `invalid value for size: ${value}`, 'Write a number with its unit, such as 64m.');
    case 'ro':
    case 'readonly':
    case 'rw':
    case 'readwrite':
    case 'required':
      if (goBoolean(value) !== undefined) return undefined;
      return error(flag, `invalid value for ${key}: ${value}`, `Write ${key} alone, or true or false behind it.`);
    default:
      return undefined;
  }
}

/** A number of at most 32 bits without a sign. */
function isUnsigned(value: string, base: 8 | 10): boolean {
  const digits = base === 8 ? /^[0-7]+$/ : /^\d+$/;
  return digits.test(value) && Number.parseInt(value, base) < 2 ** 32;
}

/** A size as docker reads it; an exponent or a sign passes too, for the number is Go's. */
function isSize(value: string): boolean {
  const [, number = ''] = /^(.*?) ?(?:[kmgtp]i?b?|b)?$/is.exec(value) ?? [];
  return /^\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(number);
}

/** What does not fit together once all fields are read. */
function wholeProblem(flag: Flag, fields: readonly MountField[], { type }: Mount): GrammarProblem | undefined {
  if (type === undefined) return undefined;
  const isSet = (...names: readonly string[]): boolean => (lastValue(fields, names) ?? '') !== '';
  const isCertain = (...names: readonly string[]): boolean =>
    isSet(...names) && isPlain(lastValue(fields, names) ?? '');
  if (type === 'bind' || type === 'tmpfs') {
    const key = ['mode', 'uid', 'gid'].find((each) => fields.some((field) => field.key === each));
    if (key !== undefined) {
      return error(flag, `${key} not allowed for ${goQuoted(type)} type mounts`, `Delete ${key}.`);
    }
  }
  if (type === 'secret' && isSet('from')) {
    return error(flag, 'secret mount should not have a from', 'Delete from: a secret comes from outside of the build.');
  }
  if (type !== 'cache' && isSet('sharing')) {
    const message =
      type === 'secret' ? 'secret mount should not define sharing' : `invalid cache sharing set for ${type} mount`;
    return error(flag, message, 'Delete sharing, which belongs to type=cache.');
  }
  if (type === 'secret') {
    if (!isSet('id') && !isSet(...sourceKeys) && !isSet(...targetKeys)) {
      const message = 'invalid secret mount. one of source, target required';
      return error(flag, message, 'Write the name of the secret as id=name.');
    }
    if (isCertain('id') && isCertain(...sourceKeys)) {
      return error(flag, "both source and id can't be set", 'Delete one of the two: they mean the same.');
    }
  }
  if (type === 'ssh' && isCertain(...sourceKeys)) {
    return error(flag, 'ssh does not support source', 'Write the name of the agent as id=name.');
  }
  if ((type === 'secret' || type === 'ssh') && lastValue(fields, targetKeys) === '/') {
    return error(
      flag,
      `invalid mount type ${type.toUpperCase()} for /`,
      'Write the place of the file as target=/path.',
    );
  }
  return undefined;
}

/** Neither variable nor quote nor escape: the value is what stands there. */
function isPlain(value: string): boolean {
  return !/[$'\\`]/.test(value);
}

function error(flag: Flag, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span: flag.span };
}
