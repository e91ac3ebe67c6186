import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/facts/context.ts';
import { exposes } from '../../src/facts/exposed-ports.ts';
import { derive, textAt } from './derive.ts';

describe('stages', () => {
  const text = `ARG BASE=python:3.12-slim
FROM $BASE AS Base
FROM base AS builder
RUN pip wheel .
FROM alpine AS unused
RUN true
FROM base
COPY --from=builder /wheels /wheels
RUN --mount=type=bind,from=0,target=/x true
`;

  test('know what they are built from, whatever the case', () => {
    const { stages } = derive(text);
    expect(stages.map(({ name, base }) => [name, base.kind === 'stage' ? base.stage.index : base.kind])).toEqual([
      ['base', 'image'],
      ['builder', 0],
      ['unused', 'image'],
      [undefined, 0],
    ]);
    expect(stages[0]?.base).toMatchObject({ text: 'python:3.12-slim', reference: { tag: '3.12-slim' } });
  });

  test('are in the image, or built for it, or neither', () => {
    const { graph, stages } = derive(text);
    expect(stages.filter((stage) => graph.inImage.has(stage)).map(({ index }) => index)).toEqual([0, 3]);
    expect(stages.filter((stage) => graph.used.has(stage)).map(({ index }) => index)).toEqual([0, 1, 3]);
  });

  test('take another base by a build argument', () => {
    const facts = derive(text, {}, { buildArguments: { BASE: 'debian:12' } });
    expect(facts.stages[0]?.base).toMatchObject({ text: 'debian:12' });
    expect(derive('ARG BASE\nFROM $BASE').stages[0]?.base).toEqual({ kind: 'unknown', text: '$BASE' });
  });

  test('a text without FROM is one stage', () => {
    const facts = derive('RUN true\nCMD ["uvicorn", "a:a"]');
    expect(facts.stages.length).toBe(1);
    expect(facts.startCommand?.server?.app?.text).toBe('a:a');
  });

  test('only a stage above can be copied from; a later one of that name is an image', () => {
    const { graph, stages } = derive('FROM python:3.12 AS a\nCOPY --from=b /x /x\nFROM python:3.12 AS b\n');
    const [first, second] = stages;
    expect(first === undefined ? undefined : graph.stageNamed('b', first)).toBeUndefined();
    expect(second === undefined ? undefined : graph.stageNamed('A', second)).toBe(first);
  });

  test('a target that is not there is none', () => {
    expect(derive(text, {}, { target: 'nowhere' }).target).toBeUndefined();
  });
});

describe('the state at an instruction', () => {
  const text = `ARG GLOBAL=g
FROM python:3.12 AS base
ARG GLOBAL
ARG LATER
ENV A=1 B=$A C="\${GLOBAL}/x" D=$LATER
ENV B=$A
WORKDIR /srv
SHELL ["/bin/bash", "-c"]
USER app
FROM base
WORKDIR sub
RUN true
ENV A=2
USER $WHO
`;
  const facts = derive(text);
  const last = facts.finalState;
  const run = facts.dockerfile.instructions.find(({ keyword }) => keyword === 'RUN');
  const atRun = run === undefined ? undefined : facts.stateAt(run);

  test('sees what stands before it, through the stages', () => {
    expect(atRun?.environment('A')?.text).toBe('1');
    expect(last?.environment('A')?.text).toBe('2');
    expect(atRun?.workdir).toMatchObject({ known: true, text: '/srv/sub' });
    expect(atRun?.user).toMatchObject({ known: true, text: 'app' });
    expect(atRun?.shell.words).toEqual(['/bin/bash', '-c']);
  });

  test('one ENV does not see itself, the next does', () => {
    expect(last?.environment('B')).toMatchObject({ known: true, text: '1' });
  });

  test('ARG is seen while building and not by the container', () => {
    expect(last?.environment('C')).toMatchObject({ known: true, text: 'g/x' });
    expect(last?.environment('GLOBAL')).toBeUndefined();
    expect(last?.environment('D')?.known).toBe(false);
    expect(derive(text, {}, { buildArguments: { LATER: 'x' } }).finalState?.environment('D')?.text).toBe('x');
  });

  test('what only the build can tell is unknown', () => {
    expect(last?.user.known).toBe(false);
    expect(last?.environment('PATH')?.known).toBe(false);
  });

  test('a value has its own place, without its quotes', () => {
    const quoted = 'FROM python:3.12\nENV A="0.0.0.0" B=x\n';
    const value = derive(quoted).finalState?.environment('A');
    expect(value).toMatchObject({ literal: true, text: '0.0.0.0' });
    expect(value === undefined ? '' : textAt(quoted, value.location)).toBe('0.0.0.0');
  });

  test('user and folder of an image that nobody knows are unknown', () => {
    const state = derive('FROM registry.example.com/python:3.12\nWORKDIR app\n').finalState;
    expect([state?.user.known, state?.workdir.known]).toEqual([false, false]);
  });
});

