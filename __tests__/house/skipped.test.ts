import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');
const left = /\b(?:describe|it|test)(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|only)\(/;

test('no test is left out, here or on a machine that lacks something: script/setup puts it in place', () => {
  const files = globSync('**/*.test.ts', { cwd: folder, exclude: ['fixtures/**'] });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => left.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
  const planted = [
    ['describe', 'runIf'],
    ['it', 'concurrent', 'only'],
    ['test', 'each'],
  ];
  expect(planted.map((words) => left.test(`${words.join('.')}(`))).toEqual([true, true, false]);
});
