import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runSettingsOf } from '../../../src/commands/run/run-settings.ts';
import { runTrials } from '../../../src/commands/run/trial.ts';
import { openDocker } from '../../../src/docker/cli.ts';
import { systemClock, systemFiles, systemFolders } from '../../../src/ports.ts';
import { reportJson } from '../../../src/render/json.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import type { Report } from '../../../src/report.ts';
import { settingsFromInputs } from '../../../src/settings/settings.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-many-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function lintStep(file: string, searchPath = process.env['PATH']): Promise<Report> {
  const ports = {
    clock: systemClock,
    files: systemFiles,
    workingDirectory: folder,
    environment: { PATH: searchPath },
  };
  const print = { result: () => {}, note: () => {}, progress: (): void => {} };
  const { report } = await runTrials(
    await runSettingsOf(settingsFromInputs({ INPUT_MODE: 'lint', INPUT_FILE: file }), { ...ports, print }),
    {
      ...ports,
      print,
      folders: systemFolders,
      docker: openDocker(ports.environment, ports),
      signal: new AbortController().signal,
      version: '0',
      engineComesWithinMs: 0,
      runId: 'many',
      onImage: () => {},
    },
    Promise.resolve(undefined),
  );
  return report;
}

function write(name: string, text: string | Buffer): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const good = 'FROM python:3.12-slim\nWORKDIR /app\nUSER 1000\nCMD ["python", "-m", "http.server"]\n';

it('goes on behind a file that cannot be read, and tells why it cannot', async () => {
  write('a/Dockerfile', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
  write('b/Dockerfile', good);
  const report = await lintStep('*/Dockerfile\nabsent/Dockerfile\nnone*');
  expect(report.trials.map(({ name, verdict, because }) => [name, verdict, because])).toEqual([
    [
      'a/Dockerfile',
      'errored',
      'input file: a/Dockerfile is not text: it begins with the bytes 7f 45 4c 46. Name the Dockerfile with `file`.',
    ],
    ['b', 'passed', undefined],
    ['absent/Dockerfile', 'errored', expect.stringContaining('absent')],
    ['none*', 'errored', 'input file: "none*" matches no file that git does not ignore.'],
  ]);
  expect(() => [reportJson(report), renderTerminal(report, { colour: false, unicode: true })]).not.toThrow();
});

it('names trials of one folder name apart', async () => {
  write('one/api/Dockerfile', good);
  write('two/api/Dockerfile', good);
  write('web/Dockerfile', good);
  const { trials } = await lintStep('**/Dockerfile');
  expect(trials.map(({ name }) => name)).toEqual(['api-one-api', 'api-two-api', 'web']);
});

it('throws what is wrong with the only one', async () => {
  await expect(lintStep('absent/Dockerfile')).rejects.toThrow('absent');
  await expect(lintStep('absent*')).rejects.toThrow('"absent*" matches no file that git does not ignore.');
});

it('has what ShellCheck says in its lint stage', async () => {
  write('Dockerfile', good.replace('USER', 'RUN true\nUSER'));
  const comment = { file: '0', line: 2, column: 1, endLine: 2, endColumn: 5, level: 'info', code: 2086, message: 'Q.' };
  write('bin/shellcheck', `#!/bin/sh\necho '${JSON.stringify({ comments: [comment] })}'\n`);
  chmodSync(path.join(folder, 'bin/shellcheck'), 0o755);
  const { trials } = await lintStep('Dockerfile', `${path.join(folder, 'bin')}:/usr/bin:/bin`);
  expect(trials[0]?.findings.map(({ check, location }) => [check, location?.line])).toEqual([['shellcheck/SC2086', 3]]);
});
