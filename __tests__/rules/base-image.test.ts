import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { constantPlatform } from '../../src/rules/constant-platform.ts';
import { duplicateStageName } from '../../src/rules/duplicate-stage-name.ts';
import { instructionBeforeFrom } from '../../src/rules/instruction-before-from.ts';
import { redundantPlatform } from '../../src/rules/redundant-platform.ts';
import { reservedStageName } from '../../src/rules/reserved-stage-name.ts';
import { untrustedRegistry } from '../../src/rules/untrusted-registry.ts';
import { factsOf, findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

describe('a platform', () => {
  test('is taken away with the blanks behind it, and only where it stands on the line of the image', () => {
    const text = 'FROM --platform=$TARGETPLATFORM \t debian:12\n';
    expect(mendedBy(redundantPlatform, text)).toEqual({ Dockerfile: 'FROM debian:12\n' });
    const below = 'FROM --platform=${TARGETPLATFORM} \\\n  # why\n  debian:12\n';
    expect(markedBy(redundantPlatform, below)).toEqual(['--platform=${TARGETPLATFORM}']);
    expect(mendedBy(redundantPlatform, below)).toEqual({ Dockerfile: below });
  });

  test.each(['$TARGETPLATFORM/v8', 'linux/$TARGETPLATFORM', 'linux/$TARGETARCH', '${TARGETPLATFORM:-linux/amd64}'])(
    '%s is neither redundant nor constant',
    (platform) => {
      const text = `FROM --platform=${platform} debian:12\n`;
      expect(findingsOf(redundantPlatform, text)).toEqual([]);
      expect(findingsOf(constantPlatform, text)).toEqual([]);
    },
  );

  test('is constant only on purpose in a stage that has its name', () => {
    expect(findingsOf(constantPlatform, 'FROM --platform=linux/amd64 debian:12 AS tools-AMD64\n')).toEqual([]);
    expect(markedBy(constantPlatform, 'FROM --platform=linux/amd64 debian:12 AS tools-arm64\n')).toEqual([
      '--platform=linux/amd64',
    ]);
  });
});

describe('a registry', () => {
  const told = (text: string, trustedRegistries: readonly string[]): readonly string[] =>
    lint({ facts: factsOf(text), rules: [untrustedRegistry], ruleSettings: { trustedRegistries } }).findings.map(
      ({ title }) => title,
    );

  test('is compared as a whole, with its port, whatever the letters', () => {
    expect(told('FROM registry.example.com:5000/a:1\n', ['REGISTRY.example.com:5000'])).toEqual([]);
    expect(told('FROM registry.example.com:5000/a:1\n', ['registry.example.com'])).toEqual([
      '`registry.example.com:5000` is not among the trusted registries',
    ]);
    expect(told('FROM registryxexample.com/a:1\n', ['registry.example.com'])).toHaveLength(1);
    expect(told('FROM evil.registry.example.com.org/a:1\n', ['*.example.com'])).toHaveLength(1);
  });

  test('is not known where the base is a variable', () => {
    expect(told('ARG BASE\nFROM $BASE\n', ['registry.example.com'])).toEqual([]);
  });

  test('is asked for by a name with a tag or a path; a bare one may be a build context', () => {
    const text = 'FROM scratch\nCOPY --from=assets a /b\nRUN --mount=from=assets,target=/x true\n';
    expect(told(text, ['registry.example.com'])).toEqual([]);
    expect(told(text.replaceAll('assets', 'assets:1'), ['registry.example.com'])).toHaveLength(2);
  });
});

describe('a stage', () => {
  test('is told of at the second name, the first beside it', () => {
    const text = 'FROM debian:12 AS a\nFROM debian:12 AS b\nFROM debian:12 as A\n';
    expect(findingsOf(duplicateStageName, text)).toMatchObject([
      { location: { line: 3, column: 19 }, evidence: [{ location: { line: 1, column: 19 } }] },
    ]);
  });

  test('may have a name that only begins like a reserved one', () => {
    expect(findingsOf(reservedStageName, 'FROM debian:12 AS scratch-base\nFROM scratch\n')).toEqual([]);
    expect(markedBy(reservedStageName, 'FROM debian:12 AS Context\n')).toEqual(['Context']);
  });
});

test('what stands before the first FROM is one finding, and text without any FROM is one stage', () => {
  const text = 'ARG A\nLABEL a=b\nRUN true\nFROM debian:12\nRUN true\n';
  expect(findingsOf(instructionBeforeFrom, text)).toMatchObject([
    { location: { line: 2 }, evidence: [{ location: { line: 3 } }] },
  ]);
  expect(findingsOf(instructionBeforeFrom, 'LABEL a=b\nRUN true\n')).toEqual([]);
});
