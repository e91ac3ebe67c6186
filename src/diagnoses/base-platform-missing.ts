import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/build/failed-pull.ts';
import { imagePlace } from '../symptoms/build/image-place.ts';
import { instructionAt } from '../symptoms/place.ts';

export const basePlatformMissing: Diagnosis = {
  id: 'base-platform-missing',
  blames: 'image',
  summary: 'the base image exists, and not for the platform that is built for',
  why: 'A tag may stand for several images, one for each platform. The registry has this tag, and none of its images is for the processor of the runner, or for the one that `--platform` names.',
  references: ['https://docs.docker.com/build/building/multi-platform/'],
  moments: ['build', 'create'],
  *recognise(symptoms) {
    const pull = failedPull(symptoms);
    if (pull?.kind !== 'platform') return;
    const { build, facts } = symptoms;
    const instruction = instructionAt(facts, build?.failure.line);
    const flag = instruction?.flags.findLast(({ name }) => name === 'platform');
    const place =
      flag !== undefined
        ? locationOf(facts.dockerfile, flag.span)
        : build === undefined
          ? undefined
          : imagePlace(symptoms, pull);
    const platform = flag?.value ?? /no matching manifest for (\S+)/.exec(pull.line)?.[1];
    yield {
      headline: 'the base image is not there for this platform',
      title: `\`${pull.image}\` is there, and not for ${platform === undefined ? 'the platform of this build' : `\`${platform}\``}`,
      why: 'The registry has the tag for other platforms only.',
      advice:
        flag === undefined
          ? 'Write a base image that is published for this platform, or choose another one with `platforms` under `with:`.'
          : 'Leave `--platform` out of FROM, or name a platform for which the image is published.',
      ...(place === undefined ? {} : { location: place }),
      evidence: build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms, [pull.line]),
    };
  },
  examples: [
    {
      title: 'an image for ARM alone, on another machine',
      dockerfile: 'FROM registry.example/multi:1\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/multi:1: failed to resolve source metadata for registry.example/multi:1: no match for platform in manifest: not found',
          line: 1,
          step: '[internal] load metadata for registry.example/multi:1',
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'the engine pulls it',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        create: {
          exitCode: 125,
          stderr:
            "Unable to find image 'registry.example/multi:1' locally\n1: Pulling from multi\ndocker: Error response from daemon: no matching manifest for linux/amd64 in the manifest list entries\n",
        },
        ended: 'not-started',
      },
    },
  ],
  confusions: [
    {
      title: 'the registry does not have the tag at all',
      is: 'base-image-not-found',
      dockerfile: 'FROM registry.example/multi:2\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/multi:2: failed to resolve source metadata for registry.example/multi:2: registry.example/multi:2: not found',
          line: 1,
          step: '[internal] load metadata for registry.example/multi:2',
        },
      },
    },
  ],
};
