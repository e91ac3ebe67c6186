import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTerminal, type TerminalRun } from '../support/pseudo-terminal.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-live-'));
  cpSync(path.join(root, '__tests__/fixtures/apps/healthy-404-on-root'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function seaTrial(words: readonly string[], more: Partial<TerminalRun> = {}) {
  const { CI: _, NO_COLOR: __, ...environment } = process.env;
  const argv = [process.execPath, path.join(root, 'src/cli.ts'), folder, '--publish', '127.0.0.1::8000', ...words];
  const { environment: given = {}, ...rest } = more;
  const terminal = { ...environment, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' };
  return inTerminal({ argv, environment: { ...terminal, ...given }, deadlineSeconds: 150, ...rest });
}

/** Without what is said once of the machine. */
function result(screen: readonly string[] = []): readonly string[] {
  return screen.filter((line) => !/shellcheck is not on PATH/.test(line));
}

test('a trial shows its stages while they go on, and then the result alone', { timeout: 180_000 }, async () => {
  appendFileSync(path.join(folder, 'Dockerfile'), `\nRUN echo ${path.basename(folder)} && sleep 1\n`);
  const { exitCode, screens } = await seaTrial([]);
  const all = screens.map((lines) => lines.join('\n'));
  for (const live of [/^ {2}\S build +[\d.]+ m?s {2}\[\d\/\d\] \w+/m, /^ {2}\S start +[\d.]+ m?s/m, /^ {2}✓ build/m])
    expect(all.find((screen) => live.test(screen))).toBeDefined();
  const left = result(screens.at(-1));
  expect(exitCode).toBe(0);
  expect(left.at(-1)).toMatch(/^✓ Sea Trial passed: /);
  expect(left.filter((line) => /^ {2}\S? *build /.test(line))).toHaveLength(1);
});

test('Ctrl-C while it builds leaves a clean screen', { timeout: 180_000 }, async () => {
  appendFileSync(path.join(folder, 'Dockerfile'), `\nRUN echo ${path.basename(folder)} && sleep 60\n`);
  const { exitCode, screens } = await seaTrial([], { acts: [{ when: 'sleep 60', type: '\u0003' }] });
  expect([exitCode, result(screens.at(-1))]).toEqual([-2, []]);
});

test.each([
  ['--quiet', ['--quiet'], {}],
  ['a dumb terminal', [], { TERM: 'dumb' }],
] as const)('%s has nothing drawn', { timeout: 180_000 }, async (_, words, environment) => {
  const { written, screens } = await seaTrial(words, {
    environment,
  });
  expect(written).not.toContain('\u001b[1A');
  expect(screens.at(-1)?.at(-1)).toMatch(/Sea Trial passed: /);
});
