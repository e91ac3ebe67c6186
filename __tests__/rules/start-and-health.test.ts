import { describe, expect, test } from 'vitest';
import { brokenHealthcheck } from '../../src/rules/broken-healthcheck.ts';
import { entrypointWithoutExec } from '../../src/rules/entrypoint-without-exec.ts';
import { floatingUvImage } from '../../src/rules/floating-uv-image.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

describe('broken-healthcheck', () => {
  const slim = (check: string, more = ''): string =>
    `FROM python:3.12-slim\n${more}HEALTHCHECK ${check}\nCMD ["uvicorn", "a:a", "--host", "0.0.0.0", "--port", "9000"]\n`;
  const marked = (check: string, more?: string): readonly string[] => markedBy(brokenHealthcheck, slim(check, more));

  test('marks the address with the wrong port', () => {
    expect(marked(`CMD python -c "import urllib.request as r; r.urlopen('http://localhost:8000/x')"`)).toEqual([
      'http://localhost:8000',
    ]);
    expect(marked(`CMD ["python", "-c", "import httpx; httpx.get('http://127.0.0.1/')"]`)).toEqual([
      'http://127.0.0.1',
    ]);
  });

  test('says nothing where only the run can tell', () => {
    for (const check of [
      `CMD python -c "r.urlopen('http://localhost:' + port)"`,
      `CMD python -c "r.urlopen(f'http://localhost:{port}/')"`,
      'CMD python health.py http://localhost:$PORT',
      'CMD ["python", "-c", "r.urlopen(\'http://database:5432/\')"]',
      'CMD python -c "r.urlopen(\'http://[::1]:9000/\')"',
      'NONE',
    ])
      expect([check, marked(check)]).toEqual([check, []]);
    expect(marked('CMD python x.py http://localhost:$PORT', 'ENV PORT=8000\n')).toEqual(['http://localhost:$PORT']);
    expect(marked('CMD python x.py http://localhost:$PORT', 'ARG PORT=8000\n')).toEqual([]);
  });

  test('knows where curl may come from', () => {
    const check = 'CMD curl -f localhost:9000 || exit 1';
    expect(marked(check)).toEqual(['curl']);
    for (const more of [
      'RUN apt-get install -y curl\n',
      'RUN apt-get install -y $PACKAGES\n',
      'RUN ./setup.sh\n',
      'COPY --from=curl /usr/bin/curl /usr/bin/curl\n',
      'COPY --from=build /usr /usr\n',
    ])
      expect([more, marked(check, more)]).toEqual([more, []]);
    expect(
      marked(check, 'COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /uvx /bin/\nRUN apt-get install -y git\n'),
    ).toEqual(['curl']);
    expect(markedBy(brokenHealthcheck, 'FROM example/base\nHEALTHCHECK CMD curl localhost\n')).toEqual([]);
  });
});

describe('entrypoint-without-exec', () => {
  const text = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["/app/run.sh"]\nCMD ["uvicorn", "a:a"]\n';
  const places = (script: string): readonly unknown[] =>
    findingsOf(entrypointWithoutExec, text, { 'run.sh': script }).map(({ location }) => [
      location?.path,
      location?.line,
    ]);

  test('has its place in the script', () => {
    expect(places('#!/bin/bash\nset -e\n"$@"\n')).toEqual([['run.sh', 3]]);
    expect(places('#!/bin/bash\nLOG=1 uvicorn a:a | tee log\n')).toEqual([['run.sh', 2]]);
  });

  test('is silent where the shell becomes the server, waits for it, or passes signals on', () => {
    for (const end of [
      'exec "$@"',
      'uvicorn a:a &\nwait',
      'trap stop TERM\n"$@"',
      'if true; then uvicorn a:a; fi',
      'exec tini -- "$@"',
    ])
      expect([end, places(`#!/bin/sh\n${end}\n`)]).toEqual([end, []]);
  });

  test('a pragma above the ENTRYPOINT silences it', () => {
    const silenced = text.replace('ENTRYPOINT', '# sea-trial ignore=entrypoint-without-exec\nENTRYPOINT');
    expect(findingsOf(entrypointWithoutExec, silenced, { 'run.sh': '#!/bin/sh\n"$@"\n' })).toEqual([]);
  });

  test('does not mend a pipe', () => {
    const files = { 'run.sh': '#!/bin/sh\nuvicorn a:a | tee log\n' };
    expect(mendedBy(entrypointWithoutExec, text, files)['run.sh']).toBe(files['run.sh']);
  });
});

test('floating-uv-image knows uv by its full name alone', () => {
  const froms = [
    'ghcr.io/astral-sh/uv',
    'ghcr.io/astral-sh/uv:alpine',
    'ghcr.io/astral-sh/uv:0.9',
    'uv',
    'ghcr.io/other/uv',
  ];
  const flagged = froms.filter(
    (from) => findingsOf(floatingUvImage, `FROM python:3.12\nCOPY --from=${from} /uv /bin/\n`).length > 0,
  );
  expect(flagged).toEqual(['ghcr.io/astral-sh/uv', 'ghcr.io/astral-sh/uv:alpine']);
});
