import type { Location } from '../../finding.ts';
import { serverComplaint } from './server-complaint.ts';
import type { Symptoms } from '../symptoms.ts';

/** A variable of the command line that a shell has replaced by nothing. */
export interface UnsetVariable {
  readonly names: readonly [string];
  /** Of the word that names it. */
  readonly location: Location;
  /** What the server said of the hole. */
  readonly line: string;
}

/** Without a default such as `${PORT:-8000}`. */
const plain = /\$(?:\{(?<braced>[A-Za-z_]\w*)\}|(?<bare>[A-Za-z_]\w*))/;

export function unsetVariable({ log, facts, moment }: Symptoms): UnsetVariable | undefined {
  const complaint = moment === 'exit' ? serverComplaint(log) : undefined;
  if (complaint?.kind !== 'missing-value' && complaint?.kind !== 'bad-value') return undefined;
  // The next option takes the place of the value that is not there.
  const given = complaint.kind === 'bad-value' ? complaint.value : '';
  if (given !== undefined && given !== '' && !given.startsWith('-')) return undefined;
  const words = facts.startCommand?.words ?? [];
  for (const [index, word] of words.entries()) {
    const { braced, bare } = (word.known || word.form !== 'shell' ? null : plain.exec(word.text))?.groups ?? {};
    const name = braced ?? bare;
    const before = /^(--[\w-]+)=/.exec(word.text)?.[1] ?? words[index - 1]?.text;
    if (name !== undefined && (complaint.option === undefined || complaint.option === before))
      return { names: [name], location: word.location, line: complaint.line };
  }
  return undefined;
}
