import { describe, expect, test } from 'vitest';
import { readServerCommand } from '../../src/servers/index.ts';
import type { Address, ServerCommand, Setting, Surroundings } from '../../src/servers/server.ts';
import { surroundings, wordsOf } from './words.ts';

/** What matters of a server command, in short: `host:port`, `=` behind a default, `?` for what only the run can tell. */
function read(line: string, around: Surroundings = surroundings()): Readonly<Record<string, unknown>> | undefined {
  const command = readServerCommand(wordsOf(line), around);
  return command === undefined ? undefined : summary(command);
}

function summary(command: ServerCommand): Readonly<Record<string, unknown>> {
  return {
    server: command.server,
    app: command.app?.text,
    at: command.addresses.map((address) => addressText(address)),
    workers: settingText(command.workers),
    reload: settingText(command.reload),
  };
}

function settingText(setting: Setting<unknown>): string {
  if (setting.kind === 'unknown') return '?';
  return setting.kind === 'default' ? `${String(setting.value)}=` : String(setting.value);
}

function addressText(address: Address): string {
  switch (address.kind) {
    case 'tcp':
      return `${settingText(address.host)}:${settingText(address.port)}`;
    case 'unix':
    case 'descriptor':
      return `${address.kind} ${address.name}`;
    case 'unknown':
      return '?';
  }
}

describe('uvicorn', () => {
  test('takes its defaults', () => {
    expect(read('uvicorn app:app')).toEqual({
      server: 'uvicorn',
      app: 'app:app',
      at: ['127.0.0.1=:8000='],
      workers: '1=',
      reload: 'false=',
    });
  });

  test('takes options before and behind the application, with and without an equals sign', () => {
    expect(read('/opt/venv/bin/uvicorn --host 0.0.0.0 --port=80 --reload app.main:api --workers 4')).toEqual({
      server: 'uvicorn',
      app: 'app.main:api',
      at: ['0.0.0.0:80'],
      workers: '4',
      reload: 'true',
    });
  });

  test('is a module of Python too', () => {
    expect(read('python3.12 -u -m uvicorn app:app --port 9000')?.['at']).toEqual(['127.0.0.1=:9000']);
    expect(read('python -X dev -W ignore -m uvicorn app:app')?.['server']).toBe('uvicorn');
    expect(read('python main.py')).toBeUndefined();
    expect(read('python -c uvicorn')).toBeUndefined();
  });

  test('reads variables where no option is given', () => {
    const around = surroundings({
      UVICORN_HOST: '0.0.0.0',
      UVICORN_PORT: '9000',
      WEB_CONCURRENCY: '3',
      UVICORN_RELOAD: 'true',
    });
    expect(read('uvicorn app:app --port 80', around)).toMatchObject({
      at: ['0.0.0.0:80'],
      workers: '3',
      reload: 'true',
    });
    expect(read('uvicorn', surroundings({ UVICORN_APP: 'a:b' }))?.['app']).toBe('a:b');
  });

  test('goes to a socket where it is told to', () => {
    expect(read('uvicorn app:app --uds /run/app.sock --host 0.0.0.0')?.['at']).toEqual(['unix /run/app.sock']);
    expect(read('uvicorn app:app --fd 3')?.['at']).toEqual(['descriptor 3']);
  });

  test('leaves open what a variable hides', () => {
    expect(read('uvicorn app:app --host $HOST --port 80')?.['at']).toEqual(['?:80']);
    expect(read('uvicorn app:app $OPTIONS')).toMatchObject({ at: ['?:?'], workers: '?', reload: '?' });
    expect(read('uvicorn app:app --port abc')?.['at']).toEqual(['127.0.0.1=:?']);
  });

  test('does not serve when it only prints something', () => {
    expect(read('uvicorn --version')).toBeUndefined();
  });

  test('names the place of the very value', () => {
    const command = readServerCommand(wordsOf('uvicorn app:app --host=127.0.0.1'), surroundings());
    const [address] = command?.addresses ?? [];
    expect(address?.kind === 'tcp' && address.host).toMatchObject({
      kind: 'given',
      source: { by: 'option', name: '--host', literal: true, location: { column: 24, endColumn: 33 } },
    });
  });
});

describe('fastapi', () => {
  test('runs on all addresses, and develops on the loopback address', () => {
    expect(read('fastapi run app/main.py')).toEqual({
      server: 'fastapi',
      app: 'app/main.py',
      at: ['0.0.0.0=:8000='],
      workers: '1=',
      reload: 'false=',
    });
    expect(read('fastapi dev')).toEqual({
      server: 'fastapi',
      app: undefined,
      at: ['127.0.0.1=:8000='],
      workers: '1=',
      reload: 'true=',
    });
    expect(read('fastapi dev --no-reload')?.['reload']).toBe('false');
  });

  test('reads PORT, and takes an import string by -e', () => {
    expect(read('fastapi run -e app.main:api', surroundings({ PORT: '80' }))).toMatchObject({
      app: 'app.main:api',
      at: ['0.0.0.0=:80'],
    });
  });

  test('does not serve with other words', () => {
    expect(read('fastapi --version')).toBeUndefined();
    expect(read('fastapi login')).toBeUndefined();
  });
});

