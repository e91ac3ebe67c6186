import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { placeOfFrame } from '../symptoms/place.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { wantedName } from '../symptoms/python/wanted-name.ts';

export const circularImport: Diagnosis = {
  id: 'circular-import',
  blames: 'image',
  summary: 'modules of the application import each other, and one is asked for a name too early',
  why: 'A module that is still being imported has only the names above the line that it has come to. Where it imports a second one that imports the first again, what stands further down is not there yet.',
  references: [
    'https://docs.python.org/3/faq/programming.html#what-are-the-best-practices-for-using-import-in-a-module',
  ],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    const wanted = wantedName(symptoms);
    if (fatal === undefined || wanted?.kind !== 'circular') return;
    const { module, name } = wanted;
    const place = raisedAt(fatal, symptoms);
    const files = fatal.frames.flatMap((frame) => placeOfFrame(frame, facts)?.location.path ?? []);
    const circle = [...new Set(files)].map((file) => `\`${file}\``).join(' → ');
    yield {
      headline: fittingHeadline(
        `\`${module}\` is asked for \`${name}\` before it has it`,
        'modules import each other in a circle',
      ),
      title: fittingTitle(
        `\`${module}\` is not imported to its end when \`${name}\` is asked of it`,
        'a module is asked for a name before it has come to it',
      ),
      why: `The imports go in a circle${circle === '' ? '' : `: ${circle}`}, and back to \`${module}\`, which has not come to \`${name}\`.`,
      advice: `Move \`${name}\` into a module that both can import, or import it inside the function that uses it.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'the application and its routes import each other',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'import other\nfrom fastapi import FastAPI\n\napp = FastAPI()\n',
        'other.py': 'from app import app\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import other',
          '  File "/app/other.py", line 1, in <module>',
          '    from app import app',
          "ImportError: cannot import name 'app' from partially initialized module 'app' (most likely due to a circular import) (/app/app.py)",
        ),
      },
      place: 'other.py:1',
    },
    {
      title: 'through the module instead of a name',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'import a\n',
        'a.py': 'import b\nx = b.y\n',
        'b.py': 'import a\ny = a.x\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import a',
          '  File "/app/a.py", line 1, in <module>',
          '    import b',
          '  File "/app/b.py", line 2, in <module>',
          '    y = a.x',
          '        ^^^',
          "AttributeError: partially initialized module 'a' has no attribute 'x' (most likely due to a circular import)",
        ),
      },
      place: 'b.py:2',
    },
  ],
  confusions: [
    {
      title: 'a file that bears the name of the framework imports itself',
      is: 'module-shadowed',
      dockerfile: servedBy('["uvicorn", "fastapi:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'fastapi.py': 'from fastapi import FastAPI\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/fastapi.py", line 1, in <module>',
          '    from fastapi import FastAPI',
          "ImportError: cannot import name 'FastAPI' from partially initialized module 'fastapi' (most likely due to a circular import) (/app/fastapi.py)",
        ),
      },
    },
  ],
};
