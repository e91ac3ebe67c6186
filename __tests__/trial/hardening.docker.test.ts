import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hardenFolder } from '../support/trial.ts';

const apps = path.join(import.meta.dirname, '../fixtures/apps');
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-harden-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an image that needs nothing bears every stricter setting, alone and together', { timeout: 180_000 }, async () => {
  cpSync(path.join(apps, 'healthy-404-on-root'), folder, { recursive: true });
  const { hardening = [] } = await hardenFolder(folder);
  expect(hardening.map(({ option, serves }) => [option.replace(/ \d+m/, ''), serves])).toEqual([
    ['--read-only --tmpfs /tmp', true],
    ['--cap-drop ALL', true],
    ['--security-opt no-new-privileges', true],
    ['--user 1000620000:0', true],
    ['--memory', true],
    ['--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --user 1000620000:0 --memory', true],
  ]);
});

test('what it does not bear is named, at the line that wants more', { timeout: 180_000 }, async () => {
  cpSync(path.join(apps, 'healthy-404-on-root'), folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'app.py'),
    'from fastapi import FastAPI\n\nwith open("/app/visits.txt", "w") as visits:\n    visits.write("0")\n\napp = FastAPI()\n',
  );
  const { hardening = [], verdict } = await hardenFolder(folder);
  expect(verdict).toBe('passed');
  const readOnly = hardening.find(({ option }) => option.startsWith('--read-only'));
  expect({ serves: readOnly?.serves, cause: readOnly?.cause, line: readOnly?.location?.line }).toEqual({
    serves: false,
    cause: 'read-only-file-system',
    line: 3,
  });
  const foreign = hardening.find(({ option }) => option.startsWith('--user'));
  expect({ cause: foreign?.cause, line: foreign?.location?.line }).toEqual({
    cause: 'write-permission-denied',
    line: 3,
  });
  expect(hardening.at(-1)?.option).not.toContain('--read-only');
});
