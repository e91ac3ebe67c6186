import { expect, test } from 'vitest';
import { settingsFromInputs, type Settings } from '../../src/settings/settings.ts';

const nothingGiven: Omit<Settings, 'given'> = {
  mode: 'trial',
  image: undefined,
  composeFiles: [],
  service: undefined,
  openapi: 'auto',
  openapiExclude: [],
  tryHardening: false,
  proveFixes: 'auto',
  observationFile: undefined,
  expect: { kind: 'http' },
  contexts: [],
  files: [],
  target: undefined,
  buildArguments: {},
  buildContexts: [],
  secrets: [],
  ssh: [],
  addHosts: [],
  allowUntrustedBuild: false,
  shmSize: undefined,
  cacheFrom: [],
  cacheTo: [],
  builder: undefined,
  platform: undefined,
  tags: [],
  push: false,
  pushByDigest: false,
  keepImage: 'auto',
  labels: [],
  pull: false,
  noCache: false,
  network: undefined,
  buildTimeoutMs: 1_800_000,
  name: undefined,
  publish: undefined,
  environment: [],
  environmentFiles: [],
  runNetwork: undefined,
  runOptions: [],
  readyTimeoutMs: 60_000,
  stopTimeoutMs: 10_000,
  probes: [],
  failOn: undefined,
  onlyNew: false,
  onlyAffected: false,
  jobs: 1,
  suggestions: true,
  configurationFile: undefined,
  ignore: [],
  comment: 'always',
  reports: [],
  githubToken: undefined,
  reportFile: undefined,
  htmlFile: undefined,
  sarifFile: undefined,
  notes: [],
};

