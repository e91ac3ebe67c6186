import type { Symptoms } from '../symptoms.ts';

/** Whom the container runs as, without the group; undefined where only the image could tell. */
export function runningUser({ facts, container }: Symptoms): string | undefined {
  const argv = container?.create.argv ?? [];
  const given = argv.flatMap((word, index) => {
    const joined = /^(?:--user=|-u(?=\S))(.+)$/.exec(word)?.[1];
    return word === '--user' || word === '-u' ? (argv[index + 1] ?? []) : (joined ?? []);
  });
  const user = facts.finalState?.user;
  const told = [given.at(-1), container?.image.user, user?.known === true ? user.text : undefined].find(
    (each) => each !== undefined && each !== '',
  );
  return told?.split(':')[0];
}

export function isRoot(user: string | undefined): boolean {
  return user === 'root' || user === '0';
}

/** The trial was told to give it no writable file system. */
export function isReadOnly({ container }: Symptoms): boolean {
  return container?.create.argv.some((word) => word === '--read-only' || word === '--read-only=true') === true;
}
