import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { staleFiles } from '../../src/generate/generate.ts';

const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'sea-trial-generate-'));
afterAll(() => rmSync(copy, { recursive: true }));

test('all generated files are what their sources make', () => {
  expect(staleFiles(root)).toEqual([]);
});

test('a changed, a missing and a left-over file are found', () => {
  for (const each of ['action.yml', 'README.md', 'docs', 'schema'])
    cpSync(path.join(root, each), path.join(copy, each), { recursive: true });
  writeFileSync(path.join(copy, 'docs/options.md'), 'edited by hand');
  rmSync(path.join(copy, 'docs/checks/README.md'));
  mkdirSync(path.join(copy, 'docs/checks'), { recursive: true });
  writeFileSync(path.join(copy, 'docs/checks/no-such-check.md'), '# no-such-check\n');
  expect(staleFiles(copy)).toEqual(['docs/checks/README.md', 'docs/checks/no-such-check.md', 'docs/options.md']);
});
