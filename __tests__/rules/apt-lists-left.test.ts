import { describe, expect, test } from 'vitest';
import { aptListsLeft as rule } from '../../src/rules/apt-lists-left.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const run = (text: string): string => `FROM python:3.12-slim\nRUN ${text}\n`;

test.each([
  ['rm of the folder', 'apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists'],
  ['rm with a slash', 'apt-get update && apt-get install -y git && rm -r /var/lib/apt/lists/ -f'],
  ['rm among others', 'apt-get update && apt-get install -y git && rm -rf /tmp/* /var/lib/apt/lists/* /var/tmp/*'],
  ['a folder above', 'apt-get update && apt-get install -y git; rm -rf /var/lib/apt'],
  ['in braces', 'apt-get update && apt-get install -y git && rm -rf /var/lib/{apt,dpkg,cache,log}/'],
  ['from inside', 'apt-get update && apt-get install -y git && cd /var/lib/apt/lists && rm -rf *'],
  ['by find', 'apt-get update && apt-get install -y git && find /var/lib/apt/lists -type f -delete'],
  ['by apt itself', 'apt-get update && apt-get install -y git && apt-get distclean'],
  ['through a variable', 'L=/var/lib/apt/lists; apt-get update && apt-get install -y git && rm -rf "$L"/*'],
  ['in a tmpfs', '--mount=type=tmpfs,target=/var/lib/apt apt-get update && apt-get install -y git'],
  ['in a heredoc', '<<EOF\napt-get update\napt-get install -y git\nrm -rf /var/lib/apt/lists/*\nEOF'],
  ['no update at all', 'apt-get install -y git'],
  ['a word that is no command', 'echo apt-get update'],
])('is silent: %s', (_, text) => {
  expect(findingsOf(rule, run(text))).toEqual([]);
});

test.each([
  ['rm before the last update', 'rm -rf /var/lib/apt/lists/* && apt-get update', 'apt-get update'],
  ['rm of something else', 'apt-get update && rm -rf /var/cache/apt/archives/*', 'apt-get update'],
  ['rm of another list', 'apt-get update && rm -rf /var/lib/apt/listsold', 'apt-get update'],
  ['apt', 'apt update && apt install -y git', 'apt update'],
  ['autoclean', 'apt-get -qq update && apt-get autoclean', 'apt-get -qq update'],
  ['in a condition', 'if true; then apt-get update; fi', 'apt-get update'],
  ['a cache mount of another folder', '--mount=type=cache,target=/var/cache/apt apt-get update', 'apt-get update'],
  ['in the exec form', '["apt-get", "update"]', 'RUN ["apt-get", "update"]'],
])('flags: %s', (_, text, marked) => {
  expect(markedBy(rule, run(text))).toEqual([marked]);
});

describe('the place', () => {
  test('is the command inside a long RUN, not its first line', () => {
    const text =
      'FROM debian:12-slim\nRUN set -eux; \\\n    # first\n    apt-get update; \\\n    apt-get install -y git\n';
    expect(findingsOf(rule, text)[0]?.location).toEqual({
      path: 'Dockerfile',
      line: 4,
      column: 5,
      endLine: 4,
      endColumn: 19,
    });
  });

  test('is in the stage that the image is built on', () => {
    const text = 'FROM python:3.12-slim AS base\nRUN apt-get update\nFROM base\nCOPY app.py .\n';
    expect(markedBy(rule, text)).toEqual(['apt-get update']);
  });
});

const mended = (text: string): string =>
  mendedBy(rule, run(text))['Dockerfile']?.slice('FROM python:3.12-slim\nRUN '.length) ?? '';

