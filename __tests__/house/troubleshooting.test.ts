import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The messages that are written by hand: in bold, outside of the generated blocks, with `…` for what only the run knows. */
const written = [
  ...read('docs/troubleshooting.md')
    .replaceAll(/<!-- generated: (.*) -->[^]*?<!-- end of \1 -->/g, '')
    .matchAll(/\*\*(.+?)\*\*/g),
].flatMap(([, message]) => message ?? []);

const sources = [...globSync('src/**/*.ts', { cwd: root }), 'script/launcher.js'].map((file) => ({
  file: file.split(path.sep).join('/'),
  text: read(file).replaceAll('\\`', '`'),
}));

test.each(written)('there still is a source that tells “%s”', (message) => {
  expect(sources.filter(({ text }) => hasAll(text, message)).map(({ file }) => file)).not.toEqual([]);
});

/** Where notes are made, and what GitHub does not do is told. What `init` notes says the whole by itself, and docs/init.md is about it. */
const told = sources
  .filter(({ file }) => /^src\/(?:commands\/(?!init)|github|lint|plan|publish|settings)/.test(file))
  .flatMap(({ file }) => notesIn(file, read(file)));

test('what is noted in the log is on docs/troubleshooting.md: a line `- **the message** what to do` for each of these', () => {
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter((message) => !written.some((each) => hasAll(message, each)))).toEqual([]);
});

test('a planted note is found, and a message that no source tells is', () => {
  const source =
    'function f() { ports.print.note(`The moon is ${phase}: nothing is tried.`); told.push("The tide is out for today."); }';
  expect(notesIn('a.ts', source)).toEqual(['The moon is …: nothing is tried.', 'The tide is out for today.']);
  expect(hasAll('The moon is …: nothing is tried.', 'The moon is …: nothing …')).toBe(true);
  expect(hasAll('The moon is …: nothing is tried.', 'The moon was …')).toBe(false);
});

/** All that is not a hole, in its order. */
function hasAll(text: string, message: string): boolean {
  let from = 0;
  return message.split('…').every((part) => {
    const words = part.replace(/[\s:.]+$/, '');
    const at = text.indexOf(words, from);
    from = at + words.length;
    return at !== -1;
  });
}

/** Sentences that stand where people are told something: in a call that tells, among `notes`, as a reason, in a remedy. */
function notesIn(file: string, source: string): readonly string[] {
  const places: { start: number; end: number }[] = [];
  const texts: { start: number; text: string }[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      const name = source.slice(callee.start, callee.end);
      if (/(?:\bnote|\btellOnce|\btold\.push)$/.test(name)) places.push(...given);
    },
    Property({ key, value }) {
      if (/^(?:notes|notice|log|because)$/.test(source.slice(key.start, key.end))) places.push(value);
    },
    NewExpression({ callee, arguments: given }) {
      if (source.slice(callee.start, callee.end) === 'GitHubTrouble') places.push(...given);
    },
    FunctionDeclaration({ id, start, end }) {
      if (id?.name === 'remedy' || id?.name === 'pullOf') places.push({ start, end });
    },
    Literal({ start, value }) {
      if (typeof value === 'string') texts.push({ start, text: value });
    },
    TemplateLiteral({ start, quasis }) {
      texts.push({ start, text: quasis.map(({ value }) => value.cooked ?? '').join('…') });
    },
  }).visit(parseSync(file, source).program);
  return texts
    .filter(({ start, text }) => places.some((place) => place.start <= start && start < place.end) && isSentence(text))
    .map(({ text }) => text);
}

function isSentence(text: string): boolean {
  return /\p{L}{2,} \p{L}+ \p{L}/u.test(text) && (/^[^\p{Ll}]/u.test(text) || text.endsWith('.'));
}
