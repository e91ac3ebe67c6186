import type { Evidence, Finding, Location } from '../../src/finding.ts';
import type { ContainerObservation, ImageObservation, Observation, SourceFile } from '../../src/observation.ts';
import type { Report, StageResult, TimedStep, TrialReport } from '../../src/report.ts';
import { type Links, githubLinks } from '../../src/render/links.ts';

/** Reports by hand, of the stories that report.md tells: invented numbers, honest shapes. */

const head = '9f1c2ab04d1e6f7a8b9c0d1e2f3a4b5c6d7e8f90';
export const laterHead = 'c07d9e1f5a2288b1c4d7e0f3a6b9c2d5e8f1a4b7';

export function linksFor(sha = head, runNumber = 118): Links {
  return githubLinks({
    serverUrl: 'https://github.com',
    repository: 'acme/api',
    head: sha,
    tested: sha,
    runId: '19630412771',
    runNumber,
    actionRepository: 'acme/sea-trial',
  });
}

export function reportOf(trials: readonly TrialReport[], sha = head): Report {
  return { version: 1, tool: { name: 'sea-trial', version: '0.1.0' }, commit: { head: sha, tested: sha }, trials };
}

const startOfTrial = Date.UTC(2026, 5, 1, 12, 0, 0);

export const exampleDockerfile = `FROM python:3.11-slim
WORKDIR /app
RUN apt-get update && apt-get install -y git
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
EXPOSE 8000
CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--workers", "4"]
`;
const requirements = `fastapi==0.165.0
uvicorn[standard]==0.54.0
`;

export function at(path: string, line: number, column = 1, endColumn = column, endLine = line): Location {
  return { path, line, column, endLine, endColumn };
}

type FindingParts = Pick<Finding, 'check' | 'severity' | 'title' | 'why' | 'advice'> & Partial<Finding>;

export function finding(parts: FindingParts): Finding {
  return {
    aliases: [],
    evidence: [],
    status: 'suspected',
    fingerprint: `${parts.check} ${parts.location?.path ?? ''} of this instruction`,
    ...parts,
  };
}

export const rootUser = finding({
  check: 'root-user',
  aliases: [],
  severity: 'warning',
  title: 'the server runs as root (uid 0)',
  why: 'A flaw in the application owns the whole container. Files that it writes to volumes belong to root too.',
  advice: 'Create a user and switch to it with `USER`.',
  location: at('Dockerfile', 8, 1, 84),
  status: 'confirmed',
  evidence: [{ kind: 'measurement', what: 'uid of process 1', value: 0, unit: 'count' }],
});

export const aptLists = finding({
  check: 'apt-lists-left',
  aliases: ['DL3009'],
  severity: 'notice',
  title: "apt's package lists stay in the image",
  why: 'Every later pull carries them, and the next `apt-get update` replaces them anyway.',
  advice: 'End that RUN with `&& rm -rf /var/lib/apt/lists/*`.',
  location: at('Dockerfile', 3, 1, 45),
  status: 'confirmed',
  cost: { bytes: 19_200_000 },
  evidence: [{ kind: 'measurement', what: 'package lists in the image', value: 19_200_000, unit: 'bytes' }],
  fix: {
    title: 'Remove the lists',
    safety: 'safe',
    edits: [{ location: at('Dockerfile', 3, 45), text: ' && rm -rf /var/lib/apt/lists/*' }],
  },
});

const aptRecommends = finding({
  check: 'apt-recommends',
  aliases: ['DL3015'],
  severity: 'notice',
  title: 'packages that git only recommends come along',
  why: 'They make the image larger, and nothing here uses them.',
  advice: 'Add `--no-install-recommends`; what it saves, only a rebuild can tell.',
  location: at('Dockerfile', 3, 23, 45),
});

const unpinned = finding({
  check: 'unpinned-requirements',
  severity: 'notice',
  title: '2 of 9 lines have no version, so the next build may differ',
  why: 'The same commit builds another image tomorrow.',
  advice: 'Pin them.',
  location: at('requirements.txt', 1),
});

const missingIgnore = finding({
  check: 'missing-dockerignore',
  severity: 'notice',
  title: '`COPY . .` puts `.git` into the image',
  why: 'Whoever has the image has the history.',
  advice: 'Add a `.dockerignore`.',
  location: at('Dockerfile', 6, 1, 9),
  status: 'confirmed',
  cost: { bytes: 1_600_000 },
});

