import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedBlock, printable, printableLines } from '../../src/render/printing.ts';
import { hostileText } from '../support/hostile-text.ts';

/**
 * What the runner takes for a command, whatever its name: actions/runner splits output at `\n`, `\r\n` and `\r`, trims
 * .NET's white space in front, and finds the old form anywhere.
 */
function commandsIn(output: string): string[] {
  return output
    .split(/\r\n|\r|\n/)
    .filter((line) => /^::[^]*?::/.test(line.replace(/^[\s\u0085]+/, '')) || /##\[[^]*?\]/.test(line));
}

test('the oracle knows both forms of a command', () => {
  expect(commandsIn('a\r\u00a0::set-output name=x::y\nb ##[add-mask]z\n| ::c::')).toEqual([
    '\u00a0::set-output name=x::y',
    'b ##[add-mask]z',
  ]);
});

test('no line of untrusted text is a command', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(commandsIn(printableLines(text).join('\n'))).toEqual([]);
      expect(commandsIn(printable(text))).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});

test('between the guards there is only the one pair of commands', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 3 }), (lines) => {
      const block = guardedBlock(lines, '5b1e');
      expect(commandsIn(block.join('\n'))).toEqual(['::stop-commands::5b1e', '::5b1e::']);
      expect(block.slice(1, -1).every((line) => line.startsWith('| '))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('nothing is left that acts instead of being read', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = printable(text);
      // eslint-disable-next-line no-control-regex
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\u200b]/);
      expect(line.isWellFormed()).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('what was there stays readable', () => {
  expect(printableLines('\u001b[32mINFO\u001b[0m:     started\r\n::error file=app.py::x\r##[debug]y\n')).toEqual([
    'INFO:     started',
    ': :error file=app.py::x',
    '# #[debug]y',
  ]);
});

test('an old command that colours hide is neutral too', () => {
  expect(printable('a #\u001b[0m#[add-mask]b')).toBe('a # #[add-mask]b');
});

test('a title sequence without an end takes only its own line', () => {
  expect(printableLines('\u001b]0;evil\nTraceback')).toEqual(['', 'Traceback']);
});

test('one line is made of many', () => {
  expect(printable('a\tb\r\nc')).toBe('a b c');
});

test('lines keep their tabs and their empty neighbours', () => {
  expect(printableLines('a\n\n\tb\n')).toEqual(['a', '', '\tb']);
});
