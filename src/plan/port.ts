import type { PublishSpecification } from '../docker/docker.ts';

/** Where people expect a uvicorn image to answer. */
const usualPort = 8000;

export interface PortQuestion {
  /** As the user gave it; undefined where it is ours to choose. */
  readonly given: readonly PublishSpecification[] | undefined;
  /** EXPOSE's TCP ports. */
  readonly exposed: readonly number[];
  /** The port that the server's command line surely names. */
  readonly named: number | undefined;
  /** Who names it, to begin a sentence; the server itself where nobody else does. */
  readonly namedBy?: string;
  /** Further container ports that probes ask. */
  readonly asked: readonly number[];
  /** Anything is asked of a port at all: a worker and a job publish none of themselves. */
  readonly isAsked: boolean;
}

export interface PortChoice {
  readonly publish: readonly PublishSpecification[];
  /** The container port that the probes ask. */
  readonly port: number;
  readonly isOurs: boolean;
  readonly notes: readonly string[];
}

/** Which port is published, and which one is asked: what was given, literally; else 8000, where the server is told another port on 8000 of the host. */
export function choosePort({
  given,
  exposed,
  named,
  namedBy = 'The server is told',
  asked,
  isAsked,
}: PortQuestion): PortChoice {
  if (given !== undefined)
    return { publish: withAsked(given, asked), port: portAmong(given, named), isOurs: false, notes: [] };
  if (!isAsked) return { publish: [], port: named ?? usualPort, isOurs: true, notes: [] };
  const moves = named !== undefined && named !== usualPort && (exposed.length === 0 || exposed.includes(named));
  const port = moves ? named : usualPort;
  return {
    publish: withAsked([{ hostPort: usualPort, containerPort: port, protocol: 'tcp' }], asked),
    port,
    isOurs: true,
    notes: moves ? [`${namedBy} port ${port}, so that one is published on ${usualPort}.`] : [],
  };
}

function portAmong(given: readonly PublishSpecification[], named: number | undefined): number {
  const ports = given.filter(({ protocol }) => protocol === 'tcp').map(({ containerPort }) => containerPort);
  const wanted = [named, usualPort].find((port) => port !== undefined && ports.includes(port));
  return wanted ?? ports[0] ?? named ?? usualPort;
}

/** A port that only a probe asks is published on a free host port. */
function withAsked(
  publish: readonly PublishSpecification[],
  asked: readonly number[],
): readonly PublishSpecification[] {
  const missing = asked.filter(
    (port) => !publish.some(({ containerPort, protocol }) => containerPort === port && protocol === 'tcp'),
  );
  return [
    ...publish,
    ...[...new Set(missing)].map(
      (port) => ({ hostIp: '127.0.0.1', hostPort: 0, containerPort: port, protocol: 'tcp' }) as const,
    ),
  ];
}
