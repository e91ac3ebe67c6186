import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exchangeEvidence, logTail } from '../symptoms/evidence.ts';
import { requirements, servedBy } from './example.ts';
import { failedExchanges } from '../symptoms/running/failed-exchange.ts';
import { describe } from '../symptoms/running/outcome.ts';
import { startPlace } from '../symptoms/start.ts';
import { lastAnswer } from '../symptoms/running/requests.ts';

export const probeFailed: Diagnosis = {
  id: 'probe-failed',
  blames: 'image',
  summary: 'a probe is not answered as it should be',
  why: 'The server is up, and one of the questions that the trial asks is answered in another way than was promised. Without a probe of its own a trial asks `GET /`, which any answer below 500 passes.',
  references: [],
  moments: ['answer', 'silent'],
  general: true,
  *recognise(symptoms) {
    const { container, moment, facts } = symptoms;
    if (moment === 'silent') {
      const unready = container?.wait.ended === 'deadline' ? lastAnswer(container)?.status : undefined;
      const place = startPlace(facts);
      if (container === undefined || unready === undefined) return;
      yield {
        headline: `it answers ${unready} for the whole time`,
        title: `\`GET /\` is answered with ${unready} for the whole time to get ready`,
        why: `An answer of ${unready} says that what should serve is not there yet, so it does not count.`,
        advice: 'Correct what keeps it from getting ready; where it needs longer, raise `ready-timeout` under `with:`.',
        ...(place === undefined ? {} : { location: place }),
        evidence: [...exchangeEvidence(container), ...logTail(symptoms, 8)],
      };
      return;
    }
    const failed = failedExchanges(container);
    const [first] = failed;
    if (first === undefined || container === undefined) return;
    const asked = (first.probe ?? first.request).replaceAll('`', "'");
    const answer = describe(first.outcome).replace(/^answered /, '');
    const more = failed.length === 1 ? '' : `, and ${failed.length - 1} more`;
    const headline = `\`${asked}\`: ${answer}${more}`;
    yield {
      headline: fittingHeadline(headline, 'a probe is not answered as it should be'),
      title: `the probe \`${asked.length > 50 ? `${asked.slice(0, 49)}…` : asked}\` is not answered as it should be`,
      why: first.outcome.kind === 'answered' ? `The answer is ${answer}.` : `There is no answer: ${answer}.`,
      advice: 'Correct what the application answers, or what the probe expects.',
      evidence: [...exchangeEvidence({ ...container, exchanges: failed }), ...logTail(symptoms, 6)],
    };
  },
  examples: [
    {
      title: 'it says for the whole time that it is not ready',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      saw: { listening: ['0.0.0.0:8000'], waitedMs: 60_000, ended: 'deadline', answers: ['503'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'the path is not there',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: ['INFO:     172.17.0.1:60680 - "GET /health HTTP/1.1" 404 Not Found'],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['/health 404'],
      },
    },
  ],
  confusions: [
    {
      title: 'every probe passes',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['200'] },
    },
  ],
};
