import path from 'node:path';
import type { ComposeProject } from '../../docker/compose-project.ts';
import type { Docker } from '../../docker/docker.ts';
import { UserError } from '../../errors.ts';
import type { Git } from '../../git/git.ts';
import type { Folders, Ports } from '../../ports.ts';
import type { Settings } from '../../settings/settings.ts';

/** What compose reads of a commit, beside the checkout. */
export interface BaseCopy extends Disposable {
  readonly folder: string;
  /** The checkout's top folder, for which it stands. */
  readonly top: string;
}

export interface StrangerPorts {
  /** Why this event's code is not built; absent where it may be. */
  readonly refusal?: string;
  /** The code of this event may be a stranger's, though it be built. */
  readonly ofStranger?: boolean;
  /** Then compose files are read in this copy of the base; undefined where the checkout does not have its commit. */
  readonly baseCopy?: () => Promise<BaseCopy | undefined>;
}

/** The compose file can mount the machine's folders and start containers with all rights: on such events the base's is followed. */
export async function composeOf(
  { composeFiles: files, service }: Settings,
  ports: Ports & StrangerPorts & { readonly docker: Docker },
): Promise<ComposeProject | undefined> {
  if (files.length === 0) return undefined;
  const request = { files, ...(service === undefined ? {} : { service }) };
  if (!isOfStranger(ports)) return ports.docker.compose.read(request);
  using copy = await ports.baseCopy?.();
  if (copy !== undefined) {
    ports.print.note(
      'Compose files are read as they are in the base: on this event they may be the work of a stranger.',
    );
    return await ports.docker.compose.read({ ...request, copy }); // before the copy goes
  }
  const because =
    'on this event it may be the work of a stranger, and the checkout does not have the commit of the base';
  if (ports.refusal === undefined)
    throw new UserError(`the compose file is not followed: ${because}.`, {
      place: files[0]?.place ?? 'compose-file',
      hint: 'Let actions/checkout fetch it with `fetch-depth: 0`.',
    });
  ports.print.note(`The compose file is not read: ${because}.`);
  return undefined;
}

export function isOfStranger({ refusal, ofStranger }: StrangerPorts): boolean {
  return refusal !== undefined || ofStranger === true;
}

/** What compose reads: its own files, and those of variables. */
const readByCompose = /\.(?:ya?ml|json|env)$|(?:^|\/)\.env[^/]*$/;

export async function copyOfBase(
  commit: string,
  git: Git,
  folders: Folders,
  files: Ports['files'],
): Promise<BaseCopy | undefined> {
  const [top, texts] = await Promise.all([git.root(), git.textsAt(commit, (name) => readByCompose.test(name))]);
  if (top === undefined || texts === undefined) return undefined;
  const folder = folders.temporary();
  for (const [name, text] of texts) files.writeText(path.join(folder.path, name), text);
  return { folder: folder.path, top, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** Files of the checkout that would reach the container or its build, which a stranger may have written there: each is told. */
export function withoutStrangersFiles(settings: Settings, ports: Ports & StrangerPorts): Settings {
  if (!isOfStranger(ports) || ports.refusal !== undefined) return settings;
  const isOfCheckout = (file: string): boolean => {
    const whole = path.resolve(ports.workingDirectory, file);
    const top = ports.files.realPath(ports.workingDirectory) ?? ports.workingDirectory;
    return !path.relative(top, ports.files.realPath(whole) ?? whole).startsWith('..');
  };
  const tell = (what: string, file: string): void =>
    ports.print.note(`The ${what} ${file} is not read: on this event the checkout may be the work of a stranger.`);
  return {
    ...settings,
    environmentFiles: settings.environmentFiles.filter((file) => {
      if (!isOfCheckout(file)) return true;
      tell('env-file', file);
      return false;
    }),
    secrets: settings.secrets.filter((secret) => {
      if (secret.kind !== 'file' || !isOfCheckout(secret.file)) return true;
      tell('secret file', secret.file);
      return false;
    }),
  };
}
