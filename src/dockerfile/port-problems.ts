import { goQuoted } from './go-quoted.ts';

/** What is wrong with a word of EXPOSE, and what to do. */
export interface PortProblem {
  readonly message: string;
  readonly advice: string;
}

/**
 * Reads `8000`, `8000-8010/udp` and, for BuildKit only warns of them, `127.0.0.1:80:8000`. A number above the highest is another
 * check's, but for the forms with a colon.
 */
export function portProblem(text: string): PortProblem | undefined {
  // Quotes with nothing inside are no word.
  if (text === '') return undefined;
  const parts = text.split(':');
  const written = parts.at(-1) ?? '';
  const [, ports = '', , protocol = ''] = /^([^/]*)(\/(.*))?$/s.exec(written) ?? [];
  if (ports === '') {
    return { message: `invalid port: ${goQuoted(text)}: no port specified`, advice: 'Write the number of a port.' };
  }
  if (!/^(?:tcp|udp|sctp)?$/i.test(protocol)) {
    return {
      message: `invalid port: ${goQuoted(text)}: invalid proto: ${protocol}`,
      advice: 'Write tcp, udp or sctp.',
    };
  }
  const host = parts.at(-2) ?? '';
  const address = parts.slice(0, -2).join(':');
  if (address !== '' && !isAddress(address)) {
    return { message: `invalid IP address: ${address}`, advice: onlyContainerPort };
  }
  const container = rangeOf(ports);
  if (container === undefined || (parts.length > 1 && container.last > highest)) {
    return {
      message: `invalid containerPort: ${ports}`,
      advice: 'Write the number of a port, or two and `-` between them.',
    };
  }
  if (host === '') return undefined;
  const published = rangeOf(host);
  if (published === undefined || published.last > highest) {
    return { message: `invalid hostPort: ${host}`, advice: onlyContainerPort };
  }
  const count = container.last - container.first;
  if (count === 0 || published.last - published.first === count) return undefined;
  return {
    message: `invalid ranges specified for container and host Ports: ${ports} and ${host}`,
    advice: onlyContainerPort,
  };
}

const highest = 65_535;
const onlyContainerPort = 'Write only the port of the container: `docker run --publish` says where it is published.';

function rangeOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const [, first, last = first] = /^\+?(\d+)(?:-\+?(\d+))?$/.exec(text) ?? [];
  if (first === undefined || Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: Number(last) };
}

/** Go takes no zone, and brackets only around the whole. node:net could tell too, but to load it takes as long as to lint a small file. */
function isAddress(text: string): boolean {
  const inside = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
  return isIPv4(inside) || (/^[\da-f:.]+$/i.test(inside) && URL.canParse(`http://[${inside}]`));
}

function isIPv4(text: string): boolean {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) < 256);
}
