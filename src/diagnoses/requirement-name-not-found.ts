import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep, servedBy } from './example.ts';
import { missingDistribution, requirementLocation } from '../symptoms/build/missing-distribution.ts';
import { onlyNearest } from '../nearest.ts';
import { distributionOf } from '../symptoms/python/python-packages.ts';

/** Packages that web projects ask for most: what a misspelt name may have meant. */
const known = [
  'aiofiles',
  'aiohttp',
  'alembic',
  'asyncpg',
  'bcrypt',
  'beautifulsoup4',
  'boto3',
  'celery',
  'cryptography',
  'django',
  'email-validator',
  'fastapi',
  'flask',
  'granian',
  'gunicorn',
  'httpx',
  'hypercorn',
  'jinja2',
  'numpy',
  'openai',
  'pandas',
  'passlib',
  'pillow',
  'psycopg',
  'psycopg2-binary',
  'pydantic',
  'pydantic-settings',
  'pyjwt',
  'pymongo',
  'pytest',
  'python-dotenv',
  'python-jose',
  'python-multipart',
  'pyyaml',
  'redis',
  'requests',
  'scikit-learn',
  'sentry-sdk',
  'sqlalchemy',
  'sqlmodel',
  'starlette',
  'tenacity',
  'uvicorn',
  'uvloop',
];

export const requirementNameNotFound: Diagnosis = {
  id: 'requirement-name-not-found',
  blames: 'image',
  summary: 'a package is required that the package index does not know',
  why: 'The index has nothing of that name for this Python and this platform: the name is misspelt, it is the name of a module and not of its package, or the package lies in an index of its own.',
  references: ['https://pip.pypa.io/en/stable/reference/requirement-specifiers/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const missing = missingDistribution(log);
    if (missing?.nothing !== true) return;
    const { name } = missing;
    const place = requirementLocation(facts, build, missing);
    const foreign = foreignPlatform(name, missing.lines);
    const links = linksAlone(log);
    const fix = foreign === undefined || place === undefined ? undefined : markerFix(facts, place, foreign);
    yield {
      headline: fittingHeadline(
        links !== undefined
          ? `the build stops, \`${name}\` is not in the folder`
          : foreign === undefined
            ? `the build stops, no package \`${name}\` exists`
            : `the build stops, \`${name}\` is for ${foreign.name} alone`,
        'the build stops, a required package does not exist',
      ),
      title:
        links !== undefined
          ? fittingTitle(
              `\`${links}\` has no file of \`${name}\`, and no index is asked`,
              `no file of \`${name}\` is there, and no index is asked`,
            )
          : foreign === undefined
            ? `the index has no package \`${name}\``
            : `\`${name}\` is for ${foreign.name} alone`,
      why:
        links !== undefined
          ? 'With `--no-index` pip takes what `--find-links` names, and nothing else.'
          : foreign === undefined
            ? 'It has nothing of that name for this Python and platform.'
            : 'It has no file for Linux, and installers then speak of it as of a name that nobody knows.',
      advice:
        links !== undefined
          ? `Build the wheels into \`${links}\` before: \`pip wheel --wheel-dir … -r …\`, for the same Python; or leave \`--no-index\` out.`
          : foreign === undefined
            ? adviceFor(name, facts, indexOf(log))
            : `Leave it out of the image by the marker \`${foreign.marker}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, missing.lines),
      explains: ['build-step-failed'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'no index is asked, and the folder of wheels is empty',
      dockerfile:
        'FROM python:3.11-slim\nCOPY requirements.txt .\nRUN pip install --no-index --find-links=/wheels -r requirements.txt\n',
      files: { 'requirements.txt': 'fastapi==0.165.0\n' },
      saw: {
        build: failedStep(3, 'pip install --no-index --find-links=/wheels -r requirements.txt', [
          'Looking in links: /wheels',
          'ERROR: Could not find a version that satisfies the requirement fastapi==0.165.0 (from versions: none)',
          'ERROR: No matching distribution found for fastapi==0.165.0',
        ]),
      },
      place: 'requirements.txt:1',
      advice: 'pip wheel',
    },
    {
      title: 'pip, a name that nobody has published',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': 'uvicorn==0.54.0\nfastapi-that-nobody-has-published==1.0.0\n' },
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1',
          line: 4,
          step: '[4/5] RUN pip install --no-cache-dir -r requirements.txt',
          exitCode: 1,
          log: [
            'Collecting uvicorn==0.54.0',
            'ERROR: Could not find a version that satisfies the requirement fastapi-that-nobody-has-published==1.0.0 (from versions: none)',
            'ERROR: No matching distribution found for fastapi-that-nobody-has-published==1.0.0',
          ],
        },
      },
      place: 'requirements.txt:2',
    },
    {
      title: 'uv',
      dockerfile:
        'FROM python:3.11-slim\nRUN pip install --no-cache-dir uv\nRUN uv pip install --system fastapi-that-nobody-has-published==1.0\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c uv pip install --system fastapi-that-nobody-has-published==1.0" did not complete successfully: exit code: 1',
          line: 3,
          step: '[3/3] RUN uv pip install --system fastapi-that-nobody-has-published==1.0',
          exitCode: 1,
          log: [
            'error: No solution found when resolving dependencies',
            '  cause: Because fastapi-that-nobody-has-published was not found in the package registry and you require fastapi-that-nobody-has-published==1.0, we can conclude that your requirements are unsatisfiable.',
          ],
        },
      },
      place: 'Dockerfile:3',
    },
    {
      title: 'a package of Windows',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': 'uvicorn==0.54.0\npywin32==306  # COM\n' },
      saw: {
        build: failedStep(4, 'pip install --no-cache-dir -r requirements.txt', [
          'ERROR: Could not find a version that satisfies the requirement pywin32==306 (from versions: none)',
          'ERROR: No matching distribution found for pywin32==306',
        ]),
      },
      place: 'requirements.txt:2',
      fixed: `pywin32==306 ; sys_platform == "win32"  # COM`,
    },
    {
      title: 'a package of Windows, by uv',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system pywin32==306\n',
      saw: {
        build: failedStep(2, 'uv pip install --system pywin32==306', [
          'error: No solution found when resolving dependencies',
          '  cause: Because pywin32==306 has no wheels with a matching platform tag (e.g., `manylinux_2_36_x86_64`) and you require pywin32==306, we can conclude that your requirements are unsatisfiable.',
          '',
          'hint: Wheels are available for `pywin32` (v306) on the following platforms: `win32`, `win_amd64`, `win_arm64`',
        ]),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'the index cannot be reached: pip then says the same',
      is: 'package-index-unreachable',
      dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir fastapi\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c pip install --no-cache-dir fastapi" did not complete successfully: exit code: 1',
          line: 2,
          step: '[2/2] RUN pip install --no-cache-dir fastapi',
          exitCode: 1,
          log: [
            "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f9afce0c210>: Failed to establish a new connection: [Errno -2] Name or service not known')': /simple/fastapi/",
            'ERROR: Could not find a version that satisfies the requirement fastapi (from versions: none)',
            'ERROR: No matching distribution found for fastapi',
          ],
        },
      },
    },
  ],
};

