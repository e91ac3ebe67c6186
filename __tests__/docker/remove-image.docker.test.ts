import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/process.ts';
import { testEngine } from '../support/docker.ts';

const engine = testEngine();
const { docker } = engine;
afterAll(() => engine.cleanUp());

async function imagesMarked(mark: string): Promise<string> {
  const argv = ['docker', 'image', 'ls', `--filter=label=${mark}`, '--format={{.Repository}}'];
  return (await run(argv, { deadlineMs: 20_000, environment: process.env })).stdout.trim();
}

test('an image whose container is still being removed goes with it, and is not left behind without a name', async () => {
  const mark = `sea-trial.test-remove-image=${process.pid}`;
  const tag = `sea-trial-test-remove-image-${process.pid}:latest`;
  await engine.build({ Dockerfile: `FROM python:3.11-slim\nCMD ["sleep", "300"]\nLABEL ${mark}\n` }, { tags: [tag] });
  const { id } = await engine.start(tag);
  const removed = docker.removeImage(tag);
  for (let times = 0; times < 5; times += 1) await docker.inspectImage(id); // it has begun
  await docker.remove(id);
  await removed;
  expect(await imagesMarked(mark)).toBe('');
});

test('an image that a container goes on using keeps its name, by which it is found the next time', async () => {
  const mark = `sea-trial.test-used-image=${process.pid}`;
  const tag = `sea-trial-test-used-image-${process.pid}:latest`;
  await engine.build({ Dockerfile: `FROM python:3.11-slim\nCMD ["sleep", "300"]\nLABEL ${mark}\n` }, { tags: [tag] });
  const { id } = await engine.start(tag);
  await docker.removeImage(tag);
  expect(await imagesMarked(mark)).toBe(tag.replace(':latest', ''));
  await docker.remove(id);
  await docker.removeImage(tag);
  expect(await imagesMarked(mark)).toBe('');
});
