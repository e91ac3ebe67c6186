import type { Change, Comparison, TrialReport } from '../report.ts';
import { duration, megabytes } from './numbers.ts';
import { codeWord } from './prose.ts';

/** How the base is called: by its branch, where that is known. */
export function baseName(branch: string | undefined): string {
  return branch === undefined || branch === '' ? 'the base' : codeWord(branch);
}

/** Whether anything was held against the base. */
export function isCompared({ comparison, findings }: TrialReport): boolean {
  return comparison !== undefined || findings.some(({ since }) => since !== undefined);
}

/** Growth that is worth the first line. */
const leastGrowth = { bytes: 10_000_000, share: 0.05 };

/** `the image grows by 98.3 MB`; undefined where it does not, or hardly. */
export function growth({ comparison }: TrialReport): string | undefined {
  const change = comparison?.bytes;
  if (change === undefined || change.delta < leastGrowth.bytes || change.delta < leastGrowth.share * change.base)
    return undefined;
  return `the image grows by ${megabytes(change.delta)}`;
}

/** Whether a size moved that much, up or down. */
export function sizeMoved({ comparison }: TrialReport): boolean {
  const change = comparison?.bytes;
  const moved = Math.abs(change?.delta ?? 0);
  return change !== undefined && moved >= leastGrowth.bytes && moved >= leastGrowth.share * change.base;
}

/** `+98.3 MB, +36%`. */
export function sizeChange({ base, delta }: Change): string {
  return delta === 0 ? 'no change' : [signed(delta, megabytes(Math.abs(delta))), ...percent(base, delta)].join(', ');
}

/** One start is no benchmark: what is less than a quarter, or than this, may be chance. */
const leastClear = { ms: 300, share: 0.25 };

/** `+1.2 s, +86%`; where it may be chance `no clear change`. */
export function timeChange(change: Change): string {
  const { base, delta } = change;
  if (!isClear(change)) return Math.abs(delta) < 50 ? 'no change' : 'no clear change';
  return [signed(delta, duration(Math.abs(delta))), ...percent(base, delta)].join(', ');
}

export function isClear({ base, delta }: Change): boolean {
  return Math.abs(delta) >= leastClear.ms && Math.abs(delta) >= leastClear.share * base;
}

/** `2 new, 1 fixed, 3 remain`; what is none is not told. */
export function findingChange({ new: added, fixed, remaining }: Comparison): string {
  const words = [
    ...(added === 0 ? [] : [`${added} new`]),
    ...(fixed.length === 0 ? [] : [`${fixed.length} fixed`]),
    ...(remaining === 0 ? [] : [`${remaining} ${remaining === 1 ? 'remains' : 'remain'}`]),
  ];
  return words.length === 0 ? 'no change' : words.join(', ');
}

/** In a line: `2 new, 1 fixed, 3 remain; +98.3 MB, +36%`. */
export function comparisonWords(comparison: Comparison): string {
  const { bytes, startupMs } = comparison;
  return [
    findingChange(comparison),
    ...(bytes === undefined ? [] : [`size ${sizeChange(bytes)}`]),
    ...(startupMs === undefined || !isClear(startupMs) ? [] : [`first answer ${timeChange(startupMs)}`]),
  ].join('; ');
}

function signed(delta: number, words: string): string {
  return `${delta < 0 ? '-' : '+'}${words}`;
}

function percent(base: number, delta: number): readonly string[] {
  const share = Math.round((Math.abs(delta) / base) * 100);
  return base === 0 || share === 0 ? [] : [signed(delta, `${share}%`)];
}