/** The index that was asked, where it is another than everybody's. */
function indexOf(log: readonly string[]): string | undefined {
  const line = log.find((each) => each.startsWith('Looking in indexes: '));
  return line === undefined || /\/\/pypi\.org\//.test(line)
    ? undefined
    : /https?:\/\/(?:[^@/]*@)?([^/,\s]+)/.exec(line)?.[1];
}

/** pip tells where it looks: with `--no-index` in folders alone. */
function linksAlone(log: readonly string[]): string | undefined {
  if (log.some((line) => line.startsWith('Looking in indexes: '))) return undefined;
  return log
    .map((line) => /^Looking in links: (\S+)/.exec(line)?.[1]?.replace(/,$/, ''))
    .find((each) => each !== undefined);
}

function adviceFor(name: string, facts: Facts, index: string | undefined): string {
  if (index !== undefined)
    return `Correct the name, or ask \`${index}\` for it by hand: an index that refuses, or is out of order, looks the same to pip.`;
  const other = distributionOf(name);
  if (other.toLowerCase() !== name) return `Ask for \`${other}\`: that package holds the module \`${name}\`.`;
  const near = onlyNearest(name, [...known, ...(facts.python.pyproject?.dependencies.map((each) => each.name) ?? [])]);
  if (near !== undefined) return `Correct the name: there is a \`${near}\`.`;
  return 'Correct the name; where the package lies in an index of its own, name that with `--index-url` and give its password as a build secret.';
}

interface ForeignPlatform {
  readonly name: string;
  /** What keeps it out of an installation on Linux: PEP 508. */
  readonly marker: string;
}

const windows: ForeignPlatform = { name: 'Windows', marker: 'sys_platform == "win32"' };
const mac: ForeignPlatform = { name: 'macOS', marker: 'sys_platform == "darwin"' };

/** By the wheels that uv lists, else by the names of packages that are known to have files for one platform alone. */
function foreignPlatform(name: string, lines: readonly string[]): ForeignPlatform | undefined {
  const wheels = lines.find((line) => line.includes('Wheels are available for'));
  if (wheels !== undefined) {
    if (/linux/.test(wheels)) return undefined;
    return /macosx/.test(wheels) ? (/\bwin/.test(wheels) ? undefined : mac) : windows;
  }
  if (/^(?:pywin32(?:-.*)?|pypiwin32|pywinauto|wmi|winshell|pywinrt|winrt(?:-.*)?|wexpect|comtypes)$/.test(name))
    return windows;
  return /^pyobjc(?:-.*)?$/.test(name) ? mac : undefined;
}

/** Behind the requirement of a requirements file, and only there: a marker on a command line needs quotes. */
function markerFix(facts: Facts, place: Location, { name, marker }: ForeignPlatform): Fix | undefined {
  const file = facts.python.requirementsFiles.find(
    ({ file: { path } }) => facts.context.reportPath(path) === place.path,
  );
  if (file === undefined) return undefined;
  const location = { ...place, line: place.endLine, column: place.endColumn };
  return { title: `Install it on ${name} alone`, safety: 'safe', edits: [{ location, text: ` ; ${marker}` }] };
}
