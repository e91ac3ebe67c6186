import { docker } from './buildkit.ts';

/** Removes the builders of runs that were killed: their names bear the number of the process. */
export async function removeForsaken(prefix: string): Promise<void> {
  const { stdout } = await docker(['ps', '--all', `--filter=name=${prefix}`, '--format={{.Names}}']);
  for (const container of stdout.split('\n')) {
    const pid = Number(container.split(prefix)[1]?.split('-')[0]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await docker(['rm', '--force', '--volumes', container], 'may fail');
    await docker(['volume', 'rm', '--force', `${container}_state`], 'may fail');
  }
}

/** What the trials have tagged, whoever was interrupted before it was untagged. */
export async function removeTags(...repositories: readonly string[]): Promise<void> {
  for (const repository of repositories) {
    const { stdout } = await docker(['image', 'ls', '--format={{.Repository}}:{{.Tag}}', repository]);
    const tags = stdout.split('\n').filter((tag) => tag !== '');
    if (tags.length > 0) await docker(['image', 'rm', ...tags], 'may fail');
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
