import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { moduleInOtherCase, missingModule } from '../symptoms/python/missing-module.ts';
import { ownPlace } from '../symptoms/place.ts';
import { distributionOf, isDeclared } from '../symptoms/python/python-packages.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { runningPython } from '../symptoms/python/running-python.ts';
import { isOlder, standardSince } from '../symptoms/python/standard-library.ts';
import { spoken } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { wantedName, type WantedName } from '../symptoms/python/wanted-name.ts';
import { shortName, type Traceback } from '../traceback/traceback.ts';

export const importNameMissing: Diagnosis = {
  id: 'import-name-missing',
  blames: 'image',
  summary: 'a module is there, and has no such name as is imported from it',
  why: 'The module that Python found is not the one that the import was written for: another version of a package, a file that was changed, a name in other letter case. Where it was found is told behind the name.',
  references: ['https://docs.python.org/3/library/exceptions.html#ImportError'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    if (fatal === undefined) return;
    const missing = missingModule(symptoms);
    if (missing?.kind === 'case') {
      yield otherCase(symptoms, fatal, missing.name);
      return;
    }
    // A whole module that is missing is told by those that know where it should come from.
    if (missing !== undefined) return;
    const wanted = wantedName(symptoms);
    // A library that asks another one for a name is not the application's affair; what a line does with a module is no import.
    if (wanted === undefined || !/^(?:Import|ModuleNotFound)Error$/.test(shortName(fatal))) return;
    if (ownPlace(fatal, facts)?.frame !== fatal.frames.at(-1)) return;
    const remedy = remedyOf(wanted, symptoms, fatal);
    if (remedy === undefined) return;
    const { module, name } = wanted;
    const place = raisedAt(fatal, symptoms);
    yield {
      headline: fittingHeadline(
        `\`${module}\` has no \`${name}\``,
        `a module has no \`${name}\``,
        'a module lacks a name that is imported',
      ),
      ...remedy,
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'a package in a version that has no such name',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from fastapi import Nothing\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from fastapi import Nothing',
          "ImportError: cannot import name 'Nothing' from 'fastapi' (/usr/local/lib/python3.11/dist-packages/fastapi/__init__.py)",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a part that this version of the package does not have',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import fastapi.nothing\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import fastapi.nothing',
          "ModuleNotFoundError: No module named 'fastapi.nothing'",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'a module that its package does not have',
      dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app/__init__.py': '',
        'app/main.py': 'from app.routes import router\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app/main.py", line 1, in <module>',
          '    from app.routes import router',
          "ModuleNotFoundError: No module named 'app.routes'",
        ),
      },
      place: 'app/main.py:1',
    },
    {
      title: 'a module of a package, in other letter case',
      dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app/__init__.py': '',
        'app/main.py': 'from app.Routes import router\n',
        'app/routes.py': 'router = 1\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app/main.py", line 1, in <module>',
          '    from app.Routes import router',
          "ModuleNotFoundError: No module named 'app.Routes'",
        ),
      },
      place: 'app/main.py:1',
      fixed: 'from app.routes import router',
    },
    {
      title: 'a module of the application',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from fleet import ship\n', 'fleet.py': 'ships = []\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from fleet import ship',
          "ImportError: cannot import name 'ship' from 'fleet' (/app/fleet.py)",
        ),
      },
      place: 'app.py:1',
    },
    {
      title: "a capital letter that the file does not have: some developers' machines do not tell them apart",
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from Services import ship\n', 'services.py': 'ship = 1\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from Services import ship',
          "ModuleNotFoundError: No module named 'Services'",
        ),
      },
      place: 'app.py:1',
      fixed: 'from services import ship',
    },
  ],
  confusions: [
    {
      title: 'a name that Python itself got later',
      is: 'python-too-old-for-source',
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
    },
    {
      title: 'one package asks another for a name',
      is: 'framework-version-conflict',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}flask==1.1.2\n`, 'app.py': 'import flask\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import flask',
          '  File "/usr/local/lib/python3.11/site-packages/flask/__init__.py", line 14, in <module>',
          '    from jinja2 import escape',
          "ImportError: cannot import name 'escape' from 'jinja2' (/usr/local/lib/python3.11/site-packages/jinja2/__init__.py)",
        ),
      },
    },
  ],
};

type Remedy = Pick<Recognised, 'title' | 'why' | 'advice'>;

/** Undefined where another diagnosis knows more. */
function remedyOf({ kind, module, name, file }: WantedName, symptoms: Symptoms, fatal: Traceback): Remedy | undefined {
  const { facts } = symptoms;
  switch (kind) {
    case 'own': {
      const path = file === undefined ? `\`${module}\`` : `\`${facts.context.reportPath(file)}\``;
      return {
        title: fittingTitle(`${path} defines no \`${name}\``, `a module of the application defines no \`${name}\``),
        why: 'Python found the file of the application, and nothing of that name in it.',
        advice: `Import a name that ${path} has, or define \`${name}\` there; a file that \`.dockerignore\` or COPY leaves out counts too.`,
      };
    }
    case 'standard': {
      const python = runningPython(symptoms, fatal);
      const since = standardSince(`${module}.${name}`);
      if (since !== undefined && python !== undefined && isOlder(python, since)) return undefined;
      return {
        title: fittingTitle(
          `\`${module}\` of Python${python === undefined ? '' : ` ${python}`} has no \`${name}\``,
          `Python has no \`${name}\` there`,
        ),
        why: 'The name was taken out of Python, has come later, or was never there.',
        advice:
          'Import it from where this Python has it, or take the base image whose Python the application was written for.',
      };
    }
    case 'installed': {
      const declared = isDeclared(facts, module)[0];
      return {
        title: fittingTitle(
          `the installed \`${module}\` has no \`${name}\``,
          `an installed package has no \`${name}\``,
        ),
        why:
          declared === undefined
            ? 'It is installed in a version that does not have the name, or does not have it any more.'
            : `${spoken(declared.location)} asks for \`${distributionOf(module)}${declared.specifier}\`, and that version does not have the name.`,
        advice: 'Require the version that the application was written for, or import what the installed one has.',
      };
    }
    case 'shadowed':
    case 'circular':
    case 'native':
      return undefined;
  }
}

