import { locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { imageConfigurationPath } from '../facts/image-configuration.ts';
import type { Location } from '../finding.ts';
import type { Address, ServerCommand } from '../servers/server.ts';
import type { ReadLog, Seen } from './seen.ts';

/** The server that the Dockerfile starts, where it is known. */
export function serverOf(facts: Facts): ServerCommand | undefined {
  return facts.startCommand?.server;
}

/** How many workers it was told to start; undefined where only the run can tell. */
export function workersOf(facts: Facts): number | undefined {
  const workers = serverOf(facts)?.workers;
  return workers === undefined || workers.kind === 'unknown' ? undefined : workers.value;
}

export type TcpAddress = Extract<Address, { kind: 'tcp' }>;

/** Where it was told to listen. */
export function tcpAddresses(facts: Facts): readonly TcpAddress[] {
  return serverOf(facts)?.addresses.flatMap((address) => (address.kind === 'tcp' ? [address] : [])) ?? [];
}

/** The ports that the command line surely names, its server's default among them. */
export function namedPorts(facts: Facts): ReadonlySet<number> {
  return new Set(tcpAddresses(facts).flatMap(({ port }) => (port.kind === 'unknown' ? [] : [port.value])));
}

/** CMD or ENTRYPOINT, whichever holds the program. */
export function startPlace(facts: Facts): Location | undefined {
  const instruction = facts.startCommand?.instruction ?? facts.imageInstructions.findLast(isStart);
  return instruction === undefined ? undefined : instructionPlace(facts, instruction);
}

/** ENTRYPOINT or CMD, whichever names the program; else as `startPlace`. */
export function programPlace(facts: Facts, program: string): Location | undefined {
  const { entrypoint, command } = facts.startCommand ?? {};
  const named = [entrypoint, command].find(
    (each) => each !== undefined && each.text.slice(each.argumentsStart).includes(program),
  );
  return named === undefined ? startPlace(facts) : instructionPlace(facts, named);
}

/** The last instruction of the image: where a CMD would stand that is not there. */
export function lastLine(facts: Facts): Location | undefined {
  const instruction = facts.target?.instructions.at(-1) ?? facts.target?.from;
  return instruction === undefined ? undefined : instructionPlace(facts, instruction);
}

function instructionPlace(facts: Facts, instruction: Instruction): Location {
  return locationOf(facts.dockerfile, instruction.span);
}

/** `Dockerfile:7`, as prose. */
export function spoken(location: Location): string {
  if (location.path === imageConfigurationPath) return location.path;
  return `\`${location.path}:${location.line}\``;
}

/** What a server is called of which nothing is known. */
export const anyServer = 'the server';

/** By the name that people know, or `the server`. */
export function serverName({ facts, log }: Pick<ReadLog, 'log'> & Pick<Seen, 'facts'>): string {
  const told = serverOf(facts)?.server;
  if (told !== undefined) return told === 'fastapi' ? 'uvicorn' : told;
  const start = log.slice(0, 200);
  if (start.some((line) => /Uvicorn running on|Started (?:server|parent) process \[/.test(line))) return 'uvicorn';
  if (start.some((line) => /Starting gunicorn /.test(line))) return 'gunicorn';
  if (start.some((line) => /Starting granian /.test(line))) return 'granian';
  if (start.some((line) => /Running on https?:\/\/\S+ \(CTRL \+ C to quit\)/.test(line))) return 'hypercorn';
  return anyServer;
}

function isStart({ keyword }: Instruction): boolean {
  return keyword === 'CMD' || keyword === 'ENTRYPOINT';
}
