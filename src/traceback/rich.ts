import type { Frame, Traceback } from './traceback.ts';
import { readException } from './lines.ts';

/** Behind a box may stand another one, of a syntax error, before the exception's own line. */
export interface Box {
  readonly traceback: Traceback;
  /** Position of the last line that belongs to it. */
  readonly end: number;
}

export function boxStart(line: string): boolean {
  if (!line.includes('Traceback (most recent call last)')) return false;
  const text = line.trim();
  return (text.startsWith('╭') || text.startsWith('+')) && (text.endsWith('╮') || text.endsWith('+'));
}

/** `│ /app/app.py:3 in <module> │`, wrapped where it is long; then the source with `❱` before its line; then the exception, plain. */
export function readBox(lines: readonly string[], start: number): Box | undefined {
  const frames: Frame[] = [];
  let pending = '';
  let index = start + 1;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isBorder(line)) {
      pending = '';
      continue;
    }
    const text = insideBox(line);
    if (text === undefined) break;
    const source = /^\s*(?:❱|>)\s*(\d+)\s(.*)$/.exec(text);
    const last = frames.at(-1);
    if (source !== null && last !== undefined && last.line === Number(source[1])) {
      frames[frames.length - 1] = { ...last, source: withoutGuides(source[2] ?? '') };
      pending = '';
      continue;
    }
    const syntax = last !== undefined && last.function === undefined && last.source === undefined;
    if (syntax && text.trim() !== '' && readPlace(text) === undefined) {
      frames[frames.length - 1] = { ...last, source: text.trim() };
      continue;
    }
    pending =
      text.trim() === '' || /^\s*\d+ /.test(text) ? '' : pending === '' ? text.trim() : joined(pending, text.trim());
    const frame = readPlace(pending);
    if (frame === undefined) continue;
    // ` in` at the end: the function's name stands on the next line.
    if (pending.endsWith(' in')) continue;
    const replaced =
      last !== undefined && last.file === frame.file && last.line === frame.line && last.function === undefined;
    if (replaced) frames[frames.length - 1] = frame;
    else frames.push(frame);
  }
  const exception = readException(lines[index] ?? '');
  if (exception === undefined) return undefined;
  const detail: string[] = [];
  let end = index;
  while (end + 1 < lines.length && detail.length < 100) {
    const next = lines[end + 1] ?? '';
    if (next.trim() === '' || boxStart(next) || /^[A-Z]+\s*:? /.test(next)) break;
    detail.push(next);
    end += 1;
  }
  const { exception: name, message } = exception;
  const traceback: Traceback = {
    frames,
    exception: name,
    message,
    detail,
    members: [],
    firstLine: start,
    lastLine: index,
  };
  return { traceback, end };
}

/** A line between the box's edges, which rich draws with or without Unicode; undefined where it is none. */
function insideBox(line: string): string | undefined {
  const text = line.trim();
  if (!text.startsWith('│') && !text.startsWith('|')) return undefined;
  const end = text.length > 1 && (text.endsWith('│') || text.endsWith('|')) ? -1 : undefined;
  return text.slice(1, end).replace(/^ /, '').trimEnd();
}

function readPlace(text: string): Frame | undefined {
  const [, file, line, name] = /^(\S+):(\d+)(?: in(?: (\S+))?)?$/.exec(text.trim()) ?? [];
  if (file === undefined || !/^(?:\/|\.{0,2}[\w.-]+\/|[\w-]+\.py)/.test(file)) return undefined;
  return { file, line: Number(line), ...(name === undefined ? {} : { function: name }) };
}

/** A path that was folded goes on without a blank; a function's name stands behind one. */
function joined(before: string, text: string): string {
  return before.endsWith(' in') || /:\d+$/.test(before) ? `${before} ${text}` : `${before}${text}`;
}

/** rich draws a guide in each level of indentation. */
function withoutGuides(source: string): string {
  return source.replace(/^[\s│|]*/, '').trim();
}

function isBorder(line: string): boolean {
  const text = line.trim();
  return /^[╭╰+][─-]{2}/.test(text) && /[╮╯+]$/.test(text);
}
