import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { baseOfBranch } from '../../../src/commands/base/base.ts';
import { runSettingsOf } from '../../../src/commands/run/run-settings.ts';
import { runTrials, type TrialCommandPorts } from '../../../src/commands/run/trial.ts';
import { openDocker } from '../../../src/docker/cli.ts';
import { gitOf } from '../../../src/git/git.ts';
import { systemClock, systemFiles, systemFolders } from '../../../src/ports.ts';
import type { Report } from '../../../src/report.ts';
import { settingsFromInputs } from '../../../src/settings/settings.ts';
import { loopback, passed } from '../../support/reports.ts';

// `only-affected` in mode lint, which needs no engine: which trials run, and what is told of the others.

let home = '';
let notes: string[] = [];

const dockerfile = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nUSER 1000\nCMD ["python", "-m", "http.server"]\n';
const configuration = `trials:
  a: { context: a, probes: [GET /a 200] }
  b: { context: b, probes: [GET /b 200] }
`;

beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-affected-')));
  notes = [];
  git('init', '--quiet', '--initial-branch=main');
  commit({ '.sea-trial.yml': configuration, ...service('a'), ...service('b') });
  git('checkout', '--quiet', '-b', 'work');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function service(name: string): Readonly<Record<string, string>> {
  return { [`${name}/Dockerfile`]: dockerfile, [`${name}/.dockerignore`]: '.git\n', [`${name}/app.py`]: '' };
}

function git(...words: readonly string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c'];
  return execFileSync('git', [...who, ...words], { cwd: home, encoding: 'utf8' }).trim();
}

function commit(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'work');
  return git('rev-parse', 'HEAD');
}

async function verdicts(more: Partial<TrialCommandPorts> = {}): Promise<readonly string[]> {
  const { trials } = await reported(more);
  return trials.map(({ name, verdict }) => `${name} ${verdict}`);
}

async function reported(more: Partial<TrialCommandPorts> = {}): Promise<Report> {
  const environment = { PATH: process.env['PATH'] };
  const ports = {
    clock: systemClock,
    files: systemFiles,
    workingDirectory: home,
    environment,
    print: { result: () => {}, note: (line: string) => notes.push(line), progress: () => {} },
  };
  const settings = settingsFromInputs({ INPUT_MODE: 'lint', 'INPUT_ONLY-AFFECTED': 'true' });
  const { report } = await runTrials(
    await runSettingsOf(settings, ports),
    {
      ...ports,
      folders: systemFolders,
      docker: openDocker(environment, ports),
      signal: new AbortController().signal,
      version: '0',
      engineComesWithinMs: 0,
      runId: 'affected',
      onImage: () => {},
      base: baseOfBranch(gitOf(home, environment)),
      ...more,
    },
    Promise.resolve(undefined),
  );
  return report;
}

/** The last report of a trial, as the cache gives it. */
function lastReport(of: Report, tested: string): NonNullable<TrialCommandPorts['lastReport']> {
  return async (name) => ({
    ...of,
    commit: { head: tested, tested },
    trials: of.trials.map((trial) => ({ ...trial, name })),
  });
}

describe('only what a change touches', () => {
  test('runs; the others are skipped as unchanged since the base', async () => {
    commit({ 'b/app.py': 'print(1)\n' });
    const { trials } = await reported();
    expect(trials.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['a skipped', 'b passed']);
    const base = git('rev-parse', '--short=7', 'main');
    expect(trials[0]).toMatchObject({
      cause: undefined,
      because: `unchanged since ${base}: the one changed file does not reach it`,
      findings: [],
    });
  });

  test('by its own settings is that trial, by the rules of the file are all, by a line of space none', async () => {
    commit({ '.sea-trial.yml': configuration.replace('GET /a 200', 'GET /a 204') });
    expect(await verdicts()).toEqual(['a passed', 'b skipped']);
    commit({ '.sea-trial.yml': `rules: { root-user: error }\n${configuration}` });
    expect(await verdicts()).toEqual(['a passed', 'b passed']);
    commit({ '.sea-trial.yml': `# trials\n\n${configuration}` });
    expect(await verdicts()).toEqual(['a skipped', 'b skipped']);
  });

  test('is not known where the base had a file that could not be followed: then all run', async () => {
    git('checkout', '--quiet', 'main');
    commit({ '.sea-trial.yml': 'trials: [a\n' });
    git('checkout', '--quiet', '-B', 'work');
    commit({ '.sea-trial.yml': configuration });
    expect(await verdicts()).toEqual(['a passed', 'b passed']);
  });

  test('is not known without a base: all run, and why is told', async () => {
    expect(await verdicts({ base: Promise.resolve({ because: 'the clone is shallow' }) })).toEqual([
      'a passed',
      'b passed',
    ]);
    expect(notes).toContain('All trials run (only-affected): the clone is shallow.');
  });

  test('leaves out what passed last, and says where; what failed last runs', async () => {
    const base = git('rev-parse', 'main');
    commit({ 'b/app.py': 'print(1)\n' });
    const { trials } = await reported({ lastReport: lastReport(passed, base) });
    expect(trials[0]).toMatchObject({ verdict: 'skipped', lastPassed: base });
    expect(trials[0]?.because).toContain(`; it last passed at ${base.slice(0, 7)}`);
    expect(await verdicts({ lastReport: lastReport(loopback, base) })).toEqual(['a passed', 'b passed']);
  });
});

describe('on a push to the default branch', () => {
  test('a trial is left alone only where it is known to have passed, and nothing touched it since then', async () => {
    const first = git('rev-parse', 'main');
    const second = commit({ 'a/app.py': 'print(2)\n' });
    commit({ 'b/app.py': 'print(3)\n' });
    // The event of the third commit tells the second as its base.
    const base = baseOfBranch(gitOf(home, process.env)).then((found) => ({ ...found, commit: second }));
    const pushed = { base, isBaseItself: true } as const;
    expect(await verdicts(pushed)).toEqual(['a passed', 'b passed']);
    expect(await verdicts({ ...pushed, lastReport: lastReport(passed, second) })).toEqual(['a skipped', 'b passed']);
    // The run of the second commit was cancelled, so its change of `a` was never tried.
    expect(await verdicts({ ...pushed, lastReport: lastReport(passed, first) })).toEqual(['a passed', 'b passed']);
  });
});
