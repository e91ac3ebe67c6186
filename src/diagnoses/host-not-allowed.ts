import type { Facts } from '../facts/facts.ts';
import { exchangeEvidence } from '../symptoms/evidence.ts';
import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { failsBy, spokenRequest, tellingAnswer, type Answer } from '../symptoms/running/requests.ts';
import { findSourceLine, sourceLine } from '../symptoms/python/source-line.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

const lists = /TrustedHostMiddleware|allowed_hosts|ALLOWED_HOSTS/;
const djangoSaid = /Invalid HTTP_HOST header/;

export const hostNotAllowed: Diagnosis = {
  id: 'host-not-allowed',
  blames: 'image',
  summary: 'the application answers to other host names than the one that it is asked by',
  why: 'A list of allowed hosts refuses every request whose `Host` is not on it, with 400, whatever is asked. A health check inside the cluster asks by an address, and is refused as well.',
  references: ['https://fastapi.tiangolo.com/advanced/middleware/#trustedhostmiddleware'],
  moments: ['answer', 'serve'],
  *recognise(symptoms) {
    const { container, facts, log } = symptoms;
    if (container === undefined) return;
    const refuses = ({ status, body }: Answer): boolean =>
      status === 400 &&
      (/^Invalid host header\b/i.test(body.trim()) ||
        [body, ...log].some((text) => djangoSaid.test(text)) ||
        (/<h1>Bad Request \(400\)<\/h1>/.test(body) && listsHosts(facts)));
    const found = tellingAnswer(container, refuses);
    if (found === undefined) return;
    const failed = failsBy(container, refuses);
    if (symptoms.moment === 'answer' && !failed) return;
    const place = findSourceLine(facts, lists) ?? startPlace(facts);
    const host = new URL(found.exchange.request.replace(/^\w+ /, '')).hostname;
    yield {
      headline: fittingHeadline(
        `it refuses the host name \`${host}\` with 400`,
        'it refuses the host by which it is asked',
      ),
      title: fittingTitle(
        `${spokenRequest(found.exchange)} is refused, because the host \`${host}\` is not allowed`,
        'a request is refused, because its host is not allowed',
      ),
      why: 'The list of allowed hosts does not have the name by which it is asked, and then nothing is answered.',
      advice: `Add \`${host}\` and \`localhost\` to the allowed hosts where it is tried, or give the probe one that is allowed: \`header "Host: ships.example"\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: exchangeEvidence({ ...container, exchanges: [found.exchange] }),
      explains: ['probe-failed'],
      severity: failed ? 'error' : 'warning',
    };
  },
  examples: [
    {
      title: 'a list of one host, and nothing is answered to others',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from fastapi import FastAPI\nfrom starlette.middleware.trustedhost import TrustedHostMiddleware\n\napp = FastAPI()\napp.add_middleware(TrustedHostMiddleware, allowed_hosts=["ships.example"])\n',
      },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [{ outcome: '400', body: 'Invalid host header' }],
      },
      place: 'app.py:5',
    },
    {
      title: 'a probe is refused by Django',
      dockerfile: servedBy('["gunicorn", "ships.wsgi", "--bind", "0.0.0.0:8000"]'),
      files: { 'ships/settings.py': 'ALLOWED_HOSTS = ["ships.example"]\n' },
      saw: {
        log: ["Invalid HTTP_HOST header: '127.0.0.1:8000'. You may need to add '127.0.0.1' to ALLOWED_HOSTS."],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['400', { outcome: '/health 400', body: '<h1>Bad Request (400)</h1>' }],
      },
      place: 'ships/settings.py:1',
    },
    {
      title: 'Django in production, which does not say why',
      dockerfile: servedBy(
        '["gunicorn", "-k", "uvicorn_worker.UvicornWorker", "ships.asgi", "--bind", "0.0.0.0:8000"]',
      ),
      files: { 'ships/settings.py': 'DEBUG = False\nALLOWED_HOSTS = ["ships.example"]\n' },
      saw: {
        log: ['[2026-11-24 07:20:55 -0600] [7] [INFO] Application startup complete.'],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: [
          {
            outcome: '400',
            body: '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>Bad Request (400)</title>\n</head>\n<body>\n  <h1>Bad Request (400)</h1><p></p>\n</body>\n</html>\n',
          },
        ],
      },
      place: 'ships/settings.py:2',
    },
  ],
  confusions: [
    {
      title: 'the page of Django, which allows every host',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "ships.asgi:application", "--host", "0.0.0.0"]'),
      files: { 'ships/settings.py': "ALLOWED_HOSTS = ['*']\n" },
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200', { outcome: '/items 400', body: '<h1>Bad Request (400)</h1><p></p>' }],
      },
    },
    {
      title: 'a bad request for another reason',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200', { outcome: '/items 400', body: '{"detail":"limit is missing"}' }],
      },
    },
  ],
};

/** Django's page for production says no more than that; a plain GET gives it hardly another reason than its host. */
function listsHosts(facts: Facts): boolean {
  const line = sourceLine(facts, /^ALLOWED_HOSTS\b/);
  return line !== undefined && !line.includes('*');
}
