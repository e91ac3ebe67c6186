import type { RecordedRun } from './diagnosis.ts';

/** The Dockerfile of most recorded examples: its last line is line 7. */
export function servedBy(command: string, expose = '8000'): string {
  return [
    'FROM python:3.11-slim',
    'WORKDIR /app',
    'COPY requirements.txt .',
    'RUN pip install --no-cache-dir -r requirements.txt',
    'COPY . .',
    `EXPOSE ${expose}`,
    `CMD ${command}`,
    '',
  ].join('\n');
}

export const requirements = 'fastapi==0.165.0\nuvicorn==0.54.0\n';

export const application = [
  'from fastapi import FastAPI',
  '',
  'app = FastAPI()',
  '',
  '',
  '@app.get("/")',
  'def welcome() -> dict[str, str]:',
  '    return {"service": "ships"}',
  '',
].join('\n');

/** A RUN that ended with an error, with what it wrote. */
export function failedStep(
  line: number,
  command: string,
  log: readonly string[],
  exitCode = 1,
): NonNullable<RecordedRun['build']> {
  return {
    message: `failed to solve: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${exitCode}`,
    line,
    step: `[${line}/${line}] RUN ${command}`,
    exitCode,
    log,
  };
}

/** What uvicorn prints before it imports the application, and what it prints of an exception there; shortened in the middle. */
export function importTraceback(...end: readonly string[]): readonly string[] {
  return [
    'Traceback (most recent call last):',
    '  File "/usr/local/bin/uvicorn", line 8, in <module>',
    '    sys.exit(main())',
    '             ^^^^^^',
    '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py", line 19, in import_from_string',
    '    module = importlib.import_module(module_str)',
    '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
    ...end,
  ];
}

/** What each of the workers of `uvicorn --workers` prints of an exception at import; shortened in the middle. */
export function workerTraceback(worker: number, ...end: readonly string[]): readonly string[] {
  return [
    `Process SpawnProcess-${worker}:`,
    'Traceback (most recent call last):',
    '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
    '    self.run()',
    '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py", line 19, in import_from_string',
    '    module = importlib.import_module(module_str)',
    '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
    ...end,
  ];
}

/** What each worker prints of an exception in the lifespan, and uvicorn of one worker. */
export function lifespanTraceback(...end: readonly string[]): readonly string[] {
  return [
    'INFO:     Started server process [1]',
    'INFO:     Waiting for application startup.',
    'ERROR:    Traceback (most recent call last):',
    '  File "/usr/local/lib/python3.11/dist-packages/starlette/routing.py", line 661, in lifespan',
    '    async with self.lifespan_context(app) as maybe_state:',
    '  File "/usr/lib/python3.11/contextlib.py", line 204, in __aenter__',
    '    return await anext(self.gen)',
    '           ^^^^^^^^^^^^^^^^^^^^^',
    ...end,
    '',
    'ERROR:    Application startup failed. Exiting.',
  ];
}

/** How docker answers where runc could not start the first process. */
export function refusedByRunc(exitCode: 126 | 127, words: string): RecordedRun {
  return {
    create: {
      exitCode,
      stderr: `docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${words}`,
    },
    ended: 'not-started',
  };
}

/** The same with other instructions at its end; the first of them is line 6. */
export function startedBy(...end: readonly string[]): string {
  return [
    'FROM python:3.11-slim',
    'WORKDIR /app',
    'COPY requirements.txt .',
    'RUN pip install --no-cache-dir -r requirements.txt',
    'COPY . .',
    ...end,
    '',
  ].join('\n');
}

/** What the fault handler writes of a thread that imports the application; shortened at the end. */
export function importDump(...newest: readonly string[]): readonly string[] {
  return [
    'Fatal Python error: Aborted',
    '',
    'Current thread 0x00007f5a925ea040 (most recent call first):',
    ...newest,
    '  File "<frozen importlib._bootstrap>", line 241 in _call_with_frames_removed',
    '  File "/usr/lib/python3.11/importlib/__init__.py", line 126 in import_module',
    '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py", line 19 in import_from_string',
    '  File "/usr/local/bin/uvicorn", line 8 in <module>',
  ];
}

/** What uvicorn prints when it cannot listen: it starts the application, says why, and ends it. */
export function lifespanEnd(said: string): readonly string[] {
  return [
    'INFO:     Started server process [1]',
    'INFO:     Waiting for application startup.',
    'INFO:     Application startup complete.',
    said,
    'INFO:     Waiting for application shutdown.',
    'INFO:     Application shutdown complete.',
  ];
}

/** What uvicorn prints of an exception that a request ends in; shortened in the middle. */
export function requestTraceback(...end: readonly string[]): readonly string[] {
  return [
    'INFO:     Application startup complete.',
    'INFO:     172.17.0.1:60680 - "GET / HTTP/1.1" 500 Internal Server Error',
    'ERROR:    Exception in ASGI application',
    'Traceback (most recent call last):',
    '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/protocols/http/h11_impl.py", line 411, in run_asgi',
    '    result = await app(  # type: ignore[func-returns-value]',
    '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ...end,
  ];
}
