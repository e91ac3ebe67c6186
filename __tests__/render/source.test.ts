import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, inOneInstruction, linesOfText, sourceText } from '../../src/render/source.ts';
import { at, sourcesOf } from '../support/reports.ts';

test('a changed line is shown before and after', () => {
  expect(diffLines('FROM a\nCMD ["b"]\n', [{ location: at('Dockerfile', 2, 7, 8), text: 'c' }])).toEqual([
    '-CMD ["b"]',
    '+CMD ["c"]',
  ]);
});

test('an added line is shown behind the two before it', () => {
  const expected = [' b', ' c', '+d'];
  expect(diffLines('a\nb\nc\n', [{ location: at('x', 4), text: 'd\n' }])).toEqual(expected);
  expect(diffLines('a\nb\nc', [{ location: at('x', 3, 2), text: '\nd' }])).toEqual(expected);
});

const edit = (line: number) => ({ location: at('x', line, 1, 2), text: 'X' });

test('edits far apart are two hunks, neighbours are one', () => {
  const text = 'a\nb\nc\nd\ne\n';
  expect(diffLines(text, [edit(4), edit(1)])).toEqual(['@@ line 1 @@', '-a', '+X', '@@ line 4 @@', '-d', '+X']);
  expect(diffLines(text, [edit(1), edit(2)])).toEqual(['-a', '-b', '+X', '+X']);
});

test('an edit over several lines, and one that deletes', () => {
  expect(diffLines('a\nb\nc\n', [{ location: at('x', 1, 1, 2, 2), text: 'ab' }])).toEqual(['-a', '-b', '+ab']);
  expect(diffLines('a\nb\nc\n', [{ location: at('x', 2, 1, 1, 3), text: '' }])).toEqual(['-b']);
});

test('carriage returns are not shown', () => {
  expect(diffLines('a\r\nb\r\n', [{ location: at('x', 2, 1, 2), text: 'c' }])).toEqual(['-b', '+c']);
});

test('places outside of the text throw nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '', 'bc'), { maxLength: 4 }),
      fc.nat(9),
      fc.nat(9),
      fc.nat(9),
      fc.nat(9),
      (lines, a, b, c, d) => {
        const shown = diffLines(lines.join('\n'), [{ location: at('x', a, b, d, c), text: 'new\nline' }]);
        expect(shown.every((line) => /^[ +-]/.test(line))).toBe(true);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a file is found by its path as seen from the working directory', () => {
  const sources = {
    ...sourcesOf('FROM x\n', [{ path: 'requirements.txt', text: 'a' }], 'services/api/Dockerfile'),
    context: './services/api',
  };
  expect([
    sourceText(sources, './services/api/Dockerfile'),
    sourceText(sources, 'services/api/requirements.txt'),
    sourceText(sources, 'requirements.txt'),
  ]).toEqual(['FROM x\n', 'a', undefined]);
});

test('places in one instruction are known by its continued lines', () => {
  const text = 'RUN a \\\n  # why\n  b\nRUN c\n';
  expect([
    inOneInstruction(at('D', 1, 1, 3), at('D', 3, 1, 3), text),
    inOneInstruction(at('D', 3, 1, 3), at('D', 4, 1, 3), text),
    inOneInstruction(at('D', 1, 1, 4, 3), at('D', 3, 3, 4), undefined),
    inOneInstruction(at('D', 1), at('E', 1), text),
  ]).toEqual([true, false, true, false]);
});

test('lines have no line breaks', () => {
  expect(linesOfText('a\r\nb\n')).toEqual(['a', 'b', '']);
});
