import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logLines } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { placeOfFrame } from '../symptoms/place.ts';
import { nativeFault } from '../symptoms/start/native-fault.ts';
import { startPlace } from '../symptoms/start.ts';
import { isForeign, type Frame } from '../traceback/traceback.ts';

const crashes = 'import ctypes\n\n\ndef load():\n    ctypes.string_at(0)\n\n\nload()\n';
const files = { 'requirements.txt': requirements, 'app.py': crashes };
const dump = [
  'Fatal Python error: Segmentation fault',
  '',
  'Current thread 0x00007fe2dceee040 (most recent call first):',
  '  File "/usr/lib/python3.11/ctypes/__init__.py", line 519 in string_at',
  '  File "/app/app.py", line 5 in load',
  '  File "/app/app.py", line 8 in <module>',
  '  File "<frozen importlib._bootstrap>", line 241 in _call_with_frames_removed',
  '  File "/usr/local/bin/uvicorn", line 8 in <module>',
];

export const nativeCrash: Diagnosis = {
  id: 'native-crash',
  blames: 'image',
  summary: 'native code ends the process with a signal: a segmentation fault, an abort, an unknown instruction',
  why: "A package in C, C++ or Rust can end the process in a way that Python cannot catch, often because it was built for another library, another version of Python or another processor. There is no traceback; only Python's fault handler, when it is on, says where it was.",
  references: ['https://docs.python.org/3/library/faulthandler.html'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const { facts, container } = symptoms;
    const crash = nativeFault(symptoms);
    if (crash === undefined || container === undefined) return;
    const { signal, frames, lines } = crash;
    const own = frames.map((frame) => placeOfFrame(frame, facts)).find((found) => found !== undefined);
    const ownAt = frames.findIndex(({ file }) => !isForeign(file));
    const library = libraryOf(frames.slice(0, Math.max(0, ownAt)));
    const place = own?.location ?? startPlace(facts);
    const shown = frames
      .slice(0, Math.max(3, ownAt + 1))
      .map(({ file, line, function: name }) => `  File "${file}", line ${line} in ${name ?? '?'}`);
    yield {
      headline: `native code ends the process with ${signal}`,
      title:
        own === undefined
          ? `native code ends the process with ${signal}`
          : `native code that this line calls ends the process with ${signal}`,
      why:
        signal === 'SIGILL'
          ? 'It uses an instruction that this processor does not have: the package was built for a newer one.'
          : 'Python cannot catch it, and leaves no traceback.',
      advice:
        library === undefined
          ? 'Correct the call, or install another version of the package behind it, one that was built for this Python and this base image.'
          : `Install another version of \`${library}\`, one that was built for this Python and this base image.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exitEvidence(container), ...logLines(symptoms, [...lines, ...shown])],
      explains: ['worker-crash-loop', 'startup-failed', 'still-starting', 'nothing-started', 'loopback-host'],
    };
  },
  examples: [
    {
      title: 'the fault handler tells the line',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: { exitCode: 139, log: dump },
      place: 'app.py:5',
    },
    {
      title: 'nobody tells anything',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: { exitCode: 139, log: [] },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn starts its workers anew for ever',
      dockerfile: servedBy('["gunicorn", "app:app", "-b", "0.0.0.0:8000"]'),
      files,
      saw: {
        log: [13, 15].flatMap((pid) => [
          ...dump,
          `[2026-11-24 11:58:17 +0000] [1] [WARNING] Worker (pid:${pid}) was sent SIGSEGV!`,
        ]),
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_000,
        ended: 'decided',
        answers: ['timeout'],
      },
      place: 'app.py:5',
    },
    {
      title: 'hypercorn ends with 0',
      dockerfile: servedBy('["hypercorn", "app:app", "-b", "0.0.0.0:8000"]'),
      files,
      saw: { exitCode: 0, log: dump },
      place: 'app.py:5',
    },
  ],
  confusions: [
    {
      title: 'the kernel killed it for its memory',
      is: 'out-of-memory',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'app.py': application },
      saw: { exitCode: 137, oomKilled: true, log: [] },
    },
    {
      title: 'Python itself cannot start',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app"]'),
      files: { 'app.py': application },
      saw: {
        exitCode: 1,
        log: [
          'Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding',
          'Python runtime state: core initialized',
          "ModuleNotFoundError: No module named 'encodings'",
        ],
      },
    },
  ],
};

/** The installed package nearest to the crash, of those that the own line calls. */
function libraryOf(frames: readonly Frame[]): string | undefined {
  const file = frames.find((frame) => /(?:site|dist)-packages\//.test(frame.file))?.file ?? '';
  return /(?:site|dist)-packages\/(?<name>[\w]+)/.exec(file)?.groups?.['name'];
}
