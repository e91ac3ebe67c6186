import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence, exitEvidence } from '../symptoms/evidence.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** The image is here, and docker was asked for another one. */
const refused = /platform \((?<image>[^)]+)\) does not match the specified platform \((?<wanted>[^)]+)\)/;
/** The image is for another machine than this; docker starts it all the same. */
const warned =
  /requested image's platform \((?<image>[^)]+)\) does not match the detected host platform \((?<wanted>[^)]+)\)/;

export const imagePlatformMismatch: Diagnosis = {
  id: 'image-platform-mismatch',
  blames: 'setup',
  summary: 'the image is for another platform than the one that it is to run on',
  why: 'A program for ARM does not run on an Intel machine, nor the other way round, unless the runner has QEMU registered for it.',
  references: ['https://docs.docker.com/build/building/multi-platform/#qemu'],
  moments: ['build', 'create', 'exit'],
  *recognise(symptoms) {
    const found = mismatch(symptoms);
    if (found === undefined) return;
    const { image, wanted } = found;
    const { build, facts } = symptoms;
    const from = facts.target?.from ?? facts.dockerfile.instructions.find(({ keyword }) => keyword === 'FROM');
    const flag = from?.flags.find(({ name }) => name === 'platform');
    yield {
      headline: 'the image is for another platform',
      title: `the image is for \`${image}\`, and it is to run ${wanted === undefined ? 'on another machine' : `on \`${wanted}\``}`,
      why: 'Without an emulator none of its programs can be started here.',
      advice:
        flag === undefined
          ? 'Build and try it for one platform (`platforms` under `with:`); or add a step before this one: `uses: docker/setup-qemu-action@v4`.'
          : 'Leave `--platform` out of FROM; or add a step before this one: `uses: docker/setup-qemu-action@v4`.',
      ...(flag === undefined ? {} : { location: locationOf(facts.dockerfile, flag.span) }),
      evidence:
        build !== undefined
          ? buildEvidence(symptoms)
          : symptoms.moment === 'exit'
            ? endEvidence(symptoms)
            : symptoms.container === undefined
              ? []
              : exitEvidence(symptoms.container),
      explains: ['wrong-architecture-binary', 'script-without-shebang', 'interpreter-missing', 'run-option-invalid'],
    };
  },
  examples: [
    {
      title: 'docker is asked for a platform that the image is not of',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        create: {
          exitCode: 125,
          stderr:
            'docker: Error response from daemon: image with reference sea-trial-ships:latest was found but its platform (linux/amd64) does not match the specified platform (linux/arm64)\n',
        },
        ended: 'not-started',
      },
    },
    {
      title: 'docker starts it, and the machine cannot',
      dockerfile: 'FROM --platform=linux/arm64 python:3.11-slim\nCMD ["python", "app.py"]\n',
      saw: {
        create: {
          exitCode: 0,
          stderr:
            "WARNING: The requested image's platform (linux/arm64) does not match the detected host platform (linux/amd64/v4) and no specific platform was requested\n",
        },
        ended: 'exited',
        exitCode: 255,
        log: ['exec /usr/local/bin/python: exec format error'],
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'a step of the build cannot start its shell',
      dockerfile: 'FROM --platform=linux/arm64 python:3.11-slim\nRUN pip install fastapi\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c pip install fastapi" did not complete successfully: exit code: 255',
          line: 2,
          step: '[2/2] RUN pip install fastapi',
          exitCode: 255,
          log: ['exec /bin/sh: exec format error'],
        },
      },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'one program alone is of another machine',
      is: 'wrong-architecture-binary',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY --chmod=755 serve .\nRUN ./serve\n',
      files: { serve: '\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0\uFFFD\0' },
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c ./serve" did not complete successfully: exit code: 126',
          line: 4,
          step: '[4/4] RUN ./serve',
          exitCode: 126,
          log: ['/bin/sh: 1: ./serve: Exec format error'],
        },
      },
    },
  ],
};

function mismatch(symptoms: Symptoms): { readonly image: string; readonly wanted?: string } | undefined {
  const { moment, build, container, facts, log } = symptoms;
  if (build !== undefined) {
    // The shell that every RUN begins with is the base image's own.
    const shell = log.some((line) => /^exec \/(?:usr\/)?bin\/(?:ba|da)?sh: exec format error$/.test(line.trim()));
    const instruction = instructionAt(facts, build.failure.line);
    const platform =
      instruction === undefined
        ? undefined
        : facts.placeOf(instruction)?.stage.from?.flags.find(({ name }) => name === 'platform')?.value;
    return shell && failedPlace(facts, build.failure.line) !== undefined
      ? { image: platform ?? 'another platform' }
      : undefined;
  }
  const stderr = container?.create.stderr ?? '';
  const asked = refused.exec(stderr)?.groups;
  if (asked?.['image'] !== undefined) return { image: asked['image'], wanted: asked['wanted'] ?? '' };
  const foreign = warned.exec(stderr)?.groups;
  const failed = moment === 'create' || log.slice(-4).some((line) => /exec format error/i.test(line));
  return foreign?.['image'] !== undefined && failed
    ? { image: foreign['image'], wanted: foreign['wanted'] ?? '' }
    : undefined;
}
