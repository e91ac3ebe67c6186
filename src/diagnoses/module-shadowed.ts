import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { linePlace } from '../symptoms/place.ts';
import { isDeclared } from '../symptoms/python/python-packages.ts';
import { raisedEvidence } from '../symptoms/python/raised.ts';
import { isStandardModule } from '../symptoms/python/standard-library.ts';
import { wantedName } from '../symptoms/python/wanted-name.ts';

export const moduleShadowed: Diagnosis = {
  id: 'module-shadowed',
  blames: 'image',
  summary: 'a file of the application bears the name of a package, and Python imports it instead',
  why: 'Python looks in the folder in which the server starts before it looks among installed packages. A `fastapi.py` there hides the package of that name, from the application and from all libraries.',
  references: ['https://docs.python.org/3/tutorial/modules.html#the-module-search-path'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    const wanted = wantedName(symptoms);
    if (fatal === undefined || wanted?.kind !== 'shadowed' || wanted.file === undefined) return;
    const { module, name } = wanted;
    const path = facts.context.reportPath(wanted.file);
    const place = linePlace(facts, wanted.file, 1);
    const isInstalled =
      isDeclared(facts, module).length > 0 ||
      !symptoms.facts.context.listing.files.some((each) => each.includes(`${module}/`));
    const meant = isStandardModule(module)
      ? "Python's own module"
      : isInstalled
        ? 'the installed package'
        : 'the package';
    yield {
      headline: fittingHeadline(
        `\`${path}\` hides ${meant} \`${module}\``,
        `\`${path}\` hides a module of its name`,
        'a file hides a module of its name',
      ),
      title: fittingTitle(
        `\`${path}\` is imported instead of ${meant} \`${module}\``,
        `\`${path}\` is imported instead of ${meant}`,
      ),
      why: `It is found first, and it has no \`${name}\`.`,
      advice: `Give \`${path}\` another name, and change what imports it.`,
      ...(place === undefined ? {} : { location: place.location }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'a file named after the framework',
      dockerfile: servedBy('["uvicorn", "main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
        'fastapi.py': 'x = 1\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/main.py", line 1, in <module>',
          '    from fastapi import FastAPI',
          "ImportError: cannot import name 'FastAPI' from 'fastapi' (/app/fastapi.py)",
        ),
      },
      place: 'fastapi.py:1',
    },
    {
      title: 'the application itself bears the name, so that it imports itself',
      dockerfile: servedBy('["uvicorn", "fastapi:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'fastapi.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/fastapi.py", line 1, in <module>',
          '    from fastapi import FastAPI',
          "ImportError: cannot import name 'FastAPI' from partially initialized module 'fastapi' (most likely due to a circular import) (/app/fastapi.py)",
        ),
      },
      place: 'fastapi.py:1',
    },
    {
      title: 'a file stands where a package with parts is meant',
      dockerfile: servedBy('["uvicorn", "main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': `${requirements}redis==8.1.0\n`,
        'main.py': 'import redis.asyncio\n',
        'redis.py': 'x = 1\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/main.py", line 1, in <module>',
          '    import redis.asyncio',
          "ModuleNotFoundError: No module named 'redis.asyncio'; 'redis' is not a package",
        ),
      },
      place: 'redis.py:1',
    },
    {
      title: "one of Python's own modules, in the words of Python 3.13",
      dockerfile: servedBy('["uvicorn", "main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'main.py': 'import random\nn = random.randint(1, 3)\n',
        'random.py': '',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/main.py", line 2, in <module>',
          '    n = random.randint(1, 3)',
          "AttributeError: module 'random' has no attribute 'randint' (consider renaming '/app/random.py' since it has the same name as the standard library module named 'random' and prevents importing that standard library module)",
        ),
      },
      place: 'random.py:1',
    },
  ],
  confusions: [
    {
      title: 'a module of the application that lacks a name, and hides nothing',
      is: 'import-name-missing',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from fleet import missing\n', 'fleet.py': 'x = 1\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from fleet import missing',
          "ImportError: cannot import name 'missing' from 'fleet' (/app/fleet.py)",
        ),
      },
    },
    {
      title: 'two modules of the application import each other',
      is: 'circular-import',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import other\n', 'other.py': 'from app import app\n' },
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
    },
  ],
};
