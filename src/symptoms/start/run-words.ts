import { contextPath, joinPath, pathInside } from '../../facts/image-path.ts';
import type { ContainerObservation } from '../../observation.ts';

type Started = Pick<ContainerObservation, 'create'>;

/** Where the run options lay something over the image's own files: volumes, binds, file systems in memory. Absolute. */
function mountPoints({ create }: Started): readonly string[] {
  return [
    ...valuesOf(create.argv, '--volume', '-v').map((value) => {
      const parts = value.split(':');
      return parts.length === 1 ? (parts[0] ?? '') : (parts[1] ?? '');
    }),
    ...valuesOf(create.argv, '--tmpfs').map((value) => value.split(':')[0] ?? ''),
    ...valuesOf(create.argv, '--mount').flatMap(
      (value) => /(?:^|,)(?:target|dst|destination)=(?<place>[^,]+)/.exec(value)?.groups?.['place'] ?? [],
    ),
  ].map((place) => joinPath('/', contextPath(place)));
}

/** The mount that hides this path of the image. */
export function mountOver(path: string, container: Started): string | undefined {
  return mountPoints(container).find((place) => pathInside(place, path) !== undefined);
}

/** The folder that the run options start it in, instead of WORKDIR. */
export function givenWorkdir({ create }: Started): string | undefined {
  return valuesOf(create.argv, '--workdir', '-w').at(-1);
}

/** Every value of an option, written `--name=value`, `--name value`, `-n value` or `-nvalue`. */
function valuesOf(argv: readonly string[], ...names: readonly string[]): readonly string[] {
  return argv.flatMap((word, index) => {
    for (const name of names) {
      if (word === name) return argv[index + 1] ?? [];
      if (word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (!name.startsWith('--') && word.startsWith(name)) return word.slice(name.length);
    }
    return [];
  });
}
