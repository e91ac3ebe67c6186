import { literal } from '../literal.ts';
import type { Fix, Location } from '../finding.ts';
import { nearest } from '../nearest.ts';
import { isServerProgram, programName } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, refusedByRunc, requirements, servedBy } from './example.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { startPlace } from '../symptoms/start.ts';
import { wordNaming } from '../symptoms/start/started-file.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

/** What a Python image is started with; short names are near to too many others. */
const programs = [
  'uvicorn gunicorn hypercorn granian fastapi daphne waitress-serve python python3 poetry pipenv alembic celery honcho',
  'supervisord flask django-admin dumb-init',
]
  .join(' ')
  .split(' ');

export const commandMisspelt: Diagnosis = {
  id: 'command-misspelt',
  blames: 'image',
  summary: 'the name of the program that is started is misspelt',
  why: 'The image has no program of that name, and one that differs in a letter or two is what Python images are started with.',
  references: ['https://docs.docker.com/reference/dockerfile/#cmd'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const missing = refusedProgram(symptoms);
    if (missing?.kind !== 'unknown' && missing?.kind !== 'absent') return;
    const name = programName(missing.program);
    const meant = name.length < 5 || isServerProgram(name) ? undefined : nearest(name, programs);
    if (meant === undefined || isOwn(name, symptoms)) return;
    const word = wordNaming(missing.program, symptoms.facts);
    const place = word?.location ?? startPlace(symptoms.facts);
    yield {
      headline: `it starts \`${name}\`, and means \`${meant}\``,
      title: `the command starts \`${name}\`, which is nearly \`${meant}\``,
      why: 'The image has no program of that name.',
      advice: `Write \`${meant}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: endEvidence(symptoms),
      explains: ['server-not-installed', 'command-not-found', 'moved-virtualenv', 'entrypoint-not-found'],
      ...fixOf(word, name, meant),
    };
  },
  examples: [
    {
      title: 'two letters in the wrong order',
      dockerfile: servedBy('["uvicron", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: refusedByRunc(127, 'exec: "uvicron": executable file not found in $PATH'),
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'through a shell',
      dockerfile: servedBy('exec guvicorn app:app -b 0.0.0.0:8000'),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: exec: guvicorn: not found'] },
      place: 'Dockerfile:7',
      fixed: 'CMD exec uvicorn app:app -b 0.0.0.0:8000',
    },
    {
      title: 'as a module',
      dockerfile: servedBy('["python", "-m", "uvicon", "app:app"]'),
      files,
      saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named uvicon'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["python", "-m", "uvicorn", "app:app"]',
    },
    {
      title: 'by its whole path',
      dockerfile: servedBy('["/usr/local/bin/uvicron", "app:app"]'),
      files,
      saw: refusedByRunc(127, 'exec: "/usr/local/bin/uvicron": stat /usr/local/bin/uvicron: no such file or directory'),
      place: 'Dockerfile:7',
      fixed: 'CMD ["/usr/local/bin/uvicorn", "app:app"]',
    },
  ],
  confusions: [
    {
      title: 'the name is right, and the server is not installed',
      is: 'server-not-installed',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { ...files, 'requirements.txt': 'fastapi==0.165.0\n' },
      saw: refusedByRunc(127, 'exec: "uvicorn": executable file not found in $PATH'),
    },
    {
      title: 'a program of another name',
      is: 'command-not-found',
      dockerfile: servedBy('["caddy", "run"]'),
      files,
      saw: refusedByRunc(127, 'exec: "caddy": executable file not found in $PATH'),
    },
  ],
};

/** A script, a module or an installed package of the project bears that very name. */
function isOwn(name: string, { facts }: Symptoms): boolean {
  const own = new RegExp(`(?:^|/)${literal(name)}(?:\\.py|\\.sh|/__init__\\.py|/__main__\\.py)?$`);
  return facts.python.declared(name).length > 0 || facts.context.listing.files.some((file) => own.test(file));
}

function fixOf(word: CommandWord | undefined, name: string, meant: string): { readonly fix?: Fix } {
  if (word?.literal !== true || word.location.line !== word.location.endLine) return {};
  const location: Location = { ...word.location, column: word.location.endColumn - name.length };
  return { fix: { title: `Start \`${meant}\``, safety: 'safe', edits: [{ location, text: meant }] } };
}
