import path from 'node:path';
import type { Facts } from '../../facts/facts.ts';
import { joinPath } from '../../facts/image-path.ts';
import { ownPlace } from '../place.ts';
import { isReadOnly, isRoot, runningUser } from './running-user.ts';
import type { Symptoms } from '../symptoms.ts';
import { unboxed } from '../start/unboxed.ts';
import { wantsToWrite } from './wants-to-write.ts';
import { shortName, type Traceback } from '../../traceback/traceback.ts';

/**
 * A file or folder that the program could not use. `absent`: it is not there. `unreadable`, `unwritable`: the user may not.
 * `read-only`: nobody may, for nothing is written there.
 */
export interface FileTrouble {
  readonly kind: 'absent' | 'unreadable' | 'unwritable' | 'read-only';
  /** As it was named; undefined where it was not. */
  readonly path?: string;
  /** `folder`: one in which a file is to be made. `program`: it was to be run. `temporary`: any folder for temporary files. */
  readonly what: 'file' | 'folder' | 'program' | 'temporary';
  /** The line of the log, where no exception tells it. */
  readonly line?: string;
}

export function fileTrouble(symptoms: Symptoms): FileTrouble | undefined {
  const { fatal, moment } = symptoms;
  if (fatal !== undefined) return ofException(fatal, symptoms);
  return moment === 'exit' ? ofLastWords(symptoms) : undefined;
}

/** Where it would lie in the image: what is named without a slash at its beginning counts from the working directory. */
export function imagePathOf(name: string, facts: Facts): string | undefined {
  if (name.startsWith('/')) return path.posix.normalize(name);
  const workdir =
    facts.startCommand?.workdir ??
    (facts.finalState?.workdir.known === true ? facts.finalState.workdir.text : undefined);
  return workdir === undefined ? undefined : joinPath(workdir, name);
}

function ofException(fatal: Traceback, symptoms: Symptoms): FileTrouble | undefined {
  const { message } = fatal;
  const name = shortName(fatal);
  const denied = isReadOnly(symptoms) ? 'read-only' : 'unwritable';
  if (message.includes('No usable temporary directory')) return { kind: denied, what: 'temporary' };
  if (message.includes('attempt to write a readonly database'))
    return { kind: denied, what: 'file', ...named(databaseIn(fatal, symptoms)) };
  if (message.includes('unable to open database file')) return ofDatabase(fatal, symptoms);
  const [, errno, told] = /\[Errno (2|13|30)\] [A-Z][\w -]+?(?:: '([^']+)')?(?: -> '[^']+')?\)?$/.exec(message) ?? [];
  if (errno === '30') return { kind: 'read-only', what: 'file', ...named(told) };
  if (errno === '13' && told !== undefined)
    return { kind: isWrite(told, fatal, symptoms) ? 'unwritable' : 'unreadable', what: 'file', path: told };
  if (errno === '2' && name === 'FileNotFoundError') {
    const runs = fatal.frames.at(-1)?.function === '_execute_child';
    // The interpreter's own search for a program that it was given is no file of the application.
    return { kind: 'absent', what: runs ? 'program' : 'file', ...named(told ?? certificateIn(fatal, symptoms)) };
  }
  const folder =
    /^Directory '([^']+)' does not exist/.exec(message)?.[1] ?? /^File at path (\S+) does not exist/.exec(message)?.[1];
  if (folder !== undefined && name === 'RuntimeError') return { kind: 'absent', what: 'file', path: folder };
  const template = name === 'TemplateNotFound' ? /^'?([^\s']+)'?/.exec(message)?.[1] : undefined;
  return template === undefined ? undefined : { kind: 'absent', what: 'file', path: template };
}

const certificateOptions = /^--(?:ssl-)?(?:certificate|certfile|keyfile|ca-certs)$/;

/** Python's TLS does not name the file that it does not find: of those on the command line, one that no line of the Dockerfile brings. */
function certificateIn(fatal: Traceback, { facts }: Symptoms): string | undefined {
  if (!fatal.frames.some(({ source }) => source?.includes('load_cert_chain(') === true)) return undefined;
  const words = (facts.startCommand?.words ?? []).flatMap(({ text }) => text.split('='));
  const files = words.flatMap((word, index) => (certificateOptions.test(words[index - 1] ?? '') ? [word] : []));
  const absent = files.filter((file) => {
    const place = imagePathOf(file, facts);
    const isCopied = place !== undefined && facts.imageFiles?.repositoryPath(place) !== undefined;
    return !isCopied && !facts.imageInstructions.some(({ keyword, text }) => keyword === 'RUN' && text.includes(file));
  });
  // The certificate is read first.
  return absent.find((file) => words[words.indexOf(file) - 1]?.includes('cert') === true) ?? absent[0];
}

function isWrite(told: string, fatal: Traceback, { facts }: Symptoms): boolean {
  const wanted = wantsToWrite(fatal);
  if (wanted !== undefined) return wanted;
  const place = imagePathOf(told, facts);
  return !(told.startsWith('/root/') || (place !== undefined && facts.imageFiles?.repositoryPath(place) !== undefined));
}

/** SQLite says the same of a folder that is not there and of one that it may not write to. */
function ofDatabase(fatal: Traceback, symptoms: Symptoms): FileTrouble {
  const file = databaseIn(fatal, symptoms);
  const folder = file === undefined ? undefined : path.posix.dirname(imagePathOf(file, symptoms.facts) ?? file);
  const isThere = folder === undefined || hasFolder(symptoms.facts, folder);
  if (isThere && isReadOnly(symptoms)) return { kind: 'read-only', what: 'file', ...named(file) };
  const user = runningUser(symptoms);
  const mayNot = user !== undefined && !isRoot(user);
  if (isThere && mayNot) return { kind: 'unwritable', what: 'file', ...named(file) };
  // SQLite makes the file, and not the folder.
  return { kind: 'absent', what: 'folder', ...named(file === undefined ? undefined : path.posix.dirname(file)) };
}

