import { fittingHeadline } from '../symptoms/fitting.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { packagePlace, requirementsLine } from '../symptoms/build/required-package.ts';
import { conflict } from '../symptoms/build/conflict.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep, servedBy } from './example.ts';

const install = 'pip install --no-cache-dir -r requirements.txt';
const both = 'fastapi==0.100.0\nstarlette==0.50.0\n';

export const requirementConflict: Diagnosis = {
  id: 'requirement-conflict',
  blames: 'image',
  summary: 'two requirements cannot be met together',
  why: 'Each package says which versions of others it goes with. Where two demands on one package have no version in common, the installer gives up.',
  references: ['https://pip.pypa.io/en/stable/topics/dependency-resolution/#dealing-with-dependency-conflicts'],
  moments: ['build'],
  *recognise(symptoms) {
    const found = conflict(symptoms.log);
    if (found === undefined) return;
    const { facts, build } = symptoms;
    const { at, names, demands, lines } = found;
    const [first, second] = names;
    const place =
      (at === undefined ? undefined : requirementsLine(facts, ...at)?.location) ?? packagePlace(facts, build, first);
    const together = first === undefined || second === undefined ? undefined : `\`${first}\` and \`${second}\``;
    const other = second === undefined ? undefined : facts.python.declared(second)[0]?.location;
    yield {
      headline: fittingHeadline(
        `the build stops, ${together ?? 'two requirements'} conflict`,
        'the build stops, two requirements conflict',
      ),
      title:
        together === undefined || together.length > 50
          ? 'two requirements cannot be met together'
          : `${together} cannot be installed together`,
      why:
        demands.length === 0
          ? 'No version meets both demands.'
          : `${demands.map((each) => `\`${each}\``).join(', ')}: no version meets both.`,
      advice: `Loosen ${second === undefined ? 'one of the demands' : `the version of \`${first}\` or of \`${second}\``}, and lock anew where the versions come from a lock.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...buildEvidence(symptoms, lines),
        ...(other === undefined || (other.path === place?.path && other.line === place.line)
          ? []
          : [{ kind: 'source' as const, location: other, note: 'the other demand' }]),
      ],
      explains: ['build-step-failed', 'requirement-version-not-found'],
    };
  },
  examples: [
    {
      title: 'pip',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'requirements.txt': both },
      saw: {
        build: failedStep(4, install, [
          'ERROR: Cannot install -r requirements.txt (line 1) and starlette==0.50.0 because these package versions have conflicting dependencies.',
          '',
          'The conflict is caused by:',
          '    The user requested starlette==0.50.0',
          '    fastapi 0.100.0 depends on starlette<0.28.0 and >=0.27.0',
          '',
          'To fix this you could try to:',
          "1. loosen the range of package versions you've specified",
          'ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts',
        ]),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'uv',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('pip install --no-cache-dir', 'uv pip install --system'),
      files: { 'requirements.txt': both },
      saw: {
        build: failedStep(4, 'uv pip install --system -r requirements.txt', [
          'error: No solution found when resolving dependencies',
          '  cause: Because fastapi==0.100.0 depends on starlette>=0.27.0,<0.28.0 and you require fastapi==0.100.0, we can conclude that you require starlette>=0.27.0,<0.28.0.',
          '         And because you require starlette==0.50.0, we can conclude that your requirements are unsatisfiable.',
        ]),
      },
      place: 'requirements.txt:1',
    },
    {
      title: 'poetry',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY pyproject.toml .\nRUN poetry install --no-root\n',
      files: {
        'pyproject.toml':
          '[project]\nname = "ships"\nversion = "1"\ndependencies = [\n  "fastapi==0.100.0",\n  "starlette==0.50.0",\n]\n',
      },
      saw: {
        build: failedStep(4, 'poetry install --no-root', [
          'Resolving dependencies...',
          '',
          'Because fastapi (0.100.0) depends on starlette (>=0.27.0,<0.28.0)',
          ' and ships depends on starlette (0.50.0), fastapi is forbidden.',
          'So, because ships depends on fastapi (0.100.0), version solving failed.',
        ]),
      },
      place: 'pyproject.toml:5',
    },
    {
      title: '`pip check` at the end of the step',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace(
        'requirements.txt\nCOPY',
        'requirements.txt && pip check\nCOPY',
      ),
      files: { 'requirements.txt': both },
      saw: {
        build: failedStep(4, `${install} && pip check`, [
          'fastapi 0.100.0 has requirement starlette<0.28.0,>=0.27.0, but you have starlette 0.50.0.',
        ]),
      },
      place: 'requirements.txt:1',
    },
  ],
  confusions: [
    {
      title: 'one demand alone, for a version that does not exist',
      is: 'requirement-version-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN uv pip install --system fastapi==0.0.99\n',
      saw: {
        build: failedStep(2, 'uv pip install --system fastapi==0.0.99', [
          'error: No solution found when resolving dependencies',
          '  cause: Because there is no version of fastapi==0.0.99 and you require fastapi==0.0.99, we can conclude that your requirements are unsatisfiable.',
        ]),
      },
    },
  ],
};
