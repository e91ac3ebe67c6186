import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, it, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const [hook] = v.parse(
  v.tuple([
    v.strictObject({
      id: v.literal('sea-trial-lint'),
      name: v.string(),
      description: v.string(),
      language: v.literal('script'),
      entry: v.literal('dist/cli.js lint'),
      files: v.string(),
      exclude: v.string(),
      types: v.tuple([v.literal('file')]),
      require_serial: v.literal(true),
    }),
  ]),
  parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')),
);

test('pre-commit finds a program that may be executed', () => {
  expect(() => accessSync(path.join(root, 'dist/cli.js'), constants.X_OK)).not.toThrow();
});

it.each([
  'Dockerfile',
  'api/Dockerfile',
  '.devcontainer/Dockerfile.dev',
  'Dockerfile-web',
  'Containerfile',
  'deploy/containerfile',
  'web.Dockerfile',
  'a/web.containerfile',
])('hands over %s', (file) => {
  expect([new RegExp(hook.files).test(file), new RegExp(hook.exclude).test(file)]).toEqual([true, false]);
});

it.each([
  'Dockerfile.dockerignore',
  'Dockerfile.md',
  'src/dockerfile.ts',
  'NotADockerfile',
  'Dockerfile/x',
  'Dockerfile.j2',
])('keeps back %s', (file) => {
  expect(new RegExp(hook.files).test(file) && !new RegExp(hook.exclude).test(file)).toBe(false);
});
