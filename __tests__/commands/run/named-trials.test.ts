import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plansFor, type Planned } from '../../../src/commands/run/plans.ts';
import { runSettingsOf } from '../../../src/commands/run/run-settings.ts';
import { tellingReader } from '../../../src/commands/run/telling-reader.ts';
import { openDocker } from '../../../src/docker/cli.ts';
import { systemClock, systemFiles } from '../../../src/ports.ts';
import { settingsFromArguments } from '../../../src/settings/arguments.ts';

// The trials that `.sea-trial.yml` names: which are tried, and with which settings.

let home = '';
let notes: string[] = [];

beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-named-')));
  notes = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const dockerfile = 'FROM python:3.11-slim\nUSER 1000\nCMD ["python", "-m", "http.server", "8000"]\n';

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  }
}

/** `sea-trial` with these words, typed in a folder of the repository. */
async function planned(words: readonly string[] = [], at = '.', environment: Readonly<Record<string, string>> = {}) {
  const workingDirectory = path.join(home, at);
  const ports = {
    clock: systemClock,
    files: systemFiles,
    workingDirectory,
    environment: { PATH: process.env['PATH'], ...environment },
    print: { result: () => {}, note: (line: string) => notes.push(line), progress: () => {} },
    runId: 'run',
  };
  const invocation = settingsFromArguments(['trial', ...words], ports.environment);
  if (!('settings' in invocation)) throw new Error(words.join(' '));
  const run = await runSettingsOf(invocation.settings, ports);
  return plansFor(run, { ...ports, docker: openDocker(ports.environment, ports) }, tellingReader(run.settings, ports));
}

function places(all: readonly Planned[]): readonly string[] {
  return all.map((each) => {
    const { name, file, context } = each.kind === 'plan' ? each.plan : each.unplanned;
    return `${name}: ${file} in ${context}${each.kind === 'plan' ? '' : ` (${each.unplanned.error.message})`}`;
  });
}

const services = `trials:
  api:
    context: services/api
    env:
      LEVEL: debug
      VERSION: 3.10
      TOKEN:
    probes: [GET /health 200]
    publish: 9000:8000
  web:
    file: services/web/Dockerfile.prod
    ready-timeout: 5s
    probes: |
      GET /a 200
      GET /b 200
defaults:
  ready-timeout: 20s
  comment: on-failure
`;
const tree = {
  'services/api/Dockerfile': dockerfile,
  'services/web/Dockerfile.prod': dockerfile,
  'tools/Dockerfile': dockerfile,
};

test('where nothing is named all trials of the file are tried, each by its own settings over the defaults', async () => {
  write({ '.sea-trial.yml': services, ...tree });
  const all = await planned([], '.', { TOKEN: 'of the environment' });
  expect(places(all)).toEqual([
    'api: services/api/Dockerfile in services/api',
    'web: services/web/Dockerfile.prod in .',
  ]);
  expect(all.map(({ settings }) => settings)).toMatchObject([
    {
      readyTimeoutMs: 20_000,
      comment: 'on-failure',
      environment: ['LEVEL=debug', 'VERSION=3.10', 'TOKEN=of the environment'],
      probes: [{ text: 'GET /health 200', place: '.sea-trial.yml:8:14' }],
      publish: [{ hostPort: 9000, containerPort: 8000 }],
    },
    {
      readyTimeoutMs: 5_000,
      comment: 'on-failure',
      environment: [],
      probes: [{ text: 'GET /a 200' }, { text: 'GET /b 200' }],
    },
  ]);
  expect(notes).toEqual(['Configuration: .sea-trial.yml']);
});

test('a trial is named by its key, and a flag goes before what the file says', async () => {
  write({ '.sea-trial.yml': services, ...tree });
  const [web, ...others] = await planned(['web', '--ready-timeout', '7s', '--env', 'MORE=1']);
  expect(places(web === undefined ? [] : [web, ...others])).toEqual(['web: services/web/Dockerfile.prod in .']);
  expect(web?.settings).toMatchObject({ readyTimeoutMs: 7_000, environment: ['MORE=1'] });
});

