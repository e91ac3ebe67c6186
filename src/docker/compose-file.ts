import path from 'node:path';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { Files } from '../ports.ts';
import type { ProcessResult } from '../process.ts';
import type { Client } from './client.ts';
import { composeModel, type ComposeModel, type ComposeProject } from './compose-project.ts';

/** A compose file and a service of it, as a user names them, and where. */
export interface ComposeRequest {
  readonly files: readonly { readonly text: string; readonly place: string }[];
  /** Absent where there is only one that it can be. */
  readonly service?: { readonly text: string; readonly place: string };
  /** The folder in which they are read in the place of the checkout's top folder; what they say of paths is of the checkout again. */
  readonly copy?: { readonly folder: string; readonly top: string };
}

/** Reads compose files by docker compose itself. Throws a UserError in one sentence where they, or the service, cannot be followed. */
export async function readCompose(
  client: Client,
  { files, workingDirectory }: { readonly files: Files; readonly workingDirectory: string },
  request: ComposeRequest,
): Promise<ComposeProject> {
  const place = request.files[0]?.place ?? 'compose-file';
  const { copy } = request;
  const placeOf = (file: string): string => {
    const here = path.resolve(workingDirectory, file);
    if (copy === undefined) return here;
    return path.join(
      copy.folder,
      path.relative(copy.top, path.join(files.realPath(path.dirname(here)) ?? '', path.basename(here))),
    );
  };
  const absolute = request.files.map((file) => ({ ...file, path: placeOf(file.text) }));
  for (const file of absolute) {
    if (files.stat(file.path)?.kind === 'file') continue;
    throw new UserError(`there is no compose file at "${file.text}".`, {
      place: file.place,
      hint: 'Name the file as seen from the working directory; in a workflow, run actions/checkout before.',
    });
  }
  const words = absolute.flatMap((file) => ['--file', file.path]);
  const ask = async (asked: readonly string[]): Promise<ComposeModel> => askModel(client, asked, { place, copy });
  let model = await ask(words);
  // A service of a profile is left out, unless the profile is asked for.
  if (request.service !== undefined && !Object.hasOwn(model.services, request.service.text))
    model = await ask([...words, '--profile', '*']);
  const name = chosen(request, model, place);
  const service = model.services[name];
  if (service === undefined) throw new RangeError(`there is no service ${name}`);
  const shared = /^(?:service|container):/.exec(service.network_mode ?? '');
  if (shared !== null)
    throw new UserError(
      `the service "${name}" has no network of its own (\`network_mode: ${service.network_mode}\`), so no port of it can be published.`,
      { place, hint: 'Give it a network of its own in a further compose file.' },
    );
  return {
    files: request.files.map(({ text }) => text),
    name,
    service,
    model,
    text: absolute.map((file) => files.readTextIfPresent(file.path) ?? '').join('\n'),
  };
}

async function askModel(
  client: Client,
  words: readonly string[],
  { place, copy }: { readonly place: string; readonly copy: ComposeRequest['copy'] },
): Promise<ComposeModel> {
  const result = await client.docker(['compose', ...words, 'config', '--format', 'json']);
  if (result.exitCode !== 0) throw await refusal(client, result, place);
  const text = copy === undefined ? result.stdout : result.stdout.replaceAll(copy.folder, copy.top);
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), composeModel), text);
  if (read.success) return read.output;
  throw new UserError(`docker compose describes the file in a way that is not understood: ${read.issues[0].message}.`, {
    place,
    hint: 'Install the newest docker compose.',
  });
}

/** docker compose's own words, without the workplace's path and what every such message ends with. */
async function refusal(client: Client, result: ProcessResult, place: string): Promise<UserError> {
  const { exitCode } = await client.docker(['compose', 'version']);
  if (exitCode !== 0)
    return new UserError('the docker client has no compose plugin, which starts the services around.', {
      place,
      hint: 'Install docker-compose-plugin, or leave `compose-file` out.',
    });
  const lines = result.stderr.split('\n').filter((line) => line.trim() !== '' && !/^time="[^"]*" level=/.test(line));
  const said = (lines.at(-1) ?? `it ended with exit code ${result.exitCode}`)
    .replace(/^validating \S+: /, '')
    .replace(/: invalid compose project$/, '')
    .trim();
  return new UserError(`docker compose cannot follow the file: ${said}.`, {
    place,
    hint: 'Correct it until `docker compose config` accepts it.',
  });
}

function chosen({ service }: ComposeRequest, { services }: ComposeModel, place: string): string {
  const names = Object.keys(services);
  if (service !== undefined) {
    if (names.includes(service.text)) return service.text;
    const near = nearest(service.text, names);
    throw new UserError(`there is no service "${service.text}" in the compose file.`, {
      place: service.place,
      hint: near === undefined ? `Name one of ${names.join(', ')}.` : `Write "${near}".`,
    });
  }
  const built = names.filter((name) => services[name]?.build !== undefined);
  const [only, other] = built.length > 0 ? built : names;
  if (only !== undefined && other === undefined) return only;
  throw new UserError('the compose file has several services, and one of them is under trial.', {
    place,
    hint: `Name it with \`service\`: ${(built.length > 0 ? built : names).join(', ')}.`,
  });
}
