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
    const set = (index: number): readonly (string | undefined)[] =>
      ['A', 'B', 'C'].map((name) => commands[index]?.environment(name)?.text);
    expect([set(0), set(1), set(3), set(4)]).toEqual([
      [undefined, undefined, undefined],
      ['1', '2', undefined],
      ['1', '2', '3'],
      ['1', undefined, undefined],
    ]);
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

describe('a shell that reads what stands in the Dockerfile in another way', () => {
  test.each([
    `bash <<< "apt-get update; pip install x"`,
    `true && bash -e <<<'apt-get update; pip install x'`,
    `echo 'apt-get update; pip install x' | sh`,
    `echo -n "apt-get update; pip install x" | sudo bash -s -- one`,
    `printf 'apt-get update; pip install x' |& bash`,
    `cat <<< 'apt-get update; pip install x' | bash`,
    `eval "apt-get update; pip install x"`,
    `a | b ; echo 'apt-get update; pip install x' | sh | tee log`,
  ])('runs a text in quotes: %s', (line) => {
    expect(commandsOf(`RUN ${line}`)).toEqual(expect.arrayContaining(['apt-get update', 'pip install x']));
    expect(shellOf(`RUN ${line}`).readable).toBe(true);
  });

  test.each(['cat <<EOF | bash', 'cat <<"EOF" | sh -ex', 'cat - <<-EOF | sudo bash', '<<EOF cat | bash -s one'])(
    'runs a heredoc that is written to it: %s',
    (line) => {
      const heredoc = `RUN ${line}\n\tapt-get update\n\tpip install x\nEOF\n`;
      expect(commandsOf(heredoc).slice(-2)).toEqual(['apt-get update', 'pip install x']);
    },
  );

  test.each([
    `echo 'pip install x' >file | sh`,
    `echo 'pip install x' | sh </dev/null`,
    `echo 'pip install x' | sh install.sh`,
    `echo 'pip install x' | tee file | sh`,
    `echo 'pip install x' ; sh`,
    `echo 'pip install x' || sh`,
    `cat file <<< 'pip install x' | sh`,
    `echo a 'pip install x' | sh`,
    `echo pip install x | sh`,
    `echo -e 'pip install x' | sh`,
    `printf '%s' 'pip install x' | sh`,
    `echo 'pip install x' | (cat; sh)`,
    `eval pip install x`,
    `bash <<< pip`,
    `bash <<< "$(cat pip)"`,
    `bash 3<<< "pip install x"`,
  ])('says nothing where it is not known what is run: %s', (line) => {
    expect(commandsOf(`RUN ${line}`)).not.toContain('pip install x');
  });

  test('cannot be read where shells differ in what is written', () => {
    expect(shellOf(`RUN echo 'pip install x\\ty' | sh`).readable).toBe(false);
    expect(shellOf(`RUN printf 'pip %s' | sh`).readable).toBe(false);
  });

  test('gives the places in the Dockerfile', () => {
    const run = `RUN echo "a b" \\\n  && echo 'c d; \\\n  e f' | sh && bash <<< "g \\"h i\\""`;
    const { commands } = shellOf(run);
    const text = `FROM python:3.12-slim\nWORKDIR /srv\n${run}`;
    expect(commands.map(({ location }) => textAt(text, location))).toEqual([
      'echo "a b"',
      "echo 'c d; \\\n  e f'",
      'sh',
      'c d',
      'e f',
      'bash <<< "g \\"h i\\""',
      'g \\"h i\\"',
    ]);
  });

  test('is a shell of its own, but for `eval`, which may change the folder', () => {
    const piped = shellOf(`RUN echo 'cd /x && a | b' | sh && pwd`).commands;
    expect(piped.map(({ folder }) => folder)).toEqual(['/srv', '/srv', '/srv', '/x', '/x', '/srv']);
    expect(piped.map(({ isHanded }) => isHanded === true)).toEqual([false, false, true, true, true, false]);
    const evaluated = shellOf(`RUN eval 'cd /x && a' && pwd`).commands;
    expect(evaluated.map(({ folder }) => folder)).toEqual(['/srv', '/srv', '/x', undefined]);
    expect(evaluated.map(({ isHanded }) => isHanded)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('what `xargs` starts', () => {
  test.each([
    ['cat list | xargs apt-get install -y', 'apt-get install -y $@'],
    ['xargs -n 1 -P4 --no-run-if-empty pip install <list', 'pip install $@'],
    ['xargs -a list -- sudo apt-get install', 'apt-get install $@'],
    ['sudo xargs -I{} gem install {} --no-document', 'gem install $@ --no-document'],
    [`ls | xargs -I % sh -c 'pip install %'`, 'sh -c pip install $@'],
    ['xargs <list', 'xargs'],
    ['xargs $OPTIONS pip install <list', 'xargs $OPTIONS pip install'],
  ])('is a command that gets more words than stand there: %s', (line, command) => {
    const { commands } = shellOf(`RUN ${line}`);
    const last = commands.at(-1);
    expect(last?.words.map(({ text }) => text).join(' ')).toBe(command);
    expect(last?.conditional).toBe(line.includes('--no-run-if-empty'));
  });

  test('is not known in the words that it reads', () => {
    const [command] = shellOf('RUN xargs -I{} gem install {} --no-document').commands;
    expect(command?.words.map(({ known }) => known)).toEqual([true, true, false, true]);
  });
});
