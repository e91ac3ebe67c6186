import { describe, expect, test } from 'vitest';
import { annotationCommand, annotations, annotationsOf } from '../../src/render/annotations.ts';
import { readCommands } from '../support/runner-commands.ts';
import {
  aptLists,
  at,
  buildFailed,
  example,
  finding,
  loopback,
  noEngine,
  reportOf,
  rootUser,
  served,
} from '../support/reports.ts';

const titles = (of: readonly { title: string }[]): string[] => of.map(({ title }) => title);

describe('in a pull request', () => {
  test('the cause comes first, with its place and what to do', () => {
    expect(annotations(loopback, { event: 'pull_request' })[0]).toEqual({
      level: 'error',
      title: 'The server accepts connections from inside its own container only',
      message:
        "Docker forwards port 8000 to the container's network address, and nothing listens there. Write 0.0.0.0 instead of 127.0.0.1. [loopback-host, confirmed]",
      path: 'Dockerfile',
      line: 8,
      endLine: 8,
      column: 38,
      endColumn: 49,
    });
  });

  test('findings in files of the diff follow, the gravest first, with their price', () => {
    const shown = annotations(example, { event: 'pull_request', changed: new Set(['Dockerfile']) });
    expect(titles(shown)).toEqual([
      'The server runs as root (uid 0)',
      "apt's package lists stay in the image",
      'Packages that git only recommends come along',
    ]);
    expect(shown[1]?.message).toMatch(/^19\.2\u00a0MB\. Every later pull .* \[apt-lists-left, confirmed\]$/);
  });

  test('what lies in files that nobody touches is not marked, unless it is a confirmed error', () => {
    const errors = [
      finding({ check: 'a', severity: 'error', title: 'suspected', why: '', advice: '', location: at('x', 1) }),
      finding({
        check: 'b',
        severity: 'error',
        title: 'confirmed',
        why: '',
        advice: '',
        location: at('x', 1),
        status: 'confirmed',
      }),
      finding({
        check: 'c',
        severity: 'error',
        title: 'refuted',
        why: '',
        advice: '',
        location: at('y', 1),
        status: 'refuted',
      }),
    ];
    const report = reportOf([served({ bytes: 1, user: 'x', findings: [...errors, rootUser] })]);
    expect(titles(annotations(report, { event: 'pull_request', changed: new Set(['y']) }))).toEqual(['Confirmed']);
    expect(titles(annotations(report, { event: 'pull_request' }))).toEqual(['Confirmed']);
  });

  test('paths count from the root of the repository', () => {
    const inFolder = { ...rootUser, location: at('sub/Dockerfile', 8, 1, 4) };
    const report = reportOf([served({ bytes: 1, user: 'x', findings: [inFolder] })]);
    expect(annotations(report, { event: 'pull_request', root: 'sub', changed: new Set(['Dockerfile']) })[0]?.path).toBe(
      'Dockerfile',
    );
  });
});

test('on a push only errors are marked', () => {
  expect(titles(annotations(buildFailed, { event: 'push' }))).toEqual([
    'Pip finds no such version'.replace('Pip', 'pip'),
  ]);
  expect(annotations(example, { event: 'push' })).toEqual([]);
});

test('a trial that could not run is marked on the page of the run', () => {
  expect(annotations(noEngine, { event: 'pull_request' })).toEqual([
    {
      level: 'error',
      title: 'No Docker engine answers on unix:///var/run/docker.sock',
      message: 'No Docker engine answers on unix:///var/run/docker.sock. Start Docker, or use a runner that has it.',
    },
  ]);
});

test('a place of several lines is its first line', () => {
  const several = { ...aptLists, location: at('Dockerfile', 3, 5, 9, 7) };
  expect(annotationsOf([several])[0]).toMatchObject({ path: 'Dockerfile', line: 3 });
  expect(annotationsOf([several])[0]).not.toHaveProperty('endLine');
  expect(annotationsOf([several])[0]).not.toHaveProperty('column');
});

test('of a level there are ten', () => {
  const many = Array.from({ length: 25 }, (_, index) => ({
    ...(index % 2 === 0 ? rootUser : aptLists),
    title: `t${index}`,
  }));
  expect(annotationsOf(many).map(({ level }) => level)).toEqual([
    ...Array.from({ length: 10 }, () => 'warning'),
    ...Array.from({ length: 10 }, () => 'notice'),
  ]);
});

test('the runner reads the command as it was meant, whatever is inside', () => {
  const hostile = finding({
    check: 'a',
    severity: 'warning',
    title: 'x: 50%, a::b',
    why: 'one\r\n::set-output name=x::y\n##[add-mask]z',
    advice: '100%0A',
    location: at('a,b:c.txt', 2, 3, 4),
  });
  const [annotation] = annotationsOf([hostile]);
  if (annotation === undefined) throw new Error('there is no annotation');
  const { commands, log } = readCommands(annotationCommand(annotation));
  expect(log).toEqual([]);
  expect(commands).toEqual([
    {
      name: 'warning',
      version: 2,
      properties: { title: 'X: 50%, a::b', file: 'a,b:c.txt', line: '2', endLine: '2', col: '3', endColumn: '4' },
      data: 'One ::set-output name=x::y # #[add-mask]z. 100%0A. [a, suspected]',
    },
  ]);
});

test('a sentence that begins with code keeps its letter, and no other does', () => {
  const [annotation] = annotationsOf([
    finding({
      check: 'a',
      severity: 'warning',
      title: '`gunicornx` is no program of the image',
      why: '`sleep` waits. And so on',
      advice: 'write `true`',
      location: at('Dockerfile', 2, 3, 4),
    }),
  ]);
  expect([annotation?.title, annotation?.message]).toEqual([
    'gunicornx is no program of the image',
    'sleep waits. And so on. Write true. [a, suspected]',
  ]);
  const unexplained = { ...loopback, trials: loopback.trials.map((trial) => ({ ...trial, findings: [] })) };
  const because = unexplained.trials.map((trial) => ({ ...trial, because: '`exit 3` was seen' }));
  expect(annotations({ ...unexplained, trials: because }, { event: 'push' })[0]?.message).toBe('exit 3 was seen.');
});
