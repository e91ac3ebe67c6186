import { temporaryFolder } from '../docker/temporary-folder.ts';
import { childEnvironment, run } from '../process.ts';
import type { ShellScript } from './shell-scripts.ts';

/** A RUN takes it some milliseconds; a file that a machine wrote has thousands of them. */
const deadlineMs = 60_000;

type Answer = 'absent' | { readonly comments: readonly Comment[] } | { readonly trouble: string };

/** Starts it once for all scripts; the file of a comment is the script's index. */
export async function askShellCheck(
  scripts: readonly ShellScript[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
  // The user's own options could change the form of the answer.
  const { SHELLCHECK_OPTS: _, ...kept } = childEnvironment(environment);
  try {
    using folder = temporaryFolder();
    const names = Array.from(scripts.keys(), String);
    for (const [index, { header, body }] of scripts.entries()) folder.write(String(index), `${header}${body.text}\n`);
    const argv = ['shellcheck', '--norc', '--format=json1', '--exclude=SC1090,SC1091', '--', ...names];
    const result = await run(argv, { deadlineMs, cwd: folder.file('.'), environment: kept });
    if (result.exitCode === 127) return 'absent';
    if (result.timedOut) return { trouble: unusable(`it gave no answer within ${deadlineMs / 1000} s`) };
    const comments = commentsIn(result.stdout);
    if (comments !== undefined) return { comments };
    return { trouble: unusable(firstLine(result.stderr) ?? `it ended with exit code ${result.exitCode}`) };
  } catch (error) {
    // No room for the texts: the rules have said theirs all the same. Anything without a code is a bug of ours.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { trouble: unusable(error.message) };
  }
}

function unusable(reason: string): string {
  return `shellcheck gave nothing that can be read: ${reason}. Install version 0.7 or newer, or write --shellcheck never.`;
}

function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim();
}

export interface Comment {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly level: (typeof levels)[number];
  readonly code: number;
  readonly message: string;
}

const levels = ['error', 'warning', 'info', 'style'] as const;

/** Looked at by hand, for a library that does it takes as long to load as shellcheck takes to answer. */
function commentsIn(stdout: string): readonly Comment[] | undefined {
  try {
    const { comments } = fieldsOf(JSON.parse(stdout));
    return Array.isArray(comments) && comments.every(isComment) ? comments : undefined;
  } catch {
    return undefined; // shellcheck older than 0.7 has no json1, and says so on standard error
  }
}

function isComment(value: unknown): value is Comment {
  const fields = fieldsOf(value);
  return (
    ['line', 'column', 'endLine', 'endColumn', 'code'].every((name) => typeof fields[name] === 'number') &&
    ['file', 'message'].every((name) => typeof fields[name] === 'string') &&
    levels.some((level) => level === fields['level'])
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
