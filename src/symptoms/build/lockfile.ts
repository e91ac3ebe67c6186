import type { Symptoms } from '../symptoms.ts';

/** A lock that an installer could not use. */
export interface LockProblem {
  readonly kind: 'outdated' | 'absent';
  readonly tool: 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'npm' | 'yarn' | 'pnpm';
  /** `uv.lock`. */
  readonly file: string;
  /** What makes it anew. */
  readonly remedy: string;
  readonly line: string;
}

type Known = Omit<LockProblem, 'line'>;

const uv = { tool: 'uv', file: 'uv.lock', remedy: 'uv lock' } as const;
const poetry = { tool: 'poetry', file: 'poetry.lock', remedy: 'poetry lock' } as const;
const pipenv = { tool: 'pipenv', file: 'Pipfile.lock', remedy: 'pipenv lock' } as const;
const pdm = { tool: 'pdm', file: 'pdm.lock', remedy: 'pdm lock' } as const;
const npm = { tool: 'npm', file: 'package-lock.json', remedy: 'npm install --package-lock-only' } as const;

const sentences: readonly (readonly [RegExp, Known])[] = [
  [/lockfile (?:at `\S+` )?needs to be updated, but `--locked` was provided/, { kind: 'outdated', ...uv }],
  [/Failed to parse `uv\.lock`|lockfile at `uv\.lock` uses an unsupported schema version/, { kind: 'outdated', ...uv }],
  [/Unable to find lockfile(?: at `\S+`)?/, { kind: 'absent', ...uv }],
  [/pyproject\.toml changed significantly since poetry\.lock was last generated/, { kind: 'outdated', ...poetry }],
  [/poetry\.lock is not (?:up to date|compatible) with/, { kind: 'outdated', ...poetry }],
  [/lock file is not (?:compatible|up to date) with the current version of Poetry/i, { kind: 'outdated', ...poetry }],
  [
    /Error: poetry\.lock was not found|No lock file found|poetry\.lock (?:does not exist|not found)/,
    { kind: 'absent', ...poetry },
  ],
  [/Your Pipfile\.lock \([^)]*\) is out of date/, { kind: 'outdated', ...pipenv }],
  [/Pipfile\.lock(?: is)? not found/, { kind: 'absent', ...pipenv }],
  [/--system is intended to be used for (?:pre-existing )?Pipfile/, { kind: 'absent', ...pipenv }],
  [/Lock ?file hash doesn't match|pdm\.lock .*(?:outdated|not up to date)/i, { kind: 'outdated', ...pdm }],
  [/Lock file does not exist|Lockfile is not found/, { kind: 'absent', ...pdm }],
  [
    /npm ci` can only install packages when your package\.json and package-lock\.json .* are in sync/,
    { kind: 'outdated', ...npm },
  ],
  [/npm ci` command can only install with an existing package-lock\.json/, { kind: 'absent', ...npm }],
  [
    /Your lockfile needs to be updated, but yarn was run with/,
    { kind: 'outdated', tool: 'yarn', file: 'yarn.lock', remedy: 'yarn install' },
  ],
  [/ERR_PNPM_OUTDATED_LOCKFILE/, { kind: 'outdated', tool: 'pnpm', file: 'pnpm-lock.yaml', remedy: 'pnpm install' }],
  [/ERR_PNPM_NO_LOCKFILE/, { kind: 'absent', tool: 'pnpm', file: 'pnpm-lock.yaml', remedy: 'pnpm install' }],
];

export function lockProblem({ log }: Pick<Symptoms, 'log'>): LockProblem | undefined {
  for (const [index, line] of log.entries()) {
    for (const [sentence, known] of sentences) {
      if (sentence.test(line)) return { ...known, line: line.trim() };
    }
    // pipenv and poetry break their sentences at the width of the terminal.
    const joined = log
      .slice(index, index + 3)
      .map((each) => each.trim())
      .join(' ');
    for (const [sentence, known] of sentences) {
      if (sentence.test(joined)) return { ...known, line: joined };
    }
  }
  return undefined;
}
