import { exchangeEvidence } from '../symptoms/evidence.ts';
import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { isSameHost, redirectOf } from '../symptoms/running/redirect.ts';
import { failsBy, spokenRequest, tellingAnswer, type Answer } from '../symptoms/running/requests.ts';
import { findSourceLine } from '../symptoms/python/source-line.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

export const redirectToOtherHost: Diagnosis = {
  id: 'redirect-to-other-host',
  blames: 'image',
  summary: 'a request is sent on to another host, which is not under trial',
  why: 'The application answers by naming an address elsewhere: a login, a canonical name, a development machine. A trial does not follow it, for what answers there is not this image.',
  references: ['https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Location'],
  moments: ['answer', 'serve'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container === undefined) return;
    const leaves = (answer: Answer): boolean => {
      const target = redirectOf(answer);
      const [own] = container.exchanges;
      return target !== undefined && own !== undefined && !isSameHost(target.hostname, hostOf(own.request));
    };
    const found = tellingAnswer(container, leaves);
    const target = found === undefined ? undefined : redirectOf(found.answer);
    if (found === undefined || target === undefined) return;
    const failed = failsBy(container, leaves);
    if (symptoms.moment === 'answer' && !failed) return;
    const place =
      findSourceLine(facts, new RegExp(target.hostname.replaceAll('.', String.raw`\.`))) ?? startPlace(facts);
    const asked = spokenRequest(found.exchange);
    yield {
      headline: fittingHeadline(`${asked} is sent to \`${target.host}\``, `${asked} is sent to another host`),
      title: fittingTitle(`${asked} is sent on to \`${target.host}\``, `${asked} is sent on to another host`),
      why: 'Another host answers there, so nothing is known of what this image would say.',
      advice: 'Send within the same host by a path alone, or ask a path that the image answers itself.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exchangeEvidence({ ...container, exchanges: [found.exchange] }),
        { kind: 'exchange', request: 'Location', outcome: target.href.slice(0, 200), ms: 0 },
      ],
      explains: ['probe-failed'],
      severity: failed ? 'error' : 'notice',
    };
  },
  examples: [
    {
      title: 'the first page lives elsewhere',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi.responses import RedirectResponse\n\nhome = RedirectResponse("http://ships.example/welcome")\n',
      },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '307', headers: { location: 'http://ships.example/welcome' } }],
      },
      place: 'app.py:3',
    },
  ],
  confusions: [
    {
      title: 'to the same host',
      is: undefined,
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '302', headers: { location: '/login' } }],
      },
    },
    {
      title: 'to the same host by another name',
      is: undefined,
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '307', headers: { location: 'http://localhost:8000/docs' } }],
      },
    },
    {
      title: 'to HTTPS of the same host',
      is: 'redirect-to-https',
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '301', headers: { location: 'https://127.0.0.1/' } }],
      },
    },
  ],
};

function hostOf(request: string): string {
  return new URL(request.replace(/^\w+ /, '')).hostname;
}
