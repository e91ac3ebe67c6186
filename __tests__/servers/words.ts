import type { CommandWord, EnvironmentValue, Surroundings } from '../../src/servers/server.ts';

/** A command line in shell form on line 1; words with `$` are not known. */
export function wordsOf(line: string): readonly CommandWord[] {
  return [...line.matchAll(/\S+/g)].map((match) => {
    const location = {
      path: 'Dockerfile',
      line: 1,
      column: match.index + 1,
      endLine: 1,
      endColumn: match.index + 1 + match[0].length,
    };
    return { text: match[0], known: !match[0].includes('$'), literal: true, location, whole: location, form: 'shell' };
  });
}

export function surroundings(
  environment: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Surroundings {
  return {
    environment: (name) => (environment[name] === undefined ? undefined : valueOf(environment[name])),
    file: (path) => (files[path] === undefined ? undefined : { path, text: files[path] }),
  };
}

function valueOf(text: string): EnvironmentValue {
  const location = { path: 'Dockerfile', line: 9, column: 1, endLine: 9, endColumn: 1 + text.length };
  return { text, known: !text.includes('$'), literal: true, location };
}
