import type { Evidence } from '../finding.ts';
import type { StopObservation } from '../observation.ts';
import { stopEvidence } from '../symptoms/evidence.ts';
import { describe } from '../symptoms/running/outcome.ts';
import { killedAtLimit } from '../symptoms/running/stopping.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { servedBy } from './example.ts';

export const requestCutOff: Diagnosis = {
  id: 'request-cut-off',
  blames: 'image',
  summary: 'a request that was on its way when the server was asked to stop got no answer',
  why: 'At each deployment whoever is being served at that moment sees a broken connection. A server that ends in order accepts nothing new, finishes what it has accepted, and then goes.',
  references: [
    'https://www.uvicorn.org/settings/#timeouts',
    'https://docs.docker.com/reference/cli/docker/container/stop/',
  ],
  moments: ['stop'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    const { inFlight } = container?.stop ?? {};
    // Where it was killed at the end of the limit, that is the flaw.
    if (container === undefined || inFlight === undefined || killedAtLimit(container) || !isCutOff(inFlight)) return;
    const place = startPlace(facts);
    yield {
      headline: 'its stop cuts off requests that are on their way',
      title: 'a request on its way got no answer, for the server ended as soon as it was to stop',
      why: 'It had been accepted before the signal came; whoever had asked saw the connection break.',
      advice:
        'Let the server finish what it has accepted before it ends, as uvicorn and gunicorn do on SIGTERM, and give it more time for that than the slowest request takes.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [exchangeOf(inFlight), ...stopEvidence(symptoms)],
      severity: 'warning',
    };
  },
  examples: [
    {
      title: 'a handler of SIGTERM that ends the process',
      dockerfile: servedBy('["python", "app.py"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stop: { exitCode: 0, ms: 300, inFlight: 'closed' },
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'it got its answer',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        stop: { exitCode: 0, ms: 900, inFlight: '200' },
      },
    },
    {
      title: 'nobody heard the signal, and the kill at the end cut it off',
      is: 'sigterm-ignored',
      dockerfile: servedBy('["python", "app.py"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        processes: ['python app.py'],
        stop: { exitCode: 137, ms: 10_200, catchesSigterm: false, inFlight: 'reset' },
      },
    },
  ],
};

type Request = NonNullable<StopObservation['inFlight']>;

function isCutOff({ outcome }: Request): boolean {
  return outcome.kind === 'closed' || outcome.kind === 'reset' || outcome.kind === 'failed';
}

function exchangeOf({ request, outcome, ms }: Request): Evidence {
  return { kind: 'exchange', request, outcome: describe(outcome), ms };
}
