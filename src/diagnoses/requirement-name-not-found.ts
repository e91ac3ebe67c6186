import type { Facts } from '../facts/facts.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { servedBy } from './example.ts';
import { missingDistribution, requirementLocation } from '../symptoms/missing-distribution.ts';
import { onlyNearest } from '../nearest.ts';
import { distributionOf } from '../symptoms/python-packages.ts';

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
    const headline = `the build stops, no package \`${name}\` exists`;
    yield {
      headline: headline.length <= 55 ? headline : 'the build stops, a required package does not exist',
      title: `the index has no package \`${name}\``,
      why: 'It has nothing of that name for this Python and platform.',
      advice: adviceFor(name, facts),
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, missing.lines),
      explains: ['build-step-failed'],
    };
  },
  examples: [
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

function adviceFor(name: string, facts: Facts): string {
  const other = distributionOf(name);
  if (other.toLowerCase() !== name) return `Ask for \`${other}\`: that package holds the module \`${name}\`.`;
  const near = onlyNearest(name, [...known, ...(facts.python.pyproject?.dependencies.map((each) => each.name) ?? [])]);
  if (near !== undefined) return `Correct the name: there is a \`${near}\`.`;
  if (/^(?:pywin32|pywinpty|win32|wmi)/.test(name))
    return "Leave it out of the image, by a marker such as `; sys_platform == 'win32'`.";
  return 'Correct the name; where the package lies in an index of its own, name that with `--index-url` and give its password as a build secret.';
}
