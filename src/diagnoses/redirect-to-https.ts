import { exchangeEvidence } from '../symptoms/evidence.ts';
import { isSameHost, redirectOf } from '../symptoms/running/redirect.ts';
import { failsBy, spokenRequest, tellingAnswer } from '../symptoms/running/requests.ts';
import { findSourceLine } from '../symptoms/python/source-line.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

const redirects = /HTTPSRedirectMiddleware|SECURE_SSL_REDIRECT|force_https|url\.replace\(scheme=/;

export const redirectToHttps: Diagnosis = {
  id: 'redirect-to-https',
  blames: 'image',
  summary: 'every request in plain HTTP is sent on to HTTPS, which the container does not serve',
  why: 'Behind a proxy that ends TLS the application sees plain HTTP, and sends the client to where it came from: without a word of the proxy about TLS (`X-Forwarded-Proto`) that goes round for ever, and a health check never gets an answer.',
  references: ['https://fastapi.tiangolo.com/advanced/middleware/#httpsredirectmiddleware'],
  moments: ['answer', 'serve'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    if (container === undefined) return;
    const found = tellingAnswer(container, (answer) => redirectOf(answer)?.protocol === 'https:');
    const target = found === undefined ? undefined : redirectOf(found.answer);
    const asked = found === undefined ? undefined : new URL(found.exchange.request.replace(/^\w+ /, ''));
    if (found === undefined || target === undefined || asked === undefined) return;
    if (!isSameHost(target.hostname, asked.hostname)) return;
    const failed = failsBy(container, (answer) => redirectOf(answer)?.protocol === 'https:');
    if (symptoms.moment === 'answer' && !failed) return;
    const place = findSourceLine(facts, redirects) ?? startPlace(facts);
    yield {
      headline: `${spokenRequest(found.exchange)} is sent on to HTTPS`,
      title: `${spokenRequest(found.exchange)} is sent on to \`https:\`, and nobody serves that here`,
      why: 'The container serves plain HTTP, and the application answers each request by sending it away.',
      advice:
        'Leave the redirect to the proxy that ends TLS, or let the application believe its `X-Forwarded-Proto` (uvicorn: `--proxy-headers --forwarded-allow-ips`); a probe can say so too: `header "X-Forwarded-Proto: https"`.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exchangeEvidence({ ...container, exchanges: [found.exchange] }),
        { kind: 'exchange', request: 'Location', outcome: target.href.slice(0, 200), ms: 0 },
      ],
      explains: ['probe-failed', 'redirect-to-other-host'],
      severity: failed ? 'error' : 'notice',
    };
  },
  examples: [
    {
      title: 'a probe is sent to HTTPS by a middleware',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi import FastAPI\nfrom starlette.middleware.httpsredirect import HTTPSRedirectMiddleware\n\napp = FastAPI()\napp.add_middleware(HTTPSRedirectMiddleware)\n',
      },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['307', { outcome: '/docs 307', headers: { location: 'https://127.0.0.1/docs' } }],
      },
      place: 'app.py:5',
    },
    {
      title: 'the first page is',
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '301', headers: { location: 'https://127.0.0.1:8000/' } }],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a slash is added',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200', { outcome: '/health 307', headers: { location: 'http://127.0.0.1:8000/health/' } }],
      },
    },
    {
      title: 'to another host, in HTTPS',
      is: 'redirect-to-other-host',
      dockerfile: servedBy('["./serve"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '302', headers: { location: 'https://login.ships.example/' } }],
      },
    },
  ],
};
