import { durationProblem } from './duration.ts';
import { goQuoted } from './go-quoted.ts';
import { goInteger } from './go-values.ts';
import { keywords } from './keywords.ts';
import type { Flag, GrammarProblem, Instruction } from './model.ts';
import { mountProblem } from './mount-problems.ts';
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
      return mountProblem(flag);
    case 'RUN device':
      if (value !== '') return undefined;
      return error(flag, 'failed to parse csv devices: EOF', 'Write the name of the device, or delete the flag.');
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
  if (value === '') return undefined;
  const number = goInteger(value);
  if (number !== undefined && number >= 0 && number < 2 ** 31) return undefined;
  const isNegative = number !== undefined && number < 0 && number >= -(2 ** 31);
  const message = isNegative
    ? `--retries cannot be negative (${value})`
    : `strconv.ParseInt: parsing ${goQuoted(value)}: ${number === undefined ? 'invalid syntax' : 'value out of range'}`;
  return error(flag, message, 'Write a whole number.');
}

function error(flag: Flag, message: string, advice: string): GrammarProblem {
  return { severity: 'error', message, advice, span: flag.span };
}
