import { describe, expect, it } from 'vitest';
import type { BuildStep, ContainerObservation } from '../../src/observation.ts';
import { probes } from '../../src/probes/index.ts';
import type { Settlement } from '../../src/probes/probe.ts';
import { rules } from '../../src/rules/index.ts';
import { observe } from '../support/observation.ts';
import { factsOf, findingsOf } from '../support/rule-findings.ts';

interface Seen extends Partial<ContainerObservation> {
  readonly steps?: readonly BuildStep[];
  readonly files?: Readonly<Record<string, string>>;
}

/** What the run tells of the first finding of a rule, with these parts of the build and the container as they were seen. */
function settled(check: string, dockerfile: string, { steps = [], files = {}, ...saw }: Seen): Settlement | undefined {
  const rule = rules.find(({ id }) => id === check);
  const probe = probes.find(({ settles }) => settles.includes(check));
  const [finding] = rule === undefined ? [] : findingsOf({ ...rule, severity: 'notice' }, dockerfile, files);
  const { observation } = observe({ dockerfile, saw: {} });
  const { build } = observation;
  if (finding === undefined || probe === undefined || observation.container === undefined || build === undefined)
    throw new Error(`nothing to settle: ${check}`);
  const container = { ...observation.container, ...saw };
  return probe.settle({
    finding,
    facts: factsOf(dockerfile, files),
    observation: { ...observation, build: { ...build, steps }, container },
    container,
  });
}

const running = { user: 'root', uid: 0, processes: 1, listening: ['0.0.0.0:8000'] };
const ready = { limitMs: 60_000, ms: 900, ended: 'ready', readyAtMs: 900 } as const;
const answered = {
  atMs: 890,
  ms: 5,
  request: 'GET http://127.0.0.1:8000/',
  outcome: { kind: 'answered', status: 200, headers: {}, body: '', bodyBytes: 0 },
  times: 1,
} as const;
const lists = 'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y git\n';
const shellForm = 'FROM python:3.12-slim\nCMD uvicorn app:app --host 0.0.0.0\n';

const spoken = (...texts: readonly string[]): ContainerObservation['log'] =>
  texts.map((text, index) => ({ at: startedAt + index * 1_000, stream: 'stderr', text }));
const startedAt = Date.UTC(2026, 10, 24, 9, 0, 0);

