import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type ProcessResult } from '../../src/process.ts';
import { lintSchema } from '../../src/render/lint-schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-configured-'));
  mkdirSync(path.join(folder, '.git'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The command itself, as a program of its own. */
async function seaTrial(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProcessResult> {
  return run([process.execPath, path.join(root, 'src/cli.ts'), ...words], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...environment },
    cwd: folder,
  });
}

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What lint says of each file: the checks with their severities, and the ignored ones with their reasons. */
function told({ stdout }: ProcessResult) {
  return v
    .parse(lintSchema, JSON.parse(stdout))
    .files.map((file) =>
      'error' in file
        ? [file.path, file.error]
        : [
            file.path,
            file.findings.map(({ check, severity }) => `${check} ${severity}`),
            file.ignored.map(({ check, reason }) => `${check}: ${reason}`),
          ],
    );
}

const json = ['lint', '--shellcheck', 'never', '--format', 'json'];
/** Two flaws: a shell form, and nobody but root. */
const shellForm =
  'FROM python:3.12-slim\nWORKDIR /app\nCOPY app.py .\nEXPOSE 8000\nCMD uvicorn app:app --host 0.0.0.0\n';
const threshold =
  ".hadolint.yaml: it has no `failure-threshold`, and hadolint's own default, `info`, is not taken over: what fails is an error. Write `failure-threshold: info` to fail as hadolint does.";

describe('sea-trial lint with a configuration', () => {
  it('follows it, and says which file it read, once for all Dockerfiles', async () => {
    write('a/Dockerfile', shellForm);
    write('b/Dockerfile', shellForm);
    for (const name of ['a', 'b']) write(`${name}/app.py`, 'app = object()\n');
    write(
      '.sea-trial.yml',
      'rules:\n  shell-form-start: error\n  root-usr: off\nignore:\n  - { check: root-user, reason: the platform sets it, paths: [b] }\n',
    );
    const result = await seaTrial([...json, 'a/Dockerfile', 'b/Dockerfile']);
    expect(told(result)).toEqual([
      [path.join('a', 'Dockerfile'), ['root-user warning', 'shell-form-start error'], []],
      [path.join('b', 'Dockerfile'), ['shell-form-start error'], ['root-user: the platform sets it']],
    ]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toBe(
      'Configuration: .sea-trial.yml\n.sea-trial.yml:3:3: "root-usr" is no check, so it has no effect. Write "root-user".\n',
    );
  });

  it("follows hadolint's: what it ignores is counted, what it overrides is switched on", async () => {
    write(
      'Dockerfile',
      `${shellForm}# hadolint ignore=DL3000\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\n`,
    );
    write('app.py', 'app = object()\n');
    write('.hadolint.yaml', 'ignored:\n  - DL3025\noverride:\n  info:\n    - DL3008\n');
    const result = await seaTrial([...json, 'Dockerfile']);
    expect(told(result)).toEqual([
      [
        'Dockerfile',
        ['root-user warning', 'unpinned-apt-packages notice'],
        ['shell-form-start: by .hadolint.yaml:2:5'],
      ],
    ]);
    expect(result.stderr).toBe(`Configuration: .hadolint.yaml\n${threshold}\n`);
    expect(result.exitCode).toBe(0);
  });

  it('fails from where the flag says, else from where the file says', async () => {
    write('Dockerfile', shellForm);
    write('app.py', 'app = object()\n');
    write('.hadolint.yaml', 'failure-threshold: warning\n');
    expect((await seaTrial(['lint'])).exitCode).toBe(1);
    expect((await seaTrial(['lint', '--fail-on', 'error'])).exitCode).toBe(0);
    expect((await seaTrial(['lint'], { HADOLINT_NOFAIL: '1' })).exitCode).toBe(0);
    write('.sea-trial.yml', 'fail-on: error\n');
    expect((await seaTrial(['lint'])).exitCode).toBe(0);
  });

  it('reads the file that --config names', async () => {
    write('Dockerfile', shellForm);
    write('.sea-trial.yml', 'fail-on: warning\n');
    write('ci/lenient.yml', 'fail-on: never\n');
    const result = await seaTrial(['lint', '--config', 'ci/lenient.yml']);
    expect([result.exitCode, result.stderr]).toEqual([0, `Configuration: ${path.join('ci', 'lenient.yml')}\n`]);
  });

  it('ends 2 with one sentence where the file cannot be followed', async () => {
    write('Dockerfile', shellForm);
    write('.sea-trial.yml', 'rules:\n  root-user: none\n');
    const { exitCode, stdout, stderr } = await seaTrial(['lint']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'sea-trial: .sea-trial.yml:2:14: `rules.root-user` is "none", and "error", "warning", "notice", "off" or a mapping is expected. Write one of them.\n',
    );
  });

  it('takes comments their force, and wants a reason, where it says so', async () => {
    write('app.py', 'app = object()\n');
    write(
      'Dockerfile',
      shellForm.replace(
        'CMD',
        '# sea-trial ignore=shell-form-start\n# sea-trial ignore=root-user the platform sets it\nCMD',
      ),
    );
    write('.sea-trial.yml', 'require-reason: true\n');
    expect(told(await seaTrial(json))).toEqual([
      [
        'Dockerfile',
        ['ignore-without-reason notice'],
        ['root-user: the platform sets it', 'shell-form-start: `# sea-trial ignore=shell-form-start` at line 5'],
      ],
    ]);
    write('.sea-trial.yml', 'inline-ignores: false\n');
    expect(told(await seaTrial(json))).toEqual([['Dockerfile', ['root-user warning', 'shell-form-start warning'], []]]);
  });

  it('tells an id of --ignore that no check has', async () => {
    write('Dockerfile', shellForm);
    const { stderr } = await seaTrial(['lint', '--ignore', 'shel-form-start,DL3002,root-user']);
    expect(stderr).toBe('--ignore: "shel-form-start" is no check, so it has no effect. Write "shell-form-start".\n');
  });

  describe('tells what it ignores in vain', () => {
    const vain = (place: string, check: string): string =>
      `.sea-trial.yml:${place}: "${check}" is ignored, and no Dockerfile that this is for has such a finding. Delete it.\n`;

    it('once all Dockerfiles below it were linted, with line and column', async () => {
      write('a/Dockerfile', shellForm);
      write('b/Dockerfile', shellForm);
      write(
        '.sea-trial.yml',
        [
          'ignore:',
          '  - root-user',
          '  - sudo-in-run',
          '  - { check: DL3025, paths: [a] }',
          '  - check: shell-form-start',
          '    paths: [c]',
          '  - { check: DL3000, reason: it was one }',
          '',
        ].join('\n'),
      );
      const notes = `Configuration: .sea-trial.yml\n${vain('3:5', 'sudo-in-run')}${vain('5:12', 'shell-form-start')}${vain('7:14', 'DL3000')}`;
      expect((await seaTrial(json)).stderr).toBe(notes);
      expect((await seaTrial([...json, 'b/Dockerfile', 'a/Dockerfile'])).stderr).toBe(notes);
      expect((await seaTrial([...json, '--fix', '--diff'])).stderr).toBe(notes);
      expect((await seaTrial([...json, 'a/Dockerfile'])).stderr).toBe('Configuration: .sea-trial.yml\n');
    });

    it('and not what is off, what another program has to say, or what only a run can find', async () => {
      write('Dockerfile', shellForm);
      write(
        '.sea-trial.yml',
        'rules: { missing-expose: off }\nignore: [DL3008, SC2086, UndefinedVar, missing-expose, out-of-memory, loopback-host]\n',
      );
      write('.hadolint.yaml', 'ignored: [DL3000]\nfailure-threshold: error\n');
      const { stderr } = await seaTrial(json, { HADOLINT_IGNORE: 'DL3004' });
      expect(stderr).toBe('Configuration: .sea-trial.yml, HADOLINT_IGNORE, .hadolint.yaml\n');
    });
  });

  it('loads the reader of YAML only where there is something to read', async () => {
    write('Dockerfile', shellForm);
    const hook =
      'import{registerHooks}from"node:module";registerHooks({resolve(name,context,next){if(name==="yaml")console.error(name);return next(name,context)}})';
    const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
    expect((await seaTrial(['lint'], environment)).stderr).toBe('');
    write('.sea-trial.yml', 'fail-on: never\n');
    expect((await seaTrial(['lint'], environment)).stderr).toBe('yaml\nConfiguration: .sea-trial.yml\n');
  });
});
