import { expect, test } from 'vitest';
import { serverComplaint } from '../../../src/symptoms/start/server-complaint.ts';

test.each([
  ["Error: No such option '--prot'. (Did you mean one of: '--host', '--port'?)", '--prot', ['--host', '--port']],
  ['Error: No such option: --prot (Possible options: --host, --port)', '--prot', ['--host', '--port']],
  ['Error: No such option: --prot', '--prot', []],
  ["Error: No such option '--host 0.0.0.0'. (Did you mean '--host'?)", '--host 0.0.0.0', ['--host']],
  ['hypercorn: error: unrecognized arguments: --bnid 0.0.0.0:8000', '--bnid', []],
])('an unknown option is read from: %s', (line, option, offered) => {
  expect(serverComplaint([line])).toEqual({ kind: 'unknown-option', option, offered, line });
});

test.each([
  ["Error: Invalid value for '--port': '$PORT' is not a valid integer.", '--port', '$PORT', []],
  ["Error: Invalid value for '--loop': 'x' is not one of 'auto', 'asyncio'.", '--loop', 'x', ['auto', 'asyncio']],
  ["gunicorn: error: argument -w/--workers: invalid int value: '$WORKERS'", '--workers', '$WORKERS', []],
  ["daphne: error: argument -p/--port: invalid int value: 'http'", '--port', 'http', []],
])('a value that is not taken is read from: %s', (line, option, value, offered) => {
  expect(serverComplaint([line])).toEqual({ kind: 'bad-value', option, value, offered, line });
});

test('a box of typer is read as one line', () => {
  const log = [
    'Usage: fastapi run [OPTIONS] [path]',
    '╭─ Error ──────────────────────────────────────────────────────────────────────╮',
    "│ Invalid value for '--port' (env var: 'PORT'): Input should be a valid        │",
    '│ integer, unable to parse string as an integer                                │',
    '╰──────────────────────────────────────────────────────────────────────────────╯',
  ];
  expect(serverComplaint(log)).toEqual({
    kind: 'bad-value',
    option: '--port',
    offered: [],
    line: "Invalid value for '--port' (env var: 'PORT'): Input should be a valid integer, unable to parse string as an integer",
  });
});

test('arguments too many are told from options that are unknown', () => {
  expect(serverComplaint(['hypercorn: error: unrecognized arguments: hypercorn app:app'])?.kind).toBe('extra');
  expect(serverComplaint(['Error: Got unexpected extra argument(s) (fastapi run app.py)'])).toMatchObject({
    words: ['fastapi', 'run', 'app.py'],
  });
});

test.each([
  "Error: Missing argument 'APP'.",
  'daphne: error: the following arguments are required: application',
  'Error: No application module specified.',
])('an application that is not named is read from: %s', (line) => {
  expect(serverComplaint([line])?.kind).toBe('no-application');
});

test.each([
  "Error: Invalid value for '--env-file': Path '.env' does not exist.",
  'INFO:     Application startup complete.',
  'ValueError: invalid literal for int()',
])('this is no complaint about an option: %s', (line) => {
  expect(serverComplaint([line])).toBeUndefined();
});
