import { execWord } from '../../facts/command-words.ts';
import type { Copy } from '../../facts/copies.ts';
import type { Facts } from '../../facts/facts.ts';
import { placeFromContext } from '../../facts/image-files.ts';
import { joinPath } from '../../facts/image-path.ts';
import type { CommandWord } from '../../servers/server.ts';

/** A program of the start that is a file of the repository. */
export interface StartedFile {
  /** Relative to the context. */
  readonly path: string;
  /** As reports name it. */
  readonly name: string;
  /** In the image. */
  readonly imagePath: string;
  /** Undefined where it cannot be read. */
  readonly text: string | undefined;
}

/** The file of the repository that lies at this path of the image, or under this name in a folder of PATH. */
export function startedFile(program: string, facts: Facts): StartedFile | undefined {
  for (const imagePath of imagePaths(program, facts)) {
    const path = facts.imageFiles?.repositoryPath(imagePath);
    if (path !== undefined)
      return { path, name: facts.context.reportPath(path), imagePath, text: facts.context.readText(path) };
  }
  return undefined;
}

/** The scripts that the start runs one after the other: the program itself, and those behind `sh`. */
export function startedScripts(facts: Facts): readonly StartedFile[] {
  return (facts.startCommand?.launchers ?? []).flatMap((launcher) => {
    if (launcher.kind !== 'shell' || launcher.path === undefined) return [];
    const { path } = launcher;
    const imagePath = facts.imageFiles?.imagePath(path) ?? '';
    return [{ path, name: facts.context.reportPath(path), imagePath, text: facts.context.readText(path) }];
  });
}

/** The COPY or ADD that brings this file of the context to its place, or writes that place from a heredoc. */
export function bringing(
  { path, imagePath }: Pick<StartedFile, 'imagePath'> & { readonly path?: string },
  facts: Facts,
): Copy | undefined {
  const copies = facts.imageInstructions.flatMap((instruction) => facts.copyOf(instruction) ?? []);
  return copies.findLast(
    (copy) =>
      (path !== undefined &&
        copy.sources.some((source) => placeFromContext(copy, source, path, facts.context) === imagePath)) ||
      (copy.heredocs.length > 0 && copy.destination === imagePath),
  );
}

/** Where the start names a program: in the program's own command line, or in the exec form of ENTRYPOINT or CMD. */
export function wordNaming(program: string, facts: Facts): CommandWord | undefined {
  return [...(facts.startCommand?.words ?? []), ...startWords(facts)].find(({ text }) => text === program);
}

/** The words of ENTRYPOINT and CMD as Docker itself gets them, as far as they are in the exec form. */
export function startWords(facts: Facts): readonly CommandWord[] {
  const { entrypoint, command } = facts.startCommand ?? {};
  return [entrypoint, command].flatMap((instruction) =>
    instruction?.exec === undefined ? [] : instruction.exec.map((word) => execWord(word, facts.dockerfile)),
  );
}

function imagePaths(program: string, facts: Facts): readonly string[] {
  if (program.startsWith('/')) return [program];
  const { workdir } = facts.finalState ?? {};
  if (program.includes('/')) return workdir?.known === true ? [joinPath(workdir.text, program)] : [];
  return ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'].map((folder) =>
    joinPath(folder, program),
  );
}
