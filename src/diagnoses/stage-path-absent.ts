import { fittingHeadline } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Stage } from '../facts/stages.ts';
import { onlyNearest } from '../nearest.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedCopies } from '../symptoms/build/failed-copy.ts';

const checksum = (path: string): string =>
  `failed to calculate checksum of ref 13e3d222-7a6e-4db4-b49f-41355442fd3f::2ljyqc2p5s4stgniazgpko9jf: "${path}": not found`;

export const stagePathAbsent: Diagnosis = {
  id: 'stage-path-absent',
  blames: 'image',
  summary: 'a path is copied from another stage, or another image, which has no such path',
  why: 'The other stage makes it elsewhere, or not at all: a tool that installs into another folder, a virtual environment of another name. BuildKit says the same as of a file that the context does not have.',
  references: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
  moments: ['build'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    for (const { path, from, source, location, line } of failedCopies(symptoms)) {
      if (from.kind === 'context') continue;
      const written = source?.text ?? path;
      const stage = from.kind === 'stage' ? from.stage : undefined;
      const owner =
        from.kind === 'stage' ? `the stage \`${from.stage.name ?? from.stage.index}\`` : `the image \`${from.text}\``;
      const near = stage === undefined ? undefined : onlyNearest(path, pathsIn(stage));
      const exact =
        source !== undefined && location !== undefined && location.endColumn - location.column === written.length;
      // Where no slip of the hand explains it, the other stage lacks something.
      const lacking =
        near === undefined && stage?.from !== undefined ? locationOf(facts.dockerfile, stage.from.span) : undefined;
      const place = lacking ?? location;
      yield {
        headline: fittingHeadline(
          `the build stops, ${owner} has no \`${written}\``,
          'the build stops, the other stage has no such path',
        ),
        title: `${owner} has no \`${written}\``,
        why: 'What is named behind `--from=` is looked for there, and not in the context.',
        advice:
          near === undefined
            ? `Make \`${written}\` there, or copy the path that it has.`
            : `Write \`${near}\` instead of \`${written}\`.`,
        ...(place === undefined ? {} : { location: place }),
        evidence: [
          ...buildEvidence(symptoms, [line]),
          ...(lacking === undefined || location === undefined
            ? []
            : [{ kind: 'source', location, note: 'here it is copied' } as const]),
        ],
        ...(near === undefined || !exact
          ? {}
          : { fix: { title: `Copy \`${near}\``, safety: 'safe', edits: [{ location, text: near }] } }),
      };
    }
  },
  examples: [
    {
      title: 'a slip of the hand',
      dockerfile:
        'FROM python:3.11-slim AS build\nRUN mkdir /opt/venv\nFROM python:3.11-slim\nCOPY --from=build /opt/vev /opt/venv\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/opt/vev')}`,
          line: 4,
          step: '[stage-1 2/2] COPY --from=build /opt/vev /opt/venv',
          failedSteps: [{ name: '[stage-1 2/2] COPY --from=build /opt/vev /opt/venv', error: checksum('/opt/vev') }],
        },
      },
      place: 'Dockerfile:4',
      fixed: 'COPY --from=build /opt/venv /opt/venv',
    },
    {
      title: 'the other stage installs elsewhere',
      dockerfile:
        'FROM python:3.11-slim AS build\nRUN pip install fastapi\nFROM python:3.11-slim\nCOPY --from=build /root/.local /root/.local\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/root/.local')}`,
          line: 4,
          step: '[stage-1 2/2] COPY --from=build /root/.local /root/.local',
          failedSteps: [
            { name: '[stage-1 2/2] COPY --from=build /root/.local /root/.local', error: checksum('/root/.local') },
          ],
        },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'a mount from another stage',
      dockerfile:
        'FROM python:3.11-slim AS build\nRUN mkdir /wheels\nFROM python:3.11-slim\nRUN --mount=from=build,source=/whels,target=/w pip install /w/*\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/whels')}`,
          line: 4,
          step: '[stage-1 2/2] RUN --mount=from=build,source=/whels,target=/w pip install /w/*',
        },
      },
      place: 'Dockerfile:4',
    },
  ],
  confusions: [
    {
      title: 'without `--from` it is the context that lacks it',
      is: 'copy-source-absent',
      dockerfile:
        'FROM python:3.11-slim AS build\nRUN mkdir /opt/venv\nFROM python:3.11-slim\nCOPY /opt/vev /opt/venv\n',
      saw: {
        build: {
          message: `failed to solve: failed to compute cache key: ${checksum('/opt/vev')}`,
          line: 4,
          step: '[stage-1 2/2] COPY /opt/vev /opt/venv',
        },
      },
    },
  ],
};

/** Absolute paths that the instructions of the stage speak of. */
function pathsIn({ instructions }: Stage): readonly string[] {
  return instructions.flatMap(({ text }) =>
    [...text.matchAll(/(?<![\w.:/-])\/[\w.@+-]+(?:\/[\w.@+-]+)*/g)].map(([path]) => path),
  );
}