/** What the application's line names as a database: a path, or an address of SQLAlchemy. */
function databaseIn(fatal: Traceback, { facts }: Symptoms): string | undefined {
  const own = ownPlace(fatal, facts);
  const text = own === undefined ? '' : (facts.context.readText(own.path) ?? '');
  const here = own?.frame.source ?? '';
  for (const source of [here, text]) {
    const found =
      /["']sqlite(?:\+\w+)?:\/\/\/([^"'?]+)/.exec(source)?.[1] ??
      /connect\(\s*f?["']([^"']+)["']/.exec(source)?.[1] ??
      /["']([^"'\s]+\.(?:db|sqlite3?))["']/.exec(source)?.[1];
    if (found !== undefined && !/[{}]|:memory:/.test(found)) return found;
  }
  return undefined;
}

function hasFolder(facts: Facts, folder: string): boolean {
  const workdir = facts.finalState?.workdir;
  if (folder === '/' || (workdir?.known === true && workdir.text === folder)) return true;
  if (/^\/(?:tmp|etc|usr|var|opt|srv|home|root|run)$/.test(folder)) return true;
  const made = facts.imageInstructions.some(
    ({ keyword, text }) =>
      (keyword === 'RUN' || keyword === 'WORKDIR' || keyword === 'VOLUME') && text.includes(folder),
  );
  return (
    made ||
    facts.context.listing.files.some((file) => facts.imageFiles?.imagePath(file)?.startsWith(`${folder}/`) === true)
  );
}

/** What shells, their tools and servers say as they end. The group `path` is the file. */
const lastWords: readonly (readonly [FileTrouble['kind'], RegExp])[] = [
  ['absent', /Invalid value for .*: (?:Path|File|Directory) '(?<path>[^']+)' does not exist/],
  ['absent', /^Error: '(?<path>[^']+)' doesn't exist$/],
  ['absent', /^Error: could not find config file (?<path>\S+)$/],
  ['absent', /^.*\[ERROR\] (?<path>\S*Procfile\S*) does not exist or is not a file$/],
  ['absent', /^\S*sh: (?:line )?\d+: cd: (?:can't cd to )?(?<path>[^:\s]+?)(?:: No such file or directory)?$/],
  ['absent', /^Error: can't chdir to '(?<path>[^']+)'$/],
  ['absent', /^\S*sh: (?:line )?\d+: (?:\.: )?(?:cannot|can't) open '?(?<path>[^:']+)'?: No such file/],
  [
    'absent',
    /^(?:cat|cp|mv|ls|head|tail|sed|grep|source|chmod|chown): (?:cannot \w+ )?['‘]?(?<path>[^:'’]+)['’]?: No such file or directory/,
  ],
  ['unwritable', /^\S*sh: (?:line )?\d+: (?:cannot|can't) create (?<path>[^:]+): Permission denied/],
  ['read-only', /^\S*sh: (?:line )?\d+: (?:cannot|can't) create (?<path>[^:]+): Read-only file system/],
  [
    'read-only',
    /^(?:\S*sh: (?:line )?\d+: |\w+: (?:cannot |can't )?.*?)['‘]?(?<path>\/[^:'’]+)['’]?: Read-only file system/,
  ],
  [
    'unwritable',
    /^(?:mkdir|touch|cp|mv|tee|rm|ln|install|chown|chmod): .*?['‘](?<path>[^'’]+)['’]: (?:Permission denied|Operation not permitted)/,
  ],
  ['unwritable', /failed to (?:create|open|write to) (?:directory|file) `(?<path>[^`]+)`: Permission denied/],
  ['unwritable', /'(?<path>[^']+)' isn't writable \[PermissionError\(13/],
  ['unreadable', /can't open file '(?<path>[^']+)': \[Errno 13\] Permission denied/],
  ['unreadable', /^(?:cat|head|tail|ls): (?:cannot open )?['‘]?(?<path>[^:'’]+)['’]?: Permission denied/],
  ['unreadable', /^\S*sh: (?:line )?\d+: (?:\.: )?(?:cannot|can't) open (?<path>[^:]+): Permission denied/],
  ['unreadable', /^\S*sh: (?:line )?\d+: (?:exec: )?(?<path>\/root\/[^:]+): Permission denied/],
];

/** bash says the same of a file that it may not write and, with 126, of a program that it may not run. */
const redirected = /^\S*bash: line \d+: (?<path>\/[^:]+): Permission denied$/;

function ofLastWords({ log, container }: Symptoms): FileTrouble | undefined {
  const lines = unboxed(log.slice(-40))
    .filter((line) => line.trim() !== '')
    .slice(-4);
  const isRefused = container?.state?.exitCode === 126;
  for (const line of lines.toReversed()) {
    const target = isRefused ? undefined : redirected.exec(line.trim())?.groups?.['path'];
    if (target !== undefined) return { kind: 'unwritable', what: 'file', path: target, line: line.trim() };
    for (const [kind, sentence] of lastWords) {
      const told = sentence.exec(line.trim())?.groups?.['path'];
      if (told !== undefined) return { kind, what: 'file', path: told, line: line.trim() };
    }
  }
  return undefined;
}

function named(told: string | undefined): { readonly path?: string } {
  return told === undefined ? {} : { path: told };
}
