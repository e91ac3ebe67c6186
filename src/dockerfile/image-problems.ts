import { digestProblem } from './digest.ts';
import { goQuoted } from './go-quoted.ts';
import { parseImageReference } from './image-reference.ts';

/** What is wrong with the name of an image, and what to do. */
export interface ImageProblem {
  readonly message: string;
  readonly advice: string;
}

/** A stage's name has to be a name that an image may have, so one question is enough for both. */
export function imageProblem(text: string): ImageProblem | undefined {
  if (text.length < 64 && plainest.test(text)) return undefined;
  if (text === '') {
    return { message: 'base name should not be blank', advice: 'Write the image, or give the variable a default.' };
  }
  const said = (reason: string, advice: string): ImageProblem => ({
    message: `failed to parse stage name ${goQuoted(text)}: ${reason}`,
    advice,
  });
  if (/^[0-9a-f]{64}$/.test(text)) {
    const reason = `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`;
    return said(reason, 'Write the name of the image, and `@sha256:` before the digits where they are its digest.');
  }
  const reference = parseImageReference(text);
  if (reference === undefined) return misspelt(text, said);
  const { repository, digest } = reference;
  if (repository.length > 255) {
    return said('repository name must not be more than 255 characters', 'Write the name of the image.');
  }
  const problem = digest === undefined ? undefined : digestProblem(digest);
  return problem === undefined ? undefined : said(problem, 'Write the digest as `docker images --digests` prints it.');
}

/** What nearly all names are, without a closer look. */
const plainest = /^[a-z0-9]+(?:[./-][a-z0-9]+)*(?::[a-z0-9][a-z0-9.-]*)?$/;

function misspelt(text: string, said: (reason: string, advice: string) => ImageProblem): ImageProblem {
  const [, name = '', rest = ''] = /^([^@]*?)((?::[^:@/]*)?(?:@.*)?)$/s.exec(text) ?? [];
  const small = name.toLowerCase();
  const reference = small === name ? undefined : parseImageReference(small + rest);
  if (reference === undefined) {
    const advice = 'Write the image as `name:tag`, with the registry before it where it is not Docker Hub.';
    return said('invalid reference format', advice);
  }
  const { registry } = reference;
  const path = small.startsWith(`${registry}/`) ? name.slice(registry.length + 1) : name;
  const repository = path.includes('/') || path !== name ? path : `library/${path}`;
  return said(
    `invalid reference format: repository name (${repository}) must be lowercase`,
    `Write it in small letters: \`${small}${rest}\`.`,
  );
}
