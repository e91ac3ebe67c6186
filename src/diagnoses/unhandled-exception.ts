import type { Diagnosis } from './diagnosis.ts';
import { exchangeEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { requirements, servedBy } from './example.ts';
import { failedExchanges } from '../symptoms/failed-exchange.ts';
import { ownPlace } from '../symptoms/place.ts';
import { spoken } from '../symptoms/start.ts';
import { headlineOf, innermost, shortName } from '../traceback/traceback.ts';

export const unhandledException: Diagnosis = {
  id: 'unhandled-exception',
  blames: 'image',
  summary: 'a request is answered with 500, because the application raises an exception',
  why: 'The server is up and the request reached the application, which did not catch what it raised. A status of 500 and above says that the image does not serve that request, whoever asks.',
  references: ['https://fastapi.tiangolo.com/tutorial/handling-errors/'],
  moments: ['answer'],
  *recognise(symptoms) {
    const { facts, container } = symptoms;
    const fatal = symptoms.fatal === undefined ? undefined : innermost(symptoms.fatal);
    const failed = failedExchanges(container).find(
      ({ outcome }) => outcome.kind === 'answered' && outcome.status >= 500,
    );
    if (fatal === undefined || failed === undefined || container === undefined) return;
    const status = failed.outcome.kind === 'answered' ? failed.outcome.status : 500;
    const own = ownPlace(fatal, facts);
    const name = shortName(fatal);
    const said = headlineOf(fatal).replaceAll('`', "'");
    const request = failed.request.replace(/^(\w+) https?:\/\/[^/]+/, '$1 ');
    const headline = `\`${request}\` answers ${status}: \`${name}\``;
    yield {
      headline: headline.length <= 55 ? headline : `a request is answered with ${status}`,
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
  ],
  confusions: [
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
