import type { ContainerState, ProcessSeen, PublishedPort } from '../observation.ts';
import * as v from 'valibot';
import type { Client } from './client.ts';
import type { InspectedContainer, Labelled, PathMeasure } from './docker.ts';
import { epochMilliseconds } from './rfc3339.ts';
import { measureTar } from './tar.ts';
import { isMissing, unexpected } from './trouble.ts';

export async function inspectContainer(client: Client, id: string): Promise<InspectedContainer | undefined> {
  const result = await client.docker(['container', 'inspect', id]);
  if (isMissing(result)) return undefined;
  if (result.exitCode !== 0) throw unexpected(`the container ${id} cannot be inspected`, result);
  const [found] = v.parse(v.pipe(v.string(), v.parseJson(), v.array(inspected)), result.stdout);
  if (found === undefined) return undefined;
  const networks = Object.values(found.NetworkSettings.Networks ?? {});
  return {
    id: found.Id,
    name: found.Name.replace(/^\//, ''),
    state: readState(found.State),
    published: readPorts(found.NetworkSettings.Ports ?? {}),
    addresses: networks
      .flatMap((network) => [network.IPAddress ?? '', network.GlobalIPv6Address ?? ''])
      .filter((address) => address !== ''),
    user: found.Config.User ?? '',
  };
}

const status = v.picklist(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']);
const inspectedState = v.object({
  Status: status,
  ExitCode: v.number(),
  OOMKilled: v.boolean(),
  Error: v.optional(v.string(), ''),
  Pid: v.number(),
  StartedAt: v.string(),
  FinishedAt: v.string(),
  Health: v.nullish(
    v.object({
      Status: v.string(),
      Log: v.nullish(v.array(v.object({ ExitCode: v.number(), Output: v.optional(v.string(), '') }))),
    }),
  ),
});
const inspected = v.object({
  Id: v.string(),
  Name: v.string(),
  State: inspectedState,
  Config: v.object({ User: v.nullish(v.string()) }),
  NetworkSettings: v.object({
    Ports: v.nullish(
      v.record(v.string(), v.nullable(v.array(v.object({ HostIp: v.optional(v.string(), ''), HostPort: v.string() })))),
    ),
    Networks: v.nullish(
      v.record(v.string(), v.object({ IPAddress: v.nullish(v.string()), GlobalIPv6Address: v.nullish(v.string()) })),
    ),
  }),
});

function readState(state: v.InferOutput<typeof inspectedState>): ContainerState {
  const startedAt = epochMilliseconds(state.StartedAt);
  const finishedAt = epochMilliseconds(state.FinishedAt);
  const health = state.Health ?? undefined;
  return {
    status: state.Status,
    exitCode: state.ExitCode,
    oomKilled: state.OOMKilled,
    error: state.Error,
    pid: state.Pid,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(health === undefined || health.Status === 'none'
      ? {}
      : {
          health: {
            status: health.Status,
            log: (health.Log ?? []).map((entry) => ({ exitCode: entry.ExitCode, output: entry.Output })),
          },
        }),
  };
}

function readPorts(
  ports: Readonly<Record<string, readonly { HostIp: string; HostPort: string }[] | null>>,
): readonly PublishedPort[] {
  return Object.entries(ports).flatMap(([name, bindings]) => {
    const [containerPort = '', protocol] = name.split('/');
    if (protocol !== 'tcp' && protocol !== 'udp') return [];
    return (bindings ?? []).map(({ HostIp, HostPort }) => ({
      hostIp: HostIp,
      hostPort: Number(HostPort),
      containerPort: Number(containerPort),
      protocol,
    }));
  });
}

/** `-e` and `-o` are understood by the `ps` of procps and of busybox alike: it is the engine's host that runs it. */
export async function listProcesses(client: Client, id: string): Promise<readonly ProcessSeen[]> {
  const result = await client.docker(['top', id, '-eo', 'pid,ppid,user,args']);
  if (result.exitCode !== 0) return []; // it has ended meanwhile
  return result.stdout.split('\n').flatMap((line) => {
    const row = /^(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    const [, pid = '', parentPid = '', user = '', command = ''] = row ?? [];
    return row === null ? [] : [{ pid: Number(pid), parentPid: Number(parentPid), user, command: command.trim() }];
  });
}

/** What `docker stop` and `docker rm` themselves need beside the time that they wait. */
const stopSlackMs = 30_000;

export async function stopContainer(client: Client, id: string, timeoutMs: number): Promise<void> {
  // `-t`: the long name of the option differs between versions.
  const seconds = Math.max(0, Math.ceil(timeoutMs / 1000));
  const result = await client.docker(['stop', '-t', String(seconds), id], { deadlineMs: timeoutMs + stopSlackMs });
  if (result.exitCode !== 0 && !isMissing(result)) throw unexpected(`the container ${id} cannot be stopped`, result);
}

export async function removeContainer(client: Client, id: string): Promise<void> {
  const result = await client.docker(['rm', '--force', '--volumes', id], { deadlineMs: 60_000 });
  const isGone = isMissing(result) || /removal of container .* is already in progress/.test(result.stderr);
  if (result.exitCode !== 0 && !isGone) throw unexpected(`the container ${id} cannot be removed`, result);
}

export async function labelledContainers(client: Client, label: string): Promise<readonly Labelled[]> {
  const words = ['--all', '--no-trunc', `--filter=label=${label}`, `--format={{.ID}} {{.Label "${label}"}}`];
  const result = await client.docker(['ps', ...words]);
  if (result.exitCode !== 0) throw unexpected('the containers cannot be listed', result);
  return result.stdout.split('\n').flatMap((line) => {
    const [, id, value] = /^(\S+) (.*)$/.exec(line) ?? [];
    return id === undefined || value === undefined ? [] : [{ id, value }];
  });
}

/** A whole image passes in about a second a gigabyte. */
const measureDeadlineMs = 120_000;

export async function measurePath(client: Client, id: string, path: string): Promise<PathMeasure | undefined> {
  const tar = measureTar();
  const result = await client.docker(['cp', '--follow-link', `${id}:${path}`, '-'], {
    deadlineMs: measureDeadlineMs,
    onStdoutChunk: tar.take,
  });
  if (result.exitCode === 0) return tar.result();
  if (isMissing(result) || /could not find the file|no such file|not a directory/i.test(result.stderr))
    return undefined;
  throw unexpected(`\`${path}\` of the container ${id} cannot be read`, result);
}
