import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logLines, logTail } from '../symptoms/evidence.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';
import { ownPlace } from '../symptoms/place.ts';
import { serverOf, startPlace, workersOf } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { headlineOf, shortName } from '../traceback/traceback.ts';

const perhaps = /was sent SIGKILL! Perhaps out of memory\?/;

export const outOfMemory: Diagnosis = {
  id: 'out-of-memory',
  blames: 'image',
  summary: 'the kernel kills the application because it needs more memory than it may have',
  why: 'A container that reaches its limit of memory is killed with SIGKILL, without a word in its log. Each worker loads the whole application, so their number multiplies what it needs.',
  references: ['https://docs.docker.com/engine/containers/resource_constraints/#memory'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { container, log, facts, fatal } = symptoms;
    const refused = fatal !== undefined && shortName(fatal).endsWith('MemoryError') ? fatal : undefined;
    if (container === undefined || (refused === undefined && !isKilledForMemory(symptoms))) return;
    const own = refused === undefined ? undefined : ownPlace(refused, facts);
    const place = own?.location ?? startPlace(facts);
    const workers = workersOf(facts) ?? 1;
    const limit = limitOf(container.create.argv);
    const isWorkers = container.state?.exitCode !== 137;
    yield {
      headline:
        refused !== undefined
          ? 'Python gets no more memory'
          : isWorkers
            ? 'its workers are killed, it is out of memory'
            : 'the container is killed, it is out of memory',
      title:
        refused === undefined
          ? 'the kernel kills it: it needs more memory than it may have'
          : 'it asks for more memory than it may have',
      why:
        refused === undefined
          ? `At the limit of memory${limit === undefined ? '' : `, here \`${limit}\`,`} a process ends with SIGKILL, without a word of its own.`
          : 'Python is refused what the line asks for, and raises an exception.',
      advice: `${workers > 1 ? `Start fewer than ${workers} workers, or give` : 'Give'} it more memory: \`run-options: --memory=…\` under \`with:\`, or a larger runner.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exitEvidence(container),
        ...(refused === undefined
          ? told(log).length > 0
            ? logLines(symptoms, told(log))
            : logTail(symptoms, 6)
          : logLines(symptoms, [headlineOf(refused)])),
      ],
      explains: ['worker-crash-loop', 'startup-failed', 'still-starting', 'nothing-started', 'loopback-host', 'killed'],
    };
  },
  examples: [
    {
      title: 'killed while it loads',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: { exitCode: 137, oomKilled: true, log: [] },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn lives on, and its workers are killed one after the other',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [7, 9].map(
          (pid) =>
            `[2026-11-24 09:05:29 +0000] [1] [ERROR] Worker (pid:${pid}) was sent SIGKILL! Perhaps out of memory?`,
        ),
        listening: ['0.0.0.0:8000'],
        waitedMs: 3_000,
        ended: 'decided',
        answers: ['timeout'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'uvicorn lives on, and says only that its workers died',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        oomKilled: true,
        log: [28, 29, 32, 33].flatMap((pid) => [
          `INFO:     Waiting for child process [${pid}]`,
          `INFO:     Child process [${pid}] died`,
        ]),
        waitedMs: 3_000,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'hypercorn ends with 0, and without a word',
      dockerfile: servedBy('["hypercorn", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 0, oomKilled: true, log: [] },
      place: 'Dockerfile:7',
    },
    {
      title: 'Python itself is refused the memory',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'ships = bytearray(1 << 46)\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    ships = bytearray(1 << 46)',
          '            ^^^^^^^^^^^^^^^^^^',
          'MemoryError',
        ),
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'killed from outside: the kernel did not do it',
      is: 'killed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { exitCode: 137, log: [] },
    },
    {
      title: 'only a child was killed, and the container ended well',
      is: 'nothing-started',
      dockerfile: servedBy('["sh", "-c", "python load.py; true"]'),
      saw: { exitCode: 0, oomKilled: true, log: ['Killed'] },
    },
    {
      title: 'a child was killed long before, and the application has another fault',
      is: 'missing-requirement',
      dockerfile: servedBy('["sh", "-c", "python load.py; exec uvicorn app:app"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import httpx\n' },
      saw: {
        exitCode: 1,
        oomKilled: true,
        log: [
          'Killed',
          ...importTraceback(
            '  File "/app/app.py", line 1, in <module>',
            '    import httpx',
            "ModuleNotFoundError: No module named 'httpx'",
          ),
        ],
      },
    },
  ],
};

/** The engine tells of any process of the container that was killed so; whether it was the one that matters follows from the rest. */
function isKilledForMemory({ container, log, facts, fatal, moment, gaveUp }: Symptoms): boolean {
  if (container === undefined || fatal !== undefined || moment === 'answer') return false;
  const oomKilled = container.state?.oomKilled === true;
  const lost = told(log).length;
  if (moment === 'silent') return lost >= 2 || (oomKilled && gaveUp);
  if (lost > 0) return true;
  return oomKilled && (container.state.exitCode === 137 || serverOf(facts) !== undefined);
}

function told(log: readonly string[]): readonly string[] {
  return log.filter((line) => perhaps.test(line));
}

/** What the trial was told to allow. */
function limitOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => /^(?:--memory|-m)(?:=|$)/.test(word));
  const word = argv[at];
  return word === undefined ? undefined : (/=(.+)$/.exec(word)?.[1] ?? argv[at + 1]);
}
