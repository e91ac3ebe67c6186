import { expect, it } from 'vitest';
import { parseImageReference } from '../../src/dockerfile/image-reference.ts';

const digest = `sha256:${'a'.repeat(64)}`;

it.each([
  ['python', { registry: 'docker.io', repository: 'library/python' }],
  ['python:3.11-slim', { registry: 'docker.io', repository: 'library/python', tag: '3.11-slim' }],
  ['docker.io/python:3', { registry: 'docker.io', repository: 'library/python', tag: '3' }],
  ['acme/api:1', { registry: 'docker.io', repository: 'acme/api', tag: '1' }],
  ['reg:5000/a/b:1', { registry: 'reg:5000', repository: 'a/b', tag: '1' }],
  ['localhost/a', { registry: 'localhost', repository: 'a' }],
  [`ghcr.io/a/b:1@${digest}`, { registry: 'ghcr.io', repository: 'a/b', tag: '1', digest }],
  [`reg:5000/a/1@${digest}`, { registry: 'reg:5000', repository: 'a/1', digest }],
])('reads %s with Docker’s defaults filled in', (text, expected) => {
  expect(parseImageReference(text)).toEqual(expected);
});

it.each(['', 'Python', 'python:', 'a b', 'python:-slim', '-x', 'python@sha256:12', 'a//b'])(
  'refuses "%s", as Docker does',
  (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  },
);
