import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { linePlace } from '../place.ts';
import { startedScripts } from '../start/started-file.ts';
import { shortName, type Traceback } from '../../traceback/traceback.ts';
import { current, isTcp } from '../running/listening.ts';
import { isComplete } from '../running/startup.ts';
import type { Symptoms } from '../symptoms.ts';

/** A service beside the application that it could not connect to. */
export interface UnreachedService {
  /** `PostgreSQL`, or `service` where nothing tells. */
  readonly service: string;
  /** `db:5432`, as far as it is told. */
  readonly address?: string;
  /** The line of a script that tried it, where no file of Python did. */
  readonly location?: Location;
  /** Lines of the log, where no exception tells it. */
  readonly lines: readonly string[];
}

export function unreachedService(symptoms: Symptoms): UnreachedService | undefined {
  const { fatal, moment } = symptoms;
  if (fatal !== undefined) {
    if (!isConnectionTrouble(fatal)) return undefined;
    const inline = fatal.frames[0]?.file === '<string>' ? inlineCall(symptoms.facts) : undefined;
    const told = tell([textOf(fatal), inline?.text ?? ''].join('\n'), []);
    return inline === undefined ? told : { ...told, location: inline.location };
  }
  if (moment === 'exit') return ofLines(symptoms.log.filter((line) => line.trim() !== '').slice(-6), 1);
  // It tries again and again: certain only when nobody waits any longer.
  const { container, log } = symptoms;
  if (moment !== 'silent' || container?.wait.ended !== 'deadline') return undefined;
  // What serves already may miss a service all the same: that is not why nobody reaches it.
  const serves = isComplete(log) || current(container).some(isTcp);
  return !serves ? ofLines(log.slice(-12), 2) : undefined;
}

const names =
  /ConnectionRefusedError|gaierror|ServerSelectionTimeoutError|NoBrokersAvailable|CannotConnectNowError|AMQPConnectionError|AMQPConnectorException|NewConnectionError|ConnectError|KafkaConnectionError|NoServersError|ClientConnectorError|ClientConnectorDNSError|EndpointConnectionError|NoHostAvailable|ConnectionDoesNotExistError|MaxRetryError/;
const carriers =
  /OSError|URLError|ConnectionError|ConnectionFailure|ConnectTimeout|OperationalError|InterfaceError|TimeoutError|KafkaError|ConnectionTimeout|ServiceUnavailable|TransportError|RedisError|AutoReconnect|ConnectionResetError|DatabaseError|RetryError|InternalClientError|CannotConnect/;
const says =
  /\[Errno (?:111|113|110|101|-2|-3|-5)\]|\b(?:Error|errno) (?:111|113|110|-2|-3|-5)\b|Connection refused|could not (?:connect|translate host name|resolve)|connection failed|Can't connect to|Unable to bootstrap|Name or service not known|Temporary failure in name resolution|No route to host|Network is unreachable|Connect call failed|all connection attempts failed|connection (?:timed out|timeout|to server)|nodename nor servname|Timeout connecting to server|Cannot connect to host|failed to resolve host/i;

