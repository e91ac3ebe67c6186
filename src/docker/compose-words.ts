import type { ProcessResult } from '../process.ts';
import type { Client } from './client.ts';
import { unexpected } from './trouble.ts';

export const projectLabel = 'com.docker.compose.project';
export const serviceLabel = 'com.docker.compose.service';

/** The lines of a `docker … ls`. */
export async function listed(client: Client, words: readonly string[]): Promise<readonly string[]> {
  const result = await client.docker(words);
  if (result.exitCode !== 0) throw unexpected(`\`docker ${words[0] ?? ''}\` gives no list`, result);
  return result.stdout.split('\n').filter((line) => line !== '');
}

/** What went wrong, without the list of what compose did before. */
export function composesOwnWords({ stderr, stdout, exitCode }: ProcessResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  const told = lines.filter((line) => /error|failed|denied|cannot|no such|not found/i.test(line) && !isProgress(line));
  const rest = told.length > 0 ? told : lines.filter((line) => !isProgress(line));
  return rest.at(-1)?.trim() ?? `docker compose ended with exit code ${exitCode}`;
}

function isProgress(line: string): boolean {
  return /^time="[^"]*" level=|^ *(?:Container|Network|Volume|Image|Service) |^ *\S+ (?:Pulling|Pulled|Building|Built) *$/.test(
    line,
  );
}
