import type { Exchange } from '../observation.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { exchangeEvidence, logTail, tracebackLines } from '../symptoms/evidence.ts';
import { requirements, servedBy } from './example.ts';
import { documentedRoute, faultyAnswers } from '../symptoms/running/documented.ts';
import { failedExchanges } from '../symptoms/running/failed-exchange.ts';
import { fittingTitle, fittingHeadline } from '../symptoms/fitting.ts';
import { ownPlace } from '../symptoms/place.ts';
import { spokenRequest } from '../symptoms/running/requests.ts';
import { serverOf, spoken, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { headlineOf, innermost, shortName } from '../traceback/traceback.ts';

export const unhandledException: Diagnosis = {
  id: 'unhandled-exception',
  blames: 'image',
  summary: 'a request is answered with 500, because the application raises an exception',
  why: 'The server is up and the request reached the application, which did not catch what it raised. A status of 500 and above says that the image does not serve that request, whoever asks.',
  references: ['https://fastapi.tiangolo.com/tutorial/handling-errors/'],
  moments: ['answer', 'serve'],
  *recognise(symptoms) {
    const { facts, container } = symptoms;
    if (symptoms.moment === 'serve') {
      yield* ofDocumented(symptoms);
      return;
    }
    const fatal = symptoms.fatal === undefined ? undefined : innermost(symptoms.fatal);
    const failed = failedExchanges(container).find(
      ({ outcome }) => outcome.kind === 'answered' && outcome.status >= 500,
    );
    if (failed === undefined || container === undefined) return;
    if (fatal === undefined) {
      if (failed.outcome.kind === 'answered' && failed.outcome.status === 500) yield withoutLog(symptoms, failed);
      return;
    }
    const status = failed.outcome.kind === 'answered' ? failed.outcome.status : 500;
    const own = ownPlace(fatal, facts);
    const name = shortName(fatal);
    const said = headlineOf(fatal).replaceAll('`', "'");
    const request = failed.request.replace(/^(\w+) https?:\/\/[^/]+/, '$1 ');
    const headline = `\`${request}\` answers ${status}: \`${name}\``;
    yield {
      headline: fittingHeadline(headline, `a request is answered with ${status}`),
      title: `\`${request}\` is answered with ${status}: \`${said.length > 50 ? `${said.slice(0, 49)}…` : said}\``,
      why: 'The request reached the application, and it did not catch what it raised.',
      advice:
        own === undefined
          ? 'Correct what raises it.'
          : `Correct what ${spoken(own.location)} does, or catch the exception there.`,
      ...(own === undefined ? {} : { location: own.location }),
      evidence: [...exchangeEvidence({ ...container, exchanges: [failed] }), ...tracebackLines(symptoms, fatal)],
      explains: ['probe-failed'],
    };
  },
  examples: [
    {
      title: 'the log keeps it for itself',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--log-level", "critical"]'),
      files: { 'requirements.txt': requirements },
      saw: { log: [], listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['500'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'a key that is not there',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${'\n'.repeat(7)}    return {"beagle": "HMS Beagle"}["fram"]\n`,
      },
      saw: {
        log: [
          'INFO:     Application startup complete.',
          'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
          'INFO:     172.17.0.1:60680 - "GET / HTTP/1.1" 500 Internal Server Error',
          'ERROR:    Exception in ASGI application',
          'Traceback (most recent call last):',
          '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/protocols/http/h11_impl.py", line 411, in run_asgi',
          '    result = await app(  # type: ignore[func-returns-value]',
          '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
          '  File "/app/app.py", line 8, in welcome',
          '    return {"beagle": "HMS Beagle"}["fram"]',
          '           ~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^',
          "KeyError: 'fram'",
        ],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['500'],
      },
      place: 'app.py:8',
    },
    {
      title: 'a GET that is documented, and that no probe asks for',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${'\n'.repeat(7)}    return 1 / 0\n`,
      },
      saw: {
        log: [
          'INFO:     172.17.0.1:60680 - "GET /ratio HTTP/1.1" 500 Internal Server Error',
          'ERROR:    Exception in ASGI application',
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 8, in ratio',
          '    return 1 / 0',
          '           ~~^~~',
          'ZeroDivisionError: division by zero',
        ],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200'],
        documented: [{ outcome: '/ratio 500', operation: 'ratio_ratio_get', deviation: 'answers 500' }],
      },
      place: 'app.py:8',
    },
  ],
  confusions: [
    {
      title: 'a documented GET answers 500 to the probe that wants it so',
      is: undefined,
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['200', { outcome: '/broken 500', passed: true }],
        documented: [{ outcome: '/broken 500', deviation: 'answers 500' }],
      },
    },
    {
      title: 'the answer is 404 though a traceback was logged before',
      is: 'probe-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: {
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 8, in <module>',
          '    import ujson',
          "ModuleNotFoundError: No module named 'ujson'",
          'INFO:     Application startup complete.',
        ],
        listening: ['0.0.0.0:8000'],
        ended: 'ready',
        answers: ['/health 404'],
      },
    },
  ],
};