function given(
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Omit<Settings, 'given'> {
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const { given: _given, ...settings } = settingsFromInputs({ ...environment, ...Object.fromEntries(named) });
  return settings;
}

test('without inputs, and with empty ones as the runner sets them, everything is built in', () => {
  expect(given({})).toEqual(nothingGiven);
  expect(given({ context: '', publish: '\n', pull: '  ', secrets: '\n', 'ready-timeout': '' })).toEqual(nothingGiven);
});

test('a step written for docker/build-push-action is read as that action reads it', () => {
  expect(
    given(
      {
        context: ' services/api ',
        file: 'services/api/Dockerfile',
        target: 'final',
        'build-args': 'VERSION=1,2\n"TEXT=first\nsecond"\nFROM_ENVIRONMENT\nUNSET',
        'build-contexts': 'shared=../shared',
        secrets: 'token=a,b\n"key=-----BEGIN\n-----END\n"\n',
        'secret-envs': 'npm=NPM_TOKEN,pip=PIP_TOKEN',
        'secret-files': 'netrc=./.netrc',
        ssh: 'default',
        'add-hosts': 'docker:10.180.0.1,other:10.180.0.2',
        'shm-size': '256m',
        'cache-from': 'type=registry,ref=a/b\ntype=gha',
        'cache-to': 'type=gha,mode=max',
        builder: 'remote',
        platforms: 'linux/arm64',
        tags: 'a/b:1,a/b:2\na/b:latest',
        labels: 'title=One, two\nrevision=9f1c2ab',
        pull: 'true',
        'no-cache': 'TRUE',
        network: 'host',
      },
      { FROM_ENVIRONMENT: 'there' },
    ),
  ).toEqual({
    ...nothingGiven,
    contexts: ['services/api'],
    files: [{ text: 'services/api/Dockerfile', place: 'input file' }],
    target: 'final',
    buildArguments: { VERSION: '1,2', TEXT: 'first\nsecond', FROM_ENVIRONMENT: 'there' },
    buildContexts: ['shared=../shared'],
    secrets: [
      { id: 'token', kind: 'value', value: 'a,b' },
      { id: 'key', kind: 'value', value: '-----BEGIN\n-----END\n' },
      { id: 'npm', kind: 'environment', variable: 'NPM_TOKEN' },
      { id: 'pip', kind: 'environment', variable: 'PIP_TOKEN' },
      { id: 'netrc', kind: 'file', file: './.netrc' },
    ],
    ssh: ['default'],
    addHosts: ['docker:10.180.0.1', 'other:10.180.0.2'],
    shmSize: '256m',
    cacheFrom: ['type=registry,ref=a/b', 'type=gha'],
    cacheTo: ['type=gha,mode=max'],
    builder: 'remote',
    platform: 'linux/arm64',
    tags: ['a/b:1', 'a/b:2', 'a/b:latest'],
    labels: ['title=One, two', 'revision=9f1c2ab'],
    pull: true,
    noCache: true,
    network: 'host',
  });
});

test('what only a trial knows is read too', () => {
  expect(
    given(
      {
        mode: 'lint',
        name: 'api',
        publish: '8000:8000\n127.0.0.1:9000:9000',
        env: 'A={"x": 1, "y": 2}\nB\nC=',
        'env-file': 'a.env\nb.env',
        'run-network': 'joined',
        'run-options': '--memory 512m',
        probes: 'GET /health 200\nGET /items 200 contains "a, b"',
        'build-timeout': '1h',
        'ready-timeout': '2m',
        'stop-timeout': '0',
        'fail-on': 'warning',
        ignore: 'root-user, DL3008\nmissing-expose',
        comment: 'on-change',
        'github-token': 'a-token',
        'report-file': 'out/report.json',
      },
      { B: 'from the environment' },
    ),
  ).toEqual({
    ...nothingGiven,
    mode: 'lint',
    name: 'api',
    publish: [
      { hostPort: 8000, containerPort: 8000, protocol: 'tcp' },
      { hostIp: '127.0.0.1', hostPort: 9000, containerPort: 9000, protocol: 'tcp' },
    ],
    environment: ['A={"x": 1, "y": 2}', 'B=from the environment', 'C='],
    environmentFiles: ['a.env', 'b.env'],
    runNetwork: 'joined',
    runOptions: ['--memory', '512m'],
    probes: [
      { text: 'GET /health 200', place: 'input probes' },
      { text: 'GET /items 200 contains "a, b"', place: 'input probes' },
    ],
    buildTimeoutMs: 3_600_000,
    readyTimeoutMs: 120_000,
    stopTimeoutMs: 0,
    failOn: 'warning',
    ignore: ['root-user', 'DL3008', 'missing-expose'].map((text) => ({ text, place: 'input ignore' })),
    comment: 'on-change',
    githubToken: 'a-token',
    reportFile: 'out/report.json',
  });
});

test('inputs of docker/build-push-action without meaning here are answered, a sentence each', () => {
  expect(given({ load: 'false', outputs: 'type=tar,dest=x', provenance: 'mode=max', sbom: 'true' }).notes).toEqual([
    'input load: it has no meaning here, for a trial always loads the image into the engine: leave it out.',
    'input outputs: it has no meaning here, for the image goes to the engine, where it is tried: leave it out, and export what passed in a later step.',
    'input provenance: it has no meaning here, for an image in the engine carries no attestation: leave it out, and attest the digest once the image is pushed.',
    'input sbom: it has no meaning here, for an image in the engine carries no attestation: leave it out, and attest the digest once the image is pushed.',
  ]);
});

test('the form in which docker/build-push-action pushes by digest moves no tag unseen', () => {
  const outputs = 'type=image,push-by-digest=true,name-canonical=true,push=true';
  expect(() => given({ outputs, push: 'true', tags: 'acme/api' })).toThrow(
    expect.toSatisfy(
      (error) =>
        error.sentence() ===
        'input outputs: `push-by-digest` of `outputs` has no meaning here, and `push` would move the tags. Leave `outputs` out, and set `push-by-digest: true`.',
    ),
  );
  expect(given({ outputs, push: 'true', 'push-by-digest': 'true' })).toMatchObject({ push: true, pushByDigest: true });
  expect(given({ outputs, push: 'false' })).toMatchObject({ push: false });
});

test('an empty secret, as in a pull request from a fork, is left out and told', () => {
  expect(given({ secrets: 'token=\nother=x' })).toEqual({
    ...nothingGiven,
    secrets: [{ id: 'other', kind: 'value', value: 'x' }],
    notes: [
      'The build secret "token" is empty, so the build goes without it; secrets are empty in workflows of forks.',
    ],
  });
});

test.each([
  ['pull', 'yes', 'input pull: "yes" is neither true nor false. Write true or false.'],
  ['pull', '1', 'input pull: "1" is neither true nor false. Write true or false.'],
  ['mode', 'all', 'input mode: "all" is not among trial, lint, plan and comment. Choose one of them.'],
  ['jobs', '0', 'input jobs: "0" is no number of jobs. Write a number from 1 to 64.'],
  ['jobs', 'all', 'input jobs: "all" is no number of jobs. Write a number from 1 to 64.'],
  [
    'comment',
    'Always',
    'input comment: "Always" is not among always, on-change, on-failure and never. Choose one of them.',
  ],
  [
    'context',
    '--output=/etc',
    'input context: "--output=/etc" begins with a dash, so docker would take it for one of its own flags. Write ./--output=/etc where a path is meant.',
  ],
  [
    'context',
    '{{defaultContext}}:api',
    'input context: "{{defaultContext}}:api" is a Git address, and a trial reads the files of a folder: lint needs the sources, and a finding its place. Check the repository out first (actions/checkout) and name the folder.',
  ],
  [
    'target',
    'a\nb',
    'input target: the value holds a line break, and this takes a single value. Write it on one line.',
  ],
  [
    'platforms',
    'linux/amd64,linux/arm64',
    'input platforms: "linux/arm64" is a second platform, and one trial builds and starts the image of a single one. Name one platform, and give every other one a trial of its own (a matrix).',
  ],
  [
    'env',
    'A B=1',
    'input env: "A B" is no name of a variable. Write NAME=value, without quotes around the name and without blanks around the equals sign.',
  ],
  [
    'secret-files',
    '=x',
    'input secret-files: a secret has no id and equals sign, so the build could not ask for it. Write ID=path, and put a value that spans lines in double quotes.',
  ],
])('%s: %j is refused in one sentence that says what to do', (name, value, sentence) => {
  expect(() => given({ [name]: value })).toThrow(expect.toSatisfy((error) => error.sentence() === sentence));
});

test.each([
  ['secrets', 'hunter2'],
  ['secrets', '"token=hunter2'],
  ['env', '=hunter2'],
  ['env', 'the hunter2 alone'],
])('a refusal of %s: %j does not show the value', (name, value) => {
  expect(() => given({ [name]: value })).toThrow(expect.toSatisfy((error) => !error.sentence().includes('hunter2')));
});

test('patterns of documented paths are taken a line each, and begin where a path does', () => {
  expect(given({ openapi: 'off', 'openapi-exclude': '/admin/*\n*/purge' })).toMatchObject({
    openapi: 'off',
    openapiExclude: ['/admin/*', '*/purge'],
  });
  expect(() => given({ 'openapi-exclude': 'admin' })).toThrow(/"admin" is no pattern of a path/);
  expect(() => given({ openapi: 'on' })).toThrow(/auto/);
});