function suspicion(found: Finding): Finding {
  const { cost, ...unpriced } = found;
  return { ...(cost === undefined ? found : unpriced), status: 'suspected' };
}

/** Lint's own stage: what it suspected, before the run told more. */
function lintStage(findings: readonly Finding[]): StageResult {
  const suspected = findings.map(suspicion);
  return { stage: 'lint', status: 'passed', startedAt: startOfTrial, ms: 70, findings: suspected };
}

/** What the broken stories have besides their cause. */
export const fiveOthers: readonly Finding[] = [aptLists, aptRecommends, missingIgnore, rootUser, unpinned];

function stage(name: StageResult['stage'], ms: number, from = 0): StageResult {
  return { stage: name, status: 'passed', startedAt: startOfTrial + from, ms, findings: [] };
}

function failedStage(name: StageResult['stage'], ms: number, from: number, found: Finding): StageResult {
  return { stage: name, status: 'failed', startedAt: startOfTrial + from, ms, findings: [found] };
}

function skipped(name: StageResult['stage'], because: string): StageResult {
  return { stage: name, status: 'skipped', because };
}

function image(bytes: number, user = ''): ImageObservation {
  return {
    reference: 'sea-trial/image',
    id: `sha256:${'4e'.repeat(32)}`,
    bytes,
    store: 'overlay2',
    user,
    workdir: '/app',
    environment: ['PATH=/usr/local/bin:/usr/bin'],
    entrypoint: [],
    command: ['uvicorn', 'app:app'],
    exposed: ['8000/tcp'],
    layers: [
      { bytes: 120_000_000, instruction: 'ADD rootfs.tar.xz / # buildkit' },
      { bytes: bytes - 120_000_000, instruction: 'RUN /bin/sh -c apt-get update && apt-get install -y git # buildkit' },
    ],
  };
}

function steps(cached = false): TimedStep[] {
  const step = (line: number, instruction: string, ms: number): TimedStep => ({
    line,
    instruction,
    startedAt: startOfTrial,
    ms,
    cached,
  });
  return [
    step(1, 'FROM python:3.11-slim', 4_100),
    step(2, 'WORKDIR /app', 20),
    step(3, 'RUN apt-get update && apt-get install -y git', 11_800),
    step(4, 'COPY requirements.txt .', 30),
    step(5, 'RUN pip install --no-cache-dir -r requirements.txt', 30_600),
    step(6, 'COPY . .', 40),
  ];
}

export function sourcesOf(
  dockerfile = exampleDockerfile,
  files: readonly SourceFile[] = [{ path: 'requirements.txt', text: requirements }],
  path = 'Dockerfile',
): Observation['sources'] {
  return {
    dockerfile: { path, text: dockerfile },
    context: '.',
    buildArguments: {},
    files,
    listing: files.map((file) => file.path),
  };
}

function container(of: ImageObservation, log: readonly string[] = []): ContainerObservation {
  return {
    image: of,
    expected: { kind: 'http' },
    create: { argv: ['docker', 'run'], exitCode: 0, stderr: '' },
    published: [{ hostIp: '0.0.0.0', hostPort: 8000, containerPort: 8000, protocol: 'tcp' }],
    port: 8000,
    log: log.map((text, index) => ({ at: startOfTrial + index, stream: 'stderr', text })),
    omittedLogLines: 0,
    sockets: [],
    processes: [],
    exchanges: [],
    wait: { limitMs: 60_000, ms: 1_400, ended: 'ready', readyAtMs: 1_400 },
    measures: [],
  };
}

interface Served {
  readonly bytes: number;
  readonly user: string;
  readonly findings?: readonly Finding[];
  readonly extra?: Partial<TrialReport>;
}

const answered = [
  { request: 'GET /', outcome: '200', status: 200, ms: 6, passed: true },
  { request: 'GET /openapi.json', outcome: '200', status: 200, ms: 9, passed: true },
];

/** A trial that passed all its stages. */
export function served({ bytes, user, findings = [], extra = {} }: Served): TrialReport {
  const made = image(bytes, user);
  return {
    name: 'image',
    file: 'Dockerfile',
    context: '.',
    verdict: 'passed',
    cause: undefined,
    stages: [
      stage('build', 52_300),
      lintStage(findings),
      stage('start', 1_400, 52_300),
      stage('smoke', 120, 53_700),
      stage('stop', 400, 53_900),
    ],
    findings,
    ignored: [],
    image: made,
    layerLines: [undefined, 3],
    steps: steps(),
    startupMs: 1_400,
    probes: answered,
    runtime: { user, processes: 6, listening: ['0.0.0.0:8000'], memoryBytes: 180_000_000 },
    stopped: { ms: 400, timeoutMs: 10_000, exitCode: 0 },
    notes: [],
    observation: {
      version: 1,
      name: 'api',
      sources: sourcesOf(),
      container: container(made, ['INFO:     Application startup complete.']),
    },
    ...extra,
  };
}

