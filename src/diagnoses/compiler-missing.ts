import { fittingHeadline } from '../symptoms/fitting.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { cCompiler, hasNoCompiler, systemInstall } from '../symptoms/build/build-tools.ts';
import { failedPackage, sourceBuildFailed } from '../symptoms/build/failed-package.ts';
import { buildLibrary } from '../symptoms/build/build-library.ts';
import { missingToolchain, type MissingToolchain } from '../symptoms/build/missing-toolchain.ts';
import { instructionAt } from '../symptoms/place.ts';
import { pythonVersion } from '../symptoms/python/python-packages.ts';
import { packagePlace } from '../symptoms/build/required-package.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

const install = 'pip install --no-cache-dir -r requirements.txt';
const dockerfile = servedBy('["uvicorn", "app:app"]');

export const compilerMissing: Diagnosis = {
  id: 'compiler-missing',
  blames: 'image',
  summary: 'a package must be built from its source, and the image has no compiler',
  why: 'Where a package has no wheel for this Python and platform, the installer builds it, and slim images have nothing to build with. The last lines name only the package; what it missed stands far above.',
  references: [
    'https://packaging.python.org/en/latest/discussions/package-formats/',
    'https://docs.docker.com/build/building/multi-stage/',
  ],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const missing = missingToolchain(log) ?? unnamed(symptoms);
    if (missing === undefined || !sourceBuildFailed(log)) return;
    const name = failedPackage(log);
    const { program, packages, line } = missing;
    const place = packagePlace(facts, build, name);
    const who = name === undefined ? 'a package' : `\`${name}\``;
    const what = /^(?:gcc|cc|g\+\+|c\+\+|clang|gfortran)$/.test(program) ? 'compiler' : `\`${program}\``;
    const python = pythonVersion(facts);
    const instruction = instructionAt(facts, build?.failure.line);
    yield {
      headline: fittingHeadline(
        `the build stops, ${who} needs ${what === 'compiler' ? 'a compiler' : what}`,
        'the build stops, a package needs a compiler',
      ),
      title: `${who} is built from its source, and the image has no ${what}`,
      why: `It has no wheel for ${python === undefined ? 'this Python' : `Python ${python}`} on this platform, so it is built in the image.`,
      advice: `Ask for a version with a wheel, or build it in a stage of its own: \`${systemInstall(instruction, facts, packages)}\` before the step, and copy the result.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [line, ...log.slice(-3)]),
      explains: ['build-library-missing', 'command-not-found', 'build-step-failed'],
    };
  },
  examples: [
    {
      title: 'pip, which names only the package at the end',
      dockerfile,
      files: { 'requirements.txt': 'uvicorn==0.54.0\nnetifaces==0.11.0\n' },
      saw: {
        build: failedStep(4, install, [
          '  × Running setup.py install for netifaces did not run successfully.',
          "      building 'netifaces' extension",
          "      error: command 'x86_64-linux-gnu-gcc' failed: No such file or directory",
          '      [end of output]',
          'error: legacy-install-failure',
          '',
          '× Encountered error while trying to install package.',
          '╰─> netifaces',
        ]),
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'a newer pip and setuptools',
      dockerfile,
      files: { 'requirements.txt': 'netifaces==0.11.0\n' },
      saw: {
        build: failedStep(4, install, [
          "      error: [Errno 2] No such file or directory: 'x86_64-linux-gnu-gcc'",
          '  ERROR: Failed building wheel for netifaces',
          'error: failed-wheel-build-for-install',
          '',
          '× Failed to build installable wheels for some pyproject.toml based projects',
          '╰─> netifaces',
        ]),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'uv',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system netifaces\n',
      saw: {
        build: failedStep(2, 'uv pip install --system netifaces', [
          'error: Failed to build `netifaces==0.11.0`',
          '  cause: The build backend returned an error',
          "         error: [Errno 2] No such file or directory: 'x86_64-linux-gnu-gcc'",
          '',
          'hint: Build failures usually indicate a problem with the package or the build environment',
        ]),
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'uwsgi, which looks for one itself',
      dockerfile,
      files: { 'requirements.txt': 'uwsgi==2.0.28\n' },
      saw: {
        build: failedStep(4, install, [
          "      AttributeError: 'NoneType' object has no attribute 'split'",
          '      During handling of the above exception, another exception occurred:',
          '      Exception: you need a C compiler to build uWSGI',
          'error: legacy-install-failure',
          '╰─> uwsgi',
        ]),
      },
      place: 'requirements.txt:1',
    },
  ],
  confusions: [
    {
      title: 'what is missing is a library',
      is: 'build-library-missing',
      dockerfile,
      files: { 'requirements.txt': 'psycopg2==2.9.9\n' },
      saw: {
        build: failedStep(4, install, [
          'Collecting psycopg2==2.9.9',
          '      Error: pg_config executable not found.',
          'error: subprocess-exited-with-error',
          '╰─> See above for output.',
        ]),
      },
    },
    {
      title: 'the step itself calls a compiler, and builds no package',
      is: 'command-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN gcc -o tool tool.c\n',
      saw: { build: failedStep(2, 'gcc -o tool tool.c', ['/bin/sh: 1: gcc: not found'], 127) },
    },
  ],
};

/** An extension of C was begun in an image that has no compiler at all: some packages die of that in words of their own. */
function unnamed({ log, facts, build }: Symptoms): MissingToolchain | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  const line = log.findLast((each) => /building '[\w.]+' extension|running build_ext\b/.test(each));
  if (instruction === undefined || line === undefined || !hasNoCompiler(instruction, facts)) return undefined;
  if (buildLibrary(log) !== undefined) return undefined;
  return { program: 'gcc', packages: cCompiler, line: line.trim() };
}
