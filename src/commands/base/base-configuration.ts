import path from 'node:path';
import type { Git } from '../../git/git.ts';
import type { Files, Ports } from '../../ports.ts';
import { configurationNames } from '../../settings/configuration-search.ts';
import type { Settings } from '../../settings/settings.ts';

/**
 * The files as they lie there, but those of configuration as they are in a commit: what a stranger changed in them is not read.
 * Undefined where the checkout does not have the commit.
 */
export async function filesWithConfigurationOf(
  commit: string,
  git: Git,
  { configurationFile }: Pick<Settings, 'configurationFile'>,
  { files, workingDirectory }: Pick<Ports, 'files' | 'workingDirectory'>,
): Promise<Files | undefined> {
  const top = await git.root();
  if (top === undefined) return undefined;
  // As git names it: from the top, and that without links.
  const nameOf = (file: string): string => {
    const folder = path.dirname(file);
    return path
      .relative(top, path.join(files.realPath(folder) ?? folder, path.basename(file)))
      .split(path.sep)
      .join('/');
  };
  const given =
    configurationFile === undefined ? undefined : nameOf(path.resolve(workingDirectory, configurationFile.text));
  const isNamed = (name: string): boolean => name === given || configurationNames.has(path.posix.basename(name));
  const texts = await git.textsAt(commit, isNamed);
  if (texts === undefined) return undefined;
  const isConfiguration = (file: string): boolean => isNamed(nameOf(file));
  const textOf = (file: string): string | undefined => texts.get(nameOf(file));
  return {
    ...files,
    readTextIfPresent: (file) => (isConfiguration(file) ? textOf(file) : files.readTextIfPresent(file)),
    stat(file) {
      if (!isConfiguration(file)) return files.stat(file);
      const text = textOf(file);
      return text === undefined ? undefined : { kind: 'file', bytes: Buffer.byteLength(text) };
    },
  };
}
