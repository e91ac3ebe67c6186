import { expect, it } from 'vitest';
import { layoutOf } from '../../src/dockerfile/layout.ts';
import { lineStartsOf } from '../../src/dockerfile/lines.ts';
import { maskOf } from '../../src/dockerfile/mask.ts';
import { read } from '../../src/dockerfile/read.ts';
import { type Mapped, sourceOffset } from '../../src/dockerfile/segments.ts';

function mask(text: string): Mapped {
  const reading = read(text, lineStartsOf(text));
  return maskOf(
    reading,
    reading.instructions.map((raw) => layoutOf(raw.text, raw.split, reading.escape)),
  );
}

it('keeps keywords, also those that are broken, and those that ONBUILD registers, and nothing else', () => {
  const text = [
    '# escape=`',
    'FROM --platform=x a:1 AS b # c',
    "RUN <<'E' cat `",
    '  # why=`',
    '',
    '  "x y" \\',
    'FROM inside',
    'E',
    'CMD ["a", "b"]',
    'EN`',
    '# why',
    '',
    'V A="b # c" \fD=\u00E9',
    'ONBUILD  `',
    ' RUN x',
    '',
  ].join('\n');
  // The comment and the empty line inside ENV are drawn into its continuation: there are two line breaks less.
  expect(mask(text).text.split('\n')).toEqual(['FROM', 'RUN', 'CMD', 'EN\\       ', 'V', 'ONBUILD  \\', ' RUN', '']);
});

it('knows where each of its characters stands in the source', () => {
  const text = '# why\nFROM a\nEN\\\n# why\nV A=b\nONBUILD \\\n RUN x\n';
  const { text: masked, segments } = mask(text);
  for (const keyword of ['FROM', 'EN', 'V', 'ONBUILD', 'RUN']) {
    expect(sourceOffset({ text: masked, segments }, masked.search(new RegExp(`\\b${keyword}\\b`)))).toBe(
      text.search(new RegExp(`\\b${keyword}\\b`)),
    );
  }
});
