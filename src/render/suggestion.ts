import { sha256 } from '../sha256.ts';
import type { Finding } from '../finding.ts';
import { wholeFinding } from './finding-markdown.ts';
import type { Links } from './links.ts';
import { joined, paragraphs, verbatim } from './markdown.ts';

/** What makes two suggestions the same: the flaw, and the text that is proposed for it. */
export function suggestionId({ fingerprint }: Finding, lines: readonly string[]): string {
  return sha256(`${fingerprint}\0${lines.join('\n')}`).slice(0, 16);
}

/**
 * A comment on lines of the diff that GitHub offers to apply: whole lines take their place. Undefined where the lines would not be shown
 * as they are, for then something else would be applied.
 */
export function renderSuggestion(finding: Finding, lines: readonly string[], links: Links): string | undefined {
  const block = verbatim(lines, 'suggestion');
  if (block === undefined) return undefined;
  const { location: _, ...anywhere } = finding; // it stands at its place
  const marker = { markdown: `<!-- sea-trial-suggestion id=${suggestionId(finding, lines)} -->` };
  return paragraphs(joined([marker, wholeFinding(anywhere, { links })], '\n'), block).markdown;
}

/** Only from the first line, and to be asked only of a comment whose author was checked. */
export function readSuggestionId(body: string): string | undefined {
  return /^<!-- sea-trial-suggestion id=([0-9a-f]{16}) -->/.exec(body)?.[1];
}
