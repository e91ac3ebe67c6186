import { locationOf } from '../dockerfile/location.ts';
import type { Location } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/failed-pull.ts';
import { instructionAt } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

export const baseImageNotFound: Diagnosis = {
  id: 'base-image-not-found',
  blames: 'image',
  summary: 'the registry has no image of the name or tag that the Dockerfile is built on',
  why: 'The registry answered, and does not know it: the tag is misspelt, was removed, or never existed. The build ends before its first step.',
  references: ['https://docs.docker.com/reference/dockerfile/#from'],
  moments: ['build'],
  *recognise(symptoms) {
    const pull = failedPull(symptoms);
    if (pull?.kind !== 'absent') return;
    const place = imagePlace(symptoms, pull.image);
    const headline = `the build stops, there is no image \`${pull.image}\``;
    yield {
      headline: headline.length <= 55 ? headline : 'the build stops, there is no such base image',
      title: `the registry has no image \`${pull.image}\``,
      why: 'It answers, and knows no such tag.',
      advice:
        'Write a tag that the registry lists, such as `python:3.13-slim`; where the name is a stage of this file, define it above.',
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [pull.line]),
      explains: ['build-step-failed'],
    };
  },
  examples: [
    {
      title: 'a tag that is misspelt',
      dockerfile: 'FROM python:3.11-slimm\nCMD ["python"]\n',
      saw: {
        build: {
          message:
            'failed to solve: python:3.11-slimm: failed to resolve source metadata for docker.io/library/python:3.11-slimm: docker.io/library/python:3.11-slimm: not found',
          line: 1,
          step: '[internal] load metadata for docker.io/library/python:3.11-slimm',
        },
      },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'the registry does not answer: a wrong name would be answered',
      is: 'registry-unreachable',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: python:3.11-slim: failed to resolve source metadata for docker.io/library/python:3.11-slim: failed to do request: Head "https://registry-1.docker.io/v2/library/python/manifests/3.11-slim": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
          line: 1,
          step: '[internal] load metadata for docker.io/library/python:3.11-slim',
        },
      },
    },
  ],
};

/** The word of FROM or of `--from=`. */
function imagePlace({ facts, build }: Symptoms, image: string): Location | undefined {
  const { dockerfile } = facts;
  const candidates = dockerfile.instructions.filter((instruction) => ['FROM', 'COPY'].includes(instruction.keyword));
  const short = image.replace(/^docker\.io\/(?:library\/)?/, '');
  const named =
    candidates.find(({ text }) => text.includes(image)) ?? candidates.find(({ text }) => text.includes(short));
  const instruction = named ?? instructionAt(facts, build?.failure.line);
  if (instruction === undefined) return undefined;
  const word =
    instruction.words.find(({ value }) => value === image || value === short) ??
    (instruction.keyword === 'FROM' ? instruction.words[0] : undefined);
  return locationOf(dockerfile, word?.span ?? instruction.span);
}
