import { goQuoted } from './go-quoted.ts';

const nanoseconds: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['µs', 1e3],
  ['μs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);

/** What BuildKit says of a HEALTHCHECK time, in Go's words; undefined where it is good. */
export function durationProblem(flag: string, value: string): string | undefined {
  if (value === '') return undefined;
  const quoted = goQuoted(value);
  const unsigned = value.replace(/^[-+]/, '');
  if (unsigned === '0') return undefined;
  let rest = unsigned;
  let total = 0;
  do {
    const [number] = /^\d*\.?\d*/.exec(rest) ?? [''];
    if (number === '' || number === '.') return `time: invalid duration ${quoted}`;
    rest = rest.slice(number.length);
    const [unit] = /^[^.\d]*/.exec(rest) ?? [''];
    if (unit === '') return `time: missing unit in duration ${quoted}`;
    const factor = nanoseconds.get(unit);
    if (factor === undefined) return `time: unknown unit ${goQuoted(unit)} in duration ${quoted}`;
    total += Number(number) * factor;
    rest = rest.slice(unit.length);
  } while (rest !== '');
  if (total >= 2 ** 63) return `time: invalid duration ${quoted}`;
  const signed = value.startsWith('-') ? -total : total;
  return Math.trunc(signed) !== 0 && signed < 1e6 ? `Interval "${flag}" cannot be less than 1ms` : undefined;
}