interface Broken {
  readonly cause: Finding;
  readonly others?: readonly Finding[];
  readonly stages: readonly StageResult[];
  readonly bytes?: number;
  readonly sources: Observation['sources'];
  readonly log?: readonly string[];
}

/** A trial that a root diagnosis ended. */
function broken({ cause, others = [], stages, bytes, sources, log }: Broken): TrialReport {
  const made = bytes === undefined ? undefined : image(bytes);
  return {
    name: 'image',
    file: 'Dockerfile',
    context: '.',
    verdict: 'failed',
    cause: cause.check,
    stages,
    findings: [cause, ...others],
    ignored: [],
    ...(made === undefined ? {} : { image: made, steps: steps() }),
    notes: [],
    observation: {
      version: 1,
      name: 'api',
      sources,
      ...(made === undefined ? {} : { container: container(made, log) }),
    },
  };
}

const documented = ['/ships', '/ships/latest', '/health'].map((path) => ({
  request: `GET ${path}`,
  outcome: '200',
  status: 200,
  ms: 4,
  passed: true,
  documented: true as const,
}));

/** 1: all is well. */
export const passed = reportOf([
  served({ bytes: 333_000_000, user: 'app', extra: { probes: [...answered, ...documented] } }),
]);

const digest = `sha256:${'c5'.repeat(32)}`;
const tags = ['ghcr.io/acme/api:1.4.0', 'ghcr.io/acme/api:latest'];
const releasable = served({ bytes: 333_000_000, user: 'app' });

/** A release: what was tried is in the registry. */
export const pushed = reportOf([
  {
    ...releasable,
    stages: [...releasable.stages, stage('push', 6_200, 54_300)],
    image: { ...image(333_000_000, 'app'), digest },
    pushed: tags.map((reference) => ({ reference, digest })),
  },
]);

const refusal =
  '`ghcr.io/acme/api:latest` was not pushed: denied: permission_denied: write_package. Log in to ghcr.io (docker/login-action), give the job `packages: write`, and let the package grant this repository the role Write. Pushed already: `ghcr.io/acme/api:1.4.0`; to push that again does no harm.';

/** The second name was refused. */
export const pushRefused = reportOf([
  {
    ...releasable,
    verdict: 'errored',
    cause: 'unknown',
    because: refusal,
    stages: [
      ...releasable.stages,
      { stage: 'push', status: 'errored', startedAt: startOfTrial + 54_300, ms: 3_100, message: refusal, findings: [] },
    ],
    image: { ...image(333_000_000, 'app'), digest },
    pushed: [{ reference: 'ghcr.io/acme/api:1.4.0', digest }],
  },
]);

/** The example of the repository: it serves, and three findings stand. */
export const example = reportOf([
  served({ bytes: 371_800_000, user: 'root', findings: [aptLists, aptRecommends, rootUser] }),
]);

const loopbackLine = 'CMD ["uvicorn", "app:app", "--host", "127.0.0.1", "--port", "8000", "--workers", "4"]';

export const loopbackCause = finding({
  check: 'loopback-host',
  severity: 'error',
  headline: 'uvicorn listens on 127.0.0.1, where nobody can reach it',
  title: 'the server accepts connections from inside its own container only',
  why: "Docker forwards port 8000 to the container's network address, and nothing listens there.",
  advice: 'Write `0.0.0.0` instead of `127.0.0.1`.',
  location: at('Dockerfile', 8, 38, 49),
  status: 'confirmed',
  evidence: [
    { kind: 'exchange', request: 'its only listening socket', outcome: '`127.0.0.1:8000`', ms: 720 },
    {
      kind: 'exchange',
      request: 'GET http://127.0.0.1:8000/',
      outcome: "accepted by docker's proxy, then reset, 31 times",
      ms: 1_600,
    },
    {
      kind: 'log',
      lines: [
        'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
        'INFO:     Application startup complete.',
      ],
      omittedLines: 0,
    },
  ],
  fix: {
    title: 'Listen on all addresses',
    safety: 'safe',
    edits: [{ location: at('Dockerfile', 8, 38, 49), text: '"0.0.0.0"' }],
  },
});