describe('what the run tells of a suspicion', () => {
  it('shell-form-start: a quick end of 143 without a word of the server is no grace', () => {
    const stop = { timeoutMs: 10_000, exitCode: 143, ms: 200, atMs: 500 };
    const begun = 'INFO:     Started server process [7]';
    expect(settled('shell-form-start', shellForm, { wait: ready, stop, log: spoken(begun) })?.status).toBe('confirmed');
    const goodbye = spoken(begun, 'INFO:     Shutting down', 'INFO:     Finished server process [7]');
    expect(settled('shell-form-start', shellForm, { wait: ready, stop, log: goodbye })?.status).toBe('refuted');
  });

  it('shell-form-start: a shutdown that hangs has seen its signal', () => {
    const stop = { timeoutMs: 10_000, exitCode: 137, ms: 10_200, atMs: 500 };
    const log = spoken('INFO:     Started server process [1]', 'INFO:     Shutting down');
    expect(settled('shell-form-start', shellForm, { wait: ready, stop, log })).toBeUndefined();
  });

  it('root-user: the uid of process 1 decides', () => {
    expect(settled('root-user', shellForm, { runtime: running })?.status).toBe('confirmed');
    expect(settled('root-user', shellForm, { runtime: { ...running, user: 'app', uid: 1000 } })?.status).toBe(
      'refuted',
    );
    expect(settled('root-user', shellForm, {})).toBeUndefined();
  });

  it('apt-lists-left: the bytes that lie there are its price', () => {
    const path = '/var/lib/apt/lists';
    expect(
      settled('apt-lists-left', lists, { runtime: running, measures: [{ path, bytes: 19_000_000, files: 9 }] }),
    ).toMatchObject({ status: 'confirmed', cost: { bytes: 19_000_000 } });
    expect(
      settled('apt-lists-left', lists, { runtime: running, measures: [{ path, bytes: 0, files: 1 }] })?.status,
    ).toBe('refuted');
  });

  it('apt-lists-left: an empty folder tells nothing where a later step deletes, for the layer below keeps its bytes', () => {
    expect(
      settled('apt-lists-left', `${lists}RUN rm -rf /var/lib/apt/lists/*\n`, { runtime: running }),
    ).toBeUndefined();
  });

  it('loopback-host: an answer from outside refutes it', () => {
    const loopback = 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app"]\n';
    expect(settled('loopback-host', loopback, { wait: ready, exchanges: [answered] })?.status).toBe('refuted');
    expect(
      settled('loopback-host', loopback, { exchanges: [{ ...answered, outcome: { kind: 'reset' } }] }),
    ).toBeUndefined();
  });

  it('shell-form-start: killed at the end of the limit confirms it, a clean end refutes it', () => {
    const stop = { timeoutMs: 10_000, exitCode: 137, ms: 10_200, signal: 'SIGKILL' };
    const server = { pid: 40, parentPid: 33, user: 'root', command: 'python3 /usr/local/bin/uvicorn app:app' };
    const processes = [{ pid: 33, parentPid: 7, user: 'root', command: '/bin/sh -c uvicorn app:app' }, server];
    expect(settled('shell-form-start', shellForm, { wait: ready, stop, processes })).toEqual({
      status: 'confirmed',
      cost: { ms: 10_200 },
      evidence: [
        { kind: 'measurement', what: 'time to stop', value: 10_200, unit: 'ms' },
        { kind: 'command', argv: ['/bin/sh', '-c', 'uvicorn', 'app:app'], exitCode: 137, tail: '' },
      ],
    });
    expect(
      settled('shell-form-start', shellForm, { wait: ready, stop: { timeoutMs: 10_000, exitCode: 0, ms: 400 } })
        ?.status,
    ).toBe('refuted');
  });

  it('shell-form-start: a start that was never complete loses SIGTERM whatever the form, and tells nothing', () => {
    expect(
      settled('shell-form-start', shellForm, { stop: { timeoutMs: 10_000, exitCode: 137, ms: 10_200 } }),
    ).toBeUndefined();
  });

  it('reload-in-image: a process that watches the source confirms it', () => {
    const reload = 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--reload"]\n';
    const process = { pid: 1, parentPid: 0, user: 'root', command: 'python uvicorn app:app --reload' };
    expect(settled('reload-in-image', reload, { runtime: running, processes: [process] })?.status).toBe('confirmed');
  });

  describe('source-before-dependencies: the steps behind the copy are its price', () => {
    const files = { 'requirements.txt': 'uvicorn==0.54.0\n', 'app.py': 'app = None\n' };
    const stages = [
      'FROM python:3.12-slim AS build',
      'WORKDIR /app',
      'RUN python -m venv /venv',
      'COPY . .',
      'RUN pip install -r requirements.txt',
      'RUN python -m compileall .',
      'FROM python:3.12-slim',
      'RUN useradd app',
      'COPY --from=build /app /app',
      'RUN chown -R app /app',
      '',
    ].join('\n');
    const step = (name: string, ms: number, cached = false): BuildStep => ({
      digest: name,
      name,
      startedAt,
      ms,
      cached,
      log: [],
    });
    const venv = step('[build 3/6] RUN python -m venv /venv', 3_000);
    const copy = step('[build 4/6] COPY . .', 50);
    const install = step('[build 5/6] RUN pip install -r requirements.txt', 20_000);
    const compile = step('[build 6/6] RUN python -m compileall .', 1_000);
    const user = step('[stage-1 2/4] RUN useradd app', 400);
    const owner = step('[stage-1 4/4] RUN chown -R app /app', 600);

    it('in its stage and in what goes on from there, but nothing of what a change of the code leaves alone', () => {
      const steps = [venv, copy, install, compile, user, owner];
      expect(settled('source-before-dependencies', stages, { files, steps })).toMatchObject({
        status: 'confirmed',
        cost: { ms: 21_600 },
      });
    });

    it('not where one of them came from the cache: its time is not known', () => {
      const steps = [venv, copy, step(install.name, 0, true), compile, user, owner];
      expect(settled('source-before-dependencies', stages, { files, steps })).toBeUndefined();
      expect(settled('source-before-dependencies', stages, { files, steps: [] })).toBeUndefined();
    });

    it('though a step that is never built again came from the cache', () => {
      const steps = [step(venv.name, 0, true), copy, install, compile, step(user.name, 0, true), owner];
      expect(settled('source-before-dependencies', stages, { files, steps })?.cost).toEqual({ ms: 21_600 });
    });
  });

  describe('single-worker: the children of the server are counted', () => {
    const process = (pid: number, parentPid: number, command: string) => ({ pid, parentPid, user: 'root', command });
    const uvicorn = '/usr/local/bin/python3 /usr/local/bin/uvicorn app:app --host 0.0.0.0';
    const spawned = '/usr/local/bin/python3 -c from multiprocessing.spawn import spawn_main; spawn_main()';
    const tracker = '/usr/local/bin/python3 -c from multiprocessing.resource_tracker import main;main(4)';
    const gunicorn = '/usr/local/bin/python3 /usr/local/bin/gunicorn app:app -b 0.0.0.0';
    const shell = 'FROM python:3.12-slim\nCMD gunicorn app:app -b 0.0.0.0\n';
    const count = (dockerfile: string, processes: readonly ReturnType<typeof process>[]) => {
      const { status, evidence } =
        settled('single-worker', dockerfile, { runtime: running, wait: ready, processes }) ?? {};
      const [measured] = evidence ?? [];
      return [status, measured?.kind === 'measurement' ? measured.value : undefined];
    };

    it('uvicorn alone serves itself', () => {
      expect(count(shellForm, [process(1, 0, `/bin/sh -c ${uvicorn}`), process(7, 1, uvicorn)])).toEqual([
        'confirmed',
        1,
      ]);
    });

    it("children of a uvicorn that was told of one worker may be the application's own", () => {
      expect(count(shellForm, [process(1, 0, uvicorn), process(8, 1, tracker), process(9, 1, spawned)])).toEqual([
        undefined,
        undefined,
      ]);
    });

    it('gunicorn has a child for each, whatever its configuration says of their number', () => {
      const own = [process(1, 0, `/bin/sh -c ${gunicorn}`), process(7, 1, gunicorn), process(9, 7, gunicorn)];
      expect(count(shell, own)).toEqual(['confirmed', 1]);
      expect(count(shell, [...own, process(10, 7, gunicorn)])).toEqual(['refuted', 2]);
    });

    it('a master that has not started anybody yet tells nothing', () => {
      expect(count(shell, [process(1, 0, gunicorn)])).toEqual([undefined, undefined]);
    });
  });

  it('broken-healthcheck: a check that passes refutes it', () => {
    const checked = `${shellForm}HEALTHCHECK CMD curl --fail http://localhost:8000/\n`;
    const ran = { exitCode: 0, output: '', ms: 40, timedOut: false };
    expect(settled('broken-healthcheck', checked, { healthCheck: ran })?.status).toBe('refuted');
    expect(settled('broken-healthcheck', checked, { healthCheck: { ...ran, exitCode: 7 } })).toBeUndefined();
    expect(settled('broken-healthcheck', checked, {})).toBeUndefined();
  });

  it('apk-cache-kept, yarn-cache-kept: the bytes of the cache are the price', () => {
    const apk = 'FROM alpine:3.20\nRUN apk add git=2.45.2-r0\n';
    const measures = [{ path: '/var/cache/apk', bytes: 2_400_000, files: 3 }];
    expect(settled('apk-cache-kept', apk, { runtime: running, measures })?.cost).toEqual({ bytes: 2_400_000 });
    expect(settled('apk-cache-kept', apk, { runtime: running })?.status).toBe('refuted');
    const yarn = 'FROM node:22-slim\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile\n';
    const kept = [{ path: '/usr/local/share/.cache/yarn', bytes: 80_000_000, files: 900 }];
    expect(settled('yarn-cache-kept', yarn, { runtime: running, measures: kept })?.cost).toEqual({ bytes: 80_000_000 });
  });

  it('full-base-image: the bytes of the base are told, and nothing is decided', () => {
    const dockerfile =
      'FROM python:3.12\nWORKDIR /app\nCOPY app.py .\nRUN pip install uvicorn==0.54.0\nCMD ["uvicorn", "app:app"]\n';
    const { container } = observe({ dockerfile, saw: {} }).observation;
    if (container === undefined) throw new Error('nothing ran');
    const layers = [
      { bytes: 120_000_000, instruction: 'RUN /bin/sh -c apt-get update' },
      { bytes: 880_000_000, instruction: 'COPY dir:1f2e in /' },
      { bytes: 900, instruction: 'COPY app.py .' },
      { bytes: 3_000_000, instruction: 'RUN /bin/sh -c pip install uvicorn==0.54.0' },
    ];
    expect(settled('full-base-image', dockerfile, { image: { ...container.image, layers } })).toEqual({
      status: 'suspected',
      evidence: [{ kind: 'measurement', what: 'the layers of the base image', value: 1_000_000_000, unit: 'bytes' }],
    });
  });
});
