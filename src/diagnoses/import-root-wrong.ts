import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { missingModule } from '../symptoms/python/missing-module.ts';
import { moduleFiles } from '../symptoms/python/module-files.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { serverOf } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const relative =
  /^attempted relative import (?:with no known parent package|beyond top-level package)|^No module named '__main__\./;

export const importRootWrong: Diagnosis = {
  id: 'import-root-wrong',
  blames: 'image',
  summary: 'a module of the repository is imported from another folder than Python looks in',
  why: 'Python looks for modules in the folder in which the server was started, not beside the file that imports. What works with `python main.py` inside the folder fails as `folder.main` from above.',
  references: ['https://docs.python.org/3/tutorial/modules.html#the-module-search-path'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts } = symptoms;
    if (fatal === undefined) return;
    const place = raisedAt(fatal, symptoms);
    const common = {
      ...(place === undefined ? {} : { location: place }),
      evidence: raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception', 'app-module-not-found'],
    };
    const missing = missingModule(symptoms);
    if (missing?.kind === 'repository') {
      const { name } = missing;
      const copied = moduleFiles(name, facts).find((each) => facts.imageFiles?.imagePath(each) !== undefined);
      // What no COPY brings is missing wherever Python looks.
      if (copied === undefined) return;
      yield {
        headline: fittingHeadline(
          `Python finds no module \`${name}\` where it looks`,
          'Python finds no module of the repository',
        ),
        title: fittingTitle(
          `\`${name}\` is \`${facts.context.reportPath(copied)}\`, and Python does not look there`,
          `Python does not look where \`${name}\` is`,
        ),
        why: 'Imports begin at the folder in which the server is started, and at those that PYTHONPATH and `--app-dir` name.',
        advice: remedyOf(symptoms, name, copied),
        ...common,
      };
    } else if (relative.test(fatal.message)) {
      yield {
        headline: 'a relative import has no package around it',
        title: 'a relative import leads out of the package that the server imports',
        why: 'A file that is imported or run by its own name has no package, so `from .` leads nowhere.',
        advice:
          'Start the server in the folder above the package, and name the module with its package: `package.main:app`, or `python -m package.main`.',
        ...common,
      };
    }
  },
  examples: [
    {
      title: 'a module beside the application, imported as if it were at the top',
      dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app/main.py': 'from models import Ship\n',
        'app/models.py': 'class Ship: ...\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app/main.py", line 1, in <module>',
          '    from models import Ship',
          "ModuleNotFoundError: No module named 'models'",
        ),
      },
      place: 'app/main.py:1',
    },
    {
      title: 'a relative import in a file that is served by its own name',
      dockerfile: servedBy('["uvicorn", "main:app", "--host", "0.0.0.0"]').replace('COPY . .', 'COPY ships .'),
      files: {
        'requirements.txt': requirements,
        'ships/main.py': 'from .models import Ship\n',
        'ships/models.py': 'class Ship: ...\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/main.py", line 1, in <module>',
          '    from .models import Ship',
          'ImportError: attempted relative import with no known parent package',
        ),
      },
      place: 'ships/main.py:1',
    },
  ],
  confusions: [
    {
      title: 'no COPY brings the module into the image',
      is: 'file-missing-in-image',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('COPY . .', 'COPY app.py .'),
      files: { 'requirements.txt': requirements, 'app.py': 'import fleet\n', 'fleet.py': 'ships = []\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import fleet',
          "ModuleNotFoundError: No module named 'fleet'",
        ),
      },
    },
    {
      title: 'the module is there, in other letter case',
      is: 'import-name-missing',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import Services\n', 'services.py': 'ships = []\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    import Services',
          "ModuleNotFoundError: No module named 'Services'",
        ),
      },
    },
    {
      title: 'nothing of that name is in the repository',
      is: 'missing-requirement',
      dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app/main.py': 'from models import Ship\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app/main.py", line 1, in <module>',
          '    from models import Ship',
          "ModuleNotFoundError: No module named 'models'",
        ),
      },
    },
  ],
};

/** By whole name where the folder is a package's, by the folder where it is one of sources. */
function remedyOf({ facts }: Symptoms, name: string, file: string): string {
  const inImage = facts.imageFiles?.imagePath(file) ?? file;
  const end = name.replaceAll('.', '/');
  const root = inImage.slice(0, Math.max(1, inImage.lastIndexOf(`/${end}`)));
  const app = serverOf(facts)?.app;
  const [top = ''] = app?.kind === 'import' ? app.module.split('.') : [];
  const sibling = top !== '' && root.endsWith(`/${top}`);
  const byName = sibling ? `Import it by its whole name, \`${top}.${name}\`, or add its folder` : 'Add its folder';
  const option = serverOf(facts)?.server === 'gunicorn' ? '`--chdir` for gunicorn' : '`--app-dir` for uvicorn';
  return `${byName}: \`ENV PYTHONPATH=${root}\`, or ${option}.`;
}
