import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { moveInto, unresolvedImports } from '../../script/bundle.ts';
import { licensesOf } from '../../script/licenses.ts';
import { builtinsAsked } from '../../script/rewrites.ts';

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

test("Node's modules are asked for without node:module, and a bundle that reaches them otherwise is told", () => {
  const bundle = 'import{createRequire as e}from"module";var t={12:((t)=>{t.exports=e(import.meta.url)("node:fs")})};';
  const asked = builtinsAsked(bundle);
  expect(asked).toBe(
    'const __builtin=process.getBuiltinModule??(await import("node:module")).createRequire(import.meta.url);var t={12:((t)=>{t.exports=__builtin("node:fs")})};',
  );
  writeFileSync(path.join(folder, 'index.js'), asked.replace('node:fs', 'undici'));
  expect(unresolvedImports(folder)).toEqual(['index.js imports undici, which is not in it']);
  expect(() => builtinsAsked('var t={};')).toThrow('ncc reaches node:fs in another way now: look for createRequire');
});

test('two bundles may bring the same file, and no two of one name', () => {
  const [one, other, into] = ['one', 'other', 'into'].map((name) => path.join(folder, name));
  if (one === undefined || other === undefined || into === undefined) throw new Error('three folders');
  for (const each of [one, other, into]) mkdirSync(each, { recursive: true });
  writeFileSync(path.join(one, '12.index.js'), 'same');
  writeFileSync(path.join(other, '12.index.js'), 'same');
  moveInto(into, one, '12.index.js');
  moveInto(into, other, '12.index.js');
  expect(readFileSync(path.join(into, '12.index.js'), 'utf8')).toBe('same');
  writeFileSync(path.join(other, '12.index.js'), 'different');
  expect(() => moveInto(into, other, '12.index.js')).toThrow(
    'both bundles write 12.index.js, with different bytes: give one of the chunks another name',
  );
});

test('the licences are those of all packages of which a module was bundled, once each and sorted', () => {
  const packages = path.join(folder, 'node_modules');
  for (const [name, manifest, licence] of [
    ['b', { name: 'b', version: '1.0.0', license: 'MIT' }, 'Text of b\r\n'],
    ['@a/c', { name: '@a/c', version: '2.0.0' }, undefined],
    ['b/node_modules/d', { name: 'd', version: '3.0.0', license: 'ISC' }, 'Text of d'],
  ] as const) {
    mkdirSync(path.join(packages, name), { recursive: true });
    writeFileSync(path.join(packages, name, 'package.json'), JSON.stringify(manifest));
    if (licence !== undefined) writeFileSync(path.join(packages, name, 'LICENSE.md'), licence);
  }
  const read = ['b/lib/x.js', 'b/y.js', '@a/c/index.js', 'b/node_modules/d/z.js'].map((file) => ({
    nameForCondition: path.join(packages, file),
  }));
  const line = '-'.repeat(80);
  expect(
    licensesOf([
      JSON.stringify({
        modules: [...read, { nameForCondition: '/elsewhere/build/main.js' }, { nameForCondition: null }],
      }),
    ]),
  ).toBe(
    `@a/c 2.0.0\n\nunknown licence\n\n${line}\n\nb 1.0.0\n\nMIT\n\nText of b\n\n${line}\n\nd 3.0.0\n\nISC\n\nText of d\n`,
  );
});
