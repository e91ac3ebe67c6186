import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/grammar-problems.ts';

const hexadecimal = 'a'.repeat(64);

describe('BuildKit refuses', () => {
  it.each([
    [
      'FROM A\n',
      'failed to parse stage name "A": invalid reference format: repository name (library/A) must be lowercase @A',
    ],
    [
      'FROM "B"\n',
      'failed to parse stage name "B": invalid reference format: repository name (library/B) must be lowercase @"B"',
    ],
    [
      'FROM localhost:5000/Foo:1\n',
      'failed to parse stage name "localhost:5000/Foo:1": invalid reference format: repository name (Foo) must be lowercase @localhost:5000/Foo:1',
    ],
    [
      'FROM a AS Base\nFROM Base\n',
      'failed to parse stage name "Base": invalid reference format: repository name (library/Base) must be lowercase @Base',
    ],
    ['FROM a..b\n', 'failed to parse stage name "a..b": invalid reference format @a..b'],
    [
      `FROM ${hexadecimal}\n`,
      `failed to parse stage name "${hexadecimal}": invalid repository name (${hexadecimal}), cannot specify 64-byte hexadecimal strings @${hexadecimal}`,
    ],
    [
      `FROM docker.io/library/${'b'.repeat(248)}\n`,
      `failed to parse stage name "docker.io/library/${'b'.repeat(248)}": repository name must not be more than 255 characters @docker.io/library/${'b'.repeat(248)}`,
    ],
    [
      `FROM a@sha256:${'a'.repeat(63)}\n`,
      `failed to parse stage name "a@sha256:${'a'.repeat(63)}": invalid checksum digest length @a@sha256:${'a'.repeat(63)}`,
    ],
    [
      `FROM a@md5:${'a'.repeat(32)}\n`,
      `failed to parse stage name "a@md5:${'a'.repeat(32)}": unsupported digest algorithm @a@md5:${'a'.repeat(32)}`,
    ],
    ['FROM ""\n', 'base name ("") should not be blank @""'],
    ['FROM ${X}\n', 'base name (${X}) should not be blank @${X}'],
    ['FROM $X$HTTP_PROXY\n', 'base name ($X$HTTP_PROXY) should not be blank @$X$HTTP_PROXY'],
    ['FROM $X:1\n', 'failed to parse stage name ":1": invalid reference format @$X:1'],
    ['FROM a\nARG X=b\nFROM $X\n', 'base name ($X) should not be blank @$X'],
    ['FROM ${X:?none}\n', 'failed to process "${X:?none}": X: none @${X:?none}'],
    ['ARG A=${B:?none} B\nFROM a\n', 'failed to process "${B:?none}": B: none @${B:?none}'],
    [
      'FROM --platform=nonsense a\n',
      'failed to parse platform nonsense: "nonsense": unknown operating system or architecture @--platform=nonsense',
    ],
    [
      'FROM --platform=linux/* a\n',
      'failed to parse platform linux/*: "linux/*": wildcards not yet supported @--platform=linux/*',
    ],
    [
      'FROM --platform=linux/ a\n',
      'failed to parse platform linux/: "linux/": "" is an invalid component @--platform=linux/',
    ],
    [
      'FROM --platform=/amd64 a\n',
      'failed to parse platform /amd64: "/amd64": "" is an invalid OS component @--platform=/amd64',
    ],
    [
      'FROM --platform=a/b/c/d a\n',
      'failed to parse platform a/b/c/d: "a/b/c/d": cannot parse platform specifier @--platform=a/b/c/d',
    ],
    [
      'FROM --platform=linux/$X a\n',
      'failed to parse platform linux/$X: "linux/": "" is an invalid component @--platform=linux/$X',
    ],
    ['FROM --platform=$X a\n', 'empty platform value from expression $X @--platform=$X'],
    ['FROM --platform=${ a\n', `failed to process "\${": syntax error: missing '}' @--platform=\${`],
    ['FROM a AS b..c\n', 'invalid context name b..c: invalid reference format @b..c'],
    ['FROM a AS B-\n', 'invalid context name b-: invalid reference format @B-'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([`error: ${problem}`]);
  });
});

describe('BuildKit takes', () => {
  it.each([
    'ARG X\nFROM $X\n',
    'ARG X\nFROM ${X:?none}\n',
    'ARG X\nFROM ${X#x}\n',
    'ARG X=Python\nFROM ${X}\n',
    'ARG B\nARG A=${B:?none}\nFROM a\n',
    'ARG A=${TARGETOS:?none}\nFROM a-$TARGETARCH\n',
    'FROM ${X:-scratch}\n',
    'FROM a${X}\n',
    'FROM "a" AS b.c\nFROM "b.c"\n',
    'FROM FOO/bar\n',
    'FROM Registry:5000/a\n',
    `FROM a@sha512:${hexadecimal}${hexadecimal}\n`,
    `FROM ${hexadecimal}:1\n`,
    `FROM docker.io/library/${'b'.repeat(247)}\n`,
    'FROM --platform= a\n',
    'ARG X\nFROM --platform=$X a\n',
    'FROM --platform=$TARGETOS/$BUILDARCH a\n',
    ...[
      'linux',
      'amd64',
      'x86_64',
      'LINUX/AMD64',
      'foo/bar',
      'linux/arm/v7',
      'armhf',
      'macos',
      'wasm',
      'windows(10.0.1)/amd64',
    ].map((platform) => `FROM --platform=${platform} a\n`),
    'FROM a AS A\nFROM b\nCOPY --from=A /x /y\n',
  ])('%j', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});
