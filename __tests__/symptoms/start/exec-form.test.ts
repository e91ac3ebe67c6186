import { expect, test } from 'vitest';
import { parseDockerfile } from '../../../src/dockerfile/parse.ts';
import { brokenExecForm, plainWords, throughShell } from '../../../src/symptoms/start/exec-form.ts';

function brokenIn(command: string): readonly string[] | undefined {
  const [instruction] = parseDockerfile(`CMD ${command}\n`, 'Dockerfile').instructions;
  return instruction === undefined ? undefined : brokenExecForm(instruction);
}

test.each([
  ["['uvicorn', 'app:app']", ['uvicorn', 'app:app']],
  ['["uvicorn", "app:app",]', ['uvicorn', 'app:app']],
  ['["uvicorn" "app:app"]', ['uvicorn', 'app:app']],
  ['["uvicorn", "app:app"', ['uvicorn', 'app:app']],
  ['[uvicorn, app:app]', ['uvicorn', 'app:app']],
  ['[“uvicorn”, “app:app”]', ['uvicorn', 'app:app']],
  ["['uvicorn app:app']", ['uvicorn', 'app:app']],
])('the words of %s are told', (command, words) => {
  expect(brokenIn(command)).toEqual(words);
});

test.each([
  '["uvicorn", "app:app"]',
  'uvicorn app:app',
  '[ -f app.py ] && exec uvicorn app:app',
  '[ "$DEBUG" = 1 ] || exec uvicorn app:app',
])('%s is no broken list', (command) => {
  expect(brokenIn(command)).toBeUndefined();
});

test('what needs a shell is no plain command line', () => {
  expect(plainWords('uvicorn  app:app --host 0.0.0.0')).toEqual(['uvicorn', 'app:app', '--host', '0.0.0.0']);
  for (const text of ['a && b', 'a $PORT', 'A=1 a', "a 'b c'", 'cd /app', 'a > b'])
    expect(plainWords(text)).toBeUndefined();
});

test('a shell becomes a single program, and only that', () => {
  expect(throughShell('uvicorn app:app --port $PORT')).toEqual(['sh', '-c', 'exec uvicorn app:app --port $PORT']);
  expect(throughShell('a && b')).toEqual(['sh', '-c', 'a && b']);
});
