import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTracebacks } from '../../src/traceback/read.ts';
import { chainOf, headlineOf, innermost, isForeign, ownFrame, type Traceback } from '../../src/traceback/traceback.ts';

const worker = [
  'Traceback (most recent call last):',
  '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
  '    self.run()',
  '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py", line 19, in import_from_string',
  '    module = importlib.import_module(module_str)',
  '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
  '  File "/app/app.py", line 3, in <module>',
  '    import httpx',
  "ModuleNotFoundError: No module named 'httpx'",
];

const whole: Traceback = {
  frames: [
    {
      file: '/usr/lib/python3.11/multiprocessing/process.py',
      line: 314,
      function: '_bootstrap',
      source: 'self.run()',
    },
    {
      file: '/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py',
      line: 19,
      function: 'import_from_string',
      source: 'module = importlib.import_module(module_str)',
    },
    { file: '<frozen importlib._bootstrap>', line: 241, function: '_call_with_frames_removed' },
    { file: '/app/app.py', line: 3, function: '<module>', source: 'import httpx' },
  ],
  exception: 'ModuleNotFoundError',
  message: "No module named 'httpx'",
  detail: [],
  members: [],
  firstLine: 0,
  lastLine: 9,
};

test('a plain traceback is read whole', () => {
  expect(readTracebacks(worker)).toEqual([whole]);
});

test('lines around it, colours and Windows line ends do not disturb', () => {
  const log = ['INFO:     Started parent process [1]', 'Process SpawnProcess-1:', ...worker, 'INFO:     bye'].map(
    (line) => (line.includes('File') ? `\u001B[35m${line}\u001B[0m\r` : `${line}\r`),
  );
  expect(readTracebacks(log)).toEqual([{ ...whole, firstLine: 2, lastLine: 11 }]);
});

test.each(['web.1  | ', '12:00:01 api[7]: ', '2026-11-24T09:00:00Z '])('each line bears the prefix %j', (prefix) => {
  expect(readTracebacks(worker.map((line) => prefix + line))).toEqual([whole]);
});

test('a prefix that counts the time is the same prefix', () => {
  const log = worker.map((line, index) => `09:00:${String(index).padStart(2, '0')} web | ${line}`);
  expect(readTracebacks(log)).toEqual([whole]);
});

test('a traceback that is cut off is left out, and the next one is read', () => {
  expect(readTracebacks([...worker.slice(0, 6), ...worker])).toEqual([{ ...whole, firstLine: 6, lastLine: 15 }]);
});

describe('workers that write at the same time', () => {
  test('two to six of the same kind, however their lines are mixed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.array(fc.nat(5), { maxLength: 80 }), (count, turns) => {
        const read = readTracebacks(
          merge(
            Array.from({ length: count }, () => worker),
            turns,
          ),
        );
        expect(told(read)).toEqual(Array.from({ length: count }, () => told([whole])[0]));
      }),
      { numRuns: 500 },
    );
  });

  test('lines of others between them do not end them', () => {
    const noise = ['INFO:     Started server process [8]', 'ERROR:    Application startup failed. Exiting.', ''];
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 40 }), (turns) => {
        const read = readTracebacks(merge([worker, worker, noise], turns));
        expect(told(read)).toEqual([told([whole])[0], told([whole])[0]]);
      }),
      { numRuns: 300 },
    );
  });
});

test('of a chain the last exception comes first, and what came before follows', () => {
  const log = [
    'Traceback (most recent call last):',
    '  File "/app/chain.py", line 4, in load',
    '    open("/nowhere/ships.json")',
    "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/ships.json'",
    '',
    'The above exception was the direct cause of the following exception:',
    '',
    'Traceback (most recent call last):',
    '  File "/app/chain.py", line 6, in load',
    '    raise RuntimeError("cannot load the ships") from error',
    'RuntimeError: cannot load the ships',
  ];
  const [read] = readTracebacks(log);
  expect(read?.earlier?.kind).toBe('cause');
  expect(read === undefined ? [] : chainOf(read).map(headlineOf)).toEqual([
    'RuntimeError: cannot load the ships',
    "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/ships.json'",
  ]);
});

test('an exception group holds its members', () => {
  const log = [
    'ERROR:      + Exception Group Traceback (most recent call last):',
    '  |   File "/app/group.py", line 10, in lifespan',
    '  |     async with asyncio.TaskGroup() as g:',
    '  | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)',
    '  +-+---------------- 1 ----------------',
    '    | Traceback (most recent call last):',
    '    |   File "/app/group.py", line 5, in bad',
    '    |     raise KeyError("fram")',
    "    | KeyError: 'fram'",
    '    +---------------- 2 ----------------',
    '    | Traceback (most recent call last):',
    '    |   File "/app/group.py", line 7, in worse',
    '    |     raise ValueError("no")',
    '    | ValueError: no',
    '    +------------------------------------',
    '',
    'Traceback (most recent call last):',
    '  File "/app/after.py", line 1, in <module>',
    '    after()',
    'NameError: after',
  ];
  const read = readTracebacks(log);
  expect(read.map(headlineOf)).toEqual([
    'ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)',
    'NameError: after',
  ]);
  expect(read[0]?.members.map((member) => `${headlineOf(member)} at line ${ownFrame(member)?.line}`)).toEqual([
    "KeyError: 'fram' at line 5",
    'ValueError: no at line 7',
  ]);
  expect(read[0] === undefined ? undefined : headlineOf(innermost(read[0]))).toBe("KeyError: 'fram'");
});

