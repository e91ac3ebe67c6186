import type { Instruction } from '../../dockerfile/model.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { instructionAt } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** A file that lists what to install, and that the step did not find. */
export interface AbsentList {
  /** As the step looks for it, from `folder`. */
  readonly wanted: string;
  readonly folder: string;
  readonly instruction: Instruction;
  /** The word of the Dockerfile that names it; absent where another file, or the habit of the tool, does. */
  readonly word?: Location;
  /** The word can be rewritten where it stands. */
  readonly literal: boolean;
  /** What is installed is the project itself, which needs all its source. */
  readonly ofProject: boolean;
  readonly line: string;
}

/** What installers say of it. The group is the file, where they name one; else it is the one that the tool always reads. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/Could not open requirements file: \[Errno 2\] No such file or directory: '(?<file>[^']+)'/, ''],
  [/^error: File not found: `?(?<file>[^`]+?)`?$/, ''],
  [/failed to read from file `(?<file>[^`]+)`: No such file or directory/, ''],
  [/No `pyproject\.toml` found in current directory/, 'pyproject.toml'],
  [/Poetry could not find a pyproject\.toml file in/, 'pyproject.toml'],
  [
    /ERROR: Directory '(?:\.|\/[\w/-]+)' is not installable\. Neither 'setup\.py' nor 'pyproject\.toml' found/,
    'pyproject.toml',
  ],
  [
    /does not appear to be a Python project, as neither `pyproject\.toml` nor `setup\.py` are present/,
    'pyproject.toml',
  ],
  [
    /file:\/\/\/\S+(?: \(from .+\))? does not appear to be a Python project: neither 'setup\.py' nor 'pyproject\.toml' found/,
    'pyproject.toml',
  ],
  [/^Creating a Pipfile for this project/, 'Pipfile'],
  [/No Pipfile (?:found|present)|Pipfile not found/, 'Pipfile'],
  [/ENOENT: no such file or directory, open '(?<file>[^']*package\.json)'/, ''],
];

export function absentList({ log, facts, build }: Pick<Symptoms, 'log' | 'facts' | 'build'>): AbsentList | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  if (instruction === undefined) return undefined;
  for (const line of log) {
    for (const [sentence, usual] of sentences) {
      const match = sentence.exec(line.trim());
      if (match === null) continue;
      const ofProject = /not installable|does not appear to be a Python project/.test(line);
      const wanted = match.groups?.['file'] ?? (ofProject ? projectFile(facts) : usual);
      return { wanted, instruction, ofProject, line: line.trim(), ...calledIn(facts, instruction, wanted) };
    }
  }
  return undefined;
}

/** An older project has a setup.py alone. */
function projectFile({ context: { listing } }: Facts): string {
  const has = (name: string): boolean => listing.files.some((file) => file === name || file.endsWith(`/${name}`));
  return !has('pyproject.toml') && has('setup.py') ? 'setup.py' : 'pyproject.toml';
}

function calledIn(
  facts: Facts,
  instruction: Instruction,
  wanted: string,
): Pick<AbsentList, 'folder' | 'word' | 'literal'> {
  const workdir = facts.stateAt(instruction)?.workdir;
  const usual = workdir?.known === true ? workdir.text : '/';
  for (const { words, folder } of facts.shellOf(instruction).commands) {
    const word = words.find(({ text }) => text === wanted || text === `-r${wanted}` || text.endsWith(`=${wanted}`));
    if (word !== undefined)
      return { folder: folder ?? usual, word: word.location, literal: word.literal && word.text === wanted };
  }
  const installing = facts
    .shellOf(instruction)
    .commands.find(({ words }) => /(?:^|\/)(?:pip3?|uv|poetry|pipenv|npm|python3?)$/.test(words[0]?.text ?? ''));
  return { folder: installing?.folder ?? usual, literal: false };
}
