import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPull } from '../symptoms/build/failed-pull.ts';
import { imagePlace } from '../symptoms/build/image-place.ts';
import { nearest } from '../nearest.ts';

/** What applications in Python are built on. */
const names = [
  'python',
  'debian',
  'ubuntu',
  'alpine',
  'node',
  'nginx',
  'redis',
  'postgres',
  'fedora',
  'rockylinux',
  'busybox',
];
/** What stands behind the version in the tags of Python's image. */
const variants = [
  'slim',
  'alpine',
  ...['trixie', 'bookworm', 'bullseye', 'buster'].flatMap((release) => [release, `slim-${release}`]),
];

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
    const place = imagePlace(symptoms, pull);
    const near = nearName(pull.image);
    const isWhole = place !== undefined && place.endColumn - place.column === shortName(pull.image).length;
    yield {
      headline: fittingHeadline(
        `the build stops, there is no image \`${pull.image}\``,
        'the build stops, there is no such base image',
      ),
      title: `the registry has no image \`${pull.image}\``,
      why: 'It answers, and knows no such tag.',
      advice: pull.isSyntax
        ? 'Write `# syntax=docker/dockerfile:1`, or leave the line out: the engine brings its own.'
        : near === undefined
          ? 'Write a name and a tag that the registry lists, such as `python:3.13-slim`.'
          : `Write \`${near}\`, if that is meant.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [pull.line]),
      ...(near === undefined || !isWhole
        ? {}
        : { fix: { title: `Build on \`${near}\``, safety: 'unsafe', edits: [{ location: place, text: near }] } }),
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
      fixed: 'FROM python:3.11-slim',
    },
    {
      title: 'a name that is misspelt: Docker Hub says only that it may not be read',
      dockerfile: 'FROM pyhton:3.11-slim\nCMD ["python"]\n',
      saw: {
        build: {
          message:
            'failed to solve: pyhton:3.11-slim: failed to resolve source metadata for docker.io/library/pyhton:3.11-slim: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
          line: 1,
          step: '[internal] load metadata for docker.io/library/pyhton:3.11-slim',
        },
      },
      place: 'Dockerfile:1',
      fixed: 'FROM python:3.11-slim',
    },
    {
      title: 'the image that shall read the Dockerfile',
      dockerfile: '# syntax=docker/dockerfile:9\nFROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: failed to resolve source metadata for docker.io/docker/dockerfile:9: docker.io/docker/dockerfile:9: not found',
          line: 1,
          step: 'resolve image config for docker-image://docker.io/docker/dockerfile:9',
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
    {
      title: 'the image is there, for another platform',
      is: 'base-platform-missing',
      dockerfile: 'FROM registry.example/arm:1\n',
      saw: {
        build: {
          message:
            'failed to solve: registry.example/arm:1: failed to resolve source metadata for registry.example/arm:1: no match for platform in manifest: not found',
          line: 1,
          step: '[internal] load metadata for registry.example/arm:1',
        },
      },
    },
  ],
};

/** As a Dockerfile has it. */
function shortName(image: string): string {
  return image.replace(/^docker\.io\/(?:library\/)?/, '');
}

/** One of Docker's official images whose name, or whose tag, is a slip of the hand away. */
function nearName(image: string): string | undefined {
  const [, name = '', tag = ''] = /^([\w.-]+)(:[\w.-]+)?$/.exec(shortName(image)) ?? [];
  const meant = nearest(name, names);
  if (meant !== undefined) return `${meant}${tag}`;
  const [, version = '', variant = ''] = /^:([\d.]+-)(.+)$/.exec(tag) ?? [];
  const known = name === 'python' ? nearest(variant, variants) : undefined;
  return known === undefined ? undefined : `python:${version}${known}`;
}
