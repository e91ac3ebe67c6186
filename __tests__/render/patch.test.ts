import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderPatch, type ChangedFile } from '../../src/render/patch.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-patch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const changed: readonly ChangedFile[] = [
  {
    path: 'a b/Dockerfile',
    before: 'FROM x\r\n\tRUN a\r\nRUN b\r\n',
    after: 'FROM x\r\n\tRUN a\r\nRUN c\r\n',
  },
  { path: '.dockerignore', after: '.git\n' },
  { path: 'last', before: 'one\ntwo', after: 'one\nthree\n' },
];

describe('a patch', () => {
  it('is a unified diff', () => {
    expect(renderPatch(changed.slice(1), { exact: true })).toBe(
      [
        '--- /dev/null',
        '+++ b/.dockerignore',
        '@@ -0,0 +1,1 @@',
        '+.git',
        '--- a/last',
        '+++ b/last',
        '@@ -1,2 +1,2 @@',
        ' one',
        '-two',
        '\\ No newline at end of file',
        '+three',
        '',
      ].join('\n'),
    );
  });

  it.each([true, false])('is taken by git apply, line endings and all (exact: %s)', (exact) => {
    for (const { path: name, before } of changed) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      if (before !== undefined) writeFileSync(path.join(folder, name), before);
    }
    execFileSync('git', ['apply', '-'], { cwd: folder, input: renderPatch(changed, { exact }) });
    expect(changed.map(({ path: name }) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(
      changed.map(({ after }) => after),
    );
  });

  it('hands the runner no command and the terminal no sequence, but in a file', () => {
    const hostile = [{ path: 'x', before: '::error::\u001b[31ma\nold\n', after: '::error::\u001b[31ma\nnew\n' }];
    expect(renderPatch(hostile, { exact: false })).toContain('\n : :error::a\n-old\n');
    expect(renderPatch(hostile, { exact: true })).toContain('\n ::error::\u001b[31ma\n-old\n');
  });

  it('is nothing where nothing changes', () => {
    expect(renderPatch([], { exact: true })).toBe('');
  });
});
