import { locationOf } from '../../dockerfile/location.ts';
import type { Location } from '../../finding.ts';
import type { FailedPull } from './failed-pull.ts';
import { instructionAt } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** The word of FROM, of `--from=` or of `# syntax=` that names an image which the build could not get. */
export function imagePlace({ facts, build }: Symptoms, { image, isSyntax }: FailedPull): Location | undefined {
  const { dockerfile } = facts;
  if (isSyntax) {
    const directive = dockerfile.directives.find(({ name }) => name === 'syntax');
    return directive === undefined ? undefined : locationOf(dockerfile, directive.span);
  }
  const short = image.replace(/^docker\.io\/(?:library\/)?/, '');
  const names = [image, short, short.replace(/:latest$/, '')];
  const candidates = dockerfile.instructions.filter(({ keyword }) => keyword === 'FROM' || keyword === 'COPY');
  const named = names
    .map((name) => candidates.find(({ text }) => text.includes(name)))
    .find((found) => found !== undefined);
  const instruction = instructionAt(facts, build?.failure.line) ?? named;
  if (instruction === undefined) return undefined;
  const word =
    instruction.words.find(({ value }) => names.includes(value)) ??
    (instruction.keyword === 'FROM' ? instruction.words[0] : undefined);
  return locationOf(dockerfile, word?.span ?? instruction.span);
}
