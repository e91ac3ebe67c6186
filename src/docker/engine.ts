import { SetupError } from '../errors.ts';
import type { Clock, Ports } from '../ports.ts';
import type { ProcessResult } from '../process.ts';
import * as v from 'valibot';
import type { Client } from './client.ts';
import type { Engine } from './docker.ts';
import { hostOutside, ownNetworks } from './job-container.ts';
import { engineTrouble, firstLine } from './trouble.ts';

/** Docker 23 is the first whose BuildKit sends warnings in its progress. */
const oldestMajor = 23;

const versionAnswer = v.object({
  Client: v.object({ Context: v.optional(v.string(), 'default') }),
  Server: v.nullish(v.object({ Version: v.string(), Os: v.string(), Arch: v.string() })),
});
type VersionAnswer = v.InferOutput<typeof versionAnswer>;
type Server = NonNullable<VersionAnswer['Server']>;

/** Who the engine is, without buildx. `docker version` costs 13 ms, `docker info` 80: it asks every plugin as well. */
export async function askEngine(
  client: Client,
  { clock, files }: Pick<Ports, 'clock' | 'files'>,
  waitMs: number,
): Promise<Omit<Engine, 'buildxVersion'>> {
  const { answer, server } = await waitForServer(client, clock, waitMs);
  if (server.Os !== 'linux') {
    throw new SetupError(
      `the Docker engine runs ${server.Os} containers, and a trial needs Linux ones. Switch the engine to Linux containers, or choose a Linux runner.`,
    );
  }
  if (Number.parseInt(server.Version, 10) < oldestMajor) {
    throw new SetupError(
      `Docker Engine ${server.Version} is too old: its BuildKit sends no warnings and no checks. Install Docker Engine ${oldestMajor} or newer.`,
    );
  }
  const url = await endpoint(client, answer.Client.Context);
  const remote = hostOf(url);
  const outside = remote === undefined ? await hostOutside(client, files, url) : undefined;
  const host = remote ?? outside;
  return {
    version: server.Version,
    platform: `${server.Os}/${server.Arch}`,
    local: host === undefined,
    host: host ?? '127.0.0.1',
    ...(outside === undefined ? {} : { networks: ownNetworks() }),
  };
}

/** The host that a remote endpoint names; undefined where the engine is on this machine. */
export function hostOf(endpointUrl: string): string | undefined {
  if (!URL.canParse(endpointUrl)) return undefined;
  const url = new URL(endpointUrl);
  if (url.protocol === 'unix:' || url.protocol === 'npipe:' || url.protocol === 'fd:') return undefined;
  // URL keeps a host it knows no scheme of as it is, in brackets for IPv6.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return /^(?:|localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host) ? undefined : host;
}

const firstPauseMs = 50;
const longestPauseMs = 500;
/** A daemon that accepts and says nothing is not waited for longer than this a time. */
const askDeadlineMs = 10_000;

/** An engine beside the job, in another container, may come up after the step has begun. */
async function waitForServer(
  client: Client,
  clock: Clock,
  waitMs: number,
): Promise<{ answer: VersionAnswer; server: Server }> {
  const began = clock.ticks();
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const result = await client.program(['docker', 'version', '--format', '{{json .}}'], { deadlineMs: askDeadlineMs });
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), versionAnswer), result.stdout);
    const server = parsed.success ? parsed.output.Server : undefined;
    if (parsed.success && server !== undefined && server !== null) return { answer: parsed.output, server };
    const waitedMs = clock.ticks() - began;
    if (waitedMs + pauseMs > waitMs || !mayComeUp(result)) throw noAnswer(result, waitedMs);
    await clock.sleep(pauseMs);
  }
}

function mayComeUp(result: ProcessResult): boolean {
  return (
    result.timedOut ||
    /cannot connect|failed to connect|error during connect|connection refused|no such host|no such file|EOF|timeout/i.test(
      result.stderr,
    )
  );
}

function noAnswer(result: ProcessResult, waitedMs: number): SetupError {
  const waited = waitedMs < 1000 ? '' : ` Waited ${(waitedMs / 1000).toFixed(0)} s for it.`;
  const known = engineTrouble(result);
  const message = known?.message ?? `the Docker engine gave no usable answer: ${firstLine(result.stderr)}`;
  return new SetupError(message + waited);
}

const contextAnswer = v.array(v.object({ Endpoints: v.object({ docker: v.object({ Host: v.string() }) }) }));

/** Where the client speaks to: DOCKER_HOST, which wins over every context, else what its context says. */
async function endpoint(client: Client, context: string): Promise<string> {
  const fromEnvironment = client.environment['DOCKER_HOST'] ?? '';
  if (fromEnvironment !== '') return fromEnvironment.includes('://') ? fromEnvironment : `tcp://${fromEnvironment}`;
  if (context === 'default') return '';
  const result = await client.docker(['context', 'inspect', context]);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), contextAnswer), result.stdout);
  return parsed.success ? (parsed.output[0]?.Endpoints.docker.Host ?? '') : '';
}
