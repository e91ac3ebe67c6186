import type { ContainerObservation } from '../observation.ts';
import { exchangeEvidence } from '../symptoms/evidence.ts';
import { failsBy, spokenRequest, tellingAnswer, type Answer } from '../symptoms/running/requests.ts';
import { findSourceLine } from '../symptoms/python/source-line.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

const guards = /HTTPBasic\(|HTTPBearer\(|OAuth2\w*\(|APIKey\w*\(|AuthenticationMiddleware/;

export const authenticationRequired: Diagnosis = {
  id: 'authentication-required',
  blames: 'image',
  summary: 'what is asked is answered to those alone who say who they are',
  why: 'The application is alive and wants credentials (401), or refuses whom it does not know (403). A health check without credentials, such as that of a load balancer, sees the same.',
  references: ['https://fastapi.tiangolo.com/tutorial/security/'],
  moments: ['answer', 'serve'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const container = symptoms.container === undefined ? undefined : withoutWebSockets(symptoms.container);
    const found = container === undefined ? undefined : tellingAnswer(container, wantsCredentials);
    if (container === undefined || found === undefined) return;
    const failed = failsBy(container, wantsCredentials);
    if (symptoms.moment === 'answer' && !failed) return;
    const { status, headers } = found.answer;
    const place = (failed ? findSourceLine(facts, guards) : undefined) ?? startPlace(facts);
    const scheme = headers['www-authenticate'];
    yield {
      headline: `${spokenRequest(found.exchange)} answers ${status}`,
      title: `${spokenRequest(found.exchange)} is answered with ${status}: it wants credentials`,
      why:
        scheme === undefined
          ? 'The application is alive, and answers to those alone whom it knows.'
          : `The application is alive, and asks for \`${scheme.replaceAll('`', "'").slice(0, 60)}\`.`,
      advice:
        'Give the probe its credentials, as in `GET /items 200 header "Authorization: Bearer ${TOKEN}"`, or ask a path that is open to all, such as one for health.',
      ...(place === undefined ? {} : { location: place }),
      evidence: exchangeEvidence({ ...container, exchanges: [found.exchange] }),
      explains: ['probe-failed'],
      severity: failed ? 'error' : 'notice',
    };
  },
  examples: [
    {
      title: 'a probe without credentials',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi import Depends, FastAPI\nfrom fastapi.security import HTTPBasic\n\napp = FastAPI(dependencies=[Depends(HTTPBasic())])\n',
      },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['404', { outcome: '/items 401', headers: { 'www-authenticate': 'Basic' } }],
      },
      place: 'app.py:4',
    },
    {
      title: 'the whole application wants them',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['403'] },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'another probe fails, and for another reason',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['401', '/health 404'] },
    },
    {
      title: 'a WebSocket that no route takes',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['404', 'WS /live 403'] },
    },
    {
      title: 'a path that is not there',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['404'] },
    },
  ],
};

/** Starlette and others refuse a WebSocket for which there is no route with 403 as well. */
function withoutWebSockets(container: ContainerObservation): ContainerObservation {
  return { ...container, exchanges: container.exchanges.filter(({ request }) => !request.startsWith('WS ')) };
}

function wantsCredentials({ status }: Answer): boolean {
  return status === 401 || status === 403;
}