describe('exposed ports', () => {
  test('are read with protocol, range and variable', () => {
    const { exposed } = derive('FROM python:3.12\nENV P=80\nEXPOSE 8000-8002 $P/udp 443/tcp\n');
    expect(exposed.ports.map(({ first, last, protocol }) => [first, last, protocol])).toEqual([
      [8000, 8002, 'tcp'],
      [80, 80, 'udp'],
      [443, 443, 'tcp'],
    ]);
    expect([8001, 80, 443].map((port) => exposes(exposed, port))).toEqual([true, false, true]);
  });

  test('are incomplete where only the build can tell', () => {
    expect(derive('FROM python:3.12\nEXPOSE $PORT\n').exposed).toEqual({ ports: [], incomplete: true });
  });
});

describe('the commands of a RUN', () => {
  const commands = (text: string): unknown => {
    const facts = derive(`FROM python:3.12\nENV V=1\nWORKDIR /w\n${text}\n`);
    const run = facts.dockerfile.instructions.findLast(({ keyword }) => keyword === 'RUN');
    const shell = run === undefined ? undefined : facts.shellOf(run);
    return shell?.readable === true
      ? shell.commands.map(({ words, folder, conditional }) =>
          [words.map((word) => word.text).join(' '), folder ?? '?', conditional ? 'perhaps' : ''].join(' | ').trim(),
        )
      : 'not readable';
  };

  test('follow cd, and leave a subshell as they came', () => {
    expect(commands('RUN (cd a && one) && two && cd /b && three')).toEqual([
      'cd a | /w |',
      'one | /w/a |',
      'two | /w |',
      'cd /b | /w |',
      'three | /b |',
    ]);
    expect(commands('RUN cd $WHERE && one')).toEqual(['cd $WHERE | /w |', 'one | ? |']);
  });

  test('may not run inside of if and behind ||', () => {
    expect(commands('RUN a || b; if c; then d; fi && e')).toEqual([
      'a | /w |',
      'b | /w | perhaps',
      'c | /w |',
      'd | /w | perhaps',
      'e | /w |',
    ]);
  });

  test('are without what only starts them, and with the variables that are known', () => {
    expect(commands('RUN sudo -E env A=1 pip install x==$V && exec time -p make $N')).toEqual([
      'pip install x==1 | /w |',
      'make $N | /w |',
    ]);
  });

  test('stand in heredocs and behind bash -c too', () => {
    expect(commands('RUN <<EOF\none\ntwo\nEOF')).toEqual(['one | /w |', 'two | /w |']);
    expect(commands('RUN ["bash", "-c", "one && two"]')).toEqual(['one | /w |', 'two | /w |']);
    expect(commands('RUN ["one", "&&"]')).toEqual(['one && | /w |']);
  });

  test('are not known where another interpreter runs them', () => {
    expect(commands('SHELL ["powershell", "-Command"]\nRUN Write-Host x')).toBe('not readable');
    expect(commands('RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF')).toBe('not readable');
  });
});

