import { expect, test } from 'vitest';
import { settingsFromArguments } from '../../src/settings/arguments.ts';
import { settingsFromInputs } from '../../src/settings/settings.ts';

const terminal = {
  format: 'text',
  outputFile: undefined,
  quiet: false,
  color: 'auto',
  fix: 'none',
  diff: false,
  shellcheck: 'auto',
  buildkit: false,
  open: false,
  dryRun: false,
};
const builtIn = settingsFromInputs({});

function typed(...argv: readonly string[]) {
  return settingsFromArguments(argv, { FROM_ENVIRONMENT: 'there' });
}

/** Where something was written differs between a flag and an input. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'place' ? undefined : each)));
}

test('without a command it is a trial of the working directory', () => {
  expect(typed()).toEqual({ command: 'trial', operands: [], settings: builtIn, presentation: terminal });
});

test('contexts are operands of a trial', () => {
  const expected = {
    command: 'trial',
    operands: [],
    settings: { ...builtIn, contexts: ['a', 'b'], given: expect.any(Map) },
    presentation: terminal,
  };
  expect(typed('a', 'b')).toEqual(expected);
  expect(typed('trial', 'a', 'b')).toEqual(expected);
  expect(typed('trial', '--context', 'a', 'b')).toEqual(expected);
});

test('the same words mean the same as flags and as inputs', () => {
  const argv = [
    'trial',
    'services/api',
    '-f',
    'api.Dockerfile',
    '--target',
    'final',
    '--build-arg',
    'A=1,2',
    '--build-arg=FROM_ENVIRONMENT',
    '--build-context',
    'shared=../shared',
    '--secret',
    'token=x',
    '--secret-env',
    'npm=NPM_TOKEN',
    '--secret-file',
    'netrc=.netrc',
    '--ssh',
    'default',
    '--add-host',
    'docker:10.0.0.1',
    '--shm-size',
    '1g',
    '--cache-from',
    'type=gha',
    '--cache-to',
    'type=gha,mode=max',
    '--builder',
    'remote',
    '--platform',
    'linux/arm64',
    '-t',
    'a/b:1',
    '--tag',
    'a/b:2',
    '--label',
    'x=y',
    '--pull',
    '--no-cache=false',
    '--network',
    'none',
    '--build-timeout',
    '5m',
    '--name',
    'api',
    '-p',
    '8000:8000',
    '-p9000:9000',
    '-e',
    'K=v',
    '--env-file',
    'a.env',
    '--run-network',
    'joined',
    '--run-options',
    '--read-only',
    '--ready-timeout',
    '30',
    '--stop-timeout',
    '0',
    '--probe',
    'GET /health 200',
    '--fail-on',
    'never',
    '--ignore',
    'root-user,DL3008',
    '--report-file',
    'r.json',
  ];
  const inputs = {
    INPUT_CONTEXT: 'services/api',
    INPUT_FILE: 'api.Dockerfile',
    INPUT_TARGET: 'final',
    'INPUT_BUILD-ARGS': 'A=1,2\nFROM_ENVIRONMENT',
    'INPUT_BUILD-CONTEXTS': 'shared=../shared',
    INPUT_SECRETS: 'token=x',
    'INPUT_SECRET-ENVS': 'npm=NPM_TOKEN',
    'INPUT_SECRET-FILES': 'netrc=.netrc',
    INPUT_SSH: 'default',
    'INPUT_ADD-HOSTS': 'docker:10.0.0.1',
    'INPUT_SHM-SIZE': '1g',
    'INPUT_CACHE-FROM': 'type=gha',
    'INPUT_CACHE-TO': 'type=gha,mode=max',
    INPUT_BUILDER: 'remote',
    INPUT_PLATFORMS: 'linux/arm64',
    INPUT_TAGS: 'a/b:1,a/b:2',
    INPUT_LABELS: 'x=y',
    INPUT_PULL: 'true',
    'INPUT_NO-CACHE': 'false',
    INPUT_NETWORK: 'none',
    'INPUT_BUILD-TIMEOUT': '5m',
    INPUT_NAME: 'api',
    INPUT_PUBLISH: '8000:8000\n9000:9000',
    INPUT_ENV: 'K=v',
    'INPUT_ENV-FILE': 'a.env',
    'INPUT_RUN-NETWORK': 'joined',
    'INPUT_RUN-OPTIONS': '--read-only',
    'INPUT_READY-TIMEOUT': '30',
    'INPUT_STOP-TIMEOUT': '0',
    INPUT_PROBES: 'GET /health 200',
    'INPUT_FAIL-ON': 'never',
    INPUT_IGNORE: 'root-user,DL3008',
    'INPUT_REPORT-FILE': 'r.json',
    FROM_ENVIRONMENT: 'there',
  };
  const invocation = typed(...argv);
  expect(withoutPlaces('settings' in invocation ? invocation.settings : undefined)).toEqual(
    withoutPlaces(settingsFromInputs(inputs)),
  );
});

test('lint and parse take files, with - for standard input; explain takes one check', () => {
  expect(typed('lint', 'a/Dockerfile', '-', '--', '-odd', '--ignore')).toEqual({
    command: 'lint',
    operands: ['a/Dockerfile', '-', '-odd', '--ignore'],
    settings: { ...builtIn, mode: 'lint', given: expect.any(Map) },
    presentation: terminal,
  });
  expect(typed('parse', 'a', 'b', '--format', 'json')).toMatchObject({
    command: 'parse',
    operands: ['a', 'b'],
    presentation: { format: 'json' },
  });
  expect(typed('explain', 'root-user')).toMatchObject({ command: 'explain', operands: ['root-user'] });
});

test('behind two dashes nothing is a command', () => {
  expect(typed('--', 'lint')).toMatchObject({ command: 'trial', settings: { contexts: ['lint'] } });
});

test('how the result is shown can be said of each command, before it and behind it', () => {
  expect(typed('--quiet', 'checks', '--format=json', '--output', 'out.json', '--color', 'never')).toMatchObject({
    command: 'checks',
    presentation: { format: 'json', outputFile: 'out.json', quiet: true, color: 'never' },
  });
});

test('of a flag that takes one value the last counts, and an empty one is not given', () => {
  expect(typed('--target', 'a', '--target', 'b', '--name', '', '-p=8000:80')).toMatchObject({
    settings: { target: 'b', name: undefined, publish: [{ hostPort: 8000, containerPort: 80 }] },
  });
});

test('docker’s own forms of a secret are understood', () => {
  const invocation = typed('--secret', 'id=a,src=a.txt', '--secret', 'type=env,id=b,env=B', '--secret', 'id=C');
  expect(invocation).toMatchObject({
    settings: {
      secrets: [
        { id: 'a', kind: 'file', file: 'a.txt' },
        { id: 'b', kind: 'environment', variable: 'B' },
        { id: 'C', kind: 'environment', variable: 'C' },
      ],
    },
  });
});

test('the help lists a flag for every option that has one, and only those that the command takes', () => {
  const all = typed('--help');
  const lint = typed('lint', '-h');
  expect(all).toMatchObject({ command: 'help', text: expect.stringContaining('-p, --publish [[IP:]PORT:]PORT') });
  expect(lint).toMatchObject({ command: 'help', text: expect.not.stringContaining('--publish') });
  expect(lint).toMatchObject({ text: expect.stringContaining('--build-arg NAME=VALUE') });
  expect('text' in all && all.text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(typed('--version', 'whatever')).toEqual({ command: 'version' });
});

test.each([
  [['--publsh', '1'], '--publsh: no flag has this name. The nearest is --publish. All flags: sea-trial --help.'],
  [
    ['--build-args', 'a=b'],
    '--build-args: no flag has this name. The nearest is --build-arg. All flags: sea-trial --help.',
  ],
  [['-z'], '-z: no flag has this name. All flags: sea-trial --help.'],
  [['--github-token', 'x'], '--github-token: no flag has this name. All flags: sea-trial --help.'],
  [['--publish'], '--publish: the value is missing. Write --publish [[IP:]PORT:]PORT.'],
  [
    ['--target', '--pull'],
    '--target: "--pull" stands where the value belongs, and it looks like a flag. Write --target STAGE. Where it is meant as the value: --target=--pull.',
  ],
  [['--pull=maybe'], '--pull: "maybe" is neither true nor false. Write true or false.'],
  [
    ['lint', '-p', '8000'],
    '-p: sea-trial lint has no such flag: it belongs to a whole trial. Leave it out. The flags it takes: sea-trial lint --help.',
  ],
  [['checks', '--format', 'markdown'], '--format: "markdown" is not among text, json. Choose one of them.'],
  [['checks', 'more'], 'sea-trial checks: "more" is one word too many. Write sea-trial checks.'],
  [['explain'], 'sea-trial explain: the CHECK is missing. Write sea-trial explain CHECK.'],
  [['parse'], 'sea-trial parse: the FILE… is missing. Write sea-trial parse FILE….'],
  [
    ['--', '--privileged'],
    'sea-trial trial: "--privileged" begins with a dash, so docker would take it for one of its own flags. Write ./--privileged where a path is meant.',
  ],
  [
    ['a', 'b', '--name', 'x'],
    '--name: "x" names one trial, and 2 are given by `context`. Leave it out, and each trial is named after its folder.',
  ],
  [
    ['--secret', 'id=a,mode=0400'],
    '--secret: the secret "a" has a field that docker does not know. Write id=NAME,src=PATH or id=NAME,env=VARIABLE.',
  ],
])('%j is refused in one sentence that says what to do', (argv, sentence) => {
  expect(() => typed(...argv)).toThrow(expect.toSatisfy((error) => error.sentence() === sentence));
});

test.each([
  [['lint', '--fix=perhaps', 'Dockerfile'], '--fix: "perhaps" is neither true nor false. Write true or false.'],
  [['lint', '--diff=', 'Dockerfile'], '--diff: "" is neither true nor false. Write true or false.'],
])('a switch is on or off: %j', (argv, sentence) => {
  expect(() => typed(...argv)).toThrow(expect.toSatisfy((error) => error.sentence() === sentence));
});

test('a switch that is said to be off is off', () => {
  expect(typed('lint', '--fix=false', '--quiet=true')).toMatchObject({ presentation: { fix: 'none', quiet: true } });
});
