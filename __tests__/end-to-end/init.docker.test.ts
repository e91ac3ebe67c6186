import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/process.ts';
import { tryFolder } from '../support/trial.ts';

const root = path.resolve(import.meta.dirname, '../..');
const projects = path.join(root, '__tests__/fixtures/init');
const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-init-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.concurrent('what sea-trial init writes passes its own trial, and no check has anything to say', () => {
  it.each([
    // It writes a database beside its modules, and what it prints must not wait.
    ['pip', 'main:app'],
    ['setuptools', 'ships.main:app'],
    // They ask for their own version, so the project itself must be installed.
    ['hatchling', 'ships.main:app'],
    ['uv', 'ships.main:create_app'],
    ['poetry', 'ships.main:app'],
  ] as const)('for a project of %s', async (name, target) => {
    const folder = path.join(home, name);
    cpSync(path.join(projects, name), folder, { recursive: true });
    mkdirSync(path.join(folder, '.git'));
    const { exitCode, stderr } = await run([process.execPath, path.join(root, 'src/cli.ts'), 'init'], {
      deadlineMs: 30_000,
      environment: process.env,
      cwd: folder,
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(readFileSync(path.join(folder, 'Dockerfile'), 'utf8')).toContain(`CMD ["uvicorn", "${target}", `);
    const report = await tryFolder(folder);
    expect({
      verdict: report.verdict,
      findings: report.findings.map(({ check, severity, status }) => `${severity} ${check} ${status}`),
      probes: report.probes?.map(({ request, status, passed }) => [request, status, passed]),
      user: report.runtime?.user,
    }).toEqual({ verdict: 'passed', findings: [], probes: [['GET /', 200, true]], user: '10001' });
  });
});
