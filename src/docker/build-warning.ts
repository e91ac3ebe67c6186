import type { BuildWarning } from '../observation.ts';
import * as v from 'valibot';

export const warningMessage = v.object({
  short: v.optional(v.string(), ''),
  detail: v.optional(v.nullable(v.array(v.string())), []),
  url: v.optional(v.string(), ''),
  range: v.optional(
    v.nullable(v.array(v.object({ start: v.object({ line: v.number() }), end: v.object({ line: v.number() }) }))),
    [],
  ),
});

/** A warning of BuildKit's checks says `Name: message (line 7)`; another one says what it likes. */
export function readWarning(raw: v.InferOutput<typeof warningMessage>): BuildWarning {
  const short = decoded(raw.short);
  const named = /^([A-Z]\w+): (.*)$/s.exec(short);
  const ranges = raw.range ?? [];
  const line = ranges[0]?.start.line;
  const endLine = ranges.at(-1)?.end.line;
  return {
    check: named?.[1] ?? nameFromUrl(raw.url) ?? 'BuildKitWarning',
    message: (named?.[2] ?? short).replace(/ \(line \d+\)$/, ''),
    detail: (raw.detail ?? []).map(decoded).join('\n'),
    ...(raw.url === '' ? {} : { url: raw.url }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
  };
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** `…/rule/from-as-casing/` is the page of `FromAsCasing`. */
function nameFromUrl(url: string): string | undefined {
  const slug = /\/rule\/([a-z0-9-]+)\/?$/.exec(url)?.[1];
  return slug?.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