describe('the fix', () => {
  test.each([
    ['one line', 'apt-get update', 'apt-get update && rm -rf /var/lib/apt/lists/*\n'],
    [
      'operators at the end of the line',
      'apt-get update && \\\n    apt-get install -y git',
      'apt-get update && \\\n    apt-get install -y git && \\\n    rm -rf /var/lib/apt/lists/*\n',
    ],
    [
      'semicolons',
      'set -e; \\\n\tapt-get update; \\\n\tapt-get install -y git;',
      'set -e; \\\n\tapt-get update; \\\n\tapt-get install -y git \\\n\t&& rm -rf /var/lib/apt/lists/*;\n',
    ],
    [
      'comments behind the last command',
      'apt-get update \\\n && apt-get install -y git \\\n # the end',
      'apt-get update \\\n && apt-get install -y git \\\n && rm -rf /var/lib/apt/lists/* \\\n # the end\n',
    ],
    [
      'an escaped semicolon',
      'apt-get update && find /x -exec touch {} \\;',
      'apt-get update && find /x -exec touch {} \\; && rm -rf /var/lib/apt/lists/*\n',
    ],
    ['sudo', 'sudo apt-get update', 'sudo apt-get update && sudo rm -rf /var/lib/apt/lists/*\n'],
    [
      'a heredoc that does not stop at errors still fails where the installation does',
      '<<EOF\napt-get update\napt-get install -y git\nEOF',
      '<<EOF\napt-get update\napt-get install -y git \\\n  && rm -rf /var/lib/apt/lists/*\nEOF\n',
    ],
    [
      'a heredoc with tabs',
      '<<-EOF\n\tset -eu\n\tapt-get update\n\t# the end\nEOF',
      '<<-EOF\n\tset -eu\n\tapt-get update\n\trm -rf /var/lib/apt/lists/*\n\t# the end\nEOF\n',
    ],
  ])('joins in the style of the RUN: %s', (_, text, expected) => {
    expect(mended(text)).toBe(expected);
    expect(findingsOf(rule, run(expected.trimEnd()))).toEqual([]);
  });

  test.each([
    ['a shell comment would swallow it', 'apt-get update && apt-get install -y git # tools'],
    ['a command in the background', 'apt-get update &'],
    ['the exec form', '["apt-get", "update"]'],
    ['a heredoc that is the input of a command', 'apt-get update && cat <<EOF >/x\nhello\nEOF'],
  ])('is not offered: %s', (_, text) => {
    expect(findingsOf(rule, run(text)).map(({ fix }) => fix)).toEqual([undefined]);
  });

  test('keeps the line breaks of the file', () => {
    const text = 'FROM python:3.12-slim\r\nRUN apt-get update \\\r\n    && apt-get install -y git\r\n';
    expect(mendedBy(rule, text)['Dockerfile']).toBe(
      'FROM python:3.12-slim\r\nRUN apt-get update \\\r\n    && apt-get install -y git \\\r\n    && rm -rf /var/lib/apt/lists/*\r\n',
    );
  });

  test('uses the escape character in force', () => {
    const text = '# escape=`\nFROM python:3.12-slim\nRUN apt-get update `\n  && apt-get install -y git\n';
    expect(mendedBy(rule, text)['Dockerfile']).toBe(
      '# escape=`\nFROM python:3.12-slim\nRUN apt-get update `\n  && apt-get install -y git `\n  && rm -rf /var/lib/apt/lists/*\n',
    );
  });

  test('is safe where nobody needs the lists any more', () => {
    const text = `${run('apt-get update')}RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n`;
    expect(findingsOf(rule, text).map(({ fix }) => fix?.safety)).toEqual(['safe']);
  });

  test('is unsafe where a later RUN installs from these lists, and lets that one fetch its own', () => {
    const text = `${run('apt-get update')}RUN apt-get install -y git\n`;
    expect(findingsOf(rule, text).map(({ fix }) => fix?.safety)).toEqual(['unsafe']);
    expect(mendedBy(rule, text)['Dockerfile']).toBe(
      'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y git\n',
    );
  });

  test('is unsafe where a stage on top installs from these lists', () => {
    const text = 'FROM python:3.12-slim AS base\nRUN apt-get update && true\nFROM base\nRUN apt-get install -y git\n';
    expect(findingsOf(rule, text).map(({ fix }) => fix?.safety)).toEqual(['unsafe']);
  });
});

describe('the packages that were fetched', () => {
  const clean = 'rm -f /etc/apt/apt.conf.d/docker-clean';
  const install = '--mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y git';

  test.each([
    ['what deletes them was not removed', run(install)],
    ['they are in a mount too', run(`${clean}\nRUN --mount=type=tmpfs,target=/var/cache/apt ${install}`)],
    ['they are deleted', run(`${clean}\nRUN ${install} && apt-get clean`)],
    ['they are removed', run(`${clean}\nRUN ${install} && rm -rf /var/cache/apt/*`)],
    ['it was removed in a stage that this one is not built on', `FROM a:1\nRUN ${clean}\n${run(install)}`],
    ['it was removed for images built on this one', run(`true\nONBUILD RUN ${clean}\nRUN ${install}`)],
    ['nothing is installed', run(`${clean}\nRUN --mount=type=cache,target=/var/lib/apt apt-get update`)],
  ])('are not told of where %s', (_, text) => {
    expect(findingsOf(rule, text)).toEqual([]);
  });

  test.each([
    ['before', run(`${clean}\nRUN ${install}`)],
    ['in the same RUN', run(install.replace('apt-get update', `${clean} && apt-get update`))],
    ['in a stage below', `FROM a:1 AS base\nRUN ${clean}\nFROM base\nRUN ${install}\n`],
    ['by an ONBUILD before', run(`true\nONBUILD RUN ${clean}\nONBUILD RUN ${install}`)],
    [
      'and they are deleted too early',
      run(`${clean}\nRUN ${install.replace('apt-get up', 'apt-get clean; apt-get up')}`),
    ],
    ['and `autoclean` leaves them', run(`${clean}\nRUN ${install} && apt-get autoclean`)],
  ])('are told of where what deletes them was removed %s', (_, text) => {
    expect(markedBy(rule, text)).toEqual(['apt-get install -y git']);
  });
});

test('ONBUILD is told of in any stage: it runs in builds that are built on that one', () => {
  const text = 'FROM a:1 AS base\nONBUILD RUN apt-get update\nFROM b:1\nRUN true\n';
  expect(markedBy(rule, text)).toEqual(['apt-get update']);
});
