import { fittingHeadline } from '../symptoms/fitting.ts';
import { posix } from 'node:path';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedCopies, isOutside } from '../symptoms/build/failed-copy.ts';

const checksum =
  'failed to calculate checksum of ref 13e3d222-7a6e-4db4-b49f-41355442fd3f::oye1ffeo5rwbj5uyskdczd9hz: "/shared": not found';

export const copyOutsideContext: Diagnosis = {
  id: 'copy-outside-context',
  blames: 'image',
  summary: 'COPY names a path above the folder that is sent to the build',
  why: 'Only the build context is sent to the builder. A path that leads out of it is cut off at its top: BuildKit looks for `/shared` where `../shared` is written, and says that it is not there.',
  references: ['https://docs.docker.com/build/concepts/context/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { context, dockerfile } = symptoms.facts;
    for (const failed of failedCopies(symptoms)) {
      const { source, location, line } = failed;
      if (source === undefined || !isOutside(failed)) continue;
      const above = posix.normalize(posix.join(context.folder, '..'));
      yield {
        headline: fittingHeadline(
          `the build stops, \`${source.text}\` lies outside of it`,
          'the build stops, COPY leads out of its folder',
        ),
        title: `\`${source.text}\` lies above the folder that is sent to the build`,
        why: 'BuildKit looks for it inside, and there is none.',
        advice: above.startsWith('..')
          ? `Copy it into the repository's folder, or build from the folder above: \`context: ..\` and \`file: ${dockerfile.path}\` under \`with:\`.`
          : `Build from the folder above: \`context: ${above}\` and \`file: ${dockerfile.path}\` under \`with:\`; then write the sources of COPY from there.`,
        ...(location === undefined ? {} : { location }),
        evidence: buildEvidence(symptoms, [line]),
      };
    }
  },
  examples: [
    {
      title: 'a folder beside the context',
      dockerfile: 'FROM python:3.11-slim\nCOPY ../shared /shared\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum}`,
          line: 2,
          step: '[2/2] COPY ../shared /shared',
          failedSteps: [{ name: '[2/2] COPY ../shared /shared', error: checksum }],
        },
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'a name of the context that is not there',
      is: 'copy-source-absent',
      dockerfile: 'FROM python:3.11-slim\nCOPY shared /shared\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum}`,
          line: 2,
          step: '[2/2] COPY shared /shared',
          failedSteps: [{ name: '[2/2] COPY shared /shared', error: checksum }],
        },
      },
    },
  ],
};
