import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { application, requirements, startedBy } from './example.ts';
import { failedPlace } from '../symptoms/place.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { startPlace } from '../symptoms/start.ts';
import { bringing, startedFile } from '../symptoms/start/started-file.ts';
import { stepFile } from '../symptoms/build/step-file.ts';

const dockerfile = startedBy('CMD ["/app/serve"]');
const arm = '\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0\uFFFD\0';

export const wrongArchitectureBinary: Diagnosis = {
  id: 'wrong-architecture-binary',
  blames: 'image',
  summary: 'a program is called that was compiled for another processor or another system',
  why: 'A binary that was made on an ARM machine, on macOS or on Windows does not run in a Linux image for amd64: the kernel says `exec format error`.',
  references: ['https://docs.docker.com/build/building/multi-platform/'],
  moments: ['build', 'create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const refused = refusedProgram(symptoms);
    if (refused?.kind !== 'foreign') return;
    const inBuild = symptoms.build === undefined ? undefined : stepFile(refused.program, symptoms);
    const file = symptoms.build === undefined ? startedFile(refused.program, facts) : inBuild;
    // The text of a binary cannot always be read; a script has another fault.
    const made = file?.text === undefined ? '' : machineOf(file.text);
    if (file === undefined || made === undefined) return;
    const copy = (inBuild === undefined ? bringing(file, facts) : inBuild.copy)?.instruction;
    const named = symptoms.build === undefined ? startPlace(facts) : failedPlace(facts, symptoms.build.failure.line);
    const place = copy === undefined ? named : locationOf(facts.dockerfile, copy.span);
    yield {
      headline:
        symptoms.build === undefined
          ? 'it starts a program of another kind of machine'
          : 'the build runs a program of another kind of machine',
      title: `\`${file.name}\` was compiled for another machine${made === '' ? '' : `: ${made}`}`,
      why: 'The kernel of this image cannot run it, and says `exec format error`.',
      advice:
        'Compile it for the platform of the image, best in an earlier stage of the Dockerfile, and copy it from there.',
      ...(place === undefined ? {} : { location: place }),
      evidence: symptoms.build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms),
      explains: ['command-not-found'],
    };
  },
  examples: [
    {
      title: 'a program for ARM',
      dockerfile,
      files: { 'requirements.txt': requirements, 'app.py': application, serve: arm },
      saw: { exitCode: 255, log: ['exec /app/serve: exec format error'] },
      place: 'Dockerfile:5',
    },
    {
      title: 'the same through a shell',
      dockerfile: startedBy('CMD /app/serve'),
      files: { 'requirements.txt': requirements, 'app.py': application, serve: arm },
      saw: { exitCode: 126, log: ['/bin/sh: 1: /app/serve: Exec format error'] },
      place: 'Dockerfile:5',
    },
    {
      title: 'a step of the build runs it',
      dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY --chmod=755 serve .\nRUN ./serve --version\n',
      files: { serve: arm },
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c ./serve --version" did not complete successfully: exit code: 126',
          line: 4,
          step: '[4/4] RUN ./serve --version',
          exitCode: 126,
          log: ['/bin/sh: 1: ./serve: Exec format error'],
        },
      },
      place: 'Dockerfile:3',
    },
  ],
  confusions: [
    {
      title: 'a script without a first line that names its interpreter',
      is: 'script-without-shebang',
      dockerfile,
      files: { 'app.py': application, serve: 'exec uvicorn app:app\n' },
      saw: { exitCode: 255, log: ['exec /app/serve: exec format error'] },
    },
  ],
};

const machines: Readonly<Record<string, string>> = {
  '\u0003': '32-bit x86',
  '(': '32-bit ARM',
  '>': 'amd64',
  '\uFFFD': 'arm64',
};

/** By the first bytes, as they read as text; undefined for a script. Bytes that are no text read as U+FFFD. */
function machineOf(text: string): string | undefined {
  if (text.startsWith('\u007FELF')) return machines[text.charAt(18)] ?? '';
  if (text.startsWith('MZ')) return 'Windows';
  if (/^\uFFFD{3}|^\uFFFD\uFFFD\uFFFD\uFFFD/.test(text)) return 'macOS';
  return text.includes('\0') ? '' : undefined;
}