/** A client could not connect: by the exception's name, or by what the system said. A server that cannot listen is another matter. */
function isConnectionTrouble(traceback: Traceback): boolean {
  if (
    traceback.frames.some(
      ({ function: name, source }) =>
        name === 'bind_socket' || name === 'create_server' || /\.bind\(/.test(source ?? ''),
    )
  )
    return false;
  const name = shortName(traceback);
  return names.test(name) || (carriers.test(name) && says.test([traceback.message, ...traceback.detail].join('\n')));
}

const waits =
  /\bwait(?:ing|s)? (?:for|on|until) .*\b(?:db|database|postgres\w*|mysql|maria\w*|mongo\w*|redis|rabbit\w*|kafka|amqp|elastic\w*|opensearch|[\w.-]+:\d{2,5})\b|(?:database|postgres\w*|mysql|redis|rabbit\w*|kafka|mongo\w*) (?:is )?(?:unavailable|not (?:ready|available|reachable|up))|no response$/i;

function ofLines(lines: readonly string[], least: number): UnreachedService | undefined {
  const telling = lines.filter(
    (line) => (says.test(line) && !/control socket|\bbind\b|listen/i.test(line)) || waits.test(line),
  );
  return telling.length < least ? undefined : tell(telling.join('\n'), [...new Set(telling)].slice(-3));
}

/** `python -c "…"` in a script of the start that opens a connection: its own words are in no traceback. */
function inlineCall(facts: Facts): { readonly text: string; readonly location: Location } | undefined {
  for (const { path, text } of startedScripts(facts)) {
    const lines = text?.split(/\r\n|\n|\r/) ?? [];
    const at = lines.findIndex((line) => /\bpython[\d.]*\b.* -c\b.*connect/.test(line));
    const place = at === -1 ? undefined : linePlace(facts, path, at + 1);
    if (place !== undefined) return place;
  }
  return undefined;
}

function tell(text: string, lines: readonly string[]): UnreachedService {
  const address = addressIn(text);
  return {
    service: services.find(([sign]) => sign.test(text))?.[1] ?? 'service',
    lines: lines.map((line) => line.trim()),
    ...(address === undefined ? {} : { address }),
  };
}

const services: readonly (readonly [RegExp, string])[] = [
  [/psycopg|asyncpg|postgres|:5432|, 5432\b|port 5432/i, 'PostgreSQL'],
  [/pymysql|aiomysql|asyncmy|mysql|MySQLdb|mariadb|, 3306\b|:3306/i, 'MySQL'],
  [/pymongo|\bmotor\b|mongo|ServerSelection|:27017/i, 'MongoDB'],
  [/\bredis\b|valkey|:6379|, 6379\b/i, 'Redis'],
  [/kafka|:9092/i, 'Kafka'],
  [/amqp|pika|aio_pika|aiormq|rabbit|:5672/i, 'RabbitMQ'],
  [/elasticsearch|opensearch|:9200/i, 'Elasticsearch'],
  [/memcache|:11211/i, 'Memcached'],
  [/\bnats\b|:4222/i, 'NATS'],
  [/cassandra|:9042/i, 'Cassandra'],
  [/clickhouse|:8123/i, 'ClickHouse'],
  [/minio|botocore|boto3|:9000\b.*s3/i, 'object storage'],
];

function addressIn(text: string): string | undefined {
  const [, host, port] =
    /\(\s*["']([\w.-]+)["'],\s*(\d{2,5})(?:,[^)]*)?\)/.exec(text) ??
    /:\/\/(?:[^\s/@"']*@)?([\w.-]+):(\d{2,5})\b/.exec(text) ??
    /(?:host(?: name)?|server (?:at|on)|connect(?:ing)? to(?: host| server)?|connection to server at) ["']?([\w.-]+)["']?(?: \([^)]*\))?(?:,? port |:)(\d{2,5})/.exec(
      text,
    ) ??
    /\b((?:\d{1,3}\.){3}\d{1,3}|localhost|[a-z][\w-]*(?:\.[\w-]+)*):(\d{4,5})\b/.exec(text) ??
    /(?:translate host name|resolve host|server on|host name) ["']([\w.-]+)["']()/.exec(text) ??
    /\b(?!https?:)\w+:\/\/(?:[^\s/@"']*@)?([\w-][\w.-]*)()(?=[/"'?])/.exec(text) ??
    [];
  if (host === undefined) return undefined;
  return port === undefined || port === '' ? host : `${host}:${port}`;
}

function textOf({ exception, message, detail, frames }: Traceback): string {
  return [exception, message, ...detail, ...frames.flatMap(({ file, source }) => [file, source ?? ''])].join('\n');
}
