import { locationOf } from '../dockerfile/location.ts';
import type { Instruction, Word } from '../dockerfile/model.ts';
import type { Location } from '../finding.ts';
import type { Facts } from './facts.ts';

export interface ExposedPorts {
  /** In order, those of the stages below first. */
  readonly ports: readonly ExposedPort[];
  /** An EXPOSE holds what only the build can tell, or the base image is not one that is known to expose nothing. */
  readonly incomplete: boolean;
}

export interface ExposedPort {
  readonly first: number;
  /** The same as `first` but for a range. */
  readonly last: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly instruction: Instruction;
  /** Of the whole word, `8000/tcp`. */
  readonly location: Location;
  /** Of the number or range alone, where it stands there as digits. */
  readonly number?: Location;
}

export function exposedPorts(facts: Pick<Facts, 'dockerfile' | 'imageInstructions' | 'stateAt'>): ExposedPorts {
  let incomplete = false;
  const ports: ExposedPort[] = [];
  for (const instruction of facts.imageInstructions) {
    if (instruction.keyword !== 'EXPOSE') continue;
    for (const word of instruction.words) {
      const read = readWord(word, instruction, facts);
      if (read === undefined) incomplete = true;
      else ports.push(...read);
    }
  }
  return { ports, incomplete };
}

/** One word may expand to several ports: `EXPOSE $PORTS`. Undefined where only the build can tell. */
function readWord(
  word: Word,
  instruction: Instruction,
  facts: Pick<Facts, 'dockerfile' | 'stateAt'>,
): readonly ExposedPort[] | undefined {
  const expanded = facts.stateAt(instruction)?.expand(word.text);
  if (expanded?.known !== true) return undefined;
  const location = locationOf(facts.dockerfile, word.span);
  const ports: ExposedPort[] = [];
  for (const text of expanded.text.split(/\s+/).filter((part) => part !== '')) {
    const match = /^(?<first>\d+)(?:-(?<last>\d+))?(?:\/(?<protocol>tcp|udp|sctp))?$/i.exec(text);
    if (match?.groups === undefined) return undefined;
    const { first = '', last = first, protocol = 'tcp' } = match.groups;
    const digits = last === first ? first : `${first}-${last}`;
    const plain = word.text.startsWith(digits) && location.line === location.endLine;
    const name = protocol.toLowerCase();
    ports.push({
      first: Number(first),
      last: Number(last),
      protocol: name === 'udp' || name === 'sctp' ? name : 'tcp',
      instruction,
      location,
      ...(plain ? { number: { ...location, endColumn: location.column + digits.length } } : {}),
    });
  }
  return ports;
}

export function exposes(exposed: ExposedPorts, port: number): boolean {
  return exposed.ports.some((each) => each.protocol === 'tcp' && each.first <= port && port <= each.last);
}
