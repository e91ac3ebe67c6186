import type { Proof, TrialReport } from '../report.ts';
import { count, duration, megabytes } from './numbers.ts';
import { codeWord } from './prose.ts';

/** Below this a difference of two starts or stops is chance. */
const telling = { part: 0.25, ms: 300, bytes: 100_000 };

/** What the fixes were seen to change, as prose; undefined where nothing was tried. */
export function proofSentences({ proof, cause }: TrialReport): string | undefined {
  if (proof === undefined) return undefined;
  const { fixes, verdict } = proof;
  const applied =
    fixes.length === 1 ? `the fix of ${codeWord(fixes[0] ?? '')}` : count(fixes.length, 'safe fix', 'safe fixes');
  const tried = `Proven on a copy with ${applied}`;
  if (verdict === 'passed') return `${tried}: ${listed(changes(proof))}.`;
  if (proof.cause === cause && cause !== undefined)
    return `A copy with ${applied} was tried, and it does not help: the cause stays the same.`;
  return verdict === 'errored' || proof.cause === undefined
    ? `A copy with ${applied} was tried, and what it changes is not known.`
    : `${tried}: this cause is gone, and the next one is ${codeWord(proof.cause)}.`;
}

function changes({ before, after }: Proof): readonly string[] {
  const serves =
    after.startupMs === undefined ? 'it does what is expected' : `it serves after ${duration(after.startupMs)}`;
  return [serves, ...sizeChange(before.bytes, after.bytes), ...stopChange(before.stopMs, after.stopMs)];
}

function sizeChange(before: number | undefined, after: number | undefined): readonly string[] {
  if (before === undefined || after === undefined || Math.abs(before - after) < telling.bytes) return [];
  return [`is ${megabytes(Math.abs(before - after))} ${after < before ? 'smaller' : 'larger'}`];
}

function stopChange(before: number | undefined, after: number | undefined): readonly string[] {
  if (after === undefined) return [];
  const differs = before !== undefined && Math.abs(before - after) > Math.max(telling.ms, before * telling.part);
  return [`stops in ${duration(after)}${differs ? ` instead of ${duration(before)}` : ''}`];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
