import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { emptyLabel } from '../../src/rules/empty-label.ts';
import { invalidLabelKey } from '../../src/rules/invalid-label-key.ts';
import { labelNotEmail } from '../../src/rules/label-not-email.ts';
import { labelNotGitHash } from '../../src/rules/label-not-git-hash.ts';
import { labelNotSemver } from '../../src/rules/label-not-semver.ts';
import { labelNotSpdx } from '../../src/rules/label-not-spdx.ts';
import { labelNotTime } from '../../src/rules/label-not-time.ts';
import { labelNotUrl } from '../../src/rules/label-not-url.ts';
import { missingLabel } from '../../src/rules/missing-label.ts';
import type { LabelType, RuleSettings } from '../../src/rules/rule-settings.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { superfluousLabel } from '../../src/rules/superfluous-label.ts';
import { factsOf, markedBy } from '../support/rule-findings.ts';

function titles(rule: Rule, dockerfile: string, ruleSettings: Partial<RuleSettings> = {}): readonly string[] {
  const { findings } = lint({ facts: factsOf(dockerfile), rules: [rule], ruleSettings });
  return findings.filter(({ check }) => check === rule.id).map(({ title }) => title);
}

const types = [
  [labelNotUrl, 'url'],
  [labelNotTime, 'rfc3339'],
  [labelNotSpdx, 'spdx'],
  [labelNotGitHash, 'hash'],
  [labelNotSemver, 'semver'],
  [labelNotEmail, 'email'],
] as const satisfies readonly (readonly [Rule, LabelType])[];

/** Those of the values that the rule for a type complains of. */
function refused(type: LabelType, values: readonly string[]): readonly string[] {
  const rule = types.find(([, of]) => of === type)?.[0] ?? emptyLabel;
  const ruleSettings = { labelSchema: new Map([['it', type]]) };
  return values.filter((value) => titles(rule, `FROM scratch\nLABEL it="${value}"\n`, ruleSettings).length > 0);
}

describe('the value of a label', () => {
  it('is an absolute URL', () => {
    expect(refused('url', ['http://example.com', 'https://example.com/a?b=c#d', 'git://x/y'])).toEqual([]);
    const wrong = ['not-url', 'example.com/a', '//example.com', 'https://exa mple.com', 'https://'];
    expect(refused('url', wrong)).toEqual(wrong);
  });

  it('is a time of RFC 3339', () => {
    const right = ['2021-03-10T10:26:33.564595127+01:00', '2024-02-29T23:59:60Z', '2024-02-29t00:00:00z'];
    expect(refused('rfc3339', right)).toEqual([]);
    const wrong = ['not-date', '2021-03-10', '2023-02-29T00:00:00Z', '2021-03-10T24:00:00Z', '2021-03-10T10:26:33'];
    expect(refused('rfc3339', wrong)).toEqual(wrong);
  });

  it('is a licence of the SPDX list, or several', () => {
    const right = [
      'MIT',
      'BSD-3-Clause',
      'apache-2.0',
      'GPL-2.0',
      'GPL-2.0+',
      'MIT OR (Apache-2.0 AND 0BSD)',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'LicenseRef-Proprietary',
    ];
    expect(refused('spdx', right)).toEqual([]);
    const wrong = ['not-spdx', 'Apache 2.0', 'MIT OR', '(MIT', 'MIT)', 'MIT Apache-2.0', 'AND', 'MIT WITH', '()'];
    expect(refused('spdx', wrong)).toEqual(wrong);
    const nested = `${'('.repeat(5000)}MIT${')'.repeat(5000)}`;
    expect(refused('spdx', [nested])).toEqual([nested]);
  });

  it('is a hash of Git', () => {
    const right = ['2dbfae9', '43c572f1272b6b3171dd1db9e41b7027128ce080', 'a'.repeat(64)];
    expect(refused('hash', right)).toEqual([]);
    const wrong = ['not-git-hash', '2dbfae', 'main', 'g'.repeat(40), 'a'.repeat(41)];
    expect(refused('hash', wrong)).toEqual(wrong);
  });

  it('is a semantic version', () => {
    expect(refused('semver', ['1.0.0', '2.0.1-rc1', '1.0.0-alpha.1+build.5', '1.0.0--', '0.0.0+001'])).toEqual([]);
    const wrong = ['not-sem-ver', '1.0', 'v1.0.0', '01.0.0', '1.0.0-01', '1.0.0-', '1.0.0+', '1.0.0+a+b', '1.0.0-a..b'];
    expect(refused('semver', wrong)).toEqual(wrong);
  });

  it('is a mail address', () => {
    expect(refused('email', ['abcd@google.com', 'first.last+tag@sub.example.org', 'root@localhost'])).toEqual([]);
    const wrong = ['not-email', 'a@', '@example.com', 'Jane <a@example.com>', 'a b@example.com', 'a@b..c', 'a@-b.c'];
    expect(refused('email', wrong)).toEqual(wrong);
  });

  it.each(types)(
    'of $0.id is not judged where it is empty, not configured, or known to the build alone',
    (rule, type) => {
      const ruleSettings = { labelSchema: new Map([['it', type]]) };
      expect(titles(rule, 'FROM scratch\nLABEL it=""\n', ruleSettings)).toEqual([]);
      expect(titles(rule, 'FROM scratch\nLABEL other=" wrong "\n', ruleSettings)).toEqual([]);
      expect(titles(rule, 'FROM scratch\nARG VALUE\nLABEL it=$VALUE\n', ruleSettings)).toEqual([]);
      expect(titles(rule, 'FROM scratch\nLABEL it=" wrong "\n')).toEqual([]);
    },
  );

  it.each(types)('of $0.id is judged in ONBUILD, in the old form, and with what variables stand for', (rule, type) => {
    const ruleSettings = { labelSchema: new Map([['it', type]]) };
    for (const line of ['ONBUILD LABEL it="a b"', 'LABEL it a b', 'ARG VALUE="a b"\nLABEL it=$VALUE'])
      expect(titles(rule, `FROM scratch\n${line}\n`, ruleSettings)).toHaveLength(1);
  });
});

