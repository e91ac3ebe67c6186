import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/facts/context.ts';
import { admits, choosePython } from '../../src/init/python-version.ts';

const versions = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14'];

test.each([
  ['>=3.11', ['3.11', '3.12', '3.13', '3.14']],
  ['>=3.11,<3.14', ['3.11', '3.12', '3.13']],
  ['>=3.11.4, <3.13.2', ['3.11', '3.12', '3.13']],
  ['>3.10', ['3.11', '3.12', '3.13', '3.14']],
  ['<=3.12', ['3.9', '3.10', '3.11']],
  ['^3.11', ['3.11', '3.12', '3.13', '3.14']],
  ['~3.11', ['3.11']],
  ['~=3.12', ['3.12', '3.13', '3.14']],
  ['~=3.12.1', ['3.12']],
  ['==3.12.*', ['3.12']],
  ['3.12.*', ['3.12']],
  ['3.12', ['3.12']],
  ['3.*', versions],
  ['*', versions],
  ['>=3', versions],
  ['>=2.7,<4', versions],
  ['>=3.9,!=3.10.*,!=3.11.1', ['3.9', '3.11', '3.12', '3.13', '3.14']],
  ['^3.9 || ^4.0', versions],
  ['~3.9||~3.13', ['3.9', '3.13']],
  ['<3', []],
  ['^2.7', []],
  ['>=4', []],
])('%s allows %j', (specifier, allowed) => {
  expect(versions.filter((version) => admits(specifier, version))).toEqual(allowed);
});

describe('the version of the image', () => {
  const today = '2026-11-24';

  test.each([
    ['.python-version', { '.python-version': '3.12.4\n' }, undefined, '3.12', '.python-version'],
    ['.python-version before the range', { '.python-version': '3.12\n' }, '>=3.11', '3.12', '.python-version'],
    ['.python-version out of the range', { '.python-version': '3.10\n' }, '>=3.11', '3.11', 'pyproject.toml'],
    ['another interpreter', { '.python-version': 'pypy3.10-7.3\n' }, undefined, '3.13', undefined],
    ['runtime.txt', { 'runtime.txt': 'python-3.11.9\n' }, undefined, '3.11', 'runtime.txt'],
    ['.tool-versions', { '.tool-versions': 'nodejs 20\npython 3.12.1\n' }, undefined, '3.12', '.tool-versions'],
    ['the oldest of the range', {}, '>=3.12', '3.12', 'pyproject.toml'],
    ['the oldest that is supported', {}, '>=3.8', '3.11', 'pyproject.toml'],
    ['a range that is over', {}, '>=3.7,<3.10', '3.9', 'pyproject.toml'],
    ['a range that is still to come', {}, '>=3.19', '3.19', 'pyproject.toml'],
    ['the virtual environment', { '.venv/pyvenv.cfg': 'version = 3.11.2\n' }, undefined, '3.11', '.venv/pyvenv.cfg'],
    [
      'the tests',
      { '.github/workflows/a.yml': '  python-version: ["3.12", "3.13"]\n' },
      undefined,
      '3.12',
      '.github/workflows/a.yml',
    ],
    [
      'the virtual environment before the tests',
      { '.github/workflows/a.yml': 'python-version: 3.12\n', '.venv/pyvenv.cfg': 'version_info = 3.11.2\n' },
      undefined,
      '3.11',
      '.venv/pyvenv.cfg',
    ],
    ['nothing', {}, undefined, '3.13', undefined],
  ])('%s', (_, files, requires, version, from) => {
    const chosen = choosePython(contextOf(files), requires, { today, localPython: undefined });
    expect([chosen.version, chosen.from]).toEqual([version, from]);
  });

  test.each([
    ['3.12', '3.12'],
    ['3.9', '3.13'],
    ['3.20', '3.13'],
  ])('is that of the terminal, %s, where nothing says it, as long as it is supported: %s', (localPython, version) => {
    const at = (files: Readonly<Record<string, string>>) =>
      choosePython(contextOf(files), undefined, { today, localPython });
    expect(at({})).toEqual({ version, isOld: false });
    expect(at({ '.python-version': '3.14' }).version).toBe('3.14');
  });

  test('is called old after its end of life', () => {
    const context = contextOf({ '.python-version': '3.10' });
    expect(choosePython(context, undefined, { today, localPython: undefined }).isOld).toBe(true);
    expect(choosePython(context, undefined, { today: '2026-01-01', localPython: undefined }).isOld).toBe(false);
  });
});
