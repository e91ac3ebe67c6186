import fc from 'fast-check';

/** Pieces of which attacks on logs and Markdown are made. */
const pieces: readonly string[] = [
  ['::', '##[', '#', '[', ']', 'set-output name=a', 'stop-commands', 'error file=x', 'add-mask', ']', 'x', ' ', '  '],
  ['\r', '\n', '\r\n', '\t', '\u0085', '\u2028', '\u2029', '\u000b', '\u000c', '\u00a0', '\u3000', '\ufeff', '\u200b'],
  [
    '\u001b[31m',
    '\u001b[0',
    '\u001b]0;title\u0007',
    '\u009b1m',
    '\u001b',
    '\u0007',
    '\u0000',
    '\u0008',
    '\u202e',
    '\u2066',
  ],
  ['`', '``', '```', '~~~', '\\', '|', '\\|', '*', '**', '_', '~', '<', '>', '&', '&lt;', '&#64;', '$', '!', '!['],
  [
    '@octocat',
    '@',
    'octo',
    '#123',
    '12',
    'octo/api#7',
    'GH-12',
    'CVE-2024-1',
    '9f1c2ab',
    ':tada:',
    ':',
    'e@mail.example',
  ],
  [
    'https://evil.example/x',
    'http',
    '://',
    'www.evil.example',
    'mailto:a@b.example',
    '](javascript:x)',
    '[a](b)',
    '![a](b)',
  ],
  [
    '<img src=x>',
    '<!--',
    '-->',
    '</details>',
    '</summary>',
    '<details>',
    '- ',
    '1. ',
    '# ',
    '> ',
    '---',
    '===',
    '+',
    '$x$',
  ],
  ['é', '漢', '😀', '\ud83d', '\ude00', 'word', 'Dockerfile:8', "it's", '"quoted"', '(', ')', '.', ','],
].flat();

/** Text as an attacker would write it: known pieces in any order, with anything between. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
