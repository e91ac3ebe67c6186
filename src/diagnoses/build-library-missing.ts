import { fittingHeadline } from '../symptoms/fitting.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { hasNoCompiler, systemInstall, withCompiler } from '../symptoms/build/build-tools.ts';
import { failedPackage, sourceBuildFailed } from '../symptoms/build/failed-package.ts';
import { buildLibrary } from '../symptoms/build/build-library.ts';
import { instructionAt } from '../symptoms/place.ts';
import { packagePlace } from '../symptoms/build/required-package.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

const install = 'pip install --no-cache-dir -r requirements.txt';
const dockerfile = servedBy('["uvicorn", "app:app"]');

export const buildLibraryMissing: Diagnosis = {
  id: 'build-library-missing',
  blames: 'image',
  summary: 'a package is built from its source, and the library that it is built against is not there',
  why: 'What binds Python to a library of C needs its headers, and often a program that tells where they are, while it is built; when it runs, it needs the library itself. Slim images have neither.',
  references: ['https://www.psycopg.org/docs/install.html', 'https://docs.docker.com/build/building/multi-stage/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const missing = buildLibrary(log);
    if (missing === undefined || !sourceBuildFailed(log)) return;
    const name = failedPackage(log);
    const place = packagePlace(facts, build, name);
    const who = name === undefined ? 'a package' : `\`${name}\``;
    const what = /^(?:lib[\w.+-]+|[\w./]+\.h)$/.test(missing.name) ? `\`${missing.name}\`` : missing.name;
    const instruction = instructionAt(facts, build?.failure.line);
    const isBare = instruction !== undefined && hasNoCompiler(instruction, facts);
    const command = systemInstall(instruction, facts, isBare ? withCompiler(missing.packages) : missing.packages);
    const rest = `nstall it before the step, best in a stage of its own: \`${command}\`.`;
    yield {
      headline: fittingHeadline(`the build stops, ${who} needs ${what}`, 'the build stops, a package needs a library'),
      title: `${who} is built against ${what}, and the image does not have it`,
      why: 'It has no wheel for this Python and platform, so it is built in the image, against the headers of that library.',
      advice:
        name === 'psycopg2' && missing.instead !== undefined
          ? `Ask for \`${missing.instead}\`, which brings it, or i${rest}`
          : `I${rest}`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [missing.line, ...log.slice(-3)]),
      explains: ['build-step-failed', 'command-not-found'],
    };
  },
  examples: [
    {
      title: 'psycopg2, and a pip that names it only where it begins',
      dockerfile,
      files: { 'requirements.txt': 'uvicorn==0.54.0\npsycopg2==2.9.9\n' },
      saw: {
        build: failedStep(4, install, [
          'Collecting uvicorn==0.54.0',
          'Collecting psycopg2==2.9.9',
          '  error: subprocess-exited-with-error',
          '  × Getting requirements to build wheel did not run successfully.',
          '      Error: pg_config executable not found.',
          '      pg_config is required to build psycopg2 from source.  Please add the directory',
          'error: subprocess-exited-with-error',
          '╰─> See above for output.',
        ]),
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'mysqlclient',
      dockerfile,
      files: { 'requirements.txt': 'mysqlclient==2.2.4\n' },
      saw: {
        build: failedStep(4, install, [
          'Collecting mysqlclient==2.2.4',
          '      /bin/sh: 1: pkg-config: not found',
          '      Trying pkg-config --exists mysqlclient',
          "      Command 'pkg-config --exists mysqlclient' returned non-zero exit status 127.",
          '      Exception: Can not find valid pkg-config name.',
          '      Specify MYSQLCLIENT_CFLAGS and MYSQLCLIENT_LDFLAGS env vars manually',
          "ERROR: Failed to build 'mysqlclient' when getting requirements to build wheel",
        ]),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'a header, on Alpine',
      dockerfile: 'FROM python:3.11-alpine\nRUN apk add --no-cache gcc musl-dev\nRUN pip install cffi==1.14.0\n',
      saw: {
        build: failedStep(3, 'pip install cffi==1.14.0', [
          '      c/_cffi_backend.c:15:10: fatal error: ffi.h: No such file or directory',
          "      error: command '/usr/bin/gcc' failed with exit code 1",
          '  ERROR: Failed building wheel for cffi',
        ]),
      },
      place: 'Dockerfile:3',
    },
  ],
  confusions: [
    {
      title: 'what is missing is the compiler itself',
      is: 'compiler-missing',
      dockerfile,
      files: { 'requirements.txt': 'netifaces==0.11.0\n' },
      saw: {
        build: failedStep(4, install, [
          "      error: command 'gcc' failed: No such file or directory",
          'error: legacy-install-failure',
          '╰─> netifaces',
        ]),
      },
    },
  ],
};
