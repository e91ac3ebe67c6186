import { parseDockerfile } from '../../src/dockerfile/parse.ts';

/** `severity: message @source` of every fault of the grammar. */
export function problemsOf(text: string): readonly string[] {
  return parseDockerfile(text, 'Dockerfile').problems.map(
    ({ severity, message, span }) => `${severity}: ${message} @${text.slice(span.start, span.end)}`,
  );
}
