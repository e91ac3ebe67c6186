import path from 'node:path';
import type { Placed } from '../../settings/given.ts';
import type { Settings } from '../../settings/settings.ts';
import { isPattern, openFileFinder, type FileFinder, type Looking } from './find-dockerfiles.ts';

/** What one trial is of; laid over the settings. */
export interface Target {
  readonly contexts: readonly string[];
  readonly files: readonly Placed[];
  /** The pattern that stands for it. */
  readonly pattern?: string;
  /** Why there is nothing to try, as a half sentence behind the file's name. */
  readonly error?: string;
}

/** One trial for each context that was named, or for each file; lint alone also takes folders, and searches them. */
export async function targetsOf({ mode, contexts, files }: Settings, ports: Looking): Promise<readonly Target[]> {
  if (files.length === 0) return contextTargets(contexts, files, ports);
  const folders = mode === 'lint' ? 'searched' : 'taken';
  const named = await namedFiles(files, ports, folders);
  const [only] = named;
  if (mode !== 'lint' && named.length === 1 && only !== undefined && only.error === undefined)
    return (await contextTargets(contexts, [asPlaced(only)], ports)).map((target) => withPattern(target, only));
  return named.map((file) => {
    const target = {
      contexts: contexts.length === 0 && mode === 'lint' ? [path.dirname(file.text)] : contexts,
      files: [asPlaced(file)],
      ...(file.error === undefined ? {} : { error: file.error }),
    };
    return withPattern(target, file);
  });
}

function withPattern(target: Target, { pattern }: NamedFile): Target {
  return pattern === undefined ? target : { ...target, pattern };
}

function asPlaced({ text, place }: NamedFile): Placed {
  return { text, place };
}

/** A pattern stands for the folders that hold a Dockerfile. */
async function contextTargets(
  contexts: readonly string[],
  files: readonly Placed[],
  ports: Looking,
): Promise<readonly Target[]> {
  const finder = openFileFinder(ports);
  const targets: Target[] = [];
  for (const context of contexts.length === 0 ? ['.'] : contexts) {
    const isFolder = ports.files.stat(path.resolve(ports.workingDirectory, context)) !== undefined;
    if (isFolder || !isPattern(context)) targets.push({ contexts: [context], files });
    else targets.push(...(await foldersOf(context, finder)));
  }
  return targets;
}

async function foldersOf(pattern: string, finder: FileFinder): Promise<readonly Target[]> {
  const dockerfiles = await finder.matching(path.posix.join(pattern, 'Dockerfile'));
  if (dockerfiles.length > 0)
    return dockerfiles.map((file) => ({ contexts: [path.dirname(file)], files: [], pattern }));
  const place = 'context';
  return [
    { contexts: [pattern], files: [{ text: pattern, place }], pattern, error: 'matches no folder with a Dockerfile' },
  ];
}

/** A Dockerfile as seen from the working directory, and where somebody named it. */
export interface NamedFile extends Placed {
  /** The pattern that stands for it. */
  readonly pattern?: string;
  /** Why there is none: a half sentence to stand behind the text. */
  readonly error?: string;
}

/** What lines, words or patterns stand for, each file once. Nothing that was named is left out: what stands for no file says so. */
export async function namedFiles(
  named: readonly Placed[],
  ports: Looking,
  folders: 'searched' | 'taken',
): Promise<readonly NamedFile[]> {
  const finder = openFileFinder(ports);
  const found = new Map<string, NamedFile>();
  for (const each of named) {
    for (const file of await filesOf(each, { ports, finder, folders })) {
      if (!found.has(file.text)) found.set(file.text, file);
    }
  }
  return [...found.values()];
}

interface Search {
  readonly ports: Looking;
  readonly finder: FileFinder;
  readonly folders: 'searched' | 'taken';
}

async function filesOf({ text, place }: Placed, { ports, finder, folders }: Search): Promise<readonly NamedFile[]> {
  const whole = path.resolve(ports.workingDirectory, text);
  const kind = ports.files.stat(whole)?.kind;
  if (kind === undefined && isPattern(text)) {
    const files = await finder.matching(text.replace(/^(?:\.\/)+/, ''));
    return files.length > 0
      ? files.map((file) => ({ text: file, place, pattern: text }))
      : [{ text, place, error: 'matches no file that git does not ignore' }];
  }
  if (kind !== 'folder' || folders === 'taken') return [{ text: path.normalize(text), place }];
  const files = await finder.dockerfilesIn(whole);
  return files.length > 0
    ? files.map((file) => ({ text: path.join(text, file), place }))
    : [{ text, place, error: 'holds no Dockerfile; name the file, whatever it is called' }];
}
