import { cutSegments, type Mapped } from './segments.ts';
import type { Segment } from './model.ts';
import type { ShellInput } from './shell-model.ts';
import type { HereDoc } from './shell-nodes.ts';

/** The body of a heredoc as the program reads it: tabs stripped by `<<-`, backslashes undone; expansions stand as they are written. */
export function inputOf({ operator, delimiter, body }: HereDoc, mapped: Mapped): ShellInput {
  const written = { text: body.text, segments: cutSegments(mapped.segments, body.pos, body.end) };
  const isExpanded = delimiter?.quoted !== true;
  const isStripped = operator === '<<-';
  if (!(isStripped && body.text.includes('\t')) && !(isExpanded && body.text.includes('\\')))
    return { ...written, isExpanded };
  const pattern = isStripped ? (isExpanded ? both : tabs) : backslashes;
  return { ...without(written, pattern), isExpanded };
}

const tabs = /(?<=^|\n)\t+/g;
const backslashes = /\\[$`\\]|\\\n/g;
const both = /(?<=^|\n)\t+|\\[$`\\]|\\\n/g;

function without(written: Mapped, dropped: RegExp): Mapped {
  const texts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  const keep = (start: number, end: number): void => {
    for (const segment of cutSegments(written.segments, start, end))
      segments.push({ ...segment, text: segment.text + length });
    texts.push(written.text.slice(start, end));
    length += Math.max(0, end - start);
  };
  let from = 0;
  for (const { 0: match, index } of written.text.matchAll(dropped)) {
    keep(from, index);
    // Of `\$` the second letter is what the program reads.
    from = index + (/^\\[^\n]/.test(match) ? 1 : match.length);
  }
  keep(from, written.text.length);
  return { text: texts.join(''), segments };
}
