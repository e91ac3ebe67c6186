export const formats = [
  'text',
  'json',
  'markdown',
  'html',
  'sarif',
  'github',
  'checkstyle',
  'codeclimate',
  'gnu',
] as const;
export type Format = (typeof formats)[number];

export const colorChoices = ['auto', 'always', 'never'] as const;
export const shellcheckChoices = ['auto', 'never'] as const;

/** A word behind `sea-trial`: what it takes and what it prints. */
export interface Command {
  readonly name: string;
  /** What stands behind the name, for the help. */
  readonly operands: string;
  readonly fewest: number;
  readonly most: number;
  readonly sentence: string;
  /** Which of the settings' flags it takes. */
  readonly settings: 'all' | 'lint' | 'none';
  readonly formats: readonly [Format, ...Format[]];
}

export const commands = [
  {
    name: 'trial',
    operands: '[CONTEXT…]',
    fewest: 0,
    most: Infinity,
    sentence:
      'Lint, build, start, smoke-test and stop the image of each context: a folder, or a trial of .sea-trial.yml (default: all of them, else the working directory).',
    settings: 'all',
    formats: ['text', 'json', 'markdown', 'html', 'sarif', 'github'],
  },
  {
    name: 'lint',
    operands: '[FILE|FOLDER|-]…',
    fewest: 0,
    most: Infinity,
    sentence:
      'Read Dockerfiles and say what is wrong; no engine is needed. A pattern in quotes stands for the files that git does not ignore. - reads standard input.',
    settings: 'lint',
    formats: ['text', 'json', 'sarif', 'github', 'checkstyle', 'codeclimate', 'gnu'],
  },
  {
    name: 'report',
    operands: '[REPORT.json]',
    fewest: 0,
    most: 1,
    sentence:
      'Show a report in another form, or with --observation replay what was recorded; nothing is built or started.',
    settings: 'none',
    formats: ['text', 'json', 'markdown', 'html', 'sarif', 'github'],
  },
  {
    name: 'affected',
    operands: '[BASE]',
    fewest: 0,
    most: 1,
    sentence:
      'List the trials, which of them a change since BASE touches, and why (default: since the branch left the default one). Nothing is built.',
    settings: 'all',
    formats: ['text', 'json'],
  },
  {
    name: 'init',
    operands: '[FOLDER]',
    fewest: 0,
    most: 1,
    sentence:
      'Write what a repository lacks: the workflow, a .dockerignore, and a Dockerfile for a FastAPI or Starlette application. What exists is left as it is.',
    settings: 'none',
    formats: ['text'],
  },
  {
    name: 'explain',
    operands: 'CHECK',
    fewest: 1,
    most: 1,
    sentence: 'Print the documentation of a rule, a diagnosis or a probe.',
    settings: 'none',
    formats: ['text', 'markdown'],
  },
  {
    name: 'checks',
    operands: '',
    fewest: 0,
    most: 0,
    sentence: 'List all checks, a line each.',
    settings: 'none',
    formats: ['text', 'json'],
  },
  {
    name: 'parse',
    operands: 'FILE…',
    fewest: 1,
    most: Infinity,
    sentence: 'Print the model of Dockerfiles, for programs and for bug reports.',
    settings: 'none',
    formats: ['text', 'json'],
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof commands)[number]['name'];

/** The flags that every command takes; they say how the result is shown. */
export interface PresentationFlag {
  readonly flag:
    | 'format'
    | 'output'
    | 'quiet'
    | 'color'
    | 'fix'
    | 'fix-unsafe'
    | 'diff'
    | 'shellcheck'
    | 'buildkit'
    | 'observation'
    | 'open'
    | 'dry-run'
    | 'app'
    | 'help'
    | 'version';
  /** The one command that takes it; absent where all do. */
  readonly only?: CommandName;
  readonly short?: string;
  /** Absent where it takes no value. */
  readonly takes?: string;
  readonly sentence: string;
}

export const presentationFlags: readonly PresentationFlag[] = [
  { flag: 'format', takes: 'FORMAT', sentence: 'Form of the result (default text).' },
  { flag: 'output', takes: 'FILE', sentence: 'Write the result to this file instead of standard output.' },
  { flag: 'quiet', sentence: 'No progress on standard error.' },
  {
    flag: 'color',
    takes: 'WHEN',
    sentence: 'auto (the default: on a terminal, unless NO_COLOR is set), always or never.',
  },
  { flag: 'fix', only: 'lint', sentence: 'Apply the safe fixes, and report what is left.' },
  {
    flag: 'fix-unsafe',
    only: 'lint',
    sentence: 'Apply the fixes too that may change what the image does; look at them before they are committed.',
  },
  {
    flag: 'diff',
    only: 'lint',
    sentence: 'Print as a unified diff what --fix (with --fix-unsafe: that) would change, and write nothing.',
  },
  {
    flag: 'shellcheck',
    only: 'lint',
    takes: 'WHEN',
    sentence: 'auto (the default: where shellcheck is on PATH, it reads the shell text of RUN) or never.',
  },
  {
    flag: 'buildkit',
    only: 'lint',
    sentence: "Ask the engine for BuildKit's own checks too; this takes docker with buildx.",
  },
  {
    flag: 'observation',
    only: 'report',
    takes: 'FILE',
    sentence: 'The recorded observation (observation-file of a trial) that is replayed: what is the cause, and where.',
  },
  {
    flag: 'open',
    only: 'trial',
    sentence: 'Open the report as a page in the browser; where there is none, say where it lies.',
  },
  { flag: 'dry-run', only: 'init', sentence: 'Print as a unified diff what would be written, and write nothing.' },
  {
    flag: 'app',
    only: 'init',
    takes: 'MODULE:NAME',
    sentence: 'The application that the Dockerfile starts, where there are several.',
  },
  { flag: 'help', short: 'h', sentence: 'Print this.' },
  { flag: 'version', sentence: 'Print the version.' },
];
