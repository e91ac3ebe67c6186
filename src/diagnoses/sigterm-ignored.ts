import path from 'node:path';
import type { Facts } from '../facts/facts.ts';
import type { Location } from '../finding.ts';
import type { ContainerObservation } from '../observation.ts';
import { isPython } from '../servers/index.ts';
import { stopEvidence } from '../symptoms/evidence.ts';
import { linePlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import { startedScripts, type StartedFile } from '../symptoms/start/started-file.ts';
import { killedAtLimit, saidWhileStopping } from '../symptoms/running/stopping.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { servedBy } from './example.ts';

export const sigtermIgnored: Diagnosis = {
  id: 'sigterm-ignored',
  blames: 'image',
  summary: 'process 1 has no handler for SIGTERM, and so the kernel lets it ignore the signal',
  why: 'In a container the first process ends of no signal that it does not handle. A program that relies on the usual end by SIGTERM, as most scripts do, goes on, and is killed when the limit of `docker stop` is over.',
  references: [
    'https://docs.docker.com/engine/containers/multi-service_container/',
    'https://docs.docker.com/reference/cli/docker/container/run/#init',
  ],
  moments: ['stop'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container?.stop === undefined || !killedAtLimit(container) || container.runtime?.catchesSigterm !== false)
      return;
    if (saidWhileStopping(symptoms).length > 0) return;
    if (isShell(symptoms, container)) {
      // A shell in front of the server is a flaw of its own, which rules see; not in a script that goes on after the server.
      const behind = behindTheShell(symptoms, container);
      if (behind !== undefined) yield shellStays(symptoms, behind);
      return;
    }
    const place = startPlace(facts);
    yield {
      headline: 'process 1 ignores SIGTERM until it is killed',
      title: 'process 1 has no handler for SIGTERM, and is killed at the end of the limit',
      why: 'What it was doing is cut off, and each stop takes the whole time.',
      advice:
        'Let the program handle SIGTERM (`signal.signal(signal.SIGTERM, …)`), or start it behind an init such as tini, which ends it.',
      ...(place === undefined ? {} : { location: place }),
      evidence: stopEvidence(symptoms),
      severity: 'warning',
    };
  },
  examples: [
    {
      title: 'a server of the standard library',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'app.py': 'import http.server\n' },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        processes: ['python app.py'],
        stop: { exitCode: 137, ms: 10_200, catchesSigterm: false },
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'a script that has something to say after the server',
      dockerfile: servedBy('["./run.sh"]'),
      files: { 'run.sh': '#!/bin/bash\necho up\nuvicorn app:app --host 0.0.0.0\necho down\n' },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        processes: ['/bin/bash ./run.sh', '/usr/bin/python3 /usr/local/bin/uvicorn app:app --host 0.0.0.0'],
        stop: { exitCode: 137, ms: 10_200, catchesSigterm: false },
      },
      place: 'run.sh:3',
    },
  ],
  confusions: [
    {
      title: 'a script whose last command is the server, which a rule tells',
      is: undefined,
      dockerfile: servedBy('["./run.sh"]'),
      files: { 'run.sh': '#!/bin/sh\nuvicorn app:app --host 0.0.0.0\n' },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        processes: ['/bin/sh ./run.sh', '/usr/bin/python3 /usr/local/bin/uvicorn app:app --host 0.0.0.0'],
        stop: { exitCode: 137, ms: 10_200, catchesSigterm: false },
      },
    },
    {
      title: 'a shell in front of the server, which a rule tells',
      is: undefined,
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        processes: ['/bin/sh -c uvicorn app:app --host 0.0.0.0', '/usr/bin/python3 /usr/local/bin/uvicorn app:app'],
        stop: { exitCode: 137, ms: 10_200, catchesSigterm: false },
      },
    },
    {
      title: 'it got the signal that the image names, and that is another one',
      is: 'wrong-stop-signal',
      dockerfile: `${servedBy('["python", "app.py"]')}STOPSIGNAL SIGQUIT\n`,
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        processes: ['python app.py'],
        stopSignal: 'SIGQUIT',
        stop: { exitCode: 137, ms: 10_200, catchesSigterm: true },
      },
    },
  ],
};

function isShell({ facts }: Symptoms, { processes }: ContainerObservation): boolean {
  const [first = { command: '' }] = processes;
  const program = first.command.split(' ')[0] ?? '';
  return facts.startCommand !== undefined && /(?:^|\/)(?:ba|da|a|k|z)?sh$/.test(program);
}

/** The name of the program behind the shell, where no rule has seen it: the script's last command is another one. */
function behindTheShell({ facts }: Symptoms, { processes }: ContainerObservation): string | undefined {
  const [, child] = processes;
  if (child === undefined) return undefined;
  const names = child.command.split(' ').map((word) => path.posix.basename(word));
  const seen = facts.startCommand?.words[0]?.text;
  if (seen === undefined || names.includes(path.posix.basename(seen))) return undefined;
  const [interpreter = '', script = ''] = names;
  return isPython(interpreter) && script !== '' && !script.startsWith('-') ? script : interpreter;
}

function shellStays(symptoms: Symptoms, program: string): Recognised {
  const { facts } = symptoms;
  const place =
    startedScripts(facts)
      .map((script) => lineOf(program, script, facts))
      .find((found) => found !== undefined) ?? startPlace(facts);
  return {
    headline: 'a shell in front of the server keeps SIGTERM to itself',
    title: `process 1 is a shell, and \`${program}\` behind it never sees SIGTERM`,
    why: 'Docker signals process 1 alone. A shell does not pass SIGTERM on while a program runs, so each stop takes the whole time and cuts off what is being answered.',
    advice: 'Start the server by `exec` as the last command of the script, and do what comes after it elsewhere.',
    ...(place === undefined ? {} : { location: place }),
    evidence: stopEvidence(symptoms),
    severity: 'warning',
  };
}

function lineOf(program: string, { path: file, text }: StartedFile, facts: Facts): Location | undefined {
  const lines = text?.split(/\r\n|\n|\r/) ?? [];
  const at = lines.findIndex((line) => !/^\s*#/.test(line) && line.split(/[\s/]+/).includes(program));
  return at === -1 ? undefined : linePlace(facts, file, at + 1)?.location;
}