describe('gunicorn', () => {
  test('takes short options, glued ones, abbreviations and several addresses', () => {
    expect(read('gunicorn -w4 -k uvicorn.workers.UvicornWorker -b 0.0.0.0:80 --bin=[::]:81 app:app')).toMatchObject({
      app: 'app:app',
      at: ['0.0.0.0:80', ':::81'],
      workers: '4',
    });
  });

  test('listens on PORT on all addresses where nothing else is said', () => {
    expect(read('gunicorn app:app')?.['at']).toEqual(['127.0.0.1=:8000=']);
    expect(read('gunicorn app:app', surroundings({ PORT: '5000' }))?.['at']).toEqual(['0.0.0.0=:5000']);
  });

  test('reads its file below the command line and above the variables', () => {
    const around = surroundings(
      { WEB_CONCURRENCY: '2' },
      { 'gunicorn.conf.py': 'bind = ["0.0.0.0:80", "unix:/run/g.sock"]\nworkers = 3  # three\nreload = DEBUG\n' },
    );
    expect(read('gunicorn app:app', around)).toMatchObject({
      at: ['0.0.0.0:80', 'unix /run/g.sock'],
      workers: '3',
      reload: '?',
    });
    expect(read('gunicorn app:app -w 5 -b :9000', around)).toMatchObject({ at: [':9000'], workers: '5' });
  });

  test('leaves open what a file that is not known may say', () => {
    expect(read('gunicorn -c /etc/gunicorn.py app:app --workers 2')).toMatchObject({
      at: ['?'],
      workers: '2',
      reload: '?',
    });
  });

  test('reads GUNICORN_CMD_ARGS', () => {
    const around = surroundings({ GUNICORN_CMD_ARGS: '--bind=127.0.0.1:9000 --workers 3' });
    expect(read('gunicorn app:app --workers 2', around)).toMatchObject({ at: ['127.0.0.1:9000'], workers: '2' });
  });

  test('takes a host without a port, and a port that is a variable', () => {
    expect(read('gunicorn app:app -b 0.0.0.0')?.['at']).toEqual(['0.0.0.0:8000=']);
    expect(read('gunicorn app:app -b 0.0.0.0:${PORT:-$OTHER}')?.['at']).toEqual(['0.0.0.0:?']);
    expect(read('gunicorn app:app -b $BIND')?.['at']).toEqual(['?:?']);
  });
});

describe('hypercorn', () => {
  test('takes several addresses and knows its default', () => {
    expect(read('hypercorn app:app')?.['at']).toEqual(['127.0.0.1=:8000=']);
    expect(read('hypercorn asgi:app.main:app -b 0.0.0.0:80 --insecure-bind 0.0.0.0:81 -w 2')).toMatchObject({
      app: 'app.main:app',
      at: ['0.0.0.0:80', '0.0.0.0:81'],
      workers: '2',
    });
  });

  test('leaves open what its file may say', () => {
    expect(read('hypercorn -c file:hypercorn.py app:app')).toMatchObject({ at: ['?'], workers: '?' });
    expect(read('hypercorn -c python:site.settings app:app -w 2')).toMatchObject({ at: ['?'], workers: '2' });
  });

  test('reads its file in TOML, and the command line goes before it', () => {
    const text = 'bind = ["0.0.0.0:9000", "unix:/run/h.sock"]\nworkers = 3\nuse_reloader = true\n';
    const around = surroundings({}, { 'hypercorn.toml': text });
    expect(read('hypercorn -c hypercorn.toml app:app', around)).toMatchObject({
      at: ['0.0.0.0:9000', 'unix /run/h.sock'],
      workers: '3',
      reload: 'true',
    });
    expect(read('hypercorn --config hypercorn.toml -b :80 -w 1 app:app', around)).toMatchObject({
      at: [':80'],
      workers: '1',
    });
  });
});

describe('granian', () => {
  test('reads options and variables', () => {
    expect(read('granian --interface asgi app:app --no-reload', surroundings({ GRANIAN_HOST: '0.0.0.0' }))).toEqual({
      server: 'granian',
      app: 'app:app',
      at: ['0.0.0.0:8000='],
      workers: '1=',
      reload: 'false',
    });
  });
});

test('other programs are no servers', () => {
  expect(read('nginx -g daemon')).toBeUndefined();
  expect(readServerCommand([], surroundings())).toBeUndefined();
});
