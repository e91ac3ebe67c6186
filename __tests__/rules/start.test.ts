import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import { applyFixes } from '../../src/lint/edits.ts';
import { lint } from '../../src/lint/lint.ts';
import { loopbackHost } from '../../src/rules/loopback-host.ts';
import { missingExpose } from '../../src/rules/missing-expose.ts';
import { missingWorkdir } from '../../src/rules/missing-workdir.ts';
import { portMismatch } from '../../src/rules/port-mismatch.ts';
import { reloadInImage } from '../../src/rules/reload-in-image.ts';
import { rootUser } from '../../src/rules/root-user.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { shellFormStart } from '../../src/rules/shell-form-start.ts';
import type { Finding } from '../../src/finding.ts';

const head = 'FROM python:3.12-slim\nWORKDIR /app\nCOPY app.py .\n';

interface Try {
  readonly files?: Readonly<Record<string, string>>;
  readonly publish?: readonly number[];
}

function findingsOf(rule: Rule, text: string, { files = {}, publish }: Try = {}): readonly Finding[] {
  const facts = deriveFacts({
    dockerfile: parseDockerfile(text, 'Dockerfile'),
    context: contextOf(files),
    ...(publish === undefined ? {} : { publish }),
  });
  return lint({ facts, rules: [rule] }).findings;
}

/** The last lines after the fix, the head left out. */
function mended(rule: Rule, tail: string): string {
  const text = head + tail;
  const { files } = applyFixes(findingsOf(rule, text), ['safe', 'unsafe'], () => text);
  return (files.get('Dockerfile') ?? text).slice(head.length);
}

const titles = (rule: Rule, tail: string, more?: Try): readonly string[] =>
  findingsOf(rule, head + tail, more).map(({ title, severity }) => `${severity}: ${title}`);

describe('loopback-host', () => {
  test.each([
    'CMD ["uvicorn", "app:app", "--host", "::"]',
    'CMD ["gunicorn", "app:app", "-b", "127.0.0.1:8000", "-b", "0.0.0.0:8000"]',
    'CMD ["gunicorn", "-c", "python:conf", "app:app"]',
    'CMD exec uvicorn app:app $OPTIONS',
    'CMD ["hypercorn", "app:app", "-b", "unix:/run/a.sock"]',
    'CMD ["python", "app.py"]',
  ])('is silent: %s', (tail) => {
    expect(titles(loopbackHost, tail)).toEqual([]);
  });

  test('is mended in shell text, in JSON with a shell, and where only the host of an address is wrong', () => {
    expect(mended(loopbackHost, 'CMD exec uvicorn app:app --host "localhost" --port 80\n')).toBe(
      'CMD exec uvicorn app:app --host "0.0.0.0" --port 80\n',
    );
    expect(mended(loopbackHost, 'CMD ["sh", "-c", "exec uvicorn app:app | cat"]\n')).toBe(
      'CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 | cat"]\n',
    );
    expect(mended(loopbackHost, 'CMD ["hypercorn", "app:app", "--bind=127.0.0.1:9000"]\n')).toBe(
      'CMD ["hypercorn", "app:app", "--bind=0.0.0.0:9000"]\n',
    );
    expect(mended(loopbackHost, 'CMD ["gunicorn", "app:app", "-b", "[::1]:9000"]\n')).toBe(
      'CMD ["gunicorn", "app:app", "-b", "[::1]:9000"]\n',
    );
  });

  test('is found in an entrypoint script, at the place in that script', () => {
    const files = { 'start.sh': '#!/bin/sh\nexec uvicorn app:app --host 127.0.0.1\n' };
    const text = `${head}COPY start.sh .\nENTRYPOINT ["./start.sh"]\n`;
    expect(findingsOf(loopbackHost, text, { files })).toMatchObject([
      {
        location: { path: 'start.sh', line: 2, column: 29, endColumn: 38 },
        fix: { edits: [{ location: { path: 'start.sh' }, text: '0.0.0.0' }] },
      },
    ]);
  });
});

describe('port-mismatch', () => {
  test('is a warning where the right port is published all the same', () => {
    const tail = 'EXPOSE 8000\nCMD ["uvicorn", "app:app", "--port", "9000"]\n';
    expect(titles(portMismatch, tail)).toEqual(['error: uvicorn listens on port 9000, and `EXPOSE` names 8000']);
    expect(titles(portMismatch, tail, { publish: [9000] })).toEqual([
      'warning: uvicorn listens on port 9000, and `EXPOSE` names 8000',
    ]);
    expect(titles(portMismatch, tail, { publish: [8000] })).toEqual([
      'error: uvicorn listens on port 9000, and port 8000 is published',
    ]);
  });

  test('has no fix where several ports are exposed, and none is certain where one of them is a variable', () => {
    expect(mended(portMismatch, 'EXPOSE 80 443\nCMD ["uvicorn", "app:app"]\n')).toContain('EXPOSE 80 443');
    expect(titles(portMismatch, 'EXPOSE 80 $PORT\nCMD ["uvicorn", "app:app"]\n')).toEqual([]);
    expect(titles(portMismatch, 'EXPOSE 53/udp\nCMD ["uvicorn", "app:app"]\n')).toEqual([]);
  });
});

