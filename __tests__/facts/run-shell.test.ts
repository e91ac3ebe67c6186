import { describe, expect, test } from 'vitest';
import type { RunShell } from '../../src/facts/run-shell.ts';
import { derive, textAt } from './derive.ts';

function shellOf(run: string, before = ''): RunShell {
  const facts = derive(`FROM python:3.12-slim\nWORKDIR /srv\n${before}${run}`);
  const instruction = facts.dockerfile.instructions.at(-1);
  if (instruction === undefined) throw new Error('no instruction');
  return facts.shellOf(instruction);
}

function commandsOf(run: string, before?: string): readonly string[] {
  return shellOf(run, before).commands.map(({ words }) => words.map(({ text }) => text).join(' '));
}

describe('a shell that is started by name', () => {
  test('is followed into the text that it is handed, in single and in double quotes', () => {
    expect(commandsOf(`RUN bash -c 'apt-get update && apt-get install git'`)).toEqual([
      'bash -c apt-get update && apt-get install git',
      'apt-get update',
      'apt-get install git',
    ]);
    expect(commandsOf('RUN set -e; sudo /bin/sh -ec "pip install uvicorn; echo done" && ls').slice(1)).toEqual([
      '/bin/sh -ec pip install uvicorn; echo done',
      'pip install uvicorn',
      'echo done',
      'ls',
    ]);
    expect(commandsOf(`RUN sh -c "bash -c 'echo deep'"`).at(-1)).toBe('echo deep');
  });

  test('gives the places in the Dockerfile, through escapes and continuations', () => {
    const lines =
      'FROM python:3.12-slim\nRUN true && \\\n  bash -c "echo \\"a b\\" \\\n  && cd /x \\\n  && pip install y"';
    const { commands } = shellOf(lines.slice(lines.indexOf('RUN')));
    const places = commands.map(({ location }) =>
      textAt(`FROM python:3.12-slim\nWORKDIR /srv\n${lines.slice(lines.indexOf('RUN'))}`, location),
    );
    expect(places.slice(2)).toEqual(['echo \\"a b\\"', 'cd /x', 'pip install y']);
    expect(commands.at(-1)?.folder).toBe('/x');
    expect(commands.at(-1)?.words.map(({ text }) => text)).toEqual(['pip', 'install', 'y']);
  });

  test('has a folder and an environment of its own', () => {
    const { commands } = shellOf(`RUN export A=1 && B=2 bash -c 'cd in && C=3 echo $A$B' && pwd`);
    expect(commands.map(({ folder }) => folder)).toEqual(['/srv', '/srv', '/srv', '/srv/in', '/srv']);
    expect(commands[3]?.words.at(-1)?.text).toBe('12');
    expect(commands[3]?.environment.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(commands[4]?.environment.map(({ name }) => name)).toEqual(['A']);
  });

  test('is conditional where the shell is, and a pipeline of its own', () => {
    const { commands } = shellOf(`RUN true | true || bash -c 'a | b'`);
    expect(commands.map(({ conditional }) => conditional)).toEqual([false, false, true, true, true]);
    const [one, two, three, four, five] = commands.map(({ shell }) => shell?.pipeline);
    expect([one === two, four === five, new Set([one, three, four]).size]).toEqual([true, true, 3]);
  });

  test('is not told twice what the outer shell runs', () => {
    expect(commandsOf('RUN bash -c "$(curl https://example.org/install.sh)"')).toEqual([
      'bash -c $(curl https://example.org/install.sh)',
      '$(curl https://example.org/install.sh)',
      'curl https://example.org/install.sh',
    ]);
    expect(commandsOf("RUN bash -c '$(curl x)'")).toEqual(['bash -c $(curl x)', '$(curl x)', 'curl x']);
  });

  test('a script is no text, and what cannot be read is said', () => {
    expect(commandsOf('RUN bash install.sh')).toEqual(['bash install.sh']);
    expect(shellOf(`RUN bash -c $'echo \\n'`).readable).toBe(false);
    expect(shellOf(`RUN bash -c 'if true'`).readable).toBe(false);
    expect(shellOf(`RUN bash -c 'true'`).readable).toBe(true);
  });

  test('takes the exec form the same way', () => {
    expect(commandsOf(`RUN ["bash", "-c", "sh -c 'echo a' && echo b"]`)).toEqual(['sh -c echo a', 'echo a', 'echo b']);
  });
});

describe('a shell that is fed by a heredoc', () => {
  test.each([
    'bash <<EOF',
    '<<EOF bash',
    `sh -s <<'EOF'`,
    'sudo -E /bin/bash -e <<"EOF"',
    'bash -es -- one two <<-EOF',
    'bash - <<EOF',
    'bash /dev/stdin <<EOF',
    'true && bash -o pipefail <<EOF',
    'cat <<OTHER >/x && bash <<EOF\nrm /\nOTHER',
  ])('runs what stands in it: %s', (line) => {
    const heredoc = `RUN ${line}\n\tapt-get update\n\tcd /x && pip install \\\n  uvicorn\nEOF\n`;
    expect(commandsOf(heredoc).slice(-3)).toEqual(['apt-get update', 'cd /x', 'pip install uvicorn']);
    expect(shellOf(heredoc).readable).toBe(true);
  });

  test.each([
    'cat <<EOF',
    'bash setup.sh <<EOF',
    `bash -c 'cat' <<EOF`,
    'bash 3<<EOF',
    'bash <<EOF </dev/null',
    'python3 <<EOF',
  ])('is none where it is data of another program: %s', (line) => {
    expect(commandsOf(`RUN ${line}\napt-get update\nEOF\n`)).not.toContain('apt-get update');
  });

  test('gives the places in the Dockerfile, through tabs that are stripped and letters that are escaped', () => {
    const run = 'RUN set -e && bash -s <<-EOF\n\techo \\$HOME $A\n\t\tpip install \\\n\t  y\n\tEOF\n';
    const { commands } = shellOf(run);
    const text = `FROM python:3.12-slim\nWORKDIR /srv\n${run}`;
    expect(commands.slice(2).map(({ location }) => textAt(text, location))).toEqual([
      'echo \\$HOME $A',
      'pip install \\\n\t  y',
    ]);
    expect(commands.at(-1)?.words.map((word) => [word.text, textAt(text, word.location)])).toEqual([
      ['pip', 'pip'],
      ['install', 'install'],
      ['y', 'y'],
    ]);
  });

  test('has a folder and an environment of its own, and is as conditional as the shell', () => {
    const { commands } = shellOf(`RUN export A=1 && cd in && B=2 bash <<'EOF' || exit\ncd deeper\necho $A$B\nEOF\n`);
    const echo = commands.find(({ words }) => words[0]?.text === 'echo');
    expect([echo?.words[1]?.text, echo?.folder, echo?.conditional]).toEqual(['12', '/srv/in/deeper', false]);
    expect(commands.find(({ words }) => words[0]?.text === 'exit')?.folder).toBe('/srv/in');
    const perhaps = shellOf('RUN a || bash <<EOF\nb | c\nEOF\n').commands;
    expect(perhaps.map(({ conditional }) => conditional)).toEqual([false, true, true, true]);
    expect(new Set(perhaps.map(({ shell }) => shell?.pipeline)).size).toBe(3);
  });

  test('is not told twice what the outer shell runs, and knows a shell in it', () => {
    expect(commandsOf('RUN bash <<EOF\necho $(date)\nsh -c "make all"\nEOF\n')).toEqual([
      'bash',
      'echo $(date)',
      'sh -c make all',
      'make all',
      'date',
    ]);
    expect(commandsOf('RUN <<EOF\nbash -e <<IN\nmake\nIN\nEOF\n')).toEqual(['bash -e', 'make']);
  });

  test('is not read where it is no shell text', () => {
    expect(shellOf('RUN bash <<EOF\nif true; then\nEOF\n').readable).toBe(false);
  });
});
