import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/grammar-problems.ts';

const digits = 'a'.repeat(64);

describe('BuildKit refuses', () => {
  it.each([
    [
      'COPY --chmod=888 a /',
      "invalid chmod parameter: '888'. it should be octal string and between 0 and 07777 @--chmod=888",
    ],
    [
      'COPY --chmod=17777 a /',
      "invalid chmod parameter: '17777'. it should be octal string and between 0 and 07777 @--chmod=17777",
    ],
    [
      'COPY --chmod=0o755 a /',
      "invalid chmod parameter: '0o755'. it should be octal string and between 0 and 07777 @--chmod=0o755",
    ],
    ['COPY --chmod=rwxr-xr-x a /', "invalid chmod parameter: 'rwxr-xr-x': invalid syntax @--chmod=rwxr-xr-x"],
    ['COPY --chmod=+755 a /', "invalid chmod parameter: '+755': invalid syntax @--chmod=+755"],
    ['COPY --chmod=u+x,,g+x a /', "invalid chmod parameter: 'u+x,,g+x': invalid syntax @--chmod=u+x,,g+x"],
    ['COPY --chmod=u=a a /', "invalid chmod parameter: 'u=a': invalid syntax @--chmod=u=a"],
    ['COPY --chmod=U+x a /', "invalid chmod parameter: 'U+x': invalid syntax @--chmod=U+x"],
    ['COPY --chmod=u a /', "invalid chmod parameter: 'u': invalid syntax @--chmod=u"],
    ['ADD --chmod=foo a /', "invalid chmod parameter: 'foo': invalid syntax @--chmod=foo"],
    ['COPY --chown=${ a /', `failed to process "\${": syntax error: missing '}' @--chown=\${`],
    ['COPY --exclude=a[ a /', 'invalid excludepatterns: [a[]: syntax error in pattern @--exclude=a['],
    ['COPY --exclude=[a-] a /', 'invalid excludepatterns: [[a-]]: syntax error in pattern @--exclude=[a-]'],
    ['COPY --exclude=[-a] a /', 'invalid excludepatterns: [[-a]]: syntax error in pattern @--exclude=[-a]'],
    ['COPY --exclude=[^] a /', 'invalid excludepatterns: [[^]]: syntax error in pattern @--exclude=[^]'],
    ['COPY --exclude=\\\\ a /', 'invalid excludepatterns: [\\]: syntax error in pattern @--exclude=\\\\'],
    ['COPY --exclude=! a /', 'illegal exclusion pattern: "!" @--exclude=!'],
    ['COPY a[ b /x/', 'invalid includepatterns: [a[]: syntax error in pattern @a['],
    ['COPY https://example.com/a /', "source can't be a URL for COPY @https://example.com/a"],
    ['COPY a https://$HOST/b /x/', "source can't be a URL for COPY @https://$HOST/b"],
    ['COPY ["https://a/b", "/x"]', `source can't be a URL for COPY @"https://a/b"`],
    ['COPY git@github.com:a/b.git /', "source can't be a git ref for COPY @git@github.com:a/b.git"],
    ['COPY https://github.com/a/b.git#main /', "source can't be a git ref for COPY @https://github.com/a/b.git#main"],
    [
      'COPY --from=Python:3 /a /',
      'failed to parse stage name "Python:3": invalid reference format: repository name (library/Python) must be lowercase @--from=Python:3',
    ],
    ['COPY --from=a$ /a /', 'failed to parse stage name "a$": invalid reference format @--from=a$'],
    [`ADD --checksum=sha256:${digits} a /`, `checksum requires HTTP(S) or Git sources @--checksum=sha256:${digits}`],
    [
      `ADD --checksum=sha256:${digits} ftp://a/b /`,
      `checksum requires HTTP(S) or Git sources @--checksum=sha256:${digits}`,
    ],
    ['ADD --checksum=x https://a/b c /', "checksum can't be specified for multiple sources @--checksum=x"],
    ['ADD --checksum=x <<E /\nE', "checksum can't be specified for multiple sources @--checksum=x"],
    ['ADD --checksum=foo https://a/b /', 'invalid checksum digest format @--checksum=foo'],
    [`ADD --checksum=SHA256:${digits} https://a/b /`, `invalid checksum digest format @--checksum=SHA256:${digits}`],
    [
      `ADD --checksum=sha256:${'A'.repeat(64)} https://a/b /`,
      `invalid checksum digest format @--checksum=sha256:${'A'.repeat(64)}`,
    ],
    ['ADD --checksum=sha256:abc https://a/b /', 'invalid checksum digest length @--checksum=sha256:abc'],
    ['ADD --checksum=md5:abc https://a/b /', 'unsupported digest algorithm @--checksum=md5:abc'],
    [
      `ADD --checksum=sha256:${digits} git://a/b /`,
      `invalid checksum sha256:${digits} for Git URL, expected hex commit hash @--checksum=sha256:${digits}`,
    ],
    ['COPY <<E /x\n${X\nE', 'failed to process "${X": unsupported modifier (\\n) in substitution @<<E'],
    ['COPY <<E /x\na\n${{ github }} b\nE', 'failed to process "${{ github }} b": syntax error: bad substitution @<<E'],
    ["ADD <<E /x\n'${X^^}'\nE", `failed to process "'\${X^^}'": unsupported modifier (^) in substitution @<<E`],
    [
      "COPY <<A <<'B' /x/\n${X:=y}\nA\n${Y\nB",
      'failed to process "${X:=y}": unsupported modifier (:=) in substitution @<<A',
    ],
    ['RUN []', 'arguments are required @[]'],
    ['RUN --device= true', 'failed to parse csv devices: EOF @--device='],
  ])('%s', (line, problem) => {
    expect(problemsOf(`FROM a\n${line}\n`)).toEqual([`error: ${problem}`]);
  });
});