test('missing-expose goes above the comments of the command, and is silent where the base image is not known', () => {
  expect(mended(missingExpose, '# sea-trial ignore=root-user\n# serve\nCMD ["uvicorn", "app:app"]\n')).toBe(
    'EXPOSE 8000\n# sea-trial ignore=root-user\n# serve\nCMD ["uvicorn", "app:app"]\n',
  );
  expect(findingsOf(missingExpose, 'FROM tiangolo/uvicorn-gunicorn:python3.11\nCMD ["uvicorn", "a:a"]\n')).toHaveLength(
    1,
  );
  expect(findingsOf(missingExpose, 'FROM registry.example.com/base\nCMD ["uvicorn", "a:a"]\n')).toEqual([]);
});

describe('reload-in-image', () => {
  test('says that workers are ignored', () => {
    expect(titles(reloadInImage, 'CMD ["uvicorn", "app:app", "--reload", "--workers", "4"]\n')).toEqual([
      'warning: uvicorn is started with `--reload`, and the workers are ignored',
    ]);
  });

  test('keeps a comment that stands beside the option', () => {
    const tail = 'CMD exec uvicorn app:app \\\n  # while developing\n  --reload\n';
    expect(mended(reloadInImage, tail)).toBe(tail);
  });
});

describe('root-user', () => {
  test.each([
    ['USER 0', 'warning: the server runs as root: the last `USER` is `0`'],
    ['USER root:app', 'warning: the server runs as root: the last `USER` is `root:app`'],
  ])('%s is root', (user, title) => {
    expect(titles(rootUser, `${user}\nCMD ["uvicorn", "app:app"]\n`)).toEqual([title]);
  });

  test.each(['USER 1000', 'USER app:root', 'USER $WHO'])('%s is not, for all that is known', (user) => {
    expect(titles(rootUser, `${user}\nCMD ["uvicorn", "app:app"]\n`)).toEqual([]);
  });

  test('is told at FROM where nothing is started, and of a container where it is no server', () => {
    expect(findingsOf(rootUser, 'FROM debian:12\n')).toMatchObject([
      { location: { line: 1 }, title: 'the container runs as root (uid 0)' },
    ]);
    expect(findingsOf(rootUser, 'FROM gcr.io/distroless/python3:nonroot\n')).toEqual([]);
  });

  test('keeps ENTRYPOINT and CMD together', () => {
    expect(mended(rootUser, 'ENTRYPOINT ["uvicorn"]\nCMD ["app:app"]\n')).toBe(
      'RUN useradd --create-home --uid 1000 app\nUSER 1000\nENTRYPOINT ["uvicorn"]\nCMD ["app:app"]\n',
    );
  });
});

describe('shell-form-start', () => {
  test.each([
    ['CMD uvicorn \\\n  # the module\n  app:app\n', 'CMD exec uvicorn \\\n  # the module\n  app:app\n'],
    ['CMD A=1 uvicorn app:app\n', 'CMD A=1 exec uvicorn app:app\n'],
    ['CMD uvicorn app:app > /tmp/log\n', 'CMD exec uvicorn app:app > /tmp/log\n'],
    ['CMD uvicorn "a b:app" \'c\'\n', 'CMD ["uvicorn", "a b:app", "c"]\n'],
    ['CMD uvicorn app:app &\n', 'CMD uvicorn app:app &\n'],
    ['CMD a || uvicorn app:app\n', 'CMD a || uvicorn app:app\n'],
    ['CMD { uvicorn app:app; }\n', 'CMD { uvicorn app:app; }\n'],
    ['CMD source /venv/bin/activate && uvicorn app:app\n', 'CMD source /venv/bin/activate && exec uvicorn app:app\n'],
  ])('%j becomes %j', (before, after) => {
    expect(mended(shellFormStart, before)).toBe(after);
  });

  test('is told of every stage', () => {
    const text = 'FROM python:3.12 AS a\nCMD one\nFROM python:3.12\nENTRYPOINT two\n';
    expect(findingsOf(shellFormStart, text).map(({ location }) => location?.line)).toEqual([2, 4]);
  });
});

test('missing-workdir is told once a stage, with all its places, and not of a stage that is not built', () => {
  const text =
    'FROM python:3.12 AS a\nCOPY x .\nFROM python:3.12 AS b\nCOPY y .\nCOPY z z/\nFROM python:3.12\nCOPY --from=b /y /y\n';
  expect(findingsOf(missingWorkdir, text)).toMatchObject([
    { location: { line: 4 }, evidence: [{ location: { line: 5 } }] },
  ]);
});
