import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Fix } from '../finding.ts';
import { programName } from '../servers/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { application, requirements, startedBy } from './example.ts';
import { linePlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import { unreadScript, type UnreadScript } from '../symptoms/start/unread-script.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const dockerfile = startedBy('ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]');

export const interpreterMissing: Diagnosis = {
  id: 'interpreter-missing',
  blames: 'image',
  summary: 'a script is started whose first line names a program that the image does not have',
  why: 'The kernel starts a script by the program behind its `#!`. Where that is not there it says `no such file or directory` of the script itself. Alpine has no bash, slim images have nothing but sh and bash; a compiled program names its loader the same way.',
  references: ['https://man7.org/linux/man-pages/man2/execve.2.html'],
  moments: ['build', 'create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const unread = unreadScript(symptoms);
    if (unread === undefined || unread.crlf) return;
    const { file, interpreter, program } = unread;
    const name = file?.name ?? program;
    const place =
      file === undefined || interpreter === undefined ? startPlace(facts) : linePlace(facts, file.path, 1)?.location;
    yield {
      headline: fittingHeadline(
        interpreter === undefined ? `what reads \`${name}\` is missing` : `the image has no \`${interpreter}\``,
        'what shall read the start script is missing',
      ),
      title:
        interpreter === undefined
          ? `\`${name}\` is there, and the program that shall read it is not`
          : `\`${name}\` is to be read by \`${interpreter}\`, which the image does not have`,
      why: 'The kernel finds the file, and not what its beginning names; it then says that the file itself is not there.',
      advice: adviceFor(unread),
      ...(place === undefined ? {} : { location: place }),
      evidence: symptoms.build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms, [unread.line]),
      explains: ['command-not-found', 'entrypoint-not-found'],
      ...fixOf(unread, symptoms),
    };
  },
  examples: [
    {
      title: 'a shell that the image does not have',
      dockerfile,
      files: { ...files, 'entrypoint.sh': '#!/bin/zsh\nexec "$@"\n' },
      saw: { exitCode: 255, log: ['exec /app/entrypoint.sh: no such file or directory'] },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'bash, on Alpine',
      dockerfile: dockerfile.replace('3.11-slim', '3.11-alpine'),
      files: { ...files, 'entrypoint.sh': '#!/bin/bash\nset -e\nexec "$@"\n' },
      saw: { exitCode: 255, log: ['exec /app/entrypoint.sh: no such file or directory'] },
      place: 'entrypoint.sh:1',
      fixed: '#!/bin/sh',
    },
    {
      title: 'behind `env`',
      dockerfile,
      files: { ...files, 'entrypoint.sh': '#!/usr/bin/env zsh\nexec "$@"\n' },
      saw: { exitCode: 127, log: ['/usr/bin/env: ‘zsh’: No such file or directory'] },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'a step of the build calls it',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY --chmod=755 migrate.sh .\nRUN ./migrate.sh\n',
      files: { 'migrate.sh': '#!/bin/zsh\necho ready\n' },
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c ./migrate.sh" did not complete successfully: exit code: 127',
          line: 4,
          step: '[4/4] RUN ./migrate.sh',
          exitCode: 127,
          log: ['/bin/sh: 1: ./migrate.sh: not found'],
        },
      },
      place: 'migrate.sh:1',
    },
  ],
  confusions: [
    {
      title: 'the interpreter is right, and a carriage return stands behind it',
      is: 'script-crlf',
      dockerfile,
      files: { ...files, 'entrypoint.sh': '#!/bin/sh\r\nexec "$@"\r\n' },
      saw: { exitCode: 255, log: ['exec /app/entrypoint.sh: no such file or directory'] },
    },
    {
      title: 'the script itself calls what is not there',
      is: 'command-not-found',
      dockerfile,
      files: { ...files, 'entrypoint.sh': '#!/bin/sh\npg_isready && exec "$@"\n' },
      saw: { exitCode: 127, log: ['/app/entrypoint.sh: 2: pg_isready: not found'] },
    },
  ],
};

function adviceFor({ interpreter }: UnreadScript): string {
  if (interpreter === undefined)
    return 'Name an interpreter in its first line that the image has; for a compiled program, take one that was made for this image.';
  const name = programName(interpreter);
  if (name.startsWith('python')) return 'Write `#!/usr/bin/env python3` in its first line.';
  return name === 'bash'
    ? 'Write `#!/bin/sh` in its first line and nothing that only bash knows, or install it: `apk add --no-cache bash`.'
    : `Write \`#!/bin/sh\` in its first line, or install \`${name}\`.`;
}

/** bash's scripts often are sh's too; whether this one is only people can tell. */
function fixOf({ file, interpreter }: UnreadScript, { facts }: Symptoms): { readonly fix?: Fix } {
  if (file?.text === undefined || interpreter === undefined || programName(interpreter) !== 'bash') return {};
  if (/\[\[|\bsource\b|\bfunction \w|=\(|<\(|<<<|pipefail|\$\{\w+[,^/]/.test(file.text)) return {};
  const location = linePlace(facts, file.path, 1)?.location;
  if (location === undefined) return {};
  return { fix: { title: 'Let sh read it', safety: 'unsafe', edits: [{ location, text: '#!/bin/sh' }] } };
}
