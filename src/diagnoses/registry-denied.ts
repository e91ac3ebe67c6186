import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/build/failed-pull.ts';
import { imagePlace } from '../symptoms/build/image-place.ts';

export const registryDenied: Diagnosis = {
  id: 'registry-denied',
  blames: 'setup',
  summary: 'the registry gives the base image to nobody who is not logged in',
  why: 'It answers, and wants to know who asks. Docker Hub says the same of a name that it does not have, so that nobody learns which private images there are.',
  references: ['https://github.com/docker/login-action#usage'],
  moments: ['build', 'create'],
  *recognise(symptoms) {
    const pull = failedPull(symptoms);
    if (pull?.kind !== 'refused') return;
    const { build } = symptoms;
    const place = build === undefined ? undefined : imagePlace(symptoms, pull);
    const registry = parseImageReference(pull.image)?.registry ?? pull.host ?? 'docker.io';
    yield {
      headline: 'the registry denies the base image',
      title: `\`${registry}\` denies \`${pull.image}\` to whoever asks without a login`,
      why: 'The image is private, or the name is wrong: many registries say the same of both.',
      advice: `Log in before this step: \`uses: docker/login-action@v4\` with \`registry: ${registry}\`, \`username\` and \`password\` under \`with:\`; and compare the name.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms, [pull.line]),
    };
  },
  examples: [
    {
      title: 'without a login',
      dockerfile: 'FROM registry.example/python:3.11\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/python:3.11: failed to resolve source metadata for registry.example/python:3.11: unexpected status from HEAD request to https://registry.example/v2/python/manifests/3.11: 401 Unauthorized',
          line: 1,
          step: '[internal] load metadata for registry.example/python:3.11',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'with a login that may not read it',
      dockerfile: 'FROM registry.example/python:3.11\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/python:3.11: failed to resolve source metadata for registry.example/python:3.11: unexpected status from HEAD request to https://registry.example/v2/python/manifests/3.11: 403 Forbidden',
          line: 1,
          step: '[internal] load metadata for registry.example/python:3.11',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: "a user's image on Docker Hub, private or absent",
      dockerfile: 'FROM ships/base:1\n',
      saw: {
        build: {
          message:
            'failed to solve: ships/base:1: failed to resolve source metadata for docker.io/ships/base:1: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
          line: 1,
          step: '[internal] load metadata for docker.io/ships/base:1',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'a login that is wrong, which keeps even public images back',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: python:3.11-slim: failed to resolve source metadata for docker.io/library/python:3.11-slim: failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://auth.docker.io/token: 401 Unauthorized: incorrect username or password',
          line: 1,
          step: '[internal] load metadata for docker.io/library/python:3.11-slim',
        },
      },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'one of the official images, which everyone may read: there is none of that name',
      is: 'base-image-not-found',
      dockerfile: 'FROM pyhton:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: pyhton:3.11-slim: failed to resolve source metadata for docker.io/library/pyhton:3.11-slim: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
          line: 1,
          step: '[internal] load metadata for docker.io/library/pyhton:3.11-slim',
        },
      },
    },
  ],
};
