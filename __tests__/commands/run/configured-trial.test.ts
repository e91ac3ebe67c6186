import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesWithConfigurationOf } from '../../../src/commands/base/base-configuration.ts';
import { runSettingsOf } from '../../../src/commands/run/run-settings.ts';
import { runTrials } from '../../../src/commands/run/trial.ts';
import { openDocker } from '../../../src/docker/cli.ts';
import { gitOf } from '../../../src/git/git.ts';
import { type Print, systemClock, systemFiles, systemFolders, type Files } from '../../../src/ports.ts';
import { settingsFromInputs } from '../../../src/settings/settings.ts';

let folder = '';
const environment = { PATH: process.env['PATH'] };

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-configured-trial-')));
  write('Dockerfile', 'FROM python:3.12-slim\nWORKDIR /app\nCMD python -m http.server\n');
  git('init', '--quiet');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function git(...words: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
}

interface Step {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly refusal?: string;
  readonly configurationFiles?: Files;
}

/** A step with `mode: lint`: what it told, what it found, and how it ended. */
async function step({ inputs = {}, ...more }: Step = {}) {
  const notes: string[] = [];
  const ports = { clock: systemClock, files: systemFiles, workingDirectory: folder, environment };
  const progress = (): void => {};
  const print: Print = { result: () => {}, note: (line) => notes.push(line), progress };
  const { report } = await runTrials(
    await runSettingsOf(settingsFromInputs({ INPUT_MODE: 'lint', ...inputs }), { ...ports, print }),
    {
      ...ports,
      print,
      folders: systemFolders,
      docker: openDocker(environment, ports),
      signal: new AbortController().signal,
      version: '0',
      engineComesWithinMs: 0,
      runId: 'configured',
      onImage: () => {},
      ...more,
    },
    Promise.resolve(undefined),
  );
  const [trial] = report.trials;
  return {
    verdict: trial?.verdict,
    findings: trial?.findings.map(({ check, severity }) => `${check} ${severity}`),
    notes: notes.filter((note) => !/shellcheck/i.test(note)),
  };
}

describe('a trial with a configuration', () => {
  it('follows it: severities, what is ignored, and what fails', async () => {
    write(
      '.sea-trial.yml',
      'rules: { DL3025: notice }\nignore: [{ check: root-user, reason: known }]\nfail-on: notice\n',
    );
    expect(await step()).toEqual({
      verdict: 'failed',
      findings: ['shell-form-start notice'],
      notes: ['Configuration: .sea-trial.yml'],
    });
    expect((await step({ inputs: { 'INPUT_FAIL-ON': 'warning' } })).verdict).toBe('passed');
  });

  it('takes the file that the input names', async () => {
    write('.sea-trial.yml', 'fail-on: notice\n');
    write('ci/quiet.yml', 'rules: { shell-form-start: off, root-user: off }\n');
    expect(await step({ inputs: { INPUT_CONFIG: 'ci/quiet.yml' } })).toEqual({
      verdict: 'passed',
      findings: [],
      notes: [`Configuration: ${path.join('ci', 'quiet.yml')}`],
    });
  });
});

describe("on an event whose code may be a stranger's", () => {
  const refusal = 'the commit comes from a fork';

  async function filesOf(commit: string, config?: string): Promise<Files | undefined> {
    const configurationFile = config === undefined ? undefined : { text: config, place: 'input config' };
    return filesWithConfigurationOf(
      commit,
      gitOf(folder, environment),
      { configurationFile },
      {
        files: systemFiles,
        workingDirectory: folder,
      },
    );
  }

  it('reads the configuration of the base, whatever the checkout says', async () => {
    write('.sea-trial.yml', 'rules: { root-user: error }\n');
    write('ci/base.yml', 'rules: { root-user: notice }\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'base');
    const base = git('rev-parse', 'HEAD');
    write('.sea-trial.yml', 'rules: { root-user: off }\n');
    write('ci/base.yml', 'rules: { root-user: off }\n');
    write('.hadolint.yaml', 'ignored: [DL3025]\n');
    const configurationFiles = await filesOf(base);
    if (configurationFiles === undefined) throw new Error('the base is there');
    expect(await step({ refusal, configurationFiles })).toEqual({
      verdict: 'failed',
      findings: ['root-user error', 'shell-form-start warning'],
      notes: [
        'Configuration files are read as they are in the base: on this event the checkout may be the work of a stranger.',
        'Configuration: .sea-trial.yml',
      ],
    });
    const named = await filesOf(base, 'ci/base.yml');
    if (named === undefined) throw new Error('the base is there');
    const { findings } = await step({
      refusal,
      configurationFiles: named,
      inputs: { INPUT_CONFIG: 'ci/base.yml' },
    });
    expect(findings).toEqual(['root-user notice', 'shell-form-start warning']);
  });

  it('finds no file of the head behind a link', async () => {
    write('kept/.sea-trial.yml', 'fail-on: never\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'base');
    const configurationFiles = await filesOf(git('rev-parse', 'HEAD'));
    write('new/odd.yml', 'rules: { root-user: off }\n');
    symlinkSync(path.join(folder, 'new', 'odd.yml'), path.join(folder, '.sea-trial.yml'));
    expect(configurationFiles?.stat(path.join(folder, '.sea-trial.yml'))).toBeUndefined();
    expect(configurationFiles?.readTextIfPresent(path.join(folder, '.sea-trial.yml'))).toBeUndefined();
    expect(configurationFiles?.readTextIfPresent(path.join(folder, 'kept/.sea-trial.yml'))).toBe('fail-on: never\n');
    expect(configurationFiles?.readTextIfPresent(path.join(folder, 'new/odd.yml'))).toContain('root-user');
  });

  it('reads none where the checkout lacks the base', async () => {
    write('.sea-trial.yml', 'rules: { root-user: off, shell-form-start: off }\n');
    expect(await filesOf('f'.repeat(40))).toBeUndefined();
    expect(await step({ refusal })).toEqual({
      verdict: 'passed',
      findings: ['root-user warning', 'shell-form-start warning'],
      notes: [
        'Configuration files are not read: on this event they may be the work of a stranger, and the checkout does not have the commit of the base.',
      ],
    });
  });
});
