import path from 'node:path';
import type { Placed } from '../settings/given.ts';
import type { Settings } from '../settings/settings.ts';
import { isPattern, openFileFinder, type FileFinder, type Looking } from './find-dockerfiles.ts';

/** What one trial is of; laid over the settings. */
export interface Target {
  readonly contexts: readonly string[];
  readonly files: readonly Placed[];
  /** Why there is nothing to try, as a half sentence behind the file's name. */
  readonly error?: string;
}

/** One trial for each context that was named, or for each file; lint alone also takes folders, and searches them. */
export async function targetsOf({ mode, contexts, files }: Settings, ports: Looking): Promise<readonly Target[]> {
  if (files.length === 0) return contextTargets(contexts, files);
  const folders = mode === 'lint' ? 'searched' : 'taken';
  const named = await namedFiles(files, ports, folders);
  if (mode === 'trial' && named.length === 1 && named[0]?.error === undefined)
    return contextTargets(contexts, named.map(asPlaced));
  return named.map((file) => ({
    contexts: contexts.length === 0 && mode === 'lint' ? [path.dirname(file.text)] : contexts,
    files: [asPlaced(file)],
    ...(file.error === undefined ? {} : { error: file.error }),
  }));
}

function asPlaced({ text, place }: NamedFile): Placed {
  return { text, place };
}

function contextTargets(contexts: readonly string[], files: readonly Placed[]): readonly Target[] {
  return (contexts.length === 0 ? ['.'] : contexts).map((context) => ({ contexts: [context], files }));
}

/** A Dockerfile as seen from the working directory, and where somebody named it. */
export interface NamedFile extends Placed {
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
      ? files.map((file) => ({ text: file, place }))
      : [{ text, place, error: 'matches no file that git does not ignore' }];
  }
  if (kind !== 'folder' || folders === 'taken') return [{ text: path.normalize(text), place }];
  const files = await finder.dockerfilesIn(whole);
  return files.length > 0
    ? files.map((file) => ({ text: path.join(text, file), place }))
    : [{ text, place, error: 'holds no Dockerfile; name the file, whatever it is called' }];
}
