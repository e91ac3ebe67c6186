import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type ProcessResult } from '../../src/process.ts';
import { observe } from '../support/observation.ts';

const command = path.resolve(import.meta.dirname, '../../src/cli.ts');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function report(...words: readonly string[]): Promise<ProcessResult> {
  return run([process.execPath, command, 'report', ...words], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    cwd: folder,
  });
}

const { observation } = observe({
  dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "app:app"]\n',
  files: { 'app.py': 'app = 1\n' },
  saw: { listening: ['127.0.0.1:8000'], answers: ['reset'], ended: 'decided', waitedMs: 1_500 },
});

describe('sea-trial report --observation', () => {
  it('says what the cause is, and where, from the file alone', async () => {
    writeFileSync(path.join(folder, 'o.json'), JSON.stringify(observation));
    const { exitCode, stdout, stderr } = await report('--observation', 'o.json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain('Dockerfile:4');
    expect(stdout).toContain('loopback-host, confirmed');
  });

  it('has the forms of a trial', async () => {
    writeFileSync(path.join(folder, 'o.json'), JSON.stringify(observation));
    const { stdout } = await report('--observation', 'o.json', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, trials: [{ name: 'ships', cause: 'loopback-host' }] });
  });

  it.each([
    ['absent.json', undefined, 'absent.json: there is no such file, or none that can be read.'],
    ['text.json', 'hello', 'text.json: it is no recorded observation: at the whole file it has'],
    ['odd.json', '{"version": 2}', 'odd.json: it is no recorded observation: at version it has 2, not 1.'],
    [
      'changed.json',
      JSON.stringify({ ...observation, container: { ...observation.container, port: 'eighty' } }),
      'changed.json: it is no recorded observation: at container.port it has "eighty", not number.',
    ],
  ])('says what of a file is none: %s', async (name, text, told) => {
    if (text !== undefined) writeFileSync(path.join(folder, name), text);
    const { exitCode, stderr } = await report('--observation', name);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
  });

  it('says what is missing', async () => {
    const { exitCode, stderr } = await report();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        'sea-trial: sea-trial report: there is nothing to report on. Write sea-trial report REPORT.json, or sea-trial report --observation FILE.\n',
    });
  });
});

describe('sea-trial report REPORT.json', () => {
  it('shows the same report in another form', async () => {
    writeFileSync(path.join(folder, 'o.json'), JSON.stringify(observation));
    const { stdout: json } = await report('--observation', 'o.json', '--format', 'json');
    writeFileSync(path.join(folder, 'report.json'), json);
    const { exitCode, stdout } = await report('report.json', '--format', 'json');
    expect({ exitCode, same: JSON.parse(stdout) }).toEqual({ exitCode: 1, same: JSON.parse(json) });
    expect((await report('report.json')).stdout).toContain('loopback-host, confirmed');
  });

  it('says what of a file is none', async () => {
    writeFileSync(path.join(folder, 'report.json'), '{"version": 1}');
    const { exitCode, stderr } = await report('report.json');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        'sea-trial: report.json: it is no report: at tool it has undefined, not "tool". Name the report.json that a trial has written (report-file), unchanged.\n',
    });
  });
});
