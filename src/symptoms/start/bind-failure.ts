import type { Symptoms } from '../symptoms.ts';

/**
 * A server that could not listen where it was told to. `in-use`: something has the port. `forbidden`: this user may not have it.
 * `no-such-address`: the container has no such address. `unknown-host`: no address is called so.
 */
export interface BindFailure {
  readonly kind: 'in-use' | 'forbidden' | 'no-such-address' | 'unknown-host';
  readonly host?: string;
  readonly port?: number;
  readonly line: string;
}

const kinds: readonly (readonly [BindFailure['kind'], RegExp])[] = [
  ['in-use', /\[Errno 98\]|\(os error 98\)|address already in use/i],
  ['forbidden', /\[Errno 13\]|\(os error 13\)/],
  ['no-such-address', /\[Errno 99\]|\(os error 99\)/],
  ['unknown-host', /\[Errno -(?:2|3|5|8)\]|invalid IP address syntax/],
];

/** What the servers say in a line of their own. */
const told: readonly RegExp[] = [
  /error while attempting to bind on address \('(?<host>[^']*)', (?<port>\d+)(?:, \d+, \d+)?\)/,
  /[Cc]onnection to \('(?<host>[^']*)', (?<port>\d+)(?:, \d+, \d+)?\) failed:/,
  /Listen failure: Couldn't listen on (?<host>\S*):(?<port>\d+)/,
];

export function bindFailure({
  log,
  fatal,
  moment,
}: Pick<Symptoms, 'log' | 'fatal' | 'moment'>): BindFailure | undefined {
  if (moment === 'build' || moment === 'create' || moment === 'serve') return undefined;
  for (const line of log.slice(-200).toReversed()) {
    const groups = told.map((sentence) => sentence.exec(line)?.groups).find((found) => found !== undefined);
    const kind = kindOf(line);
    if (groups !== undefined && kind !== undefined)
      return { kind, host: groups['host'] ?? '', port: Number(groups['port']), line: line.trim() };
  }
  // Where something answers, only a server that names its port is believed.
  if (moment === 'answer' || moment === 'stop') return undefined;
  if (fatal !== undefined) {
    const last = fatal.frames.at(-1);
    const binds = /\bbind\(|_ssp\.build\(|SocketSpec\(|create_server\(/.test(last?.source ?? '');
    const line = `${fatal.exception}: ${fatal.message}`;
    const kind = binds ? kindOf(line) : undefined;
    return kind === undefined ? undefined : { kind, line };
  }
  return uvicornsOwn(log);
}

/** Of what asyncio raises uvicorn says the message alone: behind its start-up, or before it where several workers share a socket. */
function uvicornsOwn(log: readonly string[]): BindFailure | undefined {
  const at = log.findLastIndex((line) => /^ERROR:\s+\[Errno -?\d+\]/.test(line));
  const line = log[at];
  if (line === undefined) return undefined;
  const before = log.slice(0, at).findLast((each) => each.trim() !== '');
  const isAlone =
    before === undefined || /Application startup complete|startup is disabled/.test(before) || log.length - at < 5;
  const kind = isAlone ? kindOf(line) : undefined;
  return kind === undefined ? undefined : { kind, line: line.trim() };
}

function kindOf(line: string): BindFailure['kind'] | undefined {
  return kinds.find(([, sign]) => sign.test(line))?.[0];
}
