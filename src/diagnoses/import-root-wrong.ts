import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { missingModule } from '../symptoms/missing-module.ts';
import { ownPlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

export const importRootWrong: Diagnosis = {
  id: 'import-root-wrong',
  blames: 'image',
  summary: 'a module of the repository is imported from another folder than Python looks in',
  why: 'Python looks for modules in the folder in which the server was started, not beside the file that imports. What works with `python main.py` inside the folder fails as `folder.main` from above.',
  references: ['https://docs.python.org/3/tutorial/modules.html#the-module-search-path'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const missing = missingModule(symptoms);
    if (fatal === undefined || missing?.kind !== 'repository') return;
    const { name } = missing;
    const files = filesOf(symptoms, name);
    const [file] = files;
    if (file === undefined) return;
    const own = ownPlace(fatal, facts);
    const place = own?.location ?? startPlace(facts);
    const copied = files.some((each) => facts.imageFiles?.imagePath(each) !== undefined);
    const path = facts.context.reportPath(file);
    yield {
      headline: short(`Python finds no module \`${name}\` where it looks`),
      title: copied
        ? `\`${name}\` is \`${path}\`, and Python does not look there`
        : `\`${name}\` is \`${path}\`, and no COPY brings that into the image`,
      ...(copied
        ? {
            why: 'Imports begin at the folder in which the server is started, and at those that PYTHONPATH and `--app-dir` name.',
            advice: `Import it by its whole name from there, or add its folder: \`ENV PYTHONPATH=…\`, or \`--app-dir\` for uvicorn.`,
          }
        : {
            why: 'Only what COPY and ADD name is in the image, and of that nothing that `.dockerignore` matches.',
            advice: `Copy \`${path}\`, and let \`.dockerignore\` pass it.`,
          }),
      ...(place === undefined ? {} : { location: place }),
      evidence: [...(container === undefined ? [] : exitEvidence(container)), ...tracebackLines(symptoms, fatal)],
      explains: ['worker-crash-loop', 'startup-failed', 'app-module-not-found'],
    };
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
  ],
  confusions: [
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

/** The module's own files, else those of the package that it lies in. */
function filesOf({ facts }: Symptoms, name: string): readonly string[] {
  const whole = name.replaceAll('.', '/');
  const [top = name] = name.split('.');
  const ends = [`${whole}.py`, `${whole}/__init__.py`, `${top}.py`, `${top}/__init__.py`];
  const { files } = facts.context.listing;
  for (const end of ends) {
    const found = files.filter((file) => file === end || file.endsWith(`/${end}`));
    if (found.length > 0) return found;
  }
  return files.filter((file) => file.startsWith(`${top}/`) || file.includes(`/${top}/`)).slice(0, 1);
}

function short(text: string): string {
  return text.length <= 55 ? text : 'Python finds no module of the repository';
}
