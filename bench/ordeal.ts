import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { contextOf } from '../src/facts/context.ts';
import { deriveFacts } from '../src/facts/facts.ts';
import type { Finding, Fix, Severity } from '../src/finding.ts';
import { applyFixes } from '../src/lint/edits.ts';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';

/** Linting or fixing a text went wrong; the message says how, and `text` is the Dockerfile with which it does. */
export class OrdealFailure extends Error {
  override readonly name = 'OrdealFailure';
  readonly text: string;

  constructor(message: string, text: string, cause?: unknown) {
    super(message, { cause });
    this.text = text;
  }
}

const path = 'Dockerfile';
const slowestMs = 1000;
const mostRounds = 20;
/** Those that are off too. */
const allOn: Readonly<Record<string, Severity>> = Object.fromEntries(
  rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'warning']),
);

/**
 * Puts one Dockerfile through everything lint does: nothing throws, nothing takes longer than a second, fixes come to an end, make no
 * error that was not there, and a second run changes nothing.
 */
export function undergo(text: string, files: Readonly<Record<string, string>>): void {
  let step = 'reading and linting';
  try {
    for (const safeties of [['safe'], ['safe', 'unsafe']] as const) {
      step = `applying ${safeties.join(' and ')} fixes`;
      fixToTheEnd(text, files, safeties);
    }
  } catch (error) {
    if (error instanceof OrdealFailure) throw error;
    throw new OrdealFailure(`${step} threw ${String(error)}`, text, error);
  }
}

function fixToTheEnd(text: string, files: Readonly<Record<string, string>>, safeties: readonly Fix['safety'][]): void {
  const texts = new Map(Object.entries({ ...files, [path]: text }));
  let seen = lintTimed(texts, text);
  for (let round = 1; ; round += 1) {
    const applied = applyFixes(seen.findings, safeties, (file) => texts.get(file));
    if (applied.fixed.length === 0) return;
    const names = applied.fixed.map(({ check }) => check).join(', ');
    if (round > mostRounds)
      throw new OrdealFailure(`after ${mostRounds} rounds, ${names} still changes something`, text);
    for (const [file, changed] of applied.files) texts.set(file, changed);
    const next = lintTimed(texts, text);
    if (next.errors > seen.errors || (next.isRefused && !seen.isRefused)) {
      const result = JSON.stringify(texts.get(path));
      throw new OrdealFailure(`the fix of ${names} makes ${next.errors} errors of ${seen.errors}: ${result}`, text);
    }
    seen = next;
  }
}

interface Seen {
  readonly findings: readonly Finding[];
  /** What BuildKit refuses. */
  readonly errors: number;
  readonly isRefused: boolean;
}

function lintTimed(texts: ReadonlyMap<string, string>, original: string): Seen {
  // Of this thread alone: on a busy machine the clock tells how long others took.
  const began = process.threadCpuUsage();
  const dockerfile = parseDockerfile(texts.get(path) ?? '', path);
  const facts = deriveFacts({ dockerfile, context: contextOf(Object.fromEntries(texts)) });
  const { findings } = lint({ facts, severities: allOn });
  const { user, system } = process.threadCpuUsage(began);
  const took = (user + system) / 1000;
  if (took > slowestMs) throw new OrdealFailure(`it took ${took.toFixed(0)} ms`, original);
  const errors = dockerfile.problems.filter(({ severity }) => severity === 'error').length;
  return { findings, errors, isRefused: dockerfile.refusal !== undefined };
}
