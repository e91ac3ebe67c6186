import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseOfBranch, baseOfEvent } from '../../../src/commands/base/base.ts';
import type { BaseSources } from '../../../src/commands/base/against-base.ts';
import { runSettingsOf } from '../../../src/commands/run/run-settings.ts';
import { runTrials } from '../../../src/commands/run/trial.ts';
import * as v from 'valibot';
import { openDocker } from '../../../src/docker/cli.ts';
import { gitOf } from '../../../src/git/git.ts';
import { readEvent } from '../../../src/github/event.ts';
import { openGitHub } from '../../../src/github/octokit.ts';
import { type Print, systemClock, systemFiles, systemFolders } from '../../../src/ports.ts';
import { run } from '../../../src/process.ts';
import { lintSchema } from '../../../src/render/lint-schema.ts';
import { settingsFromInputs } from '../../../src/settings/settings.ts';
import { type GitHubApiOptions, startGitHubApi } from '../../support/github-api/server.ts';
import { headSha, pullRequestPayload } from '../../support/runner.ts';

let folder = '';
const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-against-base-')));
  git('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function git(...words: readonly string[]): string {
  return execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'protocol.file.allow=always', ...words],
    {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  ).trim();
}

function commit(files: Readonly<Record<string, string>> = {}): string {
  write(files);
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'x');
  return git('rev-parse', 'HEAD');
}

const dockerfile = (...lines: readonly string[]): string => ['FROM python:3.12-slim', ...lines, ''].join('\n');
const base = dockerfile('WORKDIR /app', 'COPY app.py .', 'CMD python -m http.server');
const clean = dockerfile('WORKDIR /app', 'COPY app.py .', 'USER 1000', 'CMD ["python", "-m", "http.server"]');

/** A step with `mode: lint`: what of it is new, what remains, and what the base had. */
async function lintStep(sources: BaseSources, inputs: Readonly<Record<string, string>> = {}) {
  const notes: string[] = [];
  const ports = { clock: systemClock, files: systemFiles, workingDirectory: folder, environment };
  const print: Print = { result: () => {}, note: (line) => notes.push(line), progress: () => {} };
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
      runId: 'against-base',
      onImage: () => {},
      ...sources,
    },
    Promise.resolve({ head: headSha, tested: headSha }),
  );
  const [trial] = report.trials;
  if (trial === undefined) throw new Error('there is no trial');
  const since = (which: string | undefined) =>
    trial.findings
      .filter(({ since: told, check }) => told === which && !check.startsWith('shellcheck/')) // not on every machine
      .map(({ check }) => check);
  const { comparison } = trial;
  return {
    verdict: trial.verdict,
    base: report.commit?.base,
    new: since('new'),
    remaining: since('remaining'),
    unknown: since(undefined),
    fixed: comparison?.fixed.map(({ check }) => check),
    counts: [comparison?.new, comparison?.remaining],
    notes: notes.filter((note) => /base/.test(note)),
  };
}

/** As if this were a step of a pull request whose event names that base. */
async function pullRequest(
  named: string,
  head: string,
  {
    inputs,
    api,
    commits,
  }: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly api?: GitHubApiOptions;
    readonly commits?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  } = {},
) {
  await using server = await startGitHubApi(api);
  for (const [sha, files] of Object.entries(commits ?? {})) server.repository.commits.set(sha, files);
  const payload = path.join(folder, '.git', 'event.json');
  writeFileSync(payload, JSON.stringify(pullRequestPayload({ head, base: named })));
  const event = readEvent(
    {
      GITHUB_REPOSITORY: 'octo/api',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: payload,
      GITHUB_API_URL: server.url,
    },
    systemFiles,
  );
  if (event === undefined) throw new Error('this is no workflow');
  const found = baseOfEvent(event, gitOf(folder, environment), async () =>
    openGitHub({
      token: server.token,
      repository: event.repository,
      clock: systemClock,
      patienceMs: 5_000,
      retryPauseMs: 1,
    }),
  );
  const seen = await lintStep({ base: found }, inputs);
  expect(server.violations).toEqual([]);
  return {
    ...seen,
    requests: server.requests.map(({ method, path: asked }) => `${method} ${asked.replace(/[0-9a-f]{40}/, 'ID')}`),
  };
}

