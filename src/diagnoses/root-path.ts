import { exchangeEvidence } from '../symptoms/evidence.ts';
import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import { failedExchanges } from '../symptoms/running/failed-exchange.ts';
import { pathOf, spokenRequest } from '../symptoms/running/requests.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import { findSourceLine, sourceLine } from '../symptoms/python/source-line.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { requirements, servedBy } from './example.ts';

export const rootPath: Diagnosis = {
  id: 'root-path',
  blames: 'image',
  summary: 'a path is asked with the prefix that a proxy would have taken away',
  why: 'The root path tells the application under which prefix a proxy shows it to the world. It is no route: the proxy takes it away, and the container itself serves the same paths without it. The log prints them with it all the same.',
  references: ['https://fastapi.tiangolo.com/advanced/behind-a-proxy/'],
  moments: ['answer'],
  *recognise(symptoms) {
    const { container, facts } = symptoms;
    const prefix = rootPathOf(symptoms);
    if (container === undefined || prefix === undefined) return;
    const failed = failedExchanges(container).find(
      (exchange) =>
        exchange.outcome.kind === 'answered' && exchange.outcome.status === 404 && isUnder(pathOf(exchange), prefix),
    );
    if (failed === undefined) return;
    const option = serverOf(facts)?.options.find(({ name }) => name === '--root-path');
    const place = option?.value?.location ?? findSourceLine(facts, /root_path\s*=/) ?? startPlace(facts);
    const bare = pathOf(failed).slice(prefix.length) || '/';
    yield {
      headline: fittingHeadline(
        `\`${prefix}\` is the root path, and no part of a route`,
        'the root path is no part of a route',
      ),
      title: fittingTitle(
        `${spokenRequest(failed)} is not there: \`${prefix}\` is the root path`,
        `${spokenRequest(failed)} is not there, under the root path`,
      ),
      why: `A proxy takes \`${prefix}\` away before it asks the container; who asks the container itself leaves it out.`,
      advice: `Let the probe ask \`${bare.replaceAll('`', "'")}\`, or give the routes the prefix (\`APIRouter(prefix="${prefix}")\`) and leave the root path out.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: exchangeEvidence({ ...container, exchanges: [failed] }),
      explains: ['probe-failed'],
    };
  },
  examples: [
    {
      title: 'a probe asks with the prefix',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--root-path", "/api"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: ['INFO:     172.17.0.1:34566 - "GET /api/api/items HTTP/1.1" 404 Not Found'],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['404', '/api/items 404'],
      },
      place: 'Dockerfile:7',
    },
    {
      title: 'the application names it itself',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'from fastapi import FastAPI\n\napp = FastAPI(root_path="/api")\n' },
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['404', '/api/items 404'] },
      place: 'app.py:3',
    },
  ],
  confusions: [
    {
      title: 'a path that does not have the prefix is not there',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--root-path", "/api"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['404', '/health 404'] },
    },
    {
      title: 'it serves without the prefix, as it should',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--root-path", "/api"]'),
      saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['404'] },
    },
  ],
};

/** Without a slash at its end: of the command line, of the variable, or of `FastAPI(root_path=…)`. */
function rootPathOf({ facts }: Symptoms): string | undefined {
  const option = serverOf(facts)?.options.find(({ name }) => name === '--root-path')?.value?.text;
  const variable = facts.startCommand?.environment('UVICORN_ROOT_PATH')?.text;
  const line = sourceLine(facts, /root_path\s*=\s*["']/);
  const found = option ?? variable ?? /root_path\s*=\s*["']([^"']+)["']/.exec(line ?? '')?.[1];
  const prefix = found?.replace(/\/+$/, '');
  return prefix === undefined || !/^\/[\w/-]+$/.test(prefix) ? undefined : prefix;
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
