/** What the action leaves for the next steps; set before the step fails. */
export interface Output {
  readonly name: string;
  /** What it holds: one sentence, in Markdown. */
  readonly sentence: string;
}

export const outputs = [
  { name: 'verdict', sentence: '`passed`, `failed`, `errored` or `skipped`.' },
  {
    name: 'cause',
    sentence:
      'The id of the cause why the image does not build, start, answer or stop as it should, such as `loopback-host`; `unknown` where none is recognised, empty where nothing is wrong.',
  },
  { name: 'findings', sentence: 'The number of findings.' },
  { name: 'errors', sentence: 'How many of them are errors.' },
  { name: 'warnings', sentence: 'How many of them are warnings.' },
  { name: 'image', sentence: 'Name of the image that was tried.' },
  { name: 'image-id', sentence: 'Its id, `sha256:…`: the very image that was tried.' },
  { name: 'digest', sentence: 'Its digest in a registry, where it has one; with `push` that of what was pushed.' },
  { name: 'image-size', sentence: "Its size in bytes, as the engine's image store counts." },
  { name: 'startup-ms', sentence: "Milliseconds from the container's start to its first answer." },
  { name: 'report', sentence: 'Path of report.json.' },
  { name: 'sarif', sentence: "Path of the findings as SARIF, for GitHub's code scanning." },
  { name: 'html', sentence: 'Path of the report as a page, named after the trial.' },
  {
    name: 'matrix',
    sentence:
      'With `mode: plan`: the jobs that run the trials, for `strategy.matrix`; each has a `title`, and `name`, `context` and `file` for the inputs.',
  },
  { name: 'comment-url', sentence: 'Address of the pull request comment, where one was made or brought up to date.' },
] as const satisfies readonly Output[];

export type OutputName = (typeof outputs)[number]['name'];
