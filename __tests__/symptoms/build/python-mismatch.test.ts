import { describe, expect, test } from 'vitest';
import { isSatisfied, pythonFor, pythonMismatch } from '../../../src/symptoms/build/python-mismatch.ts';

describe('whether a version meets a demand', () => {
  test.each([
    ['3.12', '>=3.12', true],
    ['3.11.2', '>=3.12', false],
    ['3.9', '>=3.10', false],
    ['3.12.1', '>=3.8,<3.12', false],
    ['3.11.9', '>=3.8,<3.12', true],
    ['3.12.4', '==3.12.*', true],
    ['3.12.4', '==3.12', false],
    ['3.12.4', '~=3.12', true],
    ['3.13.0', '~=3.12.1', false],
    ['3.12', '^3.11', true],
    ['4.0', '^3.11', false],
    ['3.12.3', '3.12', true],
    ['6.0', '', true],
  ])('%s for %s: %s', (version, demand, expected) => {
    expect(isSatisfied(version, demand)).toBe(expected);
  });
});

describe('the Python to build on', () => {
  test.each([
    ['>=3.12', '3.12'],
    ['>=3.9,<3.13', '3.12'],
    ['==3.10.*', '3.10'],
    ['^3.11', '3.14'],
    ['3.12', '3.12'],
    ['>=3.12.4', '3.12'],
    ['>=4', undefined],
  ])('for %s it is %s', (demand, expected) => {
    expect(pythonFor(demand)).toBe(expected);
  });
});

test('of the versions that pip passed over, only one that was asked for makes Python the matter', () => {
  const log = (requirement: string): readonly string[] => [
    'ERROR: Ignored the following versions that require a different python version: 1.0 Requires-Python <3.10; 2.0 Requires-Python >=3.12',
    `ERROR: Could not find a version that satisfies the requirement ${requirement} (from harbour) (from versions: 1.1, 1.2)`,
  ];
  expect(pythonMismatch(log('ships>=2'))?.wanted).toBe('>=3.12');
  expect(pythonMismatch(log('ships==1.0'))?.wanted).toBe('<3.10');
  expect(pythonMismatch(log('ships==1.3'))).toBeUndefined();
});

test('a wheel for another CPython is told apart from one for another platform', () => {
  const refused = (wheel: string): readonly string[] => [`ERROR: ${wheel} is not a supported wheel on this platform.`];
  expect(pythonMismatch(refused('ships-1.0-cp310-cp310-linux_x86_64.whl'))).toEqual({
    requirement: 'ships==1.0',
    wanted: '==3.10.*',
    lines: ['ERROR: ships-1.0-cp310-cp310-linux_x86_64.whl is not a supported wheel on this platform.'],
  });
  expect(pythonMismatch(refused('ships-1.0-cp38-abi3-macosx_11_0_arm64.whl'))).toBeUndefined();
});

test('pipenv goes on with another Python where it was not told to stop', () => {
  const warning = 'Warning: Your Pipfile requires "python_version" 3.12, but you are using 3.11.2 ';
  expect(pythonMismatch([warning])).toBeUndefined();
  expect(pythonMismatch([warning, 'ERROR:: Aborting deploy'])?.wanted).toBe('3.12');
});