describe('a pull request, against its base', () => {
  it('tells what is new, what remains and what is fixed', async () => {
    const before = commit({ Dockerfile: base, 'app.py': '' });
    const head = commit({
      Dockerfile: dockerfile(
        'WORKDIR /app',
        'RUN cd /tmp && apt-get update && apt-get install -y git',
        'COPY app.py .',
        'CMD ["python", "-m", "http.server"]',
      ),
    });
    const seen = await pullRequest(before, head);
    expect(seen).toMatchObject({
      verdict: 'passed',
      base: before,
      remaining: ['root-user'],
      unknown: [],
      fixed: ['shell-form-start'],
      notes: [],
      requests: [],
    });
    expect(seen.new).toContain('apt-lists-left');
  });

  it('what the pull request edits without mending it remains', async () => {
    const before = commit({ Dockerfile: base.replace('COPY', 'RUN cd /srv && make install\nCOPY'), 'app.py': '' });
    const head = commit({
      Dockerfile: base.replace('COPY', 'RUN cd /srv && make all install\nCOPY').replace('python', 'python3'),
    });
    expect(await pullRequest(before, head)).toMatchObject({
      new: [],
      remaining: ['cd-instead-of-workdir', 'root-user', 'shell-form-start'],
      fixed: [],
    });
    const other = commit({ Dockerfile: base.replace('COPY', 'RUN cd /opt; ./configure --prefix=/usr\nCOPY') });
    expect(await pullRequest(before, other)).toMatchObject({
      new: ['cd-instead-of-workdir'],
      fixed: ['cd-instead-of-workdir'],
    });
  });

  it('knows a finding again whose line has moved, or whose file', async () => {
    const before = commit({ Dockerfile: base, 'app.py': '' });
    mkdirSync(path.join(folder, 'docker'));
    renameSync(path.join(folder, 'Dockerfile'), path.join(folder, 'docker', 'Dockerfile'));
    const head = commit({ 'docker/Dockerfile': base.replace('WORKDIR', '# moved\n\nWORKDIR') });
    expect(await pullRequest(before, head, { inputs: { INPUT_FILE: 'docker/Dockerfile' } })).toMatchObject({
      new: [],
      remaining: ['root-user', 'shell-form-start'].toSorted(),
      fixed: [],
    });
  });

  it('takes the side that the merge commit was merged into, for the event may be older', async () => {
    const old = commit({ Dockerfile: clean, 'app.py': '' });
    git('checkout', '--quiet', '-b', 'feature');
    const head = commit({ 'app.py': '1' });
    git('checkout', '--quiet', 'main');
    const newer = commit({ Dockerfile: base });
    git('merge', '--quiet', '--no-edit', 'feature');
    expect(await pullRequest(old, head)).toMatchObject({
      base: newer,
      new: [],
      remaining: ['root-user', 'shell-form-start'],
    });
  });

  it('where the head itself is checked out, takes the commit where it left its base', async () => {
    commit({ Dockerfile: base, 'app.py': '' });
    git('checkout', '--quiet', '-b', 'feature');
    const head = commit({ 'app.py': '1' });
    git('checkout', '--quiet', 'main');
    const newer = commit({ Dockerfile: clean });
    git('checkout', '--quiet', 'feature');
    expect(await pullRequest(newer, head)).toMatchObject({ new: [], remaining: ['root-user', 'shell-form-start'] });
  });

  it('reads files of the context as they are in the base', async () => {
    const whole = clean.replace('app.py .', '. .');
    const before = commit({ Dockerfile: whole, 'app.py': '', '.dockerignore': '.git\n' });
    rmSync(path.join(folder, '.dockerignore'));
    const head = commit();
    expect(await pullRequest(before, head)).toMatchObject({ new: ['context-leaks'], fixed: [] });
    const back = commit({ '.dockerignore': '.git\n' });
    expect(await pullRequest(head, back)).toMatchObject({ new: [], fixed: ['context-leaks'] });
  });

  it('what no commit has is the same on both sides', async () => {
    const before = commit({
      Dockerfile: clean.replace('app.py .', '. .'),
      'app.py': '',
      '.gitignore': '.env\n',
      '.dockerignore': '.git\n',
    });
    const head = commit({ 'app.py': '1' });
    write({ '.env': 'SECRET_KEY=1\n' });
    const seen = await pullRequest(before, head);
    expect(seen.remaining).toContain('context-leaks');
    expect(seen.new).toEqual([]);
  });

  it('a new Dockerfile brings all of its findings', async () => {
    const before = commit({ 'app.py': '' });
    const head = commit({ Dockerfile: base });
    expect(await pullRequest(before, head)).toMatchObject({
      new: ['root-user', 'shell-form-start'],
      remaining: [],
      fixed: [],
    });
  });

  it('a finding that a comment silences is not fixed', async () => {
    const before = commit({ Dockerfile: base, 'app.py': '' });
    const head = commit({
      Dockerfile: base.replace('CMD', '# sea-trial ignore=shell-form-start,root-user known\nCMD'),
    });
    expect(await pullRequest(before, head)).toMatchObject({ new: [], remaining: [], fixed: [] });
  });
});

