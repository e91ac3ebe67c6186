import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/build/failed-pull.ts';
import { imagePlace } from '../symptoms/build/image-place.ts';

export const registryRateLimited: Diagnosis = {
  id: 'registry-rate-limited',
  blames: 'setup',
  summary: 'the registry refuses the base image because too many were pulled from this address',
  why: 'Docker Hub counts what an address pulls without a login, and runners share their addresses with many others. Nothing is known against the Dockerfile.',
  references: ['https://docs.docker.com/docker-hub/usage/pulls/'],
  moments: ['build', 'create'],
  *recognise(symptoms) {
    const pull = failedPull(symptoms);
    if (pull?.kind !== 'limited') return;
    const { build } = symptoms;
    const place = build === undefined ? undefined : imagePlace(symptoms, pull);
    yield {
      headline: 'the registry gives out no more images for now',
      title: `the registry gives no \`${pull.image}\` now: too many were pulled from here`,
      why: 'It counts per address where nobody is logged in; the image is not to blame.',
      advice:
        'Log in before this step: `uses: docker/login-action@v4` with `username` and `password` under `with:`; or run the job again later.',
      ...(place === undefined ? {} : { location: place }),
      evidence: build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms, [pull.line]),
    };
  },
  examples: [
    {
      title: 'BuildKit tells the status alone',
      dockerfile: 'FROM registry.example/python:3.11\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/python:3.11: failed to resolve source metadata for registry.example/python:3.11: unexpected status from HEAD request to https://registry.example/v2/python/manifests/3.11: 429 Too Many Requests',
          line: 1,
          step: '[internal] load metadata for registry.example/python:3.11',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'the engine tells the words of the registry',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        create: {
          exitCode: 125,
          stderr:
            "Unable to find image 'ships:1' locally\ndocker: Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit\n",
        },
        ended: 'not-started',
      },
    },
  ],
  confusions: [
    {
      title: 'the registry wants a login',
      is: 'registry-denied',
      dockerfile: 'FROM registry.example/python:3.11\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/python:3.11: failed to resolve source metadata for registry.example/python:3.11: unexpected status from HEAD request to https://registry.example/v2/python/manifests/3.11: 401 Unauthorized',
          line: 1,
          step: '[internal] load metadata for registry.example/python:3.11',
        },
      },
    },
  ],
};
