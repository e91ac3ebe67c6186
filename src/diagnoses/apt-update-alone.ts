import { updateBefore } from '../facts/apt-commands.ts';
import { aptStep } from '../symptoms/build/apt-failure.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

const gone = [
  'Err:1 http://deb.debian.org/debian bookworm/main amd64 libssl3 amd64 3.0.9-1',
  '  404  Not Found [IP: 151.101.2.132 80]',
  'E: Failed to fetch http://deb.debian.org/debian/pool/main/o/openssl/libssl3_3.0.9-1_amd64.deb  404  Not Found [IP: 151.101.2.132 80]',
  'E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?',
];

export const aptUpdateAlone: Diagnosis = {
  id: 'apt-update-alone',
  blames: 'image',
  summary: 'apt looks into lists of an earlier day, and the archive no longer has what they name',
  why: 'The layer that `apt-get update` makes comes from the cache as long as its own line stays the same. The archive meanwhile replaces versions, and what the old lists name is gone.',
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  moments: ['build'],
  *recognise(symptoms) {
    const lines = symptoms.log.filter((line) =>
      /^E: (?:Failed to fetch \S+\.deb\s+404|Unable to fetch some archives)/.test(line.trim()),
    );
    if (!lines.some((line) => line.includes('404'))) return;
    const step = aptStep(symptoms);
    if (step === undefined || step.lists === 'this step') return;
    const { install } = step;
    const program = install?.program.text ?? 'apt-get';
    const edit = install === undefined ? undefined : updateBefore(install);
    const place = install?.command.location ?? failedPlace(symptoms.facts, symptoms.build?.failure.line);
    yield {
      headline: 'the build stops, the package lists are too old',
      title: `\`${program} install\` looks into lists of an earlier day`,
      why: 'They come from a cached layer, and the archive no longer has the versions that they name.',
      advice: `Write \`${program} update &&\` before it, in the same \`RUN\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, lines.slice(-3)),
      explains: ['build-step-failed'],
      ...(edit === undefined ? {} : { fix: { title: 'Fetch the lists before it', safety: 'safe', edits: [edit] } }),
    };
  },
  examples: [
    {
      title: 'the update stands in a RUN of its own',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update\nRUN apt-get install -y --no-install-recommends curl\n',
      saw: { build: failedStep(3, 'apt-get install -y --no-install-recommends curl', gone, 100) },
      place: 'Dockerfile:3',
      fixed: 'RUN apt-get update && apt-get install -y --no-install-recommends curl',
    },
  ],
  confusions: [
    {
      title: 'the lists are fresh: the archive is between two states, and tomorrow is another day',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update && apt-get install -y curl\n',
      saw: { build: failedStep(2, 'apt-get update && apt-get install -y curl', gone, 100) },
    },
  ],
};
