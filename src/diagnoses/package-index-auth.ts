import { fittingHeadline } from '../symptoms/fitting.ts';
import { mountsOf } from '../facts/mounts.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

/** What is said where a server of packages wants a password: pip, uv, poetry, apt, npm, and git, which they call. The group is the host. */
const signs: readonly RegExp[] = [
  /^User for (?<host>[^\s:]+(?::\d+)?):/,
  /ask_input\(f?"User for/,
  /40[13] Error, Credentials not correct for https?:\/\/(?<host>[^/\s]+)/,
  /(?:HTTP error|Client error|Error) 40[13] while getting https?:\/\/(?<host>[^/\s]+)/,
  /An index URL \(https?:\/\/(?<host>[^/\s)]+)\S*\) could not be queried due to a lack of valid authentication/,
  /An index \(https?:\/\/(?<host>[^/\s)]+)\S*\) returned a 40[13] /,
  /HTTP status client error \(40[13] [\w ]+\) for url \(https?:\/\/(?<host>[^/\s)]+)/,
  /40[13] Client Error: .* for url: https?:\/\/(?<host>[^/\s]+)/,
  /Authorization error accessing https?:\/\/(?<host>[^/\s]+)/,
  /E: Failed to fetch https?:\/\/(?<host>[^/\s]+)\S*\s+40[13] /,
  /npm (?:ERR!|error) (?:code E40[13]|40[13] \w+ - GET https?:\/\/(?<host>[^/\s]+))/,
  /fatal: could not read (?:Username|Password) for 'https?:\/\/(?:[^@']*@)?(?<host>[^/']+)/,
  /fatal: Authentication failed for 'https?:\/\/(?:[^@']*@)?(?<host>[^/']+)/,
  /^(?:\w+@)?(?<host>[\w.-]+): Permission denied \(publickey/,
  /^Host key verification failed\./,
  /failed to (?:fetch into|clone into).*\bcredentials\b/i,
];

export const packageIndexAuth: Diagnosis = {
  id: 'package-index-auth',
  blames: 'setup',
  summary: 'the server that packages come from wants a password, and the build has none',
  why: 'A private index or repository answers only who logs in. A build has no terminal to type a password at and does not see the files of the home folder; what it may know it gets as a build secret. Installers go on without an answer and then speak of a package that does not exist.',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://pip.pypa.io/en/stable/topics/authentication/',
  ],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, build, facts } = symptoms;
    const lines = log.filter((line) => signs.some((sign) => sign.test(line.trim())));
    if (lines.length === 0) return;
    const host = lines
      .flatMap((line) => signs.map((sign) => sign.exec(line.trim())?.groups?.['host']))
      .find((each) => each !== undefined);
    const place = failedPlace(facts, build?.failure.line);
    const server = host === undefined ? 'the package index' : `\`${host}\``;
    const instruction = instructionAt(facts, build?.failure.line);
    const secret = instruction === undefined ? undefined : mountsOf(instruction).find(({ type }) => type === 'secret');
    yield {
      headline: fittingHeadline(
        `the build stops, ${server} wants a password`,
        'the build stops, the index wants a password',
      ),
      title: `${server} wants a password, and the build gave none or a wrong one`,
      why: 'Without it the server gives no packages; what the installer says after that follows from it.',
      advice: adviceFor(lines.join('\n'), secret !== undefined),
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [...new Set([...lines.slice(-2), ...log.slice(-2)])]),
      explains: [
        'requirement-name-not-found',
        'requirement-version-not-found',
        'requirement-conflict',
        'build-step-failed',
        'command-not-found',
      ],
    };
  },
  examples: [
    {
      title: 'pip asks, and nobody answers',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': '--index-url https://packages.harbour.example/simple/\nships==1.0\n' },
      saw: {
        build: failedStep(
          4,
          'pip install --no-cache-dir -r requirements.txt',
          [
            'Looking in indexes: https://packages.harbour.example/simple/',
            'User for packages.harbour.example: ERROR: Exception:',
            'Traceback (most recent call last):',
            '    username = ask_input(f"User for {netloc}: ")',
            '               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
            'EOFError: EOF when reading a line',
          ],
          2,
        ),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a wrong password, and pip then speaks of a wrong name',
      dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir ships\n',
      saw: {
        build: failedStep(2, 'pip install --no-cache-dir ships', [
          'Looking in indexes: https://me:****@packages.harbour.example/simple/',
          'WARNING: 401 Error, Credentials not correct for https://packages.harbour.example/simple/ships/',
          'ERROR: Could not find a version that satisfies the requirement ships (from versions: none)',
          'ERROR: No matching distribution found for ships',
        ]),
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'uv, which says it last',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system ships\n',
      saw: {
        build: failedStep(2, 'uv pip install --system ships', [
          'error: No solution found when resolving dependencies',
          '  cause: Because ships was not found in the package registry and you require ships, we can conclude that your requirements are unsatisfiable.',
          '',
          'hint: An index URL (https://packages.harbour.example/simple/) could not be queried due to a lack of valid authentication credentials (401 Unauthorized)',
        ]),
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'a private repository, fetched by git',
      dockerfile: 'FROM python:3.11\nRUN pip install git+https://github.com/harbour/ships\n',
      saw: {
        build: failedStep(2, 'pip install git+https://github.com/harbour/ships', [
          '  Running command git clone --filter=blob:none --quiet https://github.com/harbour/ships /tmp/pip-req-build-1',
          "  fatal: could not read Username for 'https://github.com': No such device or address",
          '  error: subprocess-exited-with-error',
        ]),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'the index answers everybody, and has no such package',
      is: 'requirement-name-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir ships-of-nobody\n',
      saw: {
        build: failedStep(2, 'pip install --no-cache-dir ships-of-nobody', [
          'ERROR: Could not find a version that satisfies the requirement ships-of-nobody (from versions: none)',
          'ERROR: No matching distribution found for ships-of-nobody',
        ]),
      },
    },
  ],
};

/** By an SSH key, by a token of git, or by a password of the index; a RUN that takes a secret already lacks only its value. */
function adviceFor(said: string, hasSecret: boolean): string {
  if (/publickey|Host key verification/.test(said))
    return 'Hand the key in with `ssh: default` under `with:`, and write `RUN --mount=type=ssh`.';
  if (hasSecret) return 'Hand in a secret that is valid under `with:`, in `secrets`, by the id that the `RUN` mounts.';
  if (/fatal: /.test(said))
    return 'Hand a token in as a secret (`secrets: git=…` under `with:`), mount it in the `RUN`, and let git use it for that address; where the repository is public, correct its name.';
  return 'Hand the address with its password in as a secret (`secrets: pip=…` under `with:`), and mount it: `RUN --mount=type=secret,id=pip,env=PIP_INDEX_URL …`.';
}