test.each([
  ['its folder', ['services/api']],
  ['its Dockerfile', ['--file', 'services/api/Dockerfile']],
  ['both', ['services/api', '-f', 'services/api/Dockerfile']],
])('a trial that is named by %s has the settings of the file too', async (_, words) => {
  write({ '.sea-trial.yml': services, ...tree });
  const all = await planned(words);
  expect(places(all)).toEqual(['api: services/api/Dockerfile in services/api']);
  expect(all[0]?.settings.probes).toMatchObject([{ text: 'GET /health 200' }]);
});

test('a folder that no trial is of has the defaults alone', async () => {
  write({ '.sea-trial.yml': services, ...tree });
  const all = await planned(['tools', 'web']);
  expect(places(all)).toEqual(['web: services/web/Dockerfile.prod in .', 'tools: tools/Dockerfile in tools']);
  expect(all.at(-1)?.settings).toMatchObject({ readyTimeoutMs: 20_000, probes: [] });
});

test('in a folder below the trials of that folder are tried, and paths lead there', async () => {
  write({ '.git/HEAD': '', '.sea-trial.yml': services, ...tree });
  expect(places(await planned([], 'services/api'))).toEqual(['api: Dockerfile in .']);
  expect(places(await planned(['web'], 'services/api'))).toEqual(['web: ../web/Dockerfile.prod in ../..']);
  expect(places(await planned([], 'tools'))).toEqual(['tools: Dockerfile in .']);
});

test('patterns make a trial for each image that they stand for, each named after what is its own', async () => {
  write({
    '.sea-trial.yml':
      'trials:\n  svc:\n    context: services/*\n    expect: tcp\n  img:\n    file: [docker/*.Dockerfile, docker/Dockerfile.*]\n',
    'services/a/Dockerfile': dockerfile,
    'services/b/Dockerfile': dockerfile,
    'services/none/readme.md': '',
    'docker/x.Dockerfile': dockerfile,
    'docker/Dockerfile.y': dockerfile,
  });
  const all = [
    'svc-a: services/a/Dockerfile in services/a',
    'svc-b: services/b/Dockerfile in services/b',
    'img-x: docker/x.Dockerfile in .',
    'img-y: docker/Dockerfile.y in .',
  ];
  expect(places(await planned())).toEqual(all);
  expect(places(await planned(['svc']))).toEqual(all.slice(0, 2));
  const [one] = await planned(['services/b']);
  expect(places(one === undefined ? [] : [one])).toEqual(all.slice(1, 2));
  expect(one?.settings.expect).toEqual({ kind: 'tcp' });
});

test('a trial whose Dockerfile is missing is told beside the others', async () => {
  write({ '.sea-trial.yml': 'trials:\n  api: { context: services/api }\n  gone: { context: gone }\n', ...tree });
  expect(places(await planned())).toEqual([
    'api: services/api/Dockerfile in services/api',
    'gone: gone/Dockerfile in gone (the context "gone" is not a folder.)',
  ]);
});

test.each([
  ['trials:\n  api: [a]\n', '.sea-trial.yml:2:8: `trials.api` is a list, and a mapping is expected.'],
  ['trials:\n  constructor: {}\n', '.sea-trial.yml:2:3: "constructor" is no name of a trial.'],
  ['trials:\n  "": {}\n', '.sea-trial.yml:2:3: "" is no name of a trial.'],
  ['trials: [api]\n', '.sea-trial.yml:1:9: `trials` is a list, and a mapping is expected.'],
  ['trials:\n  api:\n    jobs: many\n    pull: perhaps\n', '.sea-trial.yml:4:11: `trials.api.pull` is "perhaps"'],
  ['defaults:\n  ready-timeout: soon\n', '.sea-trial.yml:2:18: "soon" is not a time.'],
  ['trials:\n  api:\n    env: { "A B": 1 }\n', '.sea-trial.yml:3:19: "A B" is no name of a variable.'],
])('what cannot be followed is told with its place: %j', async (text, sentence) => {
  write({ '.sea-trial.yml': text, 'services/api/Dockerfile': dockerfile, Dockerfile: dockerfile });
  await expect(planned()).rejects.toThrow(expect.objectContaining({ name: 'UserError' }));
  const error: unknown = await planned().catch((thrown: unknown) => thrown);
  expect(
    error instanceof Error && 'sentence' in error && typeof error.sentence === 'function' ? error.sentence() : '',
  ).toContain(sentence);
});

