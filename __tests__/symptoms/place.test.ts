import { expect, test } from 'vitest';
import { ownPlace, placeOfFrame } from '../../src/symptoms/place.ts';
import type { Frame } from '../../src/traceback/traceback.ts';
import { observe } from '../support/observation.ts';

const source = 'import os\n\n\ndef load():\n    return os.environ["X"]\n';

function placeIn(dockerfile: string, path: string, frame: Partial<Frame>): string | undefined {
  const { facts } = observe({ dockerfile, files: { [path]: source }, saw: {} });
  const found = placeOfFrame(
    { file: '/app/ships.py', line: 5, function: 'load', source: 'return os.environ["X"]', ...frame },
    facts,
  );
  if (found === undefined) return undefined;
  const { path: file, line, column, endColumn } = found.location;
  return `${file}:${line}:${column}-${endColumn}`;
}

test('a file of the whole context', () => {
  expect(placeIn('FROM python\nWORKDIR /app\nCOPY . .\n', 'ships.py', {})).toBe('ships.py:5:5-27');
});

test('a folder that is copied elsewhere: the longest destination decides', () => {
  const dockerfile = 'FROM python\nWORKDIR /app\nCOPY docs /app\nCOPY src/api /app/\n';
  expect(placeIn(dockerfile, 'src/api/ships.py', {})).toBe('src/api/ships.py:5:5-27');
});

test('through another stage', () => {
  const dockerfile =
    'FROM python AS build\nWORKDIR /src\nCOPY . .\nFROM python\nWORKDIR /app\nCOPY --from=build /src/lib /app\n';
  expect(placeIn(dockerfile, 'lib/ships.py', {})).toBe('lib/ships.py:5:5-27');
});

test('a relative path begins at the working directory', () => {
  expect(placeIn('FROM python\nWORKDIR /app\nCOPY . .\n', 'ships.py', { file: 'ships.py' })).toBe('ships.py:5:5-27');
});

test('a project that is installed as a package is known by its line', () => {
  const dockerfile = 'FROM python\nWORKDIR /src\nCOPY . .\nRUN pip install .\n';
  const file = '/usr/local/lib/python3.11/site-packages/fleet/ships.py';
  expect(placeIn(dockerfile, 'src/fleet/ships.py', { file })).toBe('src/fleet/ships.py:5:5-27');
  expect(placeIn(dockerfile, 'src/fleet/ships.py', { file, source: 'return 1' })).toBeUndefined();
});

test('a line that reads otherwise in the repository is not named', () => {
  expect(placeIn('FROM python\nWORKDIR /app\nCOPY . .\n', 'ships.py', { line: 4 })).toBeUndefined();
});

test('a file that nothing copies is not named', () => {
  expect(placeIn('FROM python\nWORKDIR /app\nCOPY docs .\n', 'ships.py', {})).toBeUndefined();
});

test('the deepest frame of the repository is the own one, not the library above it', () => {
  const { facts } = observe({
    dockerfile: 'FROM python\nWORKDIR /app\nCOPY . .\n',
    files: { 'ships.py': source },
    saw: {},
  });
  const frames: readonly Frame[] = [
    { file: '/app/ships.py', line: 1, function: '<module>', source: 'import os' },
    { file: '/app/ships.py', line: 5, function: 'load', source: 'return os.environ["X"]' },
    { file: '<frozen os>', line: 679, function: '__getitem__' },
  ];
  const traceback = {
    frames,
    exception: 'KeyError',
    message: "'X'",
    detail: [],
    members: [],
    firstLine: 0,
    lastLine: 5,
  };
  expect(ownPlace(traceback, facts)?.location.line).toBe(5);
});
