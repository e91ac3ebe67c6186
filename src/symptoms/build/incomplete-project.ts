import type { Facts } from '../../facts/facts.ts';

/** Why the project itself could not be built or installed. */
export interface IncompleteProject {
  /**
   * `file`: its metadata name one that is not there. `package`: the folder of its modules is not found. `layout`: there are several.
   * `version`: it comes from git's history, which the image does not have.
   */
  readonly kind: 'file' | 'package' | 'layout' | 'version';
  /** The file or the package that is missed; those that were found for `layout`. */
  readonly name?: string;
  readonly line: string;
}

const sentences: readonly (readonly [RegExp, IncompleteProject['kind']])[] = [
  [/Readme path `(?<name>[^`]+)` does not exist/, 'file'],
  [/(?:Readme|License) file does not exist: (?<name>\S+)/, 'file'],
  [/(?:readme|description|license) file (?<name>\S+) (?:does not exist|not found)/i, 'file'],
  [/failed to open file `(?<name>[^`]*(?:README|LICENSE)[^`]*)`/i, 'file'],
  [/DistutilsFileError: .*?'(?<name>[^']+)'/, 'file'],
  [/No file\/folder found for (?:package|module) (?<name>\S+)/, 'package'],
  [/(?<!\S)(?<name>\S+) does not contain any element/, 'package'],
  [/no directory that matches the name of your project \((?<name>[^)]+)\)/, 'package'],
  [/Expected a Python module at: `?(?<name>[^`\s]+)`?/, 'package'],
  [/package directory '(?<name>[^']+)' does not exist/, 'package'],
  [/error in 'egg_base' option: '(?<name>[^']+)' does not exist/, 'package'],
  [/Unable to determine which files to ship inside the wheel/, 'package'],
  [/Multiple top-level (?:packages|modules) discovered in a flat-layout: \[(?<name>[^\]]*)\]/, 'layout'],
  [
    /setuptools-scm was unable to detect version|vcs-versioning was unable to detect version|unable to detect version for|does not appear to be a Git project|versioningit.*could not/i,
    'version',
  ],
];

export function incompleteProject(log: readonly string[], { context }: Facts): IncompleteProject | undefined {
  for (const [sentence, kind] of sentences) {
    const line = log.find((each) => sentence.test(each));
    if (line === undefined) continue;
    const name = sentence.exec(line)?.groups?.['name']?.replace(/^\/(?:[^/]+\/)*(?=[^/]+$)/, '');
    return { kind, line: line.trim(), ...(name === undefined ? {} : { name }) };
  }
  // A setup.py that reads a file of the repository which was not copied.
  const opened = /^\s*FileNotFoundError: \[Errno 2\] No such file or directory: '(?<name>[^']+)'/;
  const line = log.find((each) => opened.test(each));
  const name = opened.exec(line ?? '')?.groups?.['name']?.replace(/^\.\//, '');
  const inSetup = log.some((each) => /egg_info|Getting requirements to build|Preparing metadata|setup\.py/.test(each));
  if (line === undefined || name === undefined || !inSetup) return undefined;
  const known = context.listing.files.some((file) => file === name || name.endsWith(`/${file}`));
  return known ? { kind: 'file', name, line: line.trim() } : undefined;
}
