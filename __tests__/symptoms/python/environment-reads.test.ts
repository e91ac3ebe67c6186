import { expect, test } from 'vitest';
import { environmentReads, isSet } from '../../../src/symptoms/python/environment-reads.ts';
import { observe } from '../../support/observation.ts';

function readIn(source: string): readonly string[] {
  const { facts } = observe({ dockerfile: 'FROM python\nCOPY . .\n', files: { 'app.py': source }, saw: {} });
  return environmentReads(facts).map(
    ({ name, target, location }) => `${location.line} ${target === undefined ? '' : `${target} = `}${name}`,
  );
}

test('a variable is read in many ways', () => {
  expect(
    readIn(
      [
        'import os',
        'url = os.environ["DATABASE_URL"]',
        "self.token: str = os.getenv('TOKEN')",
        'if not os.environ.get("DEBUG"):',
        "KEY = config('SECRET_KEY')",
        'PORT = env.int("PORT")',
      ].join('\n'),
    ),
  ).toEqual(['2 url = DATABASE_URL', '3 self.token = TOKEN', '4 DEBUG', '5 KEY = SECRET_KEY', '6 PORT = PORT']);
});

test('with a value to fall back on a variable is never missing', () => {
  expect(readIn('a = os.getenv("A", "b")\nc = os.environ.get("C", default)\nd = os.getenv("D", "")\n')).toEqual([
    '3 d = D',
  ]);
});

test('the image or an option of the run sets a variable, and an empty value is none', () => {
  const { container } = observe({
    dockerfile: 'FROM python\n',
    saw: { options: ['--env', 'TOKEN=secret', '-eLEVEL=3', '--env', 'EMPTY='] },
  }).observation;
  const seen = container === undefined ? {} : { container };
  expect(['TOKEN', 'LEVEL', 'PYTHON_VERSION', 'EMPTY', 'KEN'].map((name) => isSet(name, seen))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
