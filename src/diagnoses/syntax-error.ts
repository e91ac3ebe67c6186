import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { placeOfFrame } from '../symptoms/place.ts';
import { newerPython } from '../symptoms/python/newer-python.ts';
import { runningPython } from '../symptoms/python/running-python.ts';
import { unreadableSource } from '../symptoms/python/unreadable-source.ts';
import { headlineOf, isForeign } from '../traceback/traceback.ts';

export const syntaxError: Diagnosis = {
  id: 'syntax-error',
  blames: 'image',
  summary: 'a file of the application is not Python',
  why: 'Python reads a whole file before it runs any of it. A bracket that is not closed, a wrong indentation or the marks of a merge end the import.',
  references: ['https://docs.python.org/3/tutorial/errors.html#syntax-errors'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const frame = unreadableSource(symptoms)?.frame;
    // An installed package's, or one that a later Python reads, is another cause.
    if (fatal === undefined || frame === undefined || isForeign(frame.file) || newerPython(symptoms) !== undefined)
      return;
    const own = placeOfFrame(frame, facts);
    const version = runningPython(symptoms, fatal);
    const python = version === undefined ? 'Python' : `Python ${version}`;
    const path = own === undefined ? frame.file : facts.context.reportPath(own.path);
    const conflict = /^(?:<{7}|={7}|>{7})/.test(frame.source ?? '');
    yield {
      headline: fittingHeadline(
        `${python} cannot read \`${path}:${frame.line}\``,
        `${python} cannot read the application`,
      ),
      title: fittingTitle(`${python} cannot read this line: ${fatal.message.replaceAll('`', "'")}`),
      why: 'It reads a whole file before it runs any of it, so the import ends here.',
      advice: conflict
        ? 'Settle the conflict that git marked here, and commit the file anew.'
        : 'Correct the line, or the one above it.',
      ...(own === undefined ? {} : { location: own.location }),
      evidence: [
        ...(container === undefined ? [] : exitEvidence(container)),
        ...tracebackLines(symptoms, {
          ...fatal,
          frames: [frame],
          message: headlineOf(fatal).slice(fatal.exception.length + 2),
        }),
      ],
      explains: ['worker-crash-loop', 'startup-failed'],
    };
  },
  examples: [
    {
      title: 'the marks of a merge that was not finished',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'x = 1\n<<<<<<< HEAD\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 2',
          '    <<<<<<< HEAD',
          '    ^^',
          'SyntaxError: invalid syntax',
        ),
      },
      place: 'app.py:2',
    },
    {
      title: 'an f-string that no Python reads',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'text = f"{ship"\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1',
          '    text = f"{ship"',
          '               ^',
          "SyntaxError: f-string: expecting '}'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a colon is missing',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\ndef welcome() -> dict[str, str]\n    return {}\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 7',
          '    def welcome() -> dict[str, str]',
          '                                   ^',
          "SyntaxError: expected ':'",
        ),
      },
      place: 'app.py:7',
    },
    {
      title: 'in the very script that is started: there is no traceback',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'app = FastAPI(\n' },
      saw: {
        exitCode: 1,
        log: [
          '  File "/app/app.py", line 1',
          '    app = FastAPI(',
          '                 ^',
          "SyntaxError: '(' was never closed",
        ],
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'an f-string that only a later Python reads',
      is: 'python-too-old-for-source',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'text = f"{ship["name"]}"\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1',
          '    text = f"{ship["name"]}"',
          '                   ^',
          "SyntaxError: f-string: expecting '}'",
        ),
      },
    },
    {
      title: 'a package that is written for a later Python',
      is: 'python-too-old-for-source',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import ships',
          '  File "/usr/local/lib/python3.11/site-packages/ships/__init__.py", line 3',
          '    type Ship = str',
          '         ^^^^',
          'SyntaxError: invalid syntax',
        ),
      },
    },
  ],
};
