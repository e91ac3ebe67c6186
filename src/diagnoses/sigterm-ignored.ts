import type { ContainerObservation } from '../observation.ts';
import { stopEvidence } from '../symptoms/evidence.ts';
import { startPlace } from '../symptoms/start.ts';
import { killedAtLimit, saidWhileStopping } from '../symptoms/running/stopping.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
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
    // A shell in front of the server is a flaw of its own, which rules see.
    if (saidWhileStopping(symptoms).length > 0 || isShell(symptoms, container)) return;
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
  ],
  confusions: [
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
