import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { systemFiles } from '../../src/ports.ts';
import { configurationReader, withoutConfiguration, type Configuration } from '../../src/settings/configuration.ts';

let top = '';
/** The working directory: a repository of its own. */
let folder = '';

beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), 'sea-trial-configuration-'));
  folder = path.join(top, 'repository');
  mkdirSync(path.join(folder, '.git'), { recursive: true });
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = path.resolve(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

interface Asked {
  readonly dockerfile?: string;
  readonly config?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

async function configuration({
  dockerfile = 'Dockerfile',
  config,
  environment = {},
}: Asked = {}): Promise<Configuration> {
  const read = configurationReader(
    { configurationFile: config === undefined ? undefined : { text: config, place: '--config' } },
    { files: systemFiles, environment, workingDirectory: folder },
  );
  return read(path.join(folder, dockerfile));
}

async function refusal(asked: Asked = {}): Promise<string> {
  try {
    await configuration(asked);
  } catch (error) {
    if (error instanceof UserError) return error.sentence();
    throw error;
  }
  return 'followed';
}

const threshold =
  ".hadolint.yaml: it has no `failure-threshold`, and hadolint's own default, `info`, is not taken over: what fails is an error. Write `failure-threshold: info` to fail as hadolint does.";

describe('where a configuration is looked for', () => {
  it('says nothing where there is none', async () => {
    expect(await configuration({ dockerfile: 'services/api/Dockerfile' })).toEqual(withoutConfiguration);
  });

  it('takes the nearest file of each kind, from the folder of the Dockerfile upward', async () => {
    write('.sea-trial.yml', 'fail-on: notice\n');
    write('.hadolint.yaml', 'failure-threshold: error\nignored: [DL3008]\n');
    write('services/.sea-trial.yml', 'fail-on: warning\n');
    const found = await configuration({ dockerfile: 'services/api/Dockerfile' });
    expect(found.notes).toEqual([`Configuration: ${path.join('services', '.sea-trial.yml')}, .hadolint.yaml`]);
    expect(found.failOn).toBe('warning');
    expect(found.ignore).toEqual([{ check: 'DL3008', reason: 'by .hadolint.yaml:2:11' }]);
  });

  it('does not look above the root of the repository', async () => {
    write('../.sea-trial.yml', 'fail-on: notice\n');
    expect(await configuration()).toEqual(withoutConfiguration);
  });

  it('without a repository does not look above the working directory', async () => {
    rmSync(path.join(folder, '.git'), { recursive: true });
    write('../.sea-trial.yml', 'fail-on: notice\n');
    expect(await configuration({ dockerfile: 'a/Dockerfile' })).toEqual(withoutConfiguration);
    write('.sea-trial.yml', 'fail-on: warning\n');
    expect((await configuration({ dockerfile: 'a/Dockerfile' })).failOn).toBe('warning');
  });

  it("reads the user's own hadolint file only where the repository has none", async () => {
    write('../home/.config/hadolint.yaml', 'ignored: [DL4000]\nfailure-threshold: style\n');
    const environment = { HOME: path.join(top, 'home') };
    expect((await configuration({ environment })).ignore.map(({ check }) => check)).toEqual(['DL4000']);
    write('.hadolint.yml', 'ignored: [DL3008]\nfailure-threshold: style\n');
    expect((await configuration({ environment })).ignore.map(({ check }) => check)).toEqual(['DL3008']);
  });

  it('reads the file that is named, and no other', async () => {
    write('.sea-trial.yml', 'fail-on: notice\n');
    write('ci/strict.yml', 'fail-on: warning\n');
    write('ci/hadolint.yaml', 'failure-threshold: style\n');
    expect((await configuration({ config: 'ci/strict.yml' })).failOn).toBe('warning');
    expect((await configuration({ config: 'ci/hadolint.yaml' })).failOn).toBe('notice');
    expect(await refusal({ config: 'absent.yml' })).toBe(
      '--config: there is no configuration file at "absent.yml". Name the file, or leave it out, and it is looked for.',
    );
  });
});

describe('ours', () => {
  it('gives severities, ignores with reasons, and what rules need', async () => {
    write(
      '.sea-trial.yml',
      `rules:
  DL3008: warning
  root-user: off
  shell-form-start: { severity: error, paths: ['services/**'] }
ignore:
  - missing-workdir
  - check: DL3042
    reason: the cache is wanted
    paths: [services/api]
trusted-registries: [docker.io]
label-schema: { maintainer: email }
strict-labels: true
require-reason: true
inline-ignores: false
fail-on: warning
`,
    );
    expect(await configuration({ dockerfile: 'services/api/Dockerfile' })).toEqual({
      severities: { dl3008: 'warning', 'root-user': 'off', 'shell-form-start': 'error' },
      ignore: [
        { check: 'missing-workdir', reason: 'by .sea-trial.yml:6:5' },
        { check: 'DL3042', reason: 'the cache is wanted' },
      ],
      placedIgnores: [
        { check: 'missing-workdir', place: '.sea-trial.yml:6:5', folder, isForThis: true },
        { check: 'DL3042', place: '.sea-trial.yml:7:12', folder, isForThis: true },
      ],
      ruleSettings: {
        trustedRegistries: ['docker.io'],
        labelSchema: new Map([['maintainer', 'email']]),
        strictLabels: true,
      },
      requireReason: true,
      withoutPragmas: true,
      failOn: 'warning',
      notes: [
        'Configuration: .sea-trial.yml',
        '.sea-trial.yml:6:5: `missing-workdir` is ignored without a reason. Write it as `reason:`.',
      ],
    });
    const elsewhere = await configuration({ dockerfile: 'jobs/Dockerfile' });
    expect(elsewhere.severities).toEqual({ dl3008: 'warning', 'root-user': 'off' });
    expect(elsewhere.ignore.map(({ check }) => check)).toEqual(['missing-workdir']);
    expect(elsewhere.placedIgnores.map(({ isForThis }) => isForThis)).toEqual([true, false]);
  });

  it('tells unknown keys and ids at their place, with the nearest name, and follows the rest', async () => {
    write(
      '.sea-trial.yml',
      `fail-on: never
ignroe: [DL3008]
rules:
  root-usr: off
  loopback-host: { severity: notice, path: [a] }
  DL3003: notice
  buildkit/UndefinedVar: off
  server-not-installed: notice
ignore:
  - { check: nothing-like-this, reson: none }
`,
    );
    const { notes, failOn } = await configuration();
    expect(failOn).toBe('never');
    expect(notes.slice(1)).toEqual([
      '.sea-trial.yml:2:1: "ignroe" is no key here, so it has no effect. Write "ignore".',
      '.sea-trial.yml:5:38: "path" is no key here, so it has no effect. Write "paths".',
      '.sea-trial.yml:10:33: "reson" is no key here, so it has no effect. Write "reason".',
      '.sea-trial.yml:4:3: "root-usr" is no check, so it has no effect. Write "root-user".',
      '.sea-trial.yml:10:14: "nothing-like-this" is no check, so it has no effect. Write the id of a check as it stands in a finding.',
    ]);
  });

  it.each([
    [
      'rules:\n  DL3008: warn\n',
      '.sea-trial.yml:2:11: `rules.DL3008` is "warn", and "error", "warning", "notice", "off" or a mapping is expected. Write "warning".',
    ],
    [
      'rules:\n  DL3008: { severity: eror }\n',
      '.sea-trial.yml:2:23: `rules.DL3008.severity` is "eror", and "error", "warning", "notice" or "off" is expected. Write "error".',
    ],
    ['# comment\nignore: DL3008\n', '.sea-trial.yml:2:9: `ignore` is "DL3008", and a list is expected. Write a list.'],
    [
      'label-schema:\n  version: semvre\n',
      '.sea-trial.yml:2:12: `label-schema.version` is "semvre", and "text", "url", "rfc3339", "spdx", "hash", "semver" or "email" is expected. Write "semver".',
    ],
    ['- a\n', '.sea-trial.yml:1:1: the file is a list, and a mapping is expected. Write a mapping.'],
    [
      'strict-labels: maybe\n',
      '.sea-trial.yml:1:16: `strict-labels` is "maybe", and true or false is expected. Write true or false.',
    ],
    [
      'fail-on: error\nfail-on: never\n',
      '.sea-trial.yml:2:1: this is no valid YAML: Map keys must be unique. Mend the line; nothing of the file is in force until then.',
    ],
    [
      'fail-on: never\n---\nfail-on: error\n',
      '.sea-trial.yml:2:1: a second document begins here, and a configuration is one. Mend the line; nothing of the file is in force until then.',
    ],
    [
      `${['a', 'b', 'c', 'd'].map((name, index) => `${name}: &${name} [${`${index === 0 ? 1 : `*${'abcd'[index - 1]}`},`.repeat(9)}]`).join('\n')}\n`,
      '.sea-trial.yml: its aliases cannot be followed: Excessive alias count indicates a resource exhaustion attack. Write the values out.',
    ],
  ])('refuses a value that cannot be followed: %j', async (text, sentence) => {
    write('.sea-trial.yml', text);
    expect(await refusal()).toBe(sentence);
  });

  it('takes names that mean something to JavaScript for names', async () => {
    write('.sea-trial.yml', 'rules: { valueOf: off, loopback-host: off }\ntoString: 1\n');
    const { severities, notes } = await configuration();
    expect(severities).toEqual({ valueof: 'off', 'loopback-host': 'off' });
    expect(notes).toHaveLength(3);
  });

  it.each(['', '# nothing yet\n', '---\n', 'ignore:\nrules:\n'])('may be empty: %j', async (text) => {
    write('.sea-trial.yml', text);
    expect(await configuration()).toEqual({ ...withoutConfiguration, notes: ['Configuration: .sea-trial.yml'] });
  });
});

describe("hadolint's", () => {
  it('is understood whole', async () => {
    write(
      '.hadolint.yaml',
      `ignored: [DL3003, SC2086]
override:
  error: [DL3015]
  warning: [DL3008]
  info: [DL3025]
  style: [DL3059]
trustedRegistries: [docker.io, "*.example.com"]
label-schema:
  maintainer: text
  version: semver
strict-labels: true
disable-ignore-pragma: true
failure-threshold: style
no-fail: true
`,
    );
    expect(await configuration()).toEqual({
      severities: { dl3015: 'error', dl3008: 'warning', dl3025: 'notice', dl3059: 'notice' },
      ignore: [
        { check: 'DL3003', reason: 'by .hadolint.yaml:1:11' },
        { check: 'SC2086', reason: 'by .hadolint.yaml:1:19' },
      ],
      placedIgnores: [],
      ruleSettings: {
        trustedRegistries: ['docker.io', '*.example.com'],
        labelSchema: new Map([
          ['maintainer', 'text'],
          ['version', 'semver'],
        ]),
        strictLabels: true,
      },
      requireReason: false,
      withoutPragmas: true,
      failOn: 'never',
      notes: ['Configuration: .hadolint.yaml'],
    });
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
    ['style', 'notice'],
    ['none', 'never'],
  ])('failure-threshold %s is fail-on %s', async (word, failOn) => {
    write('.hadolint.yaml', `failure-threshold: ${word}\n`);
    expect((await configuration()).failOn).toBe(failOn);
  });

  it('tells what is not taken over', async () => {
    write('.hadolint.yaml', 'format: json\nignore: [DL3008]\noverride:\n  notice: [DL3008]\n');
    expect((await configuration()).notes).toEqual([
      'Configuration: .hadolint.yaml',
      '.hadolint.yaml:1:1: `format` is not taken over. Write `--format` on the command line.',
      '.hadolint.yaml:2:1: "ignore" is no key here, so it has no effect. Write "ignored".',
      '.hadolint.yaml:4:3: "notice" is no key here, so it has no effect. Delete it; the keys are error, warning, info, style.',
      threshold,
    ]);
  });

  it('gives way to its variables, and both to ours, key by key', async () => {
    write('.hadolint.yaml', 'ignored: [DL3008]\noverride: { error: [DL3015] }\ntrustedRegistries: [a.example]\n');
    write('.sea-trial.yml', 'rules: { DL3008: notice }\n');
    const told = await configuration({
      environment: {
        HADOLINT_IGNORE: 'DL3003, DL3004',
        HADOLINT_OVERRIDE_INFO: 'DL3015',
        HADOLINT_TRUSTED_REGISTRIES: 'b.example',
        HADOLINT_REQUIRE_LABELS: 'maintainer:email,note',
        HADOLINT_FAILURE_THRESHOLD: 'warning',
        HADOLINT_VERBOSE: '1',
      },
    });
    expect(told).toEqual({
      ...withoutConfiguration,
      severities: { dl3008: 'notice', dl3015: 'notice' },
      ignore: [
        { check: 'DL3003', reason: 'by HADOLINT_IGNORE' },
        { check: 'DL3004', reason: 'by HADOLINT_IGNORE' },
      ],
      ruleSettings: {
        trustedRegistries: ['b.example'],
        labelSchema: new Map([
          ['maintainer', 'email'],
          ['note', 'text'],
        ]),
        strictLabels: false,
      },
      failOn: 'warning',
      notes: [expect.stringMatching(/^Configuration: /)],
    });
    expect(told.notes[0]).toBe(
      'Configuration: .sea-trial.yml, HADOLINT_FAILURE_THRESHOLD, HADOLINT_IGNORE, HADOLINT_OVERRIDE_INFO, HADOLINT_REQUIRE_LABELS, HADOLINT_TRUSTED_REGISTRIES, .hadolint.yaml',
    );
  });

  it('tells ids in variables and in the file that no check has, with the nearest', async () => {
    write(
      '.hadolint.yaml',
      'ignored: [DL3008, shel-form-start]\noverride:\n  error: [root-usr]\nfailure-threshold: error\n',
    );
    const { notes } = await configuration({
      environment: { HADOLINT_IGNORE: 'DL3003,SC2086,apt-list-left', HADOLINT_OVERRIDE_STYLE: 'consecutive-run' },
    });
    expect(notes).toEqual([
      'Configuration: HADOLINT_IGNORE, HADOLINT_OVERRIDE_STYLE, .hadolint.yaml',
      'HADOLINT_OVERRIDE_STYLE: "consecutive-run" is no check, so it has no effect. Write "consecutive-runs".',
      'HADOLINT_IGNORE: "apt-list-left" is no check, so it has no effect. Write "apt-lists-left".',
      '.hadolint.yaml:1:19: "shel-form-start" is no check, so it has no effect. Write "shell-form-start".',
      '.hadolint.yaml:3:11: "root-usr" is no check, so it has no effect. Write "root-user".',
    ]);
  });
});
