import path from 'node:path';
import { expect, test } from 'vitest';
import { importsIn, importsOf, type Import } from './imports.ts';

/** From the ground up. What stands on one floor does not see its neighbours; each file directly in src/ is a room of its own. */
const floors = [
  ['sha256'],
  ['run-id'],
  ['finding', 'errors', 'ports', 'version', 'nearest', 'literal'],
  ['observation', 'process'],
  ['report'], // holds an observation, so it lies half a floor above it
  ['dockerfile', 'openapi', 'docker', 'git', 'github', 'traceback'],
  ['servers'],
  ['facts'],
  ['symptoms'],
  ['rules', 'diagnoses', 'probes'],
  ['settings', 'lint', 'render', 'init'],
  ['plan'],
  ['stages', 'publish'],
  ['trial'],
  ['commands'],
  ['main', 'cli', 'openapi-worker', 'generate'],
];

/** Who alone may import what. */
const borders: readonly { readonly what: RegExp; readonly only: RegExp }[] = [
  { what: /^dockerfile-ast$/, only: /^dockerfile\/parse\.ts$/ },
  { what: /^unbash$/, only: /^dockerfile\/shell(?:-nodes)?\.ts$/ },
  { what: /^(?:@actions\/exec|(?:node:)?child_process)$/, only: /^process\.ts$/ },
  { what: /^@(?:actions\/(?:core|github)|octokit\/.*)$/, only: /^(?:main\.ts|github\/.*|publish\/.*)$/ },
  { what: /^(?:node:)?fs(?:\/promises)?$/, only: /^(?:ports\.ts|docker\/temporary-folder\.ts|generate\/.*)$/ },
];

const imports = importsOf(path.resolve(import.meta.dirname, '../../src'));

test('every room is on a floor, and every floor is inhabited by known rooms alone', () => {
  const rooms = new Set(
    imports.flatMap(({ from, what, ours }) => (ours ? [roomOf(from), roomOf(what)] : [roomOf(from)])),
  );
  expect([...rooms].filter((room) => floorOf(room) === -1)).toEqual([]);
});

test('imports go down, or stay in the room', () => {
  expect(imports.filter((each) => !goesDown(each))).toEqual([]);
});

test('what is behind a border is imported by its keeper alone', () => {
  expect(imports.filter((each) => !keepsBorders(each))).toEqual([]);
});

test.each([
  ['rules/root-user.ts', `import { run } from '../lint/lint.ts';`],
  ['rules/root-user.ts', `import type { Diagnosis } from '../diagnoses/diagnosis.ts';`],
  ['lint/lint.ts', `export { renderComment } from '../render/comment.ts';`],
  ['finding.ts', `export * from './errors.ts';`],
  ['docker/docker.ts', `await import('../facts/facts.ts');`],
])('a planted import in %s is found: %s', (from, text) => {
  expect(importsIn(from, text).filter((each) => !goesDown(each))).toHaveLength(1);
});

test.each([
  ['dockerfile/read.ts', `import { DockerfileParser } from 'dockerfile-ast';`],
  ['docker/build.ts', `import { spawn } from 'node:child_process';`],
  ['docker/build.ts', `import { spawn } from 'child_process';`],
  ['stages/build.ts', `import * as core from '@actions/core';`],
  ['facts/shell-words.ts', `import { parse } from 'unbash';`],
  ['rules/root-user.ts', `import { readFile } from 'node:fs/promises';`],
])('a planted import in %s crosses a border: %s', (from, text) => {
  expect(importsIn(from, text).filter((each) => !keepsBorders(each))).toHaveLength(1);
});

function goesDown({ from, what, ours }: Import): boolean {
  return !ours || roomOf(from) === roomOf(what) || floorOf(roomOf(what)) < floorOf(roomOf(from));
}

function keepsBorders({ from, what }: Import): boolean {
  return borders.every((border) => !border.what.test(what) || border.only.test(from));
}

function roomOf(file: string): string {
  return file.replace(/(?:\/.*|\.ts)$/, '');
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}
