import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { placeOfFrame } from '../symptoms/place.ts';
import { pythonVersion } from '../symptoms/python-packages.ts';
import { headlineOf, isForeign, shortName } from '../traceback/traceback.ts';

export const syntaxError: Diagnosis = {
  id: 'syntax-error',
  blames: 'image',
  summary: "a file of the application is not Python, or not that of the image's version",
  why: 'Python reads a whole file before it runs any of it. A bracket that is not closed, a wrong indentation, or syntax that is newer than the Python of the image ends the import.',
  references: ['https://docs.python.org/3/tutorial/errors.html#syntax-errors'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    if (fatal === undefined || !['SyntaxError', 'IndentationError', 'TabError'].includes(shortName(fatal))) return;
    const frame = fatal.frames.at(-1);
    // Of an installed package, or of text that the application compiles itself: another cause.
    if (frame === undefined || frame.function !== undefined || isForeign(frame.file)) return;
    const own = placeOfFrame(frame, facts);
    const version = pythonVersion(facts, container?.image.environment);
    const python = version === undefined ? 'Python' : `Python ${version}`;
    const path = own === undefined ? frame.file : facts.context.reportPath(own.path);
    const headline = `${python} cannot read \`${path}:${frame.line}\``;
    const newer = /^invalid syntax|^f-string|^unmatched/.test(fatal.message)
      ? ' Where it is right in a newer Python, take a newer base image.'
      : '';
    yield {
      headline: headline.length <= 55 ? headline : `${python} cannot read the application`,
      title: `${python} cannot read this line: ${fatal.message.replaceAll('`', "'")}`,
      why: 'It reads a whole file before it runs any of it, so the import ends here.',
      advice: `Correct the line, or the one above it.${newer}`,
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
      title: 'a package that the Python of the image cannot read',
      is: 'startup-failed',
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
