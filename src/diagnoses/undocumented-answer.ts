import { deviatingAnswers, documentedRoute } from '../symptoms/running/documented.ts';
import { exchangeEvidence } from '../symptoms/evidence.ts';
import { fittingTitle } from '../symptoms/fitting.ts';
import { spokenRequest } from '../symptoms/running/requests.ts';
import type { Exchange } from '../observation.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

const served = servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]');

export const undocumentedAnswer: Diagnosis = {
  id: 'undocumented-answer',
  blames: 'image',
  summary: 'a GET does not answer as the OpenAPI document of the application promises',
  why: 'Clients are generated from `/openapi.json`, and people read it: an answer of another status, another media type or another shape breaks them, though the server is well. FastAPI checks no answer that is returned as a `Response`, nor a status that the code sets.',
  references: [
    'https://fastapi.tiangolo.com/advanced/additional-responses/',
    'https://fastapi.tiangolo.com/tutorial/response-model/',
  ],
  moments: ['serve'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container === undefined) return;
    for (const answer of deviatingAnswers(container)) {
      const { deviation = 'does not answer as documented' } = answer;
      const exchange: Exchange = { ...answer, times: 1 };
      const place = documentedRoute(facts, answer);
      const title = `${spokenRequest(exchange)} ${deviation}`;
      const isToldWhole = title.length <= 90;
      yield {
        title: fittingTitle(title, `${spokenRequest(exchange)} does not answer as documented`),
        why: `${isToldWhole ? '' : `It ${deviation}. `}The application's own \`/openapi.json\` promises otherwise, and clients are made from that.`,
        advice:
          'Correct the answer, or what is documented of it (`response_model`, `response_class`, `responses`, `status_code`); a path that is not to be asked stands in `openapi-exclude`.',
        ...(place === undefined ? {} : { location: place }),
        evidence: exchangeEvidence({ ...container, exchanges: [exchange] }),
        severity: answer.outcome.kind === 'answered' ? 'notice' : 'warning',
      };
    }
  },
  examples: [
    {
      title: 'a response that is returned as it is passes by the model',
      dockerfile: served,
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi import FastAPI\nfrom fastapi.responses import JSONResponse\n\napp = FastAPI()\n\n\n@app.get("/ships")\ndef ships() -> list[str]:\n    return JSONResponse({"ships": []})\n',
      },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['404'],
        documented: [
          {
            outcome: '/ships 200',
            operation: 'ships_ships_get',
            deviation: 'answers a body that is an object instead of `array`',
          },
        ],
      },
      place: 'app.py:7',
    },
    {
      title: 'a status that nobody documents',
      dockerfile: served,
      files: { 'requirements.txt': requirements },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        documented: [{ outcome: '/ships 418', deviation: 'answers 418, and 200 is documented' }],
      },
    },
  ],
  confusions: [
    {
      title: 'all is answered as documented',
      is: undefined,
      dockerfile: served,
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['200'], documented: [{ outcome: '/ships 200' }] },
    },
    {
      title: 'the application raises an exception',
      is: 'unhandled-exception',
      dockerfile: served,
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        documented: [{ outcome: '/ships 500', deviation: 'answers 500' }],
      },
    },
  ],
};
