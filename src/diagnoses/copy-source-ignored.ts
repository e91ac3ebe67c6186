import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Location } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedCopies } from '../symptoms/build/failed-copy.ts';
import { linePlace } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

export const copySourceIgnored: Diagnosis = {
  id: 'copy-source-ignored',
  blames: 'image',
  summary: 'COPY names a file that .dockerignore keeps from the build',
  why: 'What .dockerignore matches is not sent to the build at all, so COPY does not find it though it lies in the folder. BuildKit says the same as of a file that is not there.',
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  moments: ['build'],
  *recognise(symptoms) {
    const { context } = symptoms.facts;
    for (const { path, from, line } of failedCopies(symptoms)) {
      const name = path.slice(1);
      if (from.kind !== 'context' || context.kindOf(name) === undefined || !context.isIgnored(name)) continue;
      const decided = decidingLine(symptoms, name);
      const headline = `the build stops, \`${name}\` is kept from it`;
      yield {
        headline: fittingHeadline(headline, 'the build stops, `.dockerignore` hides what is copied'),
        title: `\`${name}\` is there, and \`.dockerignore\` keeps it from the build`,
        why: 'What it matches is not sent to the build, so COPY does not find it.',
        advice: `Let it pass: add the line \`!${name}\`.`,
        ...(decided === undefined ? {} : { location: decided.location }),
        evidence: buildEvidence(symptoms, [line]),
        explains: ['build-step-failed', 'copy-source-absent'],
        ...(decided === undefined
          ? {}
          : {
              fix: {
                title: `Let \`${name}\` pass`,
                safety: 'safe',
                edits: [{ location: decided.end, text: `\n!${name}` }],
              },
            }),
      };
    }
  },
  examples: [
    {
      title: 'a pattern that is too wide',
      dockerfile: 'FROM python:3.11-slim\nCOPY app.py .\n',
      files: { 'app.py': '', '.dockerignore': '# secrets\n*.py\n' },
      saw: {
        build: {
          message:
            'failed to solve: failed to compute cache key: failed to calculate checksum of ref 13e3d222::yk5q: "/app.py": not found',
          line: 2,
          step: '[2/2] COPY app.py .',
        },
      },
      place: '.dockerignore:2',
      fixed: '!app.py',
    },
  ],
  confusions: [
    {
      title: 'it is not there at all',
      is: 'copy-source-absent',
      dockerfile: 'FROM python:3.11-slim\nCOPY app.py .\n',
      files: { '.dockerignore': '*.py\n' },
      saw: {
        build: {
          message:
            'failed to solve: failed to compute cache key: failed to calculate checksum of ref 13e3d222::yk5q: "/app.py": not found',
          line: 2,
          step: '[2/2] COPY app.py .',
        },
      },
    },
  ],
};

/** The line that keeps it out, and the end of the file, where what lets it pass belongs. */
function decidingLine(
  { facts }: Symptoms,
  name: string,
): { readonly location: Location; readonly end: Location } | undefined {
  const { ignoreFile } = facts.context;
  if (ignoreFile === undefined) return undefined;
  const found = ignoreFile.patterns.decidingLine(name);
  if (found === undefined) return undefined;
  const lines = ignoreFile.text.split(/\r?\n/);
  const place = linePlace(facts, ignoreFile.path, found);
  const last = lines.findLastIndex((text) => text.trim() !== '');
  const end = linePlace(facts, ignoreFile.path, last + 1);
  if (place === undefined || end === undefined) return undefined;
  return { location: place.location, end: { ...end.location, column: end.location.endColumn } };
}
