/** A file that a pull request changes, with the lines that its diff shows. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** The id of its content at the pull request's head, as git has it. */
  readonly blob?: string;
  /** Empty for a file that is binary, too large for GitHub to show, or only renamed. */
  readonly hunks: readonly Hunk[];
}

/** Consecutive lines of the new file, context and added ones. */
export interface Hunk {
  readonly firstLine: number;
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly added: boolean;
  readonly text: string;
}

/** Reads `patch` as GitHub's list of a pull request's files has it: hunks without the file's own header. */
export function readPatch(patch: string): readonly Hunk[] {
  const hunks: { firstLine: number; lines: DiffLine[] }[] = [];
  // Every line of a file stands behind a mark, so what begins with `@@` is a header whatever the file says.
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header !== null) hunks.push({ firstLine: Number(header[1]), lines: [] });
    // Removed lines are none of the new file, nor is "\ No newline at end of file".
    else if (/^[+ ]/.test(line)) hunks.at(-1)?.lines.push({ added: line.startsWith('+'), text: line.slice(1) });
  }
  return hunks.filter((hunk) => hunk.lines.length > 0);
}

/** The hunk that holds these lines of the new file whole, or undefined: a comment's range lies in one hunk. */
export function hunkWith(file: ChangedFile, line: number, endLine: number): Hunk | undefined {
  return file.hunks.find((hunk) => hunk.firstLine <= line && endLine < hunk.firstLine + hunk.lines.length);
}
