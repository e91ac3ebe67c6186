import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { brokenBinary } from '../symptoms/python/broken-binary.ts';
import { distributionOf, isDeclared } from '../symptoms/python/python-packages.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { runningPython } from '../symptoms/python/running-python.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';

const packages = '/usr/local/lib/python3.11/site-packages';

export const wheelWrongPlatform: Diagnosis = {
  id: 'wheel-wrong-platform',
  blames: 'image',
  summary: 'the compiled part of a package is for another Python, processor or C library than the image has',
  why: 'A package with compiled parts is installed for one version of Python, one processor and one C library. Where its files are copied from another stage, another machine or a folder of the repository, Python passes over those that do not fit, and says only that a module is missing.',
  references: ['https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    const broken = fatal === undefined ? undefined : brokenBinary(symptoms);
    if (fatal === undefined || broken === undefined) return;
    const { module, part } = broken;
    const name = module === undefined ? 'an installed package' : `\`${distributionOf(module)}\``;
    const copied = copiedPackages(facts);
    const declared = module === undefined ? undefined : isDeclared(facts, module)[0]?.location;
    const place = copied ?? declared ?? raisedAt(fatal, symptoms);
    const python = runningPython(symptoms, fatal);
    yield {
      headline: fittingHeadline(
        `${name} was installed for another platform`,
        'a package was installed for another platform',
      ),
      title: fittingTitle(
        `the compiled part of ${name} does not fit the image's Python or system`,
        "the compiled part of a package does not fit the image's Python or system",
      ),
      why:
        broken.kind === 'refused'
          ? `The loader refuses \`${part}\`: it was made for another processor or another C library.`
          : `${name.startsWith('`') ? name : 'It'} is there, and of \`${part}\` no file that ${python === undefined ? 'this Python' : `Python ${python}`} on this system can load.`,
      advice:
        copied === undefined
          ? 'Install it in the image itself: without `--platform` or `--python-version`, and without a virtual environment of another machine.'
          : 'Copy installed packages only from a stage with the same base image, and keep virtual environments of other machines out by `.dockerignore`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'the compiled module is for another Python: nothing of the kind is found',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}asyncpg==0.32.0\n`, 'app.py': 'import asyncpg\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import asyncpg',
          `  File "${packages}/asyncpg/protocol/__init__.py", line 11, in <module>`,
          '    from .protocol import Protocol, NO_TIMEOUT, BUILTIN_TYPE_NAME_MAP',
          "ModuleNotFoundError: No module named 'asyncpg.protocol.protocol'",
        ),
      },
      place: 'requirements.txt:3',
    },
    {
      title: 'packages of another stage: what Python finds instead is the empty folder',
      dockerfile: [
        'FROM python:3.12-slim AS build',
        'RUN pip install --no-cache-dir fastapi==0.165.0 uvicorn==0.54.0',
        'FROM python:3.11-slim',
        'WORKDIR /app',
        `COPY --from=build /usr/local/lib/python3.12/site-packages ${packages}`,
        'COPY app.py .',
        'CMD ["python", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]',
        '',
      ].join('\n'),
      files: { 'app.py': 'from fastapi import FastAPI\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from fastapi import FastAPI',
          `  File "${packages}/pydantic_core/__init__.py", line 8, in <module>`,
          '    from ._pydantic_core import (',
          "ImportError: cannot import name 'ArgsKwargs' from 'pydantic_core._pydantic_core' (unknown location)",
        ),
      },
      place: 'Dockerfile:5',
    },
    {
      title: 'the loader refuses a file of another processor',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}uvloop==0.23.0\n`, 'app.py': 'import uvloop\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import uvloop',
          `  File "${packages}/uvloop/__init__.py", line 7, in <module>`,
          '    from .loop import Loop as __BaseLoop  # NOQA',
          `ImportError: ${packages}/uvloop/loop.cpython-311-x86_64-linux-gnu.so: invalid ELF header`,
        ),
      },
      place: 'requirements.txt:3',
    },
  ],
  confusions: [
    {
      title: 'the package itself is not there',
      is: 'missing-requirement',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import asyncpg\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import asyncpg',
          "ModuleNotFoundError: No module named 'asyncpg'",
        ),
      },
    },
    {
      title: 'a library of the system, which the package needs beside its own',
      is: 'missing-shared-library',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}opencv-python==4.10.0.84\n`, 'app.py': 'import cv2\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import cv2',
          `  File "${packages}/cv2/__init__.py", line 153, in bootstrap`,
          '    native_module = importlib.import_module("cv2")',
          'ImportError: libGL.so.1: cannot open shared object file: No such file or directory',
        ),
      },
    },
  ],
};

/** Installed packages that are copied instead of being installed, from wherever. */
function copiedPackages(facts: Facts): Location | undefined {
  const copy = facts.stages
    .filter((stage) => facts.graph.inImage.has(stage))
    .flatMap((stage) => facts.copiesIn(stage))
    .findLast(({ destination, sources }) =>
      [destination ?? '', ...sources.map(({ text }) => text)].some((text) =>
        /(?:site|dist)-packages|(?:^|\/)\.?venv(?:\/|$)/.test(text),
      ),
    );
  return copy === undefined ? undefined : locationOf(facts.dockerfile, copy.instruction.span);
}
