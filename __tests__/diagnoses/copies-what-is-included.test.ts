import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnoses/diagnose.ts';
import { failedStep } from '../../src/diagnoses/example.ts';
import { observe } from '../support/observation.ts';

test('the missing COPY brings what the list includes as well, to where the step looks for it', () => {
  const { findings } = diagnose(
    observe({
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN pip install -r requirements/prod.txt\nCOPY . .\n',
      files: {
        'requirements/prod.txt': '-r base.txt\n-c ../limits.txt\nuvicorn\n',
        'requirements/base.txt': 'fastapi\n',
        'limits.txt': 'starlette<1\n',
      },
      saw: {
        build: failedStep(3, 'pip install -r requirements/prod.txt', [
          "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements/prod.txt'",
        ]),
      },
    }),
  );
  expect(findings.map(({ check, fix }) => [check, fix?.edits.map(({ text }) => text)])).toEqual([
    [
      'requirements-file-absent',
      [
        [
          'COPY requirements/prod.txt requirements/prod.txt',
          'COPY limits.txt .',
          'COPY requirements/base.txt requirements/base.txt',
          '',
        ].join('\n'),
      ],
    ],
  ]);
});
