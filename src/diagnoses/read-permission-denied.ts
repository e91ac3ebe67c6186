import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Copy } from '../facts/copies.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import { copiedBy } from '../symptoms/files/copied-by.ts';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { fileTrouble, imagePathOf } from '../symptoms/files/file-trouble.ts';
import { raisedAt, raisedEvidence } from '../symptoms/python/raised.ts';
import { isRoot, runningUser } from '../symptoms/files/running-user.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';

const asUser = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('EXPOSE 8000', 'USER 1000');

export const readPermissionDenied: Diagnosis = {
  id: 'read-permission-denied',
  blames: 'image',
  summary: 'the user that the container runs as may not read a file of the application',
  why: 'COPY keeps the mode of a file and gives it to root. A file that only its owner may read, or that lies below `/root`, is closed to every other user.',
  references: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const trouble = fileTrouble(symptoms);
    if (trouble?.kind !== 'unreadable' || trouble.path === undefined) return;
    const target = imagePathOf(trouble.path, facts) ?? trouble.path;
    const user = runningUser(symptoms);
    const who = user === undefined ? 'the user of the container' : `user \`${user}\``;
    const copy = copiedBy(target, facts);
    const ofRoot = target.startsWith('/root/');
    const place =
      copy === undefined
        ? fatal === undefined
          ? startPlace(facts)
          : raisedAt(fatal, symptoms)
        : locationOf(facts.dockerfile, copy.instruction.span);
    const fix = ofRoot || copy === undefined || user === undefined ? undefined : fixOf(copy, user, facts);
    yield {
      headline: fittingHeadline(
        `${who} may not read \`${target}\``,
        `${who} may not read a file that it needs`,
        'the user may not read a file that it needs',
      ),
      title: fittingTitle(
        `${who} may not read \`${target}\`, which belongs to root`,
        'the user of the container may not read a file that belongs to root',
      ),
      why: ofRoot
        ? 'Only root may enter the folder `/root`.'
        : 'COPY gave it to root with the mode that it has in the repository, or a RUN closed it.',
      advice: ofRoot
        ? 'Install or copy it to a folder that everybody may enter, such as `/usr/local` or `/opt`.'
        : `Copy it with \`--chown=${user ?? 'app'}\`, or give it a mode by which all may read it.`,
      ...(place === undefined ? {} : { location: place }),
      evidence:
        fatal === undefined
          ? [
              ...(container === undefined ? [] : exitEvidence(container)),
              ...(trouble.line === undefined ? [] : logLines(symptoms, [trouble.line])),
            ]
          : raisedEvidence(fatal, symptoms),
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception', 'app-module-not-found'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'the source itself',
      dockerfile: asUser,
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "<frozen importlib._bootstrap_external>", line 1073, in get_code',
          '  File "<frozen importlib._bootstrap_external>", line 1130, in get_data',
          "PermissionError: [Errno 13] Permission denied: '/app/app.py'",
        ),
      },
      place: 'Dockerfile:5',
      fixed: 'COPY --chown=1000 . .',
    },
    {
      title: 'a file of settings',
      dockerfile: asUser,
      files: {
        'requirements.txt': requirements,
        'app.py': 'import json\nships = json.load(open("ships.json"))\n',
        'ships.json': '[]\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 2, in <module>',
          '    ships = json.load(open("ships.json"))',
          '                      ^^^^^^^^^^^^^^^^^^',
          "PermissionError: [Errno 13] Permission denied: 'ships.json'",
        ),
      },
      place: 'Dockerfile:5',
      fixed: 'COPY --chown=1000 . .',
    },
    {
      title: 'packages that were installed for root alone',
      dockerfile: [
        'FROM python:3.11-slim AS build',
        'RUN pip install --user --no-cache-dir fastapi==0.165.0 uvicorn==0.54.0',
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY --from=build /root/.local /root/.local',
        'COPY app.py .',
        'USER 1000',
        'CMD ["/root/.local/bin/uvicorn", "app:app", "--host", "0.0.0.0"]',
        '',
      ].join('\n'),
      files: { 'app.py': application },
      saw: {
        exitCode: 2,
        log: ["/usr/bin/python3: can't open file '/root/.local/bin/uvicorn': [Errno 13] Permission denied"],
      },
      place: 'Dockerfile:5',
    },
  ],
  confusions: [
    {
      title: 'the file was to be written',
      is: 'write-permission-denied',
      dockerfile: asUser,
      files: { 'requirements.txt': requirements, 'app.py': 'log = open("/app/ships.log", "a")\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    log = open("/app/ships.log", "a")',
          "PermissionError: [Errno 13] Permission denied: '/app/ships.log'",
        ),
      },
    },
  ],
};

/** A name must be known where COPY stands, else the build would fail; a number always is. */
function fixOf({ instruction }: Copy, user: string, facts: Facts): Fix | undefined {
  if (isRoot(user) || instruction.flags.some(({ name }) => name === 'chown')) return undefined;
  const isMade = facts.imageInstructions
    .slice(0, facts.imageInstructions.indexOf(instruction))
    .some(({ keyword, text }) => keyword === 'RUN' && /\b(?:useradd|adduser)\b/.test(text) && text.includes(user));
  if (!/^\d+$/.test(user) && !isMade) return undefined;
  const { end } = instruction.keywordSpan;
  return {
    title: `Give it to \`${user}\``,
    safety: 'safe',
    edits: [{ location: locationOf(facts.dockerfile, { start: end, end }), text: ` --chown=${user}` }],
  };
}
