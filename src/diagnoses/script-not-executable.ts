import { fittingHeadline } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Copy } from '../facts/copies.ts';
import type { Fix } from '../finding.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep } from './example.ts';
import { failedPlace } from '../symptoms/place.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { stepFile, type StepFile } from '../symptoms/build/step-file.ts';

const dockerfile = 'FROM python:3.11-slim\nWORKDIR /app\nCOPY migrate.sh .\nRUN ./migrate.sh\n';
const files = { 'migrate.sh': '#!/bin/sh\necho ready\n' };

export const scriptNotExecutable: Diagnosis = {
  id: 'script-not-executable',
  blames: 'image',
  summary: 'a step of the build runs a file that may not be executed',
  why: 'COPY keeps the mode that a file has in the repository. Git knows one bit of it, and on Windows, or after a download, it is not set: the script can be read, and not started.',
  references: ['https://docs.docker.com/reference/dockerfile/#copy---chmod'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    const refused = refusedProgram(symptoms);
    if (build === undefined || refused?.kind !== 'locked' || !refused.program.includes('/')) return;
    const { program, line } = refused;
    // bash says the same of a file that it may not write to; its code tells them apart.
    if (build.failure.exitCode !== 126 && !line.includes('exec: "')) return;
    const file = stepFile(program, symptoms);
    const copy = file?.copy;
    const place =
      copy === undefined ? failedPlace(facts, build.failure.line) : locationOf(facts.dockerfile, copy.instruction.span);
    const isFolder = file === undefined && facts.context.kindOf(program.replace(/^\.\//, '')) === 'folder';
    const fix = file === undefined || copy === undefined ? undefined : withMode(file, copy, facts);
    yield {
      headline: fittingHeadline(
        `the build stops, \`${program}\` may not be executed`,
        'the build stops, a script may not be executed',
      ),
      title: `\`${program}\` may not be executed: ${isFolder ? 'it is a folder' : 'its mode lacks the x'}`,
      why:
        copy === undefined
          ? 'Whatever makes it in the image leaves it so.'
          : 'COPY keeps the mode that it has in the repository.',
      advice:
        file === undefined
          ? `Make it executable before: \`chmod +x ${program}\`.`
          : `Copy it with \`--chmod=755\`, or set the bit in the repository: \`git update-index --chmod=+x ${file.path}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [line]),
      explains: ['build-step-as-non-root', 'command-not-found'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'called by the shell of RUN',
      dockerfile,
      files,
      saw: { build: failedStep(4, './migrate.sh', ['/bin/sh: 1: ./migrate.sh: Permission denied'], 126) },
      place: 'Dockerfile:3',
      fixed: 'COPY --chmod=755 migrate.sh .',
    },
    {
      title: 'in the exec form',
      dockerfile: dockerfile.replace('RUN ./migrate.sh', 'RUN ["./migrate.sh"]'),
      files,
      saw: {
        build: {
          message: 'failed to solve: process "./migrate.sh" did not complete successfully: exit code: 1',
          line: 4,
          step: '[4/4] RUN ["./migrate.sh"]',
          exitCode: 1,
          log: [
            'runc run failed: unable to start container process: error during container init: exec: "./migrate.sh": permission denied',
          ],
        },
      },
      place: 'Dockerfile:3',
      fixed: 'COPY --chmod=755 migrate.sh .',
    },
    {
      title: 'among everything that is copied',
      dockerfile: dockerfile.replace('COPY migrate.sh .', 'COPY . .'),
      files,
      saw: { build: failedStep(4, './migrate.sh', ['/bin/bash: line 1: ./migrate.sh: Permission denied'], 126) },
      place: 'Dockerfile:3',
    },
  ],
  confusions: [
    {
      title: 'it may be executed, and its interpreter is not found',
      is: 'script-crlf',
      dockerfile,
      files: { 'migrate.sh': '#!/bin/sh\r\necho ready\r\n' },
      saw: { build: failedStep(4, './migrate.sh', ['/bin/sh: 1: ./migrate.sh: not found'], 127) },
    },
    {
      title: 'a compiled program of another machine',
      is: 'wrong-architecture-binary',
      dockerfile,
      files: { 'migrate.sh': '\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0\uFFFD\0' },
      saw: { build: failedStep(4, './migrate.sh', ['/bin/sh: 1: ./migrate.sh: Exec format error'], 126) },
    },
  ],
};

/** Only where it is copied alone: all else would become executable with it. */
function withMode({ path }: StepFile, { instruction, sources }: Copy, facts: Facts): Fix | undefined {
  const alone = sources.length === 1 && sources.every(({ text }) => facts.context.kindOf(text) === 'file');
  if (!alone || instruction.flags.some(({ name }) => name === 'chmod')) return undefined;
  const { end } = instruction.keywordSpan;
  const location = locationOf(facts.dockerfile, { start: end, end });
  return { title: `Make \`${path}\` executable`, safety: 'safe', edits: [{ location, text: ' --chmod=755' }] };
}
