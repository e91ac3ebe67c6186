import fc from 'fast-check';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { widthOf } from '../../src/render/width.ts';
import { golden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import {
  buildFailed,
  compared,
  example,
  finding,
  importError,
  loopback,
  noEngine,
  passed,
  portTaken,
  pushRefused,
  pushed,
  reportOf,
  several,
  sourcesOf,
} from '../support/reports.ts';
import { readCommands } from '../support/runner-commands.ts';

const plain = { colour: false, unicode: true };

describe('the report in a terminal reads as designed', () => {
  test.each([
    ['1-passed-first-run', passed],
    ['2-passed-compared', compared],
    ['3-loopback-host', loopback],
    ['4-build-failed', buildFailed],
    ['5-import-error', importError],
    ['example', example],
    ['could-not-run', portTaken],
    ['no-engine', noEngine],
    ['9-pushed', pushed],
    ['push-refused', pushRefused],
  ])('%s', (name, report) => {
    expect(renderTerminal(report, plain)).toBe(golden(`${name}.txt`));
  });

  test('without UTF-8', () => {
    const text = renderTerminal(loopback, { ...plain, unicode: false });
    expect(text).toBe(golden('3-loopback-host.ascii.txt'));
    // eslint-disable-next-line no-control-regex
    expect(text).toMatch(/^[\u0000-\u007f]*$/);
  });
});

test('colour adds nothing but colour', () => {
  for (const report of [passed, loopback, example, several])
    expect(stripVTControlCharacters(renderTerminal(report, { ...plain, colour: true }))).toBe(
      renderTerminal(report, plain),
    );
  expect(renderTerminal(loopback, { ...plain, colour: true })).toContain(
    '\u001b[1m\u001b[31m✗ Sea Trial failed: uvicorn listens on 127.0.0.1, where nobody can reach it\u001b[39m\u001b[22m\n',
  );
});

test('several trials each have their own part, and one verdict ends it', () => {
  const lines = renderTerminal(several, plain).trimEnd().split('\n');
  expect(lines.filter((line) => /^(?:billing failed|orders passed|api passed): /.test(line))).toHaveLength(3);
  expect(lines.at(-1)).toBe('✗ Sea Trial failed: 1 of 3 images fails, billing');
});

test('the one verdict of several trials tells how many were not tried, though another failed', () => {
  const both = reportOf([...several.trials, ...noEngine.trials]);
  expect(renderTerminal(both, plain)).toContain('✗ Sea Trial failed: 1 of 4 images fails, billing; 1 was not tried\n');
});

test('a long line is cut around its place, wherever that is', () => {
  const line = `RUN ${'echo first && '.repeat(20)}curl http://x && ${'echo last && '.repeat(20)}true`;
  const column = line.indexOf('curl') + 1;
  const shown = renderTerminal(withCause(line, column, column + 4), plain).split('\n');
  const [source = '', mark = ''] = shown.slice(3, 5);
  expect(source).toMatch(/^ 1 │ ….*curl http:\/\/x.*…$/);
  expect(mark.indexOf('━')).toBe(source.indexOf('curl'));
  expect(mark.trim()).toBe('│ '.padEnd(mark.indexOf('━') - 3) + '━━━━');
});

test('the price of a finding is in sight, however long the name of its check', () => {
  const check = 'source-before-dependencies';
  const report = withCause('COPY . .', 1, 9);
  const trials = report.trials.map((trial) => ({
    ...trial,
    cause: check,
    findings: trial.findings.map((each) => ({ ...each, check, status: 'confirmed' as const, cost: { ms: 20_640 } })),
  }));
  const told = renderTerminal({ ...report, trials }, plain);
  expect(told).toContain('source-before-dependencies, confirmed, 20.6 s');
});

test('the mark stands under wide characters', () => {
  const shown = renderTerminal(withCause('LABEL a="漢字" b=c', 14, 17), plain).split('\n');
  expect(shown.slice(3, 5)).toEqual([
    ' 1 │ LABEL a="漢字" b=c',
    '   │                ━━━'.replace('                ', ' '.repeat(16)),
  ]);
});

test('no line is wider than the terminal, and none is a command of the runner, whatever is inside', () => {
  fc.assert(
    fc.property(
      fc.array(hostileText, { minLength: 1, maxLength: 4 }),
      hostileText,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.boolean(),
      (lines, name, column, length, colour) => {
        const report = withCause(lines.join(' ').repeat(3), column, column + length, [name, ...lines]);
        const text = renderTerminal(report, { colour, unicode: true });
        expect(readCommands(text).commands).toEqual([]);
        const shown = stripVTControlCharacters(text);
        expect(shown.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
        // eslint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      },
    ),
    { numRuns: 3_000 },
  );
});

function withCause(line: string, column: number, endColumn: number, texts: readonly string[] = ['t']): Report {
  const [one = '', ...more] = texts;
  const [trial] = loopback.trials;
  if (trial === undefined) throw new Error('there is no such report');
  const cause = finding({
    check: 'a-check',
    severity: 'error',
    title: one,
    why: more.join(' '),
    advice: one,
    location: { path: 'Dockerfile', line: 1, column, endLine: 1, endColumn },
    evidence: [
      { kind: 'log', lines: more, omittedLines: 0 },
      { kind: 'exchange', request: one, outcome: one, ms: 1 },
      { kind: 'command', argv: [one], exitCode: 1, tail: more.join('\n') },
    ],
  });
  return reportOf([
    {
      ...trial,
      name: one,
      cause: cause.check,
      findings: [cause],
      notes: more,
      observation: { ...trial.observation, sources: sourcesOf(`${line}\n`) },
    },
  ]);
}

test('without UTF-8 no line is longer than 80 columns either, though the mark of a cut line is', () => {
  for (const report of [passed, loopback, buildFailed, importError, example, several]) {
    for (const colour of [true, false]) {
      const text = stripVTControlCharacters(renderTerminal(report, { colour, unicode: false }));
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  }
});
