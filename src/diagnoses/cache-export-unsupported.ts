import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';

const said =
  /(?<what>Cache export|Multiple platforms feature|Multi-platform build) is (?:not supported|currently not supported) for the docker driver/i;

export const cacheExportUnsupported: Diagnosis = {
  id: 'cache-export-unsupported',
  blames: 'setup',
  summary: 'the builder of the engine itself cannot do what the build is told to do',
  why: 'The builder that comes with the engine writes no cache elsewhere, unless the engine keeps its images with containerd. A builder in a container of its own does; one step of the workflow makes it.',
  references: ['https://docs.docker.com/build/cache/backends/', 'https://github.com/docker/setup-buildx-action'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build } = symptoms;
    const message = build?.failure.message ?? '';
    const what = said.exec(message)?.groups?.['what'];
    if (what === undefined) return;
    const isCache = what.toLowerCase().startsWith('cache');
    yield {
      headline: isCache ? 'this builder cannot write a cache' : 'this builder builds for one platform only',
      title: isCache
        ? 'the builder of the engine itself writes no build cache elsewhere'
        : 'the builder of the engine itself builds for one platform at a time',
      why: 'It is the `docker` driver; nothing is known against the Dockerfile.',
      advice: `Add a step before this one: \`uses: docker/setup-buildx-action@v4\`; or leave ${isCache ? '`cache-to`' : '`platforms`'} out.`,
      evidence: buildEvidence(symptoms, [message]),
    };
  },
  examples: [
    {
      title: 'a cache is to be written',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message:
            'Cache export is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/build-cache-backends/',
        },
      },
    },
  ],
  confusions: [
    {
      title: 'a step writes these words',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN make\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
          line: 2,
          step: '[2/2] RUN make',
          exitCode: 2,
          log: ['Cache export is not supported for the docker driver.'],
        },
      },
    },
  ],
};
