import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts, type Facts } from '../../src/facts/facts.ts';
import { applyFixes } from '../../src/lint/edits.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.ts';
import type { Example, Rule } from '../../src/rules/rule.ts';

const file = 'Dockerfile';

function factsOf(example: Example): Facts {
  return deriveFacts({
    dockerfile: parseDockerfile(example.dockerfile, file),
    context: contextOf(example.files ?? {}),
    ...(example.publish === undefined ? {} : { publish: example.publish }),
  });
}

function settingsOf({ settings }: Example) {
  return settings === undefined ? {} : { ruleSettings: settings };
}

/** The checks that speak, each once. */
function checksOf(example: Example, only: readonly Rule[]): readonly string[] {
  return [
    ...new Set(
      lint({ facts: factsOf(example), rules: only, ...settingsOf(example) }).findings.map(({ check }) => check),
    ),
  ];
}

/** The example after all fixes of the rule. */
function mend(example: Example, rule: Rule): Example {
  const texts: Record<string, string> = { ...example.files, [file]: example.dockerfile };
  const severities = rule.severity === 'off' ? { [rule.id]: 'notice' as const } : {};
  const { findings } = lint({ facts: factsOf(example), rules: [rule], severities, ...settingsOf(example) });
  for (const [path, text] of applyFixes(findings, ['safe', 'unsafe'], (name) => texts[name]).files) texts[path] = text;
  const { [file]: mended = '', ...files } = texts;
  return { ...example, dockerfile: mended, files };
}

test('every rule is named once, and every alias belongs to one rule', () => {
  // hadolint says DL3025 of what starts the container and of its health check, which are two flaws.
  const unique = ({ id, aliases }: Rule): readonly string[] =>
    id === 'shell-form-healthcheck' ? [id] : [id, ...aliases];
  const names = rules.flatMap(unique);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(rules)('$id', (rule) => {
  test('has a bad and a good example, a reference, and says why', () => {
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.references.length).toBeGreaterThan(0);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.summary).not.toMatch(/\.$/);
  });

  test('speaks of no flaw as a question, and to nobody', () => {
    for (const example of rule.bad) {
      for (const { title, why, advice } of lint({ facts: factsOf(example), rules: [rule], ...settingsOf(example) })
        .findings) {
        const words = [title, why, advice].join('\n').replaceAll(/`[^`]*`/g, '');
        expect(words).not.toMatch(/\?|!|\bplease\b|\byou\b/i);
        expect(title).not.toMatch(/\.$/);
        expect(advice).toMatch(/^[A-Z`].*\.$/s);
      }
    }
  });

  test.each(rule.bad)('flags: $title', (example) => {
    const severities = rule.severity === 'off' ? { [rule.id]: 'notice' as const } : {};
    const { findings } = lint({ facts: factsOf(example), rules: [rule], severities, ...settingsOf(example) });
    // What BuildKit's grammar refuses is told beside the rule.
    const checks = findings.map(({ check }) => check).filter((check) => check !== 'dockerfile-parse-error');
    expect([...new Set(checks)]).toEqual([rule.id]);
  });

  test.each(rule.bad)('mends: $title', (example) => {
    const mended = mend(example, rule);
    expect(mended.dockerfile).toBe(example.fixed ?? example.dockerfile);
    expect(mended.files).toEqual({ ...example.files, ...example.fixedFiles });
    if (example.fixed === undefined && example.fixedFiles === undefined) return;
    expect(parseDockerfile(mended.dockerfile, file).problems).toEqual([]);
    expect(checksOf(mended, [rule])).toEqual([]);
    const before = checksOf(example, rules);
    expect(checksOf(mended, rules).filter((check) => !before.includes(check))).toEqual([]);
  });

  test.each(rule.good)('is silent: $title', (example) => {
    const severities = rule.severity === 'off' ? { [rule.id]: 'notice' as const } : {};
    expect(lint({ facts: factsOf(example), rules: [rule], severities, ...settingsOf(example) }).findings).toEqual([]);
  });
});
