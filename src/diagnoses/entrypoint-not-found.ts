import { systemInstall } from '../symptoms/build/build-tools.ts';
import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, refusedByRunc, requirements, startedBy } from './example.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { startPlace } from '../symptoms/start.ts';
import { startedFile, wordNaming } from '../symptoms/start/started-file.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const script = '#!/bin/sh\nset -e\nexec "$@"\n';
const files = { 'requirements.txt': requirements, 'app.py': application, 'entrypoint.sh': script };

export const entrypointNotFound: Diagnosis = {
  id: 'entrypoint-not-found',
  blames: 'image',
  summary: 'the container is to start a file that the image does not have',
  why: 'ENTRYPOINT and CMD name files by their path in the image, relative ones from WORKDIR. What COPY does not bring, or .dockerignore keeps away, is not there, whatever the repository holds.',
  references: ['https://docs.docker.com/reference/dockerfile/#entrypoint'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const refused = refusedProgram(symptoms);
    if (refused === undefined || !isStarted(refused.program, symptoms)) return;
    if (refused.kind !== 'absent' && !(refused.kind === 'unknown' && isScript(refused.program, facts))) return;
    const { program } = refused;
    const word = wordNaming(program, facts);
    const place = word?.location ?? startPlace(facts);
    const name = program.slice(program.lastIndexOf('/') + 1);
    const { why, advice, path } = whereabouts(program, name, facts);
    yield {
      headline: fittingHeadline(
        `it starts \`${program}\`, which is not there`,
        'it starts a file that the image does not have',
      ),
      title: `the start names \`${program}\`, and nothing lies at that path in the image`,
      why,
      advice,
      ...(place === undefined ? {} : { location: place }),
      evidence: endEvidence(symptoms),
      explains: ['command-not-found', 'server-not-installed', 'app-module-not-found'],
      ...(path === undefined || word?.literal !== true || program.startsWith('.')
        ? {}
        : {
            fix: { title: `Start \`${path}\``, safety: 'safe', edits: [{ location: word.location, text: path }] },
          }),
    };
  },
  examples: [
    {
      title: 'a program of the distribution, which nothing installs',
      dockerfile: startedBy(
        'ENTRYPOINT ["/usr/bin/tini", "-g", "--"]',
        'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
      ),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: refusedByRunc(127, 'exec: "/usr/bin/tini": stat /usr/bin/tini: no such file or directory'),
      place: 'Dockerfile:6',
      advice: 'apt-get install -y --no-install-recommends tini',
    },
    {
      title: 'the script lies elsewhere in the image',
      dockerfile: startedBy('ENTRYPOINT ["/entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: refusedByRunc(127, 'exec: "/entrypoint.sh": stat /entrypoint.sh: no such file or directory'),
      place: 'Dockerfile:6',
      fixed: 'ENTRYPOINT ["/app/entrypoint.sh"]',
    },
    {
      title: 'a bare name, which only PATH could find',
      dockerfile: startedBy('ENTRYPOINT ["entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: refusedByRunc(127, 'exec: "entrypoint.sh": executable file not found in $PATH'),
      place: 'Dockerfile:6',
      fixed: 'ENTRYPOINT ["/app/entrypoint.sh"]',
    },
    {
      title: 'read by a shell that is named',
      dockerfile: startedBy('CMD ["sh", "start.sh"]'),
      files,
      saw: { exitCode: 2, log: ['sh: 0: cannot open start.sh: No such file'] },
      place: 'Dockerfile:6',
    },
    {
      title: '.dockerignore keeps it away',
      dockerfile: startedBy('ENTRYPOINT ["./entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { ...files, '.dockerignore': '*.sh\n' },
      saw: refusedByRunc(127, 'exec: "./entrypoint.sh": stat ./entrypoint.sh: no such file or directory'),
      place: 'Dockerfile:6',
    },
  ],
  confusions: [
    {
      title: 'the script is there, and its interpreter is not',
      is: 'interpreter-missing',
      dockerfile: startedBy('ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["uvicorn", "app:app"]'),
      files: { ...files, 'entrypoint.sh': '#!/bin/zsh\nexec "$@"\n' },
      saw: { exitCode: 255, log: ['exec /app/entrypoint.sh: no such file or directory'] },
    },
    {
      title: 'the script runs, and calls a program that is not there',
      is: 'command-not-found',
      dockerfile: startedBy('ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["uvicorn", "app:app"]'),
      files: { ...files, 'entrypoint.sh': '#!/bin/sh\n/usr/bin/pg_isready\nexec "$@"\n' },
      saw: { exitCode: 127, log: ['/app/entrypoint.sh: 2: /usr/bin/pg_isready: not found'] },
    },
  ],
};

/** A bare name that PATH does not hold, and the repository does. */
function isScript(program: string, { context }: Facts): boolean {
  return (
    /\.(?:sh|bash|py)$/.test(program) &&
    context.listing.files.some((file) => file === program || file.endsWith(`/${program}`))
  );
}

/** The Dockerfile names it; what a script calls is another cause. */
function isStarted(program: string, { facts, moment }: Symptoms): boolean {
  if (moment === 'create') return true;
  const name = program.slice(program.lastIndexOf('/') + 1);
  const { entrypoint, command } = facts.startCommand ?? {};
  return [entrypoint, command].some((instruction) => instruction?.text.includes(name) === true);
}

/** Where the repository has a file of that name, and what keeps it from being there. */
function whereabouts(
  program: string,
  name: string,
  facts: Facts,
): Pick<Recognised, 'why' | 'advice'> & { readonly path?: string } {
  const { context, imageFiles } = facts;
  const candidates = context.listing.files.filter((file) => file === name || file.endsWith(`/${name}`));
  const placed = candidates.flatMap((file) => imageFiles?.imagePaths(file) ?? []);
  const [path] = placed;
  if (path !== undefined && placed.length === 1)
    return {
      path,
      why: `The Dockerfile copies \`${name}\` to \`${path}\`.`,
      advice: `Write \`${path}\`, or copy it to where the start looks for it.`,
    };
  const [file] = candidates;
  if (file === undefined)
    return {
      why: 'Neither COPY nor a step of the build brings a file of that name, and the context has none.',
      // What lies there belongs to a package of the distribution.
      advice: /^\/(?:usr\/)?s?bin\/[\w.+-]+$/.test(program)
        ? `Install \`${name}\` before, in the final stage: \`${systemInstall(facts.imageInstructions.at(-1), facts, { debian: name, alpine: name })}\`.`
        : 'Correct the name, or add the file.',
    };
  const ignored = context.isIgnored(file) && startedFile(program, facts) === undefined;
  const rule =
    context.ignoreFile === undefined ? '`.dockerignore`' : spokenFile(context.reportPath(context.ignoreFile.path));
  return ignored
    ? {
        why: `${rule} keeps \`${file}\` from the build.`,
        advice: `Let it through: add \`!${file}\` at the end of ${rule}.`,
      }
    : { why: `No COPY brings \`${file}\` to the image.`, advice: `Copy it: \`COPY --chmod=755 ${file} ${program}\`.` };
}

function spokenFile(path: string): string {
  return `\`${path}\``;
}
