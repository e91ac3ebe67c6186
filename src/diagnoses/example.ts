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
