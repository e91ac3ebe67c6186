import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { lintBeside } from '../../src/lint/lint.ts';
import { openShellCheck } from '../../src/lint/shellcheck.ts';
import { shellScripts } from '../../src/lint/shell-scripts.ts';
import { factsOf } from '../support/rule-findings.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-shellcheck-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of that name on a PATH of its own: it keeps what it was given, and answers what it is told to. */
function standIn(script: string): Record<string, string> {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const program = path.join(bin, 'shellcheck');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return { PATH: `${bin}:/usr/bin:/bin`, OUT: folder };
}

function answering(...comments: readonly object[]): Record<string, string> {
  const answer = path.join(folder, 'answer.json');
  writeFileSync(answer, JSON.stringify({ comments }));
  return standIn(
    `echo "\${SHELLCHECK_OPTS-}$@" >>"$OUT/argv"; for n; do case $n in [0-9]*) cp "$n" "$OUT/script-$n";; esac; done; cat "$OUT/answer.json"; exit 1`,
  );
}

async function findings(dockerfile: string, environment: Record<string, string>, notes: string[] = []) {
  const facts = factsOf(dockerfile);
  const check = await openShellCheck({ environment, note: (line) => notes.push(line) });
  return lintBeside({ facts, rules: [] }, check(facts));
}

function shown({ check, severity, location }: Finding): string {
  return `${location?.line}:${location?.column}-${location?.endLine}:${location?.endColumn} ${severity} ${check}`;
}

const comment = {
  file: '0',
  line: 2,
  column: 6,
  endLine: 2,
  endColumn: 10,
  level: 'info',
  code: 2086,
  message: 'Quote it.',
};

describe('what ShellCheck is given', () => {
  it('is each RUN in shell form with the shell of its stage, and nothing of another interpreter', () => {
    const { scripts } = shellScripts(
      factsOf(
        [
          'FROM python:3.12-slim AS base',
          'RUN echo one',
          'RUN ["echo", "exec form"]',
          'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]',
          'RUN echo two',
          'FROM base',
          'RUN echo three',
          'SHELL ["powershell", "-Command"]',
          'RUN Write-Host four',
          'SHELL ["/bin/ash", "-c"]',
          'ONBUILD RUN echo five',
          'RUN <<EOF',
          '#!/usr/bin/env python3',
          'print(6)',
          'EOF',
          'RUN <<EOF',
          '#!/bin/bash -e',
          'echo seven',
          'EOF',
          '',
        ].join('\n'),
      ),
    );
    expect(scripts.map(({ header, body }) => header + body.text)).toEqual([
      '#!/bin/sh\necho one',
      '#!/bin/bash -eo pipefail\necho two',
      '#!/bin/bash -eo pipefail\necho three',
      '#!/bin/dash\necho five',
      '#!/bin/bash -e\n##/bin/bash -e\necho seven\n',
    ]);
  });

  it('has the variables of the Dockerfile that it names: set, and as several words where they are', () => {
    const {
      scripts: [first, second],
    } = shellScripts(
      factsOf(
        'ARG early=1\nFROM debian:12 AS base\nENV name=a words="b c"\nARG given\nRUN echo $name ${words} $given $other $http_proxy\nFROM base\nRUN echo $name $early\n',
      ),
    );
    expect(first?.header).toBe('#!/bin/sh\nexport name=x given=x http_proxy=x\nread -r words\n');
    expect(second?.header).toBe('#!/bin/sh\nexport name=x\n');
  });

  it('comes in one process for one Dockerfile, which reads no configuration of its own', async () => {
    const environment = { ...answering(), SHELLCHECK_OPTS: '--format=tty' };
    await findings('FROM debian:12\nRUN echo one\nRUN echo two\n', environment);
    expect(readFileSync(path.join(folder, 'argv'), 'utf8')).toBe(
      '--norc --format=json1 --exclude=SC1090,SC1091 -- 0 1\n',
    );
    expect(readFileSync(path.join(folder, 'script-1'), 'utf8')).toBe('#!/bin/sh\necho two\n');
  });

  it('is no text whose nesting would hold it up for minutes', () => {
    const nested = (depth: number): string =>
      `FROM debian:12\nRUN echo ${'$(echo '.repeat(depth)}x${')'.repeat(depth)}\n`;
    expect([8, 9].map((depth) => shellScripts(factsOf(nested(depth))).scripts.length)).toEqual([1, 0]);
  });

  it('is also what a heredoc hands to a shell that is started by name, in the dialect of that shell', () => {
    const { scripts } = shellScripts(
      factsOf(
        [
          'FROM debian:12',
          'ENV outer=1',
          'RUN set -e && bash -eso pipefail -- one <<-"EOF" && cat <<DATA',
          '\techo $outer $inner',
          '\tEOF',
          'echo $data',
          'DATA',
          'RUN here=1; sudo dash <<EOF',
          'echo $here \\$inside',
          'EOF',
          'RUN <<EOF',
          'ksh <<IN',
          'echo 1',
          'IN',
          'zsh <<IN',
          'echo 2',
          'IN',
          'EOF',
          "RUN cat <<'PIPED' | bash -e && echo 'no heredoc' | sh",
          'echo $outer',
          'PIPED',
          '',
        ].join('\n'),
      ),
    );
    expect(scripts.filter(({ isHanded }) => isHanded).map(({ header, body }) => header + body.text)).toEqual([
      '#!/bin/bash -eo pipefail\nexport outer=x\necho $outer $inner\n',
      '#!/bin/dash\nexport here=x inside=x\necho $here $inside\n',
      '#!/bin/ksh\necho 1\n',
      '#!/bin/bash -e\nexport outer=x\necho $outer\n',
    ]);
  });

  it('is not asked where no RUN has a shell text', async () => {
    await findings('FROM debian:12\nRUN ["true"]\n', answering());
    expect(existsSync(path.join(folder, 'argv'))).toBe(false);
  });
});

