import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace } from '../symptoms/place.ts';

/** What installers say when an index does not answer; a single retry that succeeds is no failure, so the build's end decides. */
const signs: readonly RegExp[] = [
  /Retrying \(Retry\(total=\d+.*after connection broken by '(?:NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError|ProtocolError|RemoteDisconnected|ConnectionResetError)/,
  /Could not install packages due to an OSError: HTTPS?ConnectionPool/,
  /HTTPS?ConnectionPool\(host='[^']+', port=\d+\): (?:Max retries exceeded|Read timed out)/,
  /npm (?:ERR!|error) network /,
  /fatal: unable to access '\S+': (?:Could not resolve host|Failed to connect)/,
  /error sending request for url|Failed to (?:fetch|download).*: (?:operation timed out|dns error)|^\s*cause: (?:dns error|operation timed out|tcp connect error)/,
  /All attempts to connect to \S+ failed/,
  /Temporary failure resolving '/,
  /Could not resolve '[\w.-]+'/,
  /(?:Could not connect to|Cannot initiate the connection to) [\w.-]+:\d+/,
  /(?:temporary|transient) error \(try again later\)|DNS lookup error|DNS: (?:name does not exist|transient)/,
  /npm (?:ERR!|error) (?:code|errno) (?:EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT)/,
];

export const packageIndexUnreachable: Diagnosis = {
  id: 'package-index-unreachable',
  blames: 'setup',
  summary: 'the build cannot reach the server that packages are downloaded from',
  why: 'The name of the server is not resolved, or no connection comes about: the network of the runner, a proxy, or a private index that only an internal network knows. Nothing in the image is wrong with it; installers then end with words that sound like a wrong name.',
  references: ['https://docs.docker.com/reference/cli/docker/buildx/build/#network'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, build, facts } = symptoms;
    const added = build === undefined ? undefined : unreachedAddress(build.failure.message);
    const lines = added === undefined ? log.filter((line) => signs.some((sign) => sign.test(line))) : [added];
    const [first] = lines;
    if (first === undefined || build === undefined || recovered(log)) return;
    const place = failedPlace(facts, build.failure.line);
    const host =
      /https?:\/\/([\w.:-]+)/.exec(lines.join(' '))?.[1] ??
      /(?:host=|resolving |resolve |to )'?([\w-]+(?:\.[\w-]+)+)/.exec(lines.join(' '))?.[1] ??
      /Looking in indexes: https?:\/\/([\w.:-]+)/.exec(log.join(' '))?.[1];
    yield {
      headline:
        added === undefined ? 'the build cannot reach the package index' : 'the build cannot reach an address of ADD',
      title: `the build cannot reach ${host === undefined ? 'the server that packages come from' : `\`${host}\``}`,
      why: 'It is not resolved, or no connection comes about; what the installer says after that follows from it.',
      advice:
        'Run the job again; where the index is private, or a proxy leads to it, give the build its network (`network`) or the proxy (`build-args: HTTPS_PROXY=…`) under `with:`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [...new Set([...lines.slice(-2), ...log.slice(-2)])]),
      explains: [
        'requirement-name-not-found',
        'requirement-version-not-found',
        'requirement-conflict',
        'project-install-incomplete',
        'compiler-missing',
        'build-library-missing',
        'apt-lists-absent',
        'apt-package-not-found',
        'command-not-found',
        'build-step-failed',
      ],
    };
  },
  examples: [
    {
      title: 'an address that ADD downloads from',
      dockerfile: 'FROM python:3.11-slim\nADD https://files.nowhere.invalid/ca.pem /etc/ssl/ca.pem\n',
      saw: {
        build: {
          message:
            'failed to solve: failed to load cache key: Get "https://files.nowhere.invalid/ca.pem": dial tcp: lookup files.nowhere.invalid on 10.0.0.2:53: no such host',
          step: '[2/2] ADD https://files.nowhere.invalid/ca.pem /etc/ssl/ca.pem',
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'pip, a name that is not resolved',
      dockerfile:
        'FROM python:3.11-slim\nRUN pip install --no-cache-dir --index-url https://pypi.nowhere.invalid/simple fastapi\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c pip install --no-cache-dir --index-url https://pypi.nowhere.invalid/simple fastapi" did not complete successfully: exit code: 1',
          line: 2,
          step: '[2/2] RUN pip install --no-cache-dir --index-url https://pypi.nowhere.invalid/simple fastapi',
          exitCode: 1,
          log: [
            'Looking in indexes: https://pypi.nowhere.invalid/simple',
            "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f9afce0c210>: Failed to establish a new connection: [Errno -2] Name or service not known')': /simple/fastapi/",
            'ERROR: Could not find a version that satisfies the requirement fastapi (from versions: none)',
            'ERROR: No matching distribution found for fastapi',
          ],
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'uv, a certificate that nobody knows',
      dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir uv\nRUN uv pip install --system fastapi\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c uv pip install --system fastapi" did not complete successfully: exit code: 2',
          line: 3,
          step: '[3/3] RUN uv pip install --system fastapi',
          exitCode: 2,
          log: [
            'error: Failed to fetch: https://pypi.org/simple/fastapi/',
            '  cause: error sending request for url (https://pypi.org/simple/fastapi/)',
            '  cause: client error (Connect)',
            '  cause: invalid peer certificate: UnknownIssuer',
          ],
        },
      },
      place: 'Dockerfile:3',
    },
  ],
  confusions: [
    {
      title: 'one retry, and then an answer: the name is wrong',
      is: 'requirement-version-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir fastapi==99\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c pip install --no-cache-dir fastapi==99" did not complete successfully: exit code: 1',
          line: 2,
          step: '[2/2] RUN pip install --no-cache-dir fastapi==99',
          exitCode: 1,
          log: [
            "WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ReadTimeoutError(…)': /simple/fastapi/",
            'ERROR: Could not find a version that satisfies the requirement fastapi==99 (from versions: 0.164.0, 0.165.0)',
            'ERROR: No matching distribution found for fastapi==99',
          ],
        },
      },
    },
  ],
};

/** BuildKit itself fetches what ADD names by its address. */
function unreachedAddress(message: string): string | undefined {
  return /(?:Get|Head) "https?:\/\/[^"]+": (?:dial (?:tcp|udp)|net\/http: TLS handshake timeout|context deadline exceeded|EOF|read tcp|proxyconnect).*/.exec(
    /failed to load cache key|failed to fetch/i.test(message) ? message : '',
  )?.[0];
}

/** The index answered in the end: it told its versions, or something else failed afterwards. */
function recovered(log: readonly string[]): boolean {
  const last = log.findLastIndex((line) => signs.some((sign) => sign.test(line)));
  return log
    .slice(last + 1)
    .some((line) =>
      /from versions: (?!none)|^Successfully installed|^\s+Downloading \S+\.(?:whl|tar)|Building wheel/.test(line),
    );
}
