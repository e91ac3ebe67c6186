import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts, type Facts } from '../../src/facts/facts.ts';
import type { Finding } from '../../src/finding.ts';
import { applyFixes } from '../../src/lint/edits.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Rule } from '../../src/rules/rule.ts';

type Files = Readonly<Record<string, string>>;

export function factsOf(dockerfile: string, files: Files = {}, today?: string): Facts {
  return deriveFacts({
    dockerfile: parseDockerfile(dockerfile, 'Dockerfile'),
    context: contextOf(files),
    ...(today === undefined ? {} : { today }),
  });
}

/** What one rule alone says; faults of the grammar are left out. */
export function findingsOf(rule: Rule, dockerfile: string, files: Files = {}): readonly Finding[] {
  const { findings } = lint({ facts: factsOf(dockerfile, files), rules: [rule] });
  return findings.filter(({ check }) => check === rule.id);
}

/** The source under each finding, as a person sees it marked. */
export function markedBy(rule: Rule, dockerfile: string, files: Files = {}): readonly string[] {
  return findingsOf(rule, dockerfile, files).map(({ location }) => {
    if (location === undefined) return '';
    const lines = dockerfile.split('\n').slice(location.line - 1, location.endLine);
    lines[lines.length - 1] = lines.at(-1)?.slice(0, location.endColumn - 1) ?? '';
    lines[0] = lines[0]?.slice(location.column - 1) ?? '';
    return lines.join('\n');
  });
}

/** All files after one round of the rule's fixes, the Dockerfile by its name. */
export function mendedBy(rule: Rule, dockerfile: string, files: Files = {}): Files {
  const texts: Record<string, string> = { ...files, Dockerfile: dockerfile };
  const mended = applyFixes(findingsOf(rule, dockerfile, files), ['safe', 'unsafe'], (path) => texts[path]);
  return { ...texts, ...Object.fromEntries(mended.files) };
}
