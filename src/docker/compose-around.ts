import { SetupError } from '../errors.ts';
import type { ProcessResult } from '../process.ts';
import type { Client } from './client.ts';
import { modelOfTrial, type ComposeStart } from './compose-model.ts';
import { composesOwnWords, listed, projectLabel, serviceLabel } from './compose-words.ts';
import type { RunRequest } from './docker.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface Start {
  readonly request: RunRequest;
  readonly signal: AbortSignal;
}

/** Starts what the service under trial depends on, and waits until that is ready. */
export async function startAround(client: Client, start: ComposeStart, { request, signal }: Start): Promise<void> {
  const { project } = start;
  const needed = Object.entries(project.service.depends_on ?? {}).filter(
    ([each, { required }]) => required || Object.hasOwn(project.model.services, each),
  );
  if (needed.length === 0) return;
  using folder = temporaryFolder();
  const file = folder.write('compose.json', JSON.stringify(modelOfTrial(start, request, {})));
  const compose = async (...words: readonly string[]): Promise<ProcessResult> =>
    client.program(['docker', 'compose', '--file', file, '--project-name', start.name, ...words], {
      deadlineMs: start.deadlineMs,
      signal,
    });
  const ending = needed.filter(([, { condition }]) => condition === 'service_completed_successfully');
  const lasting = needed.filter((each) => !ending.includes(each));
  // `--wait` would take the end of one that shall end for a failure.
  for (const [each] of ending) {
    const started = await compose('up', '--detach', each);
    if (started.exitCode !== 0) throw await notStarted(client, start, started, signal);
    const ended = await untilEnded(client, start, each, signal);
    if (ended.timedOut || ended.stdout.trim() !== '0') throw await notStarted(client, start, ended, signal);
  }
  if (lasting.length === 0) return;
  const seconds = Math.ceil(start.readyLimitMs / 1000);
  const words = ['up', '--detach', '--wait', '--wait-timeout', String(seconds)];
  const waited = await compose(...words, ...lasting.map(([each]) => each));
  if (waited.exitCode !== 0) throw await notStarted(client, start, waited, signal);
}

/** Not `docker compose wait`: that knows no container that has ended already. */
async function untilEnded(
  client: Client,
  { name, deadlineMs }: ComposeStart,
  service: string,
  signal: AbortSignal,
): Promise<ProcessResult> {
  const labels = [`${projectLabel}=${name}`, `${serviceLabel}=${service}`];
  const [id = ''] = await listed(client, [
    'ps',
    '--all',
    '--quiet',
    '--no-trunc',
    ...labels.map((label) => `--filter=label=${label}`),
  ]);
  return client.program(['docker', 'wait', id], { deadlineMs, signal });
}

/** The sentence of a failed start: which service, how it stands, and the last that it wrote. */
async function notStarted(
  client: Client,
  { name, project }: ComposeStart,
  result: ProcessResult,
  signal: AbortSignal,
): Promise<Error> {
  signal.throwIfAborted();
  const format = `--format={{.ID}}\t{{.Label "${serviceLabel}"}}\t{{.State}}\t{{.Status}}`;
  const containers = await listed(client, [
    'ps',
    '--all',
    '--no-trunc',
    `--filter=label=${projectLabel}=${name}`,
    format,
  ]);
  const guilty = containers.flatMap((line) => {
    const [id = '', service = '', state = '', status = ''] = line.split('\t');
    const how = statusInWords(state, status);
    return how === undefined ? [] : [{ id, service, how }];
  })[0];
  if (guilty === undefined) {
    const why = result.timedOut ? `they took longer than ${Math.round(result.ms / 1000)} s` : composesOwnWords(result);
    return new SetupError(
      `the services that \`${project.name}\` depends on do not start: ${why}. Correct ${project.files.join(', ')} until \`docker compose up\` starts them.`,
    );
  }
  const { stdout, stderr } = await client.docker(['logs', '--tail=5', guilty.id]);
  const last = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3);
  const wrote =
    last.length === 0 ? 'It wrote nothing.' : `The last that it wrote: ${last.map((line) => line.trim()).join(' / ')}.`;
  return new SetupError(
    `the service \`${guilty.service}\` ${guilty.how}, and \`${project.name}\` depends on it, so it was not started. ${wrote} Correct ${project.files.join(', ')} until \`docker compose up ${guilty.service}\` runs.`,
  );
}

function statusInWords(state: string, status: string): string | undefined {
  const code = /^Exited \((\d+)\)/.exec(status)?.[1];
  if (code !== undefined && code !== '0') return `has ended with exit code ${code}`;
  if (state === 'restarting') return 'ends and is started again, over and over';
  if (status.includes('(unhealthy)')) return 'is unhealthy';
  if (status.includes('(health: starting)')) return 'is not healthy in time';
  return state === 'created' ? 'cannot be started' : undefined;
}
