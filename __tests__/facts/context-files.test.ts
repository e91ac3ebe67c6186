import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contextInFolder } from '../../src/facts/context-files.ts';
import { systemFiles } from '../../src/ports.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'context-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

test('a folder is listed without what is nobody business, and is named as reports name it', () => {
  const folder = folderWith({
    'app/main.py': 'x',
    Dockerfile: '',
    '.git/HEAD': '',
    'web/node_modules/a/b.js': '',
    '.venv/pyvenv.cfg': '',
    '.venv/lib/c.py': '',
  });
  const context = contextInFolder(systemFiles, {
    folder,
    reportFolder: 'services/api',
    dockerfile: `${folder}/Dockerfile`,
  });
  expect(context.listing).toEqual({
    files: ['Dockerfile', 'app/main.py'],
    unvisited: ['.git', '.venv', 'web/node_modules'],
    truncated: false,
  });
  expect(context.reportPath('app/main.py')).toBe('services/api/app/main.py');
  expect([context.kindOf('app'), context.kindOf('app/main.py'), context.kindOf('no')]).toEqual([
    'folder',
    'file',
    undefined,
  ]);
});

test('a link that leads out of it is not followed, one that stays inside is', () => {
  const outside = folderWith({ 'secret.txt': 'secret' });
  const folder = folderWith({ 'a.txt': 'a', Dockerfile: '' });
  symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'out.txt'));
  symlinkSync('a.txt', path.join(folder, 'in.txt'));
  const context = contextInFolder(systemFiles, { folder, reportFolder: '.', dockerfile: `${folder}/Dockerfile` });
  expect([context.readText('out.txt'), context.readText('in.txt'), context.readText('../x')]).toEqual([
    undefined,
    'a',
    undefined,
  ]);
  expect(context.reportPath('a.txt')).toBe('a.txt');
});
