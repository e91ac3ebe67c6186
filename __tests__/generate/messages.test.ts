import { expect, test } from 'vitest';
import { messagesIn } from '../../src/generate/messages.ts';
import { troubleshootingPage } from '../../src/generate/troubleshooting.ts';

test('a UserError is told with its hint, and a hole for what only the run knows', () => {
  expect(
    messagesIn('a.ts', 'throw new UserError(`${quoted(value.text)} is not a time.`, { place, hint: "Write one." });'),
  ).toEqual([{ file: 'a.ts', text: '"…" is not a time.', remedy: 'Write one.' }]);
});

test('a SetupError has its order behind the first sentence', () => {
  expect(messagesIn('a.ts', 'throw new SetupError(`buildx ${version} is too old. Install a newer one.`);')).toEqual([
    { file: 'a.ts', text: 'buildx … is too old.', remedy: 'Install a newer one.' },
  ]);
});

test('either way of a choice is a message, and a part that is there at times is shown', () => {
  const source = "throw new UserError(`no ${isFile ? 'file' : 'folder'} is there${at === '' ? '' : ` at ${at}`}.`);";
  expect(messagesIn('a.ts', source).map(({ text }) => text)).toEqual([
    'no file is there at …',
    'no folder is there at …',
  ]);
});

test('a function that makes the error for others is told the words where it is called', () => {
  const source = `
    const shape = 'Write METHOD PATH.';
    function read(line: string) {
      const refuse = (what: string): UserError => new UserError(\`the probe \${line} \${what}.\`, { hint: shape });
      if (line === '') throw refuse('is empty');
      throw refuse('names another host');
    }`;
  expect(messagesIn('a.ts', source)).toEqual([
    { file: 'a.ts', text: 'the probe … is empty.', remedy: 'Write METHOD PATH.' },
    { file: 'a.ts', text: 'the probe … names another host.', remedy: 'Write METHOD PATH.' },
  ]);
});

test('a constant of another function is not taken for one of the same name', () => {
  const source = `
    function first() { const name = 'one'; return name; }
    function second(name: string) { throw new UserError(\`there is no \${name}.\`); }`;
  expect(messagesIn('a.ts', source).map(({ text }) => text)).toEqual(['there is no …']);
});

test('what another function made is not told a second time', () => {
  expect(
    messagesIn('a.ts', 'throw new UserError(message, { cause }); throw new SetupError(`${message} Waited.`);'),
  ).toEqual([]);
});

test('of the page the prose stays, each message stands in its group, and a remedy of several is written once', () => {
  const names = 'push compose configuration options start engine checkout affected reports commands'.split(' ');
  const page = names.map(
    (name) => `## ${name}\n<!-- generated: messages of ${name} -->\n<!-- end of messages of ${name} -->\n`,
  );
  const made = troubleshootingPage(page.join(''), [
    { file: 'settings/duration.ts', text: '"…" is not a time of * kind.', remedy: 'Write a time.' },
    ...['a', 'b', 'c'].map((text) => ({ file: 'docker/engine.ts', text, remedy: 'Set DOCKER_HOST or `DOCKER_HOST`.' })),
  ]);
  expect(made).toContain(`## options
<!-- generated: messages of options -->

- **"…" is not a time of \\* kind.** Write a time.
<!-- end of messages of options -->
`);
  expect(made).toContain(`
- Set DOCKER\\_HOST or \`DOCKER_HOST\`.
  - **a**
  - **b**
  - **c**
`);
});
