import { describe, expect, test } from 'vitest';
import type { Edit, Finding } from '../../src/finding.ts';
import { type ChangedFile, readPatch } from '../../src/github/diff.ts';
import { suggestionsFor } from '../../src/publish/suggestions.ts';
import type { TrialReport } from '../../src/report.ts';
import { at, finding, linksFor, reportOf, served, sourcesOf } from '../support/reports.ts';

const text = ['FROM python:3.12-slim', 'WORKDIR app', 'COPY . .', 'RUN make', 'CMD serve', ''].join('\n');

/** The whole file in one hunk, of which some lines are added. */
function diffOf(file: string, added: readonly number[], path = 'Dockerfile'): ChangedFile {
  const lines = file.replace(/\n$/, '').split('\n');
  const patch = lines.map((line, index) => `${added.includes(index + 1) ? '+' : ' '}${line}`);
  return { path, status: 'modified', hunks: readPatch([`@@ -1,1 +1,${lines.length} @@`, ...patch].join('\n')) };
}

function fixed(check: string, edits: readonly Edit[], more: Partial<Finding> = {}): Finding {
  return finding({
    check,
    severity: 'warning',
    title: `${check} is wrong`,
    why: 'It matters.',
    advice: 'Mend it.',
    location: at('Dockerfile', edits[0]?.location.line ?? 1),
    fix: { title: 'Mend', safety: 'safe', edits },
    ...more,
  });
}

const replace = (line: number, column: number, endColumn: number, by: string): Edit => ({
  location: at('Dockerfile', line, column, endColumn),
  text: by,
});

interface Given {
  readonly findings: readonly Finding[];
  readonly changed?: readonly ChangedFile[];
  readonly source?: string;
  readonly root?: string;
  readonly path?: string;
  readonly extra?: Partial<TrialReport>;
}

function made({ findings, changed = [diffOf(text, [2])], source = text, root = '', path, extra = {} }: Given) {
  const trial = served({ bytes: 1e6, user: 'app', findings, extra });
  const report = reportOf([{ ...trial, observation: { ...trial.observation, sources: sourcesOf(source, [], path) } }]);
  return suggestionsFor(report, { changed, root, links: linksFor() }).map(({ comment }) => comment);
}

const absolute = fixed('relative-workdir', [replace(2, 9, 12, '/app')]);

function withoutFix(found: Finding): Finding {
  const { fix: _, ...rest } = found;
  return rest;
}

/** Without the marker, whose id is a hash. */
function linesOf(body: string | undefined): readonly string[] {
  return (body ?? '').split('\n').slice(1);
}

/** What would be applied, and where. */
function applied(given: Given) {
  return made(given).map(({ firstLine, line, body }) => [
    firstLine,
    line,
    linesOf(body).slice(linesOf(body).indexOf('```suggestion') + 1, -1),
  ]);
}

