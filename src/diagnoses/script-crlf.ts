import { shellInvocation } from '../facts/shell-invocation.ts';
import type { Edit } from '../finding.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { application, requirements, startedBy } from './example.ts';
import { instructionAt, linePlace } from '../symptoms/place.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { startPlace } from '../symptoms/start.ts';
import { stepFile } from '../symptoms/build/step-file.ts';
import { startedScripts, type StartedFile } from '../symptoms/start/started-file.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { interpreterOf, isWritten, unreadScript } from '../symptoms/start/unread-script.ts';

const dockerfile = startedBy('ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]');
const viaSh = dockerfile.replace('["/app/entrypoint.sh"]', '["sh", "/app/entrypoint.sh"]');
const entrypoint = '#!/bin/sh\r\nset -e\r\nexec "$@"\r\n';
const files = { 'requirements.txt': requirements, 'app.py': application, 'entrypoint.sh': entrypoint };

export const scriptCrlf: Diagnosis = {
  id: 'script-crlf',
  blames: 'image',
  summary: 'the lines of a script end as on Windows, and Linux takes the carriage return for a part of the name',
  why: 'Git on Windows may check text out with CRLF. The kernel then looks for an interpreter `/bin/sh` with a carriage return behind its name, finds none, and says that the script itself is not there; a shell takes the carriage return for a part of the last word of each line.',
  references: ['https://git-scm.com/docs/gitattributes#_eol'],
  moments: ['build', 'create', 'exit'],
  *recognise(symptoms) {
    if (symptoms.build !== undefined) {
      const script = scriptOfStep(symptoms);
      if (script !== undefined) yield told(symptoms, script, script.name);
      return;
    }
    const unread = unreadScript(symptoms);
    if (unread?.crlf === true) {
      yield told(symptoms, unread.file, unread.file?.name ?? unread.program);
      return;
    }
    const misread = misreadScript(symptoms);
    if (misread !== undefined) yield told(symptoms, misread, misread.name);
  },
  examples: [
    {
      title: 'the entrypoint itself',
      dockerfile,
      files,
      saw: { exitCode: 255, log: ['exec /app/entrypoint.sh: no such file or directory'] },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'behind `env`',
      dockerfile,
      files: { ...files, 'entrypoint.sh': entrypoint.replace('/bin/sh', '/usr/bin/env bash') },
      saw: {
        exitCode: 127,
        log: [
          String.raw`/usr/bin/env: ‘bash\r’: No such file or directory`,
          '/usr/bin/env: use -[v]S to pass options in shebang lines',
        ],
      },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'read by a shell that is named',
      dockerfile: viaSh,
      files,
      saw: { exitCode: 2, log: ['/app/entrypoint.sh: 2: set: Illegal option -'] },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'called by a shell, which says that it is not there',
      dockerfile: startedBy('CMD ["sh", "-c", "./entrypoint.sh uvicorn app:app"]'),
      files,
      saw: { exitCode: 127, log: ['sh: 1: ./entrypoint.sh: not found'] },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'a step of the build calls it',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY --chmod=755 entrypoint.sh .\nRUN ./entrypoint.sh\n',
      files,
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c ./entrypoint.sh" did not complete successfully: exit code: 127',
          line: 4,
          step: '[4/4] RUN ./entrypoint.sh',
          exitCode: 127,
          log: ['/bin/sh: 1: ./entrypoint.sh: not found'],
        },
      },
      place: 'entrypoint.sh:1',
    },
    {
      title: 'a step of the build has a shell read it',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY entrypoint.sh .\nRUN sh entrypoint.sh\n',
      files,
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c sh entrypoint.sh" did not complete successfully: exit code: 2',
          line: 4,
          step: '[4/4] RUN sh entrypoint.sh',
          exitCode: 2,
          log: ['entrypoint.sh: 2: set: Illegal option -'],
        },
      },
      place: 'entrypoint.sh:1',
    },
  ],
  confusions: [
    {
      title: 'the script is in order, and the image has no such interpreter',
      is: 'interpreter-missing',
      dockerfile,
      files: { ...files, 'entrypoint.sh': '#!/bin/zsh\nexec "$@"\n' },
      saw: { exitCode: 255, log: ['exec /app/entrypoint.sh: no such file or directory'] },
    },
    {
      title: 'the script is really not there',
      is: 'entrypoint-not-found',
      dockerfile: dockerfile.replace('/app/entrypoint.sh', '/entrypoint.sh'),
      files,
      saw: {
        create: {
          exitCode: 127,
          stderr:
            'docker: Error response from daemon: … exec: "/entrypoint.sh": stat /entrypoint.sh: no such file or directory',
        },
        ended: 'not-started',
      },
    },
  ],
};

