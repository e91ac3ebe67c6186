import { expect, it } from 'vitest';
import { layoutOf } from '../../src/dockerfile/layout.ts';
import { lineStartsOf } from '../../src/dockerfile/lines.ts';
import { maskOf } from '../../src/dockerfile/mask.ts';
import { read } from '../../src/dockerfile/read.ts';

function mask(text: string): string {
  const reading = read(text, lineStartsOf(text));
  return maskOf(
    reading,
    reading.instructions.map((raw) => layoutOf(raw.text, raw.split, reading.escape)),
  );
}

it('keeps keywords, also those that are broken, and those that ONBUILD registers, at their places and nothing else', () => {
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
  expect(mask(text).split('\n')).toEqual([
    '          ',
    'FROM                          ',
    'RUN            ',
    '         ',
    '',
    '         ',
    '           ',
    ' ',
    'CMD           ',
    'EN\\       ',
    'V               ',
    'ONBUILD  \\',
    ' RUN  ',
    '',
  ]);
  expect(mask(text)).toHaveLength(text.length);
});
