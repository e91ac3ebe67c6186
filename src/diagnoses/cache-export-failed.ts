import { buildEvidence } from '../symptoms/evidence.ts';
import type { Diagnosis } from './diagnosis.ts';

export const cacheExportFailed: Diagnosis = {
  id: 'cache-export-failed',
  blames: 'setup',
  summary: 'the image is built, and its build cache cannot be written where `cache-to` says',
  why: 'The place does not answer, or wants a login. BuildKit ends the whole build for that, unless it is told that the cache does not matter so much.',
  references: ['https://docs.docker.com/build/cache/backends/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build } = symptoms;
    const kind = /^exporting cache to ([\w-]+)/.exec(build?.failure.step ?? '')?.[1];
    if (build === undefined || kind === undefined) return;
    yield {
      headline: 'the build cache cannot be written',
      title: 'the build cache cannot be written where `cache-to` says',
      why: `All instructions were built; what failed is the export to \`${kind}\`. Nothing is known against the Dockerfile.`,
      advice: `Add \`ignore-error=true\` to \`cache-to\`, so that a cache costs no build; and ${
        kind === 'registry'
          ? 'log in to its registry before this step, or correct its `ref`.'
          : 'correct what it names.'
      }`,
      evidence: buildEvidence(symptoms, [build.failure.message]),
    };
  },
  examples: [
    {
      title: 'a registry that does not answer',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: error writing layer blob: failed to do request: Head "http://127.0.0.1:9/v2/x/blobs/sha256:aff98c": dial tcp 127.0.0.1:9: connect: connection refused',
          step: 'exporting cache to registry',
        },
      },
      advice: '`ignore-error=true`',
    },
  ],
  confusions: [
    {
      title: "the engine's own builder writes no cache at all",
      is: 'cache-export-unsupported',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'Cache export is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/build-cache-backends/',
        },
      },
    },
  ],
};