/** 3: it listens where nobody can reach it. */
export const loopback = reportOf([
  broken({
    cause: loopbackCause,
    others: fiveOthers,
    bytes: 371_800_000,
    stages: [
      stage('build', 54_500),
      lintStage([loopbackCause, ...fiveOthers]),
      failedStage('start', 1_600, 54_500, loopbackCause),
      skipped('smoke', 'nothing answered'),
      skipped('stop', 'nothing answered'),
    ],
    sources: sourcesOf(exampleDockerfile.replace(/CMD .*/, loopbackLine)),
    log: [
      'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
      'INFO:     Application startup complete.',
    ],
  }),
]);

const pipTail: Evidence = {
  kind: 'command',
  argv: ['pip', 'install', '--no-cache-dir', '-r', 'requirements.txt'],
  exitCode: 1,
  tail: [
    'ERROR: Could not find a version that satisfies the requirement fastapi==0.999.0 (from versions: 0.1.0, 0.1.2, [310 more], 0.164.0, 0.165.0)',
    'ERROR: No matching distribution found for fastapi==0.999.0',
  ].join('\n'),
};

const versionCause = finding({
  check: 'requirement-version-not-found',
  severity: 'error',
  headline: 'the build stops, `fastapi==0.999.0` does not exist',
  title: 'pip finds no such version',
  why: 'For Python 3.11 the index offers up to 0.165.0.',
  advice: 'Ask for one that exists, or for a range such as `fastapi>=0.165,<0.166`.',
  location: at('requirements.txt', 1, 1, 17),
  status: 'confirmed',
  evidence: [pipTail],
});

const suspectedOthers = fiveOthers.map(suspicion);

/** 4: the build fails. */
export const buildFailed = reportOf([
  broken({
    cause: versionCause,
    others: suspectedOthers,
    stages: [
      failedStage('build', 21_000, 0, versionCause),
      lintStage(fiveOthers),
      skipped('start', 'there is no image'),
      skipped('smoke', 'there is no image'),
      skipped('stop', 'there is no image'),
    ],
    sources: sourcesOf(exampleDockerfile, [
      { path: 'requirements.txt', text: 'fastapi==0.999.0\nuvicorn[standard]==0.54.0\n' },
    ]),
  }),
]);

const importCause = finding({
  check: 'missing-requirement',
  severity: 'error',
  headline: 'the container exits, Python finds no module `httpx`',
  title: 'it imports `httpx`, and nothing installs that in the image',
  why: '`requirements.txt` is what `Dockerfile:5` installs, and `httpx` is not in it.',
  advice: 'Add it there.',
  location: at('app.py', 3, 1, 13),
  status: 'confirmed',
  evidence: [
    {
      kind: 'log',
      lines: [
        '  File "/app/app.py", line 3, in <module>',
        '    import httpx',
        "ModuleNotFoundError: No module named 'httpx'",
      ],
      omittedLines: 38,
    },
    { kind: 'exchange', request: 'exit code 1', outcome: 'the container ended by itself', ms: 900 },
    {
      kind: 'source',
      location: at('Dockerfile', 6, 1, 9),
      note: "`COPY . .` makes this repository's `app.py` to `/app/app.py`",
    },
  ],
  fix: {
    title: 'Add the requirement',
    safety: 'unsafe',
    edits: [{ location: at('requirements.txt', 3, 1), text: 'httpx==0.28.1\n' }],
  },
});

/** 5: it exits at import. */
export const importError = reportOf([
  broken({
    cause: importCause,
    others: fiveOthers,
    bytes: 371_800_000,
    stages: [
      stage('build', 54_500),
      lintStage(fiveOthers),
      failedStage('start', 900, 54_500, importCause),
      skipped('smoke', 'nothing answered'),
      skipped('stop', 'nothing answered'),
    ],
    sources: sourcesOf(exampleDockerfile, [
      { path: 'requirements.txt', text: requirements },
      { path: 'app.py', text: 'import os\n\nimport httpx\n' },
    ]),
  }),
]);

/** 7: the push after 3. */
export const secondPush = reportOf([served({ bytes: 371_800_000, user: 'root', findings: fiveOthers })], laterHead);

