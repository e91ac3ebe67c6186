import { expect, test } from 'vitest';
import { remarksOn } from '../../src/diagnoses/diagnose.ts';
import type { RecordedRun } from '../../src/diagnoses/diagnosis.ts';
import { observe } from '../support/observation.ts';

const files = {
  'app.py':
    'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/ships")\ndef ships() -> list[str]:\n    return ["Fram"][1]\n',
};
const traceback = (line: number, error: string) => [
  'Traceback (most recent call last):',
  `  File "/app/app.py", line ${line}, in ships`,
  '    return ["Fram"][1]',
  error,
];

function remarks(saw: RecordedRun) {
  const seen = observe({
    dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n',
    files,
    saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['200'], ...saw },
  });
  return remarksOn(seen, 'serve').map(({ check, severity, title, location }) => [
    check,
    severity,
    title,
    location?.line,
  ]);
}

const fault = (path: string) => ({ outcome: `${path} 500`, deviation: 'answers 500' });

test('a documented GET that raises is a warning, at the line that raises', () => {
  expect(remarks({ documented: [fault('/ships')], log: traceback(8, 'IndexError: list index out of range') })).toEqual([
    ['unhandled-exception', 'warning', '`GET /ships` is answered with 500: `IndexError: list index out of range`', 8],
  ]);
});

test('without a traceback it stands at the route', () => {
  expect(remarks({ documented: [{ ...fault('/ships'), operation: 'ships_ships_get' }] })).toEqual([
    ['unhandled-exception', 'warning', '`GET /ships` is answered with 500, and the log does not say why', 6],
  ]);
});

test('an exception that was told before the GET was asked has nothing to do with it', () => {
  const log = traceback(8, 'IndexError: list index out of range');
  expect(remarks({ documented: [fault('/crew')], log, lastLineAtMs: 300 })).toEqual([
    ['unhandled-exception', 'warning', '`GET /crew` is answered with 500, and the log does not say why', undefined],
  ]);
});

test('what several of them raise is told once', () => {
  expect(remarks({ documented: ['/a', '/b', '/c'].map(fault) })).toEqual([
    [
      'unhandled-exception',
      'warning',
      '`GET /a` and 2 more are answered with 500, and the log does not say why',
      undefined,
    ],
  ]);
});

test('it is an error where a probe asks for that path', () => {
  const [found] = remarks({ answers: ['200', { outcome: '/ships 200' }], documented: [fault('/ships')] });
  expect(found?.slice(0, 2)).toEqual(['unhandled-exception', 'error']);
});

test('another answer than is documented is a notice, and a connection that breaks off a warning', () => {
  const deviation =
    'answers a body in which `[0].a_member_with_a_name.that_fills_the_line` is a number instead of `string`';
  expect(
    remarks({
      documented: [
        { outcome: '/ships 200', operation: 'ships_ships_get', deviation },
        { outcome: '/crew closed', deviation: 'ends without an answer' },
        { outcome: '/sea 200' },
      ],
    }),
  ).toEqual([
    ['undocumented-answer', 'notice', '`GET /ships` does not answer as documented', 6],
    ['undocumented-answer', 'warning', '`GET /crew` ends without an answer', undefined],
  ]);
});
