import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { linePlace } from '../place.ts';
import { requirementsFile, requirementsLine } from './required-package.ts';

/** A line of a requirements file that an installer cannot read, or cannot follow. */
export interface InvalidRequirement {
  /** `path`: it names a folder or a file that is not in the image. `encoding`: the bytes of the file are no text. */
  readonly kind: 'syntax' | 'path' | 'encoding';
  /** The requirement, the path or the file as the installer quotes it. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly location?: Location;
}

export function invalidRequirement(log: readonly string[], facts: Facts): InvalidRequirement | undefined {
  for (const [index, line] of log.entries()) {
    const found = pipSays(line, log.slice(index, index + 4), facts) ?? uvSays(line, log.slice(index, index + 4), facts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pipSays(line: string, below: readonly string[], facts: Facts): InvalidRequirement | undefined {
  const lines = below.filter((each) => each.trim() !== '').map((each) => each.trim());
  const syntax = /ERROR: Invalid requirement: (?:'(?<quoted>[^']*)'|(?<bare>.+))/.exec(line)?.groups;
  if (syntax !== undefined) {
    const text = syntax['quoted'] ?? syntax['bare'] ?? '';
    const at = /\(from line (?<at>\d+) of (?<file>.+?)\)/.exec(below.join(' '))?.groups;
    const named = at === undefined ? undefined : requirementsLine(facts, at['file'] ?? '', Number(at['at']));
    const kind = lines.some((each) => /It looks like a path/.test(each)) ? 'path' : 'syntax';
    return { kind, text, lines: lines.slice(0, 3), ...placed(named?.location ?? lineWith(facts, text)) };
  }
  const path =
    /ERROR: (?<path>\S+) is not a valid editable requirement/.exec(line)?.groups?.['path'] ??
    /OSError: \[Errno 2\] No such file or directory: '(?<path>\/[^']+)'/.exec(
      line.includes('Could not install packages') ? line : '',
    )?.groups?.['path'] ??
    /ERROR: Directory '(?<path>(?!\.'|\/app')[^']+)' is not installable/.exec(line)?.groups?.['path'];
  if (path !== undefined) {
    const location = lineWith(facts, path);
    return location === undefined ? undefined : { kind: 'path', text: path, lines: [line.trim()], location };
  }
  const undecodable = /UnicodeDecodeError: '[\w-]+' codec can't decode byte/.test(line);
  const file = facts.python.requirementsFiles
    .map(({ file: { path: each } }) => each)
    .find((each) => isNoText(facts, each));
  if (!undecodable || file === undefined) return undefined;
  return { kind: 'encoding', text: file, lines: [line.trim()], ...placed(firstBadLine(facts, file)) };
}

function uvSays(line: string, below: readonly string[], facts: Facts): InvalidRequirement | undefined {
  const lines = below
    .filter((each) => each.trim() !== '')
    .map((each) => each.trim())
    .slice(0, 3);
  const parsed = /Couldn't parse requirement in `(?<file>[^`]+)` at position (?<offset>\d+)/.exec(line)?.groups;
  if (parsed !== undefined) {
    const file = requirementsFile(facts, parsed['file'] ?? '');
    const text = file === undefined ? undefined : facts.context.readText(file);
    const at = text?.slice(0, Number(parsed['offset'])).split('\n').length;
    const found = file === undefined || at === undefined ? undefined : linePlace(facts, file, at);
    return { kind: 'syntax', text: found?.text ?? lines.at(2) ?? '', lines, ...placed(found?.location) };
  }
  const { file: named, at } =
    /Unexpected '.*', expected .* or the start of a requirement: (?<file>.+):(?<at>\d+):\d+/.exec(line)?.groups ?? {};
  if (named !== undefined) {
    const found = requirementsLine(facts, named, Number(at));
    return { kind: 'syntax', text: found?.text ?? named, lines: [line.trim()], ...placed(found?.location) };
  }
  const path = /Distribution not found at: file:\/\/(?<path>\/\S+)/.exec(line)?.groups?.['path'];
  if (path !== undefined) {
    const location = lineWith(facts, path) ?? lineWith(facts, path.slice(path.lastIndexOf('/') + 1));
    return location === undefined ? undefined : { kind: 'path', text: path, lines: [line.trim()], location };
  }
  const undecodable = /failed to decode file `(?<file>[^`]+)`/.exec(line)?.groups?.['file'];
  if (undecodable === undefined) return undefined;
  const file = requirementsFile(facts, undecodable);
  const location = file === undefined ? undefined : firstBadLine(facts, file);
  return { kind: 'encoding', text: undecodable, lines: [line.trim()], ...placed(location) };
}

/** The first line of a requirements file that holds these words. */
function lineWith(facts: Facts, words: string): Location | undefined {
  for (const { file } of facts.python.requirementsFiles) {
    for (const name of [file.path, ...file.includes.map((include) => include.path)]) {
      const lines = facts.context.readText(name)?.split(/\r\n|\n|\r/) ?? [];
      const index = lines.findIndex((line) => line.includes(words) && !line.trim().startsWith('#'));
      if (index >= 0) return linePlace(facts, name, index + 1)?.location;
    }
  }
  return undefined;
}

/** Read as UTF-8, such bytes become the replacement character; of UTF-16 every other byte is zero. */
const noText = /[\uFFFD\0]/;

function isNoText(facts: Facts, file: string): boolean {
  const text = facts.context.readText(file);
  return text === undefined || noText.test(text);
}

function firstBadLine(facts: Facts, file: string): Location | undefined {
  const lines = facts.context.readText(file)?.split(/\r\n|\n|\r/) ?? [];
  const index = lines.findIndex((line) => noText.test(line));
  return linePlace(facts, file, Math.max(0, index) + 1)?.location;
}

function placed(location: Location | undefined): { readonly location?: Location } {
  return location === undefined ? {} : { location };
}