/** The set-up is to blame: another process has the port. */
export const portTaken = reportOf([
  {
    ...broken({
      cause: finding({
        check: 'host-port-taken',
        severity: 'error',
        title: 'port 8000 of the runner is taken by another container',
        why: 'Two containers cannot be published on one port.',
        advice: 'Stop that one before this step, or publish another port: `publish: 8001:8000`.',
        status: 'confirmed',
        evidence: [
          {
            kind: 'command',
            argv: ['docker', 'run', '--detach', '--publish', '8000:8000', 'sea-trial/image'],
            exitCode: 125,
            tail: 'docker: Error response from daemon: Bind for 0.0.0.0:8000 failed: port is already allocated',
          },
        ],
      }),
      others: [rootUser],
      bytes: 333_000_000,
      stages: [
        stage('build', 52_300),
        lintStage([rootUser]),
        { stage: 'start', status: 'errored', startedAt: startOfTrial + 52_300, ms: 300, message: '', findings: [] },
        skipped('smoke', 'nothing answered'),
        skipped('stop', 'nothing answered'),
      ],
      sources: sourcesOf(),
    }),
    verdict: 'errored',
  },
]);

/** Nothing could be tried, and no diagnosis names why. */
export const noEngine = reportOf([
  {
    name: 'image',
    file: 'Dockerfile',
    context: '.',
    verdict: 'errored',
    cause: 'unknown',
    stages: [
      {
        stage: 'build',
        status: 'errored',
        startedAt: startOfTrial,
        ms: 30_000,
        message: 'No Docker engine answers on unix:///var/run/docker.sock. Start Docker, or use a runner that has it.',
        findings: [],
      },
      lintStage([rootUser]),
      skipped('start', 'there is no image'),
      skipped('smoke', 'there is no image'),
      skipped('stop', 'there is no image'),
    ],
    findings: [{ ...rootUser, status: 'suspected' }],
    ignored: [],
    notes: [],
    observation: { version: 1, name: 'api', sources: sourcesOf() },
  },
]);

const [loopbackTrial] = loopback.trials;
const [passedTrial] = passed.trials;
const [exampleTrial] = example.trials;

/** Several images, of which one does not serve. */
export const several = reportOf(
  [loopbackTrial, passedTrial, exampleTrial].flatMap((trial, index) =>
    trial === undefined ? [] : [{ ...trial, name: ['billing', 'orders', 'api'][index] ?? '' }],
  ),
);

/** 2: it serves, and is held against the base and its last report. */
export const compared = reportOf([
  served({
    bytes: 371_800_000,
    user: 'root',
    findings: [aptLists, aptRecommends, missingIgnore, rootUser, unpinned].map((each) => ({
      ...each,
      since: [aptLists, aptRecommends].includes(each) ? ('new' as const) : ('remaining' as const),
    })),
    extra: {
      comparison: {
        base: '4be07d1c3a5e7f90b1d2c3e4f5a6b7c8d9e0f1a2',
        bytes: { base: 273_500_000, delta: 98_300_000 },
        startupMs: { base: 1_300, delta: 100 },
        stopMs: { base: 390, delta: 10 },
        steps: { 'RUN apt-get update && apt-get install -y git': { base: 4_000, delta: 7_800 } },
        new: 2,
        remaining: 3,
        fixed: [
          {
            check: 'source-before-dependencies',
            title: 'the source is copied before the dependencies are installed',
            path: 'Dockerfile',
          },
        ],
      },
    },
  }),
]);

/** 6: several images against the base: one fails now, one is mended, one brings something, two are as they were. */
export const severalCompared = reportOf(
  Object.entries({
    api: compared.trials[0],
    billing: loopbackTrial,
    orders: passedTrial,
    admin: exampleTrial,
    docs: exampleTrial,
  }).flatMap(([name, trial]) => (trial === undefined ? [] : [againstMain({ ...trial, name })])),
  laterHead,
);

function againstMain(trial: TrialReport): TrialReport {
  if (trial.comparison !== undefined) return trial;
  const isNew = trial.verdict === 'failed';
  return {
    ...trial,
    findings: trial.findings.map((each) => ({
      ...each,
      since: isNew && each.check === trial.cause ? ('new' as const) : ('remaining' as const),
    })),
    comparison: {
      base: '4be07d1c3a5e7f90b1d2c3e4f5a6b7c8d9e0f1a2',
      new: isNew ? 1 : 0,
      remaining: trial.findings.length - (isNew ? 1 : 0),
      fixed: [],
    },
  };
}

/** What the comment of the push before 6 said. */
export const severalBefore: readonly TrialReport[] = severalCompared.trials.map((trial) => ({
  ...trial,
  verdict: trial.name === 'orders' ? 'failed' : 'passed',
}));
