import { isSpace, skipSpaces } from './blanks.ts';
import { type ExecElement, execFormOf } from './exec-form.ts';
import type { Escape } from './model.ts';
import { type Split, split } from './split.ts';
import { blankSeparated, quoteAware, type WordRange } from './words.ts';

/** What stands where in an instruction's logical text. */
export interface Layout {
  readonly keyword: string;
  readonly split: Split;
  /** Empty for the exec form and for ONBUILD. */
  readonly words: readonly WordRange[];
  readonly exec?: readonly ExecElement[];
  /** The arguments are a JSON array of other things than strings. */
  readonly isBadArray: boolean;
  /** What ONBUILD registers. */
  readonly trigger?: Layout;
  /** What stands at the end of a chain of ONBUILD, which only BuildKit's parser looks at. */
  readonly innermost?: Layout;
}

export function layoutOf(text: string, parts: Split, escape: Escape): Layout {
  const keyword = text.slice(parts.keywordStart, parts.keywordEnd).toUpperCase();
  const { argumentsStart: start, argumentsEnd: end } = parts;
  const plain = { keyword, split: parts, isBadArray: false };
  switch (keyword) {
    case 'ONBUILD':
      // BuildKit refuses a chain of them, so one level is enough; a chain as deep as the file would not fit the stack.
      return { ...plain, words: [], ...(start < end ? { trigger: triggerOf(text, start, end, escape) } : {}) };
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return { ...plain, words: quoteAware(text, start, end, escape) };
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return withArray(text, plain, start, []);
    case 'HEALTHCHECK': {
      let typeEnd = start;
      while (typeEnd < end && !isSpace(text.charCodeAt(typeEnd))) typeEnd += 1;
      const type = { value: text.slice(start, typeEnd), start, end: typeEnd };
      return withArray(text, plain, skipSpaces(text, typeEnd, end), [type]);
    }
    default:
      return { ...plain, words: blankSeparated(text, start, end) };
  }
}

function triggerOf(text: string, start: number, end: number, escape: Escape): Layout {
  const parts = split(text, start, end, escape);
  if (!isOnbuild(text, parts)) return layoutOf(text, parts, escape);
  let inner = parts;
  while (isOnbuild(text, inner) && inner.argumentsStart < inner.argumentsEnd) {
    inner = split(text, inner.argumentsStart, inner.argumentsEnd, escape);
  }
  const chain = { keyword: 'ONBUILD', split: parts, words: [], isBadArray: false };
  return isOnbuild(text, inner) ? chain : { ...chain, innermost: layoutOf(text, inner, escape) };
}

function isOnbuild(text: string, parts: Split): boolean {
  return text.slice(parts.keywordStart, parts.keywordEnd).toUpperCase() === 'ONBUILD';
}

function withArray(
  text: string,
  plain: Pick<Layout, 'keyword' | 'split' | 'isBadArray'>,
  start: number,
  before: readonly ExecElement[],
): Layout {
  const { argumentsStart, argumentsEnd } = plain.split;
  const form = execFormOf(text, start, argumentsEnd);
  if (form?.kind === 'exec') return { ...plain, words: [], exec: [...before, ...form.elements] };
  return { ...plain, words: blankSeparated(text, argumentsStart, argumentsEnd), isBadArray: form !== undefined };
}
