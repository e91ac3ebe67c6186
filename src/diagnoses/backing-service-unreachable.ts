import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, lifespanTraceback, requirements, servedBy } from './example.ts';
import { ownPlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import { shortName, type Traceback } from '../traceback/traceback.ts';

export const backingServiceUnreachable: Diagnosis = {
  id: 'backing-service-unreachable',
  blames: 'setup',
  summary: 'the application needs a database or another service that the trial does not have',
  why: 'The application connects while it starts, and nothing answers where it looks: the service is not part of the trial, or goes by another name there. 127.0.0.1 is the container itself.',
  references: ['https://docs.github.com/en/actions/using-containerized-services/about-service-containers'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    if (fatal === undefined || !isConnectionTrouble(fatal)) return;
    const own = ownPlace(fatal, facts);
    const place = own?.location ?? startPlace(facts);
    const service = serviceOf(fatal);
    const address = addressOf(fatal);
    const headline = `it reaches no ${service}${address === undefined ? '' : ` at \`${address}\``}`;
    yield {
      headline: headline.length <= 55 ? headline : `it reaches no ${service}`,
      title: `the application reaches no ${service}${address === undefined ? '' : ` at \`${address}\``}`,
      why: /^(?:127\.|localhost|::1)/.test(address ?? '')
        ? 'Inside a container that address is the container itself, where nothing of the kind runs.'
        : 'Nothing answers there: the service is not part of the trial.',
      advice:
        "Start the service as one of the job's `services:`, join its network with `run-network`, and give its address with `env`, both under `with:`; or let the application start without it.",
      ...(place === undefined ? {} : { location: place }),
      evidence: [...(container === undefined ? [] : exitEvidence(container)), ...tracebackLines(symptoms, fatal)],
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'a connection in the lifespan is refused',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': `${'\n'.repeat(9)}    with socket.create_connection(("127.0.0.1", 5432), timeout=5):\n`,
      },
      saw: {
        exitCode: 3,
        log: lifespanTraceback(
          '  File "/app/app.py", line 10, in lifespan',
          '    with socket.create_connection(("127.0.0.1", 5432), timeout=5):',
          '         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
          '  File "/usr/lib/python3.11/socket.py", line 836, in create_connection',
          '    sock.connect(sa)',
          'ConnectionRefusedError: [Errno 111] Connection refused',
        ),
      },
      place: 'app.py:10',
    },
    {
      title: 'the name of the database is not known',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'socket.create_connection(("db", 5432), timeout=5)\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    socket.create_connection(("db", 5432), timeout=5)',
          '  File "/usr/lib/python3.11/socket.py", line 962, in getaddrinfo',
          '    for res in _socket.getaddrinfo(host, port, family, type, proto, flags):',
          'socket.gaierror: [Errno -2] Name or service not known',
        ),
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'its own port is taken: that is no service',
      is: 'startup-failed',
      dockerfile: servedBy('["python", "app.py"]'),
      files: { 'app.py': 'server.bind(("0.0.0.0", 8000))\n' },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 1, in <module>',
          '    server.bind(("0.0.0.0", 8000))',
          'OSError: [Errno 98] Address already in use',
        ],
      },
    },
  ],
};

/** A client could not connect: by the exception's name, or by what the system said. */
function isConnectionTrouble(traceback: Traceback): boolean {
  const { message, detail } = traceback;
  const text = [message, ...detail].join('\n');
  if (
    /ConnectionRefusedError|gaierror|ServerSelectionTimeoutError|NoBrokersAvailable|CannotConnectNowError|AMQPConnectionError|NewConnectionError|ConnectError/.test(
      shortName(traceback),
    )
  )
    return true;
  const says =
    /\[Errno (?:111|113|110|101|-2|-3|-5)\]|Connection refused|could not (?:connect|translate host name)|connection failed|Can't connect to|Name or service not known|Temporary failure in name resolution|No route to host|Connect call failed|all connection attempts failed|connection (?:timed out|timeout)|nodename nor servname/i;
  return (
    says.test(text) &&
    /OSError|ConnectionError|ConnectionFailure|ConnectTimeout|OperationalError|InterfaceError|TimeoutError|MaxRetryError|KafkaError|ConnectionTimeout|ServiceUnavailable|TransportError|RedisError|AutoReconnect/.test(
      shortName(traceback),
    )
  );
}

const services: readonly (readonly [RegExp, string])[] = [
  [/psycopg|asyncpg|postgres|:5432|, 5432\b/i, 'PostgreSQL'],
  [/pymysql|aiomysql|mysql|MySQLdb|, 3306\b|:3306/i, 'MySQL'],
  [/pymongo|motor|ServerSelection|:27017/i, 'MongoDB'],
  [/\bredis\b|:6379|, 6379\b/i, 'Redis'],
  [/kafka|:9092/i, 'Kafka'],
  [/amqp|pika|aio_pika|rabbit|:5672/i, 'RabbitMQ'],
  [/elasticsearch|opensearch|:9200/i, 'Elasticsearch'],
];

function serviceOf(traceback: Traceback): string {
  const text = evidenceText(traceback);
  return services.find(([sign]) => sign.test(text))?.[1] ?? 'service';
}

function addressOf(traceback: Traceback): string | undefined {
  const text = evidenceText(traceback);
  const [, host, port] =
    /\(\s*["']([\w.-]+)["'],\s*(\d{2,5})\)/.exec(text) ??
    /(?:host(?: name)?|server at|connect to) ["']?([\w.-]+)["']?(?: \([^)]*\))?,? (?:port|failed|:)\s*(\d{2,5})?/.exec(
      text,
    ) ??
    /\b((?:\d{1,3}\.){3}\d{1,3}|localhost|[a-z][\w-]*(?:\.[\w-]+)*):(\d{4,5})\b/.exec(text) ??
    [];
  return host === undefined ? undefined : port === undefined ? host : `${host}:${port}`;
}

function evidenceText({ exception, message, detail, frames }: Traceback): string {
  return [exception, message, ...detail, ...frames.flatMap(({ file, source }) => [file, source ?? ''])].join('\n');
}
