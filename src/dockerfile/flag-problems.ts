import { durationProblem } from './duration.ts';
import { goQuoted } from './go-quoted.ts';
import { keywords } from './keywords.ts';
import type { Flag, GrammarProblem, Instruction } from './model.ts';
import { nearest } from '../nearest.ts';

/** The first fault in an instruction's flags. */
export function flagProblem(instruction: Instruction): GrammarProblem | undefined {
  const kinds = keywords.get(instruction.keyword) ?? new Map();
  const seen = new Set<string>();
  for (const flag of instruction.flags) {
    const kind = kinds.get(flag.name);
    const written = `--${flag.name}`;
    if (kind === undefined) return unknownFlag(instruction, flag);
    if (seen.has(flag.name) && kind !== 'values') {
      return error(flag, `duplicate flag specified: ${written}`, 'Delete one of the two.');
    }
    seen.add(flag.name);
    if (kind === 'boolean') {
      const value = flag.value?.toLowerCase();
      if (value === '')
        return error(flag, `missing a value on flag: ${written}`, `Write ${written}, or ${written}=true.`);
      if (value !== undefined && value !== 'true' && value !== 'false') {
        const message = `expecting boolean value for flag ${written}, not: ${flag.value ?? ''}`;
        return error(flag, message, `Write ${written}=true or ${written}=false.`);
      }
    } else if (flag.value === undefined) {
      return error(
        flag,
        `missing a value on flag: ${written}`,
        `Write ${written}= and the value, without a blank between.`,
      );
    }
  }
  for (const flag of instruction.flags) {
    const problem = valueProblem(instruction.keyword, flag);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function unknownFlag(instruction: Instruction, flag: Flag): GrammarProblem {
  const names = [...(keywords.get(instruction.keyword)?.keys() ?? [])];
  const message = `unknown flag: --${flag.name}`;
  const name = nearest(flag.name, names);
  if (name === undefined) {
    const known = names.map((each) => `--${each}`).join(', ');
    const advice =
      names.length === 0
        ? `Delete it: ${instruction.keyword} takes no flags.`
        : `Write one that ${instruction.keyword} takes: ${known}.`;
    return error(flag, message, advice);
  }
  const span = { start: flag.span.start, end: flag.span.start + 2 + flag.name.length };
  return { ...error(flag, message, `Write --${name}.`), fix: { title: `Write --${name}`, span, text: `--${name}` } };
}

/** Values that BuildKit checks while it reads the instruction; those with variables it cannot. */
function valueProblem(keyword: string, flag: Flag): GrammarProblem | undefined {
  const value = flag.value ?? '';
  switch (`${keyword} ${flag.name}`) {
    case 'RUN network':
      if (['default', 'none', 'host'].includes(value)) return undefined;
      return error(flag, `invalid network mode ${goQuoted(value)}`, 'Write default, none or host.');
    case 'RUN security':
      if (['insecure', 'sandbox'].includes(value)) return undefined;
      return error(flag, `security ${goQuoted(value)} is not valid`, 'Write sandbox or insecure.');
    case 'RUN mount':
      return mountProblem(flag, value);
    case 'COPY from':
      if (!/\$./s.test(value)) return undefined;
      return error(
        flag,
        'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
        'Write `FROM … AS name` with the variable, and `--from=name` here.',
      );
    case 'HEALTHCHECK interval':
    case 'HEALTHCHECK timeout':
    case 'HEALTHCHECK start-period':
    case 'HEALTHCHECK start-interval': {
      const message = durationProblem(flag.name, value);
      return message === undefined ? undefined : error(flag, message, 'Write a number with its unit, such as `30s`.');
    }
    case 'HEALTHCHECK retries':
      return retriesProblem(flag, value);
    default:
      return undefined;
  }
}

function retriesProblem(flag: Flag, value: string): GrammarProblem | undefined {
  if (value === '' || /^\+?\d{1,9}$/.test(value)) return undefined;
  const message = /^-\d{1,9}$/.test(value)
    ? `--retries cannot be negative (${value})`
    : `strconv.ParseInt: parsing ${goQuoted(value)}: invalid syntax`;
  return /^-0+$/.test(value) ? undefined : error(flag, message, 'Write a whole number.');
}

const mountTypes = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];

function mountProblem(flag: Flag, value: string): GrammarProblem | undefined {
  for (const field of value.split(',')) {
    const equals = field.indexOf('=');
    const key = field.slice(0, Math.max(0, equals)).toLowerCase();
    const content = field.slice(equals + 1);
    const dollar = content.indexOf('$');
    if (key === 'from' && dollar !== -1 && dollar !== content.length - 1) {
      const message = "'from' doesn't support variable expansion, define alias stage instead";
      return error(flag, message, 'Write `FROM … AS name` with the variable, and `from=name` here.');
    }
    if (key === 'type' && dollar === -1 && !mountTypes.includes(content.toLowerCase())) {
      const type = nearest(content, mountTypes);
      const advice = type === undefined ? `Write one of ${mountTypes.join(', ')}.` : `Write type=${type}.`;
      return error(flag, `unsupported mount type ${goQuoted(content)}`, advice);
    }
    const known = equals === -1 ? mountSwitches : mountKeys;
    const name = equals === -1 ? field.toLowerCase() : key;
    if (name !== '' && !known.includes(name) && !/[$"]/.test(field)) {
      const near = nearest(name, known);
      const advice = near === undefined ? `Write one of ${known.join(', ')}.` : `Write ${near}.`;
      const message =
        equals === -1 ? `invalid field '${field}' must be a key=value pair` : `unexpected key '${name}' in '${field}'`;
      return error(flag, message, advice);
    }
  }
  return mountWithoutTarget(flag, value);
}

const mountSwitches = ['readonly', 'ro', 'readwrite', 'rw', 'required'];
const targets = ['target', 'dst', 'destination'];
const mountKeys = [
  'type',
  'from',
  'source',
  'src',
  ...targets,
  ...mountSwitches,
  'id',
  'sharing',
  'mode',
  'uid',
  'gid',
  'size',
  'env',
];

/** A secret and a socket have a place of their own. */
function mountWithoutTarget(flag: Flag, value: string): GrammarProblem | undefined {
  const fields = value.split(',').map((field) => field.split('=', 2));
  const type = fields.findLast(([key]) => key?.toLowerCase() === 'type')?.[1]?.toLowerCase() ?? 'bind';
  const hasTarget = fields.some(([key = '', content = '']) => targets.includes(key.toLowerCase()) && content !== '');
  if (hasTarget || !['bind', 'cache', 'tmpfs'].includes(type)) return undefined;
  return error(flag, 'invalid mount target "/"', 'Write the folder of the container as target=/path.');
}

function error(flag: Flag, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span: flag.span };
}