test('the lines behind an exception belong to its message', () => {
  const log = [
    'Traceback (most recent call last):',
    '  File "/app/settings.py", line 6, in <module>',
    '    settings = Settings()',
    'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings',
    'database_url',
    '  Field required [type=missing, input_value={}, input_type=dict]',
    'INFO:     bye',
  ];
  expect(readTracebacks(log)[0]?.detail).toEqual([
    'database_url',
    '  Field required [type=missing, input_value={}, input_type=dict]',
  ]);
});

test('a syntax error of the started script has neither header nor function', () => {
  const log = [
    '  File "/app/app.py", line 1',
    '    app = FastAPI(',
    '                 ^',
    "SyntaxError: '(' was never closed",
  ];
  expect(readTracebacks(log)[0]?.frames).toEqual([{ file: '/app/app.py', line: 1, source: 'app = FastAPI(' }]);
});

test('rich draws its frames in a box, wraps long paths, and marks the line', () => {
  const log = [
    '╭───────────────────── Traceback (most recent call last) ──────────────────────╮',
    '│ /usr/local/lib/python3.11/dist-packages/fastapi_cli/discover.py:143 in       │',
    '│ get_import_data                                                              │',
    '│                                                                              │',
    '│   142 │   sys.path.insert(0, str(mod_data.extra_sys_path))                   │',
    '│ ❱ 143 │   use_app_name = get_app_name(mod_data=mod_data, app_name=app_name)  │',
    '│ in _gcd_import:1206                                                          │',
    '│                                                                              │',
    '│ /app/imp.py:2 in <module>                                                    │',
    '│                                                                              │',
    '│   1 from fastapi import FastAPI                                              │',
    '│ ❱ 2 import nothere                                                           │',
    '╰──────────────────────────────────────────────────────────────────────────────╯',
    "ModuleNotFoundError: No module named 'nothere'",
  ];
  const [read] = readTracebacks(log);
  expect(read === undefined ? undefined : ownFrame(read)).toEqual({
    file: '/app/imp.py',
    line: 2,
    function: '<module>',
    source: 'import nothere',
  });
  expect(read?.frames[0]?.function).toBe('get_import_data');
});

test.each([
  ['/app/app.py', false],
  ['/home/app/src/ships/bin.py', false],
  ['/usr/local/lib/python3.13/site-packages/fastapi/routing.py', true],
  ['/usr/lib/python3/dist-packages/click/core.py', true],
  ['/opt/venv/lib64/python3.12/asyncio/runners.py', true],
  ['/root/.local/share/uv/python/cpython-3.12.4-linux-x86_64-gnu/lib/python3.12/runpy.py', true],
  ['<frozen importlib._bootstrap>', true],
  ['<string>', true],
  ['uvloop/loop.pyx', true],
  ['/opt/venv/bin/uvicorn', true],
])('%s is foreign: %s', (file, foreign) => {
  expect(isForeign(file)).toBe(foreign);
});

test('any text is read without an error, and quickly', () => {
  const pieces = fc.constantFrom(
    ...worker,
    '',
    '  | ',
    '+-+--- 1 ---',
    'X: y',
    '    z',
    'During handling of the above exception',
    '╭ Traceback (most recent call last) ╮',
    '│ a.py:1 in x │',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (log) => {
      expect(() => readTracebacks(log)).not.toThrow();
    }),
    { numRuns: 500 },
  );
  const long = Array.from({ length: 2_000 }, () => worker).flat();
  const before = performance.now();
  expect(readTracebacks(long)).toHaveLength(2_000);
  expect(performance.now() - before).toBeLessThan(2_000);
});

/** Merges logs line by line, in the order in which `turns` names them. */
function merge(logs: readonly (readonly string[])[], turns: readonly number[]): readonly string[] {
  const left = logs.map((log) => [...log]);
  const merged = turns.flatMap((turn) => left[turn % logs.length]?.shift() ?? []);
  return [...merged, ...left.flat()];
}

function told(tracebacks: readonly Traceback[]) {
  return tracebacks.map(({ frames, exception, message }) => ({ frames, exception, message }));
}

test('a member of a group came the way of the group', () => {
  const [group] = readTracebacks([
    '  + Exception Group Traceback (most recent call last):',
    '  |   File "/app/app.py", line 13, in lifespan',
    '  |     async with asyncio.TaskGroup() as group:',
    '  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)',
    '  +-+---------------- 1 ----------------',
    '    | Traceback (most recent call last):',
    '    |   File "/usr/lib/python3.11/site-packages/redis/connection.py", line 876, in connect',
    '    |     raise e',
    '    | redis.exceptions.ConnectionError: Error 111 connecting to redis:6379.',
    '    +------------------------------------',
  ]);
  const [, member] = group === undefined ? [] : chainOf(group);
  expect(member === undefined ? undefined : ownFrame(member)).toMatchObject({ file: '/app/app.py', line: 13 });
});
