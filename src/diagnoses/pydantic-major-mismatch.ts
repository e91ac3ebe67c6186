import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { ownPlace } from '../symptoms/place.ts';
import { pydanticMismatch } from '../symptoms/python/pydantic-mismatch.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { spoken } from '../symptoms/start.ts';
import { headlineOf } from '../traceback/traceback.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';

const packages = '/usr/local/lib/python3.11/dist-packages';

export const pydanticMajorMismatch: Diagnosis = {
  id: 'pydantic-major-mismatch',
  blames: 'image',
  summary: 'the code is written for one major version of pydantic, and the image has the other',
  why: 'pydantic 2 renamed, moved and removed much of pydantic 1. A requirement without an upper bound installs the newest, whatever the code was written for.',
  references: ['https://docs.pydantic.dev/latest/migration/'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    const mismatch = pydanticMismatch(symptoms);
    if (fatal === undefined || mismatch === undefined) return;
    const { written } = mismatch;
    const has = written === 1 ? 2 : 1;
    const own = ownPlace(fatal, facts);
    const inLibrary =
      own === undefined || own.frame !== fatal.frames.findLast(({ file }) => !/\/pydantic\w*\/|^</.test(file));
    const declared = facts.python.declared('pydantic')[0]?.location;
    const place = (inLibrary ? declared : undefined) ?? raisedAt(fatal, symptoms);
    const told = headlineOf(fatal)
      .replaceAll('`', "'")
      .replace(/^[\w.]+: /, '');
    yield {
      headline: fittingHeadline(`it is written for pydantic ${written}, the image has ${has}`),
      title: fittingTitle(
        `code for pydantic ${written} runs under pydantic ${has}: ${told}`,
        `code for pydantic ${written} runs under pydantic ${has}`,
      ),
      why: inLibrary
        ? `A package that the application imports expects pydantic ${written}; the image has pydantic ${has}.`
        : `${own === undefined ? 'It' : spoken(own.location)} uses what only pydantic ${written} has.`,
      advice:
        written === 1
          ? `${inLibrary ? 'Require a later version of that package' : 'Change the line as the migration guide says'}, or require \`pydantic<2\`.`
          : 'Require `pydantic>=2`, and what depends on it in versions that accept it.',
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: [
        'worker-crash-loop',
        'startup-failed',
        'unhandled-exception',
        'import-name-missing',
        'framework-version-conflict',
      ],
    };
  },
  examples: [
    {
      title: 'settings that have moved into a package of their own',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'from pydantic import BaseSettings\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from pydantic import BaseSettings',
          `  File "${packages}/pydantic/_migration.py", line 305, in wrapper`,
          '    raise PydanticImportError(',
          'pydantic.errors.PydanticImportError: `BaseSettings` has been moved to the `pydantic-settings` package. See https://pydantic.dev/docs/validation/2.14/migration/#basesettings-has-moved-to-pydantic-settings for more details',
          '',
          'For further information visit https://errors.pydantic.dev/2.14/u/import-error',
        ),
      },
      place: 'app.py:1',
    },
    {
      title: 'an argument that has another name now',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': "from pydantic import Field\n\nname = Field(regex='x')\n" },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          "    name = Field(regex='x')",
          `  File "${packages}/pydantic/fields.py", line 1481, in Field`,
          "    raise PydanticUserError('`regex` is removed. use `pattern` instead', code='removed-kwargs')",
          'pydantic.errors.PydanticUserError: `regex` is removed. use `pattern` instead',
        ),
      },
      place: 'app.py:3',
    },
    {
      title: 'a name that pydantic 1 does not have',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': `${requirements}pydantic==1.10.26\n`,
        'app.py': 'from pydantic import field_validator\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    from pydantic import field_validator',
          `ImportError: cannot import name 'field_validator' from 'pydantic' (${packages}/pydantic/__init__.cpython-311-x86_64-linux-gnu.so)`,
        ),
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'a fault of the model itself, which both versions refuse',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'class Ship(BaseModel):\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    class Ship(BaseModel):',
          `  File "${packages}/pydantic/_internal/_generate_schema.py", line 251, in check_decorator_fields_exist`,
          '    raise PydanticUserError(',
          "pydantic.errors.PydanticUserError: Decorators defined with incorrect fields: app.Ship:507763312.x (use check_fields=False if you're inheriting from the model and intended this)",
          '',
          'For further information visit https://errors.pydantic.dev/2.14/u/decorator-missing-field',
        ),
      },
    },
  ],
};