describe('what ShellCheck says', () => {
  it('stands under its own name at the very place, through continuations, comments and wide characters', async () => {
    const text = 'FROM debian:12\nRUN echo é𝒳 && \\\n    # why\n    echo $HOME\n';
    const { body } = shellScripts(factsOf(text)).scripts[0] ?? { body: { text: '' } };
    const column = Array.from(body.text.slice(0, body.text.indexOf('$HOME'))).length + 1;
    const { findings: found } = await findings(text, answering({ ...comment, column, endColumn: column + 5 }));
    expect(found).toEqual([
      {
        check: 'shellcheck/SC2086',
        aliases: ['SC2086'],
        severity: 'notice',
        title: 'Quote it',
        why: 'ShellCheck knows this as a place where the shell does other things than its author meant.',
        advice: 'Write what https://www.shellcheck.net/wiki/SC2086 shows.',
        location: { path: 'Dockerfile', line: 4, column: 10, endLine: 4, endColumn: 15 },
        evidence: [],
        status: 'suspected',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ]);
  });

  it('is never an error, and of one name at one instruction it is one finding with further places', async () => {
    const { findings: found } = await findings(
      'FROM debian:12\nRUN echo $abc $abc\n',
      answering(
        { ...comment, column: 11, endColumn: 15, level: 'error' },
        { ...comment, level: 'error' },
        { ...comment, code: 2154, level: 'warning' },
        { ...comment, code: 2006, level: 'style' },
      ),
    );
    expect(found.map(shown)).toEqual([
      '2:10-2:14 notice shellcheck/SC2006',
      '2:10-2:14 warning shellcheck/SC2086',
      '2:10-2:14 warning shellcheck/SC2154',
    ]);
    expect(found[1]?.evidence).toEqual([
      {
        kind: 'source',
        location: { path: 'Dockerfile', line: 2, column: 15, endLine: 2, endColumn: 19 },
        note: 'Quote it.',
      },
    ]);
  });

  it('is one finding of one name at one instruction, whether the shell or a shell in it reads the text', async () => {
    const { findings: found } = await findings(
      'FROM debian:12\nRUN echo $abc && bash <<"EOF"\necho $abc\nEOF\n',
      answering(comment, { ...comment, file: '1' }),
    );
    expect(found.map(shown)).toEqual(['2:10-2:14 notice shellcheck/SC2086']);
    expect(found[0]?.evidence).toMatchObject([{ location: { line: 3, column: 6, endColumn: 10 } }]);
  });

  it('is left out where it is said of the lines that stand before the text', async () => {
    const { findings: found } = await findings('FROM debian:12\nRUN echo $abc\n', answering({ ...comment, line: 1 }));
    expect(found).toEqual([]);
  });

  it.each(['SC2086', 'shellcheck/SC2086'])('is silenced by %s above the instruction, and by no other', async (id) => {
    const text = `FROM debian:12\n# hadolint ignore=SC1000\n# sea-trial ignore=${id} meant so\nRUN echo $abc\n`;
    const result = await findings(text, answering(comment, { ...comment, code: 2006 }));
    expect(result.findings.map(({ check }) => check)).toEqual(['shellcheck/SC2006']);
    expect(result.ignored.map(({ finding, reason }) => [finding.check, reason])).toEqual([
      ['shellcheck/SC2086', 'meant so'],
    ]);
  });
});

describe('where ShellCheck cannot help', () => {
  it('is told once that it is not there', async () => {
    const notes: string[] = [];
    const check = await openShellCheck({ environment: { PATH: folder }, note: (line) => notes.push(line) });
    const facts = factsOf('FROM debian:12\nRUN echo $abc\n');
    expect([await check(facts), await check(facts)]).toEqual([[], []]);
    expect(notes).toEqual([
      'shellcheck is not on PATH, so the shell text of RUN is not read as closely as it could be. Install it (apt-get install shellcheck), or write --shellcheck never.',
    ]);
  });

  it('is told once a file which text it is not given, for its nesting would hold it up for minutes', async () => {
    const deep = `RUN echo ${'$(echo '.repeat(9)}x${')'.repeat(9)}\n`;
    const notes: string[] = [];
    await findings(`FROM debian:12\n${deep}RUN true\n`, answering(), notes);
    await findings(
      `FROM debian:12\nRUN true\n${deep}${deep}USER 1\n${deep}`,
      { PATH: `${folder}/bin:/usr/bin:/bin`, OUT: folder },
      notes,
    );
    await findings(`FROM debian:12\n${deep}`, { PATH: `${folder}/bin:/usr/bin:/bin`, OUT: folder }, notes);
    expect(notes).toEqual([
      'Dockerfile:2: shellcheck is not given the shell text of this RUN, because it is nested deeper than 8 and would take minutes. Move it into a script.',
      'Dockerfile:3: shellcheck is not given the shell text of this RUN and of 2 others, because it is nested deeper than 8 and would take minutes. Move it into a script.',
      'Dockerfile:2: shellcheck is not given the shell text of this RUN, because it is nested deeper than 8 and would take minutes. Move it into a script.',
    ]);
    expect(readFileSync(path.join(folder, 'script-0'), 'utf8')).toBe('#!/bin/sh\ntrue\n');
  });

  it('is told what it said instead of an answer', async () => {
    const notes: string[] = [];
    const environment = standIn('echo "unrecognized option --norc" >&2; exit 3');
    expect((await findings('FROM debian:12\nRUN echo $abc\n', environment, notes)).findings).toEqual([]);
    expect(notes).toEqual([
      'shellcheck gave nothing that can be read: unrecognized option --norc. Install version 0.7 or newer, or write --shellcheck never.',
    ]);
  });
});

/** script/setup puts it on PATH. */
describe('the real shellcheck', () => {
  it('finds flaws at their places, knows the variables and the shell, and passes what is good', async () => {
    const text = [
      'FROM debian:12',
      'ENV known=1 words="a b"',
      'ARG from_outside',
      'RUN echo $known $from_outside $http_proxy && \\',
      '    # a comment between',
      '    echo é $unknown \\',
      '      && cp $words /tmp',
      'RUN <<EOF',
      'for name in *.txt; do',
      '\techo `date` "$name"',
      'done',
      'EOF',
      'RUN [[ -f /x ]] && true',
      'SHELL ["/bin/bash", "-c"]',
      'RUN [[ -f /x ]] && true',
      'RUN if true; then echo; ',
      '',
    ].join('\n');
    const notes: string[] = [];
    const { findings: found } = await findings(text, { PATH: process.env['PATH'] ?? '' }, notes);
    expect(notes).toEqual([]);
    expect(found.map(shown).filter((line) => /SC(?:2086|2154|2006|3010|1046|2162)$/.test(line))).toEqual([
      '6:12-6:20 notice shellcheck/SC2086',
      '6:12-6:20 warning shellcheck/SC2154',
      '10:7-10:13 notice shellcheck/SC2006',
      '13:5-13:16 warning shellcheck/SC3010',
      '16:5-16:5 warning shellcheck/SC1046',
    ]);
    expect(found.find(({ aliases }) => aliases.includes('SC2086'))?.evidence).toEqual([
      expect.objectContaining({
        location: { path: 'Dockerfile', line: 7, column: 13, endLine: 7, endColumn: 19 },
      }),
    ]);
  });

  it('reads what a heredoc hands to a shell, in the dialect of that shell and at its places', async () => {
    const text = [
      'FROM debian:12',
      '# hadolint shell=/bin/bash',
      'RUN [[ -f /x ]] && sh -e <<-"EOF"',
      '\techo $unknown',
      '\t[[ -f /x ]] && true',
      '\tEOF',
      'RUN here=$(date); bash <<EOF',
      'echo $here \\$HOME',
      'EOF',
      '',
    ].join('\n');
    const { findings: found } = await findings(text, { PATH: process.env['PATH'] ?? '' });
    expect(found.map(shown).filter((line) => /SC(?:2086|2154|3010|2034)$/.test(line))).toEqual([
      '4:7-4:15 notice shellcheck/SC2086',
      '4:7-4:15 warning shellcheck/SC2154',
      '5:2-5:13 warning shellcheck/SC3010',
    ]);
  });

  it('has nothing to say of the examples of this repository', async () => {
    const text = readFileSync(path.join(root, 'examples/uvicorn/Dockerfile'), 'utf8');
    expect((await findings(text, { PATH: process.env['PATH'] ?? '' })).findings).toEqual([]);
  });
});
