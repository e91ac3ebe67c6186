import { expect, test } from 'vitest';
import { builderTrouble } from '../../src/docker/builder-trouble.ts';
import { readBuilder } from '../../src/docker/builder.ts';
import { isInstruction } from '../../src/docker/build-failure.ts';

test('a builder is read as `docker buildx inspect` describes it, with the endpoint of each node', () => {
  const described = [
    'Name:          harbour',
    'Driver:        remote',
    'Last Activity: 2026-11-24 15:15:24 +0000 UTC',
    '',
    'Nodes:',
    'Name:     harbour0',
    'Endpoint: tcp://10.0.0.4:1234',
    'Status:   inactive',
    'Name:     harbour1',
    'Endpoint: unix:///run/buildkit/buildkitd.sock',
    'Status:   running',
    '',
  ].join('\n');
  expect(readBuilder(described)).toEqual({
    name: 'harbour',
    driver: 'remote',
    endpoints: ['tcp://10.0.0.4:1234', 'unix:///run/buildkit/buildkitd.sock'],
  });
});

test('a builder of an unknown driver has no nodes to tell of', () => {
  expect(readBuilder('Name:   ships\nDriver: cloud\nError:  failed to find driver "cloud"\n')).toEqual({
    name: 'ships',
    driver: 'cloud',
    endpoints: [],
  });
});

test('where buildx describes none, there is none', () => {
  expect(readBuilder('')).toBeUndefined();
  expect(readBuilder('ERROR: no builder "ships" found\n')).toBeUndefined();
});

test('a builder that buildx does not describe in time is told by the name that the user gave', () => {
  const silent = { message: 'the build had not ended after 8 s', timedOut: true, began: false };
  expect(builderTrouble({ ...silent, named: 'harbour' })?.title).toBe('the builder `harbour` does not answer');
  expect(builderTrouble(silent)?.title).toBe('the builder does not answer');
});

test('a name that would fill the line is left out of the title, and stands in the advice', () => {
  const name = 'b'.repeat(60);
  const trouble = builderTrouble({
    message: 'context deadline exceeded',
    step: '[internal] waiting for connection',
    timedOut: false,
    began: true,
    builder: { name, driver: 'remote', endpoints: ['tcp://10.0.0.4:1234'] },
  });
  expect(trouble?.title).toBe('the builder does not answer');
  expect(trouble?.advice).toContain(name);
});

test('a build that has begun and does not end is not the fault of its builder', () => {
  expect(builderTrouble({ message: 'the build had not ended after 8 s', timedOut: true, began: true })).toBeUndefined();
});

test.each([
  ['[2/3] RUN make', true],
  ['[app 3/5] COPY . .', true],
  ['[linux/arm64 base 1/1] FROM docker.io/library/python:3.11-slim', true],
  ['[internal] load build context', false],
  ['[context base] load metadata for docker.io/library/base:1', false],
  ['[auth] library/python:pull token for registry-1.docker.io', false],
  ['exporting to docker image format', false],
  [undefined, false],
])('%s stands for an instruction: %s', (step, expected) => {
  expect(isInstruction(step)).toBe(expected);
});
