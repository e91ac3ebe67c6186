import { describe, expect, test } from 'vitest';
import { addInsteadOfCopy } from '../../src/rules/add-instead-of-copy.ts';
import { copiedArchive } from '../../src/rules/copied-archive.ts';
import { copyFromItself } from '../../src/rules/copy-from-itself.ts';
import { destinationWithoutSlash } from '../../src/rules/destination-without-slash.ts';
import { missingWorkdir } from '../../src/rules/missing-workdir.ts';
import { unknownStage } from '../../src/rules/unknown-stage.ts';
import { wholeFileSystemCopied } from '../../src/rules/whole-file-system-copied.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

describe('ADD', () => {
  test.each([
    'rootfs.tar',
    'rootfs.tar.zst',
    'rootfs.TGZ',
    '"rootfs.txz"',
    'https://example.com/a',
    'ssh://git@example.com/a.git',
    'git@example.com:a.git',
  ])('is right for %s', (source) => {
    expect(findingsOf(addInsteadOfCopy, `FROM debian:12\nADD ${source} /srv/\n`)).toEqual([]);
  });

  test('becomes COPY in its own letters, and nothing else changes', () => {
    expect(
      mendedBy(addInsteadOfCopy, 'FROM debian:12\r\n  add --link \\\r\n  a.py \\\r\n  # why\r\n  /srv/\r\n'),
    ).toEqual({
      Dockerfile: 'FROM debian:12\r\n  copy --link \\\r\n  a.py \\\r\n  # why\r\n  /srv/\r\n',
    });
  });

  test('stays where a flag is only its own', () => {
    const text = 'FROM debian:12\nADD --keep-git-dir=true a.py /srv/\n';
    expect(markedBy(addInsteadOfCopy, text)).toEqual(['ADD']);
    expect(mendedBy(addInsteadOfCopy, text)).toEqual({ Dockerfile: text });
    expect(findingsOf(addInsteadOfCopy, 'FROM debian:12\nADD --unpack=true a.bin /srv/\n')).toEqual([]);
  });

  test('is mended safely only where no pattern may reach an archive', () => {
    const safety = (source: string): unknown =>
      findingsOf(addInsteadOfCopy, `FROM debian:12\nADD ${source} /srv/\n`)[0]?.fix?.safety;
    expect([safety('.'), safety('*.py'), safety('a.py')]).toEqual(['safe', 'unsafe', 'safe']);
  });

  test('takes a heredoc as a plain file', () => {
    expect(mendedBy(addInsteadOfCopy, 'FROM debian:12\nADD <<EOF /srv/a\nADD x y\nEOF\n')).toEqual({
      Dockerfile: 'FROM debian:12\nCOPY <<EOF /srv/a\nADD x y\nEOF\n',
    });
  });
});

describe('an archive', () => {
  test('is marked where it is copied, and the tar inside of a long RUN is its place', () => {
    const text = 'FROM debian:12\nCOPY a.txt b.tgz /srv/\nRUN true && \\\n    tar --extract --file=/srv/b.tgz\n';
    expect(markedBy(copiedArchive, text)).toEqual(['b.tgz']);
    expect(findingsOf(copiedArchive, text)).toMatchObject([{ evidence: [{ location: { line: 4 } }] }]);
  });

  test('is told of once, however often it is unpacked', () => {
    const text = 'FROM debian:12\nCOPY b.tgz /srv/\nRUN tar xf /srv/b.tgz\nRUN tar xf /srv/b.tgz\n';
    expect(findingsOf(copiedArchive, text)).toHaveLength(1);
  });

  test.each([
    ['before it is copied', 'RUN tar xf /srv/b.tgz\nCOPY b.tgz /srv/\n'],
    ['in another stage', 'COPY b.tgz /srv/\nFROM debian:12\nRUN tar xf /srv/b.tgz\n'],
    ['by a program that ADD does not stand in for', 'COPY b.zip /srv/\nRUN unzip /srv/b.zip\n'],
    ['and is another one', 'COPY b.tgz /srv/\nRUN tar xf /srv/c.tgz\n'],
  ])('is none of our business when it is unpacked %s', (_, lines) => {
    expect(findingsOf(copiedArchive, `FROM debian:12\n${lines}`)).toEqual([]);
  });
});