describe('BuildKit takes', () => {
  it.each([
    ...[
      '755',
      '00000755',
      '0',
      '7777',
      'u+x',
      '+x',
      'a+rX',
      'ugo=rwxXst',
      'u+rw,g=u,o=',
      '=rx',
      'u++x',
      'go=u-w',
      '-w',
    ].map((mode) => `COPY --chmod=${mode} a /`),
    'COPY --chmod= --chown= a /',
    'COPY --chmod=$MODE --chown=$OWNER --exclude=$[ a /',
    'COPY --exclude=*.md --exclude=!a.md --exclude=[a-z]* --exclude=[[]x a /',
    'COPY arr[[]0].txt a[b]c a[!b] a] /x/',
    'COPY HTTP://a https:/a ftp://a/b github.com/a/b a@b /x/',
    'COPY a${X:-[} /x',
    `ADD --checksum=sha256:${digits} https://a/b /x`,
    `ADD --checksum=sha512:${digits}${digits} ["http://a/b", "/x"]`,
    `ADD --checksum=${'a'.repeat(40)} https://github.com/a/b.git#v1 /x`,
    'ADD --checksum=$SUM a /x',
    'ADD --checksum=foo $URL /x',
    'ADD --checksum=foo https://a/$FILE /x',
    'ADD --checksum= a /x',
    'ADD https://a/b git@github.com:a/b /x/',
    'COPY <<E /x\nit\'s "${X:-\'}" $ $(a) $((1 + 1)) \\${Y `${Z}`\nE',
    'COPY <<"E" /x\n${X\nE',
    'RUN <<E\n${X\nE',
    'RUN [""]',
  ])('%s', (line) => {
    expect(problemsOf(`FROM a\n${line}\n`)).toEqual([]);
  });

  it('a backslash before a variable of a heredoc, whatever the escape directive says', () => {
    expect(problemsOf('# escape=`\nFROM a\nCOPY <<E /x\n\\${X\nE\n')).toEqual([]);
    expect(problemsOf('# escape=`\nFROM a\nCOPY <<E /x\n`${X^}\nE\n')).toEqual([
      'error: failed to process "`${X^}": unsupported modifier (^) in substitution @<<E',
    ]);
  });
});