test('a key that is none is told with the nearest one, and a name that is none with the trials', async () => {
  write({
    '.sea-trial.yml': 'trials:\n  api:\n    context: services/api\n    probe: GET /\n    mode: lint\n',
    ...tree,
  });
  await planned();
  expect(notes).toContain('.sea-trial.yml:4:5: "probe" is no key here, so it has no effect. Write "probes".');
  expect(notes.some((note) => note.startsWith('.sea-trial.yml:5:5: "mode" is no key here'))).toBe(true);
  await expect(planned(['apy'])).rejects.toThrow('"apy" is neither a folder nor a trial of .sea-trial.yml.');
});

test('a compose file that cannot be read is told beside the others, as a trial of its name', async () => {
  write({
    '.sea-trial.yml':
      'trials:\n  api: { context: services/api }\n  db: { compose-file: absent.yaml, service: web }\n  image: { image: "nginx" }\n',
    ...tree,
  });
  expect(places(await planned())).toEqual([
    'api: services/api/Dockerfile in services/api',
    expect.stringMatching(/^db: Dockerfile in \. \(/),
    'image: Dockerfile in .',
  ]);
});

test('a value is taken as it is written, also by an alias, by a merge key and under a number', async () => {
  write({
    '.sea-trial.yml': `defaults:
  env: &env { VERSION: 3.10, MODE: 0o17 }
trials:
  api: { context: services/api, env: *env }
  more: { context: services/api, env: { <<: [{ MODE: 1.0 }, *env], LEVEL: 2.0 } }
  all: { <<: &all { context: services/api, build-args: { PY: 3.10 } } }
  own: { <<: *all, build-args: { PY: 3.20 } }
  2: { context: services/api, env: { A: &number 4.0 }, build-args: { B: *number } }
`,
    ...tree,
  });
  const all = await planned();
  expect(
    Object.fromEntries(
      all.map(({ settings }) => [settings.name, [settings.environment, settings.buildArguments] as const]),
    ),
  ).toEqual({
    api: [['VERSION=3.10', 'MODE=0o17'], {}],
    more: [['MODE=1.0', 'VERSION=3.10', 'LEVEL=2.0'], {}],
    all: [['VERSION=3.10', 'MODE=0o17'], { PY: '3.10' }],
    own: [['VERSION=3.10', 'MODE=0o17'], { PY: '3.20' }],
    2: [['A=4.0'], { B: '4.0' }],
  });
});

test('an empty list, mapping or text takes the place of what the defaults say', async () => {
  write({
    '.sea-trial.yml': `defaults: { probes: [GET /health 200], env: { A: 1 }, target: prod, run-options: --read-only, context: services/api }
trials:
  api: { probes: [], env: {}, target: '', run-options: '' }
  web: { probes: , env: , target: , run-options: }
`,
    ...tree,
  });
  const [api, web] = await planned();
  expect(api?.settings).toMatchObject({ probes: [], environment: [], target: undefined, runOptions: [] });
  expect(web?.settings).toMatchObject({
    probes: [{ text: 'GET /health 200' }],
    environment: ['A=1'],
    target: 'prod',
    runOptions: ['--read-only'],
  });
});

test('a trial by a compose file lies where that file does', async () => {
  write({
    '.git/HEAD': '',
    '.sea-trial.yml':
      'trials:\n  db: { compose-file: tools/absent.yaml, service: web }\n  api: { context: services/api }\n',
    ...tree,
  });
  await expect(planned([], 'tools')).rejects.toThrow(/absent\.yaml/);
});

test('a folder that several trials are of has all of them, and a name tells which is meant', async () => {
  write({
    '.sea-trial.yml':
      'trials:\n  dev: { context: services/api, env: { A: 1 } }\n  prod: { context: services/api, env: { A: 2 } }\n  all: { context: services/*, env: { A: 3 } }\n',
    ...tree,
  });
  const of = async (...words: readonly string[]) =>
    (await planned(words)).map(({ settings }) => [settings.name, ...settings.environment]);
  expect(await of('services/api')).toEqual([
    ['dev', 'A=1'],
    ['prod', 'A=2'],
    ['all-api', 'A=3'],
  ]);
  expect(await of('services/api', '--name', 'all-api')).toEqual([['all-api', 'A=3']]);
});
