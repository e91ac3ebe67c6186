import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import { distributionOf, isDeclared } from '../symptoms/python/python-packages.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { spoken } from '../symptoms/start.ts';
import { versionConflict } from '../symptoms/python/version-conflict.ts';
import { headlineOf } from '../traceback/traceback.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, lifespanTraceback, requirements, servedBy } from './example.ts';

const packages = '/usr/local/lib/python3.11/dist-packages';

export const frameworkVersionConflict: Diagnosis = {
  id: 'framework-version-conflict',
  blames: 'image',
  summary: 'two installed packages do not go together in these versions',
  why: 'One package calls the other in a way that the installed version does not know, or was compiled against another one. pip allows that where the requirements of neither exclude it, or where one was pinned by hand.',
  references: ['https://pip.pypa.io/en/stable/topics/dependency-resolution/'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    const conflict = versionConflict(symptoms);
    if (fatal === undefined || conflict === undefined) return;
    const { asks, asked } = conflict;
    const names = [asks, asked].flatMap((module) => (module === undefined ? [] : [`\`${distributionOf(module)}\``]));
    const both = names.join(' and ');
    const declared = declaredPlace(facts, asked) ?? declaredPlace(facts, asks);
    const place = declared ?? raisedAt(fatal, symptoms);
    const told = headlineOf(fatal).replaceAll('`', "'");
    yield {
      headline:
        names.length === 2
          ? fittingHeadline(`${both} do not go together`, 'two installed packages do not go together')
          : fittingHeadline(
              `${both} meets a version that it does not know`,
              'two installed packages do not go together',
            ),
      title: fittingTitle(
        names.length === 2
          ? `these versions of ${both} do not go together`
          : `${both} calls a package in a version that it does not know`,
        'two installed packages do not go together in these versions',
      ),
      why: `${asks === undefined ? 'A package' : `\`${distributionOf(asks)}\``} fails in its own code with \`${told.length > 120 ? `${told.slice(0, 119)}…` : told}\`, not in that of the application.`,
      advice:
        declared === undefined
          ? `Require versions of ${both} that belong together, and lock them.`
          : `Change the version in ${spoken(declared)} to one that goes with the others, and lock them all.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception', 'import-name-missing'],
    };
  },
  examples: [
    {
      title: 'FastAPI with a Starlette that has dropped an argument',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': 'fastapi==0.110.0\nstarlette==1.10.0\nuvicorn==0.54.0\n',
        'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          '    app = FastAPI()',
          '          ^^^^^^^^^',
          `  File "${packages}/fastapi/applications.py", line 936, in __init__`,
          '    self.router: routing.APIRouter = routing.APIRouter(',
          '                                     ^^^^^^^^^^^^^^^^^^',
          `  File "${packages}/fastapi/routing.py", line 831, in __init__`,
          '    super().__init__(',
          "TypeError: Router.__init__() got an unexpected keyword argument 'on_startup'",
        ),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'a package that was compiled against another NumPy',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': `${requirements}numpy==2.2.0\npandas==2.0.3\n`, 'app.py': 'import pandas\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import pandas',
          `  File "${packages}/pandas/__init__.py", line 22, in <module>`,
          '    from pandas.compat import is_numpy_dev as _is_numpy_dev',
          '  File "pandas/_libs/interval.pyx", line 1, in init pandas._libs.interval',
          'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
        ),
      },
      place: 'requirements.txt:3',
    },
    {
      title: 'passlib, which is older than the bcrypt that it tests',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': `${requirements}passlib==1.7.4\nbcrypt==5.0.0\n`,
        'app.py': 'print(context.hash("a"))\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    print(context.hash("a"))',
          `  File "${packages}/passlib/handlers/bcrypt.py", line 655, in _calc_checksum`,
          '    hash = _bcrypt.hashpw(secret, config)',
          'ValueError: password cannot be longer than 72 bytes, truncate manually if necessary (e.g. my_password[:72])',
        ),
      },
      place: 'requirements.txt:4',
    },
  ],
  confusions: [
    {
      title: 'a framework calls a function of the application, which takes no argument',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'async def lifespan():\n    yield\n' },
      saw: {
        exitCode: 3,
        log: lifespanTraceback(
          '  File "/usr/local/lib/python3.11/dist-packages/starlette/routing.py", line 566, in __aenter__',
          '    await self._router.startup()',
          'TypeError: lifespan() takes 0 positional arguments but 1 was given',
        ),
      },
    },
    {
      title: 'the application calls a package in a wrong way',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'app = FastAPI(title="a", name=1)\nrun(name=1)\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 2, in <module>',
          '    run(name=1)',
          "TypeError: run() got an unexpected keyword argument 'name'",
        ),
      },
    },
    {
      title: 'what passlib prints of an older bcrypt, before the application ends for a reason of its own',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': '' },
      saw: {
        exitCode: 1,
        log: [
          '(trapped) error reading bcrypt version',
          'Traceback (most recent call last):',
          `  File "${packages}/passlib/handlers/bcrypt.py", line 620, in _load_backend_mixin`,
          '    version = _bcrypt.__about__.__version__',
          '              ^^^^^^^^^^^^^^^^^',
          "AttributeError: module 'bcrypt' has no attribute '__about__'",
          'no ships today',
        ],
      },
    },
    {
      title: 'what passlib prints of an older bcrypt, and lives on',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': '' },
      saw: {
        log: [
          '(trapped) error reading bcrypt version',
          'Traceback (most recent call last):',
          `  File "${packages}/passlib/handlers/bcrypt.py", line 620, in _load_backend_mixin`,
          '    version = _bcrypt.__about__.__version__',
          '              ^^^^^^^^^^^^^^^^^',
          "AttributeError: module 'bcrypt' has no attribute '__about__'",
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};

function declaredPlace(facts: Facts, module: string | undefined): Location | undefined {
  return module === undefined ? undefined : isDeclared(facts, module)[0]?.location;
}
