import { describe, expect, test } from 'vitest';
import type { Edit, Finding, Fix } from '../../src/finding.ts';
import { applyEdits, applyFixes } from '../../src/lint/edits.ts';

function edit(line: number, column: number, endColumn: number, text: string, path = 'Dockerfile'): Edit {
  return { location: { path, line, column, endLine: line, endColumn }, text };
}

function finding(check: string, safety: Fix['safety'], ...edits: readonly Edit[]): Finding {
  return {
    check,
    aliases: [],
    severity: 'warning',
    title: '',
    why: '',
    advice: '',
    evidence: [],
    status: 'suspected',
    fingerprint: '',
    fix: { title: '', safety, edits },
  };
}

const text = 'one two\nthree four\n';

function apply(findings: readonly Finding[], safeties: readonly Fix['safety'][] = ['safe']): unknown {
  const files: Readonly<Record<string, string>> = { Dockerfile: text };
  const result = applyFixes(findings, safeties, (path) => files[path]);
  return [Object.fromEntries(result.files), result.fixed.map(({ check }) => check)];
}

describe('fixes', () => {
  test('are applied wherever they stand, in any order', () => {
    expect(
      apply([finding('b', 'safe', edit(2, 1, 6, '3')), finding('a', 'safe', edit(1, 1, 4, '1'), edit(1, 8, 8, '!'))]),
    ).toEqual([{ Dockerfile: '1 two!\n3 four\n' }, ['b', 'a']]);
  });

  test('that overlap or touch an earlier one wait, whole', () => {
    expect(
      apply([
        finding('first', 'safe', edit(1, 1, 4, '1')),
        finding('overlaps', 'safe', edit(1, 3, 6, 'x'), edit(2, 1, 6, '3')),
        finding('touches', 'safe', edit(1, 4, 4, 'x')),
        finding('free', 'safe', edit(2, 7, 11, '4')),
      ]),
    ).toEqual([{ Dockerfile: '1 two\nthree 4\n' }, ['first', 'free']]);
  });

  test('that end where a later one begins wait too, whichever came first', () => {
    expect(apply([finding('late', 'safe', edit(1, 4, 8, '')), finding('early', 'safe', edit(1, 1, 4, '1'))])).toEqual([
      { Dockerfile: 'one\nthree four\n' },
      ['late'],
    ]);
  });

  test('are applied by their safety', () => {
    const both = [finding('a', 'unsafe', edit(1, 1, 4, '1')), finding('b', 'safe', edit(2, 1, 6, '3'))];
    expect(apply(both)).toEqual([{ Dockerfile: 'one two\n3 four\n' }, ['b']]);
    expect(apply(both, ['safe', 'unsafe'])).toEqual([{ Dockerfile: '1 two\n3 four\n' }, ['a', 'b']]);
  });

  test('make a file that is not there yet', () => {
    expect(apply([finding('a', 'safe', edit(1, 1, 1, '.git\n', '.dockerignore'))])).toEqual([
      { '.dockerignore': '.git\n' },
      ['a'],
    ]);
  });

  test('nothing changes where nothing is fixed', () => {
    expect(apply([])).toEqual([{}, []]);
  });
});

test("keep the file's line breaks", () => {
  expect(applyEdits('one\r\ntwo\r\n', [edit(2, 1, 1, 'between\n')])).toBe('one\r\nbetween\r\ntwo\r\n');
});
