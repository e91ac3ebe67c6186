import { expect, test } from 'vitest';
import { buildCommand } from '../../src/docker/build-command.ts';
import type { BuildRequest } from '../../src/docker/docker.ts';
import { temporaryFolder } from '../../src/docker/temporary-folder.ts';
import { UserError } from '../../src/errors.ts';

const request: BuildRequest = {
  context: '.',
  dockerfile: 'Dockerfile',
  buildArguments: {},
  buildContexts: [],
  secrets: [],
  ssh: [],
  addHosts: [],
  cacheFrom: [],
  cacheTo: [],
  tags: ['app:test'],
  labels: [],
  pull: false,
  noCache: false,
  deadlineMs: 1000,
};

function command(
  more: Partial<BuildRequest>,
  ours: Readonly<Record<string, string>> = {},
): ReturnType<typeof buildCommand> {
  using folder = temporaryFolder();
  return buildCommand({ ...request, ...more }, ours, folder);
}

test('a plain build has the words that it needs and no more', () => {
  expect(command({})).toEqual({
    args: ['build', '--progress=rawjson', '--load', '--file=Dockerfile', '--tag=app:test', '.'],
    environment: { BUILDX_METADATA_PROVENANCE: 'disabled', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' },
  });
});

test("every option of the request is written in docker's own word, the context last", () => {
  expect(
    command({
      context: 'services/api',
      target: 'final',
      buildArguments: { A: '1', B: '' },
      buildContexts: ['shared=../shared'],
      ssh: ['default'],
      addHosts: ['db:10.0.0.1'],
      shmSize: '1g',
      cacheFrom: ['type=registry,ref=app:cache'],
      cacheTo: ['type=inline'],
      builder: 'mine',
      platform: 'linux/arm64',
      tags: ['app:1', 'app:2'],
      labels: ['a=b'],
      pull: true,
      noCache: true,
      network: 'host',
    }).args,
  ).toEqual([
    'build',
    '--progress=rawjson',
    '--load',
    '--file=Dockerfile',
    '--target=final',
    '--build-arg=A=1',
    '--build-arg=B=',
    '--build-context=shared=../shared',
    '--ssh=default',
    '--add-host=db:10.0.0.1',
    '--shm-size=1g',
    '--cache-from=type=registry,ref=app:cache',
    '--cache-to=type=inline',
    '--builder=mine',
    '--platform=linux/arm64',
    '--tag=app:1',
    '--tag=app:2',
    '--label=a=b',
    '--pull',
    '--no-cache',
    '--network=host',
    'services/api',
  ]);
});

test("the token of the runner's cache goes to buildx with a cache of type gha, and with no other", () => {
  const ours = { ACTIONS_RUNTIME_TOKEN: 'token', ACTIONS_RESULTS_URL: 'https://results', GITHUB_TOKEN: 'never' };
  const handed = { ACTIONS_RUNTIME_TOKEN: 'token', ACTIONS_RESULTS_URL: 'https://results' };
  expect(command({ cacheTo: ['type=gha,mode=max'] }, ours).environment).toMatchObject(handed);
  expect(command({ cacheFrom: ['scope=x,type=gha'] }, ours).environment).toMatchObject(handed);
  for (const cacheFrom of [[], ['type=registry,ref=x/type=ghastly'], ['user/app:cache']]) {
    expect(command({ cacheFrom }, ours).environment).toEqual({
      BUILDX_METADATA_PROVENANCE: 'disabled',
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    });
  }
});

test('secrets get variables of their own, so that two of them never meet', () => {
  const { args, environment } = command(
    {
      secrets: [
        { id: 'a', kind: 'value', value: 'one' },
        { id: 'b', kind: 'environment', variable: 'TOKEN' },
        { id: 'c,d', kind: 'file', file: '/run/a"b' },
        { id: 'e', kind: 'environment', variable: 'ABSENT' },
      ],
    },
    { TOKEN: 'two' },
  );
  expect(args.filter((word) => word.startsWith('--secret'))).toEqual([
    '--secret=id=a,env=SEA_TRIAL_BUILD_SECRET_0',
    '--secret=id=b,env=SEA_TRIAL_BUILD_SECRET_1',
    '--secret="id=c,d","src=/run/a""b"',
  ]);
  expect(environment).toMatchObject({ SEA_TRIAL_BUILD_SECRET_0: 'one', SEA_TRIAL_BUILD_SECRET_1: 'two' });
});

test('a context that begins with a dash is wrong input, with what to write instead', () => {
  expect(() => command({ context: '-' })).toThrow(UserError);
  expect(() => command({ context: '--push' })).toThrow(/`--push` begins with a dash/);
});
