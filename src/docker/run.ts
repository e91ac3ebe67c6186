import { SetupError } from '../errors.ts';
import type { Client } from './client.ts';
import type { PublishSpecification, RunOutcome, RunRequest } from './docker.ts';
import { refuseOption } from './image.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Long enough for an image that has to be pulled first. */
const runDeadlineMs = 300_000;

export async function runContainer(client: Client, request: RunRequest): Promise<RunOutcome> {
  refuseOption(request.image);
  using folder = temporaryFolder();
  const variables = resolveVariables(request.environment, client.environment);
  const { inFile, inClient } = divideVariables(variables);
  const environmentWords = [
    ...(inFile.length === 0 ? [] : [`--env-file=${folder.write('environment', `${inFile.join('\n')}\n`)}`]),
    ...Object.keys(inClient).map((name) => `--env=${name}`),
  ];
  const unlessGiven = request.unlessGiven ?? [];
  // Of two that name the same variable, docker takes the later.
  const firstWords =
    unlessGiven.length === 0 ? [] : [`--env-file=${folder.write('unless-given', `${unlessGiven.join('\n')}\n`)}`];
  const words = [...firstWords, ...optionWords(request), ...environmentWords];
  const { exitCode, stderr, stdout } = await client.docker(
    ['run', '--detach', `--cidfile=${folder.file('id')}`, ...words, request.image],
    { deadlineMs: runDeadlineMs, environment: inClient },
  );
  // docker writes the id as soon as the container is made; asking by name might find another one's.
  const id = folder.read('id').trim() || (exitCode === 0 ? stdout.trim() : '');
  const shownVariables = variables.map(({ name }) => `--env=${name}`);
  return {
    argv: ['docker', 'run', '--detach', ...optionWords(request), ...shownVariables, request.image],
    exitCode,
    stderr: stderr.replace(/\n*Run 'docker run --help' for more information\n*$/, '\n').replace(/^\n$/, ''),
    ...(id === '' ? {} : { id }),
  };
}

function optionWords(request: RunRequest): readonly string[] {
  const { options } = request;
  const choosesLog = options.some((option) => /^--log-(?:driver|opt)\b/.test(option));
  return [
    `--name=${request.name}`,
    ...request.labels.map((label) => `--label=${label}`),
    ...request.publish.map((port) => `--publish=${publishWord(port)}`),
    // A server that logs without end must not fill the runner's disk, nor one that forks without end its process table.
    ...(choosesLog ? [] : ['--log-driver=json-file', '--log-opt=max-size=50m', '--log-opt=max-file=1']),
    '--pids-limit=4096',
    ...request.environmentFiles.map((file) => `--env-file=${file}`),
    ...(request.network === undefined ? [] : [`--network=${request.network}`]),
    ...options,
  ];
}

function publishWord({ hostIp, hostPort, containerPort, protocol }: PublishSpecification): string {
  const host = hostIp === undefined ? '' : `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:`;
  return `${host}${hostPort}:${containerPort}/${protocol}`;
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

/** `NAME` alone takes over our own value, as with `docker run --env`; where we have none, the container has none. */
function resolveVariables(
  entries: readonly string[],
  ours: Readonly<Record<string, string | undefined>>,
): readonly Variable[] {
  return entries.flatMap((entry) => {
    const equals = entry.indexOf('=');
    if (equals >= 0) return [{ name: entry.slice(0, equals), value: entry.slice(equals + 1) }];
    const value = ours[entry];
    return value === undefined ? [] : [{ name: entry, value }];
  });
}

/** What an environment file cannot hold: docker reads it line by line, at most 64 kB each, and `#` begins a comment. */
function needsClient({ name, value }: Variable): boolean {
  return /[\r\n\0]/.test(value) || name.length + value.length > 60_000 || name.startsWith('#');
}

/** These would change the docker client itself, or how the system loads it. */
const clientsOwn = /^(?:DOCKER_|BUILDX_|BUILDKIT_|LD_|GO|SSL_CERT_)|^(?:PATH|HOME|TMPDIR)$|_PROXY$/i;

function divideVariables(variables: readonly Variable[]): {
  inFile: readonly string[];
  inClient: Readonly<Record<string, string>>;
} {
  const inFile: string[] = [];
  const inClient: Record<string, string> = {};
  for (const variable of variables) {
    if (!needsClient(variable)) {
      inFile.push(`${variable.name}=${variable.value}`);
      continue;
    }
    if (clientsOwn.test(variable.name)) {
      throw new SetupError(
        `the variable ${variable.name} has a value of several lines, which can reach the container only through the docker client's own environment, and there it would change the client. Set it in the image or by \`env-file\`.`,
      );
    }
    inClient[variable.name] = variable.value;
  }
  return { inFile, inClient };
}