describe('a safe fix on lines of the diff', () => {
  test('is a comment that GitHub offers to apply', () => {
    const [comment, ...more] = made({ findings: [absolute] });
    expect([comment?.path, comment?.firstLine, comment?.line, more]).toEqual(['Dockerfile', 2, 2, []]);
    expect(comment?.body).toMatch(/^<!-- sea-trial-suggestion id=[0-9a-f]{16} -->\n/);
    expect(linesOf(comment?.body)).toEqual([
      '**Warning**: relative-workdir is wrong. It matters. Mend it. Suspected. [relative-workdir](https://github.com/acme/sea-trial/blob/v1/docs/checks/relative-workdir.md)',
      '',
      '```suggestion',
      'WORKDIR /app',
      '```',
    ]);
  });

  test.each<[string, Edit[], [number, number, string[]]]>([
    [
      'takes the lines that change and no more',
      [{ location: at('Dockerfile', 1, 1, 1, 4), text: 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n' }],
      [2, 2, ['WORKDIR /app']],
    ],
    [
      'takes the lines between two edits along',
      [replace(2, 9, 12, '/app'), replace(4, 5, 9, 'make all')],
      [2, 4, ['WORKDIR /app', 'COPY . .', 'RUN make all']],
    ],
    ['inserts before the next line', [replace(4, 1, 1, 'USER app\n')], [4, 4, ['USER app', 'RUN make']]],
    ['inserts at the end behind the last line', [replace(6, 1, 1, 'USER app\n')], [5, 5, ['CMD serve', 'USER app']]],
    ['deletes', [{ location: at('Dockerfile', 4, 1, 1, 5), text: '' }], [4, 4, []]],
    ['empties a line', [replace(4, 1, 9, '')], [4, 4, ['']]],
  ])('%s', (_, edits, expected) => {
    expect(applied({ findings: [fixed('flaw', edits)], changed: [diffOf(text, [1, 2, 3, 4, 5])] })).toEqual([expected]);
  });

  test('stands in a fence that its own backticks do not end', () => {
    const [comment] = made({ findings: [fixed('flaw', [replace(2, 9, 12, '```x')])] });
    expect(linesOf(comment?.body).slice(2)).toEqual(['````suggestion', 'WORKDIR ```x', '````']);
  });

  test('is counted from the root of the repository', () => {
    const edit = { location: at('sub/Dockerfile', 2, 9, 12), text: '/app' };
    const [comment] = made({ findings: [fixed('flaw', [edit])], root: 'sub', path: 'sub/Dockerfile' });
    expect(comment?.path).toBe('Dockerfile');
  });

  test('of the cause comes first, those on added lines before others; five at most, and none of them on a line of another', () => {
    const source = Array.from({ length: 9 }, (_, index) => `RUN step ${index + 1}\n`).join('');
    const each = Array.from({ length: 9 }, (_, index) =>
      fixed(`check-${index + 1}`, [replace(index + 1, 5, 9, 'stage')]),
    );
    const twice = fixed('twice', [replace(7, 1, 4, 'SHELL')], { severity: 'error' });
    const lineOf = (findings: readonly Finding[], added: readonly number[], extra = {}) =>
      made({ findings, source, changed: [diffOf(source, added)], extra }).map(({ line }) => line);
    expect(lineOf(each, [])).toEqual([1, 2, 3, 4, 5]);
    expect(lineOf(each, [8, 9])).toEqual([8, 9, 1, 2, 3]);
    expect(lineOf(each, [], { cause: 'check-6', verdict: 'failed' })).toEqual([6, 1, 2, 3, 4]);
    expect(lineOf([...each.slice(5), twice], [])).toEqual([7, 6, 8, 9]);
  });
});

describe('no suggestion is made', () => {
  const unsafe = { title: 'Mend', safety: 'unsafe' as const, edits: absolute.fix?.edits ?? [] };
  const other = { location: at('requirements.txt', 1, 1), text: 'x\n' };

  test.each<[string, Given]>([
    ['for a notice', { findings: [{ ...absolute, severity: 'notice' }] }],
    ['for what the run refuted', { findings: [{ ...absolute, status: 'refuted' }] }],
    ['for a fix that may change what the image does', { findings: [{ ...absolute, fix: unsafe }] }],
    ['without a fix', { findings: [withoutFix(absolute)] }],
    [
      'for a file that the pull request does not touch',
      { findings: [absolute], changed: [diffOf(text, [2], 'other')] },
    ],
    [
      'outside of every hunk',
      {
        findings: [absolute],
        changed: [{ ...diffOf(text, []), hunks: readPatch('@@ -4 +4,2 @@\n RUN make\n+CMD serve') }],
      },
    ],
    [
      'across two hunks',
      {
        findings: [fixed('flaw', [replace(2, 9, 12, '/app'), replace(4, 5, 9, 'all')])],
        changed: [
          { ...diffOf(text, []), hunks: readPatch('@@ -2 +2 @@\n+WORKDIR app\n@@ -4 +4,2 @@\n RUN make\n+CMD serve') },
        ],
      },
    ],
    [
      'where the head has another text there than what was tried',
      { findings: [absolute], changed: [diffOf(text.replace('WORKDIR app', 'WORKDIR  app'), [2])] },
    ],
    ['for two files at once', { findings: [fixed('flaw', [...(absolute.fix?.edits ?? []), other])] }],
    [
      'in a file with line breaks of Windows',
      { findings: [absolute], source: text.replaceAll('\n', '\r\n'), changed: [diffOf(text, [2])] },
    ],
    ['where the new line holds what nobody sees', { findings: [fixed('flaw', [replace(2, 9, 12, '/a\u202epp')])] }],
    ['where nothing would change', { findings: [fixed('flaw', [replace(2, 9, 12, 'app')])] }],
  ])('%s', (_, given) => {
    expect(made(given)).toEqual([]);
  });
});