function otherCase(symptoms: Symptoms, fatal: Traceback, module: string): Recognised {
  const { facts } = symptoms;
  const right = moduleInOtherCase(facts, module) ?? module.toLowerCase();
  const own = ownPlace(fatal, facts);
  const place = raisedAt(fatal, symptoms);
  const column = own === undefined ? -1 : sourceColumn(facts, own.path, own.location.line, module);
  return {
    headline: fittingHeadline(
      `the module is called \`${right}\`, not \`${module}\``,
      'a module is imported in the wrong letter case',
    ),
    title: fittingTitle(
      `\`${module}\` is imported, and the module is called \`${right}\``,
      'a module is imported in the wrong letter case',
    ),
    why: 'Linux tells capital letters from small ones; macOS and Windows may not, so the mistake shows only in the image.',
    advice: `Write \`${right}\` in the import.`,
    ...(place === undefined ? {} : { location: place }),
    evidence: raisedEvidence(fatal, symptoms),
    explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    ...(own === undefined || column < 0
      ? {}
      : {
          fix: {
            title: `Import \`${right}\``,
            safety: 'safe',
            edits: [
              {
                location: { ...own.location, column: column + 1, endColumn: column + 1 + module.length },
                text: right,
              },
            ],
          },
        }),
  };
}

function sourceColumn({ context }: Facts, path: string, line: number, module: string): number {
  const text = context.readText(path)?.split(/\r\n|\n|\r/)[line - 1] ?? '';
  return new RegExp(`\\b${module.replaceAll('.', String.raw`\.`)}\\b`).exec(text)?.index ?? -1;
}
