import { updateBefore } from '../facts/apt-commands.ts';
import { aptStep } from '../symptoms/build/apt-failure.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

const unable = ['Reading package lists...', 'Building dependency tree...', 'E: Unable to locate package curl'];

export const aptListsAbsent: Diagnosis = {
  id: 'apt-lists-absent',
  blames: 'image',
  summary: 'apt installs without having fetched its package lists',
  why: 'Base images come without package lists, and a good RUN removes them behind itself. Without `apt-get update` in the same RUN apt knows no package at all and says so of the first one.',
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  moments: ['build'],
  *recognise(symptoms) {
    const lines = symptoms.log.filter((line) =>
      /^E: (?:Unable to locate package|Package '.+' has no installation candidate|Couldn't find any package|You must put some 'source' URIs)/.test(
        line.trim(),
      ),
    );
    if (lines.length === 0) return;
    const step = aptStep(symptoms);
    if (step?.lists !== 'nowhere') return;
    const { install } = step;
    const program = install?.program.text ?? 'apt-get';
    const edit = install === undefined ? undefined : updateBefore(install);
    const place = install?.command.location ?? failedPlace(symptoms.facts, symptoms.build?.failure.line);
    yield {
      headline: 'the build stops, apt has no package lists',
      title: `\`${program} install\` has no package lists to look into`,
      why: 'The base image has none, and nothing fetches them in this step.',
      advice: `Write \`${program} update &&\` before it, in the same \`RUN\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, lines.slice(0, 4)),
      explains: ['apt-package-not-found', 'build-step-failed'],
      ...(edit === undefined ? {} : { fix: { title: 'Fetch the lists before it', safety: 'safe', edits: [edit] } }),
    };
  },
  examples: [
    {
      title: 'no update anywhere',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get install -y curl\n',
      saw: { build: failedStep(2, 'apt-get install -y curl', unable, 100) },
      place: 'Dockerfile:2',
      fixed: 'RUN apt-get update && apt-get install -y curl',
    },
    {
      title: 'an earlier RUN removed them again',
      dockerfile:
        'FROM python:3.11-slim\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\nRUN set -e; \\\n    apt-get install -y curl\n',
      saw: { build: failedStep(3, 'set -e; apt-get install -y curl', unable, 100) },
      place: 'Dockerfile:4',
      fixed: '    apt-get update && apt-get install -y curl',
    },
  ],
  confusions: [
    {
      title: 'they were fetched, and the name is wrong',
      is: 'apt-package-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update -qq && apt-get install -y curll\n',
      saw: {
        build: failedStep(
          2,
          'apt-get update -qq && apt-get install -y curll',
          ['Reading package lists...', 'E: Unable to locate package curll'],
          100,
        ),
      },
    },
    {
      title: 'the network fails, so no lists come',
      is: 'package-index-unreachable',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update; apt-get install -y curl\n',
      saw: {
        build: failedStep(
          2,
          'apt-get update; apt-get install -y curl',
          [
            "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'",
            'E: Unable to locate package curl',
          ],
          100,
        ),
      },
    },
  ],
};
