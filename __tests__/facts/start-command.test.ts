import { describe, expect, test } from 'vitest';
import type { Launcher } from '../../src/facts/launch.ts';
import { derive, textAt } from './derive.ts';

const base = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n';

/** The program and its arguments, as far as they are known. */
function started(instructions: string, files: Readonly<Record<string, string>> = {}): string | undefined {
  return derive(base + instructions, files)
    .startCommand?.words.map(({ text }) => text)
    .join(' ');
}

function launchers(instructions: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return (derive(base + instructions, files).startCommand?.launchers ?? []).map(described);
}

function described(launcher: Launcher): string {
  return launcher.kind === 'wrapper' ? launcher.name : `${launcher.shell} ${launcher.by} ${launcher.replaced}`;
}

describe('ENTRYPOINT and CMD', () => {
  test('stand together', () => {
    expect(started('ENTRYPOINT ["uvicorn"]\nCMD ["app:app", "--port", "80"]')).toBe('uvicorn app:app --port 80');
  });

  test('the last of each counts', () => {
    expect(started('CMD ["a"]\nCMD ["uvicorn", "b:b"]')).toBe('uvicorn b:b');
  });

  test('a shell-form ENTRYPOINT drops CMD', () => {
    expect(started('ENTRYPOINT exec uvicorn app:app\nCMD ["--port", "80"]')).toBe('uvicorn app:app');
  });

  test('an ENTRYPOINT forgets the CMD of a stage below, and not the one of its own stage', () => {
    const below = 'FROM python:3.12 AS base\nCMD ["uvicorn", "a:a"]\nFROM base\n';
    expect(derive(`${below}ENTRYPOINT ["gunicorn"]`).startCommand?.words.map(({ text }) => text)).toEqual(['gunicorn']);
    expect(started('CMD ["b:b"]\nENTRYPOINT ["uvicorn"]')).toBe('uvicorn b:b');
    expect(derive(below).startCommand?.server?.app?.text).toBe('a:a');
  });

  test('an empty ENTRYPOINT is none', () => {
    expect(started('ENTRYPOINT ["a"]\nENTRYPOINT []\nCMD ["uvicorn", "b:b"]')).toBe('uvicorn b:b');
  });

  test('nothing is known where the Dockerfile names nothing', () => {
    expect(derive(base).startCommand).toBeUndefined();
  });

  test('only the target counts', () => {
    const text = 'FROM python:3.12 AS a\nCMD ["uvicorn", "a:a"]\nFROM python:3.12 AS b\nCMD ["uvicorn", "b:b"]\n';
    expect(derive(text).startCommand?.server?.app?.text).toBe('b:b');
    expect(derive(text, {}, { target: 'A' }).startCommand?.server?.app?.text).toBe('a:a');
  });

  test('the instruction with the words is named', () => {
    const facts = derive(`${base}ENTRYPOINT ["tini", "--"]\nCMD exec uvicorn app:app`);
    expect(facts.startCommand?.instruction.keyword).toBe('CMD');
    const own = derive(`${base}ENTRYPOINT ["uvicorn"]\nCMD ["app:app"]`);
    expect(own.startCommand?.instruction.keyword).toBe('ENTRYPOINT');
  });
});

describe('wrappers are taken off', () => {
  test.each([
    ['["tini", "-g", "-p", "SIGTERM", "--", "uvicorn", "app:app"]', 'uvicorn app:app'],
    ['["/usr/bin/dumb-init", "-r", "15:2", "uvicorn", "app:app"]', 'uvicorn app:app'],
    ['["env", "-u", "X", "A=1", "uvicorn", "app:app"]', 'uvicorn app:app'],
    ['["uv", "run", "--no-sync", "--extra", "web", "uvicorn", "app:app"]', 'uvicorn app:app'],
    ['["uv", "run", "-m", "uvicorn", "app:app"]', 'uvicorn app:app'],
    ['["poetry", "run", "python", "-m", "uvicorn", "app:app"]', 'python -m uvicorn app:app'],
    ['["gosu", "app:app", "uvicorn", "app:app"]', 'uvicorn app:app'],
    [
      '["nice", "-n", "5", "opentelemetry-instrument", "--traces_exporter", "console", "fastapi", "run"]',
      'fastapi run',
    ],
    ['["wait-for-it.sh", "db:5432", "-t", "30", "--", "uvicorn", "app:app"]', 'uvicorn app:app'],
    ['["uv", "sync"]', 'uv sync'],
  ])('%s', (command, expected) => {
    expect(started(`CMD ${command}`)).toBe(expected);
  });

  test('what env sets is seen by the server', () => {
    const facts = derive(`${base}CMD ["env", "UVICORN_HOST=0.0.0.0", "uvicorn", "app:app"]`);
    expect(facts.startCommand?.server?.addresses).toMatchObject([
      { kind: 'tcp', host: { kind: 'given', value: '0.0.0.0' } },
    ]);
  });

  test('the user that gosu becomes is told', () => {
    expect(derive(`${base}CMD ["gosu", "app", "uvicorn", "a:a"]`).startCommand?.launchers).toMatchObject([
      { kind: 'wrapper', name: 'gosu', user: 'app' },
    ]);
  });
});

