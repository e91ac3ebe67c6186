import type { PublishSpecification } from '../docker/docker.ts';
import { UserError } from '../errors.ts';
import { quoted, type Placed } from './given.ts';

/**
 * `[[IP:][PORT]:]PORT[/PROTOCOL]`, as `docker run --publish` takes it; a range stands for its ports, one by one.
 * Without a port of the host the engine chooses one.
 */
export function readPublish(value: Placed): readonly PublishSpecification[] {
  const text = value.text.trim();
  const slash = text.lastIndexOf('/');
  const ports = slash === -1 ? text : text.slice(0, slash);
  const protocol = readProtocol(value, slash === -1 ? 'tcp' : text.slice(slash + 1));
  const parts = ports.split(':');
  const container = readRange(value, parts.pop() ?? '');
  const hostText = parts.pop() ?? '';
  const hostIp = readHostIp(value, parts.join(':'), parts.length > 0);
  const host = hostText === '' ? undefined : readRange(value, hostText);
  if (container.includes(0)) throw refused(value, 'names port 0 inside the container, where no server can be found');
  if (host !== undefined && host.length !== container.length)
    throw refused(value, `names ${counted(host)} of the host for ${counted(container)} of the container`);
  return container.map((containerPort, index) => ({
    ...(hostIp === undefined ? {} : { hostIp }),
    hostPort: host?.[index] ?? 0,
    containerPort,
    protocol,
  }));
}

function readProtocol(value: Placed, text: string): 'tcp' | 'udp' {
  const protocol = text.toLowerCase();
  if (protocol === 'tcp' || protocol === 'udp') return protocol;
  throw refused(value, `names the protocol ${quoted(text)}, and a trial knows tcp and udp`);
}

function readHostIp(value: Placed, text: string, given: boolean): string | undefined {
  if (!given || text === '') return undefined;
  const address = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (isAddress(address)) return address;
  throw refused(value, `names the host address ${quoted(text)}, which is no IP address`);
}

/** IPv4 without leading zeros, or IPv6 without a zone, as docker takes them; node:net, which knows it too, is slow to load. */
function isAddress(text: string): boolean {
  if (text.includes(':')) return /^[\d:.a-f]+$/i.test(text) && URL.canParse(`http://[${text}]`);
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function readRange(value: Placed, text: string): readonly number[] {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  if (first === '') throw refused(value, `has ${quoted(text)} where a port belongs`);
  const [from, to] = [Number(first), Number(last)];
  const beyond = [from, to].find((port) => port > 65_535);
  if (beyond !== undefined) throw refused(value, `names port ${beyond}, and ports end at 65535`);
  if (to < from) throw refused(value, `has the range ${text}, which ends before it begins`);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function counted(ports: readonly number[]): string {
  return ports.length === 1 ? 'one port' : `${ports.length} ports`;
}

function refused(value: Placed, what: string): UserError {
  return new UserError(`${quoted(value.text)} ${what}.`, {
    place: value.place,
    hint: 'Write the port of the host, a colon and the port of the container: 8000:8000.',
  });
}
