import { execFormOf } from './exec-form.ts';
import { heredocOpenings } from './heredoc-opening.ts';
import type { Escape, Heredoc } from './model.ts';
import type { Reader } from './read.ts';
import { type Mapped, sourceSpan } from './segments.ts';
import { type Split, split } from './split.ts';

/** Reads the bodies of the heredocs that an instruction opens, and moves the reader behind them. */
export function readHeredocs(
  reader: Reader,
  logical: Mapped,
  parts: Split,
): { readonly heredocs: readonly Heredoc[]; readonly end: number } {
  if (!logical.text.includes('<<') || !takesHeredocs(logical.text, parts, reader.escape))
    return { heredocs: [], end: 0 };
  const heredocs: Heredoc[] = [];
  let end = 0;
  for (const { name, strip, expand, start, end: openingEnd } of heredocOpenings(logical.text)) {
    const opening = sourceSpan(logical, start, openingEnd);
    const body = reader.bodyOf(name, strip, reader.index);
    reader.index = body.next;
    end = reader.lines[body.next - 1]?.end ?? end;
    if (!body.terminated) {
      reader.refusals.push({
        severity: 'error',
        message: 'unterminated heredoc',
        advice:
          body.fix === undefined
            ? `Write \`${name}\` alone on a line behind the text, or put quotes around \`<<\` where no heredoc is meant.`
            : `Write \`${name}\` at the very beginning of its line, with nothing behind it.`,
        span: opening,
        ...(body.fix === undefined ? {} : { fix: { title: `Close the heredoc with ${name}`, ...body.fix } }),
      });
      if (body.fix === undefined) return { heredocs, end };
    }
    const content = reader.text.slice(body.span.start, body.span.end);
    heredocs.push({ name, strip, expand, content, span: body.span, opening });
  }
  return { heredocs, end };
}

/** RUN, COPY and ADD in other than exec form, also behind one ONBUILD. */
function takesHeredocs(text: string, parts: Split, escape: Escape): boolean {
  const keyword = keywordOf(text, parts);
  if (keyword !== 'ONBUILD') return isTaking(text, parts);
  const { argumentsStart: start, argumentsEnd: end } = parts;
  return start < end && isTaking(text, split(text, start, end, escape));
}

function isTaking(text: string, parts: Split): boolean {
  const isKnown = ['RUN', 'COPY', 'ADD'].includes(keywordOf(text, parts));
  return isKnown && execFormOf(text, parts.argumentsStart, parts.argumentsEnd) === undefined;
}

function keywordOf(text: string, parts: Split): string {
  return text.slice(parts.keywordStart, parts.keywordEnd).toUpperCase();
}
