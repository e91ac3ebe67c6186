import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, exitEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/build/failed-pull.ts';
import { imagePlace } from '../symptoms/build/image-place.ts';

export const registryUnreachable: Diagnosis = {
  id: 'registry-unreachable',
  blames: 'setup',
  summary: 'the registry that the base image comes from does not answer',
  why: 'Its name is not resolved, or no connection comes about: the network of the runner, a proxy, a certificate, or trouble of the registry. A wrong image name would be answered, so nothing is known against the Dockerfile.',
  references: ['https://docs.docker.com/engine/daemon/proxy/'],
  moments: ['build', 'create'],
  *recognise(symptoms) {
    const { build, container } = symptoms;
    const pull = failedPull(symptoms);
    if (pull?.kind !== 'unreachable') return;
    const place = build === undefined ? undefined : imagePlace(symptoms, pull);
    yield {
      headline: 'the registry of the base image does not answer',
      title: `${pull.host === undefined ? 'the registry of the base image' : `the registry \`${pull.host}\``} does not answer`,
      why: 'So the base image cannot be pulled. A wrong name would be answered: this is the network, a proxy, a certificate, or the registry itself.',
      advice:
        'Run the job again; where the runner reaches the registry through a proxy or a mirror, set that up for its engine.',
      ...(place === undefined ? {} : { location: place }),
      evidence:
        build === undefined
          ? container === undefined
            ? []
            : exitEvidence(container)
          : buildEvidence(symptoms, [pull.line]),
      explains: ['base-image-not-found', 'build-step-failed'],
    };
  },
  examples: [
    {
      title: 'the name of the registry is not resolved',
      dockerfile: 'FROM python:3.11-slimm\nCMD ["python"]\n',
      saw: {
        build: {
          message:
            'failed to solve: python:3.11-slimm: failed to resolve source metadata for docker.io/library/python:3.11-slimm: failed to do request: Head "https://registry-1.docker.io/v2/library/python/manifests/3.11-slimm": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
          line: 1,
          step: '[internal] load metadata for docker.io/library/python:3.11-slimm',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'the image that shall read the Dockerfile is asked for first',
      dockerfile: '# syntax=docker/dockerfile:1\nFROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: failed to resolve source metadata for docker.io/docker/dockerfile:1: failed to do request: Head "https://registry-1.docker.io/v2/docker/dockerfile/manifests/1": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
          line: 1,
          step: 'resolve image config for docker-image://docker.io/docker/dockerfile:1',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'it answers that it is out of order',
      dockerfile: 'FROM registry.example/python:3.11\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/python:3.11: failed to resolve source metadata for registry.example/python:3.11: unexpected status from HEAD request to https://registry.example/v2/python/manifests/3.11: 503 Service Unavailable',
          line: 1,
          step: '[internal] load metadata for registry.example/python:3.11',
        },
      },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'the registry answers that it has no such tag',
      is: 'base-image-not-found',
      dockerfile: 'FROM python:3.11-slimm\n',
      saw: {
        build: {
          message:
            'failed to solve: python:3.11-slimm: failed to resolve source metadata for docker.io/library/python:3.11-slimm: docker.io/library/python:3.11-slimm: not found',
          line: 1,
          step: '[internal] load metadata for docker.io/library/python:3.11-slimm',
        },
      },
    },
  ],
};
