import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unresolvedImports } from '../../script/bundle.ts';
import { run } from '../../src/process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['import{a}from"./absent.js";', 'index.js imports ./absent.js, which is not in it'],
  ['import{a}from"valibot";', 'index.js imports valibot, which is not in it'],
  ['export*from"valibot";', 'index.js imports valibot, which is not in it'],
  ['t.exports=e(import.meta.url)("undici")', 'index.js imports undici, which is not in it'],
  ['t.exports=eval("require")("undici")', 'index.js lacks the module undici'],
  [`throw new Error("Cannot find module 'undici'")`, 'index.js lacks the module undici'],
])('a bundle that would look for a module in vain is found: %s', (text, told) => {
  writeFileSync(path.join(folder, 'index.js'), text);
  expect(unresolvedImports(folder)).toEqual([told]);
});

test('what Node has, and what lies beside, is there', () => {
  writeFileSync(path.join(folder, 'chunk.js'), 'export const a=1;');
  writeFileSync(
    path.join(folder, 'index.js'),
    'import{a}from"./chunk.js";import"node:fs";import r from"path";t.exports=e(import.meta.url)("node:tls")',
  );
  expect(unresolvedImports(folder)).toEqual([]);
});

test.each([
  [
    '18.19.1',
    2,
    'Sea Trial needs Node.js 22 or newer, and this is v18.19.1. Install a newer one: https://nodejs.org/\n',
  ],
  ['21.9.9', 2, 'Sea Trial needs Node.js 22 or newer, and this is v21.9.9. Install a newer one: https://nodejs.org/\n'],
  ['22.0.0', 0, ''],
])('under Node %s the launcher ends with %i', async (version, exitCode, stderr) => {
  const launcher = path.resolve(import.meta.dirname, '../../script/launcher.js');
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(folder, 'command.js'), 'console.log("started")');
  const disguise = `for (const [name, value] of [['version', 'v${version}'], ['versions', { ...process.versions, node: '${version}' }]]) Object.defineProperty(process, name, { value });`;
  copyFileSync(launcher, path.join(folder, 'cli.js'));
  const ended = await run(
    [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(disguise)}`, path.join(folder, 'cli.js')],
    { deadlineMs: 20_000, environment: process.env },
  );
  expect(ended).toMatchObject({ exitCode, stderr, stdout: exitCode === 0 ? 'started\n' : '' });
});