describe('a destination of several sources', () => {
  test.each([
    ['a b "/srv/c"', 'a b "/srv/c/"'],
    ['a b $HOME', 'a b $HOME/'],
    ['["a", "b", "c"]', '["a", "b", "c/"]'],
    ['a b \\\n  c # d', 'a b \\\n  c # d/'],
  ])('gets its slash: %s', (before, after) => {
    const head = 'FROM debian:12\nENV HOME=/root\nCOPY ';
    expect(mendedBy(destinationWithoutSlash, `${head}${before}\n`)).toEqual({ Dockerfile: `${head}${after}\n` });
  });

  test.each(['a b .', 'a b ./', 'a b ..', 'a b /srv/.', 'a b $UNSET', 'a b', '["a", "b/"]'])(
    'is a folder for certain, or not known: %s',
    (words) => {
      expect(findingsOf(destinationWithoutSlash, `FROM debian:12\nCOPY ${words}\n`)).toEqual([]);
    },
  );

  test('is the same flaw in ADD, which hadolint has no number for', () => {
    expect(findingsOf(destinationWithoutSlash, 'FROM debian:12\nADD a b c\n')).toMatchObject([{ aliases: [] }]);
  });
});

describe('--from', () => {
  test.each(['builder', '7', '1'])('%s names no earlier stage', (name) => {
    const text = `FROM debian:12 AS build\nFROM debian:12\nCOPY --from=${name} a /b\n`;
    expect([...markedBy(unknownStage, text), ...markedBy(copyFromItself, text)]).toEqual([`--from=${name}`]);
  });

  test.each(['build', 'BUILD', '0', 'nginx:1', 'example/tool', '$STAGE'])('%s may stand', (name) => {
    const text = `FROM debian:12 AS build\nFROM debian:12\nCOPY --from=${name} a /b\n`;
    expect([...findingsOf(unknownStage, text), ...findingsOf(copyFromItself, text)]).toEqual([]);
  });

  test.each([
    ['7', 'error', 'no stage is named `7`'],
    ['-1', 'error', 'no stage is named `-1`'],
    ['builder', 'warning', 'no stage is named `builder`'],
    ['later', 'error', 'the stage `later` comes only later'],
    ['2', 'error', 'the stage `2` comes only later'],
  ])('%s is told as %s', (name, severity, title) => {
    const text = `FROM debian:12 AS build\nFROM debian:12 AS use\nCOPY --from=${name} a /b\nFROM debian:12 AS later\nFROM use\n`;
    expect(findingsOf(unknownStage, text)).toMatchObject([{ severity, title }]);
  });

  test('a stage that comes later is no error where nothing that is built asks for it', () => {
    const text = 'FROM debian:12\nCOPY --from=later a /b\nFROM debian:12 AS later\n';
    expect(findingsOf(unknownStage, text)).toMatchObject([{ severity: 'warning' }]);
  });

  test.each(['1', '01', '+1', 'Web'])('%s is the stage itself', (name) => {
    const text = `FROM debian:12 AS build\nFROM debian:12 AS web\nCOPY --from=${name} a /b\n`;
    expect(markedBy(copyFromItself, text)).toEqual([`--from=${name}`]);
    expect(findingsOf(unknownStage, text)).toEqual([]);
  });

  test('an earlier stage of the same name is not itself', () => {
    const text = 'FROM debian:12 AS app\nFROM debian:12 AS web\nCOPY --from=app a /b\n';
    expect(findingsOf(copyFromItself, text)).toEqual([]);
    expect(markedBy(copyFromItself, 'FROM debian:12 AS App\nCOPY --from=app a /b\n')).toEqual(['--from=app']);
  });

  test('the whole file system is told of under any spelling, an image included', () => {
    const text = 'FROM debian:12\nWORKDIR /\nCOPY --from=nginx:1 //. .\n';
    expect(markedBy(wholeFileSystemCopied, text)).toEqual(['//.']);
    expect(findingsOf(wholeFileSystemCopied, 'FROM debian:12\nCOPY / /\n')).toEqual([]);
  });
});

describe('a relative destination without WORKDIR', () => {
  test('answers to DL3045 for COPY, not for ADD', () => {
    const aliases = (lines: string): unknown =>
      findingsOf(missingWorkdir, `FROM debian:12\n${lines}`).map((finding) => finding.aliases);
    expect([aliases('COPY a b\n'), aliases('ADD a b\n'), aliases('ADD a b\nCOPY a b\n')]).toEqual([
      [['DL3045']],
      [[]],
      [['DL3045']],
    ]);
  });

  test('on an unknown base image is a notice at the first, the others beside it', () => {
    const text = 'FROM registry.example.com/base:1\nCOPY a b\nCOPY c /d\nONBUILD COPY e f\nWORKDIR /srv\nCOPY g h\n';
    expect(findingsOf(missingWorkdir, text)).toMatchObject([
      { severity: 'notice', location: { line: 2, column: 8 }, evidence: [{ location: { line: 4, column: 16 } }] },
    ]);
  });
});