describe('in a shallow clone', () => {
  const shallow = (...options: readonly string[]): string => {
    const clone = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-shallow-')));
    git('clone', '--quiet', ...(options.length === 0 ? ['--depth', '1'] : options), `file://${folder}`, clone);
    rmSync(folder, { recursive: true });
    return (folder = clone);
  };

  it('asks GitHub for the files, and for none but those that differ and are read', async () => {
    const kept = { 'app.py': 'same\n', 'pyproject.toml': '[project]\n', 'image.png': 'x' };
    const before = commit({ Dockerfile: base, '.dockerignore': '.git\n', ...kept });
    const head = commit({ Dockerfile: `${clean}RUN cd /tmp\n`, '.dockerignore': '.git\nx\n', 'image.png': 'y' });
    shallow();
    const seen = await pullRequest(before, head, {
      commits: { [before]: { Dockerfile: base, '.dockerignore': '.git\n', ...kept } },
    });
    expect(seen).toMatchObject({
      base: before,
      new: ['cd-instead-of-workdir'],
      fixed: ['root-user', 'shell-form-start'],
      notes: [],
    });
    expect(seen.requests.filter((each) => each.includes('trees'))).toEqual(['GET /repos/octo/api/git/trees/ID']);
    expect(seen.requests.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['the commit is not known', {}, 'GitHub answered 404'],
    [
      'the token is refused',
      { faults: [{ kind: 'answer', status: 401, body: { message: 'Bad credentials' } }] },
      'GitHub answered 401',
    ],
  ] as const)('where %s, it is told and all findings count', async (_, api, why) => {
    const before = commit({ Dockerfile: base, 'app.py': '' });
    const head = commit({ 'app.py': '1' });
    shallow();
    const seen = await pullRequest(before, head, {
      api,
      inputs: { 'INPUT_ONLY-NEW': 'true', 'INPUT_FAIL-ON': 'warning' },
    });
    expect(seen).toMatchObject({ verdict: 'failed', unknown: ['root-user', 'shell-form-start'], fixed: undefined });
    expect(seen.notes).toEqual([expect.stringContaining(why)]);
    expect(seen.notes[0]).toContain('So all of them count (only-new).');
  });

  it('in one that is only partial, no old content is fetched by git', async () => {
    git('config', 'uploadpack.allowFilter', 'true');
    const before = commit({ Dockerfile: base, 'app.py': '' });
    const head = commit({ Dockerfile: clean });
    shallow('--filter=blob:none');
    const seen = await pullRequest(before, head, { commits: { [before]: { Dockerfile: base, 'app.py': '' } } });
    expect(seen).toMatchObject({ new: [], remaining: [], fixed: ['root-user', 'shell-form-start'], notes: [] });
    expect(seen.requests).toContain('GET /repos/octo/api/git/blobs/ID');
  });

  it('where a file cannot be had, nothing is compared', async () => {
    const before = commit({ Dockerfile: base, 'app.py': '' });
    const head = commit({ Dockerfile: clean });
    shallow();
    const seen = await pullRequest(before, head, {
      commits: { [before]: { Dockerfile: base, 'app.py': '' } },
      api: { faults: [{ path: /blobs/, kind: 'answer', status: 404, body: { message: 'Not Found' } }] },
    });
    expect(seen).toMatchObject({
      fixed: undefined,
      notes: ['The findings are not compared with the base: its files cannot be had.'],
    });
  });
});

describe('only-new', () => {
  const onlyNew = { 'INPUT_ONLY-NEW': 'true', 'INPUT_FAIL-ON': 'notice' };

  it('passes with what the base has too, and fails for what is added', async () => {
    const before = commit({ Dockerfile: base, 'app.py': '' });
    const same = commit({ 'app.py': '1' });
    expect(await pullRequest(before, same, { inputs: { 'INPUT_FAIL-ON': 'notice' } })).toMatchObject({
      verdict: 'failed',
    });
    expect(await pullRequest(before, same, { inputs: onlyNew })).toMatchObject({ verdict: 'passed' });
    const worse = commit({ Dockerfile: base.replace('COPY', 'RUN cd /tmp\nCOPY') });
    expect(await pullRequest(before, worse, { inputs: onlyNew })).toMatchObject({
      verdict: 'failed',
      new: ['cd-instead-of-workdir'],
    });
  });

  it('in a terminal compares with where the branch left main, work that is not committed included', async () => {
    commit({ Dockerfile: base, 'app.py': '' });
    git('checkout', '--quiet', '-b', 'feature');
    commit({ 'app.py': '1' });
    write({ Dockerfile: base.replace('COPY', 'RUN cd /tmp\nCOPY') });
    expect(await lintStep({ base: baseOfBranch(gitOf(folder, environment)) }, onlyNew)).toMatchObject({
      verdict: 'failed',
      new: ['cd-instead-of-workdir'],
      remaining: ['root-user', 'shell-form-start'],
    });
  });
});

describe('sea-trial lint --only-new', () => {
  const lint = async (...words: readonly string[]) => {
    const cli = path.resolve(import.meta.dirname, '../../../src/cli.ts');
    const ended = await run(
      [process.execPath, cli, 'lint', '--only-new', '--fail-on', 'notice', '--shellcheck', 'never', ...words],
      {
        deadlineMs: 30_000,
        environment: { ...environment, LANG: 'C.UTF-8' },
        cwd: folder,
      },
    );
    return ended;
  };

  it('fails for what the branch brings alone, and JSON tells which that is', async () => {
    commit({ Dockerfile: base, 'app.py': '' });
    git('checkout', '--quiet', '-b', 'feature');
    commit({ 'app.py': '1' });
    expect(await lint()).toMatchObject({ exitCode: 0, stderr: '' });
    write({ Dockerfile: base.replace('COPY', 'RUN cd /tmp\nCOPY') });
    const { exitCode, stdout } = await lint('--format', 'json');
    const { files } = v.parse(lintSchema, JSON.parse(stdout));
    const findings = files.flatMap((file) => ('findings' in file ? file.findings : []));
    expect([exitCode, findings.map(({ check, since }) => [check, since])]).toEqual([
      1,
      [
        ['cd-instead-of-workdir', 'new'],
        ['root-user', 'remaining'],
        ['shell-form-start', 'remaining'],
      ],
    ]);
  });

  it('counts all where there is no base, and says why', async () => {
    git('checkout', '--quiet', '-b', 'feature');
    write({ Dockerfile: base });
    const { exitCode, stderr } = await lint();
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('So all of them count (only-new).')]);
  });
});
