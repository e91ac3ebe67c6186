import path from 'node:path';
import { expect, test } from 'vitest';
import { inTerminal, type TerminalRun } from '../support/pseudo-terminal.ts';

const program = path.join(import.meta.dirname, 'programs/play-progress.ts');
const leftOver = ['before', 'a note', 'the result'];

async function play(words: readonly string[], more: Partial<TerminalRun> = {}) {
  const environment = { PATH: process.env['PATH'], TERM: 'xterm-256color' };
  return inTerminal({ argv: [process.execPath, program, ...words], environment, ...more });
}

/** Without what the clock decides. */
function still(screen: readonly string[]): readonly string[] {
  return screen.map((line) =>
    line
      .replaceAll(/[\d.]+ m?s(?= |$)/g, '0 s')
      .replace(/^ {2}[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏|/\\-] /, '  ~ ')
      .replaceAll(/ {3,}/g, '  '),
  );
}

test('the stages are drawn in place, and nothing of them is left but what was told above', async () => {
  const { exitCode, screens } = await play(['unicode']);
  expect([exitCode, screens.at(-1)]).toEqual([0, leftOver]);
  expect(screens.map(still)).toContainEqual([
    'before',
    '  ✓ lint  0 s',
    '  ~ build  0 s  [2/3] RUN pip install -r requirements.txt',
    '  : :error::漢字 second',
    '  start',
    '  smoke',
    '  stop',
  ]);
  expect(screens.map(still)).toContainEqual([
    'before',
    'a note',
    '  ✓ lint  0 s',
    '  ✓ build  0 s',
    '  ~ start  0 s',
    '  Uvicorn running on http://0.0.0.0:8000',
    '  smoke',
    '  stop',
  ]);
});

test('a terminal that knows nothing but ASCII is shown nothing else', async () => {
  const { screens, written } = await play([]);
  // eslint-disable-next-line no-control-regex
  expect(written).toMatch(/^[\u0000-\u007f]*$/);
  expect(screens.map(still)).toContainEqual([
    'before',
    '  + lint  0 s',
    '  ~ build  0 s  [2/3] RUN pip install -r requirements.txt',
    '  : :error::?? second',
    '  start',
    '  smoke',
    '  stop',
  ]);
  expect(screens.at(-1)).toEqual(leftOver);
});

test('no line is longer than the terminal is wide', async () => {
  const { screens } = await play(['unicode'], { columns: 40 });
  const frames = screens.filter((lines) => lines.some((line) => line.includes('build')));
  expect(frames.length).toBeGreaterThan(3);
  expect(frames.flat().filter((line) => line.length > 39)).toEqual([]);
  expect(frames.map(({ length }) => length).every((length) => length <= 8)).toBe(true);
  expect(screens.at(-1)).toEqual(leftOver);
});

test.each([
  ['narrower', 30],
  ['much narrower', 12],
  ['wider', 120],
])('a terminal that becomes %s keeps no trace of what was drawn', async (_, columns) => {
  const { screens } = await play(['unicode'], { acts: [{ when: 'Collecting fastapi', resize: [columns, 24] }] });
  expect(screens.at(-1)).toEqual(leftOver);
});

test('a terminal lower than the stages are many keeps what it can show, and no trace', async () => {
  const { screens } = await play(['unicode'], { rows: 4 });
  expect(screens.at(-1)?.slice(-2)).toEqual(['a note', 'the result']);
});

test('Ctrl-C leaves a clean screen, with the cursor to be seen', async () => {
  const { exitCode, screens, written } = await play(['unicode', 'wait'], {
    acts: [{ when: 'Uvicorn running', type: '\u0003' }],
  });
  expect([exitCode, screens.at(-1)]).toEqual([0, leftOver]);
  expect(written).not.toContain('\u001b[?25l');
});

test('there are colours where they are wanted, and none where they are not', async () => {
  // eslint-disable-next-line no-control-regex
  const colours = /\u001b\[\d+m/;
  expect((await play(['unicode', 'colour'])).written).toMatch(colours);
  expect((await play(['unicode'])).written).not.toMatch(colours);
});
