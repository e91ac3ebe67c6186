import { parseDockerfile } from '../dockerfile/parse.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import type { ImageObservation } from '../observation.ts';

/** Stands for the path of a Dockerfile that nobody has: no place of a repository is named by it. */
export const imageConfigurationPath = 'the configuration of the image';

/** What an image says of itself, as the Dockerfile that would say the same: from it, facts follow as from any other. */
export function dockerfileOfImage(image: ImageObservation): Dockerfile {
  const { reference, environment, workdir, user, exposed, entrypoint, command } = image;
  const lines = [
    `FROM ${reference}`,
    ...environment.map(assignment),
    ...(workdir === '' ? [] : [`WORKDIR ${escaped(workdir)}`]),
    ...(user === '' ? [] : [`USER ${escaped(user)}`]),
    ...exposed.map((port) => `EXPOSE ${port}`),
    ...(entrypoint.length === 0 ? [] : [`ENTRYPOINT ${JSON.stringify(entrypoint)}`]),
    ...(command.length === 0 ? [] : [`CMD ${JSON.stringify(command)}`]),
  ];
  return parseDockerfile(`${lines.join('\n')}\n`, imageConfigurationPath);
}

/** A value that spans lines cannot be written in one; nothing is derived from such a variable. */
function assignment(pair: string): string {
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  return /[\r\n]/.test(value) ? '' : `ENV ${name}="${escaped(value)}"`;
}

function escaped(value: string): string {
  return value.replaceAll(/[\\"$]/g, String.raw`\$&`);
}
