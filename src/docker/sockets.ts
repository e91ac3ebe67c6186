import type { ListeningSocket } from '../observation.ts';

/** The tables of /proc/<pid>/net, as far as they were read. */
export interface SocketTables {
  readonly tcp?: string;
  readonly tcp6?: string;
  readonly udp?: string;
  readonly udp6?: string;
  readonly unix?: string;
}

/**
 * The sockets in the kernel's tables that wait for someone, each once.
 * Left out are docker's own name server (127.0.0.11, in every network but the default one) and the control socket
 * that gunicorn always makes: neither says anything about the server.
 */
export function listeningSockets(tables: SocketTables): readonly ListeningSocket[] {
  const found = [
    ...internetRows(tables.tcp, 'ipv4', stateListen),
    ...internetRows(tables.tcp6, 'ipv6', stateListen),
    ...internetRows(tables.udp, 'udp', stateUnconnected),
    ...internetRows(tables.udp6, 'udp', stateUnconnected),
    ...unixRows(tables.unix),
  ];
  const seen = new Set<string>();
  return found.filter(({ family, address, port }) => {
    const key = `${family} ${address} ${port}`;
    if (address === dockersNameServer || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The tables that one `cat` wrote in a row, told apart by their headings. */
export function splitTables(text: string): SocketTables {
  const tables: { tcp?: string; tcp6?: string; udp?: string; udp6?: string; unix?: string } = {};
  for (const part of text.split(/^(?=\s*sl\s|Num\s)/m)) {
    if (part.startsWith('Num')) tables.unix = part;
    else if (/remote_address/.test(part)) tables[/\bdrops\b/.test(part) ? 'udp6' : 'tcp6'] = part;
    else if (/rem_address/.test(part)) tables[/\bdrops\b/.test(part) ? 'udp' : 'tcp'] = part;
  }
  return tables;
}

const dockersNameServer = '127.0.0.11';
const stateListen = '0A';
/** UDP knows no listening; a socket without a peer is in the state that TCP calls closed. */
const stateUnconnected = '07';

function internetRows(
  table: string | undefined,
  family: 'ipv4' | 'ipv6' | 'udp',
  state: string,
): readonly ListeningSocket[] {
  const rows: ListeningSocket[] = [];
  for (const line of (table ?? '').split('\n')) {
    const row = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line);
    const [, address, port, rowState] = row ?? [];
    if (address === undefined || port === undefined || rowState !== state) continue;
    rows.push({ family, address: readAddress(address), port: Number.parseInt(port, 16) });
  }
  return rows;
}

/** Words of 32 bits, each with its bytes reversed: `0100007F` is 127.0.0.1. */
function readAddress(hex: string): string {
  const bytes = [...hex.matchAll(/.{8}/g)].flatMap(([word]) => [...Buffer.from(word, 'hex')].toReversed());
  if (bytes.length === 4) return bytes.join('.');
  const mapped = bytes.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 255));
  if (mapped) return `::ffff:${bytes.slice(12).join('.')}`;
  const groups = Array.from({ length: 8 }, (_, index) =>
    Buffer.from(bytes.slice(2 * index, 2 * index + 2)).toString('hex'),
  );
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1); // URL writes the shortest form
}

/** `__SO_ACCEPTCON`: the socket takes connections. */
const acceptsConnections = '00010000';

function unixRows(table: string | undefined): readonly ListeningSocket[] {
  const rows: ListeningSocket[] = [];
  for (const line of (table ?? '').split('\n')) {
    const row = /^[0-9a-f]+: [0-9A-F]+ [0-9A-F]+ ([0-9A-F]{8}) [0-9A-F]{4} [0-9A-F]{2} +\d+ (.+)$/.exec(line);
    const [, flags, path] = row ?? [];
    if (flags !== acceptsConnections || path === undefined || path.endsWith('gunicorn.ctl')) continue;
    rows.push({ family: 'unix', address: path, port: 0 });
  }
  return rows;
}
