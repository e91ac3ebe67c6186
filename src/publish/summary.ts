import * as core from '@actions/core';

/** GitHub shows none of a summary that is larger. */
const mostBytes = 1024 * 1024;

/** Writes the page of the run, in place of what this step wrote before. False where the runner offers none. */
export async function writeSummary(
  markdown: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if ((environment['GITHUB_STEP_SUMMARY'] ?? '') === '') return false;
  const bytes = Buffer.byteLength(markdown);
  if (bytes > mostBytes) throw new RangeError(`the summary has ${bytes} bytes, and GitHub shows at most ${mostBytes}`);
  await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
  return true;
}