describe('empty-label', () => {
  const ruleSettings = { labelSchema: new Map([['emptylabel', 'text' as const]]) };

  it('tells labels of the schema alone', () => {
    expect(titles(emptyLabel, 'LABEL emptylabel=""\n', ruleSettings)).toEqual(['label `emptylabel` is empty']);
    expect(titles(emptyLabel, 'ONBUILD LABEL emptylabel=""\n', ruleSettings)).toHaveLength(1);
    expect(titles(emptyLabel, 'LABEL emptylabel="foo" other=""\n', ruleSettings)).toEqual([]);
  });
});

describe('superfluous-label', () => {
  const ruleSettings = { labelSchema: new Map([['required', 'text' as const]]), strictLabels: true };

  it('tells each label beside the schema', () => {
    expect(titles(superfluousLabel, 'LABEL required="foo" other="bar"\n', ruleSettings)).toEqual([
      'label `other` is not in the label schema',
    ]);
    expect(titles(superfluousLabel, 'ONBUILD LABEL other="bar"\n', ruleSettings)).toHaveLength(1);
    expect(titles(superfluousLabel, 'LABEL required="foo"\n', ruleSettings)).toEqual([]);
    expect(titles(superfluousLabel, 'LABEL other="bar"\n', { ...ruleSettings, strictLabels: false })).toEqual([]);
  });
});

describe('missing-label', () => {
  const ruleSettings = { labelSchema: new Map([['foo', 'text' as const]]) };

  it.each([
    ['FROM base\n', 1],
    ['FROM base\nLABEL bar="baz"\n', 1],
    ['FROM base\nLABEL foo="bar"\n', 0],
    ['FROM base\nONBUILD LABEL foo="bar"\n', 0],
    ['FROM one\nFROM two\n', 2],
    ['FROM base\nFROM new\nLABEL foo="bar"\n', 1],
    ['FROM image AS base\nFROM base\nLABEL foo="bar"\n', 0],
    ['FROM image AS base\nFROM base\nLABEL foo="bar"\nFROM base\n', 1],
    ['FROM image AS base\nFROM base\n', 2],
    ['FROM image AS base\nLABEL foo="bar"\nFROM base\n', 0],
    ['FROM image AS build\nFROM other\nLABEL foo="bar"\nCOPY --from=build /a /a\n', 0],
    ['LABEL bar="baz"\n', 0],
  ])('of %j is told for %i stages', (text, times) => {
    expect(titles(missingLabel, text, ruleSettings)).toHaveLength(times);
  });

  it('names all that are missing in one finding', () => {
    const labelSchema = new Map([
      ['a', 'text' as const],
      ['b', 'url' as const],
      ['c', 'text' as const],
    ]);
    expect(titles(missingLabel, 'FROM base\nLABEL b="http://x"\n', { labelSchema })).toEqual([
      'labels `a`, `c` are missing',
    ]);
  });
});

describe('invalid-label-key', () => {
  it.each([
    'com.docker.label="foo"',
    'io.docker.label="foo"',
    'org.dockerproject.label="foo"',
    'invalid$character="foo"',
    '.invalid ="foo"',
    '-invalid ="foo"',
    '1invalid ="foo"',
    'invalid..character="foo"',
    'invalid--character="foo"',
    'invalid-="foo"',
    'Invalid="foo"',
    'in_valid="foo"',
  ])('tells LABEL %s, in ONBUILD too', (label) => {
    expect(titles(invalidLabelKey, `LABEL ${label}\n`)).toHaveLength(1);
    expect(titles(invalidLabelKey, `ONBUILD LABEL ${label}\n`)).toHaveLength(1);
  });

  it('is silent where the key is right, or known to the build alone', () => {
    expect(
      titles(invalidLabelKey, 'LABEL org.valid-key.label3="foo"\nLABEL validlabel="foo" "quoted.key"=x\n'),
    ).toEqual([]);
    expect(titles(invalidLabelKey, 'FROM a\nARG NAME\nLABEL $NAME.x=y\n')).toEqual([]);
  });

  it('marks the key, within many lines', () => {
    expect(markedBy(invalidLabelKey, 'FROM a\nLABEL good="1" \\\n  # why\n  Bad_Key="2"\n')).toEqual(['Bad_Key']);
  });
});
