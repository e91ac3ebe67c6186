import { UserError } from '../errors.ts';

/** A question to the running container, and what answer passes. Written as one line: see `parseProbeRequest`. */
export type ProbeRequest = HttpProbe | TcpProbe;

/** A WebSocket handshake is one too: a GET that asks for another protocol. */
export interface HttpProbe {
  readonly kind: 'http';
  /** As it was written, for people. */
  readonly text: string;
  /** What stands before the path for people: the method, or `WS`. */
  readonly verb: string;
  readonly method: string;
  /** Begins with `/`. */
  readonly path: string;
  /** Inside the container; absent for the trial's own port. */
  readonly port?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly expect: ProbeExpectation;
  /** For one exchange. */
  readonly limitMs: number;
}

/** Passes where the server accepts a connection, whatever it speaks. */
export interface TcpProbe {
  readonly kind: 'tcp';
  readonly text: string;
  readonly port: number;
  readonly limitMs: number;
}

export interface ProbeExpectation {
  /** Absent: any status below 500 passes. */
  readonly status?: number;
  /** Lower-case name to a text that the value contains. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contains: readonly string[];
  /** The body as JSON equals this one, whatever the order of keys. */
  readonly json?: unknown;
}

const usualLimitMs = 5_000;
const longestLimitMs = 300_000;
export const rootProbe: HttpProbe = {
  kind: 'http',
  text: 'GET /',
  verb: 'GET',
  method: 'GET',
  path: '/',
  headers: {},
  expect: { headers: {}, contains: [] },
  limitMs: usualLimitMs,
};

const shape = 'Write it as METHOD [:PORT]PATH [STATUS], such as "GET /health 200", as TCP PORT or as WS [:PORT]PATH.';

/**
 * `METHOD [:PORT]PATH [STATUS]`, then any of `header "Name: value"` (sent; `${NAME}` is taken from `environment`),
 * `answers "Name: part of the value"`, `contains "text"`, `json {"ok": true}` (to the end of the line), `within 500ms`.
 * `TCP PORT` asks for a connection alone, `WS [:PORT]PATH` for a WebSocket. Throws a UserError that quotes the line.
 */
export function parseProbeRequest(
  line: string,
  environment: Readonly<Record<string, string>>,
  place: string,
): ProbeRequest {
  const refuse = (what: string): UserError =>
    new UserError(`the probe ${JSON.stringify(line)} ${what}.`, { place, hint: shape });
  const words = readWords(line);
  if (words === undefined) throw refuse('has a quote that is not closed');
  const verb = words.shift()?.value.toUpperCase() ?? '';
  if (!/^[A-Z]+$/.test(verb)) throw refuse('does not begin with an HTTP method');
  if (verb === 'TCP') return readTcp(line, words, refuse);
  const target = /^(?::(?<port>\d{1,5}))?(?<path>\/\S*)$/.exec(words.shift()?.value ?? '')?.groups;
  if (target?.['path'] === undefined) throw refuse('names no path that begins with /');
  // A path such as //elsewhere/ would leave the container once it is joined with the address.
  if (new URL(target['path'], 'http://container').host !== 'container') throw refuse('names another host');
  const port = target['port'] === undefined ? undefined : readPort(target['port'], refuse);

  const webSocket = verb === 'WS' ? webSocketHandshake : undefined;
  let status: number | undefined = webSocket?.status;
  let json: unknown;
  let limitMs = usualLimitMs;
  const headers: Record<string, string> = { ...webSocket?.headers };
  const answers: Record<string, string> = { ...webSocket?.answers };
  const contains: string[] = [];
  if (/^\d+$/.test(words[0]?.value ?? '')) {
    status = Number(words.shift()?.value);
    if (status < 100 || status > 599) throw refuse(`expects the status ${status}, which does not exist`);
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const operand = word.value === 'json' ? undefined : words.shift();
    if (word.value === 'json') {
      json = readJson(line.slice(word.end).trim(), refuse);
      break;
    }
    if (operand === undefined) throw refuse(`ends after ${JSON.stringify(word.value)}`);
    if (word.value === 'header' || word.value === 'answers') {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(operand.value) ?? [];
      if (name === undefined || value === undefined) throw refuse(`has a header that is not "Name: value"`);
      if (word.value === 'header') headers[name] = fillIn(value, environment, refuse);
      else answers[name.toLowerCase()] = value;
    } else if (word.value === 'contains') contains.push(operand.value);
    else if (word.value === 'within') limitMs = readLimit(operand.value, refuse);
    else
      throw refuse(
        `has the word ${JSON.stringify(word.value)}, which is none of header, answers, contains, json, within`,
      );
  }
  return {
    kind: 'http',
    text: line.trim(),
    verb,
    method: webSocket === undefined ? verb : 'GET',
    path: target['path'],
    ...(port === undefined ? {} : { port }),
    headers,
    expect: {
      ...(status === undefined ? {} : { status }),
      headers: answers,
      contains,
      ...(json === undefined ? {} : { json }),
    },
    limitMs,
  };
}

type Refuse = (what: string) => UserError;

/** The key and the answer to it are RFC 6455's own example: any key is as good, and this one needs no arithmetic. */
const webSocketHandshake = {
  status: 101,
  headers: {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  },
  answers: { 'sec-websocket-accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' },
} as const;

function readTcp(line: string, words: readonly { value: string }[], refuse: Refuse): TcpProbe {
  const [port, ...more] = words.map(({ value }) => value);
  const digits = /^:?(\d{1,5})$/.exec(port ?? '')?.[1];
  if (digits === undefined || more.length > 0) throw refuse('is not TCP with one port');
  return { kind: 'tcp', text: line.trim(), port: readPort(digits, refuse), limitMs: usualLimitMs };
}

function readPort(digits: string, refuse: Refuse): number {
  const port = Number(digits);
  if (port < 1 || port > 65_535) throw refuse(`names the port ${port}, which does not exist`);
  return port;
}

function readJson(text: string, refuse: Refuse): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw refuse(`expects JSON that cannot be read: ${text}`);
  }
}

function readLimit(text: string, refuse: Refuse): number {
  const [, amount, unit] = /^(\d+)(ms|s)$/.exec(text) ?? [];
  const ms = Number(amount) * (unit === 's' ? 1000 : 1);
  if (!(ms > 0 && ms <= longestLimitMs))
    throw refuse(`has the time limit ${JSON.stringify(text)}, which is not one such as 500ms or 2s`);
  return ms;
}

function fillIn(value: string, environment: Readonly<Record<string, string>>, refuse: Refuse): string {
  return value.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const found = environment[name];
    if (found === undefined) throw refuse(`needs \${${name}}, which \`env\` does not give`);
    return found;
  });
}

/** Splits at blanks; double or single quotes hold a word together, a backslash inside double quotes escapes. */
function readWords(line: string): { value: string; end: number }[] | undefined {
  const words: { value: string; end: number }[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"']\S*))/y;
  while (line.slice(pattern.lastIndex).trim() !== '') {
    const match = pattern.exec(line);
    if (match === null) return undefined;
    words.push({ value: match[1]?.replaceAll(/\\(.)/g, '$1') ?? match[2] ?? match[3] ?? '', end: pattern.lastIndex });
    // JSON keeps its own quotes and blanks: it goes on to the end of the line.
    if (words.at(-1)?.value === 'json') break;
  }
  return words;
}