/** Of a container that serves: the documented GETs that nobody asked for before. What several of them raise is told once. */
function* ofDocumented(symptoms: Symptoms): Iterable<Recognised> {
  const { container, facts } = symptoms;
  if (container === undefined) return;
  const groups = Map.groupBy(faultyAnswers(symptoms), ({ traceback }) =>
    traceback === undefined ? '' : headlineOf(traceback),
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { answer, traceback } = first;
    const exchanges = group.map((each): Exchange => ({ ...each.answer, times: 1 }));
    const [exchange] = exchanges;
    if (exchange === undefined) continue;
    const own = traceback === undefined ? undefined : ownPlace(traceback, facts);
    const place = own?.location ?? documentedRoute(facts, answer);
    const status = answer.outcome.kind === 'answered' ? answer.outcome.status : 500;
    const said = traceback === undefined ? undefined : headlineOf(traceback).replaceAll(/[`\p{Cc}]/gu, "'");
    const subject =
      exchanges.length === 1
        ? `${spokenRequest(exchange)} is answered with ${status}`
        : `${spokenRequest(exchange)} and ${exchanges.length - 1} more are answered with ${status}`;
    yield {
      title: fittingTitle(
        said === undefined ? `${subject}, and the log does not say why` : `${subject}: \`${said}\``,
        traceback === undefined ? subject : `${subject}: \`${shortName(traceback)}\``,
        subject,
      ),
      why: `The application documents it in its own \`/openapi.json\`${traceback === undefined ? '.' : ', and does not catch what it raises there.'}`,
      advice:
        place === undefined
          ? 'Correct what raises it; a path that is not to be asked stands in `openapi-exclude`.'
          : `Correct what ${spoken(place)} does, or catch the exception there; a path that is not to be asked stands in \`openapi-exclude\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...exchangeEvidence({ ...container, exchanges }),
        ...(traceback === undefined ? [] : tracebackLines(symptoms, traceback)),
      ],
      severity: group.some(({ isProbed }) => isProbed) ? 'error' : 'warning',
    };
  }
}

/** The server swallows what the application raised, or the application answers 500 of its own accord. */
function withoutLog(symptoms: Symptoms, failed: Exchange): Recognised {
  const { container, facts } = symptoms;
  const level = serverOf(facts)?.options.find(({ name }) => name === '--log-level')?.value;
  const isMute = level !== undefined && /critical|fatal/i.test(level.text);
  const place = isMute ? level.location : startPlace(facts);
  return {
    headline: `${spokenRequest(failed)} answers 500, no log says why`,
    title: `${spokenRequest(failed)} is answered with 500, and the log does not say why`,
    why: isMute
      ? `The log level \`${level.text}\` keeps the traceback out of the log.`
      : 'No traceback is in the log: the application caught what was raised, or logs elsewhere.',
    advice: isMute
      ? 'Let the server log errors, as it does by default, and try it again.'
      : 'Log what is caught, with its traceback, and try it again.',
    ...(place === undefined ? {} : { location: place }),
    evidence: [
      ...(container === undefined ? [] : exchangeEvidence({ ...container, exchanges: [failed] })),
      ...logTail(symptoms, 8),
    ],
    explains: ['probe-failed'],
  };
}
