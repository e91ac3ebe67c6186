import { builderTrouble } from '../docker/builder-trouble.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import type { Diagnosis } from './diagnosis.ts';

const remote = { name: 'far', driver: 'remote', endpoints: ['tcp://10.0.0.4:1234'] };
const kubernetes = {
  name: 'cluster',
  driver: 'kubernetes',
  endpoints: ['kubernetes:///cluster?deployment=builder&kubeconfig='],
};

export const builderUnavailable: Diagnosis = {
  id: 'builder-unavailable',
  blames: 'setup',
  summary: 'the builder that shall build the image is not there, does not answer, or went away',
  why: 'Builders other than the one of the engine itself are programs of their own: a container, a deployment in a cluster, a daemon on another machine. Where it cannot be reached nothing was built, so nothing is known against the Dockerfile.',
  references: [
    'https://docs.docker.com/build/builders/drivers/',
    'https://github.com/docker/setup-buildx-action#customizing',
  ],
  moments: ['build'],
  *recognise(symptoms) {
    const { build } = symptoms;
    if (build === undefined) return;
    const { argv, failure, timedOut, steps, builder } = build;
    const named = argv.find((word) => word.startsWith('--builder='))?.slice('--builder='.length);
    const trouble = builderTrouble({
      message: failure.message,
      timedOut,
      began: steps.length > 0,
      ...(failure.step === undefined ? {} : { step: failure.step }),
      ...(builder === undefined ? {} : { builder }),
      ...(named === undefined ? {} : { named }),
    });
    if (trouble === undefined) return;
    yield {
      ...trouble,
      evidence: buildEvidence(symptoms, [
        ...(failure.step === undefined ? [] : symptoms.log.slice(-6)),
        failure.message,
      ]),
    };
  },
  examples: [
    {
      title: 'a name that nobody has given to a builder',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'no builder "fast" found' } },
      advice: '`docker buildx create --name fast`',
    },
    {
      title: 'a remote one, where no BuildKit listens',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: { message: 'context deadline exceeded', step: '[internal] waiting for connection', builder: remote },
      },
      advice: '`docker buildx create --driver remote --name far ENDPOINT`',
    },
    {
      title: 'the same, and `build-timeout` is over first',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'the build had not ended after 10 s', timedOut: true } },
    },
    {
      title: 'a container whose image cannot be pulled',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
          step: '[internal] booting buildkit',
          builder: { name: 'boxed', driver: 'docker-container', endpoints: ['unix:///var/run/docker.sock'] },
        },
      },
      advice: 'driver-opts: image=',
    },
    {
      title: 'a cluster that does not answer',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'error for bootstrap "cluster0": Get "https://10.0.0.9:6443/apis/apps/v1/namespaces/default/deployments/cluster0": dial tcp 10.0.0.9:6443: connect: connection refused',
          step: '[internal] booting buildkit',
          builder: kubernetes,
        },
      },
      advice: '`kubectl get deployments`',
    },
    {
      title: 'a cluster that nobody has told of',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'no valid drivers found: cannot determine Kubernetes namespace, specify manually: invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable',
          builder: kubernetes,
        },
      },
      advice: 'KUBECONFIG',
    },
    {
      title: 'a driver that another build of buildx has',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message: 'failed to find driver "cloud"',
          builder: { name: 'cloud-ships', driver: 'cloud', endpoints: [] },
        },
      },
      advice: '`cloud:latest`',
    },
    {
      title: 'a docker context is named instead',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: { build: { message: 'use `docker --context=harbour buildx` to switch to context "harbour"' } },
      advice: '`DOCKER_CONTEXT: harbour`',
    },
    {
      title: 'it is ended while it builds',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message: 'failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
          builder: remote,
        },
      },
      advice: 'Run the job again.',
    },
  ],
  confusions: [
    {
      title: 'a step writes these words',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN ./publish\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c ./publish" did not complete successfully: exit code: 1',
          line: 2,
          step: '[2/2] RUN ./publish',
          exitCode: 1,
          log: ['ERROR: no builder "fast" found', 'rpc error: code = Unavailable desc = transport is closing'],
        },
      },
    },
    {
      title: 'the builder is there, and a registry does not answer it',
      is: 'registry-unreachable',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: python:3.11-slim: failed to resolve source metadata for docker.io/library/python:3.11-slim: failed to do request: Head "https://registry-1.docker.io/v2/library/python/manifests/3.11-slim": context deadline exceeded',
          line: 1,
          step: '[internal] load metadata for docker.io/library/python:3.11-slim',
          builder: remote,
        },
      },
    },
    {
      title: 'an instruction does not end',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN sleep 900\n',
      saw: { build: { message: 'the build had not ended after 60 s', step: '[2/2] RUN sleep 900', timedOut: true } },
    },
  ],
};
