import { describe, expect, test } from 'vitest';
import { bufferedOutput as rule } from '../../src/rules/buffered-output.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const start = 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n';
const image = (more = '', end = start): string => `FROM python:3.12-slim\n${more}WORKDIR /app\nCOPY . .\n${end}`;
const printing = { 'main.py': 'app = 1\nprint("x")\n' };

const places = (files: Readonly<Record<string, string>>, dockerfile = image()): readonly string[] =>
  findingsOf(rule, dockerfile, files).flatMap(({ evidence }) =>
    evidence.flatMap((each) =>
      each.kind === 'source' ? [`${each.location.path}:${each.location.line}:${each.location.column}`] : [],
    ),
  );

test('is one finding at the command, and names where the application prints', () => {
  expect(markedBy(rule, image(), printing)).toEqual([start.trimEnd()]);
  expect(places(printing)).toEqual(['main.py:2:1']);
});

describe('who switches the buffer off', () => {
  test.each([
    ['ENV, with any text', image('ENV PYTHONUNBUFFERED=0\n')],
    [
      'ENV of a stage below',
      `FROM python:3.12-slim AS base\nENV PYTHONUNBUFFERED=x\nFROM base\nWORKDIR /app\nCOPY . .\n${start}`,
    ],
    ['a value that only the build knows', image('ARG B\nENV PYTHONUNBUFFERED=$B\n')],
    ['an assignment before the server', image('', 'CMD PYTHONUNBUFFERED=1 exec uvicorn main:app\n')],
    ['python -u', image('', 'CMD ["python", "-um", "uvicorn", "main:app"]\n')],
  ])('is silent: %s', (_, dockerfile) => {
    expect(findingsOf(rule, dockerfile, printing)).toEqual([]);
  });

  test('an entrypoint script', () => {
    const dockerfile = image('', `ENTRYPOINT ["/app/start.sh"]\n`);
    const script = 'export PYTHONUNBUFFERED=1\nexec uvicorn main:app\n';
    expect(findingsOf(rule, dockerfile, { ...printing, 'start.sh': script })).toEqual([]);
  });

  test.each([
    ['an empty value does not', image('ENV PYTHONUNBUFFERED=\n')],
    ['an ARG is gone when the container runs', image('ARG PYTHONUNBUFFERED=1\n')],
  ])('%s', (_, dockerfile) => {
    expect(findingsOf(rule, dockerfile, printing)).toHaveLength(1);
  });
});

describe('what is written', () => {
  test.each([
    ['in a string or a comment', 'app = """\nprint(1)\n"""  # print(2)\nx = \'print(3)\'\n'],
    ['a function of that name is only defined', 'class A:\n    def print(self): pass\n'],
    ['flushed', 'print(\n  f(1),\n  flush=True,\n)\n'],
    ['to standard error', 'import sys\nprint("x", file=sys.stderr)\n'],
    ['by another function of that name', 'logger.print("x")\npprint("x")\nblueprint(1)\n'],
    ["by rich's print", 'from rich import print\nprint("x")\n'],
    ['by a print of its own', 'print = partial(print, flush=True)\nprint("x")\n'],
    ['by logging', 'import logging\nlogging.info("x")\n'],
    [
      'only when the module is run by itself',
      'app = 1\nif __name__ == "__main__":\n    print("x")\n\n    print("y")\n',
    ],
    ['and flushed by the module', 'import sys\nsys.stdout.write("x")\nsys.stdout.flush()\n'],
    ['to lines that are flushed', 'import sys\nsys.stdout.reconfigure(line_buffering=True)\nprint("x")\n'],
  ])('is silent: %s', (_, text) => {
    expect(places({ 'main.py': text })).toEqual([]);
  });

  test.each([
    ['beside a method of that name', 'class A:\n    def print(self): print(1)\n', ['main.py:2:22']],
    ['flush=False', 'print("x", flush=False)\n', ['main.py:1:1']],
    ['inside functions', 'def f():\n    if x: print(")", (1))\n', ['main.py:2:11']],
    ['to standard output by name', 'print("x", file=sys.stdout)\n', ['main.py:1:1']],
    ['sys.stdout.write', 'import sys\nsys.stdout.write("x")\n', ['main.py:2:1']],
    ['behind the main block', 'if __name__ == "__main__":\n    print("x")\nprint("y")\n', ['main.py:3:1']],
  ])('flags: %s', (_, text, expected) => {
    expect(places({ 'main.py': text })).toEqual(expected);
  });
});

describe('whose files they are', () => {
  test('those that the module imports, one from the other, are the application', () => {
    const files = {
      'main.py': 'import shop.views as v\nfrom shop import (\n  models,\n  other as o,\n)\n',
      'shop/__init__.py': 'print("a")\n',
      'shop/views.py': 'from .deep.inner import x\nfrom . import tools\nfrom .. import main\n',
      'shop/models.py': 'print("b")\n',
      'shop/other.py': '',
      'shop/tools/__init__.py': 'print("c")\n',
      'shop/deep/__init__.py': '',
      'shop/deep/inner.py': 'print("d")\nimport requests, os.path\n',
      'tests/test_main.py': 'print("no")\n',
      'manage.py': 'print("no")\n',
      'requests/sessions.py': 'print("no")\n',
    };
    expect(places(files)).toEqual([
      'shop/__init__.py:1:1',
      'shop/deep/inner.py:1:1',
      'shop/models.py:1:1',
      'shop/tools/__init__.py:1:1',
    ]);
  });

  test('in a folder that is no root of the context', () => {
    const dockerfile = 'FROM python:3.12-slim\nWORKDIR /srv\nCOPY backend/src .\nCMD ["uvicorn", "shop.main:app"]\n';
    const files = {
      'backend/src/shop/main.py': 'from shop.db import x\n',
      'backend/src/shop/db.py': 'print(1)\n',
      'shop/db.py': 'print(2)\n',
    };
    expect(places(files, dockerfile)).toEqual(['backend/src/shop/db.py:1:1']);
  });

  test('a script that starts its own server runs its main block', () => {
    const files = {
      'main.py': 'import uvicorn\nif __name__ == "__main__":\n    print("x")\n    uvicorn.run("main:app")\n',
    };
    expect(places(files, image('', 'CMD ["python", "main.py"]\n'))).toEqual(['main.py:3:5']);
  });

  test.each([
    ['a file that is not copied', 'FROM python:3.12-slim\nWORKDIR /app\nCOPY main.py .\n' + start],
    ['a base image of somebody else', `FROM registry.example.com/python:3.12\nWORKDIR /app\nCOPY . .\n${start}`],
    ['another program', image('', 'CMD ["nginx"]\n')],
    ['no command at all', image('', '')],
  ])('is silent: %s', (_, dockerfile) => {
    expect(places({ 'main.py': 'import other\n', 'other.py': 'print(1)\n' }, dockerfile)).toEqual([]);
  });
});

describe('the fix', () => {
  test('is safe and keeps a pragma at its instruction', () => {
    const text = image('', `# sea-trial ignore=root-user for now\n${start}`);
    expect(findingsOf(rule, text, printing).map(({ fix }) => fix?.safety)).toEqual(['safe']);
    expect(mendedBy(rule, text, printing)['Dockerfile']).toBe(
      image('', `ENV PYTHONUNBUFFERED=1\n# sea-trial ignore=root-user for now\n${start}`),
    );
  });
});
