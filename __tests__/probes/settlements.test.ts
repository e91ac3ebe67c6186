import { describe, expect, it } from 'vitest';
import type { ContainerObservation } from '../../src/observation.ts';
import { probes } from '../../src/probes/index.ts';
import type { Settlement } from '../../src/probes/probe.ts';
import { rules } from '../../src/rules/index.ts';
import { observe } from '../support/observation.ts';
import { factsOf, findingsOf } from '../support/rule-findings.ts';

/** What the run tells of the first finding of a rule, with these parts of the container as they were seen. */
function settled(check: string, dockerfile: string, saw: Partial<ContainerObservation>): Settlement | undefined {
  const rule = rules.find(({ id }) => id === check);
  const probe = probes.find(({ settles }) => settles.includes(check));
  const [finding] = rule === undefined ? [] : findingsOf(rule, dockerfile, {});
  const { observation } = observe({ dockerfile, saw: {} });
  if (finding === undefined || probe === undefined || observation.container === undefined)
    throw new Error(`nothing to settle: ${check}`);
  const container = { ...observation.container, ...saw };
  return probe.settle({
    finding,
    facts: factsOf(dockerfile, {}),
    observation: { ...observation, container },
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
    expect(settled('shell-form-start', shellForm, { wait: ready, stop })).toMatchObject({
      status: 'confirmed',
      cost: { ms: 10_200 },
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
});
