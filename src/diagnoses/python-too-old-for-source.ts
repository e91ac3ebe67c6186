import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Location } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { newerPython } from '../symptoms/python/newer-python.ts';
import { ownPlace } from '../symptoms/place.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { spoken } from '../symptoms/start.ts';

const newTypes = 'type Ship = str\n';

export const pythonTooOldForSource: Diagnosis = {
  id: 'python-too-old-for-source',
  blames: 'image',
  summary: 'the application is written for a later Python than that of the image',
  why: 'Python reads a whole file before it runs any of it, so one line of newer syntax ends the import; newer modules and names of the standard library are missed as soon as they are imported.',
  references: ['https://docs.python.org/3/whatsnew/index.html'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    const newer = fatal === undefined ? undefined : newerPython(symptoms);
    if (fatal === undefined || newer === undefined) return;
    const { what, since = newer.running, running, isForeign } = newer;
    const own = ownPlace(fatal, facts);
    const base = baseLocation(facts);
    const place = base ?? raisedAt(fatal, symptoms);
    const who = isForeign ? 'an installed package' : own === undefined ? 'the application' : spoken(own.location);
    yield {
      headline: fittingHeadline(
        `it is written for Python ${since}, the image has ${running}`,
        `the image's Python ${running} is too old for it`,
      ),
      title: fittingTitle(
        `${what} needs Python ${since}, and the image has ${running}`,
        `the source needs Python ${since}, and the image has ${running}`,
      ),
      why: `${who.charAt(0).toUpperCase()}${who.slice(1)} has ${what}, which came with Python ${since}.`,
      advice: `Take a base image with Python ${since} or later, or ${isForeign ? 'require a version of the package that supports' : 'write the line for'} Python ${running}.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception', 'syntax-error', 'missing-requirement'],
    };
  },
  examples: [
    {
      title: 'the type statement of Python 3.12',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': newTypes },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1',
          '    type Ship = str',
          '         ^^^^',
          'SyntaxError: invalid syntax',
        ),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'an f-string with quotes of its own kind inside',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': "ship = {'name': 'Fram'}\ntext = f'{ship['name']}'\n" },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 2',
          "    text = f'{ship['name']}'",
          '                    ^',
          "SyntaxError: f-string: unmatched '['",
        ),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'a name of the standard library',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from typing import override\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from typing import override',
          "ImportError: cannot import name 'override' from 'typing' (/usr/lib/python3.11/typing.py)",
        ),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'a compiled module of it, of which Python knows no place',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from itertools import batched\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from itertools import batched',
          "ImportError: cannot import name 'batched' from 'itertools' (unknown location)",
        ),
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'a whole module of it, under Python 3.9',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('3.11', '3.9'),
      files: { 'requirements.txt': requirements, 'app.py': 'import tomllib\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.9/site-packages/uvicorn/importer.py", line 19, in import_from_string',
          '    module = importlib.import_module(module_str)',
          '  File "/app/app.py", line 1, in <module>',
          '    import tomllib',
          "ModuleNotFoundError: No module named 'tomllib'",
        ],
      },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'a line that no Python reads',
      is: 'syntax-error',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': '<<<<<<< HEAD\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1',
          '    <<<<<<< HEAD',
          '    ^^',
          'SyntaxError: invalid syntax',
        ),
      },
    },
    {
      title: 'a module that comes with no Python',
      is: 'missing-requirement',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import tomli\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import tomli',
          "ModuleNotFoundError: No module named 'tomli'",
        ),
      },
    },
  ],
};

/** The FROM that brings Python: that of the image, through the stages below it. */
function baseLocation({ dockerfile, target }: Facts): Location | undefined {
  let stage = target;
  while (stage?.base.kind === 'stage') stage = stage.base.stage;
  return stage?.from === undefined ? undefined : locationOf(dockerfile, stage.from.span);
}