describe('shells', () => {
  test.each([
    ['CMD uvicorn app:app', 'uvicorn app:app', ['sh form no']],
    ['CMD exec uvicorn app:app', 'uvicorn app:app', ['sh form exec']],
    ['CMD ["sh", "-c", "cd /srv && exec uvicorn \\"app:app\\""]', 'uvicorn app:app', ['sh argument exec']],
    ['CMD ["bash", "-euo", "pipefail", "-c", "a; uvicorn app:app"]', 'uvicorn app:app', ['bash argument bash']],
    ['CMD ["/bin/sh", "-c", "uvicorn app:app | tee log"]', 'uvicorn app:app', ['sh argument no']],
    ['SHELL ["/bin/bash", "-c"]\nCMD uvicorn app:app', 'uvicorn app:app', ['bash form bash']],
    [
      'ENTRYPOINT ["sh", "-c", "exec \\"$@\\"", "--"]\nCMD ["uvicorn", "app:app"]',
      'uvicorn app:app',
      ['sh argument exec'],
    ],
    ['ENTRYPOINT ["tini", "--"]\nCMD uvicorn app:app', 'uvicorn app:app', ['tini', 'sh form no']],
    ['CMD sh -c "exec uvicorn app:app"', 'uvicorn app:app', ['sh form no', 'sh argument exec']],
  ])('%s', (instructions, words, expected) => {
    expect(started(instructions)).toBe(words);
    expect(launchers(instructions)).toEqual(expected);
  });

  test.each([
    'CMD uvicorn app:app &',
    'CMD uvicorn app:app || sleep 10',
    'CMD if true; then uvicorn app:app; fi',
    'CMD $SERVER app:app',
    'CMD ["sh", "-c", "$0 $@"]',
    'CMD echo "unterminated',
  ])('only the run can tell: %s', (instructions) => {
    expect(started(instructions)).toBe('');
  });

  test('variables of the image and of the text itself are known, others are not', () => {
    const text = `${base}ENV PORT=9000\nCMD HOST=0.0.0.0; exec uvicorn app:app --host $HOST --port \${PORT:-80} --workers $N`;
    const facts = derive(text);
    expect(facts.startCommand?.words.map(({ text: word, known }) => `${word} ${known}`)).toEqual([
      'uvicorn true',
      'app:app true',
      '--host true',
      '0.0.0.0 true',
      '--port true',
      '9000 true',
      '--workers true',
      '$N false',
    ]);
  });

  test('a cd moves the server', () => {
    expect(derive(`${base}CMD cd src && exec uvicorn app:app`).startCommand?.workdir).toBe('/app/src');
    expect(derive(`${base}CMD cd "$WHERE" && exec uvicorn app:app`).startCommand?.workdir).toBeUndefined();
  });

  test('places are exact inside of JSON strings with escapes and of continued lines', () => {
    const text = `${base}CMD ["sh", "-c", "LOG=\\"a\\" uvicorn 'app:app' --host 127.0.0.1"]\n`;
    const words = derive(text).startCommand?.words ?? [];
    expect(words.map(({ location }) => textAt(text, location))).toEqual(['uvicorn', 'app:app', '--host', '127.0.0.1']);
    const continued = `${base}CMD uvicorn \\\n  # a comment\n  app:app \\\n  --port 80\n`;
    const more = derive(continued).startCommand?.words ?? [];
    expect(more.map(({ location }) => textAt(continued, location))).toEqual(['uvicorn', 'app:app', '--port', '80']);
  });
});

describe('entrypoint scripts', () => {
  test('hand over to CMD', () => {
    const script = '#!/bin/sh\nset -e\nif [ "$1" = uvicorn ]; then\n  alembic upgrade head\nfi\nexec "$@"\n';
    const instructions = 'ENTRYPOINT ["./entrypoint.sh"]\nCMD ["uvicorn", "app:app"]';
    expect(started(instructions, { 'entrypoint.sh': script })).toBe('uvicorn app:app');
    expect(launchers(instructions, { 'entrypoint.sh': script })).toEqual(['sh script exec']);
  });

  test('start the server themselves, with words at their own places', () => {
    const script =
      '#!/usr/bin/env bash\nexport UVICORN_HOST=0.0.0.0\n: "${PORT:=9000}"\ncd /app/src\nuvicorn app:app --port "$PORT"\n';
    const facts = derive(`${base}CMD ["bash", "start.sh"]`, { 'start.sh': script });
    expect(facts.startCommand?.server).toMatchObject({
      app: { text: 'app:app', location: { path: 'start.sh', line: 5, column: 9 } },
      addresses: [{ host: { kind: 'given', value: '0.0.0.0' }, port: { kind: 'given', value: 9000 } }],
    });
    expect(facts.startCommand?.workdir).toBe('/app/src');
    expect(facts.startCommand?.launchers).toMatchObject([
      {
        by: 'script',
        shell: 'bash',
        replaced: 'no',
        path: 'start.sh',
        commandLocation: { path: 'start.sh', line: 5, column: 1 },
      },
    ]);
  });

  test('are found by their name on PATH', () => {
    const text = `${base}COPY run.sh /usr/local/bin/\nENTRYPOINT ["run.sh", "--reload"]`;
    const facts = derive(text, { 'run.sh': '#!/bin/sh\nshift\nexec uvicorn app:app "$@"\n' });
    expect(facts.startCommand?.words.map(({ text: word }) => word)).toEqual(['uvicorn', 'app:app']);
  });

  test('that read in another file leave open what the environment is', () => {
    const script = '#!/bin/sh\n. ./.env\nexec uvicorn app:app\n';
    const facts = derive(`${base}CMD ["./s.sh"]`, { 's.sh': script });
    expect(facts.startCommand?.server?.addresses).toMatchObject([
      { host: { kind: 'unknown' }, port: { kind: 'unknown' } },
    ]);
  });

  test('that are not in the context are the program', () => {
    expect(started('CMD ["./start.sh"]')).toBe('./start.sh');
  });

  test('that start themselves come to an end', () => {
    expect(started('CMD ["./s.sh"]', { 's.sh': '#!/bin/sh\nexec ./s.sh\n' })).toBe('');
  });
});
