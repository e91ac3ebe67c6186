import type { Random } from './random.ts';

/** What people, editors and attackers put into Dockerfiles. */
const tokens = [
  'FROM ',
  'RUN ',
  'CMD ',
  'ENTRYPOINT ',
  'COPY ',
  'ADD ',
  'ENV ',
  'ARG ',
  'LABEL ',
  'EXPOSE ',
  'SHELL ',
  'USER ',
  'WORKDIR ',
  'VOLUME ',
  'ONBUILD ',
  'HEALTHCHECK ',
  'STOPSIGNAL ',
  'MAINTAINER ',
  'RNU ',
  'hello ',
  'run ',
  'Form ',
  '\\',
  '\\\n',
  '`',
  '`\n',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\f',
  '\v',
  '\u00A0',
  '\uFEFF',
  '\u2028',
  '💥',
  '#',
  '# c\n',
  '# escape=`\n',
  '# syntax=x\n',
  '# sea-trial ignore DL3008\n',
  '# hadolint ignore=DL3008\n',
  '<<E',
  '<<-"E"',
  'E\n',
  '\nE\n',
  '"',
  "'",
  '$',
  '${',
  '${X',
  '${X:-',
  '}',
  '$(',
  ')',
  '(',
  '[',
  ']',
  '{',
  ';',
  '|',
  '&&',
  '||',
  '>',
  '<',
  '=',
  '--',
  '--from=x ',
  '--mount=type=cache ',
  '["a","b"]',
  '["',
  '"]',
  ',',
  '*',
  '/',
  '..',
  'apt-get update',
  'apt-get install -y x',
  'apt install',
  ' -y',
  'pip install x',
  'uvicorn a:b',
  'sudo ',
  'cd /x',
  'sh -c ',
  'exec ',
  'python -m ',
  ' --reload',
  ' --host 127.0.0.1',
  ' AS x',
  'latest',
  '@sha256:',
  ':',
  '0',
  '65536',
] as const;

type Mutation = (text: string, random: Random, other: string) => string;

const mutations: readonly [Mutation, ...Mutation[]] = [
  // A token somewhere, most often.
  insertToken,
  insertToken,
  insertToken,
  // Characters gone, and doubled.
  (text, random) => {
    const [from, to] = range(text.length, random, 8);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = range(text.length, random, 40);
    return text.slice(0, to) + text.slice(from);
  },
  // Lines gone, doubled, swapped, taken from another file.
  (text, random) => withLines(text, (lines) => lines.toSpliced(random.below(lines.length), 1)),
  (text, random) =>
    withLines(text, (lines) => lines.toSpliced(random.below(lines.length), 0, lines[random.below(lines.length)] ?? '')),
  (text, random, other) => {
    const taken = other.split('\n');
    return withLines(text, (lines) =>
      lines.toSpliced(random.below(lines.length + 1), 0, taken[random.below(taken.length)] ?? ''),
    );
  },
  (text, random) =>
    withLines(text, (lines) => {
      const [one, two] = [random.below(lines.length), random.below(lines.length)];
      return lines.with(one, lines[two] ?? '').with(two, lines[one] ?? '');
    }),
  // A continuation lost; a file cut off.
  (text, random) => {
    const ends = [...text.matchAll(/[ \t]*\\(?=\r?\n)/g)];
    const end = ends[random.below(ends.length)];
    return end === undefined ? text : text.slice(0, end.index) + text.slice(end.index + end[0].length);
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  // Written on Windows, by another hand, or with its keywords small.
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text) => `# escape=\`\n${text.replaceAll(/\\(?=\r?\n)/g, '`')}`,
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll(/^[A-Z]+/gm, (keyword) => keyword.toLowerCase()),
  (text) => text.replaceAll(/^(?=(?:RUN|CMD|COPY|ENV|USER) )/gm, 'ONBUILD '),
  // The same over and over.
  (text, random) => {
    const token = random.pick(tokens);
    return insertAt(text, random.below(text.length + 1), token.repeat(1 + random.below(300)));
  },
];

/** A few changes, one after another; `other` lends lines. */
export function mutated(text: string, random: Random, other: string): string {
  let result = text;
  for (let left = 1 + random.below(5); left > 0; left -= 1) result = random.pick(mutations)(result, random, other);
  return result;
}

function insertToken(text: string, random: Random): string {
  return insertAt(text, random.below(text.length + 1), random.pick(tokens));
}

function insertAt(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function range(length: number, random: Random, most: number): readonly [number, number] {
  const from = random.below(length + 1);
  return [from, Math.min(length, from + 1 + random.below(most))];
}

function withLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}
