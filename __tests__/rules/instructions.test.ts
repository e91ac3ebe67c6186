import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { lint } from '../../src/lint/lint.ts';
import { deprecatedMaintainer } from '../../src/rules/deprecated-maintainer.ts';
import { forbiddenTrigger } from '../../src/rules/forbidden-trigger.ts';
import { inlineIgnore } from '../../src/rules/inline-ignore.ts';
import { namedUser } from '../../src/rules/named-user.ts';
import { overriddenInstruction } from '../../src/rules/overridden-instruction.ts';
import { portOutOfRange } from '../../src/rules/port-out-of-range.ts';
import { sameInstructionVariable } from '../../src/rules/same-instruction-variable.ts';
import { secretInVariable } from '../../src/rules/secret-in-variable.ts';
import { factsOf, findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

describe('an instruction that a later one puts out of force', () => {
  test('is told of once for each that is dead, with the number of its kind', () => {
    const text = 'FROM debian:12\nCMD ["a"]\nENTRYPOINT ["b"]\nCMD ["c"]\nCMD ["d"]\nENTRYPOINT ["e"]\n';
    expect(findingsOf(overriddenInstruction, text)).toMatchObject([
      { location: { line: 2 }, aliases: ['DL4003', 'MultipleInstructionsDisallowed'] },
      { location: { line: 3 }, aliases: ['DL4004', 'MultipleInstructionsDisallowed'] },
      { location: { line: 4 }, aliases: ['DL4003', 'MultipleInstructionsDisallowed'] },
    ]);
    const once = mendedBy(overriddenInstruction, text)['Dockerfile'] ?? '';
    expect(mendedBy(overriddenInstruction, once)).toEqual({
      Dockerfile: 'FROM debian:12\nCMD ["d"]\nENTRYPOINT ["e"]\n',
    });
  });

  test('goes with all its lines, and comments stay', () => {
    const text = 'FROM debian:12\r\n# old\r\nCMD a \\\r\n  b\r\n# new\r\nCMD ["c"]';
    expect(mendedBy(overriddenInstruction, text)).toEqual({
      Dockerfile: 'FROM debian:12\r\n# old\r\n# new\r\nCMD ["c"]',
    });
    const commented = 'FROM debian:12\nCMD a \\\n  # why\n  b\nCMD ["c"]\n';
    expect(findingsOf(overriddenInstruction, commented)).toHaveLength(1);
    expect(mendedBy(overriddenInstruction, commented)).toEqual({ Dockerfile: commented });
  });

  test.each([
    'FROM debian:12\nCMD ["a"]\n# hadolint ignore=DL4003\nCMD ["b"]\n',
    'FROM debian:12\n# hadolint ignore=DL4003\nCMD ["a"]\nCMD ["b"]\n',
  ])('is silenced by a comment above either of the two', (text) => {
    expect(findingsOf(overriddenInstruction, text)).toEqual([]);
  });

  test('is in force for its own stage, and what ONBUILD registers is another matter', () => {
    const text = 'FROM debian:12 AS a\nCMD ["a"]\nFROM a\nCMD ["b"]\nONBUILD CMD ["c"]\n';
    expect(findingsOf(overriddenInstruction, text)).toEqual([]);
  });
});

describe('MAINTAINER', () => {
  test.each([
    ['MAINTAINER a@example.com', 'LABEL org.opencontainers.image.authors="a@example.com"'],
    ['MAINTAINER "A \\"B\\" C"', 'LABEL org.opencontainers.image.authors="\\"A \\\\\\"B\\\\\\" C\\""'],
    ['MAINTAINER $A `b` \\c', 'LABEL org.opencontainers.image.authors="\\$A `b` \\\\c"'],
  ])('%s becomes a label that holds the same', (before, after) => {
    const mended = mendedBy(deprecatedMaintainer, `FROM debian:12\n${before}\n`)['Dockerfile'];
    expect(mended).toBe(`FROM debian:12\n${after}\n`);
    expect(parseDockerfile(mended ?? '', 'Dockerfile').problems).toEqual([]);
  });

  test('is not mended above the first FROM', () => {
    const text = 'MAINTAINER a\nFROM debian:12\n';
    expect(markedBy(deprecatedMaintainer, text)).toEqual(['MAINTAINER']);
    expect(mendedBy(deprecatedMaintainer, text)).toEqual({ Dockerfile: text });
  });
});

describe('a variable of the same ENV', () => {
  test.each([
    ['B=$A A=1', 'B=$A'],
    ['A=1 B=${A:-2}', 'B=${A:-2}'],
    ['A=1 B=${C:-$A}', 'B=${C:-$A}'],
    ['A=1 B="x/$A/y"', 'B="x/$A/y"'],
    ['PATH=/a:$PATH PATH=/b:$PATH', 'PATH=/b:$PATH'],
  ])('flags: ENV %s', (pairs, marked) => {
    expect(markedBy(sameInstructionVariable, `FROM debian:12\nENV ${pairs}\n`)).toEqual([marked]);
  });

  test.each(["A=1 B='$A'", 'A=1 B=\\$A', 'A=1 B=$AB', 'A=$A B=1', 'PATH=/a:$PATH B=1', 'A $A B=1'])(
    'is silent: ENV %s',
    (pairs) => {
      expect(findingsOf(sameInstructionVariable, `FROM debian:12\nENV ${pairs}\n`)).toEqual([]);
    },
  );

  test('is not meant where it was set before, in this stage or below it', () => {
    expect(findingsOf(sameInstructionVariable, 'FROM debian:12\nARG A\nENV A=2 B=$A\n')).toEqual([]);
    expect(findingsOf(sameInstructionVariable, 'FROM debian:12 AS a\nENV A=1\nFROM a\nENV A=2 B=$A\n')).toEqual([]);
    expect(findingsOf(sameInstructionVariable, 'FROM debian:12\nENV A=1\nFROM debian:12\nENV A=2 B=$A\n')).toHaveLength(
      1,
    );
  });

  test('a chain is split at each link, in one round', () => {
    expect(mendedBy(sameInstructionVariable, 'FROM debian:12\nenv A=1 X=2 \\\n  B=$A C=3 \\\n  D=$B\n')).toEqual({
      Dockerfile: 'FROM debian:12\nenv A=1 X=2\nenv B=$A C=3\nenv D=$B\n',
    });
  });

  test('a value that is set above by then needs no further ENV', () => {
    expect(mendedBy(sameInstructionVariable, 'FROM debian:12\nENV A=1 B=$A C=3 D=$A\n')).toEqual({
      Dockerfile: 'FROM debian:12\nENV A=1\nENV B=$A C=3 D=$A\n',
    });
  });

  test('is not split where a comment stands between, or where that would not help', () => {
    for (const text of ['FROM debian:12\nENV A=1 \\\n  # why\n  B=$A\n', 'FROM debian:12\nENV B=$A A=1\n'])
      expect(mendedBy(sameInstructionVariable, text)).toEqual({ Dockerfile: text });
  });
});

describe('a secret', () => {
  test.each(['API_KEY', 'github_token', 'DB_PASSWORD', 'AUTH', 'AWS_SECRET_ACCESS_KEY', 'APIKEY'])('%s', (name) => {
    expect(
      markedBy(secretInVariable, `ARG ${name}\nFROM debian:12\nENV ${name}=x A=b\nONBUILD ARG ${name}=y\n`),
    ).toEqual([name, name, name]);
  });

  test.each([
    'MONKEY=1',
    'AUTHOR=x',
    'KEYCLOAK_URL=x',
    'SSH_PUBLIC_KEY=x',
    'TOKEN_FILE=/x',
    'TOKEN_TTL=60',
    'TOKENIZERS_PARALLELISM=false',
    'PASSWORD=""',
  ])('none: %s', (pair) => {
    expect(findingsOf(secretInVariable, `FROM debian:12\nENV ${pair}\n`)).toEqual([]);
  });

  test('a number may be a password', () => {
    expect(markedBy(secretInVariable, 'FROM debian:12\nENV DB_PASSWORD=1234\n')).toEqual(['DB_PASSWORD']);
  });
});

test('a user is a number when its variable is', () => {
  expect(findingsOf(namedUser, 'FROM debian:12\nARG WHO=1000\nUSER ${WHO}:app\n')).toEqual([]);
  expect(findingsOf(namedUser, 'FROM debian:12\nARG WHO=app\nUSER $WHO\n')).toMatchObject([
    { title: '`USER app` says no number' },
  ]);
});

test('each port above the highest is marked, and the others are not', () => {
  expect(markedBy(portOutOfRange, 'FROM debian:12\nEXPOSE 65535 65536/udp 8000-70000 x\n')).toEqual(['65536/udp']);
  expect(findingsOf(portOutOfRange, 'FROM debian:12\nEXPOSE 65535 65536/udp 8000-70000 x\n')).toMatchObject([
    { evidence: [{ note: 'there is no port `70000`: the highest is 65535' }] },
  ]);
});

test('ONBUILD may register what it may', () => {
  expect(markedBy(forbiddenTrigger, 'FROM debian:12\nONBUILD onbuild RUN true\nONBUILD RUN FROM\n')).toEqual([
    'onbuild',
  ]);
});

test('comments that silence are told of only where somebody switched that on', () => {
  const text =
    'FROM debian:12\n# hadolint global ignore=DL3008\n# sea-trial ignore-file=DL3000 old\n# hadolint shell=bash\nRUN true\n';
  expect(findingsOf(inlineIgnore, text)).toEqual([]);
  const { findings } = lint({ facts: factsOf(text), rules: [inlineIgnore], severities: { DL1001: 'warning' } });
  expect(findings.map(({ location, aliases }) => [location?.line, aliases])).toEqual([[2, ['DL1001']]]);
  const all = lint({ facts: factsOf(text), rules: [inlineIgnore], severities: { 'inline-ignore': 'warning' } });
  expect(all.findings.map(({ location }) => location?.line)).toEqual([2, 3]);
});
