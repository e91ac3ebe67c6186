import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/process.ts';
import { reportSchema } from '../../src/render/report-schema.ts';
import { composeProject } from '../support/compose-project.ts';

const root = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-compose-8000-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function tryProject() {
  const argv = [process.execPath, path.join(root, 'src/cli.ts'), '--compose-file', 'compose.yaml', '--service', 'web'];
  const { stdout, stderr } = await run([...argv, '--format', 'json'], {
    deadlineMs: 170_000,
    cwd: composeProject(home),
    environment: process.env,
  });
  if (stdout === '') throw new Error(stderr);
  return v.parse(reportSchema, JSON.parse(stdout)).trials[0];
}

test("the port that the compose file publishes is published on 8000, or on a free one where that is somebody else's", async () => {
  expect(await tryProject()).toMatchObject({ verdict: 'passed', runtime: { listening: ['0.0.0.0:9000'] } });
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(8000, '127.0.0.1', resolve);
  });
  try {
    expect(await tryProject()).toMatchObject({ verdict: 'passed', runtime: { listening: ['0.0.0.0:9000'] } });
  } finally {
    other.close();
  }
});
