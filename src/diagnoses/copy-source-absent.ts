import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { servedBy } from './example.ts';
import { failedCopies, isOutside, type FailedCopy } from '../symptoms/build/failed-copy.ts';
import { onlyNearest } from '../nearest.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const checksum = (path: string): string =>
  `failed to calculate checksum of ref 13e3d222-7a6e-4db4-b49f-41355442fd3f::yk5qnveorcs2w2pecrakgq9zh: "${path}": not found`;

export const copySourceAbsent: Diagnosis = {
  id: 'copy-source-absent',
  blames: 'image',
  summary: 'COPY names a file that the build context does not have',
  why: 'COPY takes its sources from the folder that is sent to the build, and from nowhere else. A path is seen from the top of that folder, wherever the Dockerfile lies.',
  references: ['https://docs.docker.com/build/concepts/context/'],
  moments: ['build'],
  *recognise(symptoms) {
    for (const failed of failedCopies(symptoms)) {
      if (isOtherCause(failed, symptoms.facts)) continue;
      yield told(symptoms, failed);
    }
  },
  examples: [
    {
      title: 'a name that is misspelt',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('COPY requirements.txt', 'COPY requirments.txt'),
      files: { 'requirements.txt': 'fastapi==0.165.0\n' },
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/requirments.txt')}`,
          line: 3,
          step: '[3/5] COPY requirments.txt .',
          failedSteps: [{ name: '[3/5] COPY requirments.txt .', error: checksum('/requirments.txt') }],
        },
      },
      place: 'Dockerfile:3',
      fixed: 'COPY requirements.txt .',
    },
    {
      title: 'two at once: the build quotes the first, and both are told',
      dockerfile: 'FROM python:3.11-slim\nCOPY a.txt .\nCOPY b.txt .\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/a.txt')}`,
          line: 2,
          step: '[2/3] COPY a.txt .',
          failedSteps: [
            { name: '[2/3] COPY a.txt .', error: checksum('/a.txt') },
            { name: '[3/3] COPY b.txt .', error: checksum('/b.txt') },
          ],
        },
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'it is there, and .dockerignore keeps it from the build',
      is: 'copy-source-ignored',
      dockerfile: 'FROM python:3.11-slim\nCOPY app.py .\n',
      files: { 'app.py': '', '.dockerignore': '# secrets\n*.py\n' },
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/app.py')}`,
          line: 2,
          step: '[2/2] COPY app.py .',
          failedSteps: [{ name: '[2/2] COPY app.py .', error: checksum('/app.py') }],
        },
      },
    },
  ],
};

/** Of another stage, outside the context, or there and ignored. */
function isOtherCause(failed: FailedCopy, { context }: Facts): boolean {
  const { from, path } = failed;
  if (from.kind !== 'context' || isOutside(failed)) return true;
  const name = path.slice(1);
  return context.kindOf(name) !== undefined && context.isIgnored(name);
}

function told(symptoms: Symptoms, { path, source, location, line }: FailedCopy): Recognised {
  const { context } = symptoms.facts;
  const written = source?.text ?? path.slice(1);
  const near = onlyNearest(path.slice(1), context.listing.files);
  const elsewhere = context.listing.files.filter((file) => file.endsWith(`/${path.slice(1)}`));
  const folder = context.folder === '' ? 'the context' : `the context \`${context.folder}\``;
  const exact =
    source !== undefined && location !== undefined && location.endColumn - location.column === written.length;
  return {
    headline: fittingHeadline(
      `the build stops, there is no \`${written}\` to copy`,
      'the build stops, there is nothing to copy',
    ),
    title: `${folder} has no \`${written}\``,
    why: 'What COPY, ADD and mounts name is looked for from the top of the folder that is sent to the build.',
    advice:
      near !== undefined
        ? `Write \`${near}\` instead of \`${written}\`.`
        : elsewhere.length === 1
          ? `Write \`${elsewhere[0]}\`, or build from its folder.`
          : written.startsWith('/') || written.startsWith('~')
            ? 'Add the file to the repository, and name it from the top of the context: a path of this machine is not seen.'
            : 'Correct the name, or add the file to the repository.',
    ...(location === undefined ? {} : { location }),
    evidence: buildEvidence(symptoms, [line]),
    ...(near === undefined || !exact
      ? {}
      : { fix: { title: `Copy \`${near}\``, safety: 'safe', edits: [{ location, text: near }] } }),
  };
}
