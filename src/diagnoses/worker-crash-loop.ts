import { deathsIn, startsItselfAnew } from '../symptoms/running/crash-loop.ts';
import type { ContainerObservation } from '../observation.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exchangeEvidence, logTail, socketEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { requirements, servedBy, workerTraceback } from './example.ts';
import { ownPlace } from '../symptoms/place.ts';
import { serverName, spoken, startPlace } from '../symptoms/start.ts';
import { headlineOf, innermost } from '../traceback/traceback.ts';

export const workerCrashLoop: Diagnosis = {
  id: 'worker-crash-loop',
  blames: 'image',
  summary: 'every worker dies at its start and is replaced, for ever',
  why: 'With several workers a parent process watches over them. Where each dies at its start, the parent starts the next, so the container runs, holds its port, and never answers.',
  references: ['https://www.uvicorn.org/deployment/#running-programmatically'],
  moments: ['silent'],
  early: true,
  general: true,
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    const fatal = symptoms.fatal === undefined ? undefined : innermost(symptoms.fatal);
    if (container === undefined || !symptoms.gaveUp) return;
    if (startsItselfAnew(symptoms)) {
      yield unguarded(symptoms, container);
      return;
    }
    if (deathsIn(symptoms) === 0) return;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const place = own?.location ?? startPlace(facts);
    const end = fatal === undefined ? undefined : headlineOf(fatal).replaceAll('`', "'");
    yield {
      headline: `no worker of ${serverName(symptoms)} survives its start`,
      title:
        end === undefined
          ? 'every worker dies at its start, without a word'
          : `every worker dies of \`${end.length > 55 ? `${end.slice(0, 54)}…` : end}\``,
      why: 'The parent process starts a new one each time, so the container runs on and nothing answers.',
      advice:
        own !== undefined
          ? `Correct what ${spoken(own.location)} does.`
          : 'Start it once with a single worker, which shows how it ends; a worker that dies without a word was killed, or called `os._exit`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...(fatal === undefined ? logTail(symptoms, 8) : tracebackLines(symptoms, fatal)),
        ...socketEvidence(container),
        ...exchangeEvidence(container),
      ],
    };
  },
  examples: [
    {
      title: 'the call that starts the workers stands at the top of a module, which each worker imports',
      dockerfile: servedBy('["python", "main.py"]'),
      files: {
        'requirements.txt': requirements,
        'main.py': 'import uvicorn\n\nuvicorn.run("app:app", host="0.0.0.0", workers=2)\n',
      },
      saw: {
        log: [
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
          'INFO:     Started parent process [1]',
          'Traceback (most recent call last):',
          '  File "<string>", line 1, in <module>',
          '  File "/usr/lib/python3.11/multiprocessing/spawn.py", line 120, in spawn_main',
          '    exitcode = _main(fd, parent_sentinel)',
          '  File "/app/main.py", line 3, in <module>',
          '    uvicorn.run("app:app", host="0.0.0.0", workers=2)',
          '  File "/usr/lib/python3.11/multiprocessing/spawn.py", line 138, in _check_not_importing_main',
          "    raise RuntimeError('''",
          'RuntimeError: ',
          '        An attempt has been made to start a new process before the',
          '        current process has finished its bootstrapping phase.',
          '',
          '        This probably means that you are not using fork to start your',
          '        child processes and you have forgotten to use the proper idiom',
        ],
        waitedMs: 1_000,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'main.py:3',
      advice: '`if __name__ == "__main__":`',
    },
    {
      title: 'an exception at import that is no other cause',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\nships = ["beagle", "fram"][2]\n',
      },
      saw: {
        log: [
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
          'INFO:     Started parent process [1]',
          ...[2, 1].flatMap((worker) =>
            workerTraceback(
              worker,
              '  File "/app/app.py", line 4, in <module>',
              '    ships = ["beagle", "fram"][2]',
              '            ~~~~~~~~~~~~~~~~~~^^^',
              'IndexError: list index out of range',
            ),
          ),
        ],
        waitedMs: 1_000,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'app.py:4',
    },
    {
      title: 'workers that die without a word, twice each',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [
          'INFO:     Started parent process [1]',
          ...[8, 9, 16, 17].flatMap((pid) => [
            `INFO:     Waiting for child process [${pid}]`,
            `INFO:     Child process [${pid}] died`,
          ]),
        ],
        waitedMs: 1_500,
        ended: 'decided',
        answers: ['reset'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn, whose workers call sys.exit',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000", "--workers", "2"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [7, 6, 9, 13].flatMap((pid) => [
          `[2026-11-24 09:05:29 +0000] [${pid}] [INFO] Worker exiting (pid: ${pid})`,
          'the configuration is absent',
          `[2026-11-24 09:05:29 +0000] [1] [ERROR] Worker (pid:${pid}) exited with code 1.`,
        ]),
        listening: ['0.0.0.0:8000'],
        waitedMs: 2_500,
        ended: 'decided',
        answers: ['timeout'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'one worker of four died once',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]'),
      saw: {
        log: [
          'INFO:     Started parent process [1]',
          'INFO:     Waiting for child process [9]',
          'INFO:     Child process [9] died',
          'INFO:     Waiting for application startup.',
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
    {
      title: 'the traceback names a cause of its own',
      is: 'missing-requirement',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
      files: { 'app.py': 'import httpx\n' },
      saw: {
        log: [1, 2].flatMap((worker) =>
          workerTraceback(
            worker,
            '  File "/app/app.py", line 1, in <module>',
            '    import httpx',
            "ModuleNotFoundError: No module named 'httpx'",
          ),
        ),
        waitedMs: 1_000,
        ended: 'decided',
        answers: ['reset'],
      },
    },
  ],
};

function unguarded(symptoms: Symptoms, container: ContainerObservation): Recognised {
  const { facts, fatal } = symptoms;
  const place = (fatal === undefined ? undefined : ownPlace(fatal, facts)?.location) ?? startPlace(facts);
  return {
    headline: 'each worker starts workers itself as it is imported',
    title: 'the call that starts the workers runs in every worker as well',
    why: 'A worker begins by importing the module that started it. What stands there outside of a guard runs again, and Python refuses to start processes then.',
    advice: 'Put the call that starts the server under `if __name__ == "__main__":`.',
    ...(place === undefined ? {} : { location: place }),
    evidence: [
      ...(fatal === undefined ? logTail(symptoms, 8) : tracebackLines(symptoms, fatal)),
      ...socketEvidence(container),
      ...exchangeEvidence(container),
    ],
  };
}
