import { UserError } from '../errors.ts';
import { quoted, type Placed } from './given.ts';

const unitMs = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;

/** Node's timers hold no longer time; beyond it they fire at once. */
const longestMs = 2 ** 31 - 1;

/** `90` and `90s`, `2m`, `1h30m`, `1.5s`, `500ms`: milliseconds. Zero only where `zero` allows it. */
export function readDuration(value: Placed, zero: 'zero' | 'positive'): number {
  const text = value.text.trim();
  const parts =
    /^(?:(?<h>\d+(?:\.\d+)?)h)?(?:(?<m>\d+(?:\.\d+)?)m(?!s))?(?:(?<s>\d+(?:\.\d+)?)s)?(?:(?<ms>\d+)ms)?$/.exec(text);
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * unitMs.s : sum(parts?.groups);
  if (ms === undefined)
    throw new UserError(`${quoted(value.text)} is not a time.`, {
      place: value.place,
      hint: 'Write seconds, or a time such as 90s, 2m or 1h30m.',
    });
  if (ms > longestMs)
    throw new UserError(`${quoted(value.text)} is longer than 24 days, and no longer time can be waited for.`, {
      place: value.place,
      hint: 'Write a shorter time.',
    });
  if (ms === 0 && zero === 'positive')
    throw new UserError(`${quoted(value.text)} leaves no time at all.`, {
      place: value.place,
      hint: 'Write a time above zero, such as 60s.',
    });
  return Math.round(ms);
}

function sum(groups: Readonly<Record<string, string | undefined>> | undefined): number | undefined {
  const counted = Object.entries(unitMs).flatMap(([unit, ms]) => {
    const count = groups?.[unit];
    return count === undefined ? [] : [Number(count) * ms];
  });
  return counted.length === 0 ? undefined : counted.reduce((total, each) => total + each);
}
