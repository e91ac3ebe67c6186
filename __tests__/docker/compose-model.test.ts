import * as v from 'valibot';
import { expect, test } from 'vitest';
import { modelOfTrial } from '../../src/docker/compose-model.ts';
import { composeModel, environmentValues, type ComposeProject } from '../../src/docker/compose-project.ts';
import type { RunRequest } from '../../src/docker/docker.ts';

function projectOf(
  services: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): ComposeProject {
  const model = v.parse(composeModel, { name: 'mine', services, ...more });
  const service = model.services['web'];
  if (service === undefined) throw new Error('there is no service web');
  return { files: ['compose.yaml'], name: 'web', service, model, text: '' };
}

const request: RunRequest = {
  image: 'sha256:tried',
  name: 'sea-trial-web-1',
  labels: ['sea-trial.run=1'],
  publish: [
    { hostIp: '127.0.0.1', hostPort: 8000, containerPort: 9000, protocol: 'tcp' },
    { hostPort: 0, containerPort: 53, protocol: 'udp' },
  ],
  environment: [],
  environmentFiles: [],
  unlessGiven: ['PYTHONFAULTHANDLER=1'],
  options: [],
};

function started(
  services: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
  changes: Partial<RunRequest> = {},
  environment: Readonly<Record<string, string>> = {},
) {
  const start = { project: projectOf(services, more), name: 'sea-trial-1', readyLimitMs: 1, deadlineMs: 1 };
  return modelOfTrial(start, { ...request, ...changes }, environment);
}

const ours = {
  image: 'sha256:tried',
  pull_policy: 'never',
  container_name: 'sea-trial-web-1',
  labels: { 'sea-trial.run': '1' },
  logging: { driver: 'json-file', options: { 'max-size': '50m', 'max-file': '1' } },
  pids_limit: 4096,
  ports: [
    { mode: 'ingress', target: 9000, protocol: 'tcp', published: '8000', host_ip: '127.0.0.1' },
    { mode: 'ingress', target: 53, protocol: 'udp' },
  ],
};

test('the service under trial keeps what it does, and gets the image, the name, the ports and the limits of a trial', () => {
  const kept = { command: ['serve'], volumes: ['/a:/b'], networks: { default: null }, read_only: true };
  const { services } = started(
    {
      web: {
        ...kept,
        build: { context: '/project' },
        image: 'mine:latest',
        container_name: 'web',
        restart: 'always',
        scale: 2,
        profiles: ['x'],
        labels: { kept: 'yes' },
        logging: { driver: 'syslog' },
        environment: { PRICE: '5$$', ABSENT: null, PYTHONFAULTHANDLER: '0' },
        ports: [{ target: 9000, published: '80' }],
        deploy: { replicas: 3, restart_policy: { condition: 'any' }, mode: 'replicated' },
      },
    },
    {},
    {},
    { PRICE: '6$', OTHER: 'x' },
  );
  expect(services['web']).toEqual({
    ...kept,
    ...ours,
    labels: { kept: 'yes', 'sea-trial.run': '1' },
    environment: { PYTHONFAULTHANDLER: '0', PRICE: '6$$', ABSENT: null, OTHER: 'x' },
    deploy: { mode: 'replicated' },
  });
});

test('in the network of the host nothing is published', () => {
  const { services } = started({ web: { image: 'x', network_mode: 'host' } });
  expect(services['web']?.ports).toBeUndefined();
});

test('the options of try-hardening become keys, and the stricter limit takes the place of the other', () => {
  const options =
    '--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --user 1000620000:0 --memory 64m';
  const { services } = started(
    { web: { image: 'x', deploy: { resources: { limits: { memory: '512M' } } } } },
    {},
    { options: options.split(' ') },
  );
  expect(services['web']).toMatchObject({
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges'],
    user: '1000620000:0',
    mem_limit: '64m',
    deploy: {},
  });
  expect(services['web']?.deploy?.resources).toBeUndefined();
  expect(() => started({ web: { image: 'x' } }, {}, { options: ['--init', 'x'] })).toThrow(RangeError);
});

test('services around it take no port and no name of the machine, and are still found by their names', () => {
  const { services } = started({
    web: { build: { context: '/project' } },
    store: {
      image: 'postgres:17',
      container_name: 'db',
      ports: [{ target: 5432, published: '5432' }],
      profiles: ['all'],
      networks: { default: null, back: { aliases: ['sql'] } },
    },
    cache: { build: { context: '/project/cache' }, image: 'mine/cache' },
  });
  expect(services['store']).toEqual({
    image: 'postgres:17',
    networks: { default: { aliases: ['db'] }, back: { aliases: ['sql', 'db'] } },
  });
  // Its own tag would be taken from the user's image.
  expect(services['cache']).toEqual({ build: { context: '/project/cache' } });
});

test('what is built as the service under trial is built, or is its image by name, is the very image that is tried', () => {
  const build = { context: '/project', args: { A: '1' } };
  const { services } = started({
    web: { build, image: 'mine:latest' },
    migration: { build, command: ['migrate'] },
    worker: { image: 'mine:latest', command: ['work'] },
    other: { image: 'mine:older' },
  });
  expect(services['migration']).toEqual({ command: ['migrate'], image: 'sha256:tried', pull_policy: 'never' });
  expect(services['worker']).toEqual({ command: ['work'], image: 'sha256:tried', pull_policy: 'never' });
  expect(services['other']).toEqual({ image: 'mine:older' });
});

test('networks and volumes are those of the trial, whatever name they have; external ones stay', () => {
  const { name, networks, volumes } = started(
    { web: { image: 'x' } },
    {
      networks: { default: { name: 'mine_default' }, shared: { name: 'shared', external: true } },
      volumes: { data: { name: 'precious', driver: 'local' } },
    },
  );
  expect({ name, networks, volumes }).toEqual({
    name: 'sea-trial-1',
    networks: {
      default: { name: 'sea-trial-1_default', external: false },
      shared: { name: 'shared', external: true },
    },
    volumes: { data: { name: 'sea-trial-1_data', driver: 'local', external: false } },
  });
});

test('the values of all variables are known, as the containers get them', () => {
  const project = projectOf({
    web: { image: 'x', environment: { A: 'a$$b', B: null } },
    store: { image: 'y', environment: { C: 'c' } },
  });
  expect(environmentValues(project)).toEqual(['a$b', 'c']);
});
