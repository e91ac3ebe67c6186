import * as v from 'valibot';
import { expect, test } from 'vitest';
import { composeModel, type ComposeProject } from '../../src/docker/compose-project.ts';
import { UserError } from '../../src/errors.ts';
import { commandNotes, publishedPorts, withComposeService } from '../../src/plan/compose-service.ts';
import { settingsFromArguments } from '../../src/settings/arguments.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { factsOf } from '../support/rule-findings.ts';

function settingsOf(...words: readonly string[]): Settings {
  const invocation = settingsFromArguments(['trial', '--compose-file', 'compose.yaml', ...words], { PW: 'x' });
  if (!('settings' in invocation)) throw new Error('these are not the words of a trial');
  return invocation.settings;
}

function projectOf(web: unknown, more: Readonly<Record<string, unknown>> = {}): ComposeProject {
  const model = v.parse(composeModel, { services: { web }, ...more });
  const service = model.services['web'];
  if (service === undefined) throw new Error('there is no service web');
  return { files: ['compose.yaml'], name: 'web', service, model, text: '' };
}

const build = {
  context: '/project/web',
  dockerfile: 'docker/Dockerfile',
  target: 'run',
  args: { A: '1', B: 'of $$file', NONE: null },
  additional_contexts: { shared: '/project/shared' },
  extra_hosts: ['proxy=10.0.0.1'],
  cache_from: ['type=gha'],
  secrets: [{ source: 'key' }, { source: 'token', target: 'netrc' }],
  shm_size: '67108864',
  network: 'host',
};
const secrets = { key: { file: '/project/key' }, token: { environment: 'TOKEN' } };

test('what the file says of the build is what is built', () => {
  const settings = withComposeService(settingsOf(), projectOf({ build }, { secrets }), '/project');
  expect(settings).toEqual({
    ...settingsOf(),
    contexts: ['web'],
    files: [{ text: 'web/docker/Dockerfile', place: '--compose-file' }],
    target: 'run',
    buildArguments: { A: '1', B: 'of $file' },
    buildContexts: ['shared=/project/shared'],
    addHosts: ['proxy:10.0.0.1'],
    cacheFrom: ['type=gha'],
    secrets: [
      { id: 'key', kind: 'file', file: '/project/key' },
      { id: 'netrc', kind: 'environment', variable: 'TOKEN' },
    ],
    shmSize: '67108864',
    network: 'host',
  });
});

test('what the user says goes before it', () => {
  const given = settingsOf('--context', 'other', '--target', 'test', '--build-arg', 'A=2', '--network', 'none');
  const settings = withComposeService(given, projectOf({ build }, { secrets }), '/project');
  expect(settings).toMatchObject({
    contexts: ['other'],
    files: [],
    target: 'test',
    buildArguments: { A: '2', B: 'of $file' },
    network: 'none',
  });
});

test('a service without a build is an image that exists; one that is named goes before it', () => {
  expect(withComposeService(settingsOf(), projectOf({ image: 'mine:1' }), '/project').image).toBe('mine:1');
  const given = settingsOf('--image', 'mine:2');
  expect(withComposeService(given, projectOf({ build }), '/project')).toEqual(given);
});

test('a service in the network of the host is asked there', () => {
  const project = projectOf({ image: 'x', network_mode: 'host' });
  expect(withComposeService(settingsOf(), project, '/project').runNetwork).toBe('host');
});

test.each([
  [
    { ...build, dockerfile_inline: 'FROM x' },
    'compose.yaml: the Dockerfile of the service "web" stands in the compose file, where lint has no lines. Write it into a file of its own, and name that with `dockerfile:`.',
  ],
  [
    { context: 'https://github.com/octo/api.git' },
    'compose.yaml: the build context of the service "web" is the address "https://github.com/octo/api.git". Check that repository out, and name its folder with `context:`.',
  ],
])('a build that lint cannot read is refused', (unreadable, sentence) => {
  expect(() => withComposeService(settingsOf(), projectOf({ build: unreadable }), '/project')).toThrow(
    expect.toSatisfy((error) => error instanceof UserError && error.sentence() === sentence),
  );
});

const namedBy = 'The compose file publishes';
test.each([
  [[{ target: 9000 }], { exposed: [], named: 8000 }, { exposed: [9000], named: 9000, namedBy }],
  [
    [{ target: 9000 }, { target: 8000 }],
    { exposed: [8000], named: 8000 },
    { exposed: [8000, 9000, 8000], named: 8000, namedBy },
  ],
  [[{ target: 53, protocol: 'udp' }], { exposed: [8000], named: undefined }, { exposed: [8000], named: undefined }],
  [[], { exposed: [], named: 8000 }, { exposed: [], named: 8000 }],
])('with the ports %j of the file, %j of the Dockerfile becomes %j', (ports, ofDockerfile, expected) => {
  expect(publishedPorts(projectOf({ image: 'x', ports }), ofDockerfile)).toEqual(expected);
});

test.each([
  [{ command: ['serve', '--port', '80'] }, []],
  [{ command: null, entrypoint: null }, []],
  [
    { command: ['serve'], entrypoint: ['tini'] },
    [
      'The container is started by `command` and `entrypoint` of compose.yaml: where a finding points at CMD or ENTRYPOINT of the Dockerfile, that is the place to look at.',
    ],
  ],
])('where %j starts it and not what the Dockerfile says, it is told', (service, notes) => {
  const facts = factsOf('FROM python:3.11-slim\nCMD ["serve", "--port", "80"]\n');
  expect(commandNotes(projectOf({ image: 'x', ...service }), facts)).toEqual(notes);
});