/** What the failed step of the build called, or had a shell read, if that has the line ends of Windows. */
function scriptOfStep(symptoms: Symptoms): StartedFile | undefined {
  const { facts, build, log } = symptoms;
  const refused = refusedProgram(symptoms);
  const called = refused === undefined ? undefined : stepFile(refused.program, symptoms);
  if (called !== undefined && refused?.kind !== 'locked' && interpreterOf(called.text)?.crlf === true) return called;
  const instruction = instructionAt(facts, build?.failure.line);
  if (instruction === undefined || build?.failure.exitCode === undefined) return undefined;
  const { commands } = facts.shellOf(instruction);
  for (const { words } of commands) {
    const invocation = shellInvocation(words);
    const name = (invocation?.kind === 'script' ? words[invocation.index] : words[0])?.text ?? '';
    const file = stepFile(name, symptoms);
    if (file?.text?.includes('\r\n') !== true) continue;
    const isNamed = log.some((line) => line.includes(name.slice(name.lastIndexOf('/') + 1)) || /\\r|\r./.test(line));
    if (isNamed || interpreterOf(file.text)?.crlf === true) return file;
  }
  return undefined;
}

/** A shell that was told to read it has stumbled over a carriage return. */
function misreadScript({ facts, container, moment, log, fatal }: Symptoms): StartedFile | undefined {
  if (moment !== 'exit' || container?.state?.exitCode === 0 || fatal !== undefined) return undefined;
  return startedScripts(facts).find((file) => {
    if (file.text?.includes('\r\n') !== true || isWritten(file, facts)) return false;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    return log.some((line) => line.includes(name) || /\\r|\r./.test(line) || /"[^"]*$/.test(line));
  });
}

function told(symptoms: Symptoms, file: StartedFile | undefined, name: string): Recognised {
  const { facts } = symptoms;
  const place = (file === undefined ? undefined : linePlace(facts, file.path, 1)?.location) ?? startPlace(facts);
  return {
    headline: 'a script has the line ends of Windows',
    title: `the lines of \`${name}\` end with CRLF, so its interpreter is not found`,
    why: 'Linux takes the carriage return for a part of the name in its first line, and of the last word of each other line.',
    advice: 'Save it with the line ends of Unix, and keep them so: `*.sh text eol=lf` in `.gitattributes`.',
    ...(place === undefined ? {} : { location: place }),
    evidence: symptoms.build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms),
    explains: [
      'entrypoint-not-found',
      'interpreter-missing',
      'command-not-found',
      'app-attribute-not-found',
      'bad-server-option',
    ],
    ...(file?.text === undefined
      ? {}
      : {
          fix: {
            title: 'Take the carriage returns away',
            safety: 'safe',
            edits: carriageReturns(file.name, file.text),
          },
        }),
  };
}

function carriageReturns(path: string, text: string): readonly Edit[] {
  return text.split('\n').flatMap((line, index): readonly Edit[] => {
    if (!line.endsWith('\r')) return [];
    const at = { line: index + 1, column: line.length, endLine: index + 1, endColumn: line.length + 1 };
    return [{ location: { path, ...at }, text: '' }];
  });
}
