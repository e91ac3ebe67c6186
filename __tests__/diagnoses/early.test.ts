import { describe, expect, test } from 'vitest';
import type { RecordedRun } from '../../src/diagnoses/diagnosis.ts';
import { diagnoseEarly } from '../../src/diagnoses/diagnose.ts';
import { importTraceback, lifespanTraceback, servedBy, workerTraceback } from '../../src/diagnoses/example.ts';
import { observe } from '../support/observation.ts';

const files = { 'requirements.txt': 'fastapi==0.165.0\nuvicorn==0.54.0\n' };
const running = (port: number, host = '0.0.0.0'): string =>
  `INFO:     Uvicorn running on http://${host}:${port} (Press CTRL+C to quit)`;

function early(command: string, saw: RecordedRun): string | undefined {
  const { observation, facts } = observe({ dockerfile: servedBy(command), files, saw: { ended: 'decided', ...saw } });
  return diagnoseEarly({ observation, facts })?.check;
}

/** What it says at each of these milliseconds after the start. */
function over(command: string, saw: RecordedRun, moments: readonly number[]): readonly (string | undefined)[] {
  return moments.map((waitedMs) => early(command, { ...saw, waitedMs }));
}

describe('loopback-host', () => {
  test('on the asked port it is certain after 0.3 s', () => {
    const saw = { listening: ['1000@127.0.0.1:8000'] };
    expect(over('["uvicorn", "app:app"]', saw, [1_000, 1_299, 1_300, 9_000])).toEqual([
      undefined,
      undefined,
      'loopback-host',
      'loopback-host',
    ]);
  });

  test('on another port it is certain after 1.5 s, and only where the log announces it', () => {
    const saw = { listening: ['1000@127.0.0.1:9000'], log: [running(9000, '127.0.0.1')] };
    expect(over('["uvicorn", "app:app", "--port", "9000"]', saw, [2_499, 2_500])).toEqual([undefined, 'loopback-host']);
    expect(over('["uvicorn", "app:app"]', { listening: ['1000@127.0.0.1:5678'] }, [2_500, 59_000])).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('a second socket on the wildcard takes it back', () => {
    const saw = { listening: ['1000@127.0.0.1:8000', '1200@0.0.0.0:8000'] };
    expect(over('["uvicorn", "app:app"]', saw, [1_300, 5_000])).toEqual([undefined, undefined]);
  });
});

describe('port-mismatch', () => {
  test('a port that the command line names is certain after 1 s', () => {
    const saw = { listening: ['1000@0.0.0.0:9000'] };
    const command = '["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]';
    expect(over(command, saw, [1_999, 2_000])).toEqual([undefined, 'port-mismatch']);
  });

  test('a port that only the log of an unknown command announces is certain after 2.5 s', () => {
    const saw = { listening: ['1000@0.0.0.0:9000'], log: [running(9000)] };
    expect(over('["python", "server.py"]', saw, [3_499, 3_500])).toEqual([undefined, 'port-mismatch']);
  });

  test('a port that nobody announces is certain when nothing has changed for 10 s', () => {
    const saw = { listening: ['1000@0.0.0.0:9000'], log: ['loading'], lastLineAtMs: 4_000 };
    expect(over('["./serve"]', saw, [11_000, 13_999, 14_000])).toEqual([undefined, undefined, 'port-mismatch']);
  });

  test('a metrics port is never judged while the command line promises the asked one', () => {
    const command = '["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]';
    const saw = { listening: ['300@0.0.0.0:9000'], log: ['INFO:     Started server process [1]'] };
    expect(over(command, saw, [1_000, 12_000, 59_000])).toEqual([undefined, undefined, undefined]);
  });

  test('a loopback listener on the asked port is another cause', () => {
    const saw = { listening: ['1000@127.0.0.1:8000', '1000@0.0.0.0:9000'] };
    expect(early('["./serve"]', { ...saw, waitedMs: 20_000 })).toBe('loopback-host');
  });
});

describe('workers that crash', () => {
  const end = [
    '  File "/app/app.py", line 3, in <module>',
    '    import httpx',
    "ModuleNotFoundError: No module named 'httpx'",
  ];
  const four = '["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]';
  const refused = [
    '  File "/app/app.py", line 9, in lifespan',
    '    connect()',
    'ConnectionRefusedError: [Errno 111] Connection refused',
  ];

  test('what every worker dies of is certain when none is left', () => {
    expect(early(four, { log: crashes(3, end) })).toBeUndefined();
    expect(early(four, { log: crashes(4, end) })).toBe('missing-requirement');
  });

  test('a service that is not up yet gets a second round', () => {
    expect(early(four, { log: crashes(4, refused) })).toBeUndefined();
    expect(early(four, { log: crashes(8, refused) })).toBe('backing-service-unreachable');
  });

  test('workers that die without a word are certain after two rounds', () => {
    expect(early(four, { log: died(7) })).toBeUndefined();
    expect(early(four, { log: died(8) })).toBe('worker-crash-loop');
  });

  test('a number of workers that only the run knows takes more deaths', () => {
    const command = '["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --workers $WORKERS"]';
    expect(early(command, { log: crashes(4, end) })).toBeUndefined();
    expect(early(command, { log: crashes(8, end) })).toBe('missing-requirement');
  });

  test('tracebacks that an application logs itself are no crash, however many', () => {
    const logged = ['ERROR:root:ujson is not there', 'Traceback (most recent call last):', ...end];
    const log = Array.from({ length: 40 }, () => logged).flat();
    expect(early(four, { log, waitedMs: 59_000 })).toBeUndefined();
    expect(early('["uvicorn", "app:app", "--host", "0.0.0.0"]', { log, waitedMs: 59_000 })).toBeUndefined();
  });

  test('a shell that starts the server again and again is a loop too', () => {
    const command = '["sh", "-c", "while true; do uvicorn app:app; done"]';
    const log = Array.from({ length: 8 }, () => importTraceback(...end)).flat();
    expect(early(command, { log })).toBe('missing-requirement');
  });

  test('a lifespan that fails in every worker is the start that failed', () => {
    const log = Array.from({ length: 4 }, () =>
      lifespanTraceback('  File "/app/app.py", line 9, in lifespan', '    read()', 'RuntimeError: no ships'),
    ).flat();
    expect(early(four, { log })).toBe('startup-failed');
    expect(early(four, { log: log.slice(0, log.length / 4) })).toBeUndefined();
  });
});

test('a reloader waits for ever once its only worker has died', () => {
  const command = '["uvicorn", "mian:app", "--host", "0.0.0.0", "--reload"]';
  const log = [
    'INFO:     Started reloader process [1] using StatReload',
    'ERROR:    Error loading ASGI app. Could not import module "mian".',
  ];
  expect(early(command, { log })).toBe('app-module-not-found');
  expect(early(command, { log: log.slice(0, 1) })).toBeUndefined();
});

test('what a step before the server says of missing files decides nothing', () => {
  const log = [
    "python: can't open file '/app/migrate.py': [Errno 2] No such file or directory",
    'sh: 1: pg_isready: not found',
  ];
  const command = '["sh", "-c", "python migrate.py; pg_isready; exec uvicorn app:app --host 0.0.0.0"]';
  expect(early(command, { log, waitedMs: 30_000 })).toBeUndefined();
});

test('a wait for the database that is written as a loop decides nothing', () => {
  const log = Array.from({ length: 20 }, () => [
    'Traceback (most recent call last):',
    '  File "/usr/local/bin/alembic", line 8, in <module>',
    '    sys.exit(main())',
    'ConnectionRefusedError: [Errno 111] Connection refused',
  ]).flat();
  const command = '["sh", "-c", "until alembic upgrade head; do sleep 1; done; exec uvicorn app:app --host 0.0.0.0"]';
  expect(early(command, { log, waitedMs: 20_000 })).toBeUndefined();
});

test('nothing is decided of a container that has only begun', () => {
  expect(early('["uvicorn", "app:app", "--host", "0.0.0.0"]', { log: [], waitedMs: 30_000 })).toBeUndefined();
});

test('asking costs little, however long the log is', () => {
  const log = Array.from({ length: 200_000 }, (_, index) => `INFO: line ${index} Traceback (most recent call last):`);
  const seen = observe({
    dockerfile: servedBy('["./serve"]'),
    files,
    saw: { log, waitedMs: 30_000, ended: 'decided' },
  });
  const before = performance.now();
  expect(diagnoseEarly(seen)).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(1_000);
});

function crashes(count: number, end: readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, index) => workerTraceback(index + 1, ...end)).flat();
}

function died(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `INFO:     Child process [${index + 8}] died`);
}
