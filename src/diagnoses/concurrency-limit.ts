import { exchangeEvidence, logLines, socketEvidence } from '../symptoms/evidence.ts';
import { tellingAnswer } from '../symptoms/running/requests.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { application, requirements, servedBy } from './example.ts';

const said = /Exceeded concurrency limit/;
/** Once may be chance; a limit that lets no single request pass refuses all of them. */
const leastRefusals = 5;

export const concurrencyLimit: Diagnosis = {
  id: 'concurrency-limit',
  blames: 'image',
  summary: 'the server refuses every request, because its limit of concurrency is reached by one',
  why: 'uvicorn counts the connection that asks among those that are open: with `--limit-concurrency 1` every request, also the only one, is answered with 503.',
  references: ['https://www.uvicorn.org/settings/#resource-limits'],
  moments: ['silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { container, facts, log } = symptoms;
    const refused = container === undefined ? undefined : tellingAnswer(container, ({ status }) => status === 503);
    const lines = log.filter((line) => said.test(line));
    if (container === undefined || refused === undefined || lines.length === 0) return;
    if (symptoms.moment === 'silent' && refused.exchange.times < leastRefusals) return;
    const option = serverOf(facts)?.options.find(({ name }) => name === '--limit-concurrency');
    const place = option?.value?.location ?? startPlace(facts);
    const limit = option?.value?.text;
    yield {
      headline: 'the server refuses every request with 503',
      title: `the limit of concurrency${limit === undefined ? '' : ` of ${limit}`} refuses every request`,
      why: 'Each request is answered with 503 before the application sees it, also when it is the only one.',
      advice: 'Raise `--limit-concurrency`, or leave it out: the connection that asks counts too.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exchangeEvidence(container),
        ...logLines(symptoms, lines.slice(0, 1)),
        ...socketEvidence(container),
      ],
      explains: ['probe-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'a limit of one',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--limit-concurrency", "1"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: {
        log: [
          'INFO:     Application startup complete.',
          'WARNING:  Exceeded concurrency limit.',
          'INFO:     172.17.0.1:59942 - "GET / HTTP/1.1" 503 Service Unavailable',
        ],
        listening: ['0.0.0.0:8000'],
        waitedMs: 1_500,
        ended: 'decided',
        answers: [{ outcome: '503', headers: { server: 'uvicorn' } }],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'the application says that it is not ready',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: [
          'INFO:     Application startup complete.',
          'INFO:     172.17.0.1:59942 - "GET / HTTP/1.1" 503 Service Unavailable',
        ],
        listening: ['0.0.0.0:8000'],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: [{ outcome: '503', headers: { server: 'uvicorn' } }],
      },
    },
  ],
};
