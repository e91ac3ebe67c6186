import { UserError } from '../errors.ts';
import type { Expectation } from '../observation.ts';
import { readDuration } from './duration.ts';
import { quoted, type Placed } from './given.ts';

/** `http`, `tcp`, `running 10s`, `exit 0`. */
export function readExpectation(value: Placed): Expectation {
  const [kind, detail, ...more] = value.text.trim().split(/\s+/);
  if (more.length > 0) throw refused(value);
  switch (kind) {
    case 'http':
    case 'tcp':
      if (detail !== undefined) throw refused(value);
      return { kind };
    case 'running':
      if (detail === undefined) throw refused(value);
      return { kind, ms: readDuration({ text: detail, place: value.place }, 'positive') };
    case 'exit':
      if (detail === undefined || !/^\d{1,3}$/.test(detail) || Number(detail) > 255) throw refused(value);
      return { kind, code: Number(detail) };
    default:
      throw refused(value);
  }
}

function refused(value: Placed): UserError {
  return new UserError(`${quoted(value.text)} is nothing that a container can be expected to do.`, {
    place: value.place,
    hint: 'Write http, tcp, running with a time (running 10s) or exit with a code (exit 0).',
  });
}
