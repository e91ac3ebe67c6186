import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Files } from '../ports.ts';
import type { Client } from './client.ts';
import type { Start } from './compose-around.ts';
import { modelOfTrial, type ComposeStart } from './compose-model.ts';
import { composesOwnWords } from './compose-words.ts';
import { inspectContainer } from './container.ts';
import type { RunOutcome } from './docker.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface ComposePorts {
  readonly files: Files;
  readonly workingDirectory: string;
}

/** Starts the service under trial alone. */
export async function startService(
  client: Client,
  ports: ComposePorts,
  start: ComposeStart,
  { request, signal }: Start,
): Promise<RunOutcome> {
  const { project, name } = start;
  const environment = { ...fromFiles(request.environmentFiles, client, ports), ...pairs(request.environment, client) };
  using folder = temporaryFolder();
  const file = folder.write('compose.json', JSON.stringify(modelOfTrial(start, request, environment)));
  const words = ['up', '--detach', '--no-deps', project.name];
  const result = await client.docker(['compose', '--file', file, '--project-name', name, ...words], {
    deadlineMs: start.deadlineMs,
    signal,
  });
  const container = await inspectContainer(client, request.name);
  // compose ends with 1 whoever refused; where runc did, the container bears its exit code.
  const refused = container?.state.exitCode === 126 || container?.state.exitCode === 127;
  return {
    argv: ['docker', 'compose', ...project.files.flatMap((each) => ['--file', each]), ...words],
    exitCode: result.exitCode === 0 ? 0 : refused ? container.state.exitCode : 125,
    stderr: result.exitCode === 0 ? '' : `docker: ${composesOwnWords(result)}\n`,
    ...(container === undefined ? {} : { id: container.id }),
  };
}

function pairs(entries: readonly string[], client: Client): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const at = entry.indexOf('=');
      const value = at === -1 ? client.environment[entry] : entry.slice(at + 1);
      return value === undefined ? [] : [[at === -1 ? entry : entry.slice(0, at), value]];
    }),
  );
}

/** As `docker run --env-file` reads them, not as compose does: there is no quoting and no interpolation. */
function fromFiles(
  paths: readonly string[],
  client: Client,
  { files, workingDirectory }: ComposePorts,
): Readonly<Record<string, string>> {
  const lines = paths.flatMap((each) => {
    const text = files.readTextIfPresent(path.resolve(workingDirectory, each));
    if (text === undefined)
      throw new UserError(`there is no file at "${each}".`, {
        place: 'env-file',
        hint: 'Name it as seen from the working directory.',
      });
    return text.split(/\r?\n/).map((line) => line.trimStart());
  });
  return pairs(
    lines.filter((line) => line !== '' && !line.startsWith('#')),
    client,
  );
}
