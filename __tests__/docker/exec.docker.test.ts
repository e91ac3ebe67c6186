import { afterAll, expect, test } from 'vitest';
import { testEngine } from '../support/docker.ts';

const engine = testEngine();
afterAll(() => engine.cleanUp());
const { docker } = engine;

test('a program inside is run as the image says, and one that does not end in time is given up', async () => {
  const container = await engine.start(await engine.pythonImage('import time; time.sleep(60)', 'USER 1234'));
  expect(await docker.exec(container.id, ['id', '-u'], 10_000)).toEqual({ exitCode: 0, output: '1234' });
  expect(await docker.exec(container.id, ['sh', '-c', 'echo no >&2; exit 7'], 10_000)).toEqual({
    exitCode: 7,
    output: 'no',
  });
  expect(await docker.exec(container.id, ['sleep', '30'], 300)).toBeUndefined();
});

test('SIGABRT makes a Python with its fault handler on tell its line, and process 1 lives on', async () => {
  const image = await engine.pythonImage('import time; time.sleep(60)');
  const container = await engine.start(image, { unlessGiven: ['PYTHONFAULTHANDLER=1'] });
  const ended = new AbortController();
  const { promise, resolve } = Promise.withResolvers<string>();
  const log = docker.followLog(container.id, ({ text }) => /^ {2}File/.test(text) && resolve(text), ended.signal);
  // The handler stands as soon as the interpreter has begun.
  await expect.poll(() => docker.observeAny(container, container.state.pid)?.catchesSigabrt).toBe(true);
  await docker.signal(container.id, 'ABRT');
  expect(await promise).toBe('  File "<string>", line 1 in <module>');
  expect((await docker.inspectContainer(container.id))?.state.status).toBe('running');
  ended.abort();
  await log;
});

test('a variable that is given unless the user gives it gives way to his', async () => {
  const image = await engine.pythonImage('import time; time.sleep(60)');
  const ours = ['PYTHONFAULTHANDLER=1'];
  const [left, given] = await Promise.all([
    engine.start(image, { unlessGiven: ours }),
    engine.start(image, { unlessGiven: ours, environment: ['PYTHONFAULTHANDLER=0'] }),
  ]);
  const read = ['printenv', 'PYTHONFAULTHANDLER'];
  expect((await docker.exec(left.id, read, 10_000))?.output).toBe('1');
  expect((await docker.exec(given.id, read, 10_000))?.output).toBe('0');
});