describe('files of the image', () => {
  const files = {
    'app/main.py': '',
    'app/__init__.py': '',
    'README.md': '',
    'secret.py': '',
    'a.txt': '',
    '.dockerignore': 'secret.py\n',
  };

  test.each([
    ['COPY . .', '/app/app/main.py', 'app/main.py'],
    ['COPY app .', '/app/main.py', 'app/main.py'],
    ['COPY app/main.py server.py', '/app/server.py', 'app/main.py'],
    ['COPY app/main.py /srv/', '/srv/main.py', 'app/main.py'],
    ['COPY ["app", "/srv"]', '/srv/main.py', 'app/main.py'],
    ['COPY *.txt *.md ./', '/app/a.txt', 'a.txt'],
    ['COPY --parents app/main.py /srv/', '/srv/app/main.py', 'app/main.py'],
    ['WORKDIR /x\nADD ./app/ pkg', '/x/pkg/main.py', 'app/main.py'],
    ['ENV D=/data\nCOPY app $D', '/data/main.py', 'app/main.py'],
  ])('%s', (instructions, inImage, inRepository) => {
    const { imageFiles } = derive(`FROM python:3.12\nWORKDIR /app\n${instructions}\n`, files);
    expect(imageFiles?.repositoryPath(inImage)).toBe(inRepository);
    expect(imageFiles?.imagePaths(inRepository)).toContain(inImage);
  });

  test('are not what lies deeper than a wildcard reaches', () => {
    const { imageFiles } = derive('FROM python:3.12\nCOPY *.py /app/\n', { 'a.py': '', 'sub/b.py': '' });
    expect([imageFiles?.repositoryPath('/app/a.py'), imageFiles?.repositoryPath('/app/b.py')]).toEqual([
      'a.py',
      undefined,
    ]);
  });

  test('go through another stage, by its name and by its number', () => {
    const text = 'FROM python:3.12 AS build\nCOPY app /src/app\nFROM python:3.12\nCOPY --from=build /src /code\n';
    expect(derive(text, files).imageFiles?.repositoryPath('/code/app/main.py')).toBe('app/main.py');
    expect(derive(text.replace('=build', '=0'), files).imageFiles?.imagePath('app/main.py')).toBe('/code/app/main.py');
  });

  test('are not those that are ignored, excluded or covered by a later COPY', () => {
    const { imageFiles } = derive('FROM python:3.12\nCOPY . /app\nCOPY app/main.py /app/a.txt\n', files);
    expect(imageFiles?.repositoryPath('/app/secret.py')).toBeUndefined();
    expect(imageFiles?.repositoryPath('/app/a.txt')).toBe('app/main.py');
    expect(imageFiles?.imagePaths('a.txt')).toEqual([]);
    const excluded = derive('FROM python:3.12\nCOPY --exclude=*.md . /app\n', files).imageFiles;
    expect(excluded?.repositoryPath('/app/README.md')).toBeUndefined();
  });

  test('may be more where something comes from elsewhere', () => {
    const hold = (instruction: string): boolean | undefined =>
      derive(`FROM python:3.12\n${instruction}\n`, files).imageFiles?.mayHoldMore('/app');
    expect(hold('COPY app /app')).toBe(false);
    expect(hold('COPY --from=other /x /app')).toBe(true);
    expect(hold('COPY --from=ghcr.io/astral-sh/uv /uv /bin/')).toBe(false);
    expect(hold('ADD https://example.com/x.tar.gz /app/')).toBe(true);
    expect(hold('COPY $WHAT /app')).toBe(true);
  });

  test('a chain of stages that each copy twice from the one before comes to an end', () => {
    const stages = Array.from(
      { length: 60 },
      (_, index) => `FROM python:3.12 AS s${index + 1}\nCOPY --from=s${index} /a /a\nCOPY --from=s${index} /a /a\n`,
    );
    const { imageFiles } = derive(`FROM python:3.12 AS s0\nCOPY app /b\n${stages.join('')}`, files);
    expect(imageFiles?.repositoryPath('/a/main.py')).toBeUndefined();
    expect(imageFiles?.mayHoldMore('/a')).toBe(true);
  });
});

describe('a context in memory', () => {
  test('does not list what a walk would not enter', () => {
    const context = contextOf({
      'a.py': '',
      '.git/HEAD': '',
      'web/node_modules/x/y.js': '',
      'venv/pyvenv.cfg': '',
      'venv/lib/z.py': '',
    });
    expect(context.listing).toEqual({
      files: ['a.py'],
      unvisited: ['.git', 'venv', 'web/node_modules'],
      truncated: false,
    });
    expect(context.kindOf('venv/lib')).toBe('folder');
    expect(context.kindOf('a.py')).toBe('file');
    expect(context.kindOf('b.py')).toBeUndefined();
  });

  test("the Dockerfile's own ignore file goes before the context's", () => {
    const context = contextOf(
      { '.dockerignore': 'a', 'x/Dockerfile.dockerignore': 'b' },
      { dockerfile: 'x/Dockerfile' },
    );
    expect([context.isIgnored('a'), context.isIgnored('b')]).toEqual([false, true]);
  });

  test('keeps what was read, and nothing outside of it', () => {
    const context = contextOf({ 'a.py': 'x', 'b.py': 'y' });
    expect([context.readText('a.py'), context.readText('../a.py'), context.readText('/a.py')]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
    expect(context.filesRead()).toEqual([{ path: 'a.py', text: 'x' }]);
  });
});
