import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Fix } from '../finding.ts';
import type { Facts } from '../facts/facts.ts';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { missingExtra as extraMissing } from '../symptoms/python/missing-extra.ts';
import { ownPlace } from '../symptoms/place.ts';
import { pinnedElsewhere, requirementPlace } from '../symptoms/python/python-packages.ts';
import { raisedEvidence } from '../symptoms/python/raised.ts';
import { serverOf, spoken, startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';

const packages = '/usr/local/lib/python3.11/dist-packages';

export const missingExtra: Diagnosis = {
  id: 'missing-extra',
  blames: 'image',
  summary: 'a package that is installed needs another one for what it is asked to do',
  why: 'Some packages bring the rarer things that they need only as an extra: forms, templates, checked e-mail addresses, a quicker event loop. Without it the import succeeds, and the first use does not.',
  references: ['https://packaging.python.org/en/latest/specifications/dependency-specifiers/#extras'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const missing = extraMissing(symptoms);
    if (missing === undefined) return;
    const { requirement, line } = missing;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const option = serverOf(facts)?.options.find(({ value }) => value?.text === requirement)?.value?.location;
    const file = requirementPlace(facts);
    const place = own?.location ?? option ?? file?.location ?? startPlace(facts);
    const fix = fixOf(facts, requirement);
    yield {
      headline: fittingHeadline(
        `it needs \`${requirement}\`, which is not installed`,
        'it needs an extra that is not installed',
      ),
      title: fittingTitle(
        own === undefined
          ? `the server is asked for what only \`${requirement}\` does, and that is not installed`
          : `${spoken(own.location)} needs \`${requirement}\`, and nothing installs that`,
        `\`${requirement}\` is needed, and nothing installs it`,
      ),
      why: 'What is used here works only with that package, and the one that offers it does not bring it.',
      advice:
        file === undefined
          ? `Add \`${requirement}\` to the project's dependencies, and lock them anew.`
          : `Add \`${requirement}\` to \`${file.path}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence:
        fatal === undefined
          ? [...(container === undefined ? [] : exitEvidence(container)), ...logLines(symptoms, [line])]
          : raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception', 'missing-requirement'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'a form without the package that reads it',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi import FastAPI, Form\n\napp = FastAPI()\n\n\n@app.post("/")\ndef add(name: str = Form()) -> None: ...\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 6, in <module>',
          '    @app.post("/")',
          '     ^^^^^^^^^^^^^',
          `  File "${packages}/fastapi/dependencies/utils.py", line 121, in ensure_multipart_is_installed`,
          '    raise RuntimeError(multipart_not_installed_error) from None',
          'RuntimeError: Form data requires "python-multipart" to be installed. ',
          'You can install "python-multipart" with: ',
          '',
          'pip install python-multipart',
          '',
        ),
      },
      place: 'app.py:6',
      fixed: 'python-multipart',
    },
    {
      title: 'a checked e-mail address: the extra is named, and the package itself',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'from pydantic import BaseModel, EmailStr\n\n\nclass Captain(BaseModel):\n    address: EmailStr\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 4, in <module>',
          '    class Captain(BaseModel):',
          `  File "${packages}/pydantic/networks.py", line 1042, in import_email_validator`,
          '    raise ImportError("email-validator is not installed, run `pip install \'pydantic[email]\'`") from e',
          "ImportError: email-validator is not installed, run `pip install 'pydantic[email]'`",
        ),
      },
      place: 'app.py:4',
      fixed: 'email-validator',
    },
    {
      title: 'an option of the server',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--loop", "uvloop"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/uvicorn", line 8, in <module>',
          '    sys.exit(main())',
          `  File "${packages}/uvicorn/loops/uvloop.py", line 6, in <module>`,
          '    import uvloop',
          "ModuleNotFoundError: No module named 'uvloop'",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'uvloop',
    },
    {
      title: 'the command `fastapi` without what it needs',
      dockerfile: servedBy('["fastapi", "run", "app.py"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/usr/local/bin/fastapi", line 8, in <module>',
          '    sys.exit(main())',
          `  File "${packages}/fastapi/cli.py", line 12, in main`,
          '    raise RuntimeError(message)  # noqa: B904',
          'RuntimeError: To use the fastapi command, please install "fastapi[standard]":',
          '',
          '\tpip install "fastapi[standard]"',
          '',
        ],
      },
      place: 'requirements.txt:2',
      fixed: 'fastapi[standard]',
    },
    {
      title: 'SQLAlchemy asked to wait, without the library for it',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': `${requirements}sqlalchemy==2.1.9\n`,
        'app.py': 'from sqlalchemy.ext.asyncio import create_async_engine\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from sqlalchemy.ext.asyncio import create_async_engine',
          `  File "${packages}/sqlalchemy/util/concurrency.py", line 83, in _initialize`,
          '    raise ImportError(_ERROR_MESSAGE) from e',
          "ImportError: The SQLAlchemy asyncio module requires that the Python 'greenlet' library is installed.  In order to ensure this dependency is available, use the 'sqlalchemy[asyncio]' install target:  'pip install sqlalchemy[asyncio]'",
        ),
      },
      place: 'app.py:1',
      fixed: 'greenlet',
    },
  ],
  confusions: [
    {
      title: 'an import of the application itself',
      is: 'missing-requirement',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import uvloop\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import uvloop',
          "ModuleNotFoundError: No module named 'uvloop'",
        ),
      },
    },
  ],
};

/** Where hashes are demanded, a line without one would be refused. */
function fixOf(facts: Facts, requirement: string): Fix | undefined {
  const place = requirementPlace(facts);
  const used = facts.python.requirementsFiles.at(-1)?.file;
  if (place === undefined || used?.requirements.some(({ hashed }) => hashed) === true) return undefined;
  const version = requirement.includes('[') ? undefined : pinnedElsewhere(facts, requirement);
  return {
    title: `Add \`${requirement}\``,
    safety: 'safe',
    edits: [place.edit(version === undefined ? requirement : `${requirement}==${version}`)],
  };
}
